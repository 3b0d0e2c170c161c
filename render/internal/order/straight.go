package order

import (
	"math"
	"slices"
)

// newStraight returns the caller's order with every link drawn straight: each node stands at its
// share of the layer's height, a dummy where the line between the ends of its link passes the layer.
func newStraight(g *Graph) *state {
	h := make([]float64, g.Len())
	nodes := make([]int32, g.Layers())
	for _, l := range g.layer[:g.nodes] {
		nodes[l]++
	}
	for i, l := range g.layer[:g.nodes] {
		v := g.slot[i]
		h[v] = float64(2*(v-g.first[l])+1) / float64(2*nodes[l])
	}
	for e := range len(g.chains) - 1 {
		g.straighten(h, g.chains[e], g.chains[e+1])
	}
	s := newState(g)
	keys := make([]int64, 0, g.Len())
	for l := range g.Layers() {
		s.sortLayer(l, h, keys)
	}
	return s
}

// straighten sets the heights of the dummies of one link.
func (g *Graph) straighten(h []float64, from, to int32) {
	if from == to {
		return
	}
	a := h[g.left.of(g.slot[from])[0]]
	b := h[g.right.of(g.slot[to-1])[0]]
	for d := from; d < to; d++ {
		share := float64(d-from+1) / float64(to-from+1)
		h[g.slot[d]] = a + float64((b-a)*share)
	}
}

// sortLayer orders a layer by heights from -2 to 2, equal ones as the caller has them.
func (s *state) sortLayer(l int, h []float64, keys []int64) {
	keys = keys[:0]
	for v := s.first[l]; v < s.first[l+1]; v++ {
		keys = append(keys, int64(h[v]*(1<<30))<<32|int64(v))
	}
	slices.Sort(keys)
	for i, k := range keys {
		s.put(l, i, int32(k&math.MaxUint32))
	}
}
