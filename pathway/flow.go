package pathway

// network is a graph with capacities, for maximum flows. Its arcs come in pairs: arc i^1 is the way
// back along arc i.
type network struct {
	arcs  []int   // per arc, the node that it leads to
	room  []int64 // per arc, the capacity that is left
	leave [][]int // per node, the arcs that leave it
}

func newNetwork(nodes int) *network { return &network{leave: make([][]int, nodes)} }

// join adds an arc.
func (n *network) join(from, to int, capacity int64) {
	n.leave[from] = append(n.leave[from], len(n.arcs))
	n.leave[to] = append(n.leave[to], len(n.arcs)+1)
	n.arcs = append(n.arcs, to, from)
	n.room = append(n.room, capacity, 0)
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
	level := make([]int, len(n.leave))
	for v := range level {
		level[v] = -1
	}
	level[s] = 0
	open := []int{s}
	for i := 0; i < len(open); i++ {
		for _, a := range n.leave[open[i]] {
			if w := n.arcs[a]; n.room[a] > 0 && level[w] < 0 {
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
	at := make([]int, len(n.leave)) // per node, the arcs that are used up
	var way []int                   // arcs from s to v
	for v := s; ; {
		if v == t {
			amount := n.narrowest(way)
			total += amount
			v, way = n.push(way, amount)
			continue
		}
		if at[v] < len(n.leave[v]) {
			a := n.leave[v][at[v]]
			if w := n.arcs[a]; n.room[a] > 0 && level[w] == level[v]+1 {
				way, v = append(way, a), w
			} else {
				at[v]++
			}
			continue
		}
		if len(way) == 0 {
			return total
		}
		v = n.arcs[way[len(way)-1]^1]
		way = way[:len(way)-1]
		at[v]++
	}
}

func (n *network) narrowest(way []int) int64 {
	amount := n.room[way[0]]
	for _, a := range way[1:] {
		amount = min(amount, n.room[a])
	}
	return amount
}

// push sends an amount along a way and goes back to the first arc that is full now.
func (n *network) push(way []int, amount int64) (v int, left []int) {
	full := len(way)
	for i, a := range way {
		n.room[a] -= amount
		n.room[a^1] += amount
		if n.room[a] == 0 && full == len(way) {
			full = i
		}
	}
	return n.arcs[way[full]^1], way[:full]
}

// near marks the nodes that s still leads to once a maximum flow is sent: the near side of the
// smallest cut that is closest to s.
func (n *network) near(s int) []bool {
	near := make([]bool, len(n.leave))
	for v, level := range n.levels(s) {
		near[v] = level >= 0
	}
	return near
}
