package render

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/outcomemap/outcomemap/render/internal/order"
)

// A lane is where a stroke passes a column: straight, between two cards.
type lane struct {
	stroke, column int32
	y              float64
}

// emptyHeight is how far the columns of a map without stones reach down, so that they look like columns.
const emptyHeight = 100

// place gives cards and hubs their places, and lanes their height: in the order of the columns' rows,
// as straight to what they are linked with as the room allows.
func (s *scene) place() error {
	s.addLanes()
	for i := range s.cards {
		s.cards[i].x = s.columns[s.cards[i].column].x
	}
	start := s.top + s.headHeight + 18
	s.bottom = start
	if len(s.cards) == 0 && len(s.columns) > 0 {
		s.bottom += emptyHeight
	}
	rows := s.inRows()
	mid, err := s.heights(rows)
	if err != nil {
		return fmt.Errorf("render: %w", err)
	}
	for i := range s.cards {
		c := &s.cards[i]
		c.y = start + mid[i] - c.height/2
		s.bottom = max(s.bottom, c.y+c.height)
	}
	for i := range s.lanes {
		s.lanes[i].y = start + mid[len(s.cards)+i]
		s.bottom = max(s.bottom, s.lanes[i].y)
	}
	for i := range s.hubs {
		s.hubs[i].y = s.hubHeight(&s.hubs[i])
	}
	s.spaceHubs()
	return nil
}

// inRows returns the cards and lanes of each column from top to bottom. A lane goes by the number of
// its place behind the cards.
func (s *scene) inRows() order.Order {
	at := make([]float64, len(s.cards)+len(s.lanes))
	rows, room := make(order.Order, len(s.columns)), make([]int32, 0, len(at))
	passed := make([]int32, len(s.columns))
	for i := range s.lanes {
		passed[s.lanes[i].column]++
	}
	for i := range s.columns {
		size := len(room) + int(s.columns[i].last-s.columns[i].first+passed[i])
		rows[i], room = room[len(room):len(room):size], room[:size]
		for k := s.columns[i].first; k < s.columns[i].last; k++ {
			at[k] = s.rank(k)
			rows[i] = append(rows[i], k)
		}
	}
	for i := range s.lanes {
		item := int32(len(s.cards) + i)
		at[item] = s.laneRank(&s.lanes[i])
		rows[s.lanes[i].column] = append(rows[s.lanes[i].column], item)
	}
	for _, row := range rows {
		slices.SortStableFunc(row, func(a, b int32) int { return cmp.Compare(at[a], at[b]) })
	}
	return rows
}

// heights returns the middle of each card and lane below the first. Without links nothing pulls cards
// up or down, and all columns start at the top, as those of a table do.
func (s *scene) heights(rows order.Order) ([]float64, error) {
	if len(s.strokes) == 0 {
		return s.piled(rows), nil
	}
	layer := make([]int, len(s.cards)+len(s.lanes))
	for i := range s.cards {
		layer[i] = int(s.cards[i].column)
	}
	for i := range s.lanes {
		layer[len(s.cards)+i] = int(s.lanes[i].column)
	}
	boxes := make([]order.Box, len(layer))
	for _, row := range rows {
		for k, item := range row {
			if int(item) < len(s.cards) {
				boxes[item].Height = s.cards[item].height
			}
			boxes[item].Gap = linkGap
			if k > 0 && boxes[item].Height > 0 && boxes[row[k-1]].Height > 0 {
				boxes[item].Gap = cardGap
			}
		}
	}
	g, err := order.New(len(s.columns), layer, s.pulls())
	if err != nil {
		return nil, err
	}
	return order.Place(g, rows, boxes)
}

// piled returns the middle of each card where they stand close below the top.
func (s *scene) piled(rows order.Order) []float64 {
	mid := make([]float64, len(s.cards))
	for _, row := range rows {
		y := 0.0
		for _, item := range row {
			height := s.cards[item].height
			mid[item] = y + height/2
			y += height + cardGap
		}
	}
	return mid
}

// rank is the place of a card or a hub in its column, from 0 for the first to 1.
func (s *scene) rank(node int32) float64 {
	if h, ok := s.isHub(node); ok {
		return s.rank(h.from[0])
	}
	if s.order != nil {
		return s.order.card(node)
	}
	c := &s.cards[node]
	col := &s.columns[c.column]
	return float64(node-col.first) / float64(col.last-col.first)
}

// laneRank is where a lane goes among the cards of its column: where the order of fewest crossings has
// it, or between the heights that its link comes from and goes to.
func (s *scene) laneRank(l *lane) float64 {
	k := &s.strokes[l.stroke]
	if s.order != nil {
		if at, ok := s.order.lane(s.firstCard(k.from), s.lastCard(k.to), l.column); ok {
			return at
		}
	}
	return (s.rank(k.from) + s.rank(k.to)) / 2
}

// firstCard is a card, or the first that leads to a hub.
func (s *scene) firstCard(node int32) int32 {
	if h, ok := s.isHub(node); ok {
		return h.from[0]
	}
	return node
}

// lastCard is a card, or the first that a hub leads to.
func (s *scene) lastCard(node int32) int32 {
	if h, ok := s.isHub(node); ok {
		return h.to[0]
	}
	return node
}

func (s *scene) hubHeight(h *hub) float64 {
	sum := 0.0
	for _, c := range h.from {
		sum += s.cards[c].y + s.cards[c].height/2
	}
	for _, c := range h.to {
		sum += s.cards[c].y + s.cards[c].height/2
	}
	return math.Round(sum / float64(len(h.from)+len(h.to)))
}

// placeColumns puts the columns side by side with a gutter between each two, wider where more links run
// through it, and narrow on a map that has none.
func (s *scene) placeColumns() {
	x := margin + laneMargin
	busy := s.busy()
	for i := range s.columns {
		c := &s.columns[i]
		c.x = x
		c.gutter = gutter + min(maxGutter-gutter, 2*float64(max(0, busy[i]-12)))
		if len(s.strokes) == 0 {
			c.gutter = bareGutter
		}
		s.width = x + c.width + laneMargin + margin
		x += c.width + c.gutter
	}
}

// busy counts the strokes that run through the gutter behind each column.
func (s *scene) busy() []int {
	busy := make([]int, len(s.columns)+1)
	for i := range s.strokes {
		k := &s.strokes[i]
		from, to := s.after(k.from), s.before(k.to)
		if s.backward(k) {
			from, to = s.after(k.to), s.before(k.from)
		}
		busy[from-1]++
		busy[max(from, to)]-- // the sum below makes it a count of each gutter
	}
	for i := range s.columns {
		busy[i+1] += busy[i]
	}
	return busy
}

// addLanes finds the columns that each stroke passes.
func (s *scene) addLanes() {
	for i := range s.strokes {
		k := &s.strokes[i]
		k.firstLane = int32(len(s.lanes))
		from, to := s.passes(k)
		for c := from; c < to; c++ {
			s.lanes = append(s.lanes, lane{stroke: int32(i), column: c})
		}
		k.lastLane = int32(len(s.lanes))
		if s.backward(k) {
			slices.Reverse(s.lanes[k.firstLane:])
		}
	}
}

// passes returns the columns [from, to) that a stroke passes on its way.
func (s *scene) passes(k *stroke) (from, to int32) {
	a, b := s.after(k.from), s.before(k.to)
	if s.backward(k) {
		a, b = s.after(k.to), s.before(k.from)
	}
	return a, max(a, b)
}

func (s *scene) backward(k *stroke) bool { return s.before(k.to) < s.before(k.from) }

// after returns the first column behind a card or hub, before the column of a card or the one behind a
// hub: strokes pass what lies between.
func (s *scene) after(node int32) int32 {
	if h, ok := s.isHub(node); ok {
		return h.gutter + 1
	}
	return s.cards[node].column + 1
}

func (s *scene) before(node int32) int32 {
	if h, ok := s.isHub(node); ok {
		return h.gutter + 1
	}
	return s.cards[node].column
}
