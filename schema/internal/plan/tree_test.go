package plan_test

import (
	"bytes"
	"os"
	"reflect"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/schema/internal/plan"
)

const mapID = "https://outcomemap.org/schema/1/map.json"

func compile(t testing.TB, src []byte) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.ExtractAnnotations = true
	require.NoError(t, c.AddResource(mapID, bytes.NewReader(src)))
	s, err := c.Compile(mapID)
	require.NoError(t, err)
	return s
}

// The tree is what jsonschema makes of the schema of maps, field by field: a plan made from it is the
// same plan.
func TestTreeIsWhatJSONSchemaMakes(t *testing.T) {
	src, err := os.ReadFile("../../outcomemap.schema.json")
	require.NoError(t, err)
	got, ok := plan.Tree(src, mapID)
	require.True(t, ok)
	seen := map[string]bool{}
	same(t, reflect.ValueOf(compile(t, src)), reflect.ValueOf(got), "#", seen)
	assert.Greater(t, len(seen), 200, "schemas looked at")
}

// same compares all exported fields of two schemas and of what they use.
func same(t *testing.T, want, got reflect.Value, at string, seen map[string]bool) {
	t.Helper()
	if want.Kind() == reflect.Interface && !want.IsNil() && !got.IsNil() {
		want, got = want.Elem(), got.Elem()
	}
	switch w := want.Interface().(type) {
	case *jsonschema.Schema:
		if require.Equal(t, w == nil, got.IsNil(), at); w == nil || seen[w.Location] {
			return
		}
		seen[w.Location] = true
		for i := range want.Elem().NumField() {
			if f := want.Elem().Type().Field(i); f.IsExported() {
				same(t, want.Elem().Field(i), got.Elem().Field(i), w.Location+" "+f.Name, seen)
			}
		}
	case map[string]*jsonschema.Schema:
		require.Equal(t, want.Len(), got.Len(), at)
		for _, key := range want.MapKeys() {
			require.True(t, got.MapIndex(key).IsValid(), "%s %s", at, key)
			same(t, want.MapIndex(key), got.MapIndex(key), at, seen)
		}
	default:
		require.Equal(t, want.Interface(), got.Interface(), at)
	}
}

// What only jsonschema understands is left to it.
func TestTreeOfStrangeSchemas(t *testing.T) {
	for _, tt := range []struct{ why, src string }{
		{"no JSON", `{`},
		{"no schema", `[]`},
		{"a keyword that is not known", `{"oneOf": []}`},
		{"another draft", `{"$schema": "http://json-schema.org/draft-07/schema#"}`},
		{"another address", `{"$id": "https://example.org/"}`},
		{"a reference to elsewhere", `{"$ref": "https://example.org/"}`},
		{"a reference to nothing", `{"$ref": "#/$defs/a"}`},
		{"a type that is none", `{"type": 1}`},
		{"a list with something else in it", `{"required": [1]}`},
		{"a number that is text", `{"minimum": "1"}`},
		{"a part of a character", `{"maxLength": 1.5}`},
		{"no regular expression", `{"pattern": "("}`},
		{"a title that is none", `{"title": []}`},
		{"a schema that is only true", `{"properties": {"a": true}}`},
	} {
		_, ok := plan.Tree([]byte(tt.src), mapID)
		assert.False(t, ok, tt.why)
	}
	plain, ok := plan.Tree([]byte(`{"additionalProperties": {"type": ["text", "null"]}}`), mapID)
	require.True(t, ok)
	assert.Equal(t, []string{"text", "null"}, plain.AdditionalProperties.(*jsonschema.Schema).Types)
}
