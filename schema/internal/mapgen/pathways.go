package mapgen

import (
	"fmt"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

// pathway adds a pathway through most of the columns, with one to three stones a step.
func (g *gen) pathway() {
	i := len(g.m.Pathways)
	p := pathway.Pathway{
		ID: fmt.Sprintf("p%d", i+1), Title: g.words(3), Short: maybe(g, "Short"), Summary: g.prose(), Description: g.prose(), Refs: g.refs(), Extra: g.extra(),
	}
	for k := range g.m.Columns {
		if !g.rarely() || len(p.Steps) == 0 && k == len(g.m.Columns)-1 {
			p.Steps = append(p.Steps, g.step(&g.m.Columns[k]))
		}
	}
	g.statedLinks(&p)
	for k := range g.IntN(3) {
		p.Assumptions = append(p.Assumptions, pathway.Assumption{
			ID: fmt.Sprintf("a%d", k), Kind: maybe(g, pathway.Assumed, pathway.Risk), Text: g.words(6), About: g.inside(&p), Refs: g.refs(), Extra: g.extra(),
		})
	}
	for k := range g.IntN(3) {
		p.Rivals = append(p.Rivals, pathway.Rival{ID: fmt.Sprintf("r%d", k), Text: g.words(6), Refs: g.refs(), Extra: g.extra()})
	}
	g.m.Pathways = append(g.m.Pathways, p)
	var links []pathway.Link
	for l := range p.AllLinks() {
		links = append(links, l)
	}
	g.links = append(g.links, links)
}

// step takes up to three neighbouring stones of a column.
func (g *gen) step(c *outcome.Column) pathway.Step {
	s := pathway.Step{Column: c.ID, Summary: g.prose(), Extra: g.extra()}
	n := min(1+g.IntN(3), len(c.Stones))
	first := g.IntN(len(c.Stones) - n + 1)
	for k := range n {
		s.Stones = append(s.Stones, c.Stones[first+k].ID)
	}
	return s
}

// statedLinks leaves most pathways to their implied links. Some have none at all, and some state a
// few: between neighbours, over steps, inside one, back, and between whole steps.
func (g *gen) statedLinks(p *pathway.Pathway) {
	if g.often() {
		return
	}
	p.Links = []pathway.Link{}
	if g.rarely() {
		return
	}
	for range 1 + g.IntN(5) {
		from, to := pick(g, p.Steps...), pick(g, p.Steps...)
		l := pathway.Link{From: pick(g, from.Stones...), To: pick(g, to.Stones...), Effect: maybe(g, pathway.Positive, pathway.Negative),
			Mechanism: g.prose(), Notes: g.prose(), Refs: g.refs(), Extra: g.extra()}
		if g.rarely() {
			l.From = from.Column
		}
		if g.rarely() {
			l.To = to.Column
		}
		if l.From != l.To {
			p.Links = append(p.Links, l)
		}
	}
}

// inside returns a target in a pathway, for what stands in the pathway itself.
func (g *gen) inside(p *pathway.Pathway) pathway.Target {
	step := pick(g, p.Steps...)
	switch g.IntN(3) {
	case 0:
		return pathway.Target{}
	case 1:
		return pathway.Target{Column: step.Column}
	}
	return pathway.Target{Stone: pick(g, step.Stones...)}
}

// about returns a target in the map: most often a stone in a pathway, and now and then everything
// else that something can be about.
func (g *gen) about() pathway.Target {
	column := pick(g, g.m.Columns...)
	if len(g.m.Pathways) == 0 || g.rarely() {
		switch {
		case len(g.peers) > 0 && g.half():
			return pathway.Target{Criterion: pick(g, g.peers...)}
		case g.rarely():
			return pathway.Target{Column: column.ID}
		}
		return pathway.Target{Stone: pick(g, column.Stones...).ID}
	}
	i := g.IntN(len(g.m.Pathways))
	p := &g.m.Pathways[i]
	t := pathway.Target{Pathway: p.ID}
	step := pick(g, p.Steps...)
	switch n := g.IntN(12); {
	case n == 0:
	case n == 1:
		t.Column = step.Column
	case n == 2 && len(p.Rivals) > 0:
		t.Rival = pick(g, p.Rivals...).ID
	case n == 3 && len(p.Assumptions) > 0:
		t.Assumption = pick(g, p.Assumptions...).ID
	case n <= 6 && len(g.links[i]) > 0:
		l := pick(g, g.links[i]...)
		t.From, t.To = l.From, l.To
		if g.rarely() {
			t.Pathway = ""
		}
	default:
		t.Stone = pick(g, step.Stones...)
	}
	return t
}
