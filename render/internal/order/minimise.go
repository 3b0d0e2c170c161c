package order

// Minimise returns an order of the graph's items in which few links cross, as [Crossings] counts
// them. The same graph gives the same order, and no order has more crossings than the caller's own
// with its links drawn straight. Of two orders that are each other's mirror image it is the one more
// like the caller's; nodes with the same neighbours stand in the caller's order, and a node without links
// keeps its rank among the nodes of its layer.
//
// It draws several first orders from smoothed random heights (see wave; after Hall 1970), sifts the
// best of them until no neighbour of what was moved gains by a move (Matuszewski, Schönfeld and Molitor 1999), and on graphs
// of up to a thousand items or so goes on with iterated local search (Lourenço, Martin and Stützle
// 2003). Finding the fewest of all is NP-hard (Garey and Johnson 1983); this is a good order, not
// the best. Memory is linear in items and links, save for a table of at most 16 MB. Time is bounded
// by counts of steps; beyond a thousand items it grows about as the links do times the width that
// an item is moved over.
func Minimise(g *Graph) Order {
	own := candidate{newStraight(g), 0}
	own.n = newCounter(g).count(own.state)
	if own.n == 0 {
		return own.order()
	}
	found := budgetOf(g).spend(g)
	if found.n >= own.n {
		return own.order()
	}
	found.finish()
	return found.order()
}

// A budget says how much is tried. All of it is counts of steps.
type budget struct {
	starts []start
	settle int64 // steps of sifting, for each order that is kept
	slack  int64 // of sifting
	search int64 // steps of local search, for all together
}

// A start is a number of first orders from the same smoothing, of which the best are kept. Different
// smoothings find different orders: a slow one the best by itself, but then always the same.
type start struct {
	stages  []stage
	n, keep int
}

// slow, brisk and quick follow the longest waves first, or start from shorter ones.
func slow(n, keep int) start {
	return start{[]stage{{1, 40, .01}, {1, 30, .02}, {4, 15, .05}, {4, 10, .1}, {4, 5, .2}, {4, 3, .4}}, n, keep}
}

func brisk(n, keep int) start {
	return start{[]stage{{1, 10, .3}, {4, 5, .2}, {4, 3, .4}, {4, 2, .6}}, n, keep}
}

func quick(n, keep int) start { return start{[]stage{{1, 5, .5}, {8, 1, .5}}, n, keep} }

// single follows the longest waves as slow does, and the shorter ones in few rounds: enough for one start.
func single() start {
	return start{[]stage{{1, 40, .01}, {1, 20, .03}, {2, 12, .06}, {2, 8, .12}, {1, 4, .25}}, 1, 1}
}

// Up to these sizes, in items, each is tried: above, time is worth more than the last few crossings. What
// is tried keeps in proportion to what Graphviz dot takes, which grows faster than the graph, and is just
// enough to be no worse: with half the starts dot wins one map in a hundred of 30 to 300 boxes. Twice the
// search, or the rounds of slow on 1,000 to 2,000 items, finds half to three percent fewer crossings
// (measured on the families of families_test.go).
const (
	small    = 100
	thorough = 400
	searched = 1000
	brief    = 2000
	smoothed = 30_000
)

func budgetOf(g *Graph) budget {
	switch n := g.Len(); {
	case n > smoothed:
		return budget{starts: []start{slow(1, 1)}, settle: 40_000 * int64(n), slack: farSlack}
	case n > brief:
		return budget{starts: []start{slow(1, 1)}, settle: unlimited, slack: settleSlack}
	case n > searched:
		return budget{starts: []start{single()}, settle: unlimited, slack: briefSlack}
	case n > thorough:
		return budget{starts: []start{slow(2, 1), brisk(6, 1)}, settle: unlimited, slack: settleSlack, search: 2_000_000}
	case n > small:
		starts := []start{slow(2, 2), brisk(24, 5), quick(14, 3)}
		return budget{starts: starts, settle: unlimited, slack: settleSlack, search: int64(min(170_000*n, 12_000_000))}
	default:
		starts := []start{slow(2, 2), brisk(min(n/3, 16), 4), quick(min(n/5, 9), 3)}
		return budget{starts: starts, settle: unlimited, slack: settleSlack, search: int64(42_000 * n)}
	}
}

// candidate is an order with its crossings.
type candidate struct {
	*state
	n int64
}

// spend returns the best order that the budget buys.
func (b budget) spend(g *Graph) candidate {
	r := newRandom(1)
	var all []candidate
	for w, c := newWave(g), newCounter(g); len(b.starts) > 0; b.starts = b.starts[1:] {
		all = append(all, b.starts[0].run(w, r, c)...)
	}
	f := newSifter(all[0].state)
	share := b.search
	if len(all) > 1 {
		share /= 2 // the other half is for the best of them
	}
	best := 0
	for i := range all {
		f.reset(all[i].state)
		f.slack = b.slack
		f.pushAll()
		all[i].n -= f.settle(b.settle)
		if len(all) > 1 {
			all[i].n -= f.search(r, share/int64(len(all)))
		}
		if all[i].n < all[best].n {
			best = i
		}
	}
	f.reset(all[best].state)
	all[best].n -= f.search(r, share)
	return all[best]
}

// run returns the best first orders, the best of all first.
func (t start) run(w *wave, r *random, c *counter) (top []candidate) {
	for range t.n {
		s := newState(w.Graph)
		top = append(top, candidate{s, w.run(s, r, t.stages, c)})
		for i := len(top) - 1; i > 0 && top[i].n < top[i-1].n; i-- {
			top[i], top[i-1] = top[i-1], top[i]
		}
		top = top[:min(len(top), t.keep)]
	}
	return top
}
