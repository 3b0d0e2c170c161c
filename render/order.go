package render

import (
	"slices"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render/internal/order"
)

// fewest is the order of cards, and of the links that pass between them, in which the fewest links
// cross.
type fewest struct {
	graph *order.Graph
	edge  map[[2]int32]int // by its two cards, as they are numbered in the map's order
	place []int32          // of each item in its column
	was   []int32          // the number of each card in the map's order
}

// card is the place of a card in its column.
func (f *fewest) card(i int32) float64 { return float64(f.place[f.was[i]]) }

// lane is the place in a column that a link between two cards passes.
func (f *fewest) lane(from, to, column int32) (float64, bool) {
	e, ok := f.edge[[2]int32{f.was[from], f.was[to]}]
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

// reordered returns the scene of the same map with the stones of each column in the order of fewest
// crossings.
func (s *scene) reordered() *scene {
	f := &fewest{edge: map[[2]int32]int{}, was: make([]int32, 0, len(s.cards))}
	layer := make([]int, len(s.cards))
	for i := range s.cards {
		layer[i] = int(s.cards[i].column)
	}
	var edges [][2]int
	for _, t := range s.pairs() {
		key := [2]int32{int32(t[0]), int32(t[1])}
		if _, twice := f.edge[key]; !twice {
			f.edge[key] = len(edges)
			edges = append(edges, t)
		}
	}
	g, err := order.New(len(s.columns), layer, edges)
	if err != nil {
		return s // cannot be: all numbers are the scene's own
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
	t := &scene{config: s.config, m: s.permuted(f.was), rtl: s.rtl, ratings: s.ratings, paths: s.paths, order: f}
	t.gather(t.wanted())
	return t
}

// permuted returns a map that differs from the scene's in the order of the stones in its columns, and
// in lacking those that the scene has no card of.
func (s *scene) permuted(was []int32) *outcome.Map {
	m := *s.m
	m.Columns = slices.Clone(s.m.Columns)
	for i := range m.Columns {
		col := &s.columns[i]
		m.Columns[i].Stones = make([]outcome.Stone, 0, col.last-col.first)
		for _, card := range was[col.first:col.last] {
			m.Columns[i].Stones = append(m.Columns[i].Stones, *s.cards[card].stone)
		}
	}
	return &m
}

// wholeHub is how many links of one hub are taken one by one; of more, each card takes its share.
const wholeHub = 4096

// pairs lists the links between cards, those through hubs too.
func (s *scene) pairs() [][2]int {
	var all [][2]int
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
	var all [][2]int
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
