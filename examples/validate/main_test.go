package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func validate(args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = run(args, &out, &err, false, false)
	return code, out.String(), err.String()
}

// The sample maps have no error, and no warning but those that maps/README.md owns up to.
func TestSampleMaps(t *testing.T) {
	for name, warnings := range map[string][]string{
		"ten-stones.yaml":               nil,
		"programme-board.yaml":          {"OM301", "OM301"},
		"sssc-personal-assistants.yaml": nil,
	} {
		code, out, errs := validate("../maps/" + name)
		assert.Equal(t, 0, code, name)
		assert.Empty(t, errs)
		var got []string
		for _, m := range regexp.MustCompile(`warning: (OM\d{3}) `).FindAllStringSubmatch(out, -1) {
			got = append(got, m[1])
		}
		assert.Equal(t, warnings, got, name)
	}
}

func faulty(t *testing.T) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "faulty.yaml")
	require.NoError(t, os.WriteFile(name, []byte("outcomeMap: \"1\"\ntitle: Faulty\ncolumns:\n  - id: do\n    heading: What we do\n"+
		"    stones: [{id: teach, text: Teach}]\npathways:\n  - {id: p, title: P, stones: [teach, teech]}\n"), 0o600))
	return name
}

func TestFaultyMap(t *testing.T) {
	name := faulty(t)
	code, out, errs := validate(name, "../maps/ten-stones.yaml")
	assert.Equal(t, 1, code)
	assert.Empty(t, errs)
	first, _, _ := strings.Cut(out, "\n")
	assert.Equal(t, name+`:8:39: error: OM202 no stone "teech" (did you mean "teach"?)`, first)
	assert.Contains(t, out, "in 2 files\n")
}

func TestProfiles(t *testing.T) {
	name := faulty(t)
	code, out, _ := validate("-profile", "draft", name)
	assert.Equal(t, 0, code, "a draft may have ids that are not there yet")
	assert.Contains(t, out, "warning: OM202")
	code, _, _ = validate("-profile", "final", "../maps/programme-board.yaml")
	assert.Equal(t, 1, code, "in a map that is ready to publish every stone is in a pathway")
}

func TestJSON(t *testing.T) {
	code, out, _ := validate("-format", "json", faulty(t))
	assert.Equal(t, 1, code)
	var got struct {
		Findings []struct{ Rule, Severity string }
		Summary  struct{ Errors int }
	}
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	assert.Equal(t, "OM202", got.Findings[0].Rule)
	assert.Equal(t, "error", got.Findings[0].Severity)
	assert.Positive(t, got.Summary.Errors)
}

func TestCannotRun(t *testing.T) {
	for why, args := range map[string][]string{
		"no such flag":    {"-x"},
		"no such profile": {"-profile", "strict", "x.yaml"},
		"no such format":  {"-format", "xml", "x.yaml"},
		"no file":         {},
		"no such file":    {"no-such-file.yaml"},
		"an empty folder": {t.TempDir()},
		"no match":        {filepath.Join(t.TempDir(), "*.yaml")},
		"no such rule":    {"-rule", "OM999=off", "../maps"},
		"no severity":     {"-rule", "OM301=of", "../maps"},
		"no setting":      {"-rule", "OM301", "../maps"},
		"a fixed rule":    {"-rule", "OM101=off", "../maps"},
	} {
		code, _, errs := validate(args...)
		assert.Equal(t, 2, code, why)
		assert.NotEmpty(t, errs, why)
	}
	code, out, errs := validate("no-such-file.yaml", faulty(t))
	assert.Equal(t, 2, code)
	assert.Contains(t, errs, "no-such-file.yaml")
	assert.Contains(t, out, "error: OM202", "the other files are checked all the same")
}
