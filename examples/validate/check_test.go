package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/outcomemap/outcomemap/schema"
	"github.com/outcomemap/outcomemap/schema/schematest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func write(t testing.TB, name, text string) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o750))
	require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
}

const (
	sound = "outcomeMap: \"1\"\ntitle: Bread\ncolumns: [{id: do, stones: [{id: bake, text: Bake bread}]}]\n"
	loose = sound + "pathways: [{id: p}]\n" // a stone in no pathway
)

// A file is taken whatever it is called, a folder for the map files in it at any depth, a pattern
// for what matches, each file once and in the order of the arguments.
func TestArguments(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"b/x.yaml", "b/deep/er/y.json", "a.yml", "b/notes.txt", "b/.git/z.yaml", "c [1].yaml"} {
		write(t, name, sound)
	}
	for _, tt := range []struct {
		why  string
		args []string
		want []string
	}{
		{"a file of any name", []string{"b/notes.txt"}, []string{"b/notes.txt"}},
		{"a folder", []string{"b"}, []string{"b/deep/er/y.json", "b/x.yaml"}},
		{"each once, in order", []string{"b/x.yaml", "a.yml", "b"}, []string{"b/x.yaml", "a.yml", "b/deep/er/y.json"}},
		{"a star stays in its folder", []string{"b/*"}, []string{"b/notes.txt", "b/x.yaml"}},
		{"two go through all", []string{"b/**/*.json"}, []string{"b/deep/er/y.json"}},
		{"or through none", []string{"**/*.y?l", "**/x.*"}, []string{"a.yml", "b/x.yaml"}},
		{"brackets in a name are no pattern", []string{"c [1].yaml"}, []string{"c [1].yaml"}},
		{"here", []string{"."}, []string{"a.yml", "b/deep/er/y.json", "b/x.yaml", "c [1].yaml"}},
	} {
		got, err := expand(tt.args)
		require.NoError(t, err, tt.why)
		for i := range got {
			got[i] = filepath.ToSlash(got[i])
		}
		assert.Equal(t, tt.want, got, tt.why)
	}
}

func TestTextShowsTheLine(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "m.yaml", sound+"desciption: text\n")
	code, out, _ := validate("m.yaml")
	assert.Equal(t, 1, code)
	assert.Equal(t, `m.yaml:4:1: error: OM113 an outcome map has no field "desciption" (did you mean "description"?)
    3 | columns: [{id: do, stones: [{id: bake, text: Bake bread}]}]
 >  4 | desciption: text
      | ^^^^^^^^^^
1 error in 1 file
`, out)
	_, out, _ = validate("-excerpts", "0", "m.yaml")
	assert.NotContains(t, out, "^")
}

// A setting for one call applies after those that a map carries, and both keep their reasons.
func TestSettings(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "m.yaml", loose)
	write(t, "own.yaml", loose+"rules: [{rule: OM301, severity: error, because: every stone counts}]\n")
	code, out, _ := validate("own.yaml")
	assert.Equal(t, 1, code)
	assert.Contains(t, out, "error: OM301")
	assert.Contains(t, out, "because: every stone counts")

	code, out, _ = validate("-profile", "final", "-rule", "OM301=info: the pilot has none", "-rule", "OM302=off", "m.yaml", "own.yaml")
	assert.Equal(t, 0, code)
	assert.Equal(t, 2, strings.Count(out, "info: OM301"))
	assert.Equal(t, 2, strings.Count(out, "because: the pilot has none"))
}

func TestMachineFormats(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "maps/a b.yaml", loose)
	_, out, _ := validate("-format", "sarif", "maps")
	var log struct {
		Runs []struct {
			Results []struct {
				RuleID    string
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine, StartColumn, EndColumn int }
					}
				}
			}
		}
	}
	require.NoError(t, json.Unmarshal([]byte(out), &log))
	at := log.Runs[0].Results[0].Locations[0].PhysicalLocation
	assert.Equal(t, "maps/a%20b.yaml", at.ArtifactLocation.URI)
	assert.Equal(t, 3, at.Region.StartLine)
	assert.Greater(t, at.Region.EndColumn, at.Region.StartColumn)

	_, out, _ = validate("-format", "github", "maps")
	assert.Contains(t, out, "::warning file=maps/a b.yaml,line=3,col=")
	assert.Contains(t, out, ",title=OM301::stone ")
}

func TestFindingsLeftOutAreSaid(t *testing.T) {
	t.Chdir(t.TempDir())
	var stones strings.Builder
	for i := range 1500 {
		fmt.Fprintf(&stones, "  - {id: s%d, text: Stone %d}\n", i, i)
	}
	write(t, "m.yaml", "outcomeMap: \"1\"\ntitle: Many\npathways: [{id: p}]\ncolumns:\n- id: do\n  stones:\n"+stones.String())
	_, _, errs := validate("m.yaml")
	assert.Contains(t, errs, "m.yaml: 500 more findings are left out")
}

// Whoever watches sees how far it is, and the line is gone at the end; nobody else sees anything.
func TestProgress(t *testing.T) {
	var shown bytes.Buffer
	p := progress{w: &shown, total: 3}
	p.step()
	p.step()
	assert.Equal(t, "\rchecked 1 of 3 files", shown.String(), "not more often than can be read")
	p.shown = time.Time{}
	p.step()
	p.clear()
	assert.True(t, strings.HasSuffix(shown.String(), "\rchecked 3 of 3 files\r\x1b[K"))

	t.Chdir(t.TempDir())
	write(t, "m.yaml", sound)
	var out, errs bytes.Buffer
	assert.Equal(t, 0, run([]string{"m.yaml"}, &out, &errs, true, false))
	assert.Equal(t, "\rchecked 1 of 1 files\r\x1b[K", errs.String())
	assert.Equal(t, "no findings in 1 file\n", out.String())
	file, err := os.Open("m.yaml")
	require.NoError(t, err)
	defer file.Close()
	assert.False(t, terminal(file), "a file is no terminal")
}

// The reports of many files come in the order of the files, however the work was shared out.
func TestManyFilesInOrder(t *testing.T) {
	t.Chdir(t.TempDir())
	for i := range 60 {
		text := sound
		if i%7 == 0 {
			text = loose
		}
		write(t, fmt.Sprintf("m%02d.yaml", i), text)
	}
	_, first, _ := validate(".")
	assert.Contains(t, first, "9 warnings in 60 files")
	for range 5 {
		_, again, _ := validate(".")
		require.Equal(t, first, again)
	}
	assert.Less(t, strings.Index(first, "m07.yaml"), strings.Index(first, "m14.yaml"))
}

// Of a file that could not be read it says that, and nothing of what is in it.
func TestNothingIsSaidOfWhatWasNotRead(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "m.yaml", sound)
	code, out, errs := validate("none.yaml")
	assert.Equal(t, 2, code)
	assert.Empty(t, out)
	assert.Contains(t, errs, "none.yaml")
	code, out, errs = validate("none.yaml", "m.yaml")
	assert.Equal(t, 2, code)
	assert.Equal(t, "no findings in 1 file\n", out)
	assert.Contains(t, errs, "none.yaml")
}

// "x-one": a thousand files of fifty stones each, several at a time, over the same one by one.
func BenchmarkThousandFiles(b *testing.B) {
	dir := b.TempDir()
	names := make([]string, 1000)
	for i := range names {
		names[i] = filepath.Join(dir, fmt.Sprintf("m%03d.json", i))
		var text strings.Builder
		require.NoError(b, schema.Write(&text, schematest.Random(uint64(i), 50), schema.JSON))
		write(b, names[i], text.String())
	}
	var together, single time.Duration
	for b.Loop() {
		t0 := time.Now()
		checkAll(names, io.Discard)
		t1 := time.Now()
		for _, name := range names {
			check(name, nil)
		}
		together, single = together+t1.Sub(t0), single+time.Since(t1)
	}
	b.ReportMetric(float64(together)/float64(single), "x-one")
	b.ReportMetric(float64(together)/float64(b.N)/1e6, "ms/1000-files")
}
