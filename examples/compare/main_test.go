package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const sample = "../maps/ten-stones.yaml"

// edited writes the sample with some texts replaced, in pairs of old and new.
func edited(t *testing.T, pairs ...string) string {
	t.Helper()
	text, err := os.ReadFile(sample)
	require.NoError(t, err)
	for i := 0; i < len(pairs); i += 2 {
		require.Contains(t, string(text), pairs[i])
	}
	name := filepath.Join(t.TempDir(), "map.yaml")
	require.NoError(t, os.WriteFile(name, []byte(strings.NewReplacer(pairs...).Replace(string(text))), 0o600))
	return name
}

func compare(args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = run(args, &out, &errs)
	return code, out.String(), errs.String()
}

func TestChanges(t *testing.T) {
	later := edited(t,
		"Fewer people are lonely", "Nobody is lonely",
		"      - {id: welcome, text: I am welcome here}\n", "      - {id: welcome, text: I am welcome here}\n      - {id: proud, text: I am proud of what I mended}\n",
		"skills, mend, waste]", "skills, waste]")
	code, out, errs := compare(sample, later)
	assert.Equal(t, 1, code, errs)
	assert.Equal(t, strings.Join([]string{
		`stone "proud": added to "reactions"`,
		`stone "lonely", text: changed from "Fewer people are lonely" to "Nobody is lonely"`,
		`pathway "mending", step "behaviour": removed`,
		`pathway "mending", stone "mend": removed from "behaviour"`,
	}, "\n")+"\n", out)

	code, out, errs = compare("-format", "json", sample, later)
	assert.Equal(t, 1, code, errs)
	assert.Contains(t, out, `"pointer": "/columns/2/stones/1"`)
}

func TestNothingChanged(t *testing.T) {
	moved := edited(t, "    level: impact\n", "    level: impact # the last\n")
	code, out, errs := compare(sample, moved)
	assert.Equal(t, 0, code, errs)
	assert.Empty(t, out, "a comment says nothing about the map")
	_, out, _ = compare("-format", "json", sample, moved)
	assert.Equal(t, "[]\n", out)
}

func TestRefuses(t *testing.T) {
	for want, args := range map[string][]string{
		"want two map files": {sample},
		"nowhere.yaml":       {sample, "nowhere.yaml"},
		`-format "html"`:     {"-format", "html", sample, sample},
		"not defined":        {"-x", sample, sample},
	} {
		code, out, errs := compare(args...)
		assert.Equal(t, 2, code, want)
		assert.Empty(t, out, want)
		assert.Contains(t, errs, want)
	}
	code, _, errs := compare("-h")
	assert.Equal(t, 0, code)
	assert.Contains(t, errs, "OLD NEW")
}
