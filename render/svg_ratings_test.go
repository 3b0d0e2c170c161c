package render_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render"
	"github.com/outcomemap/outcomemap/schema/schematest"
)

func TestRatingsOnAndOff(t *testing.T) {
	rated, bare := readMap(t, "board-rated.json"), readMap(t, "board.json")
	assert.Contains(t, svg(t, rated), "Great progress")
	assert.NotContains(t, svg(t, rated, render.Ratings(false)), "Great progress")
	assert.NotContains(t, svg(t, bare), "Not rated", "nothing is rated yet")
	assert.Contains(t, svg(t, bare, render.Ratings(true)), "Not rated")
}

// A range is shown where raters differ: never one of the two.
func TestRatersWhoDiffer(t *testing.T) {
	m := small()
	about := pathway.Target{Pathway: "p", Stone: "a"}
	m.Evidence.Assessments = []evidence.Assessment{
		{About: about, By: "A", Progress: "some", Confidence: "high"}, {About: about, By: "B", Progress: "great", Confidence: "high"},
	}
	assert.Contains(t, svg(t, m), "Some progress to Great progress")
}

// moved is the board with ratings of two days: one rose, one fell, one is new, one is surer.
func moved() *outcome.Map {
	m := small()
	rate := func(stone, progress, confidence string, date evidence.Date) {
		m.Evidence.Assessments = append(m.Evidence.Assessments, evidence.Assessment{
			About: pathway.Target{Pathway: "p", Stone: stone}, Progress: progress, Confidence: confidence, Date: date,
		})
	}
	rate("a", "none", "low", "2021")
	rate("a", "great", "low", "2022")
	rate("b", "some", "low", "2021")
	rate("b", "none", "low", "2022")
	rate("c", "some", "low", "2022")
	rate("d", "some", "low", "2021")
	rate("d", "some", "high", "2022")
	return m
}

func TestChangeBetweenTwoDays(t *testing.T) {
	got := svg(t, moved(), render.Since("2021-12-31"), render.WithTheme(render.Light()))
	schematest.Golden(t, "small-since.svg", []byte(got))
	for _, want := range []string{
		"changes since 31 December 2021", "1 further on", "1 fallen back", "1 newly rated", "1 surer", "4 unchanged", "of 8 ratings",
		"Through a hub: Great progress, Confidence Low (before: No progress, Confidence Low).", "before, and now",
	} {
		assert.Contains(t, got, want)
	}
	const bars, arrow = ` width="3"`, "m-3 -3l3 3l-3 3"
	assert.Equal(t, 1, strings.Count(cardOf(got, "a"), arrow), "its progress rose")
	assert.Equal(t, 3, strings.Count(cardOf(got, "a"), bars))
	assert.Equal(t, 1, strings.Count(cardOf(got, "d"), arrow), "its confidence rose")
	assert.Equal(t, 6, strings.Count(cardOf(got, "d"), bars), "three before, and three now")
	assert.NotContains(t, svg(t, moved(), render.Since("2023")), "before, and now", "nothing moved")
	before := svg(t, moved(), render.AsOf("2021-12-31"))
	assert.NotContains(t, before, "Through a hub: Great progress")
	assert.Contains(t, before, "Through a hub: No progress")
	assert.Contains(t, before, "as of 31 December 2021")
	_, err := render.Layout(moved(), render.Since("yesterday"))
	require.ErrorContains(t, err, "yesterday")
}

// The legend shows the arrow as the cards have it, and none where they have none.
func TestLegendShowsTheArrowThatIsDrawn(t *testing.T) {
	const bars, circle, dash = ` width="3"`, "<circle", "h9"
	at := func(date evidence.Date, progress, confidence string) evidence.Assessment {
		return evidence.Assessment{About: pathway.Target{Pathway: "p", Stone: "a"}, Progress: progress, Confidence: confidence, Date: date}
	}
	for _, tt := range []struct {
		why                    string
		rated                  []evidence.Assessment
		arrow                  bool
		circles, dashes, beams int
	}{
		{"progress rose", []evidence.Assessment{at("2021", "none", "low"), at("2022", "great", "high")}, true, 2, 0, 0},
		{"all is newly rated", []evidence.Assessment{at("2022", "great", "high")}, true, 1, 1, 0},
		{"the rating went", []evidence.Assessment{at("2021", "great", ""), at("2022", "", "high")}, true, 2, 0, 0},
		{"confidence alone rose", []evidence.Assessment{at("2021", "some", "low"), at("2022", "some", "high")}, true, 0, 0, 6},
		{"confidence alone is new, without an arrow", []evidence.Assessment{at("2021", "some", ""), at("2022", "some", "high")}, false, 0, 0, 0},
		{"nothing moved", []evidence.Assessment{at("2021", "some", "low")}, false, 0, 0, 0},
	} {
		m := small()
		m.Evidence.Assessments = tt.rated
		for _, language := range []string{"en", "ar"} {
			m.Language = language
			got := svg(t, m, render.Since("2021"), render.WithTheme(render.Light()))
			_, row, found := strings.Cut(got, ">Change</text>")
			require.True(t, found, tt.why)
			sign, _, shown := strings.Cut(row, "before, and now")
			require.Equal(t, tt.arrow, shown, tt.why)
			if !shown {
				continue
			}
			assert.Equal(t, tt.circles, strings.Count(sign, circle), tt.why)
			assert.Equal(t, tt.dashes, strings.Count(strings.ReplaceAll(sign, "h9m", ""), dash), tt.why)
			assert.Equal(t, tt.beams, strings.Count(sign, bars), tt.why)
		}
	}
}

// An overview counts what is now: it has neither arrows nor signs of what was before.
func TestLegendOfAnOverview(t *testing.T) {
	m := moved()
	m.Columns, m.Pathways = m.Columns[:1], m.Pathways[:1]
	m.Evidence.Assessments = m.Evidence.Assessments[:0]
	for _, c := range m.Columns[0].Stones {
		m.Evidence.Assessments = append(m.Evidence.Assessments, evidence.Assessment{
			About: pathway.Target{Pathway: "p", Stone: c.ID}, Progress: "some", Confidence: "low", Date: "2022"})
	}
	picture := svg(t, m, render.Since("2021"))
	assert.Contains(t, picture, "before, and now")
	assert.Contains(t, picture, ">Not rated</text>")
	var b bytes.Buffer
	require.NoError(t, render.Overview(&b, m, render.Since("2021")))
	assert.Contains(t, b.String(), "newly rated")
	assert.NotContains(t, b.String(), "before, and now")
	assert.NotContains(t, b.String(), ">Not rated</text>")
}

// A legend of pathways would only say again what a title has said.
func TestLegendOfPathways(t *testing.T) {
	const heading = ">Pathways</text>"
	m := readMap(t, "board.json")
	assert.Contains(t, svg(t, m), heading)
	assert.Contains(t, svg(t, m, render.Focus("employers")), heading)
	assert.NotContains(t, svg(t, m, render.Pathway("employers")), heading)
	assert.NotContains(t, svg(t, m, render.ByPathway(true)), heading)
}

// cardOf is what is drawn for a stone.
func cardOf(picture, stone string) string {
	_, card, _ := strings.Cut(picture, `data-stone="`+stone+`"`)
	card, _, _ = strings.Cut(card, "data-stone=")
	return card
}

// A range of levels is longer than the words that confidence is lined up behind. It moves confidence on,
// and only where there is no room for both puts it on a line of its own.
func TestRangesStayOnOneLine(t *testing.T) {
	m := moved()
	m.Evidence.Assessments = []evidence.Assessment{
		{About: pathway.Target{Pathway: "p", Stone: "a"}, Progress: "none", Confidence: "low", Date: "2023", By: "Ann"},
		{About: pathway.Target{Pathway: "p", Stone: "a"}, Progress: "some", Confidence: "low", Date: "2023", By: "Bob"}}
	m.Evidence.Standard = evidence.Standard{
		Progress:   []evidence.Level{{ID: "none", Label: "None"}, {ID: "some", Label: "Some"}, {ID: "great", Label: "Great"}},
		Confidence: []evidence.Level{{ID: "low", Label: "Low"}, {ID: "high", Label: "High"}},
	}
	texts := func(opts ...render.Option) (y [2]string) {
		for _, e := range parse(t, svg(t, m, opts...)) {
			for i, label := range []string{"None to Some", "Low"} {
				if e.text == label && y[i] == "" {
					y[i] = e.attrs["y"]
				}
			}
		}
		return y
	}
	beside := texts()
	require.NotEmpty(t, beside[0])
	assert.Equal(t, beside[0], beside[1])
	below := texts(render.CardWidth(150))
	require.NotEmpty(t, below[0])
	assert.NotEqual(t, below[0], below[1])
}

// A row whose own stones are unrated says so, on a map that has ratings.
func TestRowsShareTheRatings(t *testing.T) {
	got := svg(t, moved(), render.ByPathway(true))
	assert.Contains(t, got, "One by one: Not rated.")
}

// A scale of many levels fills its circle step by step, the long way round from the half on.
func TestScalesOfManyLevels(t *testing.T) {
	m := moved()
	m.Evidence.Standard.Progress = nil
	m.Evidence.Assessments = nil
	for i, stone := range []string{"a", "b", "c", "d"} {
		id := string(rune('0' + i))
		m.Evidence.Standard.Progress = append(m.Evidence.Standard.Progress, evidence.Level{ID: id, Label: "Level " + id})
		m.Evidence.Assessments = append(m.Evidence.Assessments, evidence.Assessment{About: pathway.Target{Pathway: "p", Stone: stone}, Progress: id})
	}
	schematest.Golden(t, "small-levels.svg", []byte(svg(t, m)))
}

// A scale of more than five levels of confidence still has five bars, and fills them in proportion.
func TestManyLevelsOfConfidence(t *testing.T) {
	m := moved()
	m.Evidence.Standard.Confidence = nil
	for i := range 10 {
		m.Evidence.Standard.Confidence = append(m.Evidence.Standard.Confidence, evidence.Level{ID: string(rune('0' + i))})
	}
	m.Evidence.Assessments = []evidence.Assessment{{About: pathway.Target{Pathway: "p", Stone: "a"}, Progress: "some", Confidence: "5"}}
	got := svg(t, m)
	card := got[strings.Index(got, `data-stone="a"`):strings.Index(got, `data-stone="b"`)]
	assert.Equal(t, 5, strings.Count(card, ` width="3"`))
	assert.Equal(t, 2, strings.Count(card, `stroke-width=".8"`), "the sixth of ten levels fills three of five bars")
}

// No picture tells more than a hundred levels apart: what is above is drawn as the hundredth, be it one end of a
// range, and its label says so.
func TestMoreLevelsThanAPictureTells(t *testing.T) {
	const highest = "≥ level 100"
	for _, tt := range []struct {
		levels    int
		low, high string // what two raters say
		want      string
	}{
		{100, "level 5", "level 100", "level 5 to level 100"},
		{101, "level 5", "level 99", "level 5 to level 99"},
		{101, "level 5", "level 100", "level 5 to " + highest},
		{101, "level 5", "level 101", "level 5 to " + highest},
		{101, "level 100", "level 101", highest},
		{300, "level 101", "level 300", highest},
	} {
		m := small()
		m.Evidence.Standard.Progress = nil
		for i := range tt.levels {
			m.Evidence.Standard.Progress = append(m.Evidence.Standard.Progress, evidence.Level{ID: fmt.Sprint("level ", i+1)})
		}
		for _, level := range []string{tt.low, tt.high} {
			m.Evidence.Assessments = append(m.Evidence.Assessments, evidence.Assessment{About: pathway.Target{Pathway: "p", Stone: "a"}, By: level, Progress: level})
		}
		picture := svg(t, m)
		_, label, _ := strings.Cut(picture, "Stone a. Through a hub: ")
		label, _, _ = strings.Cut(label, ",")
		assert.Equal(t, tt.want, label)
		assert.Equal(t, tt.levels > 100, strings.Contains(picture, highest), tt.want)
		assert.False(t, strings.Contains(picture, "level 101"), tt.want)
		assert.NotEmpty(t, overview(t, m))
	}
}

// Without a legend the margin below the columns is that at their side.
func TestMarginWithoutLegend(t *testing.T) {
	picture := svg(t, oneLink(), render.Pathway("p"), render.WithTheme(render.Light()))
	assert.NotContains(t, picture, "Pathways</text>")
	var ground, page float64
	for _, e := range parse(t, picture) {
		y, _ := strconv.ParseFloat(e.attrs["y"], 64)
		height, _ := strconv.ParseFloat(e.attrs["height"], 64)
		switch {
		case e.name == "svg":
			page = height
		case e.name == "rect" && e.attrs["rx"] == "8":
			ground = max(ground, y+height)
		}
	}
	assert.InDelta(t, 32, page-ground, 1)
}

// longLevels is a map with ratings whose levels have long names, of raters who differ.
func longLevels(language string) *outcome.Map {
	m := moved()
	m.Language = language
	m.Evidence.Standard = evidence.Standard{
		Progress:   []evidence.Level{{ID: "none", Label: "Not reached at all by anybody in any of the regions"}, {ID: "great", Label: "Substantially and sustainably reached across all regions"}},
		Confidence: []evidence.Level{{ID: "low", Label: "The evidence is thin, or altogether missing, or pulls both ways"}, {ID: "high", Label: "High"}},
	}
	m.Evidence.Assessments = []evidence.Assessment{
		{About: pathway.Target{Stone: "a"}, Progress: "none", Confidence: "low", By: "Ann", Date: "2023"},
		{About: pathway.Target{Stone: "a"}, Progress: "great", Confidence: "high", By: "Bob", Date: "2023"},
		{About: pathway.Target{Stone: "b"}, Progress: "great", Confidence: "low"},
		{About: pathway.Target{Stone: "c"}, Progress: "none", Confidence: "high"},
	}
	return m
}

// The name of a level that is longer than a card is cut short there; the label of the card and the legend have it whole.
func TestLongNamesOfLevelsStayOnTheirCards(t *testing.T) {
	const from, to = "Not reached at all by anybody in any of the regions", "Substantially and sustainably reached across all regions"
	for _, width := range []float64{140, 208} {
		for _, opts := range [][]render.Option{nil, {render.Since("2000")}} {
			got := svg(t, longLevels("en"), append(opts, render.CardWidth(width))...)
			spoken, card, _ := strings.Cut(cardOf(got, "a"), `<g aria-hidden="true"`)
			assert.Contains(t, spoken, from+" to "+to)
			short := regexp.MustCompile(`>([^<]*)…<`).FindStringSubmatch(card)
			require.NotNil(t, short, card)
			assert.True(t, strings.HasPrefix(from, short[1]), short[1])
			assert.NotContains(t, card, to)
			for _, level := range []string{from, to} {
				words := regexp.MustCompile(`</?text[^>]*>|<[^>]*>`).ReplaceAllString(legendRow(t, got, "Progress"), " ")
				assert.Contains(t, strings.Join(strings.Fields(words), " "), level)
			}
		}
	}
}

// A column gets wider for the names of its levels, up to the bound that any words have.
func TestColumnsGiveRoomToNamesOfLevels(t *testing.T) {
	const width, widest = 140, 196 // 1.4 times as wide
	for _, c := range layout(t, longLevels("en"), render.CardWidth(width)).Columns {
		assert.InDelta(t, widest, c.Width, 1e-9, c.ID)
	}
	for _, c := range layout(t, moved(), render.CardWidth(width)).Columns {
		assert.InDelta(t, width, c.Width, 1e-9, c.ID)
	}
	m := longLevels("en")
	m.Evidence.Standard.Progress[1].Label, m.Evidence.Standard.Progress[0].Label = "Great", "None"
	m.Evidence.Standard.Confidence[0].Label = "Thin, or pulls both ways"
	g := layout(t, m, render.CardWidth(width))
	assert.Greater(t, g.Columns[0].Width, g.Columns[1].Width, "raters differ there")
	assert.Greater(t, g.Columns[1].Width, float64(width), "confidence below progress wants more than a card")
}
