package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema"
)

const base = "../maps/ten-stones.yaml"

// side writes the base with some texts replaced, in pairs of old and new, under a name without an
// ending, as git does.
func side(t *testing.T, pairs ...string) string {
	t.Helper()
	text, err := os.ReadFile(base)
	require.NoError(t, err)
	for i := 0; i < len(pairs); i += 2 {
		require.Contains(t, string(text), pairs[i])
	}
	name := filepath.Join(t.TempDir(), ".merge_file")
	require.NoError(t, os.WriteFile(name, []byte(strings.NewReplacer(pairs...).Replace(string(text))), 0o600))
	return name
}

func merge(args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = run(args, &out, &errs)
	return code, out.String(), errs.String()
}

// Both sides changed the same line: for git that is a conflict, for a map it is none.
func TestBothSidesOnOneLine(t *testing.T) {
	ours := side(t, "- {id: waste, text: Less is thrown away}", "- {id: waste, text: Little is thrown away}")
	theirs := side(t, "- {id: waste, text: Less is thrown away}", "- {id: waste, text: Less is thrown away, notes: In kilograms a year.}")
	code, out, errs := merge("-o", ours, base, ours, theirs)
	require.Equal(t, 0, code, errs)
	assert.Empty(t, out)
	assert.Empty(t, errs)
	m, err := schema.ReadFile(ours)
	require.NoError(t, err)
	stone, _ := outcome.NewIndex(m).Stone("waste")
	assert.Equal(t, "Little is thrown away", stone.Text, "as we have it")
	assert.Equal(t, "In kilograms a year.", stone.Notes, "as they have it")
}

func TestConflict(t *testing.T) {
	ours, theirs := side(t, "Less is thrown away", "Little is thrown away"), side(t, "Less is thrown away", "Nothing is thrown away")
	code, out, errs := merge(base, ours, theirs)
	assert.Equal(t, 1, code)
	assert.Contains(t, out, "Little is thrown away", "ours stays")
	assert.Equal(t, `conflict: stone "waste", text: was "Less is thrown away", ours "Little is thrown away", theirs "Nothing is thrown away"`+"\n", errs)
}

// One side lets a stone go, the other has a new pathway through it: no conflict, and yet a fault.
func TestFaultOfTheMerge(t *testing.T) {
	ours := side(t, "      - {id: contacts, text: People to ask for help}\n", "", "contacts, ", "")
	theirs := side(t, "pathways:\n", "pathways:\n  - {id: asking, title: Asking, stones: [tables, visitors, welcome, contacts, look-in, lonely]}\n")
	code, _, errs := merge(base, ours, theirs)
	assert.Equal(t, 1, code)
	assert.Contains(t, errs, `OM202 no stone "contacts"`)
	assert.NotContains(t, errs, "conflict")
}

func TestRefuses(t *testing.T) {
	for want, args := range map[string][]string{
		"want three map files": {base, base},
		"nowhere":              {base, base, "nowhere"},
		"no such file":         {"-o", filepath.Join(t.TempDir(), "no", "map.yaml"), base, base, base},
		"not defined":          {"-x", base, base, base},
		"OM":                   {base, side(t, "outcomeMap: \"1\"\n", ""), side(t, "columns:", "colums:")},
	} {
		code, out, errs := merge(args...)
		assert.Equal(t, 2, code, want)
		assert.Empty(t, out, want)
		assert.Contains(t, errs, want)
	}
	code, _, errs := merge("-h")
	assert.Equal(t, 0, code)
	assert.Contains(t, errs, "BASE OURS THEIRS")
}
