package render_test

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render"
)

// A hole where the other half of a rating has an arrow would read as a figure that is missing.
func TestWhatStayedIsSaid(t *testing.T) {
	const stayed = "h8m-8 4h8"
	got := svg(t, moved(), render.Since("2021-12-31"))
	for stone, signs := range map[string]int{"a": 1, "b": 1, "c": 0, "d": 1, "e": 0} {
		assert.Equal(t, signs, strings.Count(cardOf(got, stone)[:min(len(cardOf(got, stone)), 3000)], stayed), stone)
	}
	assert.Contains(t, got, "the same as before")
	nothing := svg(t, moved(), render.Since("2023"))
	assert.NotContains(t, nothing, stayed, "where nothing moved a faint card says it")
	assert.NotContains(t, nothing, "the same as before")
	assert.NotContains(t, svg(t, moved()), stayed)
}

// Raters who differ are two signs, the lowest level and the highest, and a column gets the room that their words want.
func TestRangesAreTwoSigns(t *testing.T) {
	m := moved()
	rate := func(progress, confidence, by string) evidence.Assessment {
		return evidence.Assessment{About: pathway.Target{Pathway: "p", Stone: "a"}, Progress: progress, Confidence: confidence, Date: "2023", By: by}
	}
	m.Evidence.Assessments = []evidence.Assessment{rate("none", "low", "Ann"), rate("great", "high", "Bob")}
	const empty, full = `r="4.4"`, `r="5.2"`
	got := svg(t, m)
	card := cardOf(got, "a")
	assert.Equal(t, 1, strings.Count(card, empty))
	assert.Equal(t, 1, strings.Count(card, full))
	assert.Equal(t, 6, strings.Count(card, ` width="3"`), "three bars for either level of confidence")
	assert.Contains(t, got, "from the lowest to the highest that raters gave")
	m.Evidence.Assessments[1] = rate("none", "low", "Bob")
	got = svg(t, m)
	assert.Equal(t, 1, strings.Count(cardOf(got, "a"), empty))
	assert.Equal(t, 3, strings.Count(cardOf(got, "a"), ` width="3"`))
	assert.NotContains(t, got, "from the lowest to the highest")

	m = readMap(t, "board-rated.json")
	m.Evidence.Assessments = []evidence.Assessment{}
	m.Evidence.Standard = evidence.Standard{
		Progress:   []evidence.Level{{ID: "none", Label: "None"}, {ID: "some", Label: "Some"}, {ID: "great", Label: "Very great"}},
		Confidence: []evidence.Level{{ID: "low", Label: "Low confidence"}, {ID: "high", Label: "High confidence"}},
	}
	for _, by := range []string{"Ann", "Bob"} {
		a := evidence.Assessment{About: pathway.Target{Pathway: "workforce", Stone: "promote-role"}, Progress: "none", Confidence: "low", Date: "2023", By: by}
		if by == "Bob" {
			a.Progress = "some"
		}
		m.Evidence.Assessments = append(m.Evidence.Assessments, a)
	}
	g, narrow := layout(t, m), layout(t, m, render.CardWidth(150))
	assert.Greater(t, g.Columns[0].Width, g.Columns[1].Width, "room for the range")
	assert.InDelta(t, 11*2+17+6+19, g.Cards[6].Height, 1e-9, "one line of words and one of ratings")
	assert.Greater(t, narrow.Cards[6].Height, g.Cards[6].Height)
}

// legendRow is what the legend has behind one of its headings.
func legendRow(t *testing.T, picture, heading string) string {
	t.Helper()
	_, row, found := strings.Cut(picture[strings.LastIndex(picture, `data-stone="`):], ">"+heading+"</text></g>")
	require.True(t, found, heading)
	row, _, _ = strings.Cut(row, "</g>\n")
	return row
}

// The legend shows two signs for what the picture shows two signs of, and for nothing else.
func TestLegendHasTheRangesOfThePicture(t *testing.T) {
	type rating struct {
		progress, confidence, by string
		date                     evidence.Date
	}
	for _, tt := range []struct {
		why                  string
		ratings              []rating
		progress, confidence int // ranges in these rows of the legend
		since                evidence.Date
	}{
		{"of one mind", []rating{{"none", "low", "Ann", "2023"}, {"none", "low", "Bob", "2023"}}, 0, 0, ""},
		{"they differ on progress alone", []rating{{"none", "low", "Ann", "2023"}, {"great", "low", "Bob", "2023"}}, 1, 0, ""},
		{"they differ on confidence alone", []rating{{"none", "low", "Ann", "2023"}, {"none", "high", "Bob", "2023"}}, 0, 1, ""},
		{"they differ on both", []rating{{"none", "low", "Ann", "2023"}, {"great", "high", "Bob", "2023"}}, 1, 1, ""},
		{"one gave no progress", []rating{{"", "low", "Ann", "2023"}, {"none", "high", "Bob", "2023"}}, 0, 1, ""},
		{"they differed on confidence before", []rating{
			{"none", "low", "Ann", "2021"}, {"none", "high", "Bob", "2021"}, {"none", "high", "Ann", "2023"}}, 0, 1, "2022"},
		{"they differed on progress before", []rating{
			{"none", "low", "Ann", "2021"}, {"great", "low", "Bob", "2021"}, {"great", "low", "Ann", "2023"}}, 1, 0, "2022"},
		{"what they differed on went, and its confidence is not drawn", []rating{
			{"none", "low", "Ann", "2021"}, {"none", "high", "Bob", "2021"}, {"", "", "Ann", "2023"}, {"", "", "Bob", "2023"}}, 0, 0, "2022"},
	} {
		m := moved()
		m.Evidence.Assessments = []evidence.Assessment{{About: pathway.Target{Pathway: "p", Stone: "b"}, Progress: "none", Confidence: "low", Date: "2020"}}
		for _, r := range tt.ratings {
			m.Evidence.Assessments = append(m.Evidence.Assessments, evidence.Assessment{
				About: pathway.Target{Pathway: "p", Stone: "a"}, Progress: r.progress, Confidence: r.confidence, By: r.by, Date: r.date})
		}
		var opts []render.Option
		if tt.since != "" {
			opts = append(opts, render.Since(tt.since))
		}
		got := svg(t, m, opts...)
		progress, confidence := legendRow(t, got, "Progress"), legendRow(t, got, "Confidence")
		const says, levels, bars = "from the lowest to the highest that raters gave", 3, 3
		assert.Equal(t, tt.progress, strings.Count(progress, says), tt.why)
		assert.Equal(t, levels+2*tt.progress, strings.Count(progress, "<circle"), tt.why)
		assert.NotContains(t, progress, ` width="3"`, tt.why)
		assert.Equal(t, tt.confidence, strings.Count(confidence, says), tt.why)
		assert.Equal(t, bars*(levels+2*tt.confidence), strings.Count(confidence, ` width="3"`), tt.why)
		assert.NotContains(t, confidence, "<circle", tt.why)
		if tt.since == "" { // a card without a range has one sign of each
			card := cardOf(got, "a")
			assert.Equal(t, bars*(1+tt.confidence), strings.Count(card, ` width="3"`), tt.why)
			assert.Equal(t, 1+tt.progress, strings.Count(card, "<circle"), tt.why)
		}
		var counts strings.Builder
		require.NoError(t, render.Overview(&counts, m, opts...))
		assert.NotContains(t, counts.String(), says, "an overview counts, and has no signs of one rating")
	}
}

// Two signs of confidence do not run together into one of twice as many bars.
func TestBarsOfARangeAreApart(t *testing.T) {
	m := moved()
	m.Evidence.Assessments = nil
	for _, by := range []string{"low", "high"} {
		m.Evidence.Assessments = append(m.Evidence.Assessments, evidence.Assessment{About: pathway.Target{Stone: "a"}, Progress: "none", Confidence: by, By: by})
	}
	for _, language := range []string{"en", "he"} {
		m.Language = language
		got := svg(t, m)
		for _, part := range []string{cardOf(got, "a"), legendRow(t, got, "Confidence")} {
			var at []float64
			for _, bar := range regexp.MustCompile(`<rect x="([0-9.]+)" y="[0-9.]+" width="3"`).FindAllStringSubmatch(part, -1) {
				x, err := strconv.ParseFloat(bar[1], 64)
				require.NoError(t, err)
				at = append(at, x)
			}
			at = at[len(at)-6:]
			slices.Sort(at)
			assert.GreaterOrEqual(t, at[3]-at[2]-3, 2*(at[1]-at[0]-3), "%s: between the two more than within one: %v", language, at)
		}
	}
}
