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
	stroke int32
	last   bool // the end where it arrives
	port   port
}

func (p *port) same(q *port) bool {
	return p.card == q.card && p.right == q.right && p.path == q.path && p.in == q.in && p.minus == q.minus
}

// compareSides orders ports by card and side.
func compareSides(a, b *port) int {
	return cmp.Or(cmp.Compare(a.card, b.card), compareBool(a.right, b.right))
}

func comparePorts(a, b *port) int {
	return cmp.Or(compareSides(a, b), cmp.Compare(a.path, b.path), compareBool(a.in, b.in), compareBool(a.minus, b.minus))
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// dock gives every stroke its ports. Those on one side of a card are sorted by the mean height of what
// their strokes lead to, so that strokes do not cross where they meet the card.
func (s *scene) dock() {
	ends := s.strokeEnds()
	slices.SortStableFunc(ends, func(a, b end) int { return comparePorts(&a.port, &b.port) })
	s.ports = make([]port, 0, len(ends))
	for _, e := range ends {
		if n := len(s.ports); n == 0 || !s.ports[n-1].same(&e.port) {
			s.ports = append(s.ports, e.port)
		} else {
			s.ports[n-1].far += e.port.far
			s.ports[n-1].count++
		}
		s.setPort(e, int32(len(s.ports)-1))
	}
	order := make([]int32, len(s.ports))
	for i := range s.ports {
		s.ports[i].far /= float64(s.ports[i].count)
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int {
		return cmp.Or(compareSides(&s.ports[a], &s.ports[b]), cmp.Compare(s.ports[a].far, s.ports[b].far))
	})
	for len(order) > 0 {
		n := 1
		for n < len(order) && compareSides(&s.ports[order[0]], &s.ports[order[n]]) == 0 {
			n++
		}
		s.spread(order[:n])
		order = order[n:]
	}
}

// strokeEnds lists where strokes meet cards.
func (s *scene) strokeEnds() []end {
	ends := make([]end, 0, 2*len(s.strokes))
	for i := range s.strokes {
		k := &s.strokes[i]
		k.fromPort, k.toPort = -1, -1
		out, in := s.sides(k)
		if _, ok := s.isHub(k.from); !ok {
			p := port{card: k.from, right: out, path: k.path, minus: k.effect == negative, far: s.next(k, false), count: 1}
			ends = append(ends, end{int32(i), false, p})
		}
		if _, ok := s.isHub(k.to); !ok {
			p := port{card: k.to, right: in, path: k.path, in: true, minus: k.effect == negative, far: s.next(k, true), count: 1}
			ends = append(ends, end{int32(i), true, p})
		}
	}
	return ends
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

func (s *scene) setPort(e end, p int32) {
	if e.last {
		s.strokes[e.stroke].toPort = p
	} else {
		s.strokes[e.stroke].fromPort = p
	}
}

// spread places the ports of one side of a card around its middle.
func (s *scene) spread(side []int32) {
	c := &s.cards[s.ports[side[0]].card]
	step := 0.0
	if n := len(side); n > 1 {
		step = min(portStep, (c.height-2*cornerSize-4)/float64(n-1))
	}
	y := c.y + c.height/2 - step*float64(len(side)-1)/2
	for i, p := range side {
		s.ports[p].y = math.Round(2*(y+float64(step*float64(i)))) / 2
	}
}
