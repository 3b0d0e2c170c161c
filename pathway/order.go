package pathway

import (
	"container/heap"
	"slices"
)

// Loops returns the sets of stones that lead to one another in a circle, each as large as it can be
// (strongly connected components of two stones or more, Tarjan 1972). Feedback is real: a loop is
// something to look at, never an error. Stones and loops are in the order of the steps. Costs stones
// plus links.
func (p *Pathway) Loops() [][]string {
	g := newGraph(p)
	var loops [][]int
	for _, c := range components(g.out) {
		if len(c) > 1 { // of which at least two are stones: two hubs never meet
			loops = append(loops, c)
		}
	}
	return g.named(loops)
}

// Order returns the stones (and the unknown ids that links name) so that each comes after all that
// lead to it, in groups: a loop is one group, every other stone is alone. Where links leave the
// order open it is that of the steps (Kahn 1962). Costs stones plus links, times the logarithm of
// the stones.
func (p *Pathway) Order() [][]string {
	g := newGraph(p)
	comps := components(g.out)
	of := make([]int, len(g.out)) // the component of a node
	for i, c := range comps {
		for _, v := range c {
			of[v] = i
		}
	}
	waits := make([]int, len(comps)) // links into each component from others
	for v, next := range g.out {
		for _, w := range next {
			if of[v] != of[w] {
				waits[of[w]]++
			}
		}
	}
	ready := &queue{}
	for i, c := range comps {
		if waits[i] == 0 {
			heap.Push(ready, entry{g.rank(c), i})
		}
	}
	var order [][]int
	for ready.Len() > 0 {
		i := heap.Pop(ready).(entry).comp
		order = append(order, comps[i])
		for _, v := range comps[i] {
			for _, w := range g.out[v] {
				if waits[of[w]]--; waits[of[w]] == 0 { // its own are at 0 before, and below it now
					heap.Push(ready, entry{g.rank(comps[of[w]]), of[w]})
				}
			}
		}
	}
	var named [][]string
	for _, c := range order {
		if names := g.stonesOf(c); names != nil {
			named = append(named, names)
		}
	}
	return named
}

// rank is the smallest number in a component, and -1 for a hub, which nothing has to wait for.
func (g *graph) rank(c []int) int {
	if v := slices.Min(c); g.isStone(v) {
		return v
	}
	return -1
}

// named puts sets of nodes in order and into names.
func (g *graph) named(sets [][]int) [][]string {
	slices.SortFunc(sets, func(a, b []int) int { return g.rank(a) - g.rank(b) })
	var named [][]string
	for _, set := range sets {
		named = append(named, g.stonesOf(set))
	}
	return named
}

// queue hands out components by rank, which hubs alone share.
type queue []entry

type entry struct{ rank, comp int }

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].rank < q[j].rank }
func (q queue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)        { *q = append(*q, x.(entry)) }
func (q *queue) Pop() any {
	last := len(*q) - 1
	e := (*q)[last]
	*q = (*q)[:last]
	return e
}
