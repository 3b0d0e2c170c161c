package render_test

import (
	"math"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render"
)

// A bar that stands for an arrow is joined to the line and stands clear of the card, whose side has the colour
// of its progress: at the card it was a speck on that colour. The legend draws it so too.
func TestBarsStandClear(t *testing.T) {
	m := shared(map[string]string{"none": "top"}, pathway.Link{From: "top", To: "shared"}, pathway.Link{From: "bottom", To: "shared", Effect: pathway.Negative})
	for _, tt := range []struct {
		language string
		out      float64 // from the card
		bar      string
	}{{"en", -1, "h-3v12h3z"}, {"he", 1, "h3v12h-3z"}} {
		m.Language = tt.language
		g, got := layout(t, m), svg(t, m)
		end := g.Links[1].Points[len(g.Links[1].Points)-1]
		number := func(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
		assert.Contains(t, got, `d="M`+number(end[0]+tt.out*4)+" "+number(end[1]-6)+tt.bar+`"`, "4 pixels from the card")
		line := regexp.MustCompile(`data-effect="negative" d="[^"]* ([\d.]+) ([\d.]+)"`).FindStringSubmatch(got)
		require.NotNil(t, line)
		assert.Equal(t, number(end[0]+tt.out*6.5), line[1], "the line ends in it")
		assert.Equal(t, number(end[1]), line[2])
		plus := g.Links[0].Points[len(g.Links[0].Points)-1]
		assert.GreaterOrEqual(t, end[1]-plus[1], 12.0, "clear of the next arrow, which is 8 tall")
		assert.Equal(t, 2, strings.Count(got, tt.bar+`"/>`), "the legend has one too")
	}
}

// A line that climbs by 5 pixels looks like a slip. Where it has both sides of its cards to itself it is level.
func TestLinksThatHardlyRiseAreLevel(t *testing.T) {
	slips := func(g *render.Geometry) (n int) {
		for _, l := range g.Links {
			for i, b := range l.Points[1:] {
				if rise := math.Abs(b[1] - l.Points[i][1]); rise > 0 && rise < 8 {
					n++
				}
			}
		}
		return n
	}
	for _, name := range []string{"board.json", "board-rated.json"} {
		for _, id := range []string{"relationships", "workforce", "employers"} {
			assert.Zero(t, slips(layout(t, readMap(t, name), render.Pathway(id))), "%s of %s", id, name)
		}
	}
	r := rand.New(rand.NewPCG(9, 4))
	for range 40 {
		checkGeometry(t, layout(t, randomMap(r)))
	}
}
