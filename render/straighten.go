package render

import "math"

// slightRise is what a stroke may rise and still be drawn level: it looks like a slip, not like a way up.
const slightRise = 8.0

// straighten makes strokes level that rise or fall but slightly, by moving the ports at their ends: each once, and
// only one that has its side of the card to itself, so that no two change places.
func (s *scene) straighten() {
	moved := make([]bool, len(s.ports))
	for i := range s.strokes {
		k := &s.strokes[i]
		if s.inside(k) || k.firstLane != k.lastLane {
			continue
		}
		from, to := s.levelOf(k.from, k.fromPort), s.levelOf(k.to, k.toPort)
		rise := math.Abs(to - from)
		if rise == 0 || rise >= slightRise {
			continue
		}
		first, last := s.alone(k.fromPort) && !moved[k.fromPort], s.alone(k.toPort) && !moved[k.toPort]
		at := from
		switch {
		case first && last:
			at = math.Round(from+to) / 2
		case first:
			at = to
		case !last:
			continue
		}
		if first {
			s.ports[k.fromPort].y, moved[k.fromPort] = at, true
		}
		if last {
			s.ports[k.toPort].y, moved[k.toPort] = at, true
		}
	}
}

// levelOf is the height of an end of a stroke.
func (s *scene) levelOf(node, port int32) float64 {
	if h, ok := s.isHub(node); ok {
		return h.y
	}
	return s.ports[port].y
}

// alone reports whether a port is the only one on its side of a card.
func (s *scene) alone(p int32) bool {
	if p < 0 {
		return false
	}
	same := func(o int32) bool {
		return o >= 0 && int(o) < len(s.ports) && s.ports[o].card == s.ports[p].card && s.ports[o].right == s.ports[p].right
	}
	return !same(p-1) && !same(p+1)
}
