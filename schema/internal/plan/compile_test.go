package plan

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
)

// objectOf makes a schema of an object out of its properties, which the Go types below have.
func objectOf(properties string) []byte {
	return []byte(`{"type": "object", "additionalProperties": false, "properties": {` + properties + `}}`)
}

// A schema and a Go type that do not fit each other are found when the plan is made, with the place.
func TestCompileRefuses(t *testing.T) {
	type text struct {
		A string `json:"a"`
	}
	many := make([]reflect.StructField, 65)
	properties := make([]string, len(many))
	for i := range many {
		many[i] = reflect.StructField{Name: fmt.Sprintf("F%d", i), Type: reflect.TypeFor[string](), Tag: reflect.StructTag(fmt.Sprintf(`json:"f%d"`, i))}
		properties[i] = fmt.Sprintf(`"f%d": {"type": "string"}`, i)
	}
	for _, tt := range []struct {
		why, schema string
		typ         reflect.Type
		want        string
	}{
		{"what is in a list is not said", `"a": {"type": "array"}`, reflect.TypeFor[struct {
			A []string `json:"a"`
		}](), "#/properties/a: a list of anything"},
		{"nor in an object", `"a": {"type": "object"}`, reflect.TypeFor[struct {
			A map[string]string `json:"a"`
		}](), "#/properties/a: an object of anything"},
		{"a field of Go alone", `"b": {"type": "string"}`, reflect.TypeFor[text](), "no property for plan.text.A"},
		{"a field of the schema alone", `"a": {"type": "string"}, "b": {"type": "string"}`, reflect.TypeFor[text](), `no Go field for "b"`},
		{"a type that no file has", `"a": {"type": "integer"}`, reflect.TypeFor[struct {
			A int `json:"a"`
		}](), "no way to read a int"},
		{"a range that is no choice", `"a": {"type": "number"}`, reflect.TypeFor[struct {
			A evidence.Range `json:"a"`
		}](), "#/properties/a: no choice of two"},
		{"a choice without its other half", `"a": {"if": {"type": "array"}, "then": {"type": "array", "items": {"type": "number"}}}`, reflect.TypeFor[struct {
			A evidence.Range `json:"a"`
		}](), "#/properties/a: no choice of two"},
		{"or without its first", `"a": {"if": {"type": "array"}, "else": {"type": "number"}}`, reflect.TypeFor[struct {
			A evidence.Range `json:"a"`
		}](), "#/properties/a: no choice of two"},
		{"nor a value", `"a": {"type": "number"}`, reflect.TypeFor[struct {
			A evidence.Value `json:"a"`
		}](), "#/properties/a: no choice of two"},
		{"nor baselines", `"a": {"type": "array"}`, reflect.TypeFor[struct {
			A evidence.Baselines `json:"a"`
		}](), "#/properties/a: no choice of two"},
		{"more fields than bits", strings.Join(properties, ", "), reflect.StructOf(many), "more than 64 fields"},
	} {
		s := compileSuite(objectOf(tt.schema))
		require.NotNil(t, s, tt.why)
		_, err := Compile(s, tt.typ)
		assert.ErrorContains(t, err, tt.want, tt.why)
	}
}

// Sixty-four fields have a bit each.
func TestCompileManyFields(t *testing.T) {
	fields := make([]reflect.StructField, 64)
	properties := make([]string, len(fields))
	for i := range fields {
		fields[i] = reflect.StructField{Name: fmt.Sprintf("F%d", i), Type: reflect.TypeFor[string](), Tag: reflect.StructTag(fmt.Sprintf(`json:"f%d"`, i))}
		properties[i] = fmt.Sprintf(`"f%d": {"type": "string"}`, i)
	}
	s := compileSuite([]byte(objectText(strings.Join(properties, ", "), `, "required": ["f63"]`)))
	p, err := Compile(s, reflect.StructOf(fields))
	require.NoError(t, err)
	for file, missing := range map[string]int{`{"f63": ""}`: 0, `{"f0": "", "f62": ""}`: 1} {
		reading := p.Read(file, reflect.New(reflect.StructOf(fields)).Interface(), Options{Depth: 9, Faults: 9})
		assert.Len(t, reading.Faults, missing, file)
	}
}

// What a reference means that is looked up on the way depends on the whole file, so all of it is judged.
func TestCompileOfADynamicReference(t *testing.T) {
	type tree struct {
		A string   `json:"a,omitempty"`
		B []string `json:"b,omitempty"`
	}
	s := compileSuite([]byte(objectText(`"a": {"type": "string"}, "b": {"type": "array", "items": {"$dynamicRef": "#x"}}`, `, "$defs": {"x": {"$dynamicAnchor": "x", "maxLength": 1}}`)))
	require.NotNil(t, s)
	p, err := Compile(s, reflect.TypeFor[tree]())
	require.NoError(t, err)
	assert.Contains(t, p.Unsure(), s.Location)
	assert.True(t, slices.IsSorted(p.Unsure()))
	assert.Len(t, slices.Compact(slices.Clone(p.Unsure())), len(p.Unsure()), "each once")
	for file, wrong := range map[string]string{`{"a": "xx", "b": ["x"]}`: "", `{"a": "xx", "b": ["x", "yy"]}`: "/b/1"} {
		reading := p.Read(file, new(tree), Options{Depth: 9, Faults: 9})
		assert.Equal(t, 1, reading.Asked, file)
		assert.Equal(t, wrong == "", len(reading.Faults) == 0, file)
		for _, f := range reading.Faults {
			assert.Equal(t, wrong, f.Pointer)
		}
	}
}

// What is used in several places is listed once.
func TestUnsureOnce(t *testing.T) {
	type both struct {
		A string `json:"a,omitempty"`
		B string `json:"b,omitempty"`
		C string `json:"c,omitempty"`
	}
	p := planOf[both](t, objectText(`"a": {"$ref": "#/$defs/x"}, "b": {"type": "string", "format": "date"}, "c": {"$ref": "#/$defs/x"}`, `, "$defs": {"x": {"type": "string", "pattern": "^q"}}`))
	assert.Equal(t, []string{"https://example.org/s.json#/$defs/x", "https://example.org/s.json#/properties/b"}, p.Unsure())
}

// Of what a plan does not know it is unsure, and says where; jsonschema is then asked, so that no file is
// judged wrongly for it.
func TestCompileIsUnsure(t *testing.T) {
	type both struct {
		A string  `json:"a,omitempty"`
		B float64 `json:"b,omitempty"`
	}
	const a, b = `"a": {"type": "string"`, `"b": {"type": "number"`
	for _, tt := range []struct {
		why, schema string
		unsure      bool
		file        string // that jsonschema refuses
	}{
		{"all is known", objectText(a+`, "minLength": 2}, `+b+`, "maximum": 0.5}`, ""), false, `{"a": "x"}`},
		{"a number that float64 has not", objectText(a+`}, `+b+`, "maximum": 0.1}`, ""), true, `{"b": 0.2}`},
		{"a pattern of its own", objectText(a+`, "pattern": "^x+$"}, `+b+`}`, ""), true, `{"a": "y"}`},
		{"no letter at all", objectText(a+`, "maxLength": 0}, `+b+`}`, ""), false, `{"a": "x"}`},
		{"a list of words, and the one word of it", objectText(a+`, "enum": ["x", "xx"], "const": "xx"}, `+b+`}`, ""), true, `{"a": "x"}`},
		{"a word that is no text", objectText(a+`, "enum": ["x", 5]}, `+b+`}`, ""), true, `{"a": "y"}`},
		{"a keyword of numbers", objectText(a+`}, `+b+`, "multipleOf": 2}`, ""), true, `{"b": 3}`},
		{"two types", objectText(a+`}, "b": {"type": ["number", "null"]}`, ""), true, `{"b": "x"}`},
		{"fields of any name", strings.Replace(objectText(a+`}, `+b+`}`, ""), `"additionalProperties": false, `, `"propertyNames": {"maxLength": 1}, `, 1), true, `{"bb": 3}`},
		{"a field that there cannot be", objectText(a+`}, `+b+`}`, `, "required": ["c"]`), true, `{"a": "x"}`},
		{"two that exclude each other", objectText(a+`}, `+b+`}`, `, "not": {"required": ["a", "b"]}`), false, `{"a": "x", "b": 1}`},
		{"any other not", objectText(a+`}, `+b+`}`, `, "not": {"minProperties": 2}`), true, `{"a": "x", "b": 1}`},
		{"a not of anything", objectText(a+`}, `+b+`}`, `, "not": {}`), true, `{"a": "xx"}`},
		{"a not that counts as well", objectText(a+`}, `+b+`}`, `, "not": {"required": ["b"], "maxProperties": 1}`), true, `{"b": 1}`},
		{"other fields that have to be text", strings.Replace(objectText(a+`}, `+b+`}`, ""), `"additionalProperties": false, `, `"additionalProperties": {"type": "string"}, `, 1), true, `{"c": 3}`},
		{"one that looks at values", objectText(a+`}, `+b+`}`, `, "not": {"properties": {"b": {"minimum": 2}}, "required": ["b"]}`), true, `{"b": 3}`},
	} {
		s := compileSuite([]byte(tt.schema))
		require.NotNil(t, s, tt.why)
		p, err := Compile(s, reflect.TypeFor[both]())
		require.NoError(t, err, tt.why)
		assert.Equal(t, tt.unsure, len(p.Unsure()) > 0, "%s: %v", tt.why, p.Unsure())
		for _, file := range []string{tt.file, `{}`, `{"a": "xx", "b": 0}`} {
			reading := p.Read(file, new(both), Options{Depth: 9, Stones: 9, Links: 9, Faults: 9})
			if s.Validate(decode(t, []byte(file))) != nil {
				assert.NotEmpty(t, reading.Faults, "%s: %s", tt.why, file)
			} else {
				assert.Empty(t, reading.Faults, "%s: %s", tt.why, file)
			}
		}
		assert.Error(t, s.Validate(decode(t, []byte(tt.file))), tt.why)
	}
}

func objectText(properties, more string) string {
	return strings.TrimSuffix(string(objectOf(properties)), "}") + more + "}"
}
