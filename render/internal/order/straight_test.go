package order

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Boxes 0 and 1 in the first column, 2 to 4 in the second, 5 and 6 in the third.
func TestStraightLinesPassTheirLayer(t *testing.T) {
	for _, tt := range []struct {
		why  string
		link [2]int
		want []int32 // the second layer; 7 is the dummy
	}{
		{"from the top to the top, at a quarter of the height", [2]int{0, 5}, []int32{2, 7, 3, 4}},
		{"from the bottom to the bottom", [2]int{1, 6}, []int32{2, 3, 7, 4}},
		{"from the top to the bottom: level with the box in the middle, which comes first", [2]int{0, 6}, []int32{2, 3, 7, 4}},
		{"back", [2]int{5, 0}, []int32{2, 7, 3, 4}},
	} {
		g, err := New(3, []int{0, 0, 1, 1, 1, 2, 2}, [][2]int{tt.link})
		require.NoError(t, err)
		assert.Equal(t, tt.want, newStraight(g).order()[1], tt.why)
	}
}

// A link across two layers passes the first at a third of its way: by hand, from .75 to .25, at .583 and .417, between
// boxes at .1, .3, .5, .7 and .9.
func TestStraightLinesPassTheirLayers(t *testing.T) {
	g, err := New(4, []int{0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3}, [][2]int{{1, 12}})
	require.NoError(t, err)
	assert.Equal(t, Order{{0, 1}, {2, 3, 4, 14, 5, 6}, {7, 8, 15, 9, 10, 11}, {12, 13}}, newStraight(g).order())
}

// Whichever way up was found, the way up that is more like the caller's is returned.
func TestOrderIsTheWayUpOfTheCaller(t *testing.T) {
	for seed := range uint64(30) {
		g := randMap(int(20+seed), seed).graph(t)
		s, err := stateOf(g, Minimise(g))
		require.NoError(t, err)
		assert.GreaterOrEqual(t, s.likeness(), 0.0, "seed %d", seed)
		n := newCounter(g).count(s)
		before := s.likeness()
		s.mirror()
		assert.Equal(t, n, newCounter(g).count(s), "upside down as many cross")
		assert.Equal(t, -before, s.likeness())
	}
}

// Boxes that nothing leads to or from cross nothing: they stay where the author put them.
func TestBoxesWithoutLinksKeepTheirRank(t *testing.T) {
	found := 0
	for seed := range uint64(30) {
		m := randMap(40, seed)
		m.edges = m.edges[:len(m.edges)/2]
		g := m.graph(t)
		for l, row := range Minimise(g) {
			rank := 0
			for _, item := range row {
				if int(item) >= g.Nodes() {
					continue
				}
				if g.left.off[g.slot[item]] == g.left.off[g.slot[item]+1] && g.right.off[g.slot[item]] == g.right.off[g.slot[item]+1] {
					assert.Equal(t, int(g.slot[item]-g.first[l]), rank, "seed %d, layer %d", seed, l)
					found++
				}
				rank++
			}
		}
	}
	assert.Greater(t, found, 100)
}
