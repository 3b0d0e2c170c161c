package report_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

// The legend of a map that nobody rated or claimed anything of has its lines and its dash, and not the signs of
// evidence, verdicts and charts, which it does not show.
func TestLegendTellsWhatIsShown(t *testing.T) {
	legendOf := func(m *outcome.Map) string {
		_, legend, found := strings.Cut(write(t, m), `<section class="sec full" id="legend"`)
		require.True(t, found)
		return legend
	}
	signs := []string{"Great", "Confidence", "Evidence", "Verdicts", "Chance of a claim", "Chance of a chain", "Weight of an item", "Indicators", "Words for chances in 100", "Kinds of test", "Where the story breaks"}
	full, bare := legendOf(sample(t, "programme-board-rated.yaml")), legendOf(sample(t, "ten-stones.yaml"))
	for _, sign := range signs {
		assert.Contains(t, full, sign)
		assert.NotContains(t, bare, sign)
	}
	assert.Contains(t, bare, "Mending instead of buying")
	assert.Contains(t, bare, "Not rated")
	judged := sample(t, "ten-stones.yaml")
	judged.Pathways[0].Assumptions = []pathway.Assumption{{ID: "tools", Text: "Tools are at hand"}}
	assert.Contains(t, legendOf(judged), "Verdicts", "nobody has looked at it, and a sign says so")
	claimed := sample(t, "ten-stones.yaml")
	claimed.Pathways[0].Rivals = []pathway.Rival{{ID: "shop", Text: "The shop closed"}}
	got := legendOf(claimed)
	assert.Contains(t, got, "Chance of a claim")
	assert.NotContains(t, got, "Chance of a chain")
}

// Where nothing holds a link up, a sentence says so: a table of dashes reads as a result.
func TestEmptyLayersAreASentence(t *testing.T) {
	m := sample(t, "ten-stones.yaml")
	m.Evidence.Assessments = []evidence.Assessment{{About: pathway.Target{Pathway: m.Pathways[0].ID, Stone: m.Columns[0].Stones[0].ID}, Progress: "some", Confidence: "low"}}
	rated := write(t, m)
	for _, says := range []string{"No link has evidence behind it yet.", "No chain can be worked out yet"} {
		assert.Contains(t, rated, says)
		assert.NotContains(t, write(t, sample(t, "programme-board-rated.yaml")), says)
	}
	assert.NotContains(t, rated, "Citations behind each step")
	assert.NotContains(t, rated, "Kinds of test")
	assert.Contains(t, rated, "Which rating counts")
	assert.NotContains(t, rated, "Weight of evidence")
	assert.Contains(t, rated, "The scores rest on judgements")
	assert.NotContains(t, write(t, sample(t, "ten-stones.yaml")), "The scores rest on judgements")
}

// What is to be done to five links of a pathway is said once, and each has its own place.
func TestLikeTasksStandTogether(t *testing.T) {
	page := write(t, sample(t, "programme-board.yaml"))
	_, next, _ := strings.Cut(page, `<ol class="todos">`)
	next, _, _ = strings.Cut(next, "</ol>")
	assert.Equal(t, 3, strings.Count(next, "Put the claim into words"), "once a pathway")
	assert.Equal(t, 15, strings.Count(next, "Say how"))
	ids := regexp.MustCompile(`id="(task[^"]*)"`).FindAllStringSubmatch(next, -1)
	assert.Len(t, ids, 15)
	assert.Contains(t, page, `<a href="#`+ids[0][1]+`">Put the claim into words</a>`, "the first screen leads there")
}

// On paper a map in rows has a picture a row, each under the headings: all in one would be too small to read.
func TestRowsStandApartOnPaper(t *testing.T) {
	page := write(t, many(12))
	require.Equal(t, 1, strings.Count(page, `id="map-all"`))
	view := regexp.MustCompile(`<svg viewBox="0 (\S+) (\S+) (\S+)"><use href="#map-all"/></svg>`)
	views := view.FindAllStringSubmatch(page, -1)
	require.Len(t, views, 2*12)
	number := func(s string) float64 {
		x, err := strconv.ParseFloat(s, 64)
		require.NoError(t, err)
		return x
	}
	drawn := regexp.MustCompile(`<svg id="map-all"[^>]* viewBox="(\S+) (\S+) (\S+) (\S+)"`).FindStringSubmatch(page)
	require.NotNil(t, drawn)
	next := number(views[0][1]) + number(views[0][3])
	for i := 0; i < len(views); i += 2 {
		assert.Equal(t, views[0], views[i], "the headings again")
		assert.Equal(t, next, number(views[i+1][1]), "nothing is left out, nothing is there twice")
		assert.Equal(t, drawn[3], views[i+1][2], "as wide as the picture")
		next += number(views[i+1][3])
	}
	assert.InDelta(t, number(drawn[4]), next, 40, "down to its end")
	captions := regexp.MustCompile(`font-size="15"[^>]*><text x="\S+" y="(\S+)"`).FindAllStringSubmatch(page, -1)
	require.Len(t, captions, 12)
	for i, c := range captions {
		y, top := number(c[1])-number(drawn[2]), number(views[2*i+1][1])
		assert.Greater(t, y, top+8, "row %d has its own title", i)
		assert.Less(t, y, top+60, "row %d", i)
	}
	assert.NotContains(t, write(t, sample(t, "programme-board-rated.yaml")), `class="sheets"`)
}

// A curve without figures tells of no more than a direction: it has its first and its newest value, and when.
func TestTrendsHaveTheirEnds(t *testing.T) {
	page := write(t, sample(t, "programme-board-rated.yaml"))
	trends := regexp.MustCompile(`(?s)<svg class="trend".*?</svg>`).FindAllString(page, -1)
	require.Len(t, trends, 7, "six, and that of the legend")
	text := regexp.MustCompile(`<text [^>]*>([^<]*)</text>`)
	var first []string
	for _, m := range text.FindAllStringSubmatch(trends[0], -1) {
		first = append(first, m[1])
	}
	assert.Equal(t, []string{"62%", "22%", "October 2022", "2025"}, first, "of the pairs that plan the week together")
	assert.Contains(t, trends[1], ">23.8</text>", "a unit in words stands at the head of the table")
}

// On a phone a table has no head any more, so each chart in it has the numbers of its axis below.
func TestStackedChartsHaveAnAxis(t *testing.T) {
	page := write(t, sample(t, "programme-board-rated.yaml"))
	assert.Equal(t, 3+3*3, strings.Count(page, `<div class="axn"><svg class="ax"`), "three chains, and three rounds of each")
	assert.Contains(t, page, ".axn{display:none}")
}
