package schema

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/schema/internal/plan"
)

// A keyword that the plan does not know costs time, since jsonschema then judges it on every file.
func TestPlanKnowsTheWholeSchema(t *testing.T) {
	p := compiled()
	assert.Empty(t, p.Unsure())
}

func TestJSONSchemaIsACopy(t *testing.T) {
	JSONSchema()[0] = 'x'
	assert.Equal(t, byte('{'), JSONSchema()[0])
}

// Patterns are read by other engines for regular expressions too: .ci/peers puts the same list to
// that of JavaScript.
func TestPatterns(t *testing.T) {
	src, err := os.ReadFile("testdata/patterns.json")
	require.NoError(t, err)
	var rows []struct {
		Def, Text string
		OK        bool
	}
	require.NoError(t, json.Unmarshal(src, &rows))
	whole := authority(t)
	holders := map[string]string{ // a field of each kind
		"id": `"id":%s`, "date": `"provenance":{"date":%s}`, "url": `"parent":{"url":%s}`,
	}
	for _, row := range rows {
		field := strings.Replace(holders[row.Def], "%s", quoteJSON(row.Text), 1)
		v, err := strictJSON(`{"outcomeMap":"1","title":"T","columns":[{}],` + field + `}`)
		require.NoError(t, err)
		assert.Equal(t, row.OK, whole.Validate(v) == nil, "%s %q", row.Def, row.Text)
	}
}

// An editor shows the description of a definition in place of the one beside the reference.
func TestEveryFieldIsExplained(t *testing.T) {
	var root map[string]any
	require.NoError(t, json.Unmarshal(JSONSchema(), &root))
	defs := root["$defs"].(map[string]any)
	explained := 0
	var walk func(name string, v any)
	walk = func(name string, v any) {
		node := v.(map[string]any)
		properties, _ := node["properties"].(map[string]any)
		for field, p := range properties {
			property := p.(map[string]any)
			words, _ := property["description"].(string)
			assert.Greater(t, len(words), 10, "%s: %s", name, field)
			explained++
			ref, _ := property["$ref"].(string)
			if def, ok := defs[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any); ok {
				assert.Nil(t, def["description"], ref)
			}
		}
	}
	walk("map", root)
	for name, def := range defs {
		walk(name, def)
		assert.NotEmpty(t, def.(map[string]any)["title"], name)
	}
	assert.Greater(t, explained, 150)
}

// A schema that wants another file, or the network, does not compile.
func TestNothingIsFetched(t *testing.T) {
	src := []byte(strings.Replace(string(JSONSchema()), `"$ref": "#/$defs/id"`, `"$ref": "https://example.org/id.json"`, 1))
	_, err := plan.Schema(src, plan.MapID)
	require.ErrorContains(t, err, "is not loaded")
}
