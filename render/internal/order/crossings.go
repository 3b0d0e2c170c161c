package order

// Crossings counts the crossings of an order as it is drawn: for each pair of neighbouring layers,
// the pairs of links (or pieces of links between dummies) whose ends stand in opposite order. Links
// that share an end do not cross; a link that runs back counts like its reverse; equal links count
// each. An order that is none of the graph is an error.
//
// The count is exact and takes O(m log n) steps for m pieces and n items in the widest layer, by the
// accumulator tree of Barth, Jünger and Mutzel (2004).
func Crossings(g *Graph, o Order) (int64, error) {
	s, err := stateOf(g, o)
	if err != nil {
		return 0, err
	}
	return newCounter(g).count(s), nil
}

// A counter holds the tree from one count to the next.
type counter struct{ tree []int32 }

func newCounter(g *Graph) *counter {
	most := 0
	for l := range g.Layers() {
		most = max(most, int(g.first[l+1]-g.first[l]))
	}
	return &counter{tree: make([]int32, 2*leaves(most))}
}

// leaves returns the smallest power of two that is not below n.
func leaves(n int) int {
	k := 1
	for k < n {
		k *= 2
	}
	return k
}

func (c *counter) count(s *state) (total int64) {
	for l := 0; l+1 < s.Layers(); l++ {
		total += c.between(s, l)
	}
	return total
}

// between counts the crossings between layer l and the next: it enters links from the top of layer l
// on, and for each asks how many of those entered end further down.
func (c *counter) between(s *state, l int) (total int64) {
	first := leaves(s.width(l + 1))
	tree := c.tree[:2*first]
	clear(tree)
	for _, v := range s.row(l) {
		ends := s.right.of(v)
		for _, w := range ends {
			for i := first + int(s.pos[w]); i > 1; i >>= 1 {
				total += int64(tree[i|1] &^ -int32(i&1)) // the lower brother of an upper one
			}
		}
		for _, w := range ends { // only now: links of one node do not cross
			for i := first + int(s.pos[w]); i > 0; i >>= 1 {
				tree[i]++
			}
		}
	}
	return total
}
