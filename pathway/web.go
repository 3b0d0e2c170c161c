package pathway

import "slices"

// web searches for routes over some of the groups of a support, again and again, and clears up after
// itself, so that a search costs no more than the groups that it is over. A group that leads from all
// stones of a step, or to all, has one arc there: each step has a node for leaving it from any of its
// stones, and one for having reached them all.
type web struct {
	*support
	arcs        [][][2]int // per group
	start, goal []bool     // per node
	ends        [][2]bool  // per group, whether it leads from a start, and to a goal
	out         [][]hop    // per node, what the groups of this search hold up
	leaving     [][]int    // per step, its stones that have some of that
	before      []hop      // per node that was reached: from where, and over which group
	seen        []bool
	open        []int // nodes reached, in order
}

// hop is one arc of a group; node is where it leads to, or where it comes from.
type hop struct{ node, group int }

func newWeb(s *support) *web {
	nodes := s.nodes + 2*len(s.g.stones)
	w := &web{
		support: s,
		arcs:    make([][][2]int, len(s.groups)),
		start:   make([]bool, nodes),
		goal:    make([]bool, nodes),
		out:     make([][]hop, nodes),
		leaving: make([][]int, len(s.g.stones)),
		before:  make([]hop, nodes),
		seen:    make([]bool, nodes),
	}
	for k := range s.groups {
		w.arcs[k] = w.shorten(&s.groups[k])
	}
	for _, v := range s.from {
		w.start[v] = true
		if i, ok := w.stepOf(v); ok {
			w.start[w.anyOf(i)] = true
		}
	}
	for _, v := range s.to {
		w.goal[v] = true
		if i, ok := w.stepOf(v); ok {
			w.goal[w.allOf(i)] = true
		}
	}
	return w
}

// stepOf returns the step of a node that is a stone of one.
func (w *web) stepOf(v int) (int, bool) {
	if v >= len(w.g.stepOf) || w.g.stepOf[v] < 0 {
		return 0, false
	}
	return w.g.stepOf[v], true
}

// shorten lists the arcs of a group, with one for a whole step.
func (w *web) shorten(gr *group) [][2]int {
	if gr.ragged() {
		return gr.links
	}
	in, out := w.free(gr)
	return slices.Concat(in, [][2]int{gr.arc}, out)
}

// thread reports whether a source tells a whole route on its own. One that tells nothing of the start,
// or nothing of the goal, is not searched.
func (w *web) thread(src source) bool {
	if w.ends == nil {
		w.ends = make([][2]bool, len(w.arcs))
		for k, arcs := range w.arcs {
			for _, arc := range arcs {
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
		for _, arc := range w.arcs[k] {
			from := arc[0]
			if i, ok := w.stepOf(from); ok && len(w.out[from]) == 0 {
				w.leaving[i] = append(w.leaving[i], from)
			}
			w.out[from] = append(w.out[from], hop{arc[1], k})
			if w.start[from] {
				w.visit(from, hop{-1, noGroup})
			}
		}
	}
}

// clear takes the groups away again.
func (w *web) clear(groups []int) {
	for _, k := range groups {
		for _, arc := range w.arcs[k] {
			w.out[arc[0]] = w.out[arc[0]][:0]
			if i, ok := w.stepOf(arc[0]); ok {
				w.leaving[i] = w.leaving[i][:0]
			}
		}
	}
	for _, v := range w.open {
		w.seen[v] = false
	}
	w.open = w.open[:0]
}

// visit reaches a node, and what is reached with it: from a stone one may leave its step, and from a
// whole step each of its stones too.
func (w *web) visit(v int, by hop) {
	if w.seen[v] {
		return
	}
	w.seen[v], w.before[v] = true, by
	w.open = append(w.open, v)
	if i, ok := w.stepOf(v); ok {
		w.visit(w.anyOf(i), hop{v, noGroup})
	} else if i := v - w.nodes; i%2 == 1 { // never of a gate, for which i is negative
		w.visit(w.anyOf(i/2), hop{v, noGroup})
		for _, stone := range w.leaving[i/2] {
			w.visit(stone, hop{v, noGroup})
		}
	}
}

// trace goes back from v and returns the groups on the way, each once where it is met.
func (w *web) trace(v int) []int {
	var groups []int
	for h := w.before[v]; h.node >= 0; h = w.before[h.node] {
		if h.group != noGroup {
			groups = append(groups, h.group)
		}
	}
	slices.Reverse(groups)
	return slices.Compact(groups)
}
