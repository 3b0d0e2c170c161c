package order

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
	ranks := newRanks(g)
	for l := range g.Layers() {
		ranks.sort(s, l, h)
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
