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

func spreadsheet(args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = run(args, &out, &errs)
	return code, out.String(), errs.String()
}

// sheetOf writes the plan with one cell spoilt.
func sheetOf(t *testing.T, old, with string) string {
	t.Helper()
	plan, err := os.ReadFile("testdata/plan.csv")
	require.NoError(t, err)
	require.Contains(t, string(plan), old)
	file := filepath.Join(t.TempDir(), "plan.csv")
	require.NoError(t, os.WriteFile(file, []byte(strings.Replace(string(plan), old, with, 1)), 0o600))
	return file
}

// Counted by hand in testdata/plan.csv.
func TestPlan(t *testing.T) {
	out := filepath.Join(t.TempDir(), "map.yaml")
	code, stdout, stderr := spreadsheet("-title", "Repair café", "-o", out, "testdata/plan.csv")
	require.Equal(t, 0, code, stderr)
	assert.Empty(t, stdout)
	assert.Empty(t, stderr, "nothing is wrong with the plan")
	m, err := schema.ReadFile(out)
	require.NoError(t, err)
	assert.Equal(t, "Repair café", m.Title)
	var stones []int
	for _, c := range m.Columns {
		stones = append(stones, len(c.Stones))
	}
	assert.Equal(t, []int{1, 2, 1, 2, 2}, stones)
	assert.Equal(t, "Set up repair tables, with tools, each month", m.Columns[0].Stones[0].Text)
	require.Len(t, m.Pathways, 2)
	assert.Equal(t, []string{"tables", "visitors", "welcome", "mend", "waste"}, m.Pathways[0].Stones())
	assert.Equal(t, []string{"tables", "repairers", "welcome", "look-in", "lonely"}, m.Pathways[1].Stones())
	assert.Equal(t, "Who was helped once comes back to look", m.Pathways[1].Links[0].Mechanism)
}

// A fault is told by the row that it came from, not by a line of a file that nobody has.
func TestFaults(t *testing.T) {
	for _, tt := range []struct {
		why, old, with string
		code           int
		want           string
	}{
		{"a link to nobody", "repairers,look-in", "repairers,lookin", 1, `plan.csv:12: error: OM202 no stone or column "lookin"`},
		{"an id with a space", "stone,waste,", "stone,less waste,", 1, `plan.csv:10: error: OM`},
		{"an id twice", "stone,lonely,", "stone,waste,", 1, `plan.csv:11: error: OM201`},
		{"a stone without words", "Less is thrown away", "", 1, "plan.csv:10: error: OM"},
		{"a stone in no pathway", "Neighbours with broken things,mending", "Neighbours with broken things,", 0, "plan.csv:6: warning: OM301"},
		{"a pathway that stops short", "Less is thrown away,mending", "Less is thrown away,", 0, "plan.csv:2: warning: OM304"},
		{"a pathway that has no row", "Less is thrown away,mending", "Less is thrown away,mendin", 1, `row 10 is in pathway "mendin"`},
		{"a link in a pathway that has no row", "look,meeting", "look,meetin", 1, `row 12 is in pathway "meetin"`},
		{"no such kind", "link,,", "arrow,,", 1, `row 12 is a "arrow"`},
		{"a cell too many", "repairers,look-in", "repairers,look-in,", 1, "wrong number of fields"},
		{"as spreadsheets save it where a comma stands in numbers", "kind,id,column,text,pathway,from,to", "kind;id;column;text;pathway;from;to", 1, "the first row has to be kind,id,column,text,pathway,from,to, with commas between"},
		{"other headings", "kind,id", "id,kind", 1, "the first row has to be kind,id"},
		{"a quote that is not closed", "link,,", `"link,,`, 1, "plan.csv: parse error"},
	} {
		code, stdout, stderr := spreadsheet(sheetOf(t, tt.old, tt.with))
		assert.Equal(t, tt.code, code, tt.why)
		assert.Contains(t, stderr, tt.want, tt.why)
		assert.Equal(t, tt.code == 0, stdout != "", "%s: a map is written only where nothing is an error", tt.why)
	}
}

func TestEmptySheet(t *testing.T) {
	code, stdout, stderr := spreadsheet(os.DevNull)
	assert.Equal(t, 1, code)
	assert.Empty(t, stdout)
	assert.Equal(t, os.DevNull+": the file is empty: the first row has to be kind,id,column,text,pathway,from,to\n", stderr)
}

func TestByteOrderMark(t *testing.T) {
	code, stdout, stderr := spreadsheet("-title", "T", sheetOf(t, "kind,", "\ufeffkind,"))
	assert.Equal(t, 0, code, stderr)
	assert.Contains(t, stdout, "title: T\n")
}

func TestOfTheMapItself(t *testing.T) {
	s := &sheet{rows: map[string]int{"/pathways/0": 2}}
	assert.Equal(t, 2, s.rowOf("/pathways/0/steps/1"))
	assert.Zero(t, s.rowOf("/columns"))
	assert.Zero(t, s.rowOf(""))
	assert.Equal(t, "plan.csv", outcome.Position{File: "plan.csv", Line: s.rowOf("/title")}.String())
}

func TestRefuses(t *testing.T) {
	for want, args := range map[string][]string{
		"want one file":     {"a.csv", "b.csv"},
		"nowhere.csv":       {"nowhere.csv"},
		"flag provided":     {"-titel", "T", "testdata/plan.csv"},
		"no such file":      {"-o", filepath.Join(t.TempDir(), "no", "map.yaml"), "testdata/plan.csv"},
		"spreadsheet: read": {t.TempDir()},
	} {
		code, stdout, stderr := spreadsheet(args...)
		assert.Equal(t, 2, code, want)
		assert.Contains(t, stderr, want)
		assert.Empty(t, stdout)
	}
}
