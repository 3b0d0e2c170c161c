package pathway

import (
	"math"
	"slices"
)

// network is a graph with capacities, for maximum flows. Its arcs come in pairs: arc i^1 is the way
// back along arc i.
type network struct {
	arcs  []channel
	first []int // per node, an arc that leaves it, or -1
}

// channel is an arc with the capacity that is left.
type channel struct {
	to   int
	next int // another arc that leaves the same node, or -1
	room int64
}

// newNetwork makes room for some nodes and, so that it need not grow, arcs.
func newNetwork(nodes, arcs int) *network {
	return &network{arcs: make([]channel, 0, 2*arcs), first: none(nodes)}
}

// join adds an arc.
func (n *network) join(from, to int, capacity int64) {
	i := len(n.arcs)
	n.arcs = append(n.arcs, channel{to, n.first[from], capacity})
	n.first[from] = i
	n.arcs = append(n.arcs, channel{from, n.first[to], 0})
	n.first[to] = i + 1
}

// joinAll adds arcs of one capacity.
func (n *network) joinAll(arcs [][2]int, capacity int64) {
	for _, arc := range arcs {
		n.join(arc[0], arc[1], capacity)
	}
}

// open joins s to where routes start and where they end to t.
func (n *network) open(s int, from []int, t int, to []int, capacity int64) {
	for _, v := range from {
		n.join(s, v, capacity)
	}
	for _, v := range to {
		n.join(v, t, capacity)
	}
}

// maxFlow sends as much as possible from s to t and returns how much that is (Dinic 1970). Capacities
// and their sum have to fit in an int64; s differs from t.
func (n *network) maxFlow(s, t int) int64 {
	var total int64
	for {
		level := n.levels(s)
		if level[t] < 0 {
			return total
		}
		total += n.block(s, t, level)
	}
}

// levels counts the arcs from s to each node along arcs with room, -1 where there is no way.
func (n *network) levels(s int) []int {
	level := none(len(n.first))
	level[s] = 0
	open := []int{s}
	for i := 0; i < len(open); i++ {
		for a := n.first[open[i]]; a >= 0; a = n.arcs[a].next {
			if w := n.arcs[a].to; n.arcs[a].room > 0 && level[w] < 0 {
				level[w] = level[open[i]] + 1
				open = append(open, w)
			}
		}
	}
	return level
}

// block fills the shortest ways from s to t until each has a full arc.
func (n *network) block(s, t int, level []int) int64 {
	var total int64
	at := slices.Clone(n.first) // per node, the first arc that is not used up
	var way []int               // arcs from s to v
	for v := s; ; {
		if v == t {
			amount := n.narrowest(way)
			total += amount
			v, way = n.push(way, amount)
		}
		if a := at[v]; a >= 0 {
			if w := n.arcs[a].to; n.arcs[a].room > 0 && level[w] == level[v]+1 {
				way, v = append(way, a), w
			} else {
				at[v] = n.arcs[a].next
			}
			continue
		}
		if len(way) == 0 {
			return total
		}
		v = n.arcs[way[len(way)-1]^1].to
		way = way[:len(way)-1]
		at[v] = n.arcs[at[v]].next
	}
}

func (n *network) narrowest(way []int) int64 {
	amount := int64(math.MaxInt64)
	for _, a := range way {
		amount = min(amount, n.arcs[a].room)
	}
	return amount
}

// push sends an amount along a way and goes back to the first arc that is full now.
func (n *network) push(way []int, amount int64) (v int, left []int) {
	full := len(way)
	for i, a := range way {
		n.arcs[a].room -= amount
		n.arcs[a^1].room += amount
		if n.arcs[a].room == 0 && full == len(way) {
			full = i
		}
	}
	return n.arcs[way[full]^1].to, way[:full]
}

// near marks the nodes that s still leads to once a maximum flow is sent: the near side of the
// smallest cut that is closest to s.
func (n *network) near(s int) []bool {
	near := make([]bool, len(n.first))
	for v, level := range n.levels(s) {
		near[v] = level >= 0
	}
	return near
}
