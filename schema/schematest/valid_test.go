package schematest

import (
	"errors"
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema"
	"github.com/stretchr/testify/assert"
)

const good = `outcomeMap: "1"
title: Bread
columns:
  - {id: do, stones: [{id: bake, text: Bake bread}]}
`

func folder(bad string) fstest.MapFS {
	return fstest.MapFS{
		"maps/a.yaml":     {Data: []byte(good)},
		"maps/sub/b.yaml": {Data: []byte(bad)},
		"maps/notes.txt":  {Data: []byte("no map")},
	}
}

func TestValid(t *testing.T) {
	misspelt := good + "desciption: text\n"
	two := misspelt + "titel: text\n"
	loose := good + "pathways: [{id: p}]\n"
	for _, tt := range []struct {
		why, bad, pattern string
		opts              []Option
		failed, logged    string // what is said, "" for nothing
	}{
		{"all is well", good, "maps/**/*.yaml", nil, "", ""},
		{"a fault with its line", misspelt, "**/*.yaml", nil, `
maps/sub/b.yaml:5:1: error: OM113 `, ""},
		{"another file has it", misspelt, "maps/*.yaml", nil, "", ""},
		{"no file matches", good, "maps/*.json", nil, `no map file matches "maps/*.json"`, ""},
		{"no such folder", good, "mapps/*.yaml", nil, "mapps", ""},
		{"no pattern", good, "[", nil, "syntax error in pattern", ""},
		{"a warning is logged", loose, "**/*.yaml", nil, "", "warning: OM301 "},
		{"a profile makes it an error", loose, "**/*.yaml", []Option{Profile("final")}, "error: OM301 ", ""},
		{"or a stricter test", loose, "**/*.yaml", []Option{FailOn(outcome.Warning)}, "warning: OM301 ", ""},
		{"or a setting, with its reason", loose, "**/*.yaml", []Option{Settings(outcome.RuleSetting{Rule: "OM301", Severity: outcome.Error, Because: "every stone counts"})}, "because: every stone counts", ""},
		{"a setting can make it pass", loose, "**/*.yaml", []Option{Profile("final"), Settings(outcome.RuleSetting{Rule: "OM301", Severity: outcome.Off})}, "", ""},
		{"what is no profile", good, "**/*.yaml", []Option{Profile("finale")}, `no profile "finale"`, ""},
		{"what is no rule", good, "**/*.yaml", []Option{Settings(outcome.RuleSetting{Rule: "OM999", Severity: outcome.Off})}, `no rule "OM999"`, ""},
		{"what no setting changes", good, "**/*.yaml", []Option{Settings(outcome.RuleSetting{Rule: "OM101", Severity: outcome.Off})}, "OM101 cannot be changed", ""},
		{"limits are handed on", good, "**/*.yaml", []Option{Reading(schema.WithLimits(schema.Limits{Bytes: 20}))}, "OM103", ""},
		{"findings left out are counted", two, "**/*.yaml", []Option{FailOn(outcome.Info), Reading(schema.WithLimits(schema.Limits{Findings: 1}))}, "more that were not kept", ""},
	} {
		r := record(t, func(tb testing.TB) { Valid(tb, folder(tt.bad), tt.pattern, tt.opts...) })
		says(t, tt.failed, r.failed, tt.why)
		says(t, tt.logged, r.logged, tt.why)
	}
}

func says(t *testing.T, want, got, why string) {
	t.Helper()
	if want == "" {
		assert.Empty(t, got, why)
	} else {
		assert.Contains(t, got, want, why)
	}
}

func TestValidShowsTheLine(t *testing.T) {
	r := record(t, func(tb testing.TB) { Valid(tb, folder(good+"desciption: text\n"), "**/b.yaml") })
	assert.Equal(t, `
maps/sub/b.yaml:5:1: error: OM113 an outcome map has no field "desciption" (did you mean "description"?)
    4 |   - {id: do, stones: [{id: bake, text: Bake bread}]}
 >  5 | desciption: text
      | ^^^^^^^^^^
1 error in 1 file
`, r.failed)
}

// Each file is a subtest of its own.
func TestValidSubtests(t *testing.T) {
	Valid(t, folder(good), "**/*.yaml", Profile("final"))
}

type broken struct{ fs.FS }

func (b broken) Open(name string) (fs.File, error) {
	if name == "maps/a.yaml" {
		return nil, errors.New("disk on fire")
	}
	return b.FS.Open(name)
}

func TestValidCannotRead(t *testing.T) {
	r := record(t, func(tb testing.TB) { Valid(tb, broken{folder(good)}, "**/*.yaml", nil) })
	assert.Contains(t, r.failed, "maps/a.yaml: disk on fire")
}
