package render_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render"
)

// thicket is a map of two columns in which so many pathways lead from a stone of the one to a stone of the
// other, the first to the last and so on.
func thicket(n int) *outcome.Map {
	m := &outcome.Map{Columns: []outcome.Column{{ID: "a"}, {ID: "b"}}}
	for i := range n {
		from, to := fmt.Sprintf("a%d", i), fmt.Sprintf("b%d", n-1-i)
		m.Columns[0].Stones = append(m.Columns[0].Stones, outcome.Stone{ID: from, Text: from})
		m.Columns[1].Stones = append(m.Columns[1].Stones, outcome.Stone{ID: fmt.Sprintf("b%d", i), Text: to})
		m.Pathways = append(m.Pathways, pathway.Pathway{ID: fmt.Sprintf("p%d", i), Steps: []pathway.Step{
			{Column: "a", Stones: []string{from}}, {Column: "b", Stones: []string{to}},
		}})
	}
	return m
}

// middle is where a link is half way up or down.
func middle(l render.Link) float64 {
	first, last := l.Points[0], l.Points[len(l.Points)-1]
	for i := range len(l.Points) - 1 {
		if l.Points[i][1] != l.Points[i+1][1] {
			return (l.Points[i][0] + l.Points[i+1][0]) / 2
		}
	}
	return (first[0] + last[0]) / 2
}

// Ten links that all pass each other: drawn through the middle of the gutter they would be one rope.
func TestLinksThatPassEachOtherHaveTheirOwnTracks(t *testing.T) {
	for _, language := range []string{"en", "he"} {
		m := thicket(10)
		m.Language = language
		g := layout(t, m)
		checkGeometry(t, g)
		var at []float64
		for _, l := range g.Links {
			require.Len(t, l.Points, 4, "a bend between two level ends")
			at = append(at, middle(l))
		}
		slices.Sort(at)
		for i := range len(at) - 1 {
			assert.GreaterOrEqual(t, at[i+1]-at[i], 3.0, language)
		}
	}
}

// heightAt is how far down a link is at an x: see [farFrom] for its curves.
func heightAt(l render.Link, x float64) float64 {
	for i, b := range l.Points[1:] {
		a := l.Points[i]
		if x > b[0] {
			continue
		}
		low, high := 0.0, 1.0
		for range 40 {
			if t := (low + high) / 2; a[0]+(b[0]-a[0])*(1.5*t-1.5*t*t+t*t*t) < x {
				low = t
			} else {
				high = t
			}
		}
		return a[1] + (b[1]-a[1])*low*low*(3-2*low)
	}
	return l.Points[len(l.Points)-1][1]
}

// Of two links that fall beside each other the upper one bends further right, and further left where they
// rise: the other way round they would cross twice.
func TestTracksNeedNoSecondCrossing(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 3))
	seen := 0
	for range 40 {
		m := thicket(12)
		for i := range m.Pathways {
			m.Pathways[i].Steps[1].Stones = []string{fmt.Sprintf("b%d", r.IntN(12))}
		}
		links := layout(t, m).Links
		for _, a := range links {
			for _, b := range links {
				if len(a.Points) < 4 || len(b.Points) < 4 || a.Points[0][1] >= b.Points[0][1] || a.Points[3][1] >= b.Points[3][1] {
					continue
				}
				switch { // a is above b at both ends
				case a.Points[3][1] > b.Points[0][1], a.Points[0][1] > b.Points[3][1]: // both fall, or both rise
					seen++
					for x := a.Points[0][0]; x <= a.Points[3][0]; x++ {
						require.LessOrEqual(t, heightAt(a, x), heightAt(b, x)+0.5)
					}
				}
			}
		}
	}
	assert.Greater(t, seen, 300)
}

// Where few links pass each other and none lies on another each takes the whole gutter, in one curve, as it does where nobody could
// tell tracks apart; and those that share a port share their track.
func TestTracksAreForThickets(t *testing.T) {
	for _, n := range []int{2, 3, 80} {
		for _, l := range layout(t, thicket(n)).Links {
			assert.Len(t, l.Points, 2, "%d pathways", n)
		}
	}
	m := thicket(10)
	m.Pathways[0].Steps[1].Stones = append(m.Pathways[0].Steps[1].Stones, "b8", "b7")
	var fan []float64
	for _, l := range layout(t, m).Links {
		if l.Pathway == "p0" {
			fan = append(fan, middle(l))
		}
	}
	require.Len(t, fan, 3)
	assert.InDelta(t, fan[0], fan[1], 1e-9)
	assert.InDelta(t, fan[0], fan[2], 1e-9)
	assert.False(t, math.IsNaN(fan[0]))
}
