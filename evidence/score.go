package evidence

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/outcomemap/outcomemap/pathway"
)

// Score returns one scorecard a pathway, in their order: what the body of evidence makes of each, in
// three layers that are never mixed. A pathway or a body that is invalid is scored as far as it has
// a meaning; what cannot be scored is in [Scorecard.Refused]. A nil body is an empty one.
//
// Pathways, and the layers of each, are shared out among all processors; it returns when all are done,
// and what it returns does not depend on how they were shared. Costs grow linearly with the pathways
// and with what bears on them, but for maximum flow, cuts by sources and reliability over tangled
// links, each of which stops at a set effort and then returns bounds. Evidence on a pair of steps is
// listed with each link that was stated between them. Options are [AsOf], [Between], [Thresholds] and
// [Aim].
func Score(pathways []pathway.Pathway, b *Body, opts ...Option) []Scorecard {
	if b == nil {
		b = &Body{}
	}
	c := newConfig(opts)
	x := newIndex(b, c)
	cards := make([]Scorecard, len(pathways))
	spare := len(pathways) < runtime.GOMAXPROCS(0)
	share(len(pathways), func(i int) { cards[i] = newScorer(c, x, &pathways[i]).card(spare) })
	return cards
}

// share does n pieces of work that have nothing to do with each other on all processors.
func share(n int, work func(int)) {
	var next atomic.Int64
	var all sync.WaitGroup
	run := func() {
		for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
			work(i)
		}
	}
	for range min(n, runtime.GOMAXPROCS(0)) - 1 {
		all.Go(run)
	}
	run()
	all.Wait()
}

// scorer scores one pathway.
type scorer struct {
	config
	index *Index
	p     *pathway.Pathway
	graph pathway.Graph
	gaps  pathway.Gaps

	// What the body may say something about, looked up once.
	whole  subject
	steps  []subject   // no target where a step has no column of its own
	stones [][]subject // per step; of a stone that stands twice the first counts
	links  []linkTarget
	rivals []subject

	bundles []pathway.Bundle
	claimed []bool // per bundle, whether a claim about it is stated

	chain, against, wholes []scored // claims of the chain, the rivals, and of the whole at most one
	open                   []pathway.Target
	refused                []Refusal
	unranked, ranked       []Proposal

	weighing    weighing // of the claim at hand
	ids         block[string]
	written     block[TestScore]
	items       block[TestItem]
	likelihoods block[Weighing]
}

func newScorer(c config, x *Index, p *pathway.Pathway) *scorer {
	s := &scorer{config: c, index: x, p: p, graph: p.Graph()}
	s.weighing.index, s.weighing.ids = x, &s.ids
	s.gaps = s.graph.Gaps()
	s.bundles = slices.AppendSeq(make([]pathway.Bundle, 0, len(p.Steps)+len(p.Links)), s.graph.Bundles())
	s.whole = x.subject(s.target(pathway.Target{}))
	s.steps, s.stones = make([]subject, 0, len(p.Steps)), make([][]subject, 0, len(p.Steps))
	seen := map[string]bool{"": true}
	for i, step := range p.Steps {
		s.addStep(i, step.Column, seen[step.Column])
		seen[step.Column] = true
	}
	seen = map[string]bool{"": true}
	for _, r := range p.Rivals {
		if !seen[r.ID] {
			seen[r.ID] = true
			s.rivals = append(s.rivals, x.subject(s.target(pathway.Target{Rival: r.ID})))
		}
	}
	s.addLinks()
	return s
}

// addStep looks up what may be said of a step, whose column another step may have too, and of its stones.
func (s *scorer) addStep(i int, column string, twice bool) {
	at := subject{}
	if !twice {
		at = s.index.subject(s.target(pathway.Target{Column: column}))
	}
	s.steps = append(s.steps, at)
	stones := s.graph.Stones(i)
	own := make([]subject, len(stones))
	for j, id := range stones {
		own[j] = s.index.subject(s.target(pathway.Target{Stone: id}))
	}
	s.stones = append(s.stones, own)
}

// card works out the layers and what follows from them: side by side, where there are processors to
// spare.
func (s *scorer) card(spare bool) Scorecard {
	card := Scorecard{Pathway: s.p.ID, AsOf: s.asOf}
	layers := [...]func(){
		func() { card.Ratings, card.Structure = s.ratings(), s.structure() },
		func() { card.Probative = s.probative(s.readClaims()) },
	}
	if spare {
		share(len(layers), func(i int) { layers[i]() })
	} else {
		layers[0]()
		layers[1]()
	}
	card.Next, card.Refused = s.proposals(), s.refused
	card.Gaps = s.missing(card.Ratings)
	card.Breaks = s.breaks(&card)
	return card
}

func (s *scorer) target(t pathway.Target) pathway.Target {
	t.Pathway = s.p.ID
	return t
}

// everything yields all that the body may say something about.
func (s *scorer) everything(yield func(*subject) bool) {
	lists := append([][]subject{{s.whole}, s.steps, s.rivals}, s.stones...)
	for _, list := range lists {
		for i := range list {
			if !yield(&list[i]) {
				return
			}
		}
	}
	for i := range s.links {
		if !yield(&s.links[i].subject) {
			return
		}
	}
	for _, a := range s.p.Assumptions {
		about := s.index.subject(s.target(pathway.Target{Assumption: a.ID}))
		if a.ID != "" && !yield(&about) {
			return
		}
	}
}

// linkTarget is a link of the pathway that something is said about, with the bundles of links that
// have a part in it.
type linkTarget struct {
	subject
	covers []int
}

// addLinks reads the links of the pathway, and finds those that the body says something about: in the
// order of the links, and of those about the same links in the order of the steps and of the body.
func (s *scorer) addLinks() {
	f := newFinder(s)
	s.links = make([]linkTarget, 0, f.own.count())
	for _, from := range f.starts() {
		f.add(from)
	}
	byFirst := func(a, b linkTarget) int { return a.covers[0] - b.covers[0] }
	if !slices.IsSortedFunc(s.links, byFirst) {
		slices.SortStableFunc(s.links, byFirst)
	}
	s.claimed = make([]bool, len(s.bundles))
	for i := range s.links {
		if s.links[i].claim() != nil {
			for _, n := range s.links[i].covers {
				s.claimed[n] = true
			}
		}
	}
}

// bundle is the target of a bundle of links.
func (s *scorer) bundle(n int) pathway.Target {
	link := s.bundles[n].Link
	return s.target(pathway.Target{From: link.From, To: link.To})
}
