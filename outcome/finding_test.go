package outcome_test

import (
	"encoding/json"
	"testing"

	. "github.com/outcomemap/outcomemap/outcome"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSortFindings(t *testing.T) {
	at := func(file string, line, column int, pointer, rule string) Finding {
		return Finding{Rule: rule, Place: Place{Pointer: pointer, Pos: Position{File: file, Line: line, Column: column}}}
	}
	want := []Finding{
		at("", 0, 0, "/columns/2", "OM301"), at("", 0, 0, "/columns/10", "OM301"), at("", 0, 0, "/columns/10/id", "OM201"),
		at("a", 1, 9, "/z", "OM101"), at("a", 2, 1, "/b", "OM101"), at("a", 2, 1, "/b", "OM102"), at("b", 1, 1, "", "OM101"),
	}
	got := []Finding{want[5], want[3], want[1], want[6], want[2], want[0], want[4]}
	SortFindings(got)
	assert.Equal(t, want, got)
}

func TestFindingString(t *testing.T) {
	f := Finding{Rule: "OM202", Severity: Error, Message: `no stone "emploers"`}
	assert.Equal(t, `error: OM202 no stone "emploers"`, f.String())
	f.Hint, f.Pos = `did you mean "employers"?`, Position{File: "map.yaml", Line: 41, Column: 22}
	assert.Equal(t, `map.yaml:41:22: error: OM202 no stone "emploers" (did you mean "employers"?)`, f.String())
}

func TestFindingAsJSON(t *testing.T) {
	f := Finding{Rule: "OM202", Severity: Warning, Place: Place{Pointer: "/a", Pos: Position{Line: 3, Column: 7, Offset: 40}}, Message: "no stone"}
	got, err := json.Marshal(f)
	require.NoError(t, err)
	assert.JSONEq(t, `{"rule":"OM202","severity":"warning","pointer":"/a","pos":{"line":3,"column":7,"offset":40},"message":"no stone"}`, string(got))
	var back Finding
	require.NoError(t, json.Unmarshal(got, &back))
	assert.Equal(t, f, back)
}

func TestSeverity(t *testing.T) {
	for _, s := range []Severity{Off, Info, Warning, Error} {
		text, err := s.MarshalText()
		require.NoError(t, err)
		var back Severity
		require.NoError(t, back.UnmarshalText(text))
		assert.Equal(t, s, back)
	}
	_, err := Severity(0).MarshalText()
	require.Error(t, err, "the zero value is no severity")
	assert.Equal(t, "Severity(9)", Severity(9).String())
	require.ErrorContains(t, new(Severity).UnmarshalText([]byte("fatal")), `no severity "fatal"`)
}

func TestParseProfile(t *testing.T) {
	p, err := ParseProfile("")
	require.NoError(t, err)
	assert.Equal(t, Review, p)
	p, err = ParseProfile("final")
	require.NoError(t, err)
	assert.Equal(t, Final, p)
	_, err = ParseProfile("strict")
	require.ErrorContains(t, err, "draft, review or final")
}

func TestPositionString(t *testing.T) {
	for want, p := range map[string]Position{
		"":             {},
		"map.yaml":     {File: "map.yaml"},
		"map.yaml:3":   {File: "map.yaml", Line: 3}, // as a row of a spreadsheet, which has no columns of characters
		"map.yaml:3:7": {File: "map.yaml", Line: 3, Column: 7, Offset: 40},
		"3:7":          {Line: 3, Column: 7},
		"3":            {Line: 3},
		"other.yaml":   {File: "other.yaml", Column: 7}, // a column of no line says nothing
	} {
		assert.Equal(t, want, p.String())
	}
}
