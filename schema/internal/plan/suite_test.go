package plan

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// suiteFolder names the environment variable with the folder tests/draft2020-12 of
// https://github.com/json-schema-org/JSON-Schema-Test-Suite.
const suiteFolder = "OUTCOMEMAP_JSON_SCHEMA_TEST_SUITE"

type suiteGroup struct {
	Description string
	Schema      json.RawMessage
	Tests       []struct {
		Description string
		Data        json.RawMessage
	}
}

// An outside judge of the rule that everything here hangs on: for schemas that nobody wrote with a
// plan in mind, a plan accepts what jsonschema accepts and nothing else. A Go type is made for each
// schema that has one; where the plan does not know a keyword, jsonschema has to be asked.
func TestJSONSchemaTestSuite(t *testing.T) {
	folder := os.Getenv(suiteFolder)
	if folder == "" {
		t.Skipf("%s names no folder", suiteFolder)
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.json"))
	require.NoError(t, err)
	more, err := filepath.Glob(filepath.Join(folder, "optional", "*.json"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var count tally
	for _, file := range append(files, more...) {
		for _, group := range readSuite(t, file) {
			count.groups++
			name := filepath.Base(file) + ": " + group.Description
			count.run(t, name, group, group.Schema)
			count.run(t, name+", closed", group, closed(t, group.Schema))
		}
	}
	t.Logf("%+v", count)
	assert.Greater(t, count.planned, 400)
	assert.Greater(t, count.certain, 80)
}

type tally struct{ groups, planned, tests, certain int }

func (c *tally) run(t *testing.T, name string, group suiteGroup, src []byte) {
	s := compileSuite(src)
	if s == nil {
		return // not even jsonschema knows it, or it refers to other files
	}
	typ, ok := typeOf(s, 0)
	if !ok {
		return
	}
	p, err := Compile(s, typ)
	if err != nil {
		return
	}
	c.planned++
	for _, test := range group.Tests {
		if bytes.Contains(test.Data, []byte(`\u0000`)) {
			continue // refused on purpose, whatever a schema says
		}
		c.tests++
		reading := p.Read(string(test.Data), reflect.New(typ).Interface(), Options{Depth: 64, Stones: 100, Links: 100, Faults: 100})
		err := s.Validate(decode(t, test.Data))
		if len(reading.Faults) > 0 {
			assert.Error(t, err, "%s: %s: %v", name, test.Description, reading.Faults)
			continue
		}
		assert.NoError(t, err, "%s: %s", name, test.Description)
		if reading.Asked == 0 {
			c.certain++
		}
	}
}

// closed returns the schema with a type, and no other fields, wherever it is silent about them, so
// that a plan can be certain of more.
func closed(t *testing.T, src []byte) []byte {
	var v any
	require.NoError(t, json.Unmarshal(src, &v))
	closeSchema(v)
	out, err := json.Marshal(v)
	require.NoError(t, err)
	return out
}

func closeSchema(v any) {
	s, ok := v.(map[string]any)
	if !ok || s["$ref"] != nil && len(s) == 1 {
		return
	}
	for _, hint := range [][2]string{{"properties", "object"}, {"required", "object"}, {"items", "array"}, {"maxItems", "array"},
		{"maxLength", "string"}, {"minLength", "string"}, {"pattern", "string"}, {"minimum", "number"}, {"maximum", "number"}} {
		if s[hint[0]] != nil && s["type"] == nil {
			s["type"] = hint[1]
		}
	}
	if s["type"] == "object" && s["additionalProperties"] == nil {
		s["additionalProperties"] = false
	}
	if s["type"] == "integer" {
		s["type"] = "number"
	}
	closeSchema(s["items"])
	for _, group := range []any{s["properties"], s["$defs"]} {
		if members, ok := group.(map[string]any); ok {
			for _, member := range members {
				closeSchema(member)
			}
		}
	}
}

func readSuite(t *testing.T, file string) []suiteGroup {
	src, err := os.ReadFile(file)
	require.NoError(t, err)
	var groups []suiteGroup
	require.NoError(t, json.Unmarshal(src, &groups))
	return groups
}

func decode(t *testing.T, src []byte) any {
	var v any
	require.NoError(t, json.Unmarshal(src, &v))
	return v
}

func compileSuite(src []byte) *jsonschema.Schema {
	c := jsonschema.NewCompiler()
	c.Draft = jsonschema.Draft2020
	c.LoadURL = func(string) (io.ReadCloser, error) { return nil, errors.New("not here") }
	if err := c.AddResource("https://example.org/s.json", bytes.NewReader(src)); err != nil {
		return nil
	}
	s, err := c.Compile("https://example.org/s.json")
	if err != nil {
		return nil
	}
	return s
}

// typeOf makes a Go type that values of a schema can be read into, where there is one.
func typeOf(s *jsonschema.Schema, depth int) (reflect.Type, bool) {
	if depth > 8 {
		return nil, false
	}
	s = deref(s)
	switch kind := kindOf(s); kind {
	case "object":
		return structOf(s, depth)
	case "array":
		if s.Items2020 == nil {
			return nil, false
		}
		elem, ok := typeOf(s.Items2020, depth+1)
		if !ok {
			return nil, false
		}
		return reflect.SliceOf(elem), true
	case "string":
		return reflect.TypeFor[string](), true
	case "number":
		return reflect.TypeFor[float64](), true
	case "boolean":
		return reflect.TypeFor[bool](), true
	}
	return nil, false
}

// kindOf guesses what a schema is about where it does not say.
func kindOf(s *jsonschema.Schema) string {
	known := []string{"object", "array", "string", "number", "boolean"}
	if len(s.Types) > 0 {
		if slices.Contains(known, s.Types[0]) {
			return s.Types[0]
		}
		return ""
	}
	for _, k := range keywords(s) {
		switch k {
		case "Properties", "Required", "MinProperties", "DependentRequired", "PatternProperties", "PropertyNames":
			return "object"
		case "Items2020", "MinItems", "MaxItems", "PrefixItems", "Contains", "UniqueItems":
			return "array"
		case "MinLength", "MaxLength", "Pattern", "Format":
			return "string"
		case "Minimum", "Maximum", "MultipleOf", "ExclusiveMinimum", "ExclusiveMaximum":
			return "number"
		}
	}
	return "string"
}

func structOf(s *jsonschema.Schema, depth int) (reflect.Type, bool) {
	var fields []reflect.StructField
	for i, name := range sorted(s.Properties) {
		if strings.ContainsAny(name, "`,\"\\\n\r\t\f$'") || name == "" {
			return nil, false
		}
		typ, ok := typeOf(s.Properties[name], depth+1)
		if !ok {
			return nil, false
		}
		fields = append(fields, reflect.StructField{Name: fmt.Sprintf("F%d", i), Type: typ, Tag: reflect.StructTag(`json:"` + name + `,omitempty"`)})
	}
	return reflect.StructOf(fields), true
}
