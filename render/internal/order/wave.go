package order

import "math"

// wave looks for a first order of the whole graph at once. Every item gets a height; heights are
// smoothed over the links until only their longest waves are left, as in spectral ordering (Hall
// 1970); then each layer is sorted, the heights are replaced by even steps in that order, and the
// next, shorter smoothing works on those. Even steps keep a loose twig from taking the whole range
// for itself, which is what spoils the plain spectral order of sparse graphs.
//
// Smoothing is a Chebyshev filter of the lazy walk on the graph (Manteuffel 1977 for the
// recurrence): a pass of k steps damps what k² plain averagings would.
type wave struct {
	*Graph
	x, prev, next []float64 // height of each slot, now and one step before and after
	from, to      []int32   // ends of each piece of link, layer by layer
	inv           []float64 // one over the number of links of each slot
	ranks         ranks
}

func newWave(g *Graph) *wave {
	n := g.Len()
	w := &wave{Graph: g, ranks: newRanks(g), inv: make([]float64, n),
		x: make([]float64, n), prev: make([]float64, n), next: make([]float64, n),
		from: make([]int32, 0, len(g.right.to)), to: g.right.to}
	for v := range int32(n) {
		for range g.right.of(v) {
			w.from = append(w.from, v)
		}
		w.inv[v] = 1 / float64(max(1, g.links(v)))
	}
	return w
}

// stage is rounds times the same smoothing: waves that a plain step of averaging would shorten by
// more than the share cut are damped.
type stage struct {
	rounds, steps int
	cut           float64
}

// longest is from how many steps of smoothing on an order is not looked at: a later one, of shorter waves, is
// as good as always better. Of 252 graphs four come out differently for it, in the mean by nothing.
const longest = 8

// run smooths from random heights and leaves in s the best order met, with its crossings.
func (w *wave) run(s *state, r *random, stages []stage, c *counter) int64 {
	for v := range w.x {
		w.x[v] = r.float()
	}
	best, least := newState(w.Graph), int64(math.MaxInt64)
	for _, st := range stages {
		for range st.rounds {
			w.smooth(st.steps, st.cut)
			w.settle(s)
			if st.steps >= longest {
				continue
			}
			if n := c.count(s); n < least {
				least = n
				best.copyFrom(s)
			}
		}
	}
	s.copyFrom(best)
	return least
}

// smooth applies the Chebyshev polynomial of the given degree that is small on [cut, 1] below one.
func (w *wave) smooth(steps int, cut float64) {
	w.level()
	f := 1 / (1 - cut)
	clear(w.next)
	w.step(w.prev, w.x, w.next, cut*f, f)
	w.x, w.prev = w.prev, w.x
	for range steps - 1 {
		w.step(w.next, w.x, w.prev, 2*cut*f, 2*f)
		w.x, w.prev, w.next = w.next, w.x, w.prev
	}
	w.level()
	w.scale()
}

// step sets to = a·x + b·(mean of x over the neighbours) - prev. It goes through the links and not through
// the neighbours of each slot: short lists of changing length, whose ends a processor guesses wrong, take longer.
func (w *wave) step(to, x, prev []float64, a, b float64) {
	x, prev, inv, ends := x[:len(to)], prev[:len(to)], w.inv[:len(to)], w.to[:len(w.from)]
	clear(to)
	for i, v := range w.from {
		u := ends[i]
		to[v] += x[u]
		to[u] += x[v]
	}
	for v, sum := range to {
		to[v] = float64(a*x[v]) + float64(float64(b*inv[v])*sum) - prev[v]
	}
}

// level takes out the one wave that says nothing, equal heights for all.
func (w *wave) level() {
	sum := 0.0
	for v, x := range w.x {
		sum += float64(x * float64(w.links(int32(v))))
	}
	mean := sum / float64(max(1, 2*len(w.from)))
	for v := range w.x {
		w.x[v] -= mean
	}
}

// scale brings all heights into [-1, 1].
func (w *wave) scale() {
	top := 0.0
	for _, x := range w.x {
		top = max(top, math.Abs(x))
	}
	if top == 0 {
		return
	}
	for v := range w.x {
		w.x[v] /= top
	}
}

// settle sorts every layer of s by height and replaces the heights by even steps.
func (w *wave) settle(s *state) {
	for l := range w.Layers() {
		w.ranks.sort(s, l, w.x)
		n := float64(s.width(l))
		for i, v := range s.row(l) {
			w.x[v] = (float64(2*i+1) - n) / n
		}
	}
}
