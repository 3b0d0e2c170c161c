package pathway

// A Citation is one piece of evidence for a link: what an item of evidence from a source says about
// it. From and To name a stone or a column. A column stands for its whole step, and the citation is
// then about all the links at once that the pathway has there: it holds every one of them up and
// counts once, however many routes run over them. A citation of what the pathway has no link for
// holds nothing up.
type Citation struct {
	From, To string
	Source   string // "" is a source like any other: what came from nobody knows where
}

// support is what the citations hold up: the links of a pathway that are cited, in groups of those
// that are cited together.
//
// A group whose links run from each of its stones on the left to each on the right is one arc that
// they share, between a gate in and a gate out. Any other group of several links is ragged: its
// arcs fall together, which no flow can say, so that it needs a case of its own.
type support struct {
	gates    // numbered behind the stones
	g        *graph
	from, to []int
	groups   []group
	at       map[[2]int]int // the group of a key
	of       []int          // the group of each citation
}

// noGroup is the group of what holds nothing up.
const noGroup = -1

// group is a set of links that are cited as one.
type group struct {
	key     [2]int   // a node, or -1 less a step, at both ends
	arc     [2]int   // all links; in a ragged group, more than them
	in, out [][2]int // from the stones on the left to a gate, and from a gate to those on the right
	links   [][2]int // of a ragged group
	whole   [2]bool  // which of its ends is all of a step, whose stones have no arcs here (see [support.free])
	places  []int    // of its citations
}

func (gr *group) ragged() bool { return gr.links != nil }

// size is the number of arcs, at most.
func (gr *group) size() int {
	n := 1 + len(gr.in) + len(gr.out) + len(gr.links)
	for _, whole := range gr.whole {
		if whole {
			n++
		}
	}
	return n
}

// newSupport groups citations. Costs the pathway, the citations, and once for each different pair of
// ends the stones that they stand for.
func newSupport(g *graph, citations []Citation, ends Ends) *support {
	s := &support{g: g, gates: gates{len(g.out)}, at: make(map[[2]int]int), of: make([]int, len(citations))}
	s.from, s.to = g.ends(ends)
	between := g.linksBySteps()
	for i, c := range citations {
		s.of[i] = s.groupOf(c, between)
		if k := s.of[i]; k != noGroup {
			s.groups[k].places = append(s.groups[k].places, i)
		}
	}
	return s
}

// groupOf returns the group of a citation, new where need be, or [noGroup].
func (s *support) groupOf(c Citation, between map[[2]int][][2]int) int {
	key, ok := s.g.key(c.From, c.To)
	if !ok {
		return noGroup
	}
	k, known := s.at[key]
	if !known {
		k = noGroup
		if left, right, links := s.g.linksOf(key, between); len(left) > 0 && len(right) > 0 {
			k = len(s.groups)
			var whole [2]bool
			if links == nil || len(links) == len(left)*len(right) {
				whole = [2]bool{s.g.isWhole(key[0], left), s.g.isWhole(key[1], right)}
			}
			s.groups = append(s.groups, s.newGroup(key, left, right, links, whole))
		}
		s.at[key] = k
	}
	return k
}

// isWhole reports whether the stones at an end of a group are all of a step, of which there are several.
func (g *graph) isWhole(end int, stones []int) bool {
	return end < 0 && len(stones) > 1 && len(stones) == len(g.stepNodes(-1-end))
}

// newGroup makes arcs of the links between left and right: all of them where links is nil. Stones of an end
// that is whole get no arcs of their own.
func (n *gates) newGroup(key [2]int, left, right []int, links [][2]int, whole [2]bool) group {
	gr := group{key: key, arc: [2]int{left[0], right[0]}, whole: whole}
	if len(left) > 1 {
		gr.arc[0] = n.add()
		if !whole[0] {
			gr.in = make([][2]int, 0, len(left))
			for _, v := range left {
				gr.in = append(gr.in, [2]int{v, gr.arc[0]})
			}
		}
	}
	if len(right) > 1 {
		gr.arc[1] = n.add()
		if !whole[1] {
			gr.out = make([][2]int, 0, len(right))
			for _, v := range right {
				gr.out = append(gr.out, [2]int{gr.arc[1], v})
			}
		}
	}
	if links != nil && len(links) < len(left)*len(right) {
		gr.links = links
	}
	return gr
}

// gates counts nodes and adds to them.
type gates struct{ nodes int }

func (n *gates) add() int {
	n.nodes++
	return n.nodes - 1
}

// key reads the ends of a citation: a stone as its node, a column as -1 less its step.
func (g *graph) key(from, to string) (key [2]int, ok bool) {
	for i, id := range [...]string{from, to} {
		if v, isNode := g.node[id]; isNode {
			key[i] = v
		} else if step, isColumn := g.column[id]; isColumn {
			key[i] = -1 - step
		} else {
			return key, false
		}
	}
	return key, key[0] != key[1]
}

// linksBySteps sorts the links that are in no hub by their two steps. Those of unknown ids are at -1,
// where nobody looks: no column stands for them.
func (g *graph) linksBySteps() map[[2]int][][2]int {
	between := make(map[[2]int][][2]int)
	for from := range g.names {
		for _, to := range g.out[from] {
			if g.isStone(to) {
				pair := [2]int{g.stepOf[from], g.stepOf[to]}
				between[pair] = append(between[pair], [2]int{from, to})
			}
		}
	}
	return between
}

// linksOf returns the stones that the links of a key lead from and to, and the links, nil where each
// of left leads to each of right.
func (g *graph) linksOf(key [2]int, between map[[2]int][][2]int) (left, right []int, links [][2]int) {
	switch {
	case key[0] >= 0 && key[1] >= 0:
		if g.has(key[0], key[1]) {
			return key[:1], key[1:], nil
		}
	case key[0] >= 0: // from a stone to a step
		return key[:1], g.keep(-1-key[1], func(v int) bool { return g.has(key[0], v) }), nil
	case key[1] >= 0: // from a step to a stone
		left = g.keep(-1-key[0], func(v int) bool { return g.has(v, key[1]) })
		return left, key[1:], nil
	default:
		pair := [2]int{-1 - key[0], -1 - key[1]}
		if _, all := g.hubs[pair]; all {
			return g.stepNodes(pair[0]), g.stepNodes(pair[1]), nil
		}
		links = between[pair]
		return ends(links, 0), ends(links, 1), links
	}
	return nil, nil, nil
}

// has reports whether the pathway has a link between two stones.
func (g *graph) has(from, to int) bool {
	if g.links[[2]int{from, to}] {
		return true
	}
	_, ok := g.hubs[[2]int{g.stepOf[from], g.stepOf[to]}]
	return ok
}

// keep returns the stones of a step that pass a test.
func (g *graph) keep(step int, pass func(int) bool) []int {
	var kept []int
	for _, v := range g.stepNodes(step) {
		if pass(v) {
			kept = append(kept, v)
		}
	}
	return kept
}

// ends returns the nodes at one end of links, each once.
func ends(links [][2]int, end int) []int {
	var nodes []int
	seen := make(map[int]bool)
	for _, link := range links {
		if v := link[end]; !seen[v] {
			seen[v] = true
			nodes = append(nodes, v)
		}
	}
	return nodes
}
