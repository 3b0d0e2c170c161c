package schema

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema/internal/mapgen"
	"github.com/stretchr/testify/require"
)

// seed gives a fuzz target the good maps and every fault ever met.
func seed(f *testing.F, format Format) {
	for _, pattern := range []string{"testdata/good/*." + string(format), "testdata/bad/*.yaml", "../examples/maps/ten-stones.yaml"} {
		files, err := filepath.Glob(pattern)
		require.NoError(f, err)
		require.NotEmpty(f, files, pattern)
		for _, file := range files {
			src, err := os.ReadFile(file)
			require.NoError(f, err)
			f.Add(src)
		}
	}
	for seed := range uint64(4) {
		f.Add(write(f, mapgen.Map(seed, 3), format))
	}
	for _, src := range []string{"", "{", "[", "\ufeff{}", "\xff\xfe{\x00", `{"outcomeMap":"2"}`, `{"outcomeMap":"1","title":"T","columns":[{"level":"impact"}]}`} {
		f.Add([]byte(src))
	}
}

func FuzzReadJSON(f *testing.F) {
	seed(f, JSON)
	f.Fuzz(func(t *testing.T, src []byte) { obeys(t, src, JSON) })
}

func FuzzReadYAML(f *testing.F) {
	seed(f, YAML)
	f.Fuzz(func(t *testing.T, src []byte) { obeys(t, src, YAML) })
}

// obeys holds what is made of a file to the laws of this package.
func obeys(t *testing.T, src []byte, format Format) {
	before := bytes.Clone(src)
	res, err := Load(bytes.NewReader(src), WithFormat(format))
	require.NoError(t, err)
	require.Equal(t, before, src, "what was passed in is left alone")
	requirePlaces(t, res)
	if res.Map != nil { // else the reading may have stopped before it came to what else is wrong
		whole, err := Load(bytes.NewReader(src), WithFormat(format), judged(true))
		require.NoError(t, err)
		require.Equal(t, whole, res, "the plan and jsonschema agree")
	}
	m, err := Read(bytes.NewReader(src), WithFormat(format))
	require.Equal(t, res.Err(), err, "Read refuses what Load has errors for")
	if err != nil {
		require.Nil(t, m)
		return
	}
	require.Equal(t, res.Map, m)
	once := write(t, m, JSON)
	again, err := Read(bytes.NewReader(once), WithFormat(JSON))
	require.NoError(t, err)
	require.Equal(t, m, again, "what was accepted comes back whole")
	require.Equal(t, string(once), string(write(t, again, JSON)), "and writing is stable")
	asYAML := write(t, m, YAML)
	fromYAML, err := Read(bytes.NewReader(asYAML), WithFormat(YAML))
	require.NoError(t, err, "%s", asYAML)
	require.Equal(t, m, fromYAML, "%s", asYAML)
	draft, err := Read(bytes.NewReader(src), WithFormat(format), Profile(outcome.Draft))
	require.NoError(t, err, "a draft is never stricter")
	require.Equal(t, m, draft)
}
