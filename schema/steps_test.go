package schema_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A program that makes a map and a file in the short form get the same steps from the same stones.
func TestShortFormIsIndexSteps(t *testing.T) {
	const columns = `[
		{"id": "do", "stones": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]},
		{"id": "feel", "stones": [{"id": "c", "text": "C"}]},
		{"id": "gain", "stones": [{"id": "d", "text": "D"}, {"id": "e", "text": "E"}]}]`
	for _, tt := range []struct{ why, stones string }{
		{"one a column", "a c d"},
		{"in any order", "e b d a"},
		{"unknown between, after and before others", "nobody c a nowhere"},
		{"a stone twice", "c c"},
		{"a column for a stone", "feel b"},
		{"nobody at all", "nobody"},
	} {
		stones := strings.Fields(tt.stones)
		list, err := json.Marshal(stones)
		require.NoError(t, err)
		res, err := schema.Load(strings.NewReader(`{"outcomeMap": "1", "title": "T", "columns": ` + columns +
			`, "pathways": [{"id": "p", "stones": ` + string(list) + `}]}`))
		require.NoError(t, err)
		require.Len(t, res.Map.Pathways, 1, tt.why)
		assert.Equal(t, res.Map.Pathways[0].Steps, outcome.NewIndex(res.Map).Steps(stones...), tt.why)
	}
}
