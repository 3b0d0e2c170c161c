package order

import (
	"math"
	"slices"
)

// A Box says how much room an item of a layer needs.
type Box struct {
	Height float64 // of the item; 0 for a dummy
	Gap    float64 // free room above it, below the item before
}

// grid is what heights are rounded to, so that they are the same on every architecture.
const grid = 0.25

// Place returns the height of the middle of each item, from 0 down to the height of the tallest
// layer, so that links run as straight as the order and the boxes allow: in turn each layer is set to
// the least squares of its items' distances from the mean of their neighbours, exactly, by pooling
// adjacent violators (isotonic regression; Barlow and others 1972). A dummy pulls harder than a node,
// as a bend in a long link is seen more. Items that nothing pulls stay near the middle of their layer.
// Costs are linear in items and links for each of a bounded number of sweeps. Boxes are one for each
// item; the order is one of the graph's, else an error.
func Place(g *Graph, o Order, boxes []Box) ([]float64, error) {
	s, err := stateOf(g, o)
	if err != nil {
		return nil, err
	}
	p := newPlacer(s, boxes)
	for range sweeps {
		if !p.sweep() {
			break
		}
	}
	heights := make([]float64, g.Len())
	for v, y := range p.y {
		heights[g.item[v]] = y
	}
	return heights, nil
}

// sweeps is how often, at most, all layers are aligned from left to right and back.
const sweeps = 12

// sweep aligns all layers from left to right and back, and reports whether anything moved: if not, no
// further sweep moves anything.
func (p *placer) sweep() (moved bool) {
	for l := range p.Layers() {
		moved = p.align(l) || moved
	}
	for l := p.Layers() - 1; l >= 0; l-- {
		moved = p.align(l) || moved
	}
	return moved
}

// placer holds the heights while they are worked on, by slot.
type placer struct {
	*state
	y      []float64
	offset []float64 // of each slot from the top of its layer when all is pushed together
	tall   []float64 // height of each layer when all is pushed together
	whole  float64   // the tallest
	atRest []bool    // layers that aligning would leave as they are
	drifts []bool    // layers with an item that nothing pulls, which goes by where it is itself
	pools  []pool
}

// pool is a run of items that stand as close as they may, with their common height less the offsets.
type pool struct {
	sum, weight, mean float64
	last              int // the place behind its last item
}

func newPlacer(s *state, boxes []Box) *placer {
	n := s.Len()
	p := &placer{state: s, y: make([]float64, n), offset: make([]float64, n), tall: make([]float64, s.Layers()),
		atRest: make([]bool, s.Layers()), drifts: make([]bool, s.Layers())}
	box := func(v int32) Box {
		if i := int(s.item[v]); i < len(boxes) {
			return boxes[i]
		}
		return Box{}
	}
	for l := range s.Layers() {
		edge := 0.0
		for i, v := range s.row(l) {
			b := box(v)
			if i > 0 {
				edge += b.Gap
			}
			p.offset[v] = edge + b.Height/2
			edge += b.Height
		}
		p.tall[l], p.drifts[l] = edge, slices.ContainsFunc(s.row(l), s.loose)
		p.whole = math.Max(p.whole, edge)
	}
	for l := range s.Layers() {
		for _, v := range s.row(l) {
			p.y[v] = p.snap((p.whole-p.tall[l])/2) + p.offset[v]
		}
	}
	return p
}

func (p *placer) snap(x float64) float64 { return math.Round(x/grid) * grid }

// align sets the items of a layer to where their neighbours want them, as near as the order allows, and
// reports whether one moved.
func (p *placer) align(l int) (moved bool) {
	if p.atRest[l] {
		return false
	}
	row := p.row(l)
	p.pool(row)
	room := p.whole - p.tall[l]
	first := 0
	for _, q := range p.pools {
		shift := p.snap(math.Min(math.Max(q.mean, 0), room))
		for _, v := range row[first:q.last] {
			y := shift + p.offset[v]
			moved = moved || y != p.y[v]
			p.y[v] = y
		}
		first = q.last
	}
	p.rest(l, moved)
	return moved
}

// rest notes that a layer has been aligned: it stays so until a neighbour moves, unless it drifts.
func (p *placer) rest(l int, moved bool) {
	if moved && l > 0 {
		p.atRest[l-1] = false
	}
	if moved && l+1 < p.Layers() {
		p.atRest[l+1] = false
	}
	p.atRest[l] = !moved || !p.drifts[l]
}

// pool gathers the items of a row into those that stand close together.
func (p *placer) pool(row []int32) {
	p.pools = p.pools[:0]
	for i, v := range row {
		want, weight := p.pull(v)
		q := pool{sum: float64((want - p.offset[v]) * weight), weight: weight, last: i + 1}
		q.mean = q.sum / q.weight
		for k := len(p.pools) - 1; k >= 0 && p.pools[k].mean >= q.mean; k-- {
			q.sum += p.pools[k].sum
			q.weight += p.pools[k].weight
			q.mean = q.sum / q.weight
			p.pools = p.pools[:k]
		}
		p.pools = append(p.pools, q)
	}
}

// dummyPull is how much harder a dummy is pulled straight than a node.
const dummyPull = 3

// pull returns where the neighbours of v want it, and how strongly. Each side counts alike, however
// many links it has, so that a card stands between its two sides and not with the busier.
func (p *placer) pull(v int32) (want, weight float64) {
	left, right := p.left.of(v), p.right.of(v)
	weight = 1
	if int(p.item[v]) >= p.nodes {
		weight = dummyPull
	}
	switch {
	case len(left) > 0 && len(right) > 0:
		return (p.mean(left) + p.mean(right)) / 2, weight
	case len(left) > 0:
		return p.mean(left), weight
	case len(right) > 0:
		return p.mean(right), weight
	}
	return p.y[v], 0.05
}

// mean returns the mean height of some items.
func (p *placer) mean(slots []int32) float64 {
	sum := 0.0
	for _, w := range slots {
		sum += p.y[w]
	}
	return sum / float64(len(slots))
}
