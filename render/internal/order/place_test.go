package order

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// boxesOf gives every node a height of its own and room above it, and every dummy a little room.
func boxesOf(g *Graph, r *random) []Box {
	boxes := make([]Box, g.Len())
	for i := range boxes {
		boxes[i] = Box{Gap: 6}
		if i < g.Nodes() {
			boxes[i] = Box{Height: float64(20 + 4*r.below(20)), Gap: 14}
		}
	}
	return boxes
}

// Whatever pulls, boxes keep their order and their room, and nothing leaves the tallest layer's height.
func TestPlaceKeepsRoom(t *testing.T) {
	for seed := range uint64(40) {
		m := randMap(int(6+3*seed), seed)
		g := m.graph(t)
		boxes := boxesOf(g, newRandom(seed))
		o := Minimise(g)
		y, err := Place(g, o, boxes)
		require.NoError(t, err)
		tallest := 0.0
		for _, row := range o {
			tall := 0.0
			for i, v := range row {
				tall += boxes[v].Height
				if i > 0 {
					tall += boxes[v].Gap
				}
			}
			tallest = max(tallest, tall)
		}
		for _, row := range o {
			for i, v := range row {
				assert.GreaterOrEqual(t, y[v]-boxes[v].Height/2, -1e-9)
				assert.LessOrEqual(t, y[v]+boxes[v].Height/2, tallest+1e-9)
				assert.Zero(t, math.Mod(y[v]*8, 1), "on the grid")
				if i > 0 {
					above := row[i-1]
					room := y[v] - boxes[v].Height/2 - y[above] - boxes[above].Height/2
					assert.GreaterOrEqual(t, room, boxes[v].Gap-1e-9, "seed %d", seed)
				}
			}
		}
	}
}

// One step of least squares, against trying every height on a fine grid.
func TestAlignIsExact(t *testing.T) {
	g, err := New(2, []int{0, 0, 0, 1, 1, 1}, [][2]int{{0, 5}, {1, 3}, {2, 4}, {1, 5}})
	require.NoError(t, err)
	s := newState(g)
	boxes := []Box{{Height: 2}, {Height: 1, Gap: 1}, {Height: 1, Gap: 1}, {Height: 3}, {Height: 4, Gap: 1}, {Height: 3, Gap: 2}}
	p := newPlacer(s, boxes)
	want := make([]float64, 3)
	for i, v := range s.row(0) {
		want[i], _ = p.pull(v)
	}
	cost := func(y []float64) (sum float64) {
		for i := range y {
			sum += (y[i] - want[i]) * (y[i] - want[i])
		}
		return sum
	}
	p.align(0)
	got := cost([]float64{p.y[0], p.y[1], p.y[2]})
	least := math.Inf(1)
	for a := 1.0; a <= p.whole; a += grid {
		for b := a + 2.5; b <= p.whole; b += grid {
			for c := b + 2; c <= p.whole-.5; c += grid {
				least = min(least, cost([]float64{a, b, c}))
			}
		}
	}
	assert.LessOrEqual(t, got, least+3*grid*grid, "but for rounding to the grid")
}

// Each side counts alike, a dummy three times, and what has no neighbours is hardly held where it is; worked out by hand.
func TestPull(t *testing.T) {
	g, err := New(3, []int{0, 0, 0, 1, 1, 2, 2}, [][2]int{{0, 3}, {1, 3}, {3, 5}, {0, 5}, {2, 6}})
	require.NoError(t, err)
	s := newState(g)
	p := newPlacer(s, nil)
	height := func(item int, y float64) { p.y[s.slot[item]] = y }
	for item, y := range []float64{2, 6, 40, 100, 7, 16, 50} {
		height(item, y)
	}
	first, second := g.Nodes(), g.Nodes()+1 // dummies of the links from 0 to 5 and from 2 to 6
	height(first, 1)
	height(second, 3)
	for _, tt := range []struct {
		item         int
		want, weight float64
		why          string
	}{
		{3, 10, 1, "between its sides, 4 and 16, however many are on one"},
		{1, 100, 1, "a right side alone"},
		{0, 50.5, 1, "of which all count alike, dummies too"},
		{6, 3, 1, "a left side alone"},
		{5, 50.5, 1, "with a dummy in it"},
		{first, 9, 3, "a dummy is pulled straight"},
		{second, 45, 3, "and so is another"},
		{4, 7, .05, "nothing pulls it"},
	} {
		want, weight := p.pull(s.slot[tt.item])
		assert.Equal(t, [2]float64{tt.want, tt.weight}, [2]float64{want, weight}, "%d: %s", tt.item, tt.why)
	}
}

// A sweep goes from left to right and back, and tells truly whether anything moved; what rests stays at rest.
func TestSweep(t *testing.T) {
	for seed := range uint64(30) {
		g := randMap(int(6+2*seed), seed).graph(t)
		boxes := boxesOf(g, newRandom(seed))
		o := newState(g).order()
		p, byHand := newPlacer(newState(g), boxes), newPlacer(newState(g), boxes)
		for range sweeps {
			any := false
			for i := range 2 * g.Layers() {
				was := slices.Clone(byHand.y)
				clear(byHand.atRest) // nothing is passed over
				moved := byHand.align(min(i, 2*g.Layers()-1-i))
				require.Equal(t, !slices.Equal(was, byHand.y), moved)
				any = any || moved
			}
			require.Equal(t, any, p.sweep(), "seed %d", seed)
			require.Equal(t, byHand.y, p.y, "seed %d", seed)
		}
		y, err := Place(g, o, boxes)
		require.NoError(t, err)
		for item, y := range y {
			require.Equal(t, p.y[p.slot[item]], y, "seed %d: %d sweeps or as many as move anything", seed, sweeps)
		}
	}
}

// Least squares against the formula of Barlow and others 1972: where items wish to stand in the wrong order, each
// stands at the highest of the lowest means of the runs that it is in.
func TestAlignIsLeastSquares(t *testing.T) {
	runs := 0
	for seed := range uint64(60) {
		r := newRandom(seed)
		n := 3 + int(seed)/3
		m := links{layers: 3, layer: make([]int, 3*n)}
		for i := range m.layer {
			m.layer[i] = i / n
		}
		for range 4 * n { // to what stands at about the same height
			from, far := r.below(n), 1+r.below(2)
			m.edges = append(m.edges, [2]int{from + n*r.below(3-far), 0})
			e := &m.edges[len(m.edges)-1]
			e[1] = e[0] + far*n + min(max(r.below(5)-2, -from), n-1-from)
		}
		g := m.graph(t)
		s := newStraight(g)
		p := newPlacer(s, boxesOf(g, r))
		for l := range g.Layers() {
			for k := range g.Layers() { // about in order
				for i, v := range s.row(k) {
					p.y[v] = float64(i*int(p.whole)/s.width(k)) + float64(r.below(int(p.whole)+1))*grid
				}
			}
			row := s.row(l)
			wish, weight := make([]float64, len(row)), make([]float64, len(row))
			for i, v := range row {
				wish[i], weight[i] = p.pull(v)
				wish[i] -= p.offset[v]
			}
			p.align(l)
			for i, v := range row {
				want := math.Inf(-1)
				for a := i; a >= 0; a-- {
					least := math.Inf(1)
					for b := i; b < len(row); b++ {
						least = min(least, meanOf(wish[a:b+1], weight[a:b+1]))
					}
					want = max(want, least)
				}
				want = p.offset[v] + max(0, min(want, p.whole-p.tall[l]))
				require.InDelta(t, want, p.y[v], grid/2+1e-9, "seed %d, layer %d", seed, l)
				if i > 0 && p.y[v]-p.offset[v] != p.y[row[i-1]]-p.offset[row[i-1]] {
					runs++
				}
			}
		}
	}
	assert.Greater(t, runs, 100)
}

func meanOf(all, weight []float64) float64 {
	sum, of := 0.0, 0.0
	for i := range all {
		sum, of = sum+all[i]*weight[i], of+weight[i]
	}
	return sum / of
}

// What nothing pulls begins, and stays, in the middle of the tallest layer; worked out by hand.
func TestPlaceInTheMiddle(t *testing.T) {
	g, err := New(2, []int{0, 0, 1}, nil)
	require.NoError(t, err)
	y, err := Place(g, Order{{0, 1}, {2}}, []Box{{Height: 20, Gap: 5}, {Height: 30, Gap: 10}, {Height: 16, Gap: 5}})
	require.NoError(t, err)
	assert.Equal(t, []float64{10, 45, 30}, y, "in a layer 60 high")
}

func TestPlaceStraightensAChain(t *testing.T) {
	g, err := New(4, []int{0, 1, 2, 3, 1, 1}, [][2]int{{0, 1}, {1, 2}, {2, 3}})
	require.NoError(t, err)
	boxes := make([]Box, g.Len())
	for i := range boxes {
		boxes[i] = Box{Height: 10, Gap: 10}
	}
	y, err := Place(g, Order{{0}, {1, 4, 5}, {2}, {3}}, boxes)
	require.NoError(t, err)
	assert.InDelta(t, y[0], y[1], grid)
	assert.InDelta(t, y[1], y[2], grid)
	assert.InDelta(t, y[2], y[3], grid)
	_, err = Place(g, Order{{0}}, boxes)
	require.Error(t, err, "no order of the graph")
	_, err = Place(g, newState(g).order(), nil)
	require.NoError(t, err, "without boxes all have no height")
}
