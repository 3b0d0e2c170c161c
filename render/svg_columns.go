package render

import (
	"strconv"
	"strings"
)

// drawLanes draws the ground of each column.
func (d *drawing) drawLanes() {
	d.raw(`<g aria-hidden="true"`)
	d.class("ln", -1)
	d.raw(` fill="`, d.ink.Lane, `">`)
	top := d.top + d.headHeight + 6
	for i := range d.columns {
		c := &d.columns[i]
		d.raw(`<rect`)
		d.size("x", c.x-laneMargin)
		d.size("y", top)
		d.size("width", c.width+2*laneMargin)
		d.size("height", d.bottom+12-top)
		d.raw(` rx="8"/>`)
	}
	d.raw("</g>\n")
}

// drawHeadings draws the heading of each column as a chevron.
func (d *drawing) drawHeadings() {
	d.raw(`<g aria-hidden="true">`)
	for i := range d.columns {
		d.chevron(i)
	}
	d.raw(`<g font-size="14" font-weight="700"`)
	d.class("hi", -1)
	d.raw(` fill="`, d.ink.HeaderInk, `">`)
	for i := range d.columns {
		c := &d.columns[i]
		y := d.top + (d.headHeight-headLine*float64(len(c.heading)))/2 + 13
		against := d.against(c.heading...)
		for _, line := range c.heading {
			d.lineOf(d.start(c.x, c.width, headIn, 0), y, line, against)
			y += headLine
		}
	}
	d.raw("</g></g>\n")
}

func (d *drawing) chevron(i int) {
	c := &d.columns[i]
	way := 1.0
	if d.rtl {
		way = -1
	}
	n := headerColour(i, len(d.columns), len(d.ink.Header))
	half := d.headHeight / 2
	d.raw(`<path`)
	d.class("h", n)
	d.raw(` fill="`, d.ink.Header[n], `" d="`)
	d.xy('M', d.start(c.x, c.width, -laneMargin, 0), d.top)
	d.to('h', way*d.headWidth(i))
	d.xy('l', way*headTip, half)
	d.xy('l', -way*headTip, half)
	d.to('h', -way*d.headWidth(i))
	if i > 0 {
		d.xy('l', way*headTip, -half)
	}
	d.raw(`z"/>`)
}

// headerColour spreads the colours of a ramp over the columns.
func headerColour(i, columns, colours int) int {
	if columns <= 1 {
		return 0
	}
	return (i*(colours-1)*2 + columns - 1) / (2 * (columns - 1))
}

// description says what the picture shows to who cannot see it.
func (s *scene) description() string {
	var b strings.Builder
	way := s.words.ReadRight
	if s.rtl {
		way = s.words.ReadLeft
	}
	b.WriteString(s.words.Map + ", " + way + ". " + strings.Join(s.underline(), dot) + ". ")
	b.WriteString(count(s.words.Columns, len(s.columns)) + ": ")
	for i := range s.columns {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(s.name(i) + " (" + strconv.Itoa(int(s.columns[i].last-s.columns[i].first)) + ")")
	}
	b.WriteString(".")
	if len(s.paths) > 0 {
		b.WriteString(" " + s.words.Pathway + ": ")
		for i := range s.paths {
			if i > 0 {
				b.WriteString("; ")
			}
			b.WriteString(s.paths[i].letter + " " + s.paths[i].title)
		}
		b.WriteString(".")
	}
	return b.String()
}
