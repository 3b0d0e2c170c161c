package render

import (
	"cmp"
	"math"
	"slices"
)

// A lane is where a stroke passes a column: straight, between two cards.
type lane struct {
	stroke, column int32
	y              float64
}

// place gives cards and hubs their places, and lanes their height.
func (s *scene) place() {
	s.addLanes()
	for i := range s.cards {
		s.cards[i].x = s.columns[s.cards[i].column].x
	}
	rows := make([][]item, len(s.columns))
	for i := range s.columns {
		for k := s.columns[i].first; k < s.columns[i].last; k++ {
			rows[i] = append(rows[i], item{&s.cards[k].y, s.cards[k].height, float64(k-s.columns[i].first) / float64(s.columns[i].last-s.columns[i].first)})
		}
	}
	for i := range s.lanes {
		l := &s.lanes[i]
		a, b := s.rank(s.strokes[l.stroke].from), s.rank(s.strokes[l.stroke].to)
		rows[l.column] = append(rows[l.column], item{&l.y, 0, (a + b) / 2})
	}
	start := s.top + s.headHeight + 18
	tallest := 0.0
	heights := make([]float64, len(rows))
	for i, row := range rows {
		slices.SortStableFunc(row, func(a, b item) int { return cmp.Compare(a.at, b.at) })
		y := 0.0
		for k, it := range row {
			if k > 0 {
				y += gap(row[k-1], it)
			}
			*it.y = y
			y += it.height
		}
		heights[i] = y
		tallest = max(tallest, y)
	}
	for i, row := range rows {
		for _, it := range row {
			*it.y += start + math.Round((tallest-heights[i])/2)
		}
	}
	s.bottom = start + tallest
	for i := range s.hubs {
		s.hubs[i].y = s.hubHeight(&s.hubs[i])
	}
	s.spaceHubs()
}

type item struct {
	y      *float64
	height float64
	at     float64
}

func gap(a, b item) float64 {
	if a.height > 0 && b.height > 0 {
		return cardGap
	}
	return linkGap
}

func (s *scene) rank(node int32) float64 {
	if h, ok := s.isHub(node); ok {
		return s.rank(h.from[0])
	}
	c := &s.cards[node]
	col := &s.columns[c.column]
	return float64(node-col.first) / float64(col.last-col.first)
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
// through it.
func (s *scene) placeColumns() {
	x := margin + laneMargin
	busy := s.busy()
	for i := range s.columns {
		c := &s.columns[i]
		c.x = x
		c.gutter = gutter + min(maxGutter-gutter, 2*float64(max(0, busy[i]-12)))
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
