package render_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/outcomemap/outcomemap/render"
)

// What is out of focus sinks into its column: the ground of the lane, a hairline around it, and its words in muted
// ink, which TestContrast holds to 4.5:1 there.
func TestCardsOutOfFocusSinkIntoTheirColumn(t *testing.T) {
	m := readMap(t, "board-rated.json")
	light := render.Light().Screen
	got := svg(t, m, render.Focus("employers"), render.WithTheme(render.Light()))
	faint, clear := cardOf(got, "team-working"), cardOf(got, "employers")
	assert.Contains(t, faint, `class="om-cf"`)
	assert.Contains(t, faint, `fill="`+light.Lane+`" stroke="`+light.Border+`" stroke-width=".5"`)
	assert.Contains(t, faint, `class="om-mu" fill="`+light.Muted+`"`)
	assert.NotContains(t, faint, "om-cd")
	assert.Contains(t, clear, `class="om-cd"`)
	assert.NotContains(t, clear, `stroke-width=".5"`)
	dark := svg(t, m, render.Focus("employers"))
	assert.Contains(t, dark, ".om-cf{fill:"+render.Dark().Screen.Lane+"}")
	assert.NotContains(t, svg(t, m, render.WithTheme(render.Light())), `class="om-cf"`)
}

func TestSubtitleNamesWhatIsInFocus(t *testing.T) {
	for _, tt := range []struct {
		focus []string
		want  string
	}{
		{[]string{"q"}, "Outcome map · In focus: B One by one · 6 stepping stones"},
		{[]string{"p"}, "Outcome map · In focus: A Through a hub · 6 stepping stones"},
		{[]string{"q", "p"}, "Outcome map · 6 stepping stones"},
		{nil, "Outcome map · 6 stepping stones"},
	} {
		assert.Contains(t, svg(t, small(), render.Focus(tt.focus...)), ">"+tt.want, "%v", tt.focus)
	}
}

// Where two days are compared, a card of which nothing moved is faint; that nobody has rated it still shows.
func TestUnratedCardsKeepTheirDottedSide(t *testing.T) {
	m := readMap(t, "board-rated.json")
	assert.Equal(t, "0", railOf(svg(t, m, render.Since("2030")), "team-working"))
	assert.Empty(t, railOf(svg(t, m, render.Since("2030")), "career-progression"), "what is rated and stayed has none")
	assert.Empty(t, railOf(svg(t, m, render.Focus("employers")), "team-working"), "out of focus")
}

// Rows share their columns, so the headings stand above all of them and not above each.
func TestRowsHaveTheirHeadingsOnce(t *testing.T) {
	m := readMap(t, "board.json")
	g, got := layout(t, m, render.ByPathway(true)), svg(t, m, render.ByPathway(true))
	assert.Equal(t, 1, strings.Count(got, ">What we do</text>"))
	assert.Less(t, strings.Index(got, ">What we do</text>"), strings.Index(got, ">13 stepping stones"), "before the first row")
	for _, c := range g.Cards {
		assert.Greater(t, c.Y, g.Columns[0].Y+40, "below the headings")
	}
	assert.Equal(t, 1, strings.Count(svg(t, m), ">What we do</text>"))
}
