package schema

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const small = `{"outcomeMap":"1","title":"T","columns":[{"id":"a","stones":[{"id":"s","text":"S"}]}]%s}`

func read(t *testing.T, more string, opts ...Option) *outcome.Map {
	t.Helper()
	m, err := Read(strings.NewReader(fmt.Sprintf(small, more)), opts...)
	require.NoError(t, err)
	return m
}

func TestExtraIsKept(t *testing.T) {
	for _, tt := range []struct{ in, want, why string }{
		{`{ "b" : 1.50 , "a":[ 1e400,-0, "\u00e9\/\n" ] }`, `{"b":1.50,"a":[1e400,-0,"é/\n"]}`, "compact, order and number text as they are, least escapes"},
		{`{}`, ``, "none"},
		{`{"x":{"y":null,"z":[true,false,{}]}}`, `{"x":{"y":null,"z":[true,false,{}]}}`, "null has a meaning of its author's"},
		{`{"1":"1","~":"~1"}`, `{"1":"1","~":"~1"}`, "odd names"},
	} {
		m := read(t, `,"extra":`+tt.in)
		assert.Equal(t, tt.want, string(m.Extra), tt.why)
		back, err := Read(bytes.NewReader(write(t, m, YAML)))
		require.NoError(t, err)
		assert.Equal(t, tt.want, string(back.Extra), "%s: by way of YAML", tt.why)
	}
}

// "$schema" is for editors: any text will do, and it is not kept.
// A nil option sets nothing, so that a caller can build a list with gaps.
func TestNilOption(t *testing.T) {
	m, err := Read(strings.NewReader(fmt.Sprintf(small, "")), nil)
	require.NoError(t, err)
	assert.NotEmpty(t, m.Columns)
}

func TestSchemaAddressIsForEditors(t *testing.T) {
	m := read(t, `,"$schema":"file:///etc/passwd"`)
	assert.NotContains(t, string(write(t, m, JSON)), "passwd")
	_, err := Read(strings.NewReader(fmt.Sprintf(small, `,"$schema":5`)))
	require.ErrorContains(t, err, "OM111")
}

func TestDraftKeepsUnknownFields(t *testing.T) {
	const more = `,"colour":{"b":[1.0]},"extra":{"z":1,"colour2":2},"colour2":3,"evidence":{"items":[{"id":"i","titel":null}]}`
	bothWays(t, "draft", func(t *testing.T, way Option) {
		m := read(t, more, Profile(outcome.Draft), way)
		assert.Equal(t, `{"z":1,"colour2":2,"colour":{"b":[1.0]}}`, string(m.Extra), "what extra has already stays")
		assert.Equal(t, `{"titel":null}`, string(m.Evidence.Items[0].Extra))
	})
	_, err := Read(strings.NewReader(fmt.Sprintf(small, more)))
	require.Error(t, err, "review")
}

// In a draft a misspelt field is kept as it is; what a reader of the map cannot do without is still an error.
func TestDraftIsLenient(t *testing.T) {
	src := `{"outcomeMap":"1","titel":"T","columns":[{"id":"a b","level":"impct","stones":[{"txet":"S"}]}],"provenance":{"date":"May","url":"javascript:x"}}`
	res, err := Load(strings.NewReader(src), Profile(outcome.Draft))
	require.NoError(t, err)
	require.NoError(t, res.Err())
	assert.Equal(t, "a b", res.Map.Columns[0].ID)
	assert.Equal(t, `{"txet":"S"}`, string(res.Map.Columns[0].Stones[0].Extra))
	res, err = Load(strings.NewReader(strings.Replace(src, `"May"`, "5", 1)), Profile(outcome.Draft))
	require.NoError(t, err)
	require.ErrorContains(t, res.Err(), "OM111", "a number where text is wanted cannot be kept")
}

func TestShorthand(t *testing.T) {
	const columns = `"columns":[{"level":"activities","stones":[{"id":"a1","text":"A"},{"id":"a2","text":"B"}]},{"id":"i","level":"impact","stones":[{"id":"i1","text":"C"}]}]`
	src := `{"outcomeMap":"1","title":"T",` + columns + `,"pathways":[{"id":"p","stones":["i1","a2","nowhere","a1"]},{"id":"q","links":[],"steps":[]},{"id":"r","stones":["nowhere"]}]}`
	res, err := Load(strings.NewReader(src), WithFormat(JSON))
	require.NoError(t, err)
	assert.Equal(t, "activities", res.Map.Columns[0].ID, "its level, where it has no id")
	assert.Equal(t, []pathway.Step{{Column: "activities", Stones: []string{"a2", "nowhere", "a1"}}, {Column: "i", Stones: []string{"i1"}}},
		res.Map.Pathways[0].Steps, "grouped by column, in the order of the list")
	assert.NotNil(t, res.Map.Pathways[1].Links, "an empty list says that there are none")
	assert.Nil(t, res.Map.Pathways[0].Links)
	assert.Nil(t, res.Map.Pathways[1].Steps)
	var dangling []string
	for _, f := range res.Findings {
		if f.Severity == outcome.Error {
			dangling = append(dangling, f.Rule+" "+f.Pointer)
		}
	}
	assert.Equal(t, []string{"OM202 /pathways/0/stones/2"}, dangling, "pointers lead into the file")
}

func TestSettings(t *testing.T) {
	src := `{"outcomeMap":"1","title":"T","columns":[{"id":"a","colour":"red","heading":5}],"rules":[{"rule":"OM302","severity":"off","because":"to come"}]}`
	find := func(opts ...Option) []outcome.Finding {
		fs, err := Validate(strings.NewReader(src), opts...)
		require.NoError(t, err)
		return fs
	}
	assert.Equal(t, []string{"1:52 OM113", "1:77 OM111"}, spots(find()), "the map turns OM302 off")
	off := outcome.RuleSetting{Rule: "OM113", Severity: outcome.Off}
	assert.Equal(t, []string{"1:77 OM111"}, spots(find(Settings(off))))
	warn := outcome.RuleSetting{Rule: "OM113", Severity: outcome.Warning, Because: "colours are new"}
	fs := find(Settings(off, warn), Settings(outcome.RuleSetting{Rule: "OM111", Severity: outcome.Off}))
	require.Len(t, fs, 2, "later ones win, and a wrong type is always told")
	assert.Equal(t, outcome.Warning, fs[0].Severity)
	assert.Equal(t, "colours are new", fs[0].Because)
}

func TestFormatIsToldByNameOrContent(t *testing.T) {
	asJSON := fmt.Sprintf(small, "")
	for _, tt := range []struct {
		name, src string
		want      Format
	}{
		{"", asJSON, JSON},
		{"", "\n\t" + asJSON, JSON},
		{"", "# a comment\n" + asJSON, YAML},
		{"", "\ufeff" + asJSON, JSON},
		{"map.yaml", asJSON, YAML},
		{"map.YML", asJSON, YAML},
		{"map.json", asJSON, JSON},
		{"map.txt", asJSON, JSON},
	} {
		res, err := Load(strings.NewReader(tt.src), Name(tt.name))
		require.NoError(t, err)
		assert.Equal(t, tt.want, res.Format, tt.name)
		assert.NoError(t, res.Err())
	}
}

// What dangles in many places is one finding at the first of them in the file, whatever the order in
// which its parts are looked at.
func TestOneFindingForManyPlaces(t *testing.T) {
	src := `{"outcomeMap":"1","title":"T","columns":[{"id":"a","stones":[{"id":"s","text":"S"}]}],"evidence":{"assessments":[{"about":{"stone":"x"}}],"claims":[` +
		strings.Repeat(`{"about":{"stone":"x"}},`, 10) + `{"about":{"stone":"y"}}]}}`
	res, err := Load(strings.NewReader(src), WithFormat(JSON))
	require.NoError(t, err)
	require.Len(t, res.Findings, 2, "one an id")
	f := res.Findings[0]
	assert.Equal(t, `no stone "x", in 11 places`, f.Message)
	assert.Equal(t, "/evidence/assessments/0/about/stone", f.Pointer)
	assert.Len(t, f.Related, 10)
	assert.Positive(t, f.Related[0].Pos.Line)
}

// A byte order mark is told where it stands, and all of it; so is a byte that no text has.
func TestBytesHaveTheirPlace(t *testing.T) {
	res, err := Load(strings.NewReader("\ufeff" + `{"outcomeMap": "1", "title": "T", "columns": [{"id": "c", "stones": [{"id": "a", "text": "A"}]}]}`))
	require.NoError(t, err)
	require.NotEmpty(t, res.Findings)
	assert.Equal(t, rule.ByteMark, res.Findings[0].Rule)
	assert.Equal(t, outcome.Position{Line: 1, Column: 1, Length: len("\ufeff")}, res.Findings[0].Pos)

	res, err = Load(strings.NewReader("{\n \x00}"))
	require.NoError(t, err)
	require.NotEmpty(t, res.Findings)
	assert.Equal(t, rule.Encoding, res.Findings[0].Rule)
	assert.Equal(t, outcome.Position{Line: 2, Column: 2, Offset: 3, Length: 1}, res.Findings[0].Pos)
}
