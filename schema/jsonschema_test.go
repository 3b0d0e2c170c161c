package schema

import (
	"bytes"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestJSONSchemaCompiles(t *testing.T) {
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource(schemaID, bytes.NewReader(JSONSchema())))
	_, err := c.Compile(schemaID)
	require.NoError(t, err)
}

func TestJSONSchemaIsACopy(t *testing.T) {
	JSONSchema()[0] = 'x'
	assert.Equal(t, byte('{'), JSONSchema()[0])
}
