package report

import (
	"math"
	"slices"

	"github.com/outcomemap/outcomemap/render"
)

// A piece is a part of a line between two of its points, level at both ends, as pictures draw it.
type piece struct {
	from, to render.Point
	pathway  string
}

// pieceSteps is how many straight strokes stand for a piece where distances are taken.
const pieceSteps = 12

// at returns the point a share of the way along.
func (p piece) at(s float64) render.Point {
	half, r := (p.to[0]-p.from[0])/2, 1-s
	a, b, c, d := r*r*r, 3*r*r*s, 3*r*s*s, s*s*s
	return render.Point{
		float64(a*p.from[0]) + float64(b*(p.from[0]+half)) + float64(c*(p.to[0]-half)) + float64(d*p.to[0]),
		float64(a*p.from[1]) + float64(b*p.from[1]) + float64(c*p.to[1]) + float64(d*p.to[1]),
	}
}

// near reports whether a point is so close to the box around the piece that its distance matters.
func (p piece) near(q render.Point, reach float64) bool {
	return q[0] > min(p.from[0], p.to[0])-reach && q[0] < max(p.from[0], p.to[0])+reach &&
		q[1] > min(p.from[1], p.to[1])-reach && q[1] < max(p.from[1], p.to[1])+reach
}

// distance returns how far a point is from the piece.
func (p piece) distance(q render.Point) float64 {
	best, a := math.Inf(1), p.from
	for i := 1; i <= pieceSteps; i++ {
		b := p.at(float64(i) / pieceSteps)
		best = min(best, fromStroke(q, a, b))
		a = b
	}
	return best
}

// fromStroke returns how far a point is from a straight stroke.
func fromStroke(q, a, b render.Point) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	along := 0.0
	if long := float64(dx*dx) + float64(dy*dy); long > 0 {
		along = min(max((float64((q[0]-a[0])*dx)+float64((q[1]-a[1])*dy))/long, 0), 1)
	}
	return apart(q, render.Point{a[0] + float64(along*dx), a[1] + float64(along*dy)})
}

// apart returns how far two points are apart, the same on every machine.
func apart(a, b render.Point) float64 {
	dx, dy := a[0]-b[0], a[1]-b[1]
	return math.Sqrt(float64(dx*dx) + float64(dy*dy))
}

// pieces are those of all links of a picture. Links that share a way through a hub share its pieces.
func pieces(g *render.Geometry) []piece {
	var all []piece
	seen := map[piece]bool{}
	for _, l := range g.Links {
		for i := 1; i < len(l.Points); i++ {
			if p := (piece{l.Points[i-1], l.Points[i], l.Pathway}); !seen[p] {
				seen[p] = true
				all = append(all, p)
			}
		}
	}
	return all
}

const (
	markRadius  = 11.0
	markRoom    = markRadius + 3 // from its middle to the next line that is not its own
	markOwnMost = 24             // lines on which a spot is looked for; fewer where there are many to keep away from
	markPairs   = 1_000_000      // lines to look on, by lines to keep away from
)

// A markers finds places for marks on lines.
type markers struct {
	g      *render.Geometry
	pieces []piece
	taken  []render.Point
}

// clearest returns the spot on one of a pathway's own lines that lies farthest from all other lines, cards and marks,
// up to the room that a mark needs; of several with that room the one closest to the middle of the lines.
func (m *markers) clearest(own []piece) []render.Point {
	if len(own) == 0 {
		return nil
	}
	if m.pieces == nil {
		m.pieces = pieces(m.g)
	}
	if n, most := len(own), min(max(markPairs/max(len(m.pieces), 1), 1), markOwnMost); n > most {
		fewer := make([]piece, most)
		for i := range fewer {
			fewer[i] = own[i*n/most]
		}
		own = fewer
	}
	var middle render.Point
	for _, p := range own {
		half := p.at(0.5)
		middle[0] += half[0] / float64(len(own))
		middle[1] += half[1] / float64(len(own))
	}
	best, room, off := own[0].at(0.5), -1.0, 0.0
	for _, p := range own {
		for i := 1; i < 2*pieceSteps; i++ {
			at := p.at(float64(i) / (2 * pieceSteps))
			r, o := m.room(p, at), apart(at, middle)
			if r > room+0.01 || r > room-0.01 && o < off-0.01 {
				best, room, off = at, r, o
			}
		}
	}
	m.taken = append(m.taken, best)
	return []render.Point{best}
}

// room returns how far a spot on a line is from all else that is drawn, up to the room that a mark needs.
func (m *markers) room(own piece, at render.Point) float64 {
	room := markRoom
	for _, t := range m.taken {
		room = min(room, apart(at, t)-markRadius)
	}
	for i := range m.g.Cards {
		c := &m.g.Cards[i]
		dx := max(c.X-at[0], at[0]-c.X-c.Width, 0)
		dy := max(c.Y-at[1], at[1]-c.Y-c.Height, 0)
		if dx < markRoom && dy < markRoom {
			room = min(room, apart(render.Point{dx, dy}, render.Point{}))
		}
	}
	for _, p := range m.pieces {
		if p != own && p.near(at, markRoom) {
			room = min(room, p.distance(at))
		}
	}
	return room
}

const (
	markIn   = markRadius + 7   // from the end of a card's upper edge to the middle of its first mark
	markStep = 2*markRadius + 5 // from one mark on a card to the next
	markRise = 1.5              // above the edge, between the text below and the card above
)

// onCards returns a spot on the upper edge of each card of some stones, at the end of its lines: no link starts, ends or
// passes there, and no text or other sign of a card reaches so high. Where marks of other pathways stand on a card already, it is the next to them.
func (m *markers) onCards(stones []string) []render.Point {
	var all []render.Point
	for i := range m.g.Cards {
		c := &m.g.Cards[i]
		if !slices.Contains(stones, c.Stone) {
			continue
		}
		at, way := render.Point{c.X + c.Width - markIn, c.Y - markRise}, -1.0
		if m.g.RightToLeft {
			at[0], way = c.X+markIn, 1
		}
		for slices.Contains(m.taken, at) {
			at[0] += way * markStep
		}
		m.taken = append(m.taken, at)
		all = append(all, at)
	}
	return all
}
