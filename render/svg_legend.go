package render

// drawLegend explains what the signs mean. Screen readers skip it: the cards say it in words.
func (d *drawing) drawLegend() {
	if len(d.legend) == 0 {
		return
	}
	d.raw(`<g aria-hidden="true">`, "\n")
	for _, row := range d.legend {
		d.raw(`<g>`)
		if row.label != "" {
			d.raw(`<g font-weight="700"`)
			d.class("mu", -1)
			d.raw(` fill="`, d.ink.Muted, `">`)
			d.line(d.start(0, d.width, margin, 0), row.items[0].y+4.5, row.label)
			d.raw(`</g>`)
		}
		for i := range row.items {
			d.legendItem(&row.items[i])
		}
		d.raw("</g>\n")
	}
	d.raw("</g>\n")
}

func (d *drawing) legendItem(it *legendItem) {
	sign := d.signWidth(it.kind)
	x := d.start(0, d.width, it.x, sign)
	switch it.kind {
	case pathItem:
		d.pathSign(it.n, x, it.y)
	case progressItem, unratedItem:
		d.progressSign(x, it)
	case confidenceItem:
		d.muted()
		d.confidence(x, it.y+5, levels{int8(it.n), int8(it.n)})
		d.raw(`</g>`)
	case sameItem:
		d.same(x, it.y)
	case rangeItem:
		d.glyph(d.start(x, sign, 0, glyphSize)+glyphSize/2, it.y, levels{1, 1})
		d.glyph(d.start(x, sign, glyphSize+rangeGap, glyphSize)+glyphSize/2, it.y, highest(d.ratings.progress))
	case sureRangeItem:
		bars := d.barsWidth()
		d.muted()
		d.confidence(d.start(x, sign, 0, bars), it.y+5, levels{1, 1})
		d.confidence(d.start(x, sign, bars+rangeGap, bars), it.y+5, highest(d.ratings.confidence))
		d.raw(`</g>`)
	case hubItem:
		d.hubSign(x, it.y)
	case lessItem:
		d.lessSign(x, it.y)
	case countItem:
		d.countSign(x, it.y)
	case cellItem:
		d.cellSign(x, it.y)
	case turnItem, newTurnItem, sureTurnItem:
		d.turnSign(it.kind, x, it.y)
	case changeItem, sourceItem: // words alone
	}
	y, at := it.y+4.5, 0.0
	if sign > 0 {
		at = sign + signGap
	}
	d.raw(`<g`)
	if it.kind == sourceItem || it.kind == pathItem && d.paths[it.n].faint {
		d.class("mu", -1)
		d.raw(` fill="`, d.ink.Muted, `"`)
	}
	d.raw(`>`)
	against := d.against(it.lines...)
	for _, line := range it.lines {
		d.lineOf(d.start(x, sign, at, 0), y, line, against)
		y += bodyLine
	}
	d.raw(`</g>`)
}

// muted opens a group in the colour of what stands back.
func (d *drawing) muted() {
	d.raw(`<g`)
	d.class("mu", -1)
	d.raw(` fill="`, d.ink.Muted, `">`)
}

// pathSign draws a piece of a pathway's line with its letter, as faint as on the map.
func (d *drawing) pathSign(p int, x, y float64) {
	n := d.colourOf(p)
	d.raw(`<path`)
	d.class("p", n)
	line := ` stroke-width="1.6"`
	if d.paths[p].faint {
		line = faintLine
	}
	d.raw(` fill="none"`, line, ` stroke="`, d.ink.Pathways[n], `"`)
	d.dash(p)
	d.raw(` d="`)
	d.xy('M', x, y)
	at := x + 29 - badgeWidth(len(d.paths[p].letter))/2
	switch {
	case len(d.m.Pathways) < 2:
		d.raw(`h58"/>`)
	case d.paths[p].faint: // the line stops at the ring, which has no ground
		d.to('H', at)
		d.to('M', at+badgeWidth(len(d.paths[p].letter)))
		d.raw(" ")
		d.num(y)
		d.to('H', x+58)
		d.raw(`"/>`)
		d.metaOpen()
		d.ring(p, at, y-8)
		d.raw(`</g>`)
	default:
		d.raw(`h58"/>`)
		d.badge(p, at, y-8)
	}
}

// turnSign draws the lowest sign, or that for no rating, the arrow of a change, and the highest sign.
func (d *drawing) turnSign(kind legendKind, x, y float64) {
	wide := d.signWidth(kind)
	if kind == sureTurnItem {
		d.muted()
		d.confidence(d.start(x, wide, 0, d.barsWidth()), y+5, levels{1, 1})
		d.turn(d.start(x, wide, d.barsWidth()+3, 10), y)
		d.confidence(d.start(x, wide, d.surenessBefore(), d.barsWidth()), y+5, highest(d.ratings.confidence))
		d.raw(`</g>`)
		return
	}
	low := levels{1, 1}
	if kind == newTurnItem {
		low = levels{}
	}
	d.glyph(d.start(x, wide, 0, glyphSize)+glyphSize/2, y, low)
	d.turn(d.start(x, wide, glyphSize+3, 10), y)
	d.glyph(d.start(x, wide, d.beforeWidth(), glyphSize)+glyphSize/2, y, highest(d.ratings.progress))
}

func highest(s scale) levels {
	n := int8(len(s.labels))
	return levels{n, n}
}

func (d *drawing) progressSign(x float64, it *legendItem) {
	l := levels{int8(it.n), int8(it.n)}
	n := d.levelColour(l)
	sign := d.signWidth(it.kind)
	rail := d.start(x, sign, 0, railWidth)
	switch {
	case d.brief:
		d.glyph(x+glyphSize/2, it.y, l)
		return
	case n == 0:
		d.raw(`<path`)
		d.class("o", n)
		d.raw(` stroke="`, d.levelInk(n), `" stroke-width="3" stroke-dasharray="3 3" d="`)
		d.xy('M', rail+railWidth/2, it.y-8)
		d.raw(`v16"/>`)
	default:
		d.raw(`<rect`)
		d.class("r", n)
		d.size("x", rail)
		d.size("y", it.y-8)
		d.raw(` width="6" height="16" rx="1.5" fill="`, d.levelInk(n), `"/>`)
	}
	d.glyph(d.start(x, sign, railWidth+7, glyphSize)+glyphSize/2, it.y, l)
}

// hubSign draws two lines that meet in a dot and part again.
func (d *drawing) hubSign(x, y float64) {
	d.raw(`<g`)
	d.class("om", -1)
	d.raw(` fill="none" stroke-width="1.6" stroke="`, d.ink.Muted, `"><path d="`)
	for _, end := range [...]float64{-6, 6} {
		d.way([]Point{{x, y + end}, {x + 20, y}, {x + 40, y + end}}, 0)
	}
	d.raw(`"/></g><circle`)
	d.class("mu", -1)
	d.size("cx", x+20)
	d.size("cy", y)
	d.raw(` r="3.5" fill="`, d.ink.Muted, `"/>`)
}

// lessSign draws a line that ends in a bar.
func (d *drawing) lessSign(x, y float64) {
	from, to, way := x, x+40, 1.0
	if d.rtl {
		from, to, way = to, from, -1
	}
	d.raw(`<path`)
	d.class("om", -1)
	d.raw(` fill="none" stroke-width="1.6" stroke="`, d.ink.Muted, `" d="`)
	d.xy('M', from, y)
	d.to('H', to-way*(barGap+barHead-0.5))
	d.raw(`"/><path`)
	d.class("mu", -1)
	d.raw(` fill="`, d.ink.Muted, `" d="`)
	d.bar(to, y, -way)
	d.raw(`z"/>`)
}

// countSign draws an arrow with a number, as an overview has it.
func (d *drawing) countSign(x, y float64) {
	from, to, way := x, x+40, 1.0
	if d.rtl {
		from, to, way = to, from, -1
	}
	d.raw(`<path`)
	d.class("om", -1)
	d.raw(` fill="none" stroke-width="1.6" stroke="`, d.ink.Muted, `" d="`)
	d.xy('M', from, y+3)
	d.to('H', to-way*arrowSize)
	d.raw(`"/><path`)
	d.class("mu", -1)
	d.raw(` fill="`, d.ink.Muted, `" d="`)
	d.xy('M', to, y+3)
	d.xy('l', -way*arrowSize, -arrowSize/2)
	d.raw(`v8z"/><text`)
	d.class("mu", -1)
	d.size("x", x+20)
	d.size("y", y-2)
	d.raw(` font-size="11" text-anchor="middle" fill="`, d.ink.Muted, `">9</text>`)
}

// cellSign draws a card with a number, as an overview has it.
func (d *drawing) cellSign(x, y float64) {
	d.raw(`<rect`)
	d.class("cd", -1)
	d.size("x", x+0.5)
	d.size("y", y-8.5)
	d.raw(` width="39" height="17" rx="4" fill="`, d.ink.Card, `" stroke="`, d.ink.Border, `"/><text`)
	d.size("x", x+20)
	d.size("y", y+4.5)
	d.raw(` font-weight="700" text-anchor="middle">9</text>`)
}
