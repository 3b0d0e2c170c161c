package schema

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A keyword that the plan does not know costs time, since jsonschema then judges it on every file.
func TestPlanKnowsTheWholeSchema(t *testing.T) {
	p, err := compiled()
	require.NoError(t, err)
	assert.Empty(t, p.Unsure())
}

func TestJSONSchemaIsACopy(t *testing.T) {
	JSONSchema()[0] = 'x'
	assert.Equal(t, byte('{'), JSONSchema()[0])
}
