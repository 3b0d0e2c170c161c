package render_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render"
)

// readMap reads a map from testdata. The Programme Board map in board.json is that of the board's
// published report of 25 November 2021; the ratings in board-rated.json are made up.
func readMap(t testing.TB, name string) *outcome.Map {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("testdata", name))
	require.NoError(t, err)
	m := new(outcome.Map)
	require.NoError(t, json.Unmarshal(src, m))
	return m
}

func svg(t testing.TB, m *outcome.Map, opts ...render.Option) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, render.SVG(&b, m, opts...))
	return b.String()
}

func dot(t testing.TB, m *outcome.Map, opts ...render.Option) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, render.DOT(&b, m, opts...))
	return b.String()
}

func layout(t testing.TB, m *outcome.Map, opts ...render.Option) *render.Geometry {
	t.Helper()
	g, err := render.Layout(m, opts...)
	require.NoError(t, err)
	return g
}
