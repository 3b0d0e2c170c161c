package render

import (
	"cmp"
	"slices"
)

const railGap = 2.0 // between two pieces of a rail

// A portRun is neighbouring ports of one pathway on one side of a card.
type portRun struct {
	seat  int32 // of the pathway
	end   int32 // where the ports of the next run start
	piece int32 // of the rail
}

// alongRail gives each run of ports, which are sorted, a piece of the card's rail to stand at, in the colour
// of its own pathway: no arrow points at the rating of another. The ports keep their order, as any other
// would make strokes cross, so the pieces have it too; pathways that do not arrive keep the places of
// their rows. It does nothing, and reports false, where a port belongs to no seat, as on an invalid map.
func (s *scene) alongRail(c *card, side []port, order []int32) bool {
	runs, ok := s.portRuns(c, side, order)
	if !ok {
		return false
	}
	s.seatRoom = append(s.seatRoom[:0], make([]bool, c.lastSeat-c.firstSeat)...)
	arrives := s.seatRoom
	for _, r := range runs {
		arrives[r.seat] = true
	}
	c.firstRail = int32(len(s.rails))
	next := 0
	takePiece := func() {
		runs[next].piece = int32(len(s.rails)) - c.firstRail
		s.rails = append(s.rails, runs[next].seat)
		next++
	}
	for seat := range arrives {
		if arrives[seat] {
			takePiece()
		} else {
			s.rails = append(s.rails, int32(seat))
		}
	}
	for next < len(runs) { // of a pathway whose ports stand apart
		takePiece()
	}
	c.lastRail = int32(len(s.rails))
	height, first := c.railPiece(c.lastRail-c.firstRail), int32(0)
	for _, r := range runs {
		fan(side, order[first:r.end], c.y+float64((height+railGap)*float64(r.piece)), height)
		first = r.end
	}
	return true
}

// portRuns puts sorted ports together that are neighbours and of one pathway.
func (s *scene) portRuns(c *card, side []port, order []int32) ([]portRun, bool) {
	seats := s.seats[c.firstSeat:c.lastSeat]
	runs := s.portRoom[:0]
	for i, p := range order {
		seat, ok := slices.BinarySearchFunc(seats, side[p].path, func(a seat, path int32) int { return cmp.Compare(a.path, path) })
		if !ok {
			return nil, false
		}
		if n := len(runs); n == 0 || runs[n-1].seat != int32(seat) {
			runs = append(runs, portRun{seat: int32(seat)})
		}
		runs[len(runs)-1].end = int32(i + 1)
	}
	s.portRoom = runs
	return runs, true
}

// railPiece is how tall each of so many pieces of a card's rail is.
func (c *card) railPiece(pieces int32) float64 {
	return (c.height - railGap*float64(pieces-1)) / float64(pieces)
}

// eachPiece calls f for each piece of a card's rail, from the top, with the seat that it belongs to.
func (s *scene) eachPiece(c *card, f func(seat *seat, y, height float64, first, last bool)) {
	order, pieces := s.rails[c.firstRail:c.lastRail], c.lastRail-c.firstRail
	if pieces == 0 {
		pieces = c.lastSeat - c.firstSeat
	}
	height := c.railPiece(pieces)
	for i := range pieces {
		at := i
		if len(order) > 0 {
			at = order[i]
		}
		y := c.y + float64((height+railGap)*float64(i))
		f(&s.seats[c.firstSeat+at], y, height, i == 0, i == pieces-1)
	}
}
