package pathway

import "slices"

// Dominators returns the stones that every route from the first step to the last passes, in the
// order in which routes meet them: single points of failure (Prosser 1959; Lowry and Medlock 1969).
// A step of one stone is one if nothing leads around it. None where there is no route. Costs stones
// plus links.
//
// The method follows one route and asks how far ahead on it one can get around each of its stones.
func (p *Pathway) Dominators() []string { return newGraph(p).dominators() }

func (g *graph) dominators() []string {
	path := g.shortest(g.first(), g.last())
	d := detour{g: g, end: len(path), seen: make([]bool, len(g.out)), place: none(len(g.out))}
	for i, v := range path {
		d.place[v] = i
	}
	d.goal = make([]bool, len(g.out))
	for _, v := range g.last() {
		d.goal[v] = true
	}
	var names []string
	for _, v := range g.first() {
		d.meet(v)
	}
	for i, v := range path {
		d.drain()
		if d.far == i && g.isStone(v) {
			names = append(names, g.names[v])
		}
		d.open = append(d.open, v)
	}
	return names
}

// detour explores what lies off a path, from its beginning on.
type detour struct {
	g     *graph
	place []int // on the path; -1 off it
	goal  []bool
	end   int // the place behind the path's last
	far   int // the furthest place met so far
	seen  []bool
	open  []int
}

// meet comes across a node: on the path it is noted, off the path explored later.
func (d *detour) meet(v int) {
	switch {
	case d.place[v] >= 0:
		d.far = max(d.far, d.place[v])
	case !d.seen[v]:
		d.seen[v] = true
		d.open = append(d.open, v)
	}
}

// drain explores everything that can be reached off the path by now.
func (d *detour) drain() {
	for len(d.open) > 0 {
		v := d.open[len(d.open)-1]
		d.open = d.open[:len(d.open)-1]
		if d.goal[v] {
			d.far = d.end
		}
		for _, w := range d.g.out[v] {
			d.meet(w)
		}
	}
}

// shortest returns a route with the fewest links as nodes, hubs included, or nil.
func (g *graph) shortest(from, to []int) []int {
	goal := make([]bool, len(g.out))
	for _, v := range to {
		goal[v] = true
	}
	before := none(len(g.out)) // of a start: itself
	open := make([]int, 0, len(from))
	for _, v := range from {
		before[v] = v
		open = append(open, v)
	}
	for i := 0; i < len(open); i++ {
		v := open[i]
		if goal[v] {
			return trace(before, v)
		}
		for _, w := range g.out[v] {
			if before[w] < 0 {
				before[w] = v
				open = append(open, w)
			}
		}
	}
	return nil
}

// trace follows the nodes before v back to the start, and returns them in order.
func trace(before []int, v int) []int {
	path := []int{v}
	for before[v] != v {
		v = before[v]
		path = append(path, v)
	}
	slices.Reverse(path)
	return path
}
