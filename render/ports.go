package render

import (
	"cmp"
	"math"
	"slices"

	"github.com/outcomemap/outcomemap/internal/grouped"
)

// A port is where the strokes of one pathway meet one side of a card.
type port struct {
	card  int32
	right bool // on the right side of the card
	path  int32
	in    bool // strokes arrive here
	minus bool // and carry a negative effect
	far   float64
	count int32
	y     float64
}

func bit(set bool) int64 {
	if set {
		return 1
	}
	return 0
}

// dock gives every stroke its ports. Those on one side of a card are sorted by the mean height of what
// their strokes lead to, so that strokes do not cross where they meet the card.
func (s *scene) dock() {
	for i := range s.strokes {
		s.strokes[i].fromPort, s.strokes[i].toPort = -1, -1
	}
	ends := grouped.By(2*len(s.strokes), 2*len(s.cards), s.sideOf)
	s.ports = make([]port, 0, ends.Len())
	for side := range 2 * len(s.cards) {
		s.dockSide(int32(side/2), side%2 == 1, ends.In(side))
	}
}

// sideOf is the side where an end of a stroke meets a card: twice the card, and one more on its right; -1 at a
// hub. Stroke i has the ends 2*i, where it leaves, and 2*i+1, where it arrives.
func (s *scene) sideOf(end int) int {
	k := &s.strokes[end/2]
	card := k.from
	right, in := s.sides(k)
	if end%2 == 1 {
		card, right = k.to, in
	}
	if int(card) >= len(s.cards) {
		return -1
	}
	return 2*int(card) + int(bit(right))
}

// kindOf tells ends by their pathway, direction and effect: those of a kind on one side share a port.
func (s *scene) kindOf(end int32) int64 {
	k := &s.strokes[end/2]
	return 4*int64(k.path) + 2*int64(end%2) + bit(k.effect == negative)
}

// dockSide gives the strokes that meet one side of a card their ports.
func (s *scene) dockSide(card int32, right bool, ends []int32) {
	if len(ends) == 0 {
		return
	}
	slices.SortFunc(ends, func(a, b int32) int { return cmp.Or(cmp.Compare(s.kindOf(a), s.kindOf(b)), cmp.Compare(a, b)) })
	first, last := len(s.ports), int64(-1)
	for _, e := range ends {
		k, in := &s.strokes[e/2], e%2 == 1
		if kind := s.kindOf(e); kind != last {
			s.ports = append(s.ports, port{card: card, right: right, path: k.path, in: in, minus: k.effect == negative})
			last = kind
		}
		p := len(s.ports) - 1
		s.ports[p].far += s.next(k, in)
		s.ports[p].count++
		if in {
			k.toPort = int32(p)
		} else {
			k.fromPort = int32(p)
		}
	}
	s.spread(first)
}

// sides tells on which sides a stroke leaves and arrives: forward from right to left, back from left to
// right, and inside a column on the right both times.
func (s *scene) sides(k *stroke) (outRight, inRight bool) {
	if s.backward(k) {
		return false, true
	}
	return true, s.inside(k)
}

// inside reports whether a stroke joins two cards of one column.
func (s *scene) inside(k *stroke) bool {
	return max(int(k.from), int(k.to)) < len(s.cards) && s.cards[k.from].column == s.cards[k.to].column
}

// next returns the height of what a stroke leads to first, seen from one of its ends.
func (s *scene) next(k *stroke, fromLast bool) float64 {
	node := k.to
	if fromLast {
		node = k.from
	}
	if n := k.lastLane - k.firstLane; n > 0 {
		if fromLast {
			return s.lanes[k.lastLane-1].y
		}
		return s.lanes[k.firstLane].y
	}
	if h, ok := s.isHub(node); ok {
		return h.y
	}
	return s.cards[node].y + s.cards[node].height/2
}

// spread places the ports from the given one on, those of one side of a card, in the order of what they
// lead to: each at its piece of the card's rail where that has several, else all around the middle.
func (s *scene) spread(first int) {
	side := s.ports[first:]
	order := make([]int32, 0, 8)
	for i := range side {
		side[i].far /= float64(side[i].count)
		order = append(order, int32(i))
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Or(cmp.Compare(side[a].far, side[b].far), cmp.Compare(a, b)) })
	c := &s.cards[side[0].card]
	if side[0].right || !s.rated || c.lastSeat-c.firstSeat < 2 || !s.alongRail(c, side, order) {
		fan(side, order, c.y, c.height)
	}
}

// fan places some ports around the middle of a stretch of a card's side.
func fan(side []port, order []int32, top, height float64) {
	step := 0.0
	if n := len(order); n > 1 {
		step = min(portStep, max(height-2*cornerSize-4, height/2)/float64(n-1))
	}
	y := top + height/2 - step*float64(len(order)-1)/2
	for i, p := range order {
		side[p].y = math.Round(2*(y+float64(step*float64(i)))) / 2
	}
}
