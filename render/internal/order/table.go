package order

import "math"

// A table says of any two items of a layer what it costs that one stands above the other, as sums of
// a few small numbers. For item w of a neighbouring layer and item u of this one, entry (w, u) is
// the sum of sign(b - pos w) over the places b of u's neighbours in w's layer. Sum the rows of all
// neighbours w of an item v: at u stands how many more crossings there are with u above v than with
// v above u (the crossing numbers of Sugiyama, Tagawa and Toda 1981, but kept up to date by step
// and not counted anew).
type table struct {
	narrow []int8  // the cells, where no item has more neighbours than that holds: as is usual
	wide   []int16 // else
	left   []int32 // where the row of each slot begins as somebody's left neighbour,
	right  []int32 // and as a right one; less the first slot of the layer the row is about
}

// maxCells bounds the table at 8 MB, or 16 if it is wide; beyond, costs are counted from neighbours' places.
const maxCells = 8 << 20

// newTable returns a table with its rows laid out and empty, or nil where it would be too big.
func newTable(g *Graph) *table {
	size, degree := int64(0), int32(0)
	for l := 0; l+1 < g.Layers(); l++ {
		size += 2 * int64(g.first[l+1]-g.first[l]) * int64(g.first[l+2]-g.first[l+1])
	}
	for v := range g.Len() {
		degree = max(degree, g.left.off[v+1]-g.left.off[v], g.right.off[v+1]-g.right.off[v])
	}
	if size > maxCells || degree > 1<<14 {
		return nil
	}
	t := &table{left: make([]int32, g.Len()), right: make([]int32, g.Len())}
	if degree <= math.MaxInt8 {
		t.narrow = make([]int8, size)
	} else {
		t.wide = make([]int16, size)
	}
	next := int32(0)
	for l := 0; l+1 < g.Layers(); l++ {
		a, b, c := g.first[l], g.first[l+1], g.first[l+2]
		for v := a; v < b; v++ {
			t.left[v] = next - b
			next += c - b
		}
		for v := b; v < c; v++ {
			t.right[v] = next - a
			next += b - a
		}
	}
	return t
}

// fill makes the table true for an order.
func (t *table) fill(s *state) {
	if t.narrow != nil {
		fill(t, t.narrow, s)
	} else {
		fill(t, t.wide, s)
	}
}

func fill[cell int8 | int16](t *table, cells []cell, s *state) {
	row := make([]cell, s.Len())
	for l := 0; l+1 < s.Layers(); l++ {
		fillSide(cells, s, l, l+1, t.left, &s.right, &s.left, row)
		fillSide(cells, s, l+1, l, t.right, &s.left, &s.right, row)
	}
}

// fillSide fills the rows of the items of layer m, which are about those of layer l. From the top of m
// down, each row is the one before less twice the links between.
func fillSide[cell int8 | int16](cells []cell, s *state, m, l int, begin []int32, to, back *lists, row []cell) {
	a, b := s.first[l], s.first[l+1]
	for u := a; u < b; u++ {
		row[u] = cell(back.off[u+1] - back.off[u])
	}
	for _, w := range s.row(m) {
		for _, u := range to.of(w) {
			row[u]--
		}
		copy(cells[begin[w]+a:], row[a:b])
		for _, u := range to.of(w) {
			row[u]--
		}
	}
}

// pass keeps the table true when v passes w, its neighbour in the order: down if by is 2, up if -2.
func (t *table) pass(s *state, v, w int32, by int8) {
	if t.narrow != nil {
		pass(t, t.narrow, s, v, w, by)
	} else {
		pass(t, t.wide, s, v, w, int16(by))
	}
}

func pass[cell int8 | int16](t *table, cells []cell, s *state, v, w int32, by cell) {
	swap(cells, t.right, s.left.of(v), s.left.of(w), v, w, by)
	swap(cells, t.left, s.right.of(v), s.right.of(w), v, w, by)
}

func swap[cell int8 | int16](cells []cell, begin []int32, ofV, ofW []int32, v, w int32, by cell) {
	row := begin[w]
	for _, u := range ofV {
		cells[row+u] += by
	}
	row = begin[v]
	for _, u := range ofW {
		cells[row+u] -= by
	}
}

// sum adds up what some rows say of u.
func (t *table) sum(rows []int32, u int32) (sum int64) {
	if t.narrow != nil {
		for _, r := range rows {
			sum += int64(t.narrow[r+u])
		}
		return sum
	}
	for _, r := range rows {
		sum += int64(t.wide[r+u])
	}
	return sum
}
