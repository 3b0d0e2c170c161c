package render

import (
	"cmp"
	"math"
	"slices"
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

// An end is one end of a stroke at a card.
type end struct {
	kind   int64 // the pathway, the direction, the effect: ends of a kind on one side share a port
	stroke int32
}

func endOf(k *stroke, stroke int, last bool) end {
	return end{kind: 4*int64(k.path) + bit(last)<<1 + bit(k.effect == negative), stroke: int32(stroke)}
}

// last reports whether it is the end where the stroke arrives.
func (e end) last() bool { return e.kind&2 != 0 }

func bit(set bool) int64 {
	if set {
		return 1
	}
	return 0
}

// dock gives every stroke its ports. Those on one side of a card are sorted by the mean height of what
// their strokes lead to, so that strokes do not cross where they meet the card.
func (s *scene) dock() {
	ends, off := s.strokeEnds()
	s.ports = make([]port, 0, len(ends))
	for side := range 2 * len(s.cards) {
		s.dockSide(int32(side/2), side%2 == 1, ends[off[side]:off[side+1]])
	}
}

// dockSide gives the strokes that meet one side of a card their ports: those of a kind one.
func (s *scene) dockSide(card int32, right bool, ends []end) {
	if len(ends) == 0 {
		return
	}
	slices.SortFunc(ends, func(a, b end) int { return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.stroke, b.stroke)) })
	first := len(s.ports)
	for i, e := range ends {
		if i == 0 || e.kind != ends[i-1].kind {
			s.ports = append(s.ports, port{card: card, right: right, path: int32(e.kind / 4), in: e.last(), minus: e.kind&1 != 0})
		}
		p := len(s.ports) - 1
		k := &s.strokes[e.stroke]
		s.ports[p].far += s.next(k, e.last())
		s.ports[p].count++
		if e.last() {
			k.toPort = int32(p)
		} else {
			k.fromPort = int32(p)
		}
	}
	s.spread(first)
}

// strokeEnds lists where strokes meet cards, side by side: those of the left of card i from off[2*i] on,
// those of its right from off[2*i+1] on.
func (s *scene) strokeEnds() (ends []end, off []int32) {
	off = make([]int32, 2*len(s.cards)+2)
	for i := range s.strokes {
		s.strokes[i].fromPort, s.strokes[i].toPort = -1, -1
	}
	s.eachEnd(func(side int64, _ end) { off[side+2]++ })
	for i := range 2 * len(s.cards) {
		off[i+2] += off[i+1]
	}
	ends = make([]end, off[2*len(s.cards)+1])
	s.eachEnd(func(side int64, e end) {
		ends[off[side+1]] = e
		off[side+1]++
	})
	return ends, off
}

// eachEnd calls f for each end of a stroke at a card, with the side: twice the card, and one more on its right.
func (s *scene) eachEnd(f func(side int64, e end)) {
	for i := range s.strokes {
		k := &s.strokes[i]
		out, in := s.sides(k)
		if int(k.from) < len(s.cards) {
			f(2*int64(k.from)+bit(out), endOf(k, i, false))
		}
		if int(k.to) < len(s.cards) {
			f(2*int64(k.to)+bit(in), endOf(k, i, true))
		}
	}
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

// spread places the ports from the given one on, those of one side of a card, around its middle: in the
// order of what they lead to.
func (s *scene) spread(first int) {
	side := s.ports[first:]
	order := make([]int32, 0, 8)
	for i := range side {
		side[i].far /= float64(side[i].count)
		order = append(order, int32(i))
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Or(cmp.Compare(side[a].far, side[b].far), cmp.Compare(a, b)) })
	c := &s.cards[side[0].card]
	step := 0.0
	if n := len(side); n > 1 {
		step = min(portStep, (c.height-2*cornerSize-4)/float64(n-1))
	}
	y := c.y + c.height/2 - step*float64(len(side)-1)/2
	for i, p := range order {
		side[p].y = math.Round(2*(y+float64(step*float64(i)))) / 2
	}
}
