package plan

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/outcome"
)

var readOptions = Options{Depth: 64, Stones: 9, Links: 9, Faults: 100}

func planOf[T any](t *testing.T, schema string) *Plan {
	t.Helper()
	s := compileSuite([]byte(schema))
	require.NotNil(t, s)
	p, err := Compile(s, reflect.TypeFor[T]())
	require.NoError(t, err)
	return p
}

// Where the whole file is judged, the same is found at the same places, whatever its fields are called.
func TestJudgedWholeAndInPartsAlike(t *testing.T) {
	p := planOf[everyKind](t, everySchema)
	r := rand.New(rand.NewPCG(3, 1415))
	pointers := func(src string, opts Options) map[string]bool {
		found := make(map[string]bool)
		for _, f := range p.Read(src, new(everyKind), opts).Faults {
			if !f.Own {
				require.LessOrEqual(t, f.At+f.Len, len(src))
				found[f.Rule+" "+f.Pointer+" "+src[f.At:f.At+f.Len]] = true
			}
		}
		return found
	}
	faulty := 0
	for range 3_000 {
		src, err := json.Marshal(someFields(r))
		require.NoError(t, err)
		whole := readOptions
		whole.Judge = true
		parts := pointers(string(src), readOptions)
		require.Equal(t, parts, pointers(string(src), whole), "%s", src)
		if len(parts) > 0 {
			faulty++
		}
	}
	assert.Greater(t, faulty, 1_000)
	names := pointers(`{"id": "a", "names": {"b/c": "too long", "é%~": "too long", "a b": "too long"}}`, readOptions)
	assert.Equal(t, map[string]bool{
		`OM119 /names/b~1c "too long"`: true, `OM119 /names/é%~0 "too long"`: true, `OM119 /names/a b "too long"`: true,
	}, names)
}

// Numbers in the place of an object or of the version are told as such, whatever digit they begin with.
func TestBareNumbers(t *testing.T) {
	src, err := os.ReadFile("../../outcomemap.schema.json")
	require.NoError(t, err)
	p := OfMaps(src)
	for _, digit := range "0123456789" {
		period := `{"outcomeMap": "1", "title": "T", "columns": [{"id": "a"}], "evidence": {"indicators": [{"id": "i", "periods": [` + string(digit) + `]}]}}`
		reading := p.Read(period, new(outcome.Map), readOptions)
		require.NotEmpty(t, reading.Faults)
		assert.Equal(t, "/evidence/indicators/0/periods/0", reading.Faults[0].Pointer)
		assert.Contains(t, reading.Faults[0].Hint, "actual: "+string(digit))
		if digit == '1' {
			continue // the version, but for its quotes
		}
		reading = p.Read(`{"outcomeMap": `+string(digit)+`, "title": "T", "columns": [{"id": "a"}]}`, new(outcome.Map), readOptions)
		require.Len(t, reading.Faults, 1)
		assert.Equal(t, rule.Version, reading.Faults[0].Rule)
	}
}

// A file is of a newer version only if it names one: not every text in which Go reads a number does.
func TestNewerVersions(t *testing.T) {
	for version, want := range map[string]bool{
		"2": true, "10": true, "1.1": true, "2.": true,
		"1": false, "1.0": false, "0.9": false, "": false, ".": false, "1.2.3": false, strings.Repeat("9", 65): false,
		"1_0": false, "0x2p0": false, "2e0": false, "+2": false, "-2": false, "two": false, "Inf": false,
	} {
		assert.Equal(t, want, newer(version), "%q", version)
	}
	src, err := os.ReadFile("../../outcomemap.schema.json")
	require.NoError(t, err)
	reading := OfMaps(src).Read(`{"outcomeMap": "1_0", "title": "T", "columns": [{"id": "a"}]}`, new(outcome.Map), readOptions)
	require.Len(t, reading.Faults, 1)
	assert.Equal(t, rule.Version, reading.Faults[0].Rule)
	assert.Equal(t, `no version "1_0" of the map file is known, only "1"`, reading.Faults[0].Message)
	assert.Empty(t, reading.Faults[0].Hint)
}

// Of every object it is known which field a bare value is meant for, but of those that one value does not say.
func TestMainFields(t *testing.T) {
	src, err := os.ReadFile("../../outcomemap.schema.json")
	require.NoError(t, err)
	var schema struct {
		Defs map[string]struct {
			Type       string
			Properties map[string]any
		} `json:"$defs"`
	}
	require.NoError(t, json.Unmarshal(src, &schema))
	var none []string
	for _, def := range sorted(schema.Defs) {
		s := schema.Defs[def]
		switch main := mainField(def); {
		case main != "":
			assert.Contains(t, s.Properties, main, def)
		case len(s.Properties) > 0:
			none = append(none, def)
		}
	}
	assert.Equal(t, []string{"assessment", "bearing", "claim", "evidence", "group", "innerTarget", "link", "ruleSetting", "step", "target"}, none)
}

// Of several faults of one value that is told from which the others may follow.
func TestWeight(t *testing.T) {
	var weights []int
	for _, keyword := range []string{"type", "const", "enum", "minLength", "pattern", "maxLength", "minimum", "maximum", "multipleOf"} {
		weights = append(weights, weight(keyword))
	}
	assert.IsIncreasing(t, weights)
	assert.Equal(t, weight("multipleOf"), weight("uniqueItems"))
}

func TestUnescape(t *testing.T) {
	for location, want := range map[string]string{"": "", "/a%20b/%C3%A9~1%25": "/a b/é~1%", "/%": "/%"} {
		assert.Equal(t, want, unescape(location), "of what is not escaped nothing is lost")
	}
}

// A list that is there and empty is kept where its field is always written; elsewhere it is as good as none.
func TestEmptyLists(t *testing.T) {
	type lists struct {
		Kept  []string   `json:"kept"`
		Other []string   `json:"other,omitempty"`
		Deep  [][]string `json:"deep"`
	}
	p := planOf[lists](t, string(objectOf(`"kept": {"type": "array", "items": {"type": "string"}}, "other": {"type": "array", "items": {"type": "string"}},
		"deep": {"type": "array", "items": {"type": "array", "items": {"type": "string"}}}`)))
	for src, want := range map[string]lists{
		`{}`: {}, `{"kept": [], "other": [], "deep": [[]]}`: {Kept: []string{}, Deep: [][]string{nil}}, `{"kept": ["a"], "other": ["b"], "deep": []}`: {Kept: []string{"a"}, Other: []string{"b"}, Deep: [][]string{}},
	} {
		var got lists
		require.Empty(t, p.Read(src, &got, readOptions).Faults, src)
		assert.Equal(t, want, got, src)
	}
	var m outcome.Map
	src, err := os.ReadFile("../../outcomemap.schema.json")
	require.NoError(t, err)
	reading := OfMaps(src).Read(`{"outcomeMap": "1", "title": "T", "columns": [{"id": "a"}], "pathways": [{"id": "p", "stones": []}], "evidence": {"indicators": [{"id": "i", "baseline": []}]}}`, &m, readOptions)
	require.Empty(t, reading.Faults)
	require.Len(t, m.Pathways[0].Steps, 1)
	assert.Equal(t, ShortColumn, m.Pathways[0].Steps[0].Column)
	assert.NotNil(t, m.Pathways[0].Steps[0].Stones, "it was written")
	assert.Nil(t, m.Evidence.Indicators[0].Baseline)
}

// A type that holds itself gets memory of its own for each list inside a list.
func TestListsInThemselves(t *testing.T) {
	type tree struct {
		Name string `json:"name,omitempty"`
		Kids []struct {
			Name string `json:"name,omitempty"`
		} `json:"kids,omitempty"`
	}
	type forest struct {
		Trees []tree `json:"trees,omitempty"`
	}
	p := planOf[forest](t, string(objectOf(`"trees": {"type": "array", "items": {"type": "object", "additionalProperties": false, "properties": {"name": {"type": "string"},
		"kids": {"type": "array", "items": {"type": "object", "additionalProperties": false, "properties": {"name": {"type": "string"}}}}}}}`)))
	src := `{"trees": [` + strings.Repeat(`{"name": "a", "kids": [{"name": "b"}, {}]}, {}, {"kids": [{}, {}, {}, {}, {"name": "c"}]}, `, 200) + `{"name": "d"}]}`
	var got, want forest
	require.Empty(t, p.Read(src, &got, readOptions).Faults)
	require.NoError(t, json.Unmarshal([]byte(src), &want))
	assert.Equal(t, want, got)

	p = planOf[knot](t, string(objectOf(`"name": {"type": "string"}, "kids": {"type": "array", "items": {"$ref": "#"}}`)))
	src = `{"kids": [{"name": "a", "kids": [{"name": "b", "kids": [{}, {"name": "c"}]}, {"name": "d"}]}, {"kids": [{"name": "e"}]}, {"name": "f"}]}`
	var one, other knot
	require.Empty(t, p.Read(src, &one, readOptions).Faults)
	require.NoError(t, json.Unmarshal([]byte(src), &other))
	assert.Equal(t, other, one)
}

type knot struct {
	Name string `json:"name,omitempty"`
	Kids []knot `json:"kids,omitempty"`
}

// A text may be blank where it may be empty.
func TestBlankWhereSomethingHasToBeSaid(t *testing.T) {
	type one struct {
		A string `json:"a,omitempty"`
	}
	for schema, want := range map[string]int{`"a": {"type": "string", "minLength": 1}`: 1, `"a": {"type": "string", "minLength": 0}`: 0, `"a": {"type": "string"}`: 0} {
		reading := planOf[one](t, string(objectOf(schema))).Read(`{"a": " "}`, new(one), readOptions)
		assert.Len(t, reading.Faults, want, schema)
	}
}

// A misspelt field is first of all one that has to be there.
func TestMissingFieldsAreMeantFirst(t *testing.T) {
	type one struct {
		A string `json:"titla,omitempty"`
		B string `json:"title,omitempty"`
	}
	p := planOf[one](t, objectText(`"titla": {"type": "string"}, "title": {"type": "string"}`, `, "required": ["title"]`))
	opts := readOptions
	opts.Mend = true
	var got one
	reading := p.Read(`{"titlx": "T"}`, &got, opts)
	assert.Equal(t, one{B: "T"}, got)
	require.Len(t, reading.Faults, 1)
	assert.Contains(t, reading.Faults[0].Hint, `"title"`)
	got = one{}
	p.Read(`{"titlx": "T", "title": "U"}`, &got, opts)
	assert.Equal(t, one{A: "T", B: "U"}, got, "what is there already is not meant again")

	type two struct {
		Z string `json:"titlz,omitempty"`
		A string `json:"titla,omitempty"`
	}
	var tie two
	reading = planOf[two](t, string(objectOf(`"titla": {"type": "string"}, "titlz": {"type": "string"}`))).Read(`{"titlx": "T"}`, &tie, opts)
	require.Len(t, reading.Faults, 1)
	assert.Equal(t, `did you mean "titla"?`, reading.Faults[0].Hint)
	assert.Equal(t, two{A: "T"}, tie, "of two that are as near, the one that is told")
}

// What is just allowed is plain to the plan: jsonschema is not asked about it, but about the next.
func TestNothingIsAskedAtABound(t *testing.T) {
	p := planOf[everyKind](t, everySchema)
	for at, beyond := range map[string]string{
		`{"id": "a2345"}`:                        `{"id": "a23456"}`,
		`{"id": "a", "number": 1}`:               `{"id": "a", "number": 1.1}`,
		`{"id": "a", "number": -1}`:              `{"id": "a", "number": -1.1}`,
		`{"id": "a", "tags": ["x"]}`:             `{"id": "a", "tags": []}`,
		`{"id": "a", "tags": ["x", "y", "ééé"]}`: `{"id": "a", "tags": ["x", "y", "éééé"]}`,
		`{"id": "a", "tags": ["1", "2", "3"]}`:   `{"id": "a", "tags": ["1", "2", "3", "4"]}`,
		`{"id": "a", "chance": 1}`:               `{"id": "a", "chance": 1.1}`,
		`{"id": "a", "chance": [0, 1]}`:          `{"id": "a", "chance": [0, 1.1]}`,
		`{"id": "a", "value": 0}`:                `{"id": "a", "value": -0.1}`,
		`{"id": "a", "value": "x"}`:              `{"id": "a", "value": ""}`,
		`{"id": "a", "about": {"one": "x"}}`:     `{"id": "a", "about": {}}`,
	} {
		reading := p.Read(at, new(everyKind), readOptions)
		assert.Empty(t, reading.Faults, at)
		assert.Zero(t, reading.Asked, at)
		reading = p.Read(beyond, new(everyKind), readOptions)
		assert.Len(t, reading.Faults, 1, beyond)
		assert.Equal(t, 1, reading.Asked, beyond)
	}
}

// What is the writer's own wins over a field of the same name that is none of the object's.
func TestExtraKeepsItsOwn(t *testing.T) {
	p := planOf[everyKind](t, everySchema)
	for src, want := range map[string]string{
		`{"id": "a", "extra": {"more": 1}, "more": 2}`: `{"more":1}`, `{"more": 2, "extra": {"more": 1, "b": [1]}, "id": "a", "c": 3}`: `{"more":1,"b":[1],"c":3}`,
		`{"id": "a", "more": {"x": 1, "x": 2}}`: `{"more":{"x":1}}`,
	} {
		var got everyKind
		p.Read(src, &got, readOptions)
		assert.Equal(t, want, string(got.Extra), src)
	}
}

// What has bounds is told them, and what breaks a rule that the library has no words for is told it in
// those of jsonschema.
func TestWordsForSchemasOfOthers(t *testing.T) {
	type one struct {
		A float64  `json:"a,omitempty"`
		B []string `json:"b,omitempty"`
	}
	const list = `"b": {"type": "array", "items": {"type": "string"}`
	for _, tt := range []struct{ schema, src, message, hint string }{
		{`"a": {"type": "number", "const": 3}, ` + list + `}`, `{"a": 4}`, `"a" cannot be 4`, ""},
		{`"a": {"type": "number", "minimum": 0.5}, ` + list + `}`, `{"a": 0}`, `"a" is 0`, "it cannot be below 1/2"},
		{`"a": {"type": "number", "maximum": 0.5}, ` + list + `}`, `{"a": 1}`, `"a" is 1`, "it cannot be above 1/2"},
		{`"a": {"type": "number", "minimum": 1, "maximum": 3}, ` + list + `}`, `{"a": 4}`, `"a" is 4`, "it has to lie between 1 and 3"},
		{`"a": {"type": "number"}, ` + list + `, "minItems": 2}`, `{"b": ["x"]}`, `"b" has 1 entry`, "it takes at least 2"},
		{`"a": {"type": "number"}, ` + list + `, "minItems": 2}`, `{"b": []}`, `"b" has no entries`, "it takes at least 2"},
		{`"a": {"type": "number"}, ` + list + `, "minItems": 3}`, `{"b": ["x", "y"]}`, `"b" has 2 entries`, "it takes at least 3"},
		{`"a": {"type": "number"}, ` + list + `, "uniqueItems": true}`, `{"b": ["x", "x"]}`, `"b" is not right: items at index 0 and 1 are equal`, ""},
	} {
		reading := planOf[one](t, string(objectOf(tt.schema))).Read(tt.src, new(one), readOptions)
		require.Len(t, reading.Faults, 1, tt.src)
		f := reading.Faults[0]
		assert.Equal(t, tt.message, f.Message, tt.schema)
		assert.Equal(t, tt.hint, f.Hint, tt.schema)
		assert.Equal(t, strings.Contains(tt.message, "entr") || strings.Contains(tt.message, "is not right"), f.Lost, tt.schema)
	}
}

func TestNumbersInWords(t *testing.T) {
	for text, want := range map[string]string{
		`80`: "; 80 percent is 0.8", `"33.3333333%"`: "; 33.3333333 percent is 0.333333", `0.5%`: "; 0.5 percent is 0.005", `"0.5"`: "; write 0.5 without quotes", `0.5`: "", `101`: "", `"-1"`: "", `"x"`: "",
		`100`: "; 100 percent is 1", `1`: "", `"1"`: "; write 1 without quotes", `0`: "", `"0%"`: "; 0 percent is 0",
	} {
		assert.Equal(t, want, percent(text), text)
	}
	for text, want := range map[string]string{`"1e3"`: "write 1000 without quotes", `" 5 "`: "write 5 without quotes", `"Inf"`: "", `"-Inf"`: "", `"NaN"`: "", `"five"`: ""} {
		assert.Equal(t, want, unquoted(text), text)
	}
}

// What is left open is where it began, the first bracket of a file too.
func TestOpenBracket(t *testing.T) {
	p := planOf[everyKind](t, everySchema)
	for src, first := range map[string]int{`{"id": "a"`: 0, `{"id": "a", "tags": ["x"`: 20, `{"id": "a`: 7} {
		reading := p.Read(src, new(everyKind), readOptions)
		require.Len(t, reading.Faults, 1, src)
		assert.Equal(t, 1, reading.Faults[0].FirstLen, src)
		assert.Equal(t, first, reading.Faults[0].FirstAt, src)
	}
	reading := p.Read(`{"id": tru}`, new(everyKind), readOptions)
	assert.Zero(t, reading.Faults[0].FirstLen, "nothing is left open")
}

// A limit that a misspelt list reaches is told of that list.
func TestLimitInAMisspeltList(t *testing.T) {
	src, err := os.ReadFile("../../outcomemap.schema.json")
	require.NoError(t, err)
	opts := readOptions
	opts.Stones, opts.Mend = 1, true
	reading := OfMaps(src).Read(`{"outcomeMap": "1", "title": "T", "columns": [{"id": "a", "stonse": [{"id": "s", "text": "S"}, {"id": "t", "text": "T"}], "heading": "H"}]}`, new(outcome.Map), opts)
	require.True(t, reading.Fatal)
	last := reading.Faults[len(reading.Faults)-1]
	assert.Equal(t, rule.Limit+" /columns/0/stonse/1", last.Rule+" "+last.Pointer)
}
