package report

import (
	"math"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/render"
	"github.com/outcomemap/outcomemap/schema"
)

// walk goes along a line of a picture in small steps: cubic curves with level ends, as the points of Layout say.
func walk(points []render.Point, visit func(render.Point)) {
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		mid := (a[0] + b[0]) / 2
		for k := range 201 {
			s := float64(k) / 200
			r := 1 - s
			at := func(p0, p1, p2, p3 float64) float64 { return r*r*r*p0 + 3*r*r*s*p1 + 3*r*s*s*p2 + s*s*s*p3 }
			visit(render.Point{at(a[0], mid, mid, b[0]), at(a[1], a[1], b[1], b[1])})
		}
	}
}

// placedMarks is where the signs of breaks stand.
func placedMarks(t *testing.T, svg string) (all []render.Point) {
	t.Helper()
	for _, m := range regexp.MustCompile(`transform="translate\(([0-9.-]+) ([0-9.-]+)\)"><circle r="11"/>`).FindAllStringSubmatch(svg, -1) {
		x, err := strconv.ParseFloat(m[1], 64)
		require.NoError(t, err)
		y, err := strconv.ParseFloat(m[2], 64)
		require.NoError(t, err)
		all = append(all, render.Point{x, y})
	}
	return all
}

// The sign of a break stands on a line that breaks, and hides no other pathway's line, no card and no other sign: every
// point of what is drawn is looked at.
func TestBreakStandsOnItsOwnLine(t *testing.T) {
	mark := regexp.MustCompile(`<g class="brk p\d" data-pathway="([^"]*)" transform="translate\(([0-9.-]+) ([0-9.-]+)\)"><circle r="11"/>`)
	for _, language := range []string{"en", "ar"} {
		m, err := schema.ReadFile(filepath.Join("..", "..", "examples", "maps", "programme-board-rated.yaml"))
		require.NoError(t, err)
		m.Language = language
		own := newTeller(m, config{theme: render.Auto()}, english)
		g, err := render.Layout(m, own.pictureOptions()...)
		require.NoError(t, err)
		found := mark.FindAllStringSubmatch(own.breakMarks(g), -1)
		require.Len(t, found, 3)
		var taken []render.Point
		for _, f := range found {
			x, err := strconv.ParseFloat(f[2], 64)
			require.NoError(t, err)
			y, err := strconv.ParseFloat(f[3], 64)
			require.NoError(t, err)
			away := func(p render.Point) float64 { return math.Hypot(p[0]-x, p[1]-y) }
			mine, others, crossing := math.Inf(1), math.Inf(1), 0
			for _, l := range g.Links {
				nearest := math.Inf(1)
				walk(l.Points, func(p render.Point) { nearest = min(nearest, away(p)) })
				if l.Pathway != f[1] {
					others = min(others, nearest)
					continue
				}
				mine = min(mine, nearest)
				if nearest < markRadius {
					crossing++
				}
			}
			assert.Less(t, mine, 1.0, "%s %s", language, f[1])
			assert.Greater(t, others, markRadius, "%s %s", language, f[1])
			assert.Equal(t, 1, crossing, "%s %s: no crossing of its own lines is hidden", language, f[1])
			for _, c := range g.Cards {
				assert.Greater(t, math.Hypot(max(c.X-x, x-c.X-c.Width, 0), max(c.Y-y, y-c.Y-c.Height, 0)), markRadius-0.5, c.Stone)
			}
			for _, other := range taken {
				assert.Greater(t, away(other), 2*markRadius)
			}
			taken = append(taken, render.Point{x, y})
		}
	}
}

// Where lines are many and close the sign stands where it has most room, on one of them, and the search stays small.
func TestClearestSpot(t *testing.T) {
	line := func(y float64) piece { return piece{render.Point{0, y}, render.Point{100, y}, "p"} }
	m := &markers{g: &render.Geometry{}, pieces: []piece{line(0), line(6), line(12), line(40)}}
	at := m.clearest(m.pieces)
	require.Len(t, at, 1)
	assert.InDelta(t, 40, at[0][1], 1e-9, "the one line with room")
	again := m.clearest([]piece{line(40)})
	assert.GreaterOrEqual(t, math.Abs(again[0][0]-at[0][0]), 2*markRadius, "not on another sign")
	assert.Empty(t, m.clearest(nil))
	many := make([]piece, 1000)
	for i := range many {
		many[i] = line(float64(i))
	}
	assert.Len(t, (&markers{g: &render.Geometry{}, pieces: many}).clearest(many), 1)
	dot := piece{render.Point{5, 5}, render.Point{5, 5}, "p"}
	assert.Equal(t, 5.0, dot.distance(render.Point{5, 10}))
}
