package order

// Crossings counts the crossings of an order as it is drawn: for each pair of neighbouring layers,
// the pairs of links (or pieces of links between dummies) whose ends stand in opposite order. Links
// that share an end do not cross; a link that runs back counts like its reverse; equal links count
// each. An order that is none of the graph is an error.
//
// The count is exact and takes O(m log n) steps for m pieces and n items in the widest layer, as that of Barth,
// Jünger and Mutzel (2004) does, with sums kept in the tree of Fenwick (1994).
func Crossings(g *Graph, o Order) (int64, error) {
	s, err := stateOf(g, o)
	if err != nil {
		return 0, err
	}
	return newCounter(g).count(s), nil
}

// A counter holds the tree from one count to the next: of the links that were entered, entry i has how many
// end at the places from i with its lowest bit taken off up to below i.
type counter struct{ tree []int32 }

func newCounter(g *Graph) *counter {
	most := 0
	for l := range g.Layers() {
		most = max(most, int(g.first[l+1]-g.first[l]))
	}
	return &counter{tree: make([]int32, most+1)}
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
	tree := c.tree[:s.width(l+1)+1]
	clear(tree)
	entered := int64(0)
	for _, v := range s.row(l) {
		ends := s.right.of(v)
		for _, w := range ends {
			total += entered
			for i := int(s.pos[w]) + 1; i > 0; i &= i - 1 { // less those that end at its place or above
				total -= int64(tree[i])
			}
		}
		for _, w := range ends { // only now: links of one node do not cross
			for i := int(s.pos[w]) + 1; i < len(tree); i += i & -i {
				tree[i]++
			}
		}
		entered += int64(len(ends))
	}
	return total
}
