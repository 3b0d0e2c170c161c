package render_test

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render"
	"github.com/outcomemap/outcomemap/schema/schematest"
)

func overview(t testing.TB, m *outcome.Map, opts ...render.Option) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, render.Overview(&b, m, opts...))
	return b.String()
}

// Counted by hand in the tables of the board's published report.
func TestOverview(t *testing.T) {
	got := overview(t, readMap(t, "board-rated.json"))
	schematest.Golden(t, "board-overview.svg", []byte(got))
	var row string
	counts := map[string][]string{}
	for _, e := range parse(t, got) {
		if e.attrs["data-pathway"] != "" {
			row = e.attrs["data-pathway"]
		}
		if label := e.attrs["aria-label"]; e.attrs["role"] == "listitem" && e.attrs["data-column"] != "" {
			_, n, _ := strings.Cut(label, ": ")
			n, _, _ = strings.Cut(n, " ")
			counts[row] = append(counts[row], n)
		}
	}
	assert.Equal(t, map[string][]string{
		"relationships": {"1", "1", "3", "3", "2", "3"}, "workforce": {"3", "2", "3", "3", "3", "1"}, "employers": {"3", "3", "2", "3", "1", "2"},
	}, counts)
	assert.Contains(t, got, "In no pathway: 1")
	mirrored := moved()
	mirrored.Language = "fa"
	schematest.Golden(t, "small-overview-right-to-left.svg", []byte(overview(t, mirrored)))
	assert.Contains(t, got, "What they do differently: 3 stepping stones, 1 No progress, 1 Some progress, 1 Great progress")
	r := rand.New(rand.NewPCG(8, 8))
	for range 20 {
		parse(t, overview(t, randomMap(r)))
	}
	for _, s := range hostile {
		parse(t, overview(t, poison(s)))
	}
}
