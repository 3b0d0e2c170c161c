package render

// route gives every stroke its points.
func (s *scene) route(bends []bend) {
	turned := 0
	for _, b := range bends {
		if b != (bend{}) {
			turned++
		}
	}
	s.points = make([]Point, 0, 2*(len(s.strokes)+len(s.lanes)+turned))
	for i := range s.strokes {
		k := &s.strokes[i]
		turns := bends[int(k.firstLane)+i:]
		k.first = int32(len(s.points))
		outRight, inRight := s.sides(k)
		s.points = append(s.points, s.endPoint(k.from, k.fromPort, outRight))
		if s.inside(k) {
			s.points = append(s.points, s.apex(k))
		}
		for n, l := range s.lanes[k.firstLane:k.lastLane] {
			s.bendTo(turns[n], l.y)
			ends := s.passEnds(l, outRight)
			s.points = append(s.points, ends[0], ends[1])
		}
		end := s.endPoint(k.to, k.toPort, inRight)
		s.bendTo(turns[k.lastLane-k.firstLane], end[1])
		s.points = append(s.points, end)
		k.last = int32(len(s.points))
	}
}

// bendTo appends the two ends of a bend on the way to a height.
func (s *scene) bendTo(b bend, to float64) {
	if b != (bend{}) {
		from := s.points[len(s.points)-1]
		s.points = append(s.points, Point{b.left, from[1]}, Point{b.right, to})
	}
}

func (s *scene) endPoint(node, port int32, right bool) Point {
	if h, ok := s.isHub(node); ok {
		return Point{h.x, h.y}
	}
	c := &s.cards[node]
	if right {
		return Point{c.x + c.width, s.ports[port].y}
	}
	return Point{c.x, s.ports[port].y}
}

// passEnds returns the two ends of a lane in the order in which its stroke meets them.
func (s *scene) passEnds(l lane, forward bool) [2]Point {
	col := &s.columns[l.column]
	left, right := Point{col.x - laneMargin, l.y}, Point{col.x + col.width + laneMargin, l.y}
	if forward {
		return [2]Point{left, right}
	}
	return [2]Point{right, left}
}

// apex is the point where a stroke inside a column turns back.
func (s *scene) apex(k *stroke) Point {
	a, b := s.ports[k.fromPort].y, s.ports[k.toPort].y
	c := &s.cards[k.from]
	return Point{c.x + c.width + bow*0.75, (a + b) / 2}
}
