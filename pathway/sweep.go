package pathway

import "slices"

// sweep goes through a diagram from start to end, one component after the other, and keeps the
// chance of each set of nodes that may have been reached so far and still matter.
type sweep struct {
	d      *diagram
	lane   int         // the case in turn
	order  [][]int     // components but for start and end, each after all that lead to it
	slot   []int       // per node, its place in a set while it matters, or -1
	retire []set       // per component, the slots that no longer matter after it
	next   *tally[set] // the states that the component in turn leads to
	done   float64     // the chance that the end has been reached
	aside  float64     // the chance of the states that were given up
	effort int         // states that may still be looked at
	limit  int         // states to keep at a time
}

// set is a set of slots.
type set [4]uint64

func (s set) has(i int) bool { return s[i/64]>>(i%64)&1 == 1 }
func (s set) with(i int) set { s[i/64] |= 1 << (i % 64); return s }
func (s set) without(gone set) set {
	for i := range s {
		s[i] &^= gone[i]
	}
	return s
}

const slots = 64 * len(set{})

// state is a set of nodes with the chance that, of those that matter, just they are reached.
type state struct {
	reached set
	chance  float64
}

// solve returns the chance that the end is reached from the start, in the first n cases.
func (d *diagram) solve(n, effort int) (found [lanes]bounds) {
	var direct chances
	if d.sure {
		direct = certain
	}
	d.reduce()
	if i, ok := d.at[[2]int{startNode, endNode}]; ok {
		direct = d.arcs[i].chance
		d.drop(i)
	}
	for lane := range found {
		found[lane] = bounds{direct[lane], direct[lane], true}
	}
	if len(d.at) == 0 { // in series and in parallel, as most are
		return found
	}
	w := &sweep{d: d}
	planned := w.plan()
	for lane := range n {
		w.lane, w.effort, w.done, w.aside = lane, effort, 0, 1
		if planned {
			w.run()
		}
		b := w.bounds()
		found[lane] = bounds{either(direct[lane], b.low), either(direct[lane], b.high), b.exact}
	}
	return found
}

// bounds is what has come out of a run.
func (w *sweep) bounds() bounds {
	b := bounds{w.done, w.done + w.aside, w.aside == 0}
	if !b.exact {
		b.low = max(b.low, w.d.byRoutes(w.lane))
		b.high = max(b.low, min(b.high, w.d.byCuts(w.lane)))
	}
	return b
}

// plan puts the nodes in order and gives them slots. It reports whether there are enough.
func (w *sweep) plan() bool {
	next := make([][]int, len(w.d.out))
	for _, a := range w.d.arcs {
		if !a.gone() {
			next[a.from] = append(next[a.from], a.to)
		}
	}
	turn := none(len(next)) // per node but for start and end, when its component comes
	for _, c := range slices.Backward(components(next)) {
		if c[0] != startNode && c[0] != endNode && w.d.nIn[c[0]] > 0 {
			slices.Sort(c)
			for _, v := range c {
				turn[v] = len(w.order)
			}
			w.order = append(w.order, c)
		}
	}
	return w.giveSlots(next, turn)
}

// giveSlots gives a slot to each node from its own turn to the last turn of one that it leads to.
func (w *sweep) giveSlots(next [][]int, turn []int) bool {
	w.retire = make([]set, len(w.order))
	w.slot = none(len(next))
	var free set
	give := func(v int) bool {
		last := -1
		for _, to := range next[v] {
			if turn[to] != turn[v] {
				last = max(last, turn[to])
			}
		}
		if last < 0 {
			return true
		}
		i := 0
		for i < slots && free.has(i) {
			i++
		}
		if i < slots {
			w.slot[v], free = i, free.with(i)
			w.retire[last] = w.retire[last].with(i)
		}
		return i < slots
	}
	give(startNode) // the first of all, which there is room for
	for k, c := range w.order {
		for _, v := range c {
			if !give(v) {
				return false
			}
		}
		free = free.without(w.retire[k])
	}
	return true
}

// run goes through all components. Each may keep its share of the effort that is left.
func (w *sweep) run() {
	w.aside = 0
	now := newTally[set]()
	if w.slot[startNode] >= 0 {
		now.add(set{}.with(w.slot[startNode]), 1)
	}
	for k, c := range w.order {
		w.next = newTally[set]()
		w.limit = max(w.effort, 0)/(len(w.order)-k) + 1
		for _, reached := range now.keys {
			s := state{reached, now.chances[reached]}
			if w.effort--; w.effort < 0 {
				w.aside += s.chance
			} else if len(c) == 1 {
				w.reach(s, c[0], w.retire[k])
			} else {
				w.loop(s, c, w.retire[k])
			}
		}
		w.aside += w.next.trim(w.limit)
		now = w.next
	}
}

// entry is the chance that node v is reached directly from what state s has reached.
func (w *sweep) entry(s state, v int) float64 {
	chance := 0.0
	for _, i := range w.d.in[v] {
		if a := &w.d.arcs[i]; !a.gone() && w.slot[a.from] >= 0 && s.reached.has(w.slot[a.from]) {
			chance = either(chance, a.chance[w.lane])
		}
	}
	return chance
}

// exit is the chance that node v leads on to the end.
func (w *sweep) exit(v int) float64 {
	if i, ok := w.d.at[[2]int{v, endNode}]; ok {
		return w.d.arcs[i].chance[w.lane]
	}
	return 0
}

// reach splits a state by whether node v is reached.
func (w *sweep) reach(s state, v int, gone set) {
	in, out := w.entry(s, v), w.exit(v)
	w.done += float64(s.chance * in * out)
	yes := s.reached
	if w.slot[v] >= 0 {
		yes = yes.with(w.slot[v])
	}
	w.add(yes.without(gone), s.chance*in*(1-out))
	w.add(s.reached.without(gone), s.chance*(1-in))
}

// add adds a state to those of the next turn, unless it can lead nowhere.
func (w *sweep) add(reached set, chance float64) {
	if reached != (set{}) {
		w.next.add(reached, chance)
	}
}
