package order

import "fmt"

// Order lists the items of each layer from top to bottom, dummies among the nodes.
type Order [][]int32

// state is an order being worked on. Inside the package an item goes by its slot, so that the items
// of a layer have consecutive numbers.
type state struct {
	*Graph
	at  []int32 // slot at each place; the places of layer l are first[l] to first[l+1]
	pos []int32 // place of each slot, from 0 in each layer
}

// newState returns the caller's order, dummies below the nodes.
func newState(g *Graph) *state {
	s := &state{Graph: g, at: make([]int32, g.Len()), pos: make([]int32, g.Len())}
	for l := range g.Layers() {
		for v := g.first[l]; v < g.first[l+1]; v++ {
			s.at[v], s.pos[v] = v, v-g.first[l]
		}
	}
	return s
}

// stateOf returns the state of an order, or why it is none of this graph.
func stateOf(g *Graph, o Order) (*state, error) {
	if len(o) != g.Layers() {
		return nil, fmt.Errorf("order: %d layers, but the graph has %d", len(o), g.Layers())
	}
	s := newState(g)
	seen := make([]bool, g.Len())
	for l, items := range o {
		if n := int(g.first[l+1] - g.first[l]); len(items) != n {
			return nil, fmt.Errorf("order: %d items in layer %d, but the graph has %d", len(items), l, n)
		}
		for i, item := range items {
			if item < 0 || int(item) >= g.Len() || g.Layer(int(item)) != l || seen[item] {
				return nil, fmt.Errorf("order: item %d of layer %d is no item of it, or there twice", item, l)
			}
			seen[item] = true
			s.put(l, i, g.slot[item])
		}
	}
	return s, nil
}

func (s *state) put(l, place int, v int32) {
	s.at[int(s.first[l])+place], s.pos[v] = v, int32(place)
}

// order returns the state in the caller's numbers.
func (s *state) order() Order {
	items := make([]int32, s.Len())
	for i, v := range s.at {
		items[i] = s.item[v]
	}
	o := make(Order, s.Layers())
	for l := range o {
		o[l] = items[s.first[l]:s.first[l+1]:s.first[l+1]]
	}
	return o
}

// row returns the slots of a layer from top to bottom.
func (s *state) row(l int) []int32 { return s.at[s.first[l]:s.first[l+1]] }

func (s *state) width(l int) int { return int(s.first[l+1] - s.first[l]) }

func (s *state) copyFrom(t *state) {
	copy(s.at, t.at)
	copy(s.pos, t.pos)
}
