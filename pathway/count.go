package pathway

import "math"

// countLimit is how many routes are counted one by one where loops leave no better way.
const countLimit = 10_000

// CountRoutes returns the number of routes that [Pathway.Routes] has to yield, and whether that is
// exact. Without loops between the first step and the last it is, and costs no more than stones plus
// links, up to 2^64-1, where it stops and says so. With loops no fast method is known (the question
// is #P-complete, Valiant 1979): routes are counted one by one up to 10,000, and a number that is
// not exact is a lower bound.
func (p *Pathway) CountRoutes() (n uint64, exact bool) {
	g := newGraph(p)
	alive := g.onRoutes()
	count := make([]uint64, len(g.out)) // from each node to the last step
	for _, v := range g.last() {
		count[v] = 1
	}
	for _, c := range components(g.out) { // a node comes after all that it leads to
		if !alive[c[0]] {
			continue
		}
		if len(c) > 1 {
			return countOneByOne(g)
		}
		for _, w := range g.out[c[0]] {
			if alive[w] {
				count[c[0]] = addUpTo(count[c[0]], count[w])
			}
		}
	}
	for _, v := range g.first() {
		n = addUpTo(n, count[v])
	}
	return n, n < math.MaxUint64
}

func countOneByOne(g *graph) (n uint64, exact bool) {
	for w := newWalker(g); w.next(); {
		if n == countLimit {
			return n, false
		}
		n++
	}
	return n, true
}

// addUpTo adds, and stays at the largest number instead of running over.
func addUpTo(a, b uint64) uint64 {
	if a > math.MaxUint64-b {
		return math.MaxUint64
	}
	return a + b
}
