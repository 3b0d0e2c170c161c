// Package mapgen makes random maps that use every part of the format.
//
// The rule to know: a map has no fault that the review profile calls an error, so that it is read
// back as it was written; what the method rules find is part of the variety. The same seed and size
// give the same map. Start with [Map]. Costs are linear in the stones.
package mapgen

import (
	"fmt"
	"math/rand/v2"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

// Map returns a map with so many stones, at least one, and pathways and evidence in proportion:
// about a pathway to twelve stones and an item to two.
func Map(seed uint64, stones int) *outcome.Map {
	g := &gen{Rand: rand.New(rand.NewPCG(seed, 0x6d6170)), m: &outcome.Map{Version: outcome.FormatVersion}}
	g.top()
	g.columns(max(stones, 1))
	for range max(stones, 1) / 12 {
		g.pathway()
	}
	if stones > 2 && len(g.m.Pathways) == 0 && g.often() {
		g.pathway()
	}
	g.evidence(stones)
	return g.m
}

// gen is one map in the making.
type gen struct {
	*rand.Rand
	m     *outcome.Map
	links [][]pathway.Link // of each pathway, from stone to stone
	peers []string         // ids of criteria that something can be about
}

func (g *gen) often() bool  { return g.IntN(4) > 0 }
func (g *gen) half() bool   { return g.IntN(2) > 0 }
func (g *gen) rarely() bool { return g.IntN(10) == 0 }

// pick returns one of several.
func pick[T any](g *gen, of ...T) T { return of[g.IntN(len(of))] }

// maybe returns one of several, or nothing.
func maybe[T any](g *gen, of ...T) (t T) {
	if g.half() {
		t = pick(g, of...)
	}
	return t
}

// top fills in what a map says of itself.
func (g *gen) top() {
	m := g.m
	m.Title = g.words(3)
	m.ID = maybe(g, "map", "a.map_1", "Map-2024")
	m.Language = maybe(g, "en", "en-GB", "de", "ja")
	m.Description, m.Summary, m.Conclusions = g.prose(), g.prose(), g.prose()
	m.Background = outcome.Background{About: g.prose(), Aims: g.prose(), Context: g.prose(), Method: g.prose(), Extra: g.extra()}
	m.Provenance = outcome.Provenance{
		Publisher: maybe(g, "A board", "日本の財団"), Date: g.date(), URL: g.url(), Licence: maybe(g, "CC-BY-4.0", "All rights reserved"), Extra: g.extra(),
	}
	if g.half() {
		m.Provenance.People = []string{"Workshop of 4 May", "A. N. Other"}
	}
	if g.half() {
		m.Parent = outcome.Parent{ID: "parent", URL: g.url(), Digest: maybe(g, "sha256:00ff"), Extra: g.extra()}
	}
	for range g.IntN(4) {
		m.Factors = append(m.Factors, outcome.Factor{
			Kind: pick(g, outcome.Enabler, outcome.Barrier), Sphere: maybe(g, outcome.Individual, outcome.Social, outcome.Material),
			Text: g.words(5), Refs: g.refs(), Extra: g.extra(),
		})
	}
	if g.rarely() {
		m.Rules = []outcome.RuleSetting{{Rule: "OM307", Severity: pick(g, outcome.Off, outcome.Info, outcome.Warning), Because: maybe(g, "agreed with the team")}}
	}
	m.Refs, m.Extra = g.refs(), g.extra()
}

// columns spreads the stones over one to nine columns, most often six.
func (g *gen) columns(stones int) {
	levels := []outcome.Level{outcome.Activities, outcome.Participants, outcome.Reactions, outcome.Learning, outcome.Behaviour, outcome.Impact}
	n := min(6, stones)
	if !g.often() {
		n = min(1+g.IntN(9), stones)
		levels = []outcome.Level{outcome.Inputs, outcome.Activities, outcome.Outputs, outcome.Outcomes, outcome.Outcomes, outcome.Impact}
	}
	style := pick(g, "s%d", "stone-%d", "S.%d_x")
	for i := range n {
		c := outcome.Column{ID: fmt.Sprintf("c%d", i+1), Heading: g.words(2), Meaning: g.prose(), Refs: g.refs(), Extra: g.extra()}
		if i < len(levels) && !g.rarely() {
			c.Level = levels[i]
		}
		for k := i * stones / n; k < (i+1)*stones/n; k++ {
			c.Stones = append(c.Stones, outcome.Stone{
				ID: fmt.Sprintf(style, k), Text: fmt.Sprintf("%s %d", g.words(4+g.IntN(8)), k), Notes: g.prose(), Tags: g.tags(), Refs: g.refs(), Extra: g.extra(),
			})
		}
		g.m.Columns = append(g.m.Columns, c)
	}
}

// body is the evidence of the map in the making.
func (g *gen) body() *evidence.Body { return &g.m.Evidence }
