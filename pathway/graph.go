package pathway

import "slices"

// graph is a pathway as numbers. A pair of steps linked all to all passes through a node of its
// own, a hub, so that m·n links cost m+n. Every link from stone to stone is in it exactly once,
// either directly or by one hub, and no stone leads to itself; every algorithm relies on both.
//
// The algorithms on it keep their own stacks: those of gonum's topo and flow packages call
// themselves once per node of a chain, which the depth of a pathway must never decide.
type graph struct {
	*index                 // unknown ids of links have numbers here too, and are of step -1
	names   []string       // of the stones, then of unknown ids; the nodes behind them are hubs
	bundled []Bundle       // the links
	out     [][]int        // successors
	in      [][]int        // predecessors
	hubs    map[[2]int]int // the hub of a pair of steps
	links   map[[2]int]bool
}

func newGraph(p *Pathway) *graph {
	if p == nil {
		p = &Pathway{}
	}
	g := &graph{index: newIndex(p), hubs: make(map[[2]int]int), links: make(map[[2]int]bool)}
	g.names = slices.Concat(g.stones...)
	g.bundled = g.bundles()
	for i := range g.bundled { // names before hubs, so that numbers below len(names) are stones
		if b := &g.bundled[i]; len(b.From) > 0 && len(b.To) > 0 {
			g.name(b.From, b.FromStep)
			g.name(b.To, b.ToStep)
		}
	}
	g.out = make([][]int, len(g.names))
	for i := range g.bundled { // hubs before direct links, which they may cover
		g.addHub(&g.bundled[i])
	}
	for i := range g.bundled {
		g.addDirect(&g.bundled[i])
	}
	g.in = reversed(g.out)
	return g
}

// name numbers the ids of an end that the pathway does not have.
func (g *graph) name(ids []string, step int) {
	if step >= 0 {
		return
	}
	for _, id := range ids {
		if _, ok := g.node[id]; !ok {
			g.node[id] = len(g.names)
			g.names, g.stepOf = append(g.names, id), append(g.stepOf, -1)
		}
	}
}

// wide reports whether b is between two steps of several stones, which is what hubs are for.
func wide(b *Bundle) bool { return len(b.From) > 1 && len(b.To) > 1 }

func (g *graph) addHub(b *Bundle) {
	pair := [2]int{b.FromStep, b.ToStep}
	if _, known := g.hubs[pair]; known || !wide(b) {
		return
	}
	hub := len(g.out)
	g.hubs[pair] = hub
	g.out = append(g.out, g.nodesAt(b.To, b.ToStep))
	for _, from := range g.nodesAt(b.From, b.FromStep) {
		g.out[from] = append(g.out[from], hub)
	}
}

func (g *graph) addDirect(b *Bundle) {
	if _, covered := g.hubs[[2]int{b.FromStep, b.ToStep}]; covered || wide(b) {
		return
	}
	for _, from := range g.nodesAt(b.From, b.FromStep) {
		for _, to := range g.nodesAt(b.To, b.ToStep) {
			if pair := [2]int{from, to}; from != to && !g.links[pair] {
				g.links[pair] = true
				g.out[from] = append(g.out[from], to)
			}
		}
	}
}

// nodesAt returns the numbers of the ids at an end of a bundle, which is in a step. Read only.
func (g *graph) nodesAt(ids []string, step int) []int {
	if step >= 0 && len(ids) == len(g.stones[step]) { // all of the step, as mostly
		return g.numbers[step]
	}
	return g.nodes(ids)
}

// nodes returns the numbers of ids, leaving out those that have none.
func (g *graph) nodes(ids []string) []int {
	nodes := make([]int, 0, len(ids))
	for _, id := range ids {
		if v, ok := g.node[id]; ok {
			nodes = append(nodes, v)
		}
	}
	return nodes
}

// isStone tells stones (and unknown ids) from hubs.
func (g *graph) isStone(v int) bool { return v < len(g.names) }

// stonesOf returns the names of those nodes that are stones, in the order of their numbers.
func (g *graph) stonesOf(nodes []int) []string {
	var names []string
	for _, v := range slices.Sorted(slices.Values(nodes)) {
		if g.isStone(v) {
			names = append(names, g.names[v])
		}
	}
	return names
}

// first and last are the stones of the first and of the last step.
func (g *graph) first() []int { return g.stepNodes(0) }
func (g *graph) last() []int  { return g.stepNodes(len(g.stones) - 1) }

// stepNodes are the stones of a step. Read only.
func (g *graph) stepNodes(i int) []int {
	if i < 0 || i >= len(g.stones) {
		return nil
	}
	return g.numbers[i]
}

// onRoutes marks the nodes that lie on a walk from the first to the last step.
func (g *graph) onRoutes() []bool {
	ahead, behind := reach(g.out, g.first(), nil), reach(g.in, g.last(), nil)
	for v := range ahead {
		ahead[v] = ahead[v] && behind[v]
	}
	return ahead
}

// reach marks the nodes that the starts lead to, themselves included, along next and past no node
// that is closed. No start is closed.
func reach(next [][]int, starts []int, closed []bool) []bool {
	return search(len(next), starts, func(v int, visit func(int)) {
		for _, w := range next[v] {
			if closed == nil || !closed[w] {
				visit(w)
			}
		}
	})
}

// search marks the nodes that can be come to from the starts, themselves included; leave visits those
// that one step from a node leads to.
func search(nodes int, starts []int, leave func(v int, visit func(int))) []bool {
	seen := make([]bool, nodes)
	var open []int
	visit := func(v int) {
		if !seen[v] {
			seen[v] = true
			open = append(open, v)
		}
	}
	for _, v := range starts {
		visit(v)
	}
	for len(open) > 0 {
		v := open[len(open)-1]
		open = open[:len(open)-1]
		leave(v, visit)
	}
	return seen
}

// none returns n places of which none is known: all are -1.
func none(n int) []int { return slices.Repeat([]int{-1}, n) }

// reversed returns the predecessors of every node.
func reversed(out [][]int) [][]int {
	degree, all := make([]int, len(out)), 0
	for _, next := range out {
		all += len(next)
		for _, w := range next {
			degree[w]++
		}
	}
	in, block := make([][]int, len(out)), make([]int, all) // one block for all lists
	for v, n := range degree {
		in[v], block = block[:0:n], block[n:]
	}
	for v, next := range out {
		for _, w := range next {
			in[w] = append(in[w], v)
		}
	}
	return in
}
