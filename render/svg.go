package render

import (
	"fmt"
	"io"

	"github.com/outcomemap/outcomemap/internal/grouped"
	"github.com/outcomemap/outcomemap/outcome"
)

// SVG draws a map as a picture that opens in a browser with nothing else: title, column headings,
// cards, links, ratings where there are any, legend, date and source. Each card carries the id of its
// stone in data-stone; each link from stone to stone is an element with data-from, data-to and
// data-pathway, those of a step drawn through a hub without a line of their own, which a style or a
// script can give them. Above 100,000 links those of a hub have strokes alone.
//
// Screen readers get the picture as lists of cards, one a column, each card with its rating, its
// pathways and what it leads to in its label. Text keeps a contrast of 4.5:1 and graphics 3:1 in the
// built-in themes. It is written in pieces, of which none is held back for long, and the first only
// when all is in its place: errors are those of [Layout], with nothing written, or those of w.
func SVG(w io.Writer, m *outcome.Map, opts ...Option) error {
	s, err := arrange(m, opts)
	if err != nil {
		return err
	}
	if err := s.svg(w); err != nil {
		return fmt.Errorf("render: %w", err)
	}
	return nil
}

// maxPairs is the number of links above which the SVG has no element of its own for a link that is
// drawn through a hub: their number grows with the square of a step.
const maxPairs = 100_000

// svg writes the picture.
func (s *scene) svg(w io.Writer) error {
	d := &drawing{scene: s, pen: pen{prefix: s.prefix, w: w}, ink: &s.theme.Screen}
	d.b = make([]byte, 0, min(sheet+sheet/2, 8192+900*len(s.cards)+160*len(s.strokes)))
	d.begin()
	d.drawHeadings()
	for _, part := range s.parts() {
		d.scene = part
		d.drawPart()
	}
	d.scene = s
	d.drawLegend()
	d.raw("</svg>\n")
	d.flush()
	return d.err
}

// begin writes all up to the headings.
func (d *drawing) begin() {
	d.open()
	d.raw(`<style>`, d.styles(), "</style>\n")
	x, y, width, height := d.frame()
	d.raw(`<rect`)
	d.class("bg", -1)
	if d.bare { // a page may show what hangs over
		d.size("x", x)
		d.size("y", y)
	}
	d.size("width", width)
	d.size("height", height)
	d.raw(` fill="`, d.ink.Page, "\"/>\n")
	if !d.bare {
		d.titleBlock()
	}
}

// frame is the part of the page that is shown: if bare, from the headings to the last card.
func (d *drawing) frame() (x, y, width, height float64) {
	if d.bare {
		x, y = margin-2, margin
	}
	return x, y, d.width - 2*x, d.height - y
}

// drawPart draws the columns, links and cards of the whole scene or of one of its rows.
func (d *drawing) drawPart() {
	if len(d.caption) > 0 {
		d.raw(`<g role="group"`)
		d.attr("aria-label", d.captionText())
		d.raw(">\n")
		d.drawCaption()
		defer d.raw("</g>\n")
	}
	d.drawLanes()
	d.drawLinks()
	d.drawColumns()
}

// A drawing is a scene being written as SVG.
type drawing struct {
	*scene
	pen
	ink   *Palette
	outs  grouped.Groups // strokes by the card where they start
	heads grouped.Groups // ports where links arrive, by pathway
	seen  []int32        // by card: the card that was last seen to lead there, from 1
}

const fontFamily = `Arial, Helvetica, &quot;Liberation Sans&quot;, Arimo, sans-serif`

func (d *drawing) open() {
	d.raw(`<svg xmlns="http://www.w3.org/2000/svg"`)
	x, y, width, height := d.frame()
	d.size("width", width)
	d.size("height", height)
	d.raw(` viewBox="`)
	d.num(x)
	d.raw(" ")
	d.num(y)
	d.raw(" ")
	d.num(width)
	d.raw(" ")
	d.num(height)
	d.raw(`" role="graphics-document document"`)
	d.attr("aria-roledescription", d.words.Map)
	d.raw(` aria-labelledby="`, d.prefix, `title" aria-describedby="`, d.prefix, `desc"`)
	if lang := languageTag(d.m.Language); lang != "" {
		d.attr("lang", lang)
		d.attr("xml:lang", lang)
	}
	if d.rtl {
		d.raw(` direction="rtl"`)
	}
	d.raw(` font-family="`, fontFamily, `" font-size="13"`)
	d.class("tx", -1)
	d.raw(` fill="`, d.ink.Ink, "\">\n<title id=\"", d.prefix, `title">`)
	d.escape(d.headline())
	d.raw(`</title><desc id="`, d.prefix, `desc">`)
	d.escape(d.description())
	d.raw("</desc>\n")
}

// start returns the x of something width wide that stands offset behind the start of a box: its left
// side, or its right side in a language that runs from right to left.
func (d *drawing) start(x, boxWidth, offset, width float64) float64 {
	if d.rtl {
		return x + boxWidth - offset - width
	}
	return x + offset
}

// line writes a text of one line that starts at x.
func (d *drawing) line(x, y float64, s string) { d.lineOf(x, y, s, d.against(s)) }

// lineOf writes one line of a text. One that runs against the picture ends at x, where others start.
func (d *drawing) lineOf(x, y float64, s string, against bool) {
	d.raw(`<text`)
	switch {
	case against && d.rtl:
		d.raw(` direction="ltr" text-anchor="end"`)
	case against:
		d.raw(` direction="rtl" text-anchor="end"`)
	}
	d.size("x", x)
	d.size("y", y)
	d.raw(`>`)
	d.escape(s)
	d.raw(`</text>`)
}

func (d *drawing) titleBlock() {
	x := d.start(0, d.width, margin, 0)
	d.raw(`<g aria-hidden="true">`)
	y := margin
	if indent := d.titleIndent(); indent > 0 {
		d.badge(0, d.start(0, d.width, margin, badgeWidth(len(d.paths[0].letter))), y+5)
		x = d.start(0, d.width, margin+indent, 0)
	}
	d.raw(`<g font-size="22" font-weight="700">`)
	against := d.against(d.title...)
	for _, line := range d.title {
		d.lineOf(x, y+titleSize-1, line, against)
		y += titleLine
	}
	x = d.start(0, d.width, margin, 0)
	d.raw(`</g><g`)
	d.class("mu", -1)
	d.raw(` fill="`, d.ink.Muted, `">`)
	against = d.against(d.sub...)
	for _, line := range d.sub {
		d.lineOf(x, y+bodySize+1, line, against)
		y += subLine
	}
	d.raw("</g></g>\n")
}
