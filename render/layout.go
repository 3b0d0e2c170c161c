package render

import (
	"slices"

	"github.com/outcomemap/outcomemap/outcome"
)

// Layout returns the places of all that [SVG] draws with the same options. Stones, columns and pathways
// keep the map's order, or the one that [FewestCrossings] finds. An invalid map is laid out as far as
// it can be read: links to what does not exist are left out. It fails on a nil map, on an option
// that the map or the picture cannot follow, with a [NotFoundError] where a name is unknown, and on more
// than a million links that would have to be given one by one. Layout, [DOT] and [Mermaid] give each link
// so; what draws a picture or tells a text gives those from a whole step on to a whole step as one.
func Layout(m *outcome.Map, opts ...Option) (*Geometry, error) {
	s, err := arrange(m, opts)
	if err != nil {
		return nil, err
	}
	if s.links > mostLinks {
		return nil, errCrowded
	}
	return s.geometry(), nil
}

// look takes from the map what the options ask for.
func look(m *outcome.Map, opts []Option) (*scene, error) {
	c, err := configure(m, opts)
	if err != nil {
		return nil, err
	}
	s := newScene(m, c)
	if s.apiece > mostLinks {
		return nil, errCrowded
	}
	return s, nil
}

// arrange makes the whole picture.
func arrange(m *outcome.Map, opts []Option) (*scene, error) {
	s, err := look(m, opts)
	if err != nil {
		return nil, err
	}
	stacked := s.byPathway && len(s.paths) > 0
	if s.fewest && !stacked {
		if err := s.reorder(); err != nil {
			return nil, err
		}
	}
	s.fill()
	s.placeColumns()
	s.addHeadings()
	if stacked {
		err = s.stack()
	} else {
		err = s.settle()
	}
	if err != nil {
		return nil, err
	}
	s.addLegend()
	if s.rtl {
		s.mirror(s.width)
		for _, row := range s.rows {
			row.mirror(s.width)
		}
	}
	return s, nil
}

// settle places all cards below the headings and leads the links between them.
func (s *scene) settle() error {
	if err := s.place(); err != nil {
		return err
	}
	s.dock()
	s.straighten()
	bends := s.bends()
	s.route(bends)
	s.clearHubs()
	if s.untie(bends) {
		s.route(bends)
	}
	return nil
}

// mirror turns the picture round for a language that runs from right to left.
func (s *scene) mirror(width float64) {
	for i := range s.columns {
		c := &s.columns[i]
		c.x = width - c.x - c.width
	}
	for i := range s.cards {
		c := &s.cards[i]
		c.x = width - c.x - c.width
	}
	for i := range s.hubs {
		s.hubs[i].x = width - s.hubs[i].x
	}
	for i := range s.points {
		s.points[i][0] = width - s.points[i][0]
	}
}

func (s *scene) geometry() *Geometry {
	g := &Geometry{Width: s.width, Height: s.height, RightToLeft: s.rtl, Columns: make([]Column, len(s.columns))}
	for i, c := range s.columns {
		g.Columns[i] = Column{ID: c.ID, X: c.x, Width: c.width, Y: s.top, Heading: c.heading}
	}
	for _, part := range s.parts() {
		part.export(g)
	}
	return g
}

// parts are what shows the cards: the scene itself, or its rows.
func (s *scene) parts() []*scene {
	if len(s.rows) > 0 {
		return s.rows
	}
	return []*scene{s}
}

// export adds cards, links and hubs to a geometry.
func (s *scene) export(g *Geometry) {
	g.Cards = slices.Grow(g.Cards, len(s.cards))
	names := make([]string, 0, len(s.seats))
	for i := range s.cards {
		c := &s.cards[i]
		from := len(names)
		for _, seat := range s.seats[c.firstSeat:c.lastSeat] {
			names = append(names, s.paths[seat.path].ID)
		}
		g.Cards = append(g.Cards, Card{
			Stone: c.stone.ID, Column: s.columns[c.column].ID, X: c.x, Y: c.y, Width: c.width, Height: c.height,
			Lines:    s.lines[c.firstLine:c.lastLine:c.lastLine],
			Pathways: names[from:len(names):len(names)],
		})
	}
	g.Links = slices.Grow(g.Links, s.links)
	s.eachLink(func(l link) { g.Links = append(g.Links, s.exported(l)) })
	s.exportHubs(g)
}

// A link is one link from card to card as it is drawn: by one stroke, or by two or three through hubs.
type link struct {
	from, to int32
	strokes  [3]int32
	n        int
}

// eachLink calls f for every link from stone to stone, pathway by pathway.
func (s *scene) eachLink(f func(link)) {
	s.eachHub(f, func(i int, h *hub) { s.hubLinks(i, h, f) })
}

// eachHub calls single for every link that is drawn by itself, and hub for those through one, with where
// its strokes start, pathway by pathway.
func (s *scene) eachHub(single func(link), through func(i int, h *hub)) {
	for i := 0; i < len(s.strokes); {
		k := &s.strokes[i]
		h, ok := s.isHub(max(k.from, k.to))
		if !ok {
			single(link{from: k.from, to: k.to, strokes: [3]int32{int32(i)}, n: 1})
			i++
			continue
		}
		through(i, h)
		i += h.strokes()
	}
}

// hubLinks calls f for every link through the hub whose strokes start at i.
func (s *scene) hubLinks(i int, h *hub, f func(link)) {
	trunk := -1
	if h.spreads {
		trunk = i
		i++
	}
	in, out := i, i+len(h.from)
	for a := range h.from {
		for b := range h.to {
			l := link{from: h.from[a], to: h.to[b], strokes: [3]int32{int32(in + a), int32(out + b)}, n: 2}
			if trunk >= 0 {
				l.strokes, l.n = [3]int32{int32(in + a), int32(trunk), int32(out + b)}, 3
			}
			f(l)
		}
	}
}

// pointsOf appends the points of a link, without those that its strokes share.
func (s *scene) pointsOf(points []Point, l link) []Point {
	for i, k := range l.strokes[:l.n] {
		part := s.points[s.strokes[k].first:s.strokes[k].last]
		if i > 0 {
			part = part[1:]
		}
		points = append(points, part...)
	}
	return points
}

func (s *scene) exported(l link) Link {
	k := &s.strokes[l.strokes[0]]
	points := s.points[k.first:k.last:k.last]
	if l.n > 1 {
		points = s.pointsOf(make([]Point, 0, 3), l)
	}
	return Link{
		Pathway: s.paths[k.path].ID,
		From:    s.cards[l.from].stone.ID,
		To:      s.cards[l.to].stone.ID,
		Effect:  k.effect.String(),
		Points:  points,
	}
}

func (s *scene) exportHubs(g *Geometry) {
	for i := range s.hubs {
		h := &s.hubs[i]
		if h.spreads {
			continue
		}
		out := Hub{Pathway: s.paths[h.path].ID, From: s.ids(h.from), To: s.ids(h.to), At: []Point{{h.x, h.y}}}
		if h.second >= 0 {
			out.At = append(out.At, Point{s.hubs[h.second].x, s.hubs[h.second].y})
		}
		g.Hubs = append(g.Hubs, out)
	}
}

func (s *scene) ids(cards []int32) []string {
	ids := make([]string, len(cards))
	for i, c := range cards {
		ids[i] = s.cards[c].stone.ID
	}
	return ids
}
