package evidence

import (
	"cmp"
	"slices"

	"github.com/outcomemap/outcomemap/pathway"
)

// Score returns one scorecard a pathway, in their order: what the body of evidence makes of each, in
// three layers that are never mixed. A pathway or a body that is invalid is scored as far as it has
// a meaning; what cannot be scored is in [Scorecard.Refused]. A nil body is an empty one.
//
// Costs grow linearly with the pathways and with what bears on them, but for maximum flow, cuts by
// sources and reliability over tangled links, each of which stops at a set effort and then returns
// bounds. Options are
// [AsOf], [Between], [Thresholds] and [Aim].
func Score(pathways []pathway.Pathway, b *Body, opts ...Option) []Scorecard {
	c, x := newConfig(opts), NewIndex(b, opts...)
	cards := make([]Scorecard, len(pathways))
	for i := range pathways {
		cards[i] = newScorer(c, x, &pathways[i]).card()
	}
	return cards
}

// card works out the layers and what follows from them.
func (s *scorer) card() Scorecard {
	s.readClaims()
	card := Scorecard{
		Pathway:   s.p.ID,
		AsOf:      s.asOf,
		Ratings:   s.ratings(),
		Structure: s.structure(),
		Probative: s.probative(),
		Refused:   s.refused,
		Next:      s.proposals(),
		Gaps:      s.gaps(),
	}
	card.Breaks = s.breaks(&card)
	return card
}

// scorer scores one pathway.
type scorer struct {
	config
	index *Index
	p     *pathway.Pathway

	stones  [][]string     // per step; of a stone that stands twice the first counts
	stepOf  map[string]int // of a stone
	column  map[string]int // the first step of a column
	bundles []pathway.Bundle

	byEnds map[[2]string][]int // bundles by the ends as they are written
	byPair map[[2]int][]int    // bundles by the steps they connect
	links  []linkTarget        // links of the pathway that something is said about, in order

	chain, rivals, wholes []weighed // claims; of the whole pathway at most one
	open                  []pathway.Target
	refused               []Refusal
}

// linkTarget is a target that is a link of the pathway, with the bundles that it is about.
type linkTarget struct {
	pathway.Target
	covers []int
}

func newScorer(c config, x *Index, p *pathway.Pathway) *scorer {
	s := &scorer{
		config: c, index: x, p: p,
		stepOf: map[string]int{}, column: map[string]int{},
		byEnds: map[[2]string][]int{}, byPair: map[[2]int][]int{},
	}
	for i, step := range p.Steps {
		if _, twice := s.column[step.Column]; !twice {
			s.column[step.Column] = i
		}
		var own []string
		for _, id := range step.Stones {
			if _, twice := s.stepOf[id]; !twice && id != "" {
				s.stepOf[id] = i
				own = append(own, id)
			}
		}
		s.stones = append(s.stones, own)
	}
	for b := range p.Bundles() {
		n := len(s.bundles)
		s.bundles = append(s.bundles, b)
		ends, pair := [2]string{b.Link.From, b.Link.To}, [2]int{b.FromStep, b.ToStep}
		s.byEnds[ends] = append(s.byEnds[ends], n)
		s.byPair[pair] = append(s.byPair[pair], n)
	}
	s.links = s.linkTargets()
	return s
}

func (s *scorer) target(t pathway.Target) pathway.Target {
	t.Pathway = s.p.ID
	return t
}

func (s *scorer) whole() pathway.Target { return s.target(pathway.Target{}) }

func (s *scorer) stone(id string) pathway.Target { return s.target(pathway.Target{Stone: id}) }

// step is the target of step i; of a step without a column of its own, no target.
func (s *scorer) step(i int) pathway.Target {
	column := s.p.Steps[i].Column
	if column == "" || s.column[column] != i {
		return pathway.Target{}
	}
	return s.target(pathway.Target{Column: column})
}

// bundle is the target of a bundle of links.
func (s *scorer) bundle(n int) pathway.Target {
	link := s.bundles[n].Link
	return s.target(pathway.Target{From: link.From, To: link.To})
}

// linkTargets finds the links of the pathway that the body says anything about, in the order of the
// links, and of those about the same links in the order of the steps and then of the body.
func (s *scorer) linkTargets() []linkTarget {
	var found []linkTarget
	seen := map[pathway.Target]bool{}
	for _, from := range s.starts() {
		for _, of := range []string{s.p.ID, ""} {
			for _, t := range s.index.links[ends{of, from}] {
				t = s.target(t)
				if covers := s.covers(t); len(covers) > 0 && !seen[t] {
					seen[t] = true
					found = append(found, linkTarget{t, covers})
				}
			}
		}
	}
	slices.SortStableFunc(found, func(a, b linkTarget) int { return cmp.Compare(a.covers[0], b.covers[0]) })
	return found
}

// starts lists the ids that links may lead from, each once.
func (s *scorer) starts() []string {
	var ids []string
	listed := map[string]bool{"": true}
	list := func(id string) {
		if !listed[id] {
			listed[id] = true
			ids = append(ids, id)
		}
	}
	for i, step := range s.p.Steps {
		list(step.Column)
		for _, id := range s.stones[i] {
			list(id)
		}
	}
	for _, b := range s.bundles {
		list(b.Link.From)
	}
	return ids
}

// covers returns the bundles with a link that t is about, in order.
func (s *scorer) covers(t pathway.Target) []int {
	from, to := s.end(t.From), s.end(t.To)
	var all []int
	if from.single && to.single {
		for _, a := range from.names {
			for _, b := range to.names {
				all = append(all, s.byEnds[[2]string{a, b}]...)
			}
		}
		slices.Sort(all)
		return slices.Compact(all)
	}
	for _, n := range s.byPair[[2]int{from.step, to.step}] {
		link := s.bundles[n].Link
		if from.step >= 0 && to.step >= 0 && from.meets(link.From) && to.meets(link.To) {
			all = append(all, n)
		}
	}
	return all
}

// end is one end of a link target: a single stone, or a whole step.
type end struct {
	single bool
	step   int
	names  []string // of a stone: itself and its column
}

func (s *scorer) end(id string) end {
	if i, ok := s.stepOf[id]; ok {
		return end{true, i, []string{id, s.p.Steps[i].Column}}
	}
	if i, ok := s.column[id]; ok {
		return end{step: i}
	}
	return end{true, -1, []string{id}}
}

// meets reports whether the end of a bundle between the same steps has a stone in common with e.
func (e end) meets(id string) bool { return !e.single || slices.Contains(e.names, id) }
