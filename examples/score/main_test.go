package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/schema/schematest"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const rated = "../maps/programme-board-rated.yaml"

func out(t *testing.T, args ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, run(args, &b))
	return b.Bytes()
}

func TestText(t *testing.T) {
	schematest.Golden(t, "relationships.txt", out(t, "-pathway", "relationships", rated))
}

func TestJSON(t *testing.T) {
	var cards []evidence.Scorecard
	require.NoError(t, json.Unmarshal(out(t, "-format", "json", "../maps/programme-board.yaml"), &cards))
	require.Len(t, cards, 3)
	assert.Equal(t, 13, cards[0].Ratings.Stones, "as counted in the published table")
	assert.Equal(t, evidence.Incomplete, cards[0].Ratings.Completeness)
}

func TestCSV(t *testing.T) {
	lines, err := csv.NewReader(bytes.NewReader(out(t, "-format", "csv", rated))).ReadAll()
	require.NoError(t, err)
	assert.Greater(t, len(lines), 42, "a row for each stone of each pathway, and more")
}

func TestOnADay(t *testing.T) {
	assert.NotEqual(t, string(out(t, "-on", "2022-12", rated)), string(out(t, rated)))
}

// A map without pathways is a map: its table has no rows, its list no cards.
func TestWithoutPathways(t *testing.T) {
	for format, want := range map[string]string{
		"text": "The map has no pathway: nothing is claimed that could be judged.\n", "json": "[]\n", "csv": "kind,pathway,",
	} {
		var b bytes.Buffer
		require.NoError(t, run([]string{"-format", format, "../maps/sssc-personal-assistants.yaml"}, &b))
		assert.Equal(t, want, b.String()[:len(want)], format)
		assert.Equal(t, 1, strings.Count(b.String(), "\n"), format)
	}
}

func TestRefuses(t *testing.T) {
	for _, tt := range []struct {
		want string
		args []string
	}{
		{"want one map file", nil},
		{`no pathway "nobody"`, []string{"-pathway", "nobody", rated}},
		{"is no date", []string{"-on", "soon", rated}},
		{`no format "xml"`, []string{"-format", "xml", rated}},
		{"no such file", []string{"nowhere.yaml"}},
	} {
		require.ErrorContains(t, run(tt.args, new(bytes.Buffer)), tt.want)
	}
}
