package order

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// starMap has a box with more neighbours than are looked through one by one.
func starMap(seed uint64) links {
	m := randMap(120, seed)
	for i := 1; i < 120; i += m.layers {
		m.edges = append(m.edges, [2]int{0, i}, [2]int{0, i})
	}
	return m
}

// fanMap has a box with more neighbours in the next column than a narrow table can say.
func fanMap(seed uint64) links {
	m := randMap(300, seed)
	for i := range 300 {
		if m.layer[i] == m.layer[0]+1 {
			m.edges = append(m.edges, [2]int{0, i}, [2]int{0, i}, [2]int{0, i}, [2]int{0, i})
		}
	}
	return m
}

// Small graphs keep a table of what it costs that one item is above another, in bytes or where those are
// too small in twos, large ones count anew: all save what the counter says, and move the same items to the
// same places.
func TestSiftingWithAndWithoutTable(t *testing.T) {
	assert.NotNil(t, newTable(randMap(90, 1).graph(t)).narrow)
	assert.NotNil(t, newTable(fanMap(1).graph(t)).wide)
	for seed := range uint64(8) {
		for _, m := range []links{randMap(90, seed), pwMap(60, seed), plantMap(90, seed), starMap(seed), fanMap(seed)} {
			g := m.graph(t)
			c, orders := newCounter(g), [3]Order{}
			for i := range orders {
				s := newState(g)
				shuffle(s, newRandom(seed))
				before := c.count(s)
				f := newSifter(s)
				switch i {
				case 1:
					f.table = nil
				case 2:
					f.table.narrow, f.table.wide = nil, make([]int16, len(f.table.narrow)+len(f.table.wide))
				}
				f.reset(s)
				f.slack = settleSlack
				f.pushAll()
				saved := f.settle(unlimited)
				assert.Equal(t, before-saved, c.count(s))
				assert.Positive(t, saved)
				orders[i] = s.order()
				saved += f.search(newRandom(seed), 200_000)
				assert.Equal(t, before-saved, c.count(s))
			}
			assert.Equal(t, orders[0], orders[1], "seed %d", seed)
			assert.Equal(t, orders[0], orders[2], "seed %d", seed)
		}
	}
}

// Where looking at all items again saves nothing, none has a place in its layer where fewer links cross, tried one by one.
func TestSiftingFindsTheBestPlace(t *testing.T) {
	for seed := range uint64(12) {
		g := randMap(40, seed).graph(t)
		s, c := newState(g), newCounter(g)
		shuffle(s, newRandom(seed))
		f := newSifter(s)
		f.reset(s)
		f.slack = 1 << 40 // no search gives up
		least := c.count(s)
		for saved, round := int64(1), 0; saved > 0; round++ { // a move may unsettle items of its own layer, which are not looked at
			f.pushAll()
			saved = f.settle(unlimited)
			require.Zero(t, f.waiting.n, "nothing waits any more")
			require.True(t, round == 0 || saved <= 10, "seed %d: almost all is found at once", seed)
			least -= saved
		}
		require.Equal(t, least, c.count(s))
		for l := range s.Layers() {
			for i := range s.width(l) {
				for to := range s.width(l) {
					moveBySwaps(s, l, i, to)
					require.GreaterOrEqual(t, c.count(s), least, "seed %d, layer %d, from %d to %d", seed, l, i, to)
					moveBySwaps(s, l, to, i)
				}
			}
		}
		require.Equal(t, least, c.count(s))
	}
}

// Of places that are as good the nearest is taken: 2 passes 1, whose link it crosses, and not 0, which has none.
func TestSiftingGoesNoFartherThanItHasTo(t *testing.T) {
	for _, tt := range []struct {
		own, want Order
		links     [][2]int
	}{
		{Order{{0, 1, 2}, {3, 4}}, Order{{0, 2, 1}, {3, 4}}, [][2]int{{2, 3}, {1, 4}}},
		{Order{{2, 1, 0}, {3, 4}}, Order{{1, 2, 0}, {3, 4}}, [][2]int{{2, 4}, {1, 3}}},
	} {
		g, err := New(2, []int{0, 0, 0, 1, 1}, tt.links)
		require.NoError(t, err)
		s, err := stateOf(g, tt.own)
		require.NoError(t, err)
		f := newSifter(s)
		f.reset(s)
		assert.Equal(t, int64(1), f.sift(s.slot[2]))
		assert.Equal(t, tt.want, s.order())
	}
}

func moveBySwaps(s *state, l, from, to int) {
	for ; from < to; from++ {
		swapPlaces(s, l, from, from+1)
	}
	for ; from > to; from-- {
		swapPlaces(s, l, from, from-1)
	}
}

// A kick that is taken back leaves no trace, in the order or in the table.
func TestUndo(t *testing.T) {
	g := randMap(80, 1).graph(t)
	s := newState(g)
	f := newSifter(s)
	f.reset(s)
	f.slack = settleSlack
	f.pushAll()
	f.settle(unlimited)
	order, cells := s.order(), append([]int8(nil), f.table.narrow...)
	r, moved := newRandom(2), 0
	f.logs = true
	for _, v := range f.movable() {
		f.kick(r, v)
		f.settle(unlimited)
		moved += len(f.log)
		f.undo()
		assert.Equal(t, order, s.order())
		assert.Equal(t, cells, f.table.narrow)
	}
	assert.Positive(t, moved)
	f.reset(s)
	assert.Equal(t, cells, f.table.narrow, "as filled from the order")
}
