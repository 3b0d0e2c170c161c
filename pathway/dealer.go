package pathway

import "slices"

// dealer deals out the links of a graph, each once.
type dealer struct {
	g       *graph
	between map[[2]int][][2]int
	dealt   map[[2]int]bool     // links
	from    map[[2]int][][2]int // the same by the keys of their two steps
	whole   map[[2]int]bool     // such keys of which nothing is left
}

func newDealer(g *graph) *dealer {
	return &dealer{
		g: g, between: g.linksBySteps(),
		dealt: make(map[[2]int]bool), from: make(map[[2]int][][2]int), whole: make(map[[2]int]bool),
	}
}

// deal returns the links of a key that are left, and whether there are any. The links between two
// steps are spelled out only where few of them are all.
func (d *dealer) deal(n *gates, key [2]int) (group, bool) {
	pair := [2]int{d.g.whole(key[0]), d.g.whole(key[1])}
	left, right, links := d.g.linksOf(key, d.between)
	if d.whole[pair] || len(left) == 0 || len(right) == 0 {
		return group{}, false
	}
	if key[0] < 0 && key[1] < 0 {
		d.whole[pair] = true
		if links == nil {
			return d.remainder(n, key, left, right, d.from[pair])
		}
		if len(d.from[pair]) == 0 {
			return n.newGroup(key, left, right, links, [2]bool{}), true
		}
	}
	if links == nil {
		links = product(left, right)
	}
	links = slices.DeleteFunc(slices.Clone(links), func(l [2]int) bool { return d.dealt[l] })
	if len(links) == 0 {
		return group{}, false
	}
	for _, l := range links {
		d.dealt[l] = true
		d.from[pair] = append(d.from[pair], l)
	}
	return n.newGroup(key, ends(links, 0), ends(links, 1), links, [2]bool{}), true
}

// product lists the links from each of left to each of right.
func product(left, right []int) [][2]int {
	var links [][2]int
	for _, from := range left {
		for _, to := range right {
			links = append(links, [2]int{from, to})
		}
	}
	return links
}

// remainder is the group of all links between left and right but for some.
func (d *dealer) remainder(n *gates, key [2]int, left, right []int, gone [][2]int) (group, bool) {
	fewer := make(map[int][]int) // what each stone lacks at the other end
	for _, l := range gone {
		fewer[l[0]] = append(fewer[l[0]], l[1])
		fewer[l[1]] = append(fewer[l[1]], l[0])
	}
	some := func(stones []int, others int) []int {
		return slices.DeleteFunc(slices.Clone(stones), func(v int) bool { return len(fewer[v]) == others })
	}
	l, r := some(left, len(right)), some(right, len(left))
	switch links := len(left)*len(right) - len(gone); {
	case links == 0:
		return group{}, false
	case links == len(l)*len(r):
		return n.newGroup(key, l, r, nil, [2]bool{}), true
	}
	return group{key: key, links: n.spans(left, right, fewer)}, true
}

// spans joins each of left to each of right but for those that it lacks, by way of gates that stand
// for spans of right: a tree over them, so that it takes no more arcs than there are stones and
// exceptions, times the logarithm of right.
func (n *gates) spans(left, right []int, lacks map[int][]int) [][2]int {
	tree := make([]int, 2*len(right)) // the node at i stands for those at 2i and 2i+1
	place := make(map[int]int, len(right))
	var arcs [][2]int
	for i := len(tree) - 1; i > 0; i-- {
		if i >= len(right) {
			tree[i] = right[i-len(right)]
			place[tree[i]] = i - len(right)
			continue
		}
		tree[i] = n.add()
		arcs = append(arcs, [2]int{tree[i], tree[2*i]}, [2]int{tree[i], tree[2*i+1]})
	}
	for _, v := range left {
		stops := []int{len(right)}
		for _, w := range lacks[v] {
			stops = append(stops, place[w])
		}
		slices.Sort(stops)
		from := 0
		for _, stop := range stops {
			for lo, hi := from+len(right), stop+len(right); lo < hi; lo, hi = lo/2, hi/2 {
				if lo%2 == 1 {
					arcs = append(arcs, [2]int{v, tree[lo]})
					lo++
				}
				if hi%2 == 1 {
					hi--
					arcs = append(arcs, [2]int{v, tree[hi]})
				}
			}
			from = stop + 1
		}
	}
	return arcs
}
