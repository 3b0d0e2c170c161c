package order

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every pair of pieces is looked at.
func TestCrossingsAgainstAllPairs(t *testing.T) {
	for seed := range uint64(40) {
		for _, m := range []links{randMap(int(8+seed), seed), pwMap(int(30+seed), seed), plantMap(int(12+seed), seed)} {
			g := m.graph(t)
			s := newState(g)
			shuffle(s, newRandom(seed))
			assert.Equal(t, allPairs(s), crossings(t, g, s.order()), "seed %d", seed)
		}
	}
}

func allPairs(s *state) (total int64) {
	type piece struct{ layer, a, b int32 }
	var pieces []piece
	for l := range s.Layers() {
		for _, v := range s.row(l) {
			for _, w := range s.right.of(v) {
				pieces = append(pieces, piece{int32(l), s.pos[v], s.pos[w]})
			}
		}
	}
	for i, p := range pieces {
		for _, q := range pieces[:i] {
			if p.layer == q.layer && (p.a-q.a)*(p.b-q.b) < 0 {
				total++
			}
		}
	}
	return total
}

func shuffle(s *state, r *random) {
	for l := range s.Layers() {
		for i := s.width(l) - 1; i > 0; i-- {
			swapPlaces(s, l, i, r.below(i+1))
		}
	}
}

func TestCrossingsByHand(t *testing.T) {
	for _, tt := range []struct {
		why   string
		edges [][2]int
		want  int64
	}{
		{"two that cross", [][2]int{{0, 4}, {1, 3}}, 1},
		{"two that share an end", [][2]int{{0, 4}, {0, 3}}, 0},
		{"a link and its like cross nothing", [][2]int{{0, 3}, {0, 3}}, 0},
		{"a link that runs back counts like its reverse", [][2]int{{4, 0}, {1, 3}}, 1},
		{"a link inside a layer is left out", [][2]int{{0, 1}, {0, 4}}, 0},
		{"all to all", [][2]int{{0, 3}, {0, 4}, {1, 3}, {1, 4}, {2, 3}, {2, 4}}, 3},
	} {
		g, err := New(2, []int{0, 0, 0, 1, 1}, tt.edges)
		require.NoError(t, err)
		assert.Equal(t, tt.want, crossings(t, g, Order{{0, 1, 2}, {3, 4}}), tt.why)
	}
}

// A link that skips a layer is cut there by a dummy, which has a number of its own.
func TestCrossingsOfALongLink(t *testing.T) {
	g, err := New(3, []int{0, 1, 2, 0, 1}, [][2]int{{0, 2}, {3, 1}})
	require.NoError(t, err)
	from, to := g.Chain(0)
	require.Equal(t, []int{5, 6}, []int{from, to})
	assert.Equal(t, int64(0), crossings(t, g, Order{{0, 3}, {5, 1, 4}, {2}}))
	assert.Equal(t, int64(1), crossings(t, g, Order{{0, 3}, {1, 5, 4}, {2}}))
}

func TestRefused(t *testing.T) {
	_, err := New(2, []int{0, 2}, nil)
	require.ErrorContains(t, err, "layer 2 of 2")
	_, err = New(2, []int{0, 1}, [][2]int{{0, 2}})
	require.ErrorContains(t, err, "joins 0 and 2")
	_, err = New(-1, nil, nil)
	require.ErrorContains(t, err, "-1 layers")
	_, err = New(most+1, nil, nil)
	require.ErrorContains(t, err, "more than")
	_, err = New(20_000, []int{0, 19_999}, make([][2]int, 1))
	require.NoError(t, err, "a link from a node to itself has no part")
	_, err = New(20_000, []int{0, 19_999}, slices.Repeat([][2]int{{0, 1}}, 1_000))
	require.ErrorContains(t, err, "19998002 nodes and dummies")
	g, err := New(2, []int{0, 0, 1}, nil)
	require.NoError(t, err)
	for _, tt := range []struct {
		o    Order
		want string
	}{
		{Order{{0, 1}}, "1 layers"},
		{Order{{0}, {2}}, "1 items in layer 0"},
		{Order{{0, 0}, {2}}, "there twice"},
		{Order{{0, 2}, {1}}, "no item of it"},
		{Order{{0, 9}, {2}}, "no item of it"},
	} {
		_, err := Crossings(g, tt.o)
		require.ErrorContains(t, err, tt.want)
	}
}
