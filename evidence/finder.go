package evidence

import (
	"slices"

	"github.com/outcomemap/outcomemap/pathway"
)

// finder finds the bundles of links that a target is about.
type finder struct {
	*scorer
	own, general *chapter            // what is said of the pathway, and of any; one of them where the pathway has no id
	byEnds       map[[2]string][]int // bundles by the ends as they are written
	byPair       map[[2]int][]int    // bundles by the steps that they connect
}

func newFinder(s *scorer) *finder {
	f := &finder{scorer: s, own: s.index.chapters[s.p.ID], byEnds: map[[2]string][]int{}, byPair: map[[2]int][]int{}}
	if s.p.ID != "" {
		f.general = s.index.chapters[""]
	}
	for n, b := range s.bundles {
		ends, pair := [2]string{b.Link.From, b.Link.To}, [2]int{b.FromStep, b.ToStep}
		f.byEnds[ends] = append(f.byEnds[ends], n)
		f.byPair[pair] = append(f.byPair[pair], n)
	}
	return f
}

// starts lists the ids that links may lead from, each once.
func (f *finder) starts() []string {
	most := len(f.steps) // about
	for _, stones := range f.stones {
		most += len(stones)
	}
	listed, ids := make(map[string]bool, most), make([]string, 0, most)
	list := func(id string) {
		if id != "" && !listed[id] {
			listed[id] = true
			ids = append(ids, id)
		}
	}
	for i, step := range f.p.Steps {
		list(step.Column)
		for j := range f.stones[i] {
			list(f.stones[i][j].Stone)
		}
	}
	for i := range f.bundles {
		list(f.bundles[i].Link.From)
	}
	return ids
}

// add adds what the body says of links from an id, in the pathway.
func (f *finder) add(from string) {
	for _, to := range f.own.leading(from) {
		f.link(from, to)
	}
	for _, to := range f.general.leading(from) { // what holds in every pathway
		if f.own.find(key{a: from, b: to, kind: linkKind}) == nil { // or else it is there with what is said of this one
			f.link(from, to)
		}
	}
}

func (f *finder) link(from, to string) {
	t := f.target(pathway.Target{From: from, To: to})
	if covers := f.covers(t); len(covers) > 0 {
		f.links = append(f.links, linkTarget{f.index.subject(t), covers})
	}
}

// covers returns the bundles with a link that t is about, in order.
func (f *finder) covers(t pathway.Target) []int {
	from, to := f.end(t.From), f.end(t.To)
	var all []int
	if from.single && to.single {
		for a := range from.names {
			for b := range to.names {
				all = append(all, f.byEnds[[2]string{a, b}]...)
			}
		}
		slices.Sort(all)
		return all
	}
	if from.step < 0 || to.step < 0 {
		return nil
	}
	for _, n := range f.byPair[[2]int{from.step, to.step}] {
		if link := f.bundles[n].Link; from.meets(link.From) && to.meets(link.To) {
			all = append(all, n)
		}
	}
	return all
}

// end is one end of a link target: a single stone, or a whole step.
type end struct {
	single bool
	step   int // -1: an unknown id
	id     string
	column string // of a single stone that the pathway has
}

func (f *finder) end(id string) end {
	i, stone := f.graph.Step(id)
	switch {
	case stone:
		return end{true, i, id, f.p.Steps[i].Column}
	case i >= 0:
		return end{step: i, id: id}
	}
	return end{single: true, step: -1, id: id}
}

// names yields those by which a bundle may name a single stone.
func (e end) names(yield func(string) bool) {
	if yield(e.id) && e.column != "" && e.column != e.id {
		yield(e.column)
	}
}

// meets reports whether the end of a bundle between the same steps has a stone in common with e.
func (e end) meets(id string) bool { return !e.single || id == e.id || id == e.column }
