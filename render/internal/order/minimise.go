package order

// Minimise returns an order of the graph's items in which few links cross, as [Crossings] counts
// them. The same graph gives the same order, and no order has more crossings than the caller's own.
//
// It draws several first orders from smoothed random heights (see wave; after Hall 1970), sifts the
// best of them until no item gains by a move (Matuszewski, Schönfeld and Molitor 1999), and on graphs
// of up to a thousand items or so goes on with iterated local search (Lourenço, Martin and Stützle
// 2003). Finding the fewest of all is NP-hard (Garey and Johnson 1983); this is a good order, not
// the best. Memory is linear in items and links, save for a table of at most 16 MB. Time is bounded
// by counts of steps; beyond a thousand items it grows about as the links do times the width that
// an item is moved over.
func Minimise(g *Graph) Order {
	s := newState(g)
	own := newCounter(g).count(s)
	if own == 0 {
		return s.order()
	}
	found := budgetOf(g).spend(g)
	if found.n >= own {
		return s.order()
	}
	return found.order()
}

// A budget says how much is tried. All of it is counts of steps.
type budget struct {
	long, short int   // first orders, from a slow and from a quick smoothing
	keep        int   // of them, how many are sifted
	settle      int64 // steps of sifting, for each
	search      int64 // steps of local search, for all together
}

// Up to these sizes, in items, each is tried: above, time is worth more than the last few crossings.
const (
	thorough = 400
	searched = 1000
	smoothed = 30_000
)

func budgetOf(g *Graph) budget {
	b := budget{long: 2, short: 14, keep: 4, settle: unlimited, search: int64(min(170_000*g.Len(), 20_000_000))}
	switch n := g.Len(); {
	case n > smoothed:
		b = budget{long: 1, keep: 1, settle: 40_000 * int64(n)}
	case n > searched:
		b = budget{long: 1, keep: 1, settle: unlimited}
	case n > thorough:
		b = budget{long: 2, short: 6, keep: 2, settle: unlimited, search: 2_000_000}
	}
	return b
}

// longStages follow the longest waves first; shortStages start from shorter ones.
func longStages() []stage {
	return []stage{{1, 40, .01}, {1, 30, .02}, {4, 15, .05}, {4, 10, .1}, {4, 5, .2}, {4, 3, .4}}
}

func shortStages() []stage { return []stage{{1, 10, .3}, {4, 5, .2}, {4, 3, .4}, {4, 2, .6}} }

// candidate is an order with its crossings.
type candidate struct {
	*state
	n int64
}

// spend returns the best order that the budget buys.
func (b budget) spend(g *Graph) candidate {
	r := newRandom(1)
	top := b.starts(g, r)
	f := newSifter(top[0].state)
	share := b.search
	if len(top) > 1 {
		share /= 2 // the other half is for the best of them
	}
	best := 0
	for i := range top {
		f.reset(top[i].state)
		f.slack = settleSlack
		f.pushAll()
		top[i].n -= f.settle(b.settle)
		if len(top) > 1 {
			top[i].n -= f.search(r, share/int64(len(top)))
		}
		if top[i].n < top[best].n {
			best = i
		}
	}
	f.reset(top[best].state)
	top[best].n -= f.search(r, share)
	return top[best]
}

// starts returns the best first orders, the best of all first.
func (b budget) starts(g *Graph, r *random) []candidate {
	w, c := newWave(g), newCounter(g)
	var top []candidate
	for k := range b.long + b.short {
		stages := longStages()
		if k >= b.long {
			stages = shortStages()
		}
		s := newState(g)
		top = append(top, candidate{s, w.run(s, r, stages, c)})
		for i := len(top) - 1; i > 0 && top[i].n < top[i-1].n; i-- {
			top[i], top[i-1] = top[i-1], top[i]
		}
		top = top[:min(len(top), b.keep)]
	}
	return top
}
