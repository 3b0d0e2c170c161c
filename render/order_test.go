package render_test

import (
	"testing"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render"
	"github.com/stretchr/testify/assert"
)

// crossed is a map whose two links cross as it is written, with a third that passes the middle column.
func crossed() *outcome.Map {
	stones := func(ids ...string) (all []outcome.Stone) {
		for _, id := range ids {
			all = append(all, outcome.Stone{ID: id, Text: "Stone " + id})
		}
		return all
	}
	return &outcome.Map{
		Title:   "Crossed",
		Columns: []outcome.Column{{ID: "do", Stones: stones("a", "b")}, {ID: "feel", Stones: stones("c", "d")}, {ID: "gain", Stones: stones("e", "f")}},
		Pathways: []pathway.Pathway{{ID: "p",
			Steps: []pathway.Step{{Column: "do", Stones: []string{"a", "b"}}, {Column: "feel", Stones: []string{"c", "d"}}, {Column: "gain", Stones: []string{"e", "f"}}},
			Links: []pathway.Link{{From: "a", To: "d"}, {From: "b", To: "c"}, {From: "c", To: "e"}, {From: "d", To: "f"}, {From: "a", To: "f"}},
		}},
	}
}

// drawnCrossings counts pairs of links between neighbouring columns whose ends stand in opposite order.
func drawnCrossings(g *render.Geometry) (n int) {
	middle := map[string]float64{}
	column := map[string]string{}
	for _, c := range g.Cards {
		middle[c.Stone], column[c.Stone] = c.Y+c.Height/2, c.Column
	}
	for i, k := range g.Links {
		for _, l := range g.Links[:i] {
			if column[k.From] == column[l.From] && column[k.To] == column[l.To] &&
				(middle[k.From]-middle[l.From])*(middle[k.To]-middle[l.To]) < 0 {
				n++
			}
		}
	}
	return n
}

func TestFewestCrossings(t *testing.T) {
	m := crossed()
	own := layout(t, m)
	assert.Equal(t, 1, drawnCrossings(own), "the author's order is kept unless asked otherwise")
	fewest := layout(t, m, render.FewestCrossings(true))
	assert.Zero(t, drawnCrossings(fewest))
	assert.Equal(t, crossed(), m, "the caller's map is left alone")
	assert.Len(t, fewest.Cards, len(own.Cards))
	assert.Len(t, fewest.Links, len(own.Links))
	assert.Equal(t, svg(t, m, render.FewestCrossings(true)), svg(t, m, render.FewestCrossings(true)))

	board := readMap(t, "board.json")
	assert.Equal(t, 58, drawnCrossings(layout(t, board, render.FewestCrossings(true))), "as few as Graphviz, dagre and elk draw")
	assert.Greater(t, drawnCrossings(layout(t, board)), 58)
}

// The link that passes the middle column runs between its cards, not behind one.
func TestPassingLinkKeepsClear(t *testing.T) {
	for _, fewest := range []bool{false, true} {
		g := layout(t, crossed(), render.FewestCrossings(fewest))
		for _, l := range g.Links {
			if l.From != "a" || l.To != "f" {
				continue
			}
			for _, p := range l.Points[1 : len(l.Points)-1] {
				for _, c := range g.Cards {
					if c.Column == "feel" {
						assert.False(t, p[1] > c.Y && p[1] < c.Y+c.Height, "fewest %t: %v is behind %q", fewest, p, c.Stone)
					}
				}
			}
		}
	}
}
