package pathway

import (
	"iter"
	"slices"
)

// A Route is one way through a pathway: stones that lead one to the next, none of them twice.
type Route struct {
	Stones []string

	// Effect is the sign of the first stone's effect on the last: the product of the signs of the
	// links between. "" unless every one of them states a sign, and wherever two stated links
	// between the same stones disagree.
	Effect Effect
}

// Routes yields the routes from a stone of the first step to a stone of the last, at most limit of
// them (all, where limit is not above 0). A route may pass other stones of the first and the last
// step on its way. A pathway of one step has one route per stone, without links; one with an empty
// first or last step has none.
//
// Routes come in the order of the steps' stones, depth first. Their number can grow exponentially:
// [Pathway.CountRoutes] tells it beforehand. Between two routes at most the links behind the stones
// of one route are looked at where the pathway has no loops; with loops, all links for each of those
// stones, to look ahead instead of running into dead ends (Read and Tarjan 1975).
func (p *Pathway) Routes(limit int) iter.Seq[Route] {
	return func(yield func(Route) bool) {
		g := newGraph(p)
		w := newWalker(g)
		n := 0
		for w.next() {
			n++
			if !yield(w.route()) || n == limit {
				return
			}
		}
	}
}

// walker is a depth-first search over the routes, one step at a time.
type walker struct {
	g     *graph
	alive []bool // nodes on some walk from first to last
	loops bool   // among those that are alive
	goal  []bool
	path  []int   // the stones of the route so far
	taken []bool  // the same, as marks
	ahead [][]int // where to go: from nowhere, then from each stone of the path
	signs signs
}

func newWalker(g *graph) *walker {
	w := &walker{g: g, alive: g.onRoutes(), goal: make([]bool, len(g.out)), taken: make([]bool, len(g.out)), signs: newSigns(g)}
	for _, v := range g.last() {
		w.goal[v] = true
	}
	w.loops = slices.ContainsFunc(components(g.out), func(c []int) bool { return len(c) > 1 && w.alive[c[0]] })
	start := slices.DeleteFunc(slices.Clone(g.first()), func(v int) bool { return !w.alive[v] })
	w.ahead = [][]int{start}
	return w
}

// next moves on to the next route and reports whether there is one.
func (w *walker) next() bool {
	for len(w.ahead) > 0 {
		top := len(w.ahead) - 1
		if len(w.ahead[top]) == 0 {
			w.back()
			continue
		}
		v := w.ahead[top][0]
		w.ahead[top] = w.ahead[top][1:]
		w.path, w.taken[v] = append(w.path, v), true
		w.ahead = append(w.ahead, w.choices(v))
		if w.goal[v] {
			return true
		}
	}
	return false
}

// back leaves the last stone of the path.
func (w *walker) back() {
	w.ahead = w.ahead[:len(w.ahead)-1]
	if n := len(w.path); n > 0 {
		w.taken[w.path[n-1]] = false
		w.path = w.path[:n-1]
	}
}

// choices returns the stones that v leads to and from which the goal can be reached without a stone
// of the path.
func (w *walker) choices(v int) []int {
	open := w.alive
	if w.loops {
		open = reach(w.g.in, w.untaken(w.g.last()), w.taken)
	}
	var next []int
	for _, to := range w.g.successors(v) {
		if open[to] && !w.taken[to] {
			next = append(next, to)
		}
	}
	return next
}

func (w *walker) untaken(nodes []int) []int {
	return slices.DeleteFunc(slices.Clone(nodes), func(v int) bool { return w.taken[v] })
}

// route is the route that the walker stands on.
func (w *walker) route() Route {
	r := Route{Stones: make([]string, len(w.path))}
	for i, v := range w.path {
		r.Stones[i] = w.g.names[v]
	}
	r.Effect = w.signs.along(w.path)
	return r
}

// successors returns the stones that stone v leads to, by their numbers.
func (g *graph) successors(v int) []int {
	var next []int
	for _, w := range g.out[v] {
		if g.isStone(w) {
			next = append(next, w)
		} else {
			next = append(next, g.out[w]...)
		}
	}
	slices.Sort(next)
	return next
}
