package plan

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

// everyKind has a field of each kind that a plan reads.
type everyKind struct {
	ID       string             `json:"id"`
	Day      evidence.Date      `json:"day,omitempty"`
	Word     string             `json:"word,omitempty"`
	Weight   outcome.Severity   `json:"weight,omitempty"`
	Number   float64            `json:"number,omitempty"`
	Maybe    *float64           `json:"maybe,omitempty"`
	Flag     bool               `json:"flag,omitempty"`
	Tags     []string           `json:"tags,omitempty"`
	Names    map[string]string  `json:"names,omitempty"`
	Chance   *evidence.Range    `json:"chance,omitempty"`
	Value    *evidence.Value    `json:"value,omitempty"`
	Baseline evidence.Baselines `json:"baseline,omitempty"`
	About    *about             `json:"about,omitempty"`
	Many     []about            `json:"many,omitempty"`
	Extra    pathway.Extra      `json:"extra,omitempty"`
}

type about struct {
	From string `json:"from,omitempty"`
	To   string `json:"to,omitempty"`
	One  string `json:"one,omitempty"`
	Two  string `json:"two,omitempty"`
}

const everySchema = `{"$schema": "https://json-schema.org/draft/2020-12/schema",
	"type": "object", "additionalProperties": false, "required": ["id"], "properties": {
		"$note": {"type": "string"}, "id": {"$ref": "#/$defs/id"}, "day": {"type": "string", "pattern": "^[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?$"},
		"word": {"type": "string", "enum": ["up", "down"]}, "weight": {"type": "string", "enum": ["off", "info", "error"]},
		"number": {"type": "number", "minimum": -1, "maximum": 1}, "maybe": {"type": "number", "minimum": 0}, "flag": {"type": "boolean"},
		"tags": {"type": "array", "items": {"type": "string", "minLength": 1, "maxLength": 3}, "minItems": 1, "maxItems": 3},
		"names": {"type": "object", "additionalProperties": {"type": "string", "maxLength": 4}},
		"chance": {"if": {"type": "array"}, "then": {"type": "array", "minItems": 2, "maxItems": 2, "items": {"type": "number", "minimum": 0, "maximum": 1}}, "else": {"type": "number", "minimum": 0, "maximum": 1}},
		"value": {"if": {"type": "string"}, "then": {"type": "string", "minLength": 1}, "else": {"type": "number", "minimum": 0}},
		"baseline": {"if": {"type": "array"}, "then": {"type": "array", "items": {"$ref": "#/$defs/baseline"}}, "else": {"$ref": "#/$defs/baseline"}},
		"about": {"$ref": "#/$defs/about"}, "many": {"type": "array", "items": {"$ref": "#/$defs/about"}}, "extra": {"type": "object"}},
	"$defs": {"word": {"$dynamicAnchor": "word", "type": "string", "minLength": 2},
		"id": {"type": "string", "minLength": 1, "maxLength": 5, "pattern": "^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$"},
		"baseline": {"type": "object", "additionalProperties": false, "properties": {
			"value": {"if": {"type": "string"}, "then": {"type": "string"}, "else": {"type": "number"}}, "date": {"type": "string"},
			"dimensions": {"type": "object", "additionalProperties": {"type": "string"}}, "notes": {"type": "string"}, "extra": {"type": "object"}}},
		"about": {"type": "object", "additionalProperties": false, "minProperties": 1, "dependentRequired": {"from": ["to"], "to": ["from"]}, "not": {"required": ["one", "two"]},
			"properties": {"from": {"type": "string"}, "to": {"type": "string"}, "one": {"$ref": "#/$defs/id"}, "two": {"type": "string"}}}}}`

// An edit of the schema switches no rule off and none on: whatever one writes into a part of it, the plan
// that is made of it refuses what jsonschema refuses by it, and nothing else.
func TestNoEditOfTheSchemaSwitchesARuleOff(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2026))
	var planned, unsure, refused, accepted, certain int
	for range 400 {
		s, what := edited(t, r)
		if s == nil {
			continue // no schema any more
		}
		p, err := Compile(s, reflect.TypeFor[everyKind]())
		if err != nil {
			continue // a field is gone, or a choice is none
		}
		planned++
		if len(p.Unsure()) > 0 {
			unsure++
		}
		for range 30 {
			src, err := json.Marshal(someFields(r))
			require.NoError(t, err)
			reading := p.Read(string(src), new(everyKind), Options{Depth: 64, Stones: 9, Links: 9, Faults: 100})
			found := slices.ContainsFunc(reading.Faults, func(f Fault) bool { return !f.Own })
			wrong := s.Validate(decode(t, src))
			require.Equal(t, wrong != nil, found, "%s\n%s\n%v\n%v", what, src, wrong, reading.Faults)
			switch {
			case wrong != nil:
				refused++
			case reading.Asked == 0:
				accepted++
				certain++
			default:
				accepted++
			}
		}
	}
	assert.Greater(t, planned, 200)
	assert.Greater(t, unsure, 100)
	assert.Greater(t, refused, 3_000)
	assert.Greater(t, certain, 2_000)
	assert.Greater(t, accepted, certain+200, "and others after jsonschema was asked")
}

// A choice of two is what the plan takes it for only where neither half says more, nor the choice itself.
func TestChoicesThatAreMore(t *testing.T) {
	for _, tt := range []struct{ property, part, keyword string }{
		{"chance", "", `"minimum": 0.5`}, {"chance", "if", `"minItems": 1`}, {"chance", "if", `"type": "number"`}, {"chance", "if", `"type": ["array", "number"]`},
		{"chance", "then", `"minItems": 1`}, {"chance", "then", `"maxItems": 3`}, {"chance", "then", `"uniqueItems": true`},
		{"chance", "then/items", `"minimum": 0.5`}, {"chance", "then/items", `"maximum": 0.5`}, {"chance", "then/items", `"multipleOf": 0.5`},
		{"chance", "else", `"minimum": 0.5`}, {"chance", "else", `"maximum": 0.5`}, {"chance", "else", `"multipleOf": 0.5`},
		{"value", "", `"maxLength": 1`}, {"value", "if", `"maxLength": 1`}, {"value", "then", `"enum": ["q"]`}, {"value", "then", `"pattern": "^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$"`},
		{"value", "then", `"pattern": "^q"`}, {"value", "then", `"not": {}`}, {"value", "else", `"multipleOf": 0.5`},
		{"baseline", "", `"minItems": 1`}, {"baseline", "if", `"minItems": 1`}, {"baseline", "then", `"minItems": 1`}, {"baseline", "then", `"maxItems": 0`}, {"baseline", "then", `"maxItems": 2`},
		{"baseline", "then", `"uniqueItems": true`}, {"baseline", "else", `"$ref": "#/$defs/other"`},
	} {
		schema := decode(t, []byte(everySchema)).(map[string]any)
		defs := schema["$defs"].(map[string]any)
		defs["other"] = maps.Clone(defs["baseline"].(map[string]any))
		part := schema["properties"].(map[string]any)[tt.property].(map[string]any)
		for name := range strings.SplitSeq(tt.part, "/") {
			if name != "" {
				part = part[name].(map[string]any)
			}
		}
		maps.Copy(part, decode(t, []byte("{"+tt.keyword+"}")).(map[string]any))
		text, err := json.Marshal(schema)
		require.NoError(t, err)
		p := planOf[everyKind](t, string(text))
		assert.True(t, slices.ContainsFunc(p.Unsure(), func(at string) bool { return strings.HasSuffix(at, "#/properties/"+tt.property) }), "%v: %v", tt, p.Unsure())
		assert.True(t, p.Root().Field(tt.property).unsure, "%v", tt)
	}
	assert.Empty(t, planOf[everyKind](t, everySchema).Unsure())
	const baselines = `"then": {"type": "array", "items": {"$ref"`
	assert.Empty(t, planOf[everyKind](t, strings.Replace(everySchema, baselines, strings.Replace(baselines, `, "items"`, `, "minItems": 0, "items"`, 1), 1)).Unsure(), "none at least is no more")
}

// edited returns everySchema with a keyword or two changed, and how.
func edited(t *testing.T, r *rand.Rand) (*jsonschema.Schema, string) {
	schema := decode(t, []byte(everySchema))
	parts := schemasIn(nil, schema)
	what := ""
	for range 1 + r.IntN(2) {
		what += edit(t, r, parts[r.IntN(len(parts))])
	}
	text, err := json.Marshal(schema)
	require.NoError(t, err)
	return compileSuite(text), what
}

// schemasIn lists the parts of a schema that are schemas themselves.
func schemasIn(all []map[string]any, v any) []map[string]any {
	s, ok := v.(map[string]any)
	if !ok {
		return all
	}
	all = append(all, s)
	for _, one := range []string{"items", "additionalProperties", "if", "then", "else", "not"} {
		all = schemasIn(all, s[one])
	}
	for _, many := range []string{"properties", "$defs"} {
		if below, ok := s[many].(map[string]any); ok {
			for _, name := range slices.Sorted(maps.Keys(below)) {
				all = schemasIn(all, below[name])
			}
		}
	}
	return all
}

// edits are keywords to set, or where null, to take out; A and B stand for fields of the same object.
var edits = []string{
	`{"type": ["string", "null"]}`, `{"type": "string"}`, `{"type": "number"}`, `{"type": null}`, `{"type": ["array", "object", "string", "number", "boolean"]}`,
	`{"minLength": 2}`, `{"minLength": 0}`, `{"maxLength": 3}`, `{"minLength": null}`, `{"maxLength": null}`, `{"pattern": "^q"}`, `{"pattern": "^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$"}`, `{"pattern": null}`,
	`{"enum": ["q"]}`, `{"enum": ["q", 1]}`, `{"enum": null}`, `{"const": "q"}`, `{"const": 0.5}`,
	`{"minimum": 0.5}`, `{"maximum": 0.5}`, `{"maximum": 0.3}`, `{"minimum": 0.3}`, `{"minimum": null}`, `{"maximum": null}`, `{"exclusiveMaximum": 0.5}`, `{"multipleOf": 0.25}`,
	`{"minItems": 3}`, `{"minItems": 1}`, `{"maxItems": 1}`, `{"maxItems": 3}`, `{"maxItems": 0}`, `{"minItems": null}`, `{"maxItems": null}`, `{"uniqueItems": true}`, `{"contains": {"type": "number"}}`, `{"prefixItems": [{"maxLength": 1}]}`, `{"items": {"type": "number", "maximum": 0.5}}`,
	`{"minProperties": 3}`, `{"maxProperties": 2}`, `{"propertyNames": {"maxLength": 4}}`, `{"required": ["A", "B"]}`, `{"required": ["nosuch"]}`, `{"required": null}`, `{"dependentRequired": {"A": ["B"]}}`, `{"dependentRequired": {"A": ["nosuch"]}}`,
	`{"not": {"required": ["A", "B"]}}`, `{"not": {"required": ["A"], "minProperties": 2}}`, `{"not": {"properties": {"A": {"type": "string"}}, "required": ["A"]}}`, `{"not": {}}`, `{"not": {"properties": {"A": {}}}}`, `{"not": null}`,
	`{"additionalProperties": true}`, `{"additionalProperties": null}`, `{"additionalProperties": {"type": "string"}}`, `{"patternProperties": {"^A": {"maxLength": 2}}}`, `{"unevaluatedProperties": false}`, `{"dependentSchemas": {"A": {"minProperties": 2}}}`,
	`{"allOf": [{"minProperties": 3}]}`, `{"anyOf": [{"type": "number"}, {"minLength": 2}]}`, `{"oneOf": [{"type": "string"}, {"maxLength": 3}]}`,
	`{"if": {"type": "string"}}`, `{"if": {"type": "array"}}`, `{"if": {"type": "array", "minItems": 1}}`, `{"if": {"type": ["array", "number"]}}`, `{"then": {"type": "string", "enum": ["q"]}}`, `{"then": {"$ref": "#/$defs/id"}}`, `{"else": {"type": "number", "maximum": 0.25}}`,
	`{"then": null}`, `{"else": null}`, `{"$comment": "nothing"}`, `{"deprecated": true}`, `{"$ref": "#/$defs/id"}`, `{"$dynamicRef": "#word"}`,
}

// edit changes a part of a schema.
func edit(t *testing.T, r *rand.Rand, s map[string]any) string {
	names := []string{"nosuch"}
	if p, ok := s["properties"].(map[string]any); ok {
		names = slices.Sorted(maps.Keys(p))
	}
	a, b := names[r.IntN(len(names))], names[r.IntN(len(names))]
	text := strings.NewReplacer(`"A"`, fmt.Sprintf("%q", a), `"B"`, fmt.Sprintf("%q", b), `^A`, "^"+strings.TrimPrefix(a, "$")).Replace(edits[r.IntN(len(edits))])
	was, err := json.Marshal(s)
	require.NoError(t, err)
	for name, value := range decode(t, []byte(text)).(map[string]any) {
		if value == nil {
			delete(s, name)
		} else {
			s[name] = value
		}
	}
	return fmt.Sprintf("%s in %.400s\n", text, was)
}

// someFields makes an object with some of the fields of everyKind: most as they should be, some not.
func someFields(r *rand.Rand) any {
	texts, numbers := []any{"a", "q", "é", "en", "a1", "abcd", "a long text", "", " "}, []any{0.0, 0.1, 0.3, 0.5, 0.75, 1.0, 2.0, -1.0}
	days, words := []any{"2022", "2022-01", "2022-01-31", "2022-1"}, map[string][]any{"word": {"up", "down", "q"}, "weight": {"off", "info", "error", "q"}}
	one := func(all []any) any { return all[r.IntN(len(all))] }
	list := func(n int, of func() any) any {
		l := make([]any, r.IntN(n))
		for i := range l {
			l[i] = of()
		}
		return l
	}
	object := func(names string, of func(name string) any) any {
		o := make(map[string]any)
		for _, name := range strings.Fields(names) {
			if r.IntN(5) == 0 {
				o[name] = of(name)
			}
		}
		return o
	}
	var field func(name string) any
	field = func(name string) any {
		if r.IntN(60) == 0 {
			return one([]any{nil, true, "q", 0.5, []any{}, []any{0.5, 0.25}, []any{"a"}, map[string]any{}, map[string]any{"a": "b"}})
		}
		switch name {
		case "word", "weight":
			return one(words[name])
		case "day", "date":
			return one(days)
		case "number", "maybe":
			return one(numbers)
		case "flag":
			return r.IntN(2) == 0
		case "tags":
			return list(5, func() any { return one(texts) })
		case "names", "dimensions":
			return object("a b/c é%~ long", func(string) any { return one(texts) })
		case "chance":
			if r.IntN(2) == 0 {
				return one(numbers)
			}
			return list(4, func() any { return one(numbers) })
		case "value":
			return one(append(texts[:7:7], numbers...))
		case "baseline":
			of := func() any { return object("value date dimensions notes extra", field) }
			if r.IntN(2) == 0 {
				return of()
			}
			return list(4, of)
		case "about":
			return object("from to one two", field)
		case "many":
			return list(4, func() any { return field("about") })
		case "extra":
			return object("a b c", func(string) any { return one(numbers) })
		}
		return one(texts)
	}
	o := object("$note day word weight number maybe flag tags names chance value baseline about many extra", field).(map[string]any)
	if r.IntN(10) > 0 {
		o["id"] = "a"
	}
	if r.IntN(20) == 0 {
		o["more"] = 1.0
	}
	return o
}
