package pathway

import (
	"maps"
	"math/bits"
	"slices"
)

// inLoop is where the search of a loop stands: the nodes that are reached and still lead on, those that
// have led on, and the chance of that. The others are not reached so far.
type inLoop struct{ open, closed uint64 }

// tally is a list of chances by key, in the order in which the keys turned up.
type tally[K comparable] struct {
	keys    []K
	chances map[K]float64
}

func newTally[K comparable]() *tally[K] { return &tally[K]{chances: make(map[K]float64)} }

func (t *tally[K]) add(key K, chance float64) {
	if chance == 0 {
		return
	}
	if _, ok := t.chances[key]; !ok {
		t.keys = append(t.keys, key)
	}
	t.chances[key] += chance
}

// trim keeps the most probable keys, the first of equal ones, and returns the chance of the others.
func (t *tally[K]) trim(limit int) (aside float64) {
	if len(t.keys) <= limit {
		return 0
	}
	sorted := slices.Sorted(maps.Values(t.chances))
	least := sorted[len(sorted)-limit]
	equal := limit // how many of the least probable that are kept may stay
	for _, chance := range sorted[len(sorted)-limit:] {
		if chance > least {
			equal--
		}
	}
	t.keys = slices.DeleteFunc(t.keys, func(key K) bool {
		chance := t.chances[key]
		if chance == least {
			equal--
		}
		if chance > least || chance == least && equal >= 0 {
			return false
		}
		aside += chance
		delete(t.chances, key)
		return true
	})
	return aside
}

// loop splits a state by which nodes of a loop are reached. From each node that is, the arcs inside
// the loop are followed once, so that no arc is decided twice. More than 64 nodes are too many, and
// the state is set aside.
func (w *sweep) loop(s state, nodes []int, gone set) {
	if len(nodes) > 64 {
		w.aside += s.chance
		return
	}
	now := newTally[inLoop]()
	now.add(inLoop{}, s.chance)
	for i, v := range nodes {
		now = w.split(now, 1<<i, w.entry(s, v))
	}
	for range len(nodes) {
		then := newTally[inLoop]()
		for _, at := range now.keys {
			if at.open == 0 {
				then.add(at, now.chances[at])
			} else {
				w.follow(at, now.chances[at], nodes, then)
			}
		}
		w.aside += then.trim(w.limit)
		now = then
	}
	for _, at := range now.keys {
		reached := s.reached
		for i, v := range nodes {
			if at.closed>>i&1 == 1 && w.slot[v] >= 0 {
				reached = reached.with(w.slot[v])
			}
		}
		w.add(reached.without(gone), now.chances[at])
	}
}

// follow leaves the first open node by all its arcs.
func (w *sweep) follow(at inLoop, chance float64, nodes []int, then *tally[inLoop]) {
	i := bits.TrailingZeros64(at.open)
	out := w.exit(nodes[i])
	w.done += float64(chance * out)
	now := newTally[inLoop]()
	now.add(inLoop{at.open &^ (1 << i), at.closed | 1<<i}, chance*(1-out))
	for k, v := range nodes {
		if a, ok := w.d.at[[2]int{nodes[i], v}]; ok {
			now = w.split(now, 1<<k, w.d.arcs[a].chance[w.lane])
		}
	}
	for _, key := range now.keys {
		then.add(key, now.chances[key])
	}
}

// split divides each chance by whether a node is reached. It sets aside what goes beyond the effort.
func (w *sweep) split(t *tally[inLoop], node uint64, chance float64) *tally[inLoop] {
	next := newTally[inLoop]()
	for _, at := range t.keys {
		whole := t.chances[at]
		if w.effort--; w.effort < 0 {
			w.aside += whole
		} else if (at.open|at.closed)&node != 0 {
			next.add(at, whole)
		} else {
			next.add(inLoop{at.open | node, at.closed}, whole*chance)
			next.add(at, whole*(1-chance))
		}
	}
	w.aside += next.trim(w.limit)
	return next
}
