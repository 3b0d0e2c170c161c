package pathway

// signs knows the stated effect of each link: +1, -1, or 0 where two statements disagree. A link
// without an entry states none.
type signs struct {
	g     *graph
	links map[[2]int]int // between nodes
	pairs map[[2]int]int // between steps, for whole steps
}

func newSigns(g *graph) signs {
	s := signs{g: g, links: make(map[[2]int]int), pairs: make(map[[2]int]int)}
	for i := range g.bundled {
		b := &g.bundled[i]
		sign := b.Link.Effect.sign()
		switch {
		case sign == 0:
		case wide(b):
			note(s.pairs, [2]int{b.FromStep, b.ToStep}, sign)
		default:
			for _, from := range g.nodesAt(b.From, b.FromStep) {
				for _, to := range g.nodesAt(b.To, b.ToStep) {
					note(s.links, [2]int{from, to}, sign)
				}
			}
		}
	}
	return s
}

// sign is +1 or -1, or 0 for an effect that is not stated or not known.
func (e Effect) sign() int {
	switch e {
	case Positive:
		return 1
	case Negative:
		return -1
	}
	return 0
}

// note keeps one statement about a link. Those that disagree leave it open for good.
func note(known map[[2]int]int, pair [2]int, sign int) {
	if before, ok := known[pair]; ok && before != sign {
		sign = 0
	}
	known[pair] = sign
}

// of returns the sign of the link between two stones, 0 where it is open.
func (s signs) of(from, to int) int {
	link, stated := s.links[[2]int{from, to}]
	pair, whole := s.pairs[[2]int{s.g.stepOf[from], s.g.stepOf[to]}]
	switch {
	case stated && whole && link != pair:
		return 0
	case stated:
		return link
	}
	return pair
}

// along multiplies the signs of the links of a route.
func (s signs) along(path []int) Effect {
	product := 1
	for i := 1; i < len(path); i++ {
		product *= s.of(path[i-1], path[i])
	}
	switch {
	case product == 0 || len(path) < 2:
		return ""
	case product == -1:
		return Negative
	}
	return Positive
}
