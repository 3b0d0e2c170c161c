package render_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render"
)

// nearest is how close a link of another pathway, or another hub, comes to any hub of a picture.
func nearest(g *render.Geometry) float64 {
	near := math.Inf(1)
	for i, h := range g.Hubs {
		for _, at := range h.At {
			for _, l := range g.Links {
				if l.Pathway != h.Pathway {
					near = min(near, farFrom(at, l.Points))
				}
			}
			for k, o := range g.Hubs {
				if k != i {
					near = min(near, math.Hypot(o.At[0][0]-at[0], o.At[0][1]-at[1]))
				}
			}
		}
	}
	return near
}

// farFrom is how close a link comes to a point: between two of its points it is a cubic curve, level at
// both ends, which is followed in small steps.
func farFrom(at render.Point, points []render.Point) float64 {
	near := math.Inf(1)
	for i := range len(points) - 1 {
		a, b := points[i], points[i+1]
		for step := range 201 {
			t := float64(step) / 200
			x := a[0] + (b[0]-a[0])*(1.5*t-1.5*t*t+t*t*t)
			y := a[1] + (b[1]-a[1])*t*t*(3-2*t)
			near = min(near, math.Hypot(x-at[0], y-at[1]))
		}
	}
	return near
}

// In the author's order the links of the three pathways of the board run across each other; a dot of one
// on a line of another would say that both meet.
func TestHubsAreClearOfOtherLinks(t *testing.T) {
	for _, name := range []string{"board.json", "board-rated.json"} {
		m := readMap(t, name)
		for _, g := range []*render.Geometry{layout(t, m), layout(t, m, render.FewestCrossings(true))} { // a dot and half a line take 4.3
			assert.GreaterOrEqual(t, nearest(g), 6.0, name)
		}
		m.Language = "he"
		assert.GreaterOrEqual(t, nearest(layout(t, m)), 6.0, "%s from right to left", name)
	}
}

// Where a hub goes, its links go with it: they still meet in it, and it stays in its gutter, between the
// cards that it joins.
func TestMovedHubsKeepTheirLinks(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 8))
	seen := 0
	for range 60 {
		g := layout(t, randomMap(r))
		for _, h := range g.Hubs {
			seen++
			for _, l := range g.Links {
				if l.Pathway == h.Pathway && slices.Contains(h.From, l.From) && slices.Contains(h.To, l.To) && len(l.Points) >= 3 {
					if slices.Contains(l.Points, h.At[0]) {
						continue
					}
					// The same two stones may be joined by another hub, with another effect.
					assert.True(t, anyHub(g, l), "%s to %s misses its hub", l.From, l.To)
				}
			}
			for _, c := range g.Cards {
				inside := h.At[0][0] > c.X && h.At[0][0] < c.X+c.Width && h.At[0][1] > c.Y && h.At[0][1] < c.Y+c.Height
				assert.False(t, inside, "a hub on a card")
			}
		}
	}
	assert.Greater(t, seen, 50)
}

func anyHub(g *render.Geometry, l render.Link) bool {
	return slices.ContainsFunc(g.Hubs, func(h render.Hub) bool {
		return h.Pathway == l.Pathway && slices.Contains(l.Points, h.At[0])
	})
}

// Without links a map is a table: its columns start at one height, and stand close.
func TestColumnsWithoutLinksStartAtTheTop(t *testing.T) {
	m := readMap(t, "board.json")
	linked := layout(t, m)
	m.Pathways = nil
	m.Columns[2].Stones = m.Columns[2].Stones[:1]
	g := layout(t, m)
	first := map[string]float64{}
	for _, c := range g.Cards {
		if _, ok := first[c.Column]; !ok {
			first[c.Column] = c.Y
		}
		assert.GreaterOrEqual(t, c.Y, first[c.Column])
	}
	for id, y := range first {
		assert.InDelta(t, g.Cards[0].Y, y, 1e-9, id)
	}
	assert.Less(t, g.Width, linked.Width-200)
	checkGeometry(t, g)
}

// The legend explains what is there: no sign for unrated where all is rated, no letter where there is
// one pathway, no rail and no number of links in an overview that has none.
func TestLegendsTellNoMoreThanIsShown(t *testing.T) {
	m := readMap(t, "board-rated.json")
	assert.True(t, strings.Contains(svg(t, m), ">Not rated</text></g></g>"))
	rated := moved()
	rated.Pathways = rated.Pathways[:1]
	all := svg(t, rated)
	assert.False(t, strings.Contains(all, ">Not rated<"))
	assert.False(t, strings.Contains(all, `font-size="10"`), "the letter of the only pathway")
	assert.True(t, strings.Contains(overview(t, m), "how many links lead to the next column"))
	bare := &outcome.Map{Title: "Bare", Columns: m.Columns}
	assert.False(t, strings.Contains(overview(t, bare), "how many links"))
	assert.False(t, strings.Contains(overview(t, m), `width="6"`), "a rail")
}
