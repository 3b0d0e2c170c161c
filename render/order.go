package render

import (
	"fmt"

	"github.com/outcomemap/outcomemap/render/internal/order"
)

// fewest is the order of cards, and of the links that pass between them, in which the fewest links
// cross.
type fewest struct {
	graph *order.Graph
	edge  map[int64]int // by its two cards, as they are numbered in the map's order
	place []int32       // of each item in its column
	was   []int32       // the number of each card in the map's order
}

// joined is one number for two cards.
func joined(from, to int32) int64 { return int64(from)<<32 | int64(to) }

// card is the place of a card in its column.
func (f *fewest) card(i int32) float64 { return float64(f.place[f.was[i]]) }

// lane is the place in a column that a link between two cards passes.
func (f *fewest) lane(from, to, column int32) (float64, bool) {
	e, ok := f.edge[joined(f.was[from], f.was[to])]
	if !ok {
		return 0, false
	}
	first, last := f.graph.Chain(e)
	for d := first; d < last; d++ {
		if f.graph.Layer(d) == int(column) {
			return float64(f.place[d]), true
		}
	}
	return 0, false
}

// reorder puts the cards of each column in the order of fewest crossings.
func (s *scene) reorder() error {
	f := &fewest{was: make([]int32, 0, len(s.cards))}
	layer := make([]int, len(s.cards))
	for i := range s.cards {
		layer[i] = int(s.cards[i].column)
	}
	g, err := order.New(len(s.columns), layer, f.number(s.pairs()))
	if err != nil {
		return fmt.Errorf("render: %w", err)
	}
	f.graph, f.place = g, make([]int32, g.Len())
	for _, row := range order.Minimise(g) {
		for at, item := range row {
			f.place[item] = int32(at)
			if int(item) < len(s.cards) {
				f.was = append(f.was, item)
			}
		}
	}
	s.order = f
	s.permute(f.was)
	return nil
}

// number keeps one link of those between the same two cards, and knows its number.
func (f *fewest) number(pairs [][2]int) [][2]int {
	edges := pairs[:0]
	f.edge = make(map[int64]int, len(pairs))
	for _, t := range pairs {
		key := joined(int32(t[0]), int32(t[1]))
		if _, twice := f.edge[key]; !twice {
			f.edge[key] = len(edges)
			edges = append(edges, t)
		}
	}
	return edges
}

// permute numbers the cards anew: the one at each place is the one that had the number was[place].
func (s *scene) permute(was []int32) {
	cards, now := make([]card, len(was)), make([]int32, len(was))
	for i, old := range was {
		cards[i], now[old] = s.cards[old], int32(i)
	}
	s.cards = cards
	renumber := func(ends []int32) {
		for i := range ends {
			ends[i] = now[ends[i]]
		}
	}
	for i := range s.strokes {
		k := &s.strokes[i]
		for _, end := range [2]*int32{&k.from, &k.to} {
			if int(*end) < len(now) {
				*end = now[*end]
			}
		}
	}
	for i := range s.hubs {
		if h := &s.hubs[i]; !h.spreads { // a second hub has the same lists
			renumber(h.from)
			renumber(h.to)
		}
	}
}

// wholeHub is how many links of one hub are taken one by one; of more, each card takes its share.
const wholeHub = 4096

// pairs lists the links between cards, those through hubs too.
func (s *scene) pairs() [][2]int {
	all := make([][2]int, 0, len(s.strokes))
	for i := range s.strokes {
		k := &s.strokes[i]
		if int(k.from) < len(s.cards) && int(k.to) < len(s.cards) {
			all = append(all, [2]int{int(k.from), int(k.to)})
		}
	}
	for i := range s.hubs {
		if h := &s.hubs[i]; !h.spreads {
			all = h.pairs(all)
		}
	}
	return all
}

// pairs appends the links of a hub.
func (h *hub) pairs(all [][2]int) [][2]int {
	m, n := len(h.from), len(h.to)
	if m*n <= wholeHub {
		for _, a := range h.from {
			for _, b := range h.to {
				all = append(all, [2]int{int(a), int(b)})
			}
		}
		return all
	}
	for i := range max(m, n) {
		all = append(all, [2]int{int(h.from[i*m/max(m, n)]), int(h.to[i*n/max(m, n)])})
	}
	return all
}

// pulls lists what pulls at what when heights are found: links between cards of neighbouring columns,
// and along the lanes of those that pass a column.
func (s *scene) pulls() [][2]int {
	all := make([][2]int, 0, len(s.strokes)+len(s.lanes))
	for i := range s.strokes {
		k := &s.strokes[i]
		from, to := s.starts(k.from), s.arrives(k.to)
		lanes := s.lanes[k.firstLane:k.lastLane]
		if len(lanes) == 0 {
			if int(k.from) < len(s.cards) && int(k.to) < len(s.cards) {
				all = append(all, [2]int{int(k.from), int(k.to)})
			}
			continue
		}
		first := len(s.cards) + int(k.firstLane)
		for _, c := range from {
			all = append(all, [2]int{int(c), first})
		}
		for l := range len(lanes) - 1 {
			all = append(all, [2]int{first + l, first + l + 1})
		}
		for _, c := range to {
			all = append(all, [2]int{first + len(lanes) - 1, int(c)})
		}
	}
	for i := range s.hubs {
		if h := &s.hubs[i]; !h.spreads && h.second < 0 {
			all = h.pairs(all)
		}
	}
	return all
}

// starts are the cards that a stroke comes from, through a hub or not.
func (s *scene) starts(node int32) []int32 {
	if h, ok := s.isHub(node); ok {
		return h.from
	}
	return []int32{node}
}

// arrives are the cards that a stroke leads to, through a hub or not.
func (s *scene) arrives(node int32) []int32 {
	if h, ok := s.isHub(node); ok {
		return h.to
	}
	return []int32{node}
}
