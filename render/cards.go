package render

import (
	"math"
	"slices"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render/internal/text"
)

// fill breaks the texts of all cards into lines, makes the columns as wide as they want, and so gives
// every card its width and height.
func (s *scene) fill() {
	s.measureRows()
	s.lines = make([]string, 0, 3*len(s.cards))
	var texts []text.Measured // of one column
	var room text.Room        // for them
	body := s.face(bodySize, false)
	for i := range s.columns {
		col := &s.columns[i]
		cards := s.cards[col.first:col.last]
		texts = slices.Grow(texts[:0], len(cards))
		room.Empty(lengthOf(cards))
		for k := range cards {
			texts = append(texts, body.Measured(cards[k].text, &room))
		}
		if col.width == 0 {
			col.width = s.columnWidth(col, texts)
		}
		for k, t := range texts {
			s.fillCard(&cards[k], t, col.width)
		}
	}
}

// lengthOf is how many bytes the texts of some cards have.
func lengthOf(cards []card) (bytes int) {
	for i := range cards {
		bytes += len(cards[i].text)
	}
	return bytes
}

func (s *scene) face(size float64, bold bool) text.Face {
	return text.Face{Size: size, Bold: bold, Measure: s.measure}
}

// measured is a text ready to be broken into lines, until the next one is.
func (s *scene) measured(size float64, bold bool, words string) text.Measured {
	s.desk.Empty(len(words))
	return s.face(size, bold).Measured(words, &s.desk)
}

func (s *scene) fillCard(c *card, t text.Measured, width float64) {
	inner := width - padLeft - padRight
	c.width = width
	c.firstLine = int32(len(s.lines))
	s.lines = t.Pretty(s.lines, inner)
	c.lastLine = int32(len(s.lines))
	c.height = padTop + padBottom + bodyLine*float64(max(1, c.lastLine-c.firstLine))
	if rows := s.metaRows(c, inner); rows > 0 {
		c.height += metaGap + metaLine*float64(rows)
	}
}

func cardText(s *outcome.Stone) string {
	if t := text.Clean(s.Text); t != "" {
		return t
	}
	return text.Clean(s.ID)
}

// badges reports whether cards show the letters of their pathways: not where there is only one.
func (s *scene) badges() bool { return len(s.paths) > 1 }

// metaRows counts the lines under the text of a card: one a pathway with its rating, or one for the
// letters of all.
func (s *scene) metaRows(c *card, inner float64) int {
	seats := int(c.lastSeat - c.firstSeat)
	switch {
	case len(s.paths) == 0:
		return 0
	case seats == 0:
		return 1 // in no pathway
	case !s.rated && !s.badges():
		return 0
	case !s.rated:
		perRow := max(1, int((inner+badgeStep-badgeSize)/badgeStep))
		return (seats + perRow - 1) / perRow
	}
	rows := 0
	for _, seat := range s.seats[c.firstSeat:c.lastSeat] {
		rows++
		if s.stacked(&seat, inner) {
			rows++
		}
	}
	return rows
}

const (
	glyphSize = 10.0
	glyphGap  = 5.0
	barWidth  = 3.0
	barStep   = 4.5
	maxBars   = 5
	rowGap    = 12.0 // between progress and confidence
	rangeGap  = 5.0  // between the two signs of a range: more than between two bars of one
	turnSize  = 10.0 // of the arrow from what a rating was
	turnGap   = 3.0  // on both sides of it
)

// measureRows finds where confidence starts in a rating, so that it stands in one line down a column.
func (s *scene) measureRows() {
	if !s.rated {
		return
	}
	meta := s.face(metaSize, false)
	widest := func(all []string) (w float64) {
		for _, label := range all {
			w = max(w, meta.Width(label))
		}
		return w
	}
	s.rowStart = math.Ceil(s.glyphStart() + s.beforeWidth() + glyphSize + glyphGap + widest(s.ratings.progress.labels) + rowGap)
	s.wide = s.rowStart + s.surenessBefore() + s.barsWidth() + glyphGap + widest(s.ratings.confidence.labels)
}

// beforeWidth is the room for what progress was before, where two days are compared.
func (s *scene) beforeWidth() float64 {
	if s.since == "" {
		return 0
	}
	return glyphSize + 16
}

// glyphStart is where the sign for progress starts in a rating: behind the pathway's letter.
func (s *scene) glyphStart() float64 {
	if !s.badges() {
		return 0
	}
	longest := 1
	for i := range s.paths {
		longest = max(longest, len(s.paths[i].letter))
	}
	return badgeWidth(longest) + 6
}

func badgeWidth(letters int) float64 { return badgeSize + 7*float64(letters-1) }

func (s *scene) bars() int { return min(len(s.ratings.confidence.labels), maxBars) }

func (s *scene) barsWidth() float64 { return barStep*float64(s.bars()) - (barStep - barWidth) }

// surenessBefore is the room for what confidence was before, and for the arrow behind it.
func (s *scene) surenessBefore() float64 {
	if s.since == "" {
		return 0
	}
	return s.barsWidth() + 16
}

// surenessMoved reports whether confidence was another before.
func (s *scene) surenessMoved(seat *seat) bool {
	return seat.before.confidence != seat.rating.confidence && seat.before.confidence.rated()
}

// spread is how much more room than one sign the two of a range take, of which each is so wide.
func (l levels) spread(sign float64) float64 {
	if !l.ranges() {
		return 0
	}
	return sign + rangeGap
}

// progressStart is where the words of progress start in a rating: behind its signs.
func (s *scene) progressStart(seat *seat) float64 {
	at := s.glyphStart() + s.beforeWidth() + glyphSize + seat.rating.progress.spread(glyphSize) + glyphGap
	if s.since != "" {
		at += seat.before.progress.spread(glyphSize)
	}
	return at
}

// surenessStart is where confidence starts in a rating: in one line down a column, and further on where
// progress takes more room, as a range of levels does.
func (s *scene) surenessStart(seat *seat) float64 {
	words := s.face(metaSize, false).Width(s.ratings.progress.label(seat.rating.progress, &s.words))
	return max(s.rowStart, math.Ceil(s.progressStart(seat)+words+rowGap))
}

// surenessWidth is the room that confidence takes in a rating.
func (s *scene) surenessWidth(seat *seat) float64 {
	words := s.face(metaSize, false).Width(s.ratings.confidence.label(seat.rating.confidence, &s.words))
	wide := s.surenessBefore() + s.barsWidth() + seat.rating.confidence.spread(s.barsWidth()) + glyphGap + words
	if s.since != "" {
		wide += seat.before.confidence.spread(s.barsWidth())
	}
	return wide
}

// stacked reports whether confidence goes on a line below progress, because a card has no room for
// both beside each other.
func (s *scene) stacked(seat *seat, inner float64) bool {
	switch {
	case !seat.rating.rated():
		return false
	case s.wide > inner:
		return true
	}
	return s.surenessStart(seat)+s.surenessWidth(seat) > inner
}

// widest is the room that the ratings of a column want, with confidence beside progress or below it: more where there
// is a range of levels.
func (s *scene) widest(c *column) (beside, below float64) {
	second := s.glyphStart() + s.beforeWidth() // where a second line starts
	beside, below = s.wide, max(s.rowStart-rowGap, second+s.wide-s.rowStart)
	for i := c.first; i < c.last; i++ {
		for k := s.cards[i].firstSeat; k < s.cards[i].lastSeat; k++ {
			if seat := &s.seats[k]; seat.rating.ranges() || seat.before.ranges() {
				start, wide := s.surenessStart(seat), s.surenessWidth(seat)
				beside, below = max(beside, start+wide), max(below, start-rowGap, second+wide)
			}
		}
	}
	return beside, below
}

// columnWidth is the usual width of a card unless the words of a column want more: one that is too
// long for a line, or a text that would stand too tall.
func (s *scene) columnWidth(c *column, texts []text.Measured) float64 {
	usual, beside, below := s.cardWidth, 0.0, 0.0
	if s.rated {
		beside, below = s.widest(c)
	}
	if usual == 0 {
		usual = cardWidth
		if len(s.columns) <= wideUpTo {
			usual = wideCard
		}
		usual = min(max(usual, beside+padLeft+padRight), wideCard)
	}
	const tall = 7 // lines
	need := max(usual, below+padLeft+padRight)
	for _, t := range texts {
		longest, whole := t.Extent()
		need = max(need, longest+padLeft+padRight, whole*1.1/tall+padLeft+padRight)
	}
	longest, _ := s.measured(headSize, true, text.Clean(c.Heading)).Extent()
	need = max(need, longest+headIn+8)
	return math.Ceil(min(need, usual*maxStretch))
}
