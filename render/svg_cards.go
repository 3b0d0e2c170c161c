package render

import (
	"strings"

	"github.com/outcomemap/outcomemap/render/internal/text"
)

// drawColumns draws the cards, a list a column.
func (d *drawing) drawColumns() {
	d.outs, d.seen = d.scene.outgoing(), make([]int32, len(d.cards))
	for i := range d.columns {
		c := &d.columns[i]
		d.raw(`<g`)
		d.attr("data-column", c.ID)
		if c.first < c.last { // a list has items
			d.raw(` role="list"`)
			d.attr("aria-label", d.name(i))
		}
		d.raw(">\n")
		for k := c.first; k < c.last; k++ {
			d.drawCard(k)
		}
		d.raw("</g>\n")
	}
}

func (d *drawing) drawCard(i int32) {
	c := &d.cards[i]
	d.spill()
	d.raw(`<g role="listitem"`)
	link := d.linkOf(c)
	if link != "" {
		d.raw(`><a`)
		d.attr("href", link)
	}
	d.attr("data-stone", c.stone.ID)
	d.raw(` aria-label="`)
	d.label(i)
	d.raw(`"><rect`)
	ground, class := d.ink.Card, "cd"
	if c.faint { // it sinks into its column
		ground, class = d.ink.Lane, "cf"
	}
	d.class(class, -1)
	d.size("x", c.x)
	d.size("y", c.y)
	d.size("width", c.width)
	d.size("height", c.height)
	d.raw(` rx="6" fill="`, ground, `" stroke="`, d.ink.Border, `"`)
	if c.faint {
		d.raw(` stroke-width=".5"`)
	}
	if c.firstSeat == c.lastSeat && len(d.paths) > 0 {
		d.raw(` stroke-dasharray="3 3"`) // in no pathway
	}
	d.raw(`/>`)
	d.hidden(c)
	d.cardLines(c, link != "")
	if link != "" { // what a reader sees in a link is what it is called (WCAG 2.2, 2.5.3), so ratings are outside
		d.raw(`</g></a>`)
		d.hidden(c)
	}
	d.drawRows(c, c.y+padTop+bodyLine*float64(max(1, c.lastLine-c.firstLine))+metaGap)
	d.raw("</g></g>\n")
}

// hidden opens a group that screen readers skip, as the label says it all, and that lets a pointer
// through to the card.
func (d *drawing) hidden(c *card) {
	d.raw(`<g aria-hidden="true"`)
	if d.stoneLink != nil {
		d.raw(` pointer-events="none"`)
	}
	if c.faint {
		d.class("mu", -1)
		d.raw(` fill="`, d.ink.Muted, `"`)
	}
	d.raw(`>`)
}

// cardLines writes the text of a card. In a link a line keeps the space that it was broken at, so that
// its words do not run together where they are read as one text.
func (d *drawing) cardLines(c *card, linked bool) {
	x, y := d.start(c.x, c.width, padLeft, 0), c.y+padTop+12.5
	rest, against := "", d.against(c.text)
	if linked {
		rest = c.text
	}
	for _, line := range d.lines[c.firstLine:c.lastLine] {
		if after, ok := strings.CutPrefix(rest, line); ok {
			rest = after
			if after, ok = strings.CutPrefix(rest, " "); ok {
				rest, line = after, line+" "
			}
		}
		d.lineOf(x, y, line, against)
		y += bodyLine
	}
}

// linkOf returns the address that a card leads to, or "".
func (d *drawing) linkOf(c *card) string {
	if d.stoneLink == nil {
		return ""
	}
	return text.SafeURL(d.stoneLink(c.stone.ID))
}

// drawRows writes what stands under the text of a card: a row a pathway with its rating, or the letters
// of its pathways.
func (d *drawing) drawRows(c *card, y float64) {
	inner := c.width - padLeft - padRight
	seats := d.seats[c.firstSeat:c.lastSeat]
	switch {
	case d.metaRows(c, inner) == 0:
		return
	case len(seats) == 0:
		d.metaOpen()
		d.meta(c, padLeft, y, d.words.NoPathway)
		d.raw(`</g>`)
		return
	}
	if d.rated {
		d.rail(c)
	}
	d.metaOpen()
	if !d.rated {
		d.letters(c, seats, y, inner)
	} else {
		for i := range seats {
			y = d.ratingRow(c, &seats[i], y, inner)
		}
	}
	d.raw(`</g>`)
}

func (d *drawing) metaOpen() {
	d.raw(`<g font-size="11"`)
	d.class("mu", -1)
	d.raw(` fill="`, d.ink.Muted, `"`)
	d.raw(`>`)
}

// dim and undim stand around the signs of a card: they are faint where it is out of focus. Words are
// not: they keep their contrast.
func (d *drawing) dim(c *card) {
	if c.faint {
		d.raw(`<g opacity=".35">`)
	}
}

func (d *drawing) undim(c *card) {
	if c.faint {
		d.raw(`</g>`)
	}
}

// letters writes the badges of a card that shows no ratings.
func (d *drawing) letters(c *card, seats []seat, y, inner float64) {
	x := 0.0
	for _, seat := range seats {
		wide := badgeWidth(len(d.paths[seat.path].letter))
		if x > 0 && x+wide > inner {
			x, y = 0, y+metaLine
		}
		d.cardBadge(c, int(seat.path), d.start(c.x, c.width, padLeft+x, wide), y)
		x += wide + badgeStep - badgeSize
	}
}

// cardBadge draws the letter of a pathway on a card: where that is out of focus, in a faint outline, as
// on a faint colour it could not be read.
func (d *drawing) cardBadge(c *card, p int, x, y float64) {
	if !c.faint {
		d.badge(p, x, y)
		return
	}
	d.ring(p, x, y)
}

// ring draws the letter of a pathway in a faint outline.
func (d *drawing) ring(p int, x, y float64) {
	n := d.colourOf(p)
	wide := badgeWidth(len(d.paths[p].letter))
	d.raw(`<rect`)
	d.class("p", n)
	d.size("x", x+.5)
	d.size("y", y+.5)
	d.size("width", wide-1)
	d.raw(` height="15" rx="7.5" fill="none" opacity=".45" stroke="`, d.ink.Pathways[n], `"/><text`)
	d.size("x", x+wide/2)
	d.size("y", y+11.6)
	d.raw(` font-size="10" text-anchor="middle">`, d.paths[p].letter, `</text>`)
}

// badge draws the letter of a pathway on its colour, in a pill with its top left corner at x, y.
func (d *drawing) badge(p int, x, y float64) {
	n := d.colourOf(p)
	wide := badgeWidth(len(d.paths[p].letter))
	d.raw(`<rect`)
	d.class("f", n)
	d.size("x", x)
	d.size("y", y)
	d.size("width", wide)
	d.raw(` height="16" rx="8" fill="`, d.ink.Pathways[n], `"/><text`)
	d.class("bt", -1)
	d.size("x", x+wide/2)
	d.size("y", y+11.6)
	d.raw(` font-size="10" font-weight="700" text-anchor="middle" fill="`, d.ink.BadgeInk, `">`, d.paths[p].letter, `</text>`)
}

// ratingRow writes the rating of one pathway and returns where the next row starts.
func (d *drawing) ratingRow(c *card, seat *seat, y, inner float64) float64 {
	if d.badges() {
		d.cardBadge(c, int(seat.path), d.start(c.x, c.width, padLeft, badgeWidth(len(d.paths[seat.path].letter))), y)
	}
	d.dim(c)
	at := padLeft + d.glyphStart()
	if d.since != "" {
		d.movedFrom(c, seat, at, y)
		at += d.beforeWidth() + seat.before.progress.spread(glyphSize)
	}
	d.glyphs(c, at, y, seat.rating.progress)
	d.undim(c)
	at = padLeft + d.progressStart(seat)
	if !seat.rating.rated() {
		d.meta(c, at, y, d.words.NotRated)
		return y + metaLine
	}
	d.meta(c, at, y, d.ratings.progress.label(seat.rating.progress, &d.words))
	at = padLeft + d.surenessStart(seat)
	if d.stacked(seat, inner) {
		at = padLeft + d.glyphStart() + d.beforeWidth()
		y += metaLine
	}
	return d.confidenceRow(c, seat, at, y)
}

// glyphs draws the sign of a level of progress, or those of both ends of a range.
func (d *drawing) glyphs(c *card, at, y float64, l levels) {
	d.glyph(d.start(c.x, c.width, at, glyphSize)+glyphSize/2, y+8, levels{l.low, l.low})
	if more := l.spread(glyphSize); more > 0 {
		d.glyph(d.start(c.x, c.width, at+more, glyphSize)+glyphSize/2, y+8, levels{l.high, l.high})
	}
}

// sureness draws the sign of a level of confidence, or those of both ends of a range, or a dash for none.
func (d *drawing) sureness(c *card, at, y float64, l levels) {
	wide := d.barsWidth()
	if !l.rated() && d.since != "" {
		d.raw(`<path`)
		d.class("o", 0)
		d.raw(` stroke="`, d.ink.Unrated, `" stroke-width="2" d="`)
		d.xy('M', d.start(c.x, c.width, at, wide), y+8)
		d.to('h', wide)
		d.raw(`"/>`)
		return
	}
	d.confidence(d.start(c.x, c.width, at, wide), y+13, levels{l.low, l.low})
	if more := l.spread(wide); more > 0 {
		d.confidence(d.start(c.x, c.width, at+more, wide), y+13, levels{l.high, l.high})
	}
}

// confidenceRow writes the second half of a rating, and what it was where that is another.
func (d *drawing) confidenceRow(c *card, seat *seat, at, y float64) float64 {
	d.dim(c)
	if d.since != "" {
		behind := at + seat.before.confidence.spread(d.barsWidth()) + d.barsWidth() + turnGap
		if seat.before.confidence == seat.rating.confidence {
			d.stayed(c, behind, y)
		} else {
			d.sureness(c, at, y, seat.before.confidence)
			d.turn(d.start(c.x, c.width, behind, turnSize), y+8)
		}
		at += d.surenessBefore() + seat.before.confidence.spread(d.barsWidth())
	}
	d.sureness(c, at, y, seat.rating.confidence)
	d.undim(c)
	at += d.barsWidth() + seat.rating.confidence.spread(d.barsWidth()) + glyphGap
	d.meta(c, at, y, d.ratings.confidence.label(seat.rating.confidence, &d.words))
	return y + metaLine
}

// meta writes small words that start so far into a card, as much of them as there is room for: the label of the card has
// them in full, and the legend those of a scale.
func (d *drawing) meta(c *card, at, y float64, words string) {
	d.line(d.start(c.x, c.width, at, 0), y+12, d.face(metaSize, false).Clip(words, c.width-at-cardEdge))
}

// movedFrom draws what progress was and an arrow to what it is, or that it stayed.
func (d *drawing) movedFrom(c *card, seat *seat, at, y float64) {
	behind := at + seat.before.progress.spread(glyphSize) + glyphSize + turnGap
	if seat.before.progress == seat.rating.progress {
		if seat.rating.rated() {
			d.stayed(c, behind, y)
		}
		return
	}
	d.glyphs(c, at, y, seat.before.progress)
	d.turn(d.start(c.x, c.width, behind, turnSize), y+8)
}

// stayed says in the place of an arrow that a rating is what it was, on a card of which another moved.
func (d *drawing) stayed(c *card, at, y float64) {
	if !c.faint {
		d.same(d.start(c.x, c.width, at, turnSize), y+8)
	}
}

// same draws two short lines, one above the other, as wide as an arrow.
func (d *drawing) same(x, y float64) {
	d.raw(`<path`)
	d.class("om", -1)
	d.raw(` fill="none" stroke="`, d.ink.Muted, `" d="`)
	d.xy('M', x+1, y-2)
	d.raw(`h8m-8 4h8"/>`)
}

// turn draws a small arrow, 10 wide, in the direction of reading.
func (d *drawing) turn(x, y float64) {
	d.raw(`<path`)
	d.class("om", -1)
	d.raw(` fill="none" stroke="`, d.ink.Muted, `" stroke-width="1.4" d="`)
	if d.rtl {
		d.xy('M', x+10, y)
		d.raw(`h-9m3 -3l-3 3l3 3"/>`)
		return
	}
	d.xy('M', x, y)
	d.raw(`h9m-3 -3l3 3l-3 3"/>`)
}
