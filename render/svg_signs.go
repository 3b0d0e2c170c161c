package render

// The signs of ratings. Progress is a circle that fills, and a rail in a colour; confidence is bars that
// rise; unrated is a dash and a rail with gaps. None needs colour to be told from the others.

// levelColour is 0 for unrated, 1 for the lowest level of progress, 2 for those between, 3 for the
// highest.
func (s *scene) levelColour(l levels) int {
	switch {
	case !l.rated():
		return 0
	case int(l.low) >= len(s.ratings.progress.labels):
		return 3
	case l.low == 1:
		return 1
	}
	return 2
}

func (d *drawing) levelInk(n int) string {
	if n == 0 {
		return d.ink.Unrated
	}
	return d.ink.Progress[n-1]
}

// rail draws the side of a card in the colours of its progress, a piece a pathway. A faint card has none, but
// where no rating has moved the dots that say that there is none.
func (d *drawing) rail(c *card) {
	d.eachPiece(c, func(seat *seat, y, height float64, first, last bool) {
		colour := d.levelColour(seat.rating.progress)
		switch {
		case height < 3: // there are more pathways than there is room for: the rows say it
		case !c.faint, colour == 0 && len(d.focus) == 0:
			d.railPiece(c, colour, y, height, first, last)
		}
	})
}

// railPiece draws a piece of the rail, rounded where it meets a corner of the card.
func (d *drawing) railPiece(c *card, n int, y, height float64, first, last bool) {
	way, sweep := 1.0, "0 0 0 "
	if d.rtl {
		way, sweep = -1, "0 0 1 "
	}
	x := d.start(c.x, c.width, 0, 0)
	if n == 0 {
		d.raw(`<path`)
		d.class("o", n)
		d.raw(` stroke="`, d.levelInk(n), `" stroke-width="3" stroke-dasharray="3 3" d="`)
		d.xy('M', x+way*railWidth/2, y+cornerSize)
		d.to('V', y+height-cornerSize)
		d.raw(`"/>`)
		return
	}
	d.raw(`<path`)
	d.class("r", n)
	d.raw(` fill="`, d.levelInk(n), `" d="`)
	d.xy('M', x+way*railWidth, y)
	if first {
		d.raw("a6 6 ", sweep)
		d.xy(' ', -way*cornerSize, cornerSize)
	} else {
		d.to('H', x)
	}
	if last {
		d.to('V', y+height-cornerSize)
		d.raw("a6 6 ", sweep)
		d.xy(' ', way*cornerSize, cornerSize)
	} else {
		d.to('V', y+height)
		d.to('H', x+way*railWidth)
	}
	d.raw(`z"/>`)
}

// glyph draws a circle that is as full as progress is far: empty at the lowest level of the scale, full
// at the highest.
func (d *drawing) glyph(cx, cy float64, l levels) {
	n := d.levelColour(l)
	if n == 0 {
		d.raw(`<path`)
		d.class("o", n)
		d.raw(` stroke="`, d.levelInk(n), `" stroke-width="2" d="`)
		d.xy('M', cx-4.5, cy)
		d.raw(`h9"/>`)
		return
	}
	eighths := int(d.ratings.progress.share(l.low)*8 + 0.5)
	d.raw(`<circle`)
	d.size("cx", cx)
	d.size("cy", cy)
	if eighths >= 8 {
		d.class("r", n)
		d.raw(` r="5.2" fill="`, d.levelInk(n), `"/>`)
		return
	}
	d.class("o", n)
	d.raw(` r="4.4" stroke-width="1.6" fill="none" stroke="`, d.levelInk(n), `"/>`)
	if eighths > 0 {
		d.slice(cx, cy, n, eighths)
	}
}

// slice fills eighths of a circle, clockwise from the top.
func (d *drawing) slice(cx, cy float64, n, eighths int) {
	const r, k = 4.4, 3.1 // k = r / √2
	ends := [...]Point{{0, -r}, {k, -k}, {r, 0}, {k, k}, {0, r}, {-k, k}, {-r, 0}, {-k, -k}}
	d.raw(`<path`)
	d.class("r", n)
	d.raw(` fill="`, d.levelInk(n), `" d="`)
	d.xy('M', cx, cy)
	d.to('v', -r)
	d.raw("A4.4 4.4 0 ")
	if eighths > 4 {
		d.raw("1 1 ")
	} else {
		d.raw("0 1 ")
	}
	d.xy(' ', cx+ends[eighths][0], cy+ends[eighths][1])
	d.raw(`z"/>`)
}

// confidence draws as many bars as the scale has levels, at most five, filled up to the level.
func (d *drawing) confidence(x, base float64, l levels) {
	bars, levels := d.bars(), len(d.ratings.confidence.labels)
	for i := range bars {
		height := 4 + 6.5*float64(i)/float64(max(bars-1, 1))
		at := x + float64(barStep*float64(i))
		if d.rtl {
			at = x + d.barsWidth() - barWidth - float64(barStep*float64(i))
		}
		d.raw(`<rect`)
		d.size("x", at)
		d.size("y", base-height)
		d.size("width", barWidth)
		d.size("height", height)
		if filled := int(l.low)*bars >= (i+1)*levels && l.rated(); filled {
			d.raw(`/>`)
		} else {
			d.class("om", -1)
			d.raw(` fill="none" stroke="`, d.ink.Muted, `" stroke-width=".8"/>`)
		}
	}
}
