package pathway

import "slices"

// The two nodes of a [diagram] that a route runs between.
const (
	startNode = iota
	endNode
)

// diagram is a network of arcs that hold or not, each by its own chance.
type diagram struct {
	arcs    []chancy
	out, in [][]int // per node, its arcs, also those that are gone
	nOut    []int   // per node, those that are there
	nIn     []int
	at      map[[2]int]int // the arc between two nodes that is there
	dirty   []int          // nodes to look at again
	sure    bool           // the end is reached in any case
}

// chancy is an arc with the chance that it holds.
type chancy struct {
	from, to int
	chance   chances // of none when it is gone
}

func (a *chancy) gone() bool { return !a.chance.possible() }

// newDiagram draws arcs. Nodes that are reached in any case are the start, nodes from which the end is
// reached in any case are the end, and arcs that are on no way from start to end are left out.
func newDiagram(nodes int, arcs []chancy, from, to []int) *diagram {
	d := &diagram{
		arcs: make([]chancy, 0, len(arcs)),
		nOut: make([]int, nodes+2), nIn: make([]int, nodes+2),
		at:    make(map[[2]int]int, len(arcs)),
		dirty: make([]int, 0, 2*len(arcs)),
	}
	out, in := lists(nodes, arcs)
	for i, a := range arcs {
		out[a.from], in[a.to] = append(out[a.from], i), append(in[a.to], i)
	}
	head, tail := func(i int) int { return arcs[i].to }, func(i int) int { return arcs[i].from }
	sure := func(i int) bool { return arcs[i].chance.sure() }
	ahead, behind := follow(from, out, head, nil), follow(to, in, tail, nil)
	isStart, isEnd := follow(from, out, head, sure), follow(to, in, tail, sure)
	place := make([]int, nodes)
	for v := range place {
		place[v] = v + 2
		if isEnd[v] {
			place[v] = endNode
			d.sure = d.sure || isStart[v]
		} else if isStart[v] {
			place[v] = startNode
		}
	}
	useful := make([]chancy, 0, len(arcs))
	for _, a := range arcs {
		if ahead[a.from] && behind[a.to] && !d.sure {
			useful = append(useful, chancy{place[a.from], place[a.to], a.chance})
		}
	}
	d.out, d.in = lists(nodes+2, useful)
	for _, a := range useful {
		d.join(a.from, a.to, a.chance)
	}
	return d
}

// follow marks the nodes that can be come to from some by arcs that are wanted, all of them where wanted
// is nil.
func follow(from []int, arcs [][]int, leadsTo func(int) int, wanted func(int) bool) []bool {
	return search(len(arcs), from, func(v int, visit func(int)) {
		for _, i := range arcs[v] {
			if wanted == nil || wanted(i) {
				visit(leadsTo(i))
			}
		}
	})
}

// lists makes room for the arcs that leave each node and for those that enter it, in one block each.
func lists(nodes int, arcs []chancy) (out, in [][]int) {
	degree := make([][2]int, nodes)
	for _, a := range arcs {
		degree[a.from][0]++
		degree[a.to][1]++
	}
	out, in = make([][]int, nodes), make([][]int, nodes)
	outs, ins := make([]int, len(arcs)), make([]int, len(arcs))
	for v, n := range degree {
		out[v], outs = outs[:0:n[0]], outs[n[0]:]
		in[v], ins = ins[:0:n[1]], ins[n[1]:]
	}
	return out, in
}

// join adds an arc, or makes one that is there more probable: two in parallel are one. What runs
// into the start or out of the end is of no use.
func (d *diagram) join(from, to int, chance chances) {
	if from == to || from == endNode || to == startNode || !chance.possible() {
		return
	}
	d.dirty = append(d.dirty, from, to)
	if i, ok := d.at[[2]int{from, to}]; ok {
		d.arcs[i].chance = d.arcs[i].chance.either(chance)
		return
	}
	i := len(d.arcs)
	d.at[[2]int{from, to}] = i
	d.arcs = append(d.arcs, chancy{from, to, chance})
	d.out[from], d.in[to] = append(d.out[from], i), append(d.in[to], i)
	d.nOut[from]++
	d.nIn[to]++
}

// drop removes an arc.
func (d *diagram) drop(i int) {
	a := &d.arcs[i]
	if a.gone() {
		return
	}
	a.chance = chances{}
	delete(d.at, [2]int{a.from, a.to})
	d.nOut[a.from]--
	d.nIn[a.to]--
	d.dirty = append(d.dirty, a.from, a.to)
}

func (d *diagram) dropAll(arcs []int) {
	for _, i := range arcs {
		d.drop(i)
	}
}

// reduce takes out what changes nothing, until there is nothing left to take out.
func (d *diagram) reduce() {
	for len(d.dirty) > 0 {
		v := d.dirty[len(d.dirty)-1]
		d.dirty = d.dirty[:len(d.dirty)-1]
		if v != startNode && v != endNode {
			d.simplify(v)
		}
	}
}

// simplify applies to one node the first rule that fits.
func (d *diagram) simplify(v int) {
	switch {
	case d.nIn[v] == 0 && d.nOut[v] == 0: // gone, and not to be gone through again for each of its arcs
	case d.nIn[v] == 0:
		d.dropAll(d.out[v])
	case d.nOut[v] == 0:
		d.dropAll(d.in[v])
	case d.nIn[v] == 1 && d.nOut[v] == 1: // in series
		a, b := d.only(d.in[v]), d.only(d.out[v])
		from, to, chance := d.arcs[a].from, d.arcs[b].to, d.arcs[a].chance.both(d.arcs[b].chance)
		d.drop(a)
		d.drop(b)
		d.join(from, to, chance)
	case d.nIn[v] == 1: // the way back to where one has to come from
		d.dropBetween(v, d.arcs[d.only(d.in[v])].from)
	case d.nOut[v] == 1: // the way from where one has to go on to
		d.dropBetween(d.arcs[d.only(d.out[v])].to, v)
	}
}

func (d *diagram) dropBetween(from, to int) {
	if i, ok := d.at[[2]int{from, to}]; ok {
		d.drop(i)
	}
}

// only returns the one arc of a list that is there.
func (d *diagram) only(arcs []int) int {
	return arcs[slices.IndexFunc(arcs, func(i int) bool { return !d.arcs[i].gone() })]
}
