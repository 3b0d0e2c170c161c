package pathway

import (
	"iter"
	"slices"
)

// A Graph is a pathway that has been read, for asking it several questions at the cost of reading it
// once. Its answers are those of the methods of [Pathway] with the same names. It is safe for
// concurrent use as long as nobody changes the pathway, which it does not copy; read a changed one
// again. Make one with [Pathway.Graph].
type Graph struct{ g *graph }

// Graph reads the pathway. Costs stones plus links.
func (p *Pathway) Graph() Graph { return Graph{newGraph(p)} }

// Bundles answers as [Pathway.Bundles] does.
func (g Graph) Bundles() iter.Seq[Bundle] { return slices.Values(g.g.bundled) }

// Step returns the place in [Pathway.Steps] that an id belongs to, as [Pathway.Bundles] reads it: the first step
// that names it as a stone, and stone is true; else the first step of a column of that id; else -1.
func (g Graph) Step(id string) (place int, stone bool) {
	v, place := g.g.find(id)
	return place, v >= 0
}

// Stones returns the stones that belong to the step at a place: those that it names, but for empty ids and for
// those that are named before. It is nil where there is no such step. Read only: it may be the pathway's own.
func (g Graph) Stones(step int) []string {
	if step < 0 || step >= len(g.g.stones) {
		return nil
	}
	return g.g.stones[step]
}

// Gaps answers as [Pathway.Gaps] does.
func (g Graph) Gaps() Gaps { return g.g.gaps() }

// Dominators answers as [Pathway.Dominators] does.
func (g Graph) Dominators() []string { return g.g.dominators() }

// Robustness is how much evidence holds the routes of a pathway up, seen from three sides.
type Robustness struct {
	Citations CitationCut // as of [Pathway.CutCitations]
	Sources   SourceCut   // as of [Pathway.CutSources]
	Threads   []string    // as of [Pathway.Threads]
}

// Robustness answers [Pathway.CutCitations], [Pathway.CutSources] and [Pathway.Threads] together.
// effort is that of CutSources; ok is false where a stone is at both ends.
func (g Graph) Robustness(citations []Citation, ends Ends, effort int) (r Robustness, ok bool) {
	s := newSupport(g.g, citations, ends)
	if meet(s.from, s.to) {
		return Robustness{}, false
	}
	r.Citations = s.cutCitations()
	r.Sources, r.Threads = s.cutSources(s.sources(citations), effort)
	return r, true
}

// Reliability answers as [Pathway.Reliability] does, for several cases: each is a list of chances of
// the same links in the same order, such as the likely and the worst. A case that is shorter than the
// first one is read as though its last chances were unknown.
func (g Graph) Reliability(cases [][]Chance, ends Ends, effort int) []Reliability {
	if len(cases) == 0 {
		return nil
	}
	return newEvents(g.g, cases[0], ends).reliability(cases, effort)
}
