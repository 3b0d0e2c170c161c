package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/internal/needtool"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema"
)

const summary = `Personal Assistants Programme Board

40 stepping stones in 6 columns
   7  What we do
   7  Who with
   8  How they feel
   8  What they learn and gain
   6  What they do differently
   4  What difference does this make?

3 pathways; 4 stones are in more than one
  13  Relationships: Provide training and support that maximises strong mutual relationships between PAs and Employers
  15  Workforce: Supporting the development of the PA workforce
  14  Employers: Value and support employers

2 warnings, 1 info
      warning: OM301 stone "trainers-including-health-workers" is in no pathway
      info: OM307 text of stone "ability-set-clear-expectations" may say two things, joined by ", and"
      warning: OM301 stone "more-person-centred-practices" is in no pathway

written: DIR/programme-board.yaml, DIR/programme-board.json, DIR/programme-board.svg, DIR/programme-board.dot
`

func TestRun(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	var stdout, stderr bytes.Buffer
	require.Equal(t, 0, run([]string{"-o", dir}, &stdout, &stderr), stderr.String())
	assert.Empty(t, stderr.String())
	assert.Equal(t, summary, strings.ReplaceAll(strings.ReplaceAll(stdout.String(), dir, "DIR"), `\`, "/"))

	fromYAML, err := schema.ReadFile(filepath.Join(dir, "programme-board.yaml"))
	require.NoError(t, err)
	fromJSON, err := schema.ReadFile(filepath.Join(dir, "programme-board.json"))
	require.NoError(t, err)
	assert.Equal(t, fromJSON, fromYAML, "both files hold the same map")

	svg, err := os.ReadFile(filepath.Join(dir, "programme-board.svg"))
	require.NoError(t, err)
	assert.Equal(t, 40, strings.Count(string(svg), "data-stone="), "a card for each stone")
}

// The sample map was made of the same tables: what the tables say, both have.
func TestSampleMapHasTheTables(t *testing.T) {
	dir := t.TempDir()
	require.Equal(t, 0, run([]string{"-o", dir}, new(bytes.Buffer), new(bytes.Buffer)))
	got, err := schema.ReadFile(filepath.Join(dir, "programme-board.yaml"))
	require.NoError(t, err)
	sample, err := schema.ReadFile("../maps/programme-board.yaml")
	require.NoError(t, err)
	assert.Equal(t, bare(got), bare(sample))
}

// bare returns a map with nothing but what the tables say.
func bare(m *outcome.Map) *outcome.Map {
	out := &outcome.Map{ID: m.ID, Title: m.Title, Columns: m.Columns, Pathways: m.Pathways}
	for i := range out.Columns {
		out.Columns[i].Meaning = ""
	}
	for i := range out.Pathways {
		out.Pathways[i].Summary = ""
	}
	return out
}

func TestGraphvizDrawsIt(t *testing.T) {
	dot := needtool.Path(t, "dot")
	dir := t.TempDir()
	require.Equal(t, 0, run([]string{"-o", dir}, new(bytes.Buffer), new(bytes.Buffer)))
	out, err := exec.Command(dot, "-Tsvg", filepath.Join(dir, "programme-board.dot")).CombinedOutput()
	require.NoError(t, err, string(out))
	assert.Contains(t, string(out), "Promote the role of PAs")
}

func TestCannotRun(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	for why, args := range map[string][]string{
		"no such flag":           {"-x"},
		"a file, not a folder":   {"-o", file},
		"a folder inside a file": {"-o", filepath.Join(file, "out")},
	} {
		var stdout, stderr bytes.Buffer
		assert.Equal(t, 2, run(args, &stdout, &stderr), why)
		assert.Empty(t, stdout.String(), why)
		assert.NotEmpty(t, stderr.String(), why)
	}
}
