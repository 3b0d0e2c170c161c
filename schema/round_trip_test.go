package schema

import (
	"bytes"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema/internal/mapgen"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func write(t testing.TB, m *outcome.Map, format Format) []byte {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, Write(&out, m, format))
	return out.Bytes()
}

// goodMaps are the maps of the examples and every part of the format.
func goodMaps(t testing.TB) []string {
	files, err := filepath.Glob("../examples/maps/*.yaml")
	require.NoError(t, err)
	more, err := filepath.Glob("testdata/good/*")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	require.NotEmpty(t, more)
	return append(files, more...)
}

func TestRoundTripOfFiles(t *testing.T) {
	for _, file := range goodMaps(t) {
		bothWays(t, filepath.Base(file), func(t *testing.T, way Option) {
			m, err := ReadFile(file, way)
			require.NoError(t, err)
			assertRoundTrip(t, m, way)
		})
	}
}

func TestRoundTripOfRandomMaps(t *testing.T) {
	maps := uint64(40)
	if testing.Short() {
		maps = 12
	}
	for seed := range maps {
		bothWays(t, fmt.Sprint(seed), func(t *testing.T, way Option) {
			assertRoundTrip(t, mapgen.Map(seed, int(seed)), way)
		})
	}
}

// assertRoundTrip writes m and reads it, in one format and across to the other.
func assertRoundTrip(t *testing.T, m *outcome.Map, way Option) {
	t.Helper()
	asJSON := write(t, m, JSON)
	fromJSON, err := Read(bytes.NewReader(asJSON), way)
	require.NoError(t, err)
	asYAML := write(t, fromJSON, YAML)
	fromYAML, err := Read(bytes.NewReader(asYAML), way)
	require.NoError(t, err)
	assert.Equal(t, fromJSON, fromYAML, "JSON and YAML")
	assert.Equal(t, string(asJSON), string(write(t, fromYAML, JSON)), "from JSON to YAML and back")
	assert.Equal(t, string(asYAML), string(write(t, fromYAML, YAML)))
	if m.Version != "" {
		assert.Equal(t, m, fromJSON, "as it was before it was written")
	}
}

// The two files of every part say the same, one in each format.
func TestBothFormatsReadTheSame(t *testing.T) {
	fromYAML, err := ReadFile("testdata/good/every_part.yaml")
	require.NoError(t, err)
	fromJSON, err := ReadFile("testdata/good/every_part.json")
	require.NoError(t, err)
	assert.Equal(t, fromYAML, fromJSON)
}
