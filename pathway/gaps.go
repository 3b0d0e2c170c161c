package pathway

// Gaps says where the chain from the first step to the last is broken. The zero value but for
// Connected is a pathway without a gap. Lists are in the order of the steps.
type Gaps struct {
	Connected bool     // there is a route from the first step to the last
	Unreached []string // stones that no stone of the first step leads to
	DeadEnds  []string // stones that lead to no stone of the last step
	Empty     []string // columns of steps without stones
}

// Gaps returns what breaks the chain. A pathway without stones is not connected and has no gap
// between stones. Costs stones plus links.
func (p *Pathway) Gaps() Gaps { return newGraph(p).gaps() }

func (g *graph) gaps() Gaps {
	ahead, behind := reach(g.out, g.first(), nil), reach(g.in, g.last(), nil)
	var gaps Gaps
	for i, stones := range g.stones {
		if len(stones) == 0 {
			gaps.Empty = append(gaps.Empty, g.p.Steps[i].Column)
		}
		for _, v := range g.numbers[i] {
			gaps.Connected = gaps.Connected || ahead[v] && behind[v]
			if !ahead[v] {
				gaps.Unreached = append(gaps.Unreached, g.names[v])
			}
			if !behind[v] {
				gaps.DeadEnds = append(gaps.DeadEnds, g.names[v])
			}
		}
	}
	return gaps
}
