package render

import (
	"strconv"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render/internal/text"
)

// A scene is what a picture shows, taken from the map once: cards, pathways and links by number, with
// all that does not exist left out. Layout then gives each its place.
type scene struct {
	*config
	m       *outcome.Map
	ratings ratings
	rated   bool // progress and confidence are shown
	rtl     bool

	columns []column
	cards   []card // column by column
	paths   []path
	seats   []seat   // of each card those of its pathways, card by card
	strokes []stroke // what is drawn between cards and hubs
	hubs    []hub
	ends    []int32 // room for the cards at both sides of the hubs
	ports   []port
	rails   []int32 // of cards in several pathways, piece by piece, the seat that it belongs to
	lanes   []lane

	portRoom []portRun // for one side of a card
	seatRoom []bool    // and for its seats

	points []Point   // of the strokes
	lines  []string  // of the cards' texts
	desk   text.Room // where one text at a time is measured
	links  int       // from stone to stone, however they are drawn
	apiece int64     // of them those that no hub is known to stand for, some more than once
	order  *fewest   // of cards and lanes, nil: the map's

	rows []*scene // one below the other in place of the cards, see stack

	title, sub     []string
	caption        []string // of a row
	captionTop     float64
	top            float64 // of the headings
	headHeight     float64
	bottom         float64 // of the cards
	width, height  float64
	rowStart, wide float64 // where confidence starts in a card's rating, and the widest rating
	legend         []legendRow
	brief          bool // an overview: there are no cards to explain
	counted        bool // and it counts links
}

type column struct {
	*outcome.Column
	x, width    float64
	gutter      float64 // behind it
	heading     []string
	first, last int32 // its cards are [first, last)
}

type card struct {
	stone               *outcome.Stone
	text                string // of the stone, or else its id
	column              int32
	firstLine, lastLine int32
	firstSeat, lastSeat int32
	firstRail, lastRail int32 // the pieces of its rail, if they are not those of its seats
	x, y, width, height float64
	faint               bool // out of focus
}

// A path is a pathway that is drawn.
type path struct {
	*pathway.Pathway
	letter string
	number int // among all of the map's, which gives it its colour
	title  string
	faint  bool
}

// A seat is the place of one stone in one pathway, which has a rating of its own.
type seat struct {
	path   int32
	rating rating
	before rating // what it was, if two days are compared; else the same
}

func newScene(m *outcome.Map, c *config) *scene {
	s := &scene{config: c, m: m, rtl: rightToLeft(m.Language), ratings: newRatings(m, c.asOf, c.since)}
	s.addPaths()
	s.gather(s.wanted())
	if c.ratings != nil {
		s.rated = *c.ratings
	}
	return s
}

// part is a scene of some pathways and stones of s, with the same ratings shown or not.
func (s *scene) part(paths []path, wanted func(*outcome.Stone) bool) *scene {
	part := &scene{config: s.config, m: s.m, rtl: s.rtl, ratings: s.ratings, paths: paths}
	part.gather(wanted)
	part.rated = s.rated
	return part
}

// gather takes cards, their seats and their links from the map.
func (s *scene) gather(wanted func(*outcome.Stone) bool) {
	at := s.addCards(wanted)
	s.sitDown(at)
	s.connect(at)
}

func (s *scene) addPaths() {
	for i := range s.m.Pathways {
		p := &s.m.Pathways[i]
		if s.pathway != "" && p.ID != s.pathway {
			continue
		}
		title := text.Clean(p.Title)
		if title == "" {
			title = text.Clean(p.Short)
		}
		if title == "" {
			title = s.words.Untitled
		}
		s.paths = append(s.paths, path{
			Pathway: p, letter: letter(i), number: i, title: title,
			faint: len(s.focus) > 0 && !contains(s.focus, p.ID),
		})
	}
}

// addCards makes a card of each stone that is wanted and returns where each id is; of two equal ids the
// first keeps it.
func (s *scene) addCards(wanted func(*outcome.Stone) bool) map[string]int32 {
	total := 0
	for i := range s.m.Columns {
		total += len(s.m.Columns[i].Stones)
	}
	s.cards, s.columns = make([]card, 0, total), make([]column, 0, len(s.m.Columns))
	at := make(map[string]int32, total)
	for i := range s.m.Columns {
		c := &s.m.Columns[i]
		first := int32(len(s.cards))
		for k := range c.Stones {
			stone := &c.Stones[k]
			if !wanted(stone) {
				continue
			}
			if _, twice := at[stone.ID]; !twice && stone.ID != "" {
				at[stone.ID] = int32(len(s.cards))
			}
			s.cards = append(s.cards, card{stone: stone, text: cardText(stone), column: int32(i)})
		}
		s.columns = append(s.columns, column{Column: c, first: first, last: int32(len(s.cards))})
	}
	return at
}

// wanted picks the stones of the one pathway that is drawn, or all.
func (s *scene) wanted() func(*outcome.Stone) bool {
	if s.pathway == "" {
		return func(*outcome.Stone) bool { return true }
	}
	return inPaths(s.paths)
}

// inPaths picks the stones that some pathways have.
func inPaths(paths []path) func(*outcome.Stone) bool {
	in := map[string]bool{}
	for _, p := range paths {
		for _, step := range p.Steps {
			for _, id := range step.Stones {
				in[id] = true
			}
		}
	}
	return func(s *outcome.Stone) bool { return in[s.ID] }
}

// sitDown gives each card a seat in each pathway that has it, in the order of the pathways.
func (s *scene) sitDown(at map[string]int32) {
	counts := make([]int32, len(s.cards)+1)
	last := make([]int32, len(s.cards)) // the pathway that a card was last seen in, from 1
	s.members(at, last, func(i int32, _ int) { counts[i+1]++ })
	for i := range s.cards {
		counts[i+1] += counts[i]
		s.cards[i].firstSeat, s.cards[i].lastSeat = counts[i], counts[i]
	}
	s.seats = make([]seat, counts[len(s.cards)])
	clear(last)
	s.members(at, last, func(i int32, p int) {
		c := &s.cards[i]
		seat := s.ratings.seat(p, s.paths[p].ID, c.stone.ID)
		s.seats[c.lastSeat] = seat
		s.rated = s.rated || seat.rating.rated()
		c.lastSeat++
	})
	for i := range s.cards {
		s.cards[i].faint = len(s.focus) > 0 && s.outOfFocus(&s.cards[i]) || s.since != "" && s.still(&s.cards[i])
	}
}

// members calls f once for each card in each pathway.
func (s *scene) members(at map[string]int32, last []int32, f func(card int32, path int)) {
	for p := range s.paths {
		for _, step := range s.paths[p].Steps {
			for _, id := range step.Stones {
				if i, ok := at[id]; ok && last[i] != int32(p)+1 {
					last[i] = int32(p) + 1
					f(i, p)
				}
			}
		}
	}
}

func (s *scene) outOfFocus(c *card) bool {
	for _, seat := range s.seats[c.firstSeat:c.lastSeat] {
		if !s.paths[seat.path].faint {
			return false
		}
	}
	return true
}

// still reports whether no rating of a card changed.
func (s *scene) still(c *card) bool {
	for i := c.firstSeat; i < c.lastSeat; i++ {
		if s.seats[i].move() != same {
			return false
		}
	}
	return true
}

// letter names the pathway at a place: A to Z, then AA, AB and so on.
func letter(i int) string {
	var b [8]byte
	n := len(b)
	for i++; i > 0 && n > 0; i = (i - 1) / 26 {
		n--
		b[n] = 'A' + byte((i-1)%26)
	}
	return string(b[n:])
}

func contains(all []string, s string) bool {
	for _, a := range all {
		if a == s {
			return true
		}
	}
	return false
}

// name words a column for lists: its heading, or its number.
func (s *scene) name(i int) string {
	if heading := text.Clean(s.m.Columns[i].Heading); heading != "" {
		return heading
	}
	return s.words.Untitled + " " + strconv.Itoa(i+1)
}
