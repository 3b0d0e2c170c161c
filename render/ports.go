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
	side   int64 // the card and the side of it
	kind   int64 // the pathway, the direction, the effect: ends of a kind on one side share a port
	stroke int32
	last   bool    // the end where it arrives
	far    float64 // the height of what the stroke leads to
}

func endAt(card int32, right bool, k *stroke, stroke int, last bool, far float64) end {
	return end{
		side: 2*int64(card) + bit(right), kind: 4*int64(k.path) + 2*bit(last) + bit(k.effect == negative),
		stroke: int32(stroke), last: last, far: far,
	}
}

func bit(set bool) int64 {
	if set {
		return 1
	}
	return 0
}

// port is the port that the end shares.
func (e *end) port() port {
	return port{card: int32(e.side / 2), right: e.side%2 == 1, path: int32(e.kind / 4), in: e.last, minus: e.kind%2 == 1}
}

// order sorts ends by side and kind, and then as the strokes are.
func (e *end) order(f *end) int {
	return cmp.Or(cmp.Compare(e.side, f.side), cmp.Compare(e.kind, f.kind), cmp.Compare(e.stroke, f.stroke))
}

// dock gives every stroke its ports. Those on one side of a card are sorted by the mean height of what
// their strokes lead to, so that strokes do not cross where they meet the card.
func (s *scene) dock() {
	ends := s.strokeEnds()
	slices.SortFunc(ends, func(a, b end) int { return a.order(&b) })
	s.ports = make([]port, 0, len(ends))
	first := 0 // of the ports on the side in hand
	for i := range ends {
		e := &ends[i]
		if i > 0 && e.side != ends[i-1].side {
			s.spread(first)
			first = len(s.ports)
		}
		if i == 0 || e.side != ends[i-1].side || e.kind != ends[i-1].kind {
			s.ports = append(s.ports, e.port())
		}
		p := int32(len(s.ports) - 1)
		s.ports[p].far += e.far
		s.ports[p].count++
		s.setPort(e, p)
	}
	if len(ends) > 0 {
		s.spread(first)
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
			ends = append(ends, endAt(k.from, out, k, i, false, s.next(k, false)))
		}
		if _, ok := s.isHub(k.to); !ok {
			ends = append(ends, endAt(k.to, in, k, i, true, s.next(k, true)))
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

func (s *scene) setPort(e *end, p int32) {
	if e.last {
		s.strokes[e.stroke].toPort = p
	} else {
		s.strokes[e.stroke].fromPort = p
	}
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
