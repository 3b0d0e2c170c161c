package order

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// starMap has a box with more neighbours than are looked through one by one.
func starMap(seed uint64) links {
	m := randMap(120, seed)
	for i := 1; i < 120; i += m.layers {
		m.edges = append(m.edges, [2]int{0, i}, [2]int{0, i})
	}
	return m
}

// Small graphs keep a table of what it costs that one item is above another, large ones count anew:
// both save what the counter says, and move the same items to the same places.
func TestSiftingWithAndWithoutTable(t *testing.T) {
	for seed := range uint64(8) {
		for _, m := range []links{randMap(90, seed), pwMap(60, seed), plantMap(90, seed), starMap(seed)} {
			g := m.graph(t)
			c, orders := newCounter(g), [2]Order{}
			for i := range orders {
				s := newState(g)
				shuffle(s, newRandom(seed))
				before := c.count(s)
				f := newSifter(s)
				if i == 1 {
					f.table = nil
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
		}
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
	order, cells := s.order(), append([]int16(nil), f.table.cells...)
	r, moved := newRandom(2), 0
	f.logs = true
	for _, v := range f.movable() {
		f.kick(r, v)
		f.settle(unlimited)
		moved += len(f.log)
		f.undo()
		assert.Equal(t, order, s.order())
		assert.Equal(t, cells, f.table.cells)
	}
	assert.Positive(t, moved)
	f.reset(s)
	assert.Equal(t, cells, f.table.cells, "as filled from the order")
}
