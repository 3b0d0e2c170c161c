package pathway

import "math"

// A Cut is a cheapest way to break every route.
type Cut struct {
	Size  int      // what the links of the cut cost together
	Near  []string // the stones that the start still leads to
	Links []Link   // those from near to far, in the order of AllLinks, but for links that cost nothing
}

// Cut returns the links whose loss breaks every route between the ends and that cost the least
// together: the maximum flow is the minimum cut (Ford and Fulkerson 1956, by the method of Dinic
// 1970). Of several such cuts it is the one closest to the start. capacity says what a link costs:
// nothing where it is below 0, 2^31-1 where it is above; nil lets every link cost 1. It is asked once
// about each link from stone to stone, as first stated.
//
// ok is false where a stone is at both ends: no loss of links can cut it from itself. Where there
// is no route, the cut is empty. Every link has its own cost here, so that steps linked all to all
// cost m·n, in memory too; time is at worst the square of the stones times the links, and in
// pathways of steps close to their number times that of the steps. [Pathway.CutCitations] does
// without spelling links out.
func (p *Pathway) Cut(capacity func(Link) int, ends Ends) (cut Cut, ok bool) {
	g := newGraph(p)
	from, to := g.ends(ends)
	if meet(from, to) {
		return Cut{}, false
	}
	if capacity == nil {
		capacity = func(Link) int { return 1 }
	}
	n := newNetwork(len(g.names)+2, 0)
	s, t := len(g.names), len(g.names)+1
	costs := make(map[[2]int]bool) // whether a link costs anything
	for link := range p.AllLinks() {
		pair := [2]int{g.node[link.From], g.node[link.To]}
		if _, asked := costs[pair]; !asked {
			c := clamp(capacity(link))
			costs[pair] = c > 0
			n.join(pair[0], pair[1], c)
		}
	}
	n.open(s, from, t, to, math.MaxInt64/2)
	cut.Size = int(min(n.maxFlow(s, t), math.MaxInt))
	near := n.near(s)
	cut.Near = g.near(near)
	for link := range p.AllLinks() {
		pair := [2]int{g.node[link.From], g.node[link.To]}
		if costs[pair] && near[pair[0]] && !near[pair[1]] {
			cut.Links = append(cut.Links, link)
			costs[pair] = false // once
		}
	}
	return cut, true
}

// clamp keeps a capacity small enough for any number of them to be added up.
func clamp(capacity int) int64 { return int64(min(max(capacity, 0), math.MaxInt32)) }

// near returns the stones that are marked.
func (g *graph) near(marked []bool) []string {
	var near []string
	for v, name := range g.names {
		if marked[v] {
			near = append(near, name)
		}
	}
	return near
}
