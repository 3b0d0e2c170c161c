package pathway

import "container/heap"

// boundRoutes is how many routes without a common arc are looked for.
const boundRoutes = 64

// byRoutes is a lower bound: the chance that one holds of some routes without a common arc, the most
// probable first.
func (d *diagram) byRoutes(lane int) float64 {
	used := make([]bool, len(d.arcs))
	low := 0.0
	for range boundRoutes {
		chance := d.likeliest(used, lane)
		if chance == 0 {
			break
		}
		low = either(low, chance)
	}
	return low
}

// likeliest returns the chance of the most probable route over arcs that are not used, and uses
// them (Dijkstra 1959, on products). 0 where there is none.
func (d *diagram) likeliest(used []bool, lane int) float64 {
	best := make([]float64, len(d.out))
	by := make([]int, len(d.out))
	best[startNode] = 1
	q := &likely{{startNode, 1}}
	for q.Len() > 0 {
		at := heap.Pop(q).(reached)
		if at.chance < best[at.node] {
			continue
		}
		for _, i := range d.out[at.node] {
			a := &d.arcs[i]
			if chance := at.chance * a.chance[lane]; !used[i] && chance > best[a.to] {
				best[a.to], by[a.to] = chance, i
				heap.Push(q, reached{a.to, chance})
			}
		}
	}
	if best[endNode] > 0 {
		for v := endNode; v != startNode; v = d.arcs[by[v]].from {
			used[by[v]] = true
		}
	}
	return best[endNode]
}

// reached is a node with the chance of the best way to it.
type reached struct {
	node   int
	chance float64
}

// likely hands out nodes, the most probable first.
type likely []reached

func (q likely) Len() int           { return len(q) }
func (q likely) Less(i, j int) bool { return q[i].chance > q[j].chance }
func (q likely) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *likely) Push(x any)        { *q = append(*q, x.(reached)) }
func (q *likely) Pop() any {
	last := len(*q) - 1
	at := (*q)[last]
	*q = (*q)[:last]
	return at
}

// byCuts is an upper bound: the chance that something holds in each of the cuts between the nodes
// that are n arcs from the start and those that are n+1, which have no arc in common.
func (d *diagram) byCuts(lane int) float64 {
	level := none(len(d.out))
	level[startNode] = 0
	open := []int{startNode}
	var cuts []float64 // per level, the chance that some arc to the next holds
	for k := 0; k < len(open) && (level[endNode] < 0 || level[open[k]] < level[endNode]); k++ {
		v := open[k]
		if level[v] == len(cuts) {
			cuts = append(cuts, 0)
		}
		for _, i := range d.out[v] {
			a := &d.arcs[i]
			if a.chance[lane] > 0 && level[a.to] < 0 {
				level[a.to] = level[v] + 1
				open = append(open, a.to)
			}
			if level[a.to] == level[v]+1 {
				cuts[level[v]] = either(cuts[level[v]], a.chance[lane])
			}
		}
	}
	high := 1.0
	for _, c := range cuts {
		high *= c
	}
	return high
}
