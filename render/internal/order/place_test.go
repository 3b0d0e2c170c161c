package order

import (
	"math"
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
