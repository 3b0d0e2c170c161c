package pathway

import "slices"

// web searches for routes over some of the groups of a support, again and again, and clears up after
// itself, so that a search costs no more than the groups that it is over.
type web struct {
	groups      []group
	start, goal []bool
	ends        [][2]bool // per group, whether it leads from a start, and to a goal
	out         [][]hop   // per node, what the groups of this search hold up
	before      []hop     // per node that was reached: from where, and over which group
	seen        []bool
	open        []int // nodes reached, in order
}

// hop is one arc of a group; node is where it leads to, or where it comes from.
type hop struct{ node, group int }

func newWeb(s *support) *web {
	w := &web{
		groups: s.groups,
		start:  make([]bool, s.nodes),
		goal:   make([]bool, s.nodes),
		out:    make([][]hop, s.nodes),
		before: make([]hop, s.nodes),
		seen:   make([]bool, s.nodes),
	}
	for _, v := range s.from {
		w.start[v] = true
	}
	for _, v := range s.to {
		w.goal[v] = true
	}
	return w
}

// thread reports whether a source tells a whole route on its own. One that tells nothing of the start,
// or nothing of the goal, is not searched.
func (w *web) thread(src source) bool {
	if w.ends == nil {
		w.ends = make([][2]bool, len(w.groups))
		for k, gr := range w.groups {
			for arc := range gr.all {
				w.ends[k][0] = w.ends[k][0] || w.start[arc[0]]
				w.ends[k][1] = w.ends[k][1] || w.goal[arc[1]]
			}
		}
	}
	starts, goals := false, false
	for _, k := range src.groups {
		starts, goals = starts || w.ends[k][0], goals || w.ends[k][1]
	}
	return starts && goals && w.route(src.groups) != nil
}

// route returns the groups that a route with the fewest arcs over the given groups needs, in its
// order, or nil where there is none. No start is a goal.
func (w *web) route(groups []int) []int {
	w.build(groups)
	var found []int
	for i := 0; i < len(w.open) && found == nil; i++ {
		v := w.open[i]
		if w.goal[v] {
			found = w.trace(v)
		}
		for _, h := range w.out[v] {
			w.visit(h.node, hop{v, h.group})
		}
	}
	w.clear(groups)
	return found
}

// build puts the groups in place and visits the starts that they leave from.
func (w *web) build(groups []int) {
	for _, k := range groups {
		for arc := range w.groups[k].all {
			w.out[arc[0]] = append(w.out[arc[0]], hop{arc[1], k})
			if w.start[arc[0]] {
				w.visit(arc[0], hop{-1, -1})
			}
		}
	}
}

// clear takes the groups away again.
func (w *web) clear(groups []int) {
	for _, k := range groups {
		for arc := range w.groups[k].all {
			w.out[arc[0]] = w.out[arc[0]][:0]
		}
	}
	for _, v := range w.open {
		w.seen[v] = false
	}
	w.open = w.open[:0]
}

// all yields every arc of a group, those between its stones and its gates too.
func (gr group) all(yield func([2]int) bool) {
	if gr.ragged() {
		slices.Values(gr.links)(yield)
	} else if yield(gr.arc) {
		slices.Values(gr.free)(yield)
	}
}

func (w *web) visit(v int, by hop) {
	if !w.seen[v] {
		w.seen[v], w.before[v] = true, by
		w.open = append(w.open, v)
	}
}

// trace goes back from v and returns the groups on the way, each once where it is met.
func (w *web) trace(v int) []int {
	var groups []int
	for h := w.before[v]; h.node >= 0; h = w.before[h.node] {
		if n := len(groups); n == 0 || groups[n-1] != h.group {
			groups = append(groups, h.group)
		}
	}
	slices.Reverse(groups)
	return groups
}
