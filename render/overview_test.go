package render_test

import (
	"bytes"
	"math/rand/v2"
	"strconv"
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

func TestOverviewCountsConfidenceToo(t *testing.T) {
	m := readMap(t, "board-rated.json")
	got := overview(t, m, render.WithTheme(render.Light()))
	assert.Contains(t, got, "3 stepping stones, 1 No progress, 1 Some progress, 1 Great progress; Confidence: ")
	assert.Contains(t, got, ">Confidence</text>", "in the legend")
	hidden := overview(t, m, render.Ratings(false))
	assert.NotContains(t, hidden, "Confidence")
	unrated := moved()
	unrated.Evidence.Assessments = unrated.Evidence.Assessments[:1]
	assert.Contains(t, overview(t, unrated), `2 stepping stones, 1 No progress, 1 Not rated; Confidence: 1 Low`, "one that nobody rated is counted once")
}

// Rows stand as far apart whatever their titles, and the last one says what it counts.
func TestOverviewRowsStandAsFarApart(t *testing.T) {
	got := overview(t, readMap(t, "board-rated.json"))
	assert.Contains(t, got, ">Whole map</text>")
	assert.Contains(t, got, `aria-label="Whole map"`)
	var tops []float64
	for _, e := range parse(t, got) {
		if y, err := strconv.ParseFloat(e.attrs["y"], 64); e.attrs["class"] == "om-cd" && (len(tops) == 0 || y != tops[len(tops)-1]) {
			require.NoError(t, err)
			tops = append(tops, y)
		}
	}
	require.Len(t, tops, 4, "three rows, and the card of the legend")
	assert.InDelta(t, tops[1]-tops[0], tops[2]-tops[1], 1e-9)
	assert.Equal(t, strings.Count(got, "l-8 -4v8z"), 1+15, "the arrow of the legend is filled as those of the three rows are")
	assert.Contains(t, got, ">how many stepping stones</text>")
	alone := readMap(t, "board.json")
	alone.Pathways = nil
	assert.NotContains(t, overview(t, alone), "how many stepping stones", "without a row there is no card")
}

// By its letter a pathway alone is found on the whole map.
func TestAPathwayAloneHasItsLetterBeforeItsTitle(t *testing.T) {
	m := readMap(t, "board-rated.json")
	title := func(language string) (letter, title float64) {
		m.Language = language
		all := parse(t, svg(t, m, render.Pathway("employers")))
		for _, e := range all {
			x, _ := strconv.ParseFloat(e.attrs["x"], 64)
			switch {
			case e.text == "C" && letter == 0:
				letter = x
			case e.text == "Value and support employers" && title == 0 && e.name == "text":
				title = x
			}
		}
		return letter, title
	}
	letter, words := title("en")
	assert.InDelta(t, 32+8, letter, 1e-9)
	assert.InDelta(t, 32+16+8, words, 1e-9)
	letter, right := title("he")
	assert.InDelta(t, 16, letter-right, 1e-9, "from right to left")
	m.Language, m.Pathways = "en", m.Pathways[2:]
	_, words = title("en")
	assert.InDelta(t, 32, words, 1e-9, "where there is but one nobody looks for its letter")
}
