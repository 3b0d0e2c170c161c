package report

import (
	"fmt"
	"math"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render"
	"github.com/outcomemap/outcomemap/schema"
)

// supported takes all claims from a map and supports each of its links, so that stories break by ratings alone: at steps.
func supported(m *outcome.Map) *outcome.Map {
	m.Evidence.Claims = nil
	all := evidence.Item{ID: "all", Text: "It holds"}
	for _, p := range m.Pathways {
		for l := range p.AllLinks() {
			all.Bears = append(all.Bears, evidence.Bearing{About: pathway.Target{Pathway: p.ID, From: l.From, To: l.To}, Direction: evidence.Supports})
		}
	}
	m.Evidence.Items = append(m.Evidence.Items, all)
	return m
}

// crossed is a map of so many pathways that all break at the same two stones, which one more passes: its links run between
// the cards.
func crossed(n int) *outcome.Map {
	m := &outcome.Map{Columns: []outcome.Column{{ID: "a"}, {ID: "b"}, {ID: "c"}}}
	p := pathway.Pathway{}
	for i := range m.Columns {
		c := &m.Columns[i]
		for k := range 2 {
			id := fmt.Sprint(c.ID, k)
			c.Stones = append(c.Stones, outcome.Stone{ID: id, Text: "Support people to understand their options and be good at it " + id})
			rating := evidence.Assessment{About: pathway.Target{Stone: id}, Progress: "great", Confidence: "high"}
			if c.ID == "b" {
				rating.Progress = "none"
			}
			m.Evidence.Assessments = append(m.Evidence.Assessments, rating)
		}
		p.Steps = append(p.Steps, pathway.Step{Column: c.ID, Stones: []string{c.ID + "0", c.ID + "1"}})
	}
	for i := range n {
		p.ID = fmt.Sprint("p", i)
		m.Pathways = append(m.Pathways, p)
	}
	m.Pathways = append(m.Pathways, pathway.Pathway{ID: "past", Steps: []pathway.Step{p.Steps[0], p.Steps[2]}})
	return m
}

// The sign of a break at a step stands on the edge of each of its cards, where it is seen, and hides no text, no rail, no
// line, no other card and no other sign, whatever breaks there besides.
func TestBreaksOnCardsHideNothing(t *testing.T) {
	const (
		outer     = markRadius + 1.2 // with half of its ring
		firstText = 12.0             // how far below a card's edge its text starts, and how far from its start: see render
		rail      = 6.0
	)
	rated, err := schema.ReadFile(filepath.Join("..", "..", "examples", "maps", "programme-board-rated.yaml"))
	require.NoError(t, err)
	for _, tt := range []struct {
		why   string
		m     *outcome.Map
		marks int
	}{
		{"six activities of two pathways and three impacts of one", supported(rated), 9},
		{"one pathway", supported(crossed(1)), 2},
		{"four on the same stones", supported(crossed(4)), 8},
	} {
		for _, language := range []string{"en", "ar"} {
			tt.m.Language = language
			own := newTeller(tt.m, config{theme: render.Auto()}, english)
			g, err := render.Layout(tt.m, own.pictureOptions()...)
			require.NoError(t, err)
			require.Equal(t, language == "ar", g.RightToLeft)
			marks := placedMarks(t, own.breakMarks(g))
			require.Len(t, marks, tt.marks, "%s %s", language, tt.why)
			for i, at := range marks {
				var on *render.Card
				for k := range g.Cards {
					c := &g.Cards[k]
					if at[0] > c.X && at[0] < c.X+c.Width && math.Abs(at[1]-c.Y) < markRadius/2 {
						on = c
						continue
					}
					dx, dy := max(c.X-at[0], at[0]-c.X-c.Width, 0), max(c.Y-at[1], at[1]-c.Y-c.Height, 0)
					assert.GreaterOrEqual(t, math.Hypot(dx, dy), outer, "%s %s: %s is hidden", language, tt.why, c.Stone)
				}
				require.NotNil(t, on, "%s %s: on no card", language, tt.why)
				assert.Less(t, at[1]+outer, on.Y+firstText, "%s %s: text of %s", language, tt.why, on.Stone)
				start := at[0] - on.X
				if g.RightToLeft {
					start = on.X + on.Width - at[0]
				}
				assert.Greater(t, start, rail+outer, "%s %s: the rail of %s", language, tt.why, on.Stone)
				for _, l := range g.Links {
					walk(l.Points, func(p render.Point) {
						if math.Hypot(p[0]-at[0], p[1]-at[1]) < outer {
							assert.Fail(t, "a line is hidden", "%s %s: from %s to %s", language, tt.why, l.From, l.To)
						}
					})
				}
				for _, other := range marks[:i] {
					assert.Greater(t, math.Hypot(other[0]-at[0], other[1]-at[1]), 2*outer, "%s %s", language, tt.why)
				}
			}
		}
	}
}
