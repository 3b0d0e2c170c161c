package render_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/outcomemap/outcomemap/render"
)

// a curve is one piece of a link in steps small enough to measure by.
type curve struct {
	pathway string
	points  []render.Point
}

// curves are all pieces of a picture, each once.
func curves(g *render.Geometry) (all []curve) {
	type key struct {
		pathway  string
		from, to render.Point
	}
	seen := map[key]bool{}
	for _, l := range g.Links {
		for i, b := range l.Points[1:] {
			a := l.Points[i]
			if k := (key{l.Pathway, a, b}); !seen[k] {
				seen[k] = true
				c := curve{pathway: l.Pathway}
				for step := range 101 {
					t := float64(step) / 100
					c.points = append(c.points, render.Point{a[0] + (b[0]-a[0])*(1.5*t-1.5*t*t+t*t*t), a[1] + (b[1]-a[1])*t*t*(3-2*t)})
				}
				all = append(all, c)
			}
		}
	}
	return all
}

// rope is how long a curve stays within 4 pixels of another, at a stretch.
func rope(c, o curve) (longest float64) {
	run := 0.0
	for i, p := range c.points {
		near := math.Inf(1)
		for k, b := range o.points[1:] {
			a := o.points[k]
			dx, dy := b[0]-a[0], b[1]-a[1]
			t := min(max(((p[0]-a[0])*dx+(p[1]-a[1])*dy)/max(dx*dx+dy*dy, 1e-9), 0), 1)
			near = min(near, math.Hypot(p[0]-a[0]-t*dx, p[1]-a[1]-t*dy))
		}
		if near >= 4 {
			run = 0
		} else if i > 0 {
			run += math.Hypot(p[0]-c.points[i-1][0], p[1]-c.points[i-1][1])
			longest = max(longest, run)
		}
	}
	return longest
}

// longestRope is how long the links of two pathways lie on one another, at the worst place of a picture.
func longestRope(g *render.Geometry) (longest float64) {
	all := curves(g)
	for _, c := range all {
		for _, o := range all {
			if c.pathway != o.pathway {
				longest = max(longest, rope(c, o))
			}
		}
	}
	return longest
}

// On the board in the author's order the dashes of one pathway lay on the line of another for 129 pixels, those of
// a hub too: nobody could say which line came out where. What is left is where two cross at a sharp angle.
func TestLinksOfTwoPathwaysDoNotLieOnOneAnother(t *testing.T) {
	for _, name := range []string{"board.json", "board-rated.json"} {
		m := readMap(t, name)
		for _, language := range []string{"en", "he"} {
			m.Language = language
			g := layout(t, m)
			assert.Less(t, longestRope(g), 45.0, "%s in %s", name, language)
			checkGeometry(t, g)
		}
	}
}
