package render

import (
	"math"
	"strconv"
)

func (v *overview) draw() {
	v.begin()
	v.drawHeadings()
	v.drawLanes()
	for p := range v.paths {
		v.row(p)
	}
	v.wholeRow()
	v.drawLegend()
	v.raw("</svg>\n")
}

// row draws the name of a pathway, its counts, and the links between them.
func (v *overview) row(p int) {
	y, height := v.tops[p], v.heights[p]
	v.raw(`<g role="list"`)
	v.attr("data-pathway", v.paths[p].ID)
	v.attr("aria-label", v.paths[p].title)
	if v.paths[p].faint {
		v.raw(` opacity=".35"`)
	}
	v.raw(">\n")
	v.name(p, y, height)
	v.flow(p, y+height/2)
	for i := range v.columns {
		if t := &v.cells[p][i]; t.stones > 0 {
			v.cell(i, t, y+(height-v.cellHeight())/2)
		}
	}
	v.raw("</g>\n")
}

func (v *overview) name(p int, y, height float64) {
	lines := v.names[p]
	y += (height - bodyLine*float64(len(lines)) - subLine) / 2
	v.raw(`<g aria-hidden="true">`)
	wide := badgeWidth(len(v.paths[p].letter))
	v.badge(p, v.start(0, v.width, margin, wide), y+1)
	v.raw(`<g font-weight="700">`)
	x := v.start(0, v.width, margin+wide+8, 0)
	against := v.against(lines...)
	for _, line := range lines {
		v.lineOf(x, y+bodySize, line, against)
		y += bodyLine
	}
	stones := 0
	for i := range v.cells[p] {
		stones += v.cells[p][i].stones
	}
	v.raw(`</g><g`)
	v.class("mu", -1)
	v.raw(` fill="`, v.ink.Muted, `">`)
	v.line(x, y+bodySize, count(v.words.Stones, stones))
	v.raw("</g></g>\n")
}

// flow draws an arrow between neighbouring columns with the number of links from the one to the other.
func (v *overview) flow(p int, y float64) {
	n := v.colourOf(p)
	way := 1.0
	if v.rtl {
		way = -1
	}
	v.raw(`<g aria-hidden="true">`)
	for i := range v.columns {
		links := v.cells[p][i].ahead
		if links == 0 || i+1 == len(v.columns) {
			continue
		}
		x := v.start(v.columns[i].x, v.columns[i].width, v.columns[i].width, 0)
		v.raw(`<path`)
		v.class("p", n)
		v.raw(` fill="none" stroke-width="1.6" stroke="`, v.ink.Pathways[n], `"`)
		v.dash(p)
		v.raw(` d="`)
		v.xy('M', x, y)
		v.to('h', way*(cellGutter-arrowSize))
		v.raw(`"/><path`)
		v.class("f", n)
		v.raw(` fill="`, v.ink.Pathways[n], `" d="`)
		v.xy('M', x+way*cellGutter, y)
		v.xy('l', -way*arrowSize, -arrowSize/2)
		v.raw(`v8z"/><text`)
		v.class("mu", -1)
		v.size("x", x+way*cellGutter/2)
		v.size("y", y-6)
		v.raw(` font-size="11" text-anchor="middle" fill="`, v.ink.Muted, `">`, strconv.Itoa(links), `</text>`)
	}
	v.raw("</g>\n")
}

// cell draws the number of stones, and the signs of their progress with how many stand at each.
func (v *overview) cell(i int, t *tally, y float64) {
	c := &v.columns[i]
	v.raw(`<g role="listitem"`)
	v.attr("data-column", c.ID)
	v.attr("aria-label", v.drawing.name(i)+": "+v.tallyText(t))
	v.raw(`><rect`)
	v.class("cd", -1)
	v.size("x", c.x)
	v.size("y", y)
	v.size("width", c.width)
	v.size("height", v.cellHeight())
	v.raw(` rx="6" fill="`, v.ink.Card, `" stroke="`, v.ink.Border, `"/><g aria-hidden="true">`)
	v.number(c, y, t.stones)
	if v.rated {
		v.signs(c, y+cellHeight-8, t.levels, glyphSize, func(x, y float64, level int) {
			v.glyph(x+glyphSize/2, y+8, levels{int8(level), int8(level)})
		})
		v.signs(c, y+cellHeight+signsHeight-8, t.sureness, v.barsWidth(), func(x, y float64, level int) {
			v.confidence(x, y+12, levels{int8(level), int8(level)})
		})
	}
	v.raw("</g></g>\n")
}

func (v *overview) number(c *column, y float64, n int) {
	v.raw(`<g font-size="18" font-weight="700">`)
	v.line(v.start(c.x, c.width, 12, 0), y+cellHeight/2+countSize/3, strconv.Itoa(n))
	v.raw(`</g>`)
}

// signs writes a sign and a number for each level that has stones, as far as there is room.
func (v *overview) signs(c *column, y float64, counts []int, wide float64, sign func(x, y float64, level int)) {
	meta := v.face(metaSize, false)
	at := 12.0
	v.raw(`<g font-size="11"`)
	v.class("mu", -1)
	v.raw(` fill="`, v.ink.Muted, `">`)
	for k := range counts {
		level := (k + 1) % len(counts) // unrated comes last
		if counts[level] == 0 {
			continue
		}
		label := strconv.Itoa(counts[level])
		need := wide + 4 + meta.Width(label)
		if at+need > c.width-4 {
			break
		}
		sign(v.start(c.x, c.width, at, wide), y, level)
		v.line(v.start(c.x, c.width, at+wide+4, 0), y+12, label)
		at += math.Ceil(need) + 9
	}
	v.raw(`</g>`)
}

func (v *overview) tallyText(t *tally) string {
	words := count(v.words.Stones, t.stones)
	if !v.rated {
		return words
	}
	words += v.levelsText(t.levels, v.ratings.progress.labels)
	if sure := v.levelsText(t.sureness, v.ratings.confidence.labels); sure != "" {
		words += "; " + v.words.Confidence + ": " + sure[len(", "):]
	}
	return words
}

// levelsText lists how many stand at which level, each behind a comma.
func (v *overview) levelsText(counts []int, labels []string) (words string) {
	for k := range counts {
		level := (k + 1) % len(counts)
		if counts[level] == 0 {
			continue
		}
		label := v.words.NotRated
		if level > 0 {
			label = labels[level-1]
		}
		words += ", " + strconv.Itoa(counts[level]) + " " + label
	}
	return words
}

// wholeRow counts the stones of the whole map.
func (v *overview) wholeRow() {
	y := v.tops[len(v.tops)-1]
	v.raw(`<g role="list"`)
	v.attr("aria-label", v.words.Whole)
	v.raw(`><g aria-hidden="true"><g font-weight="700">`)
	x := v.start(0, v.width, margin, 0)
	v.line(x, y+bodySize+2, v.words.Whole)
	v.raw(`</g><g`)
	v.class("mu", -1)
	v.raw(` fill="`, v.ink.Muted, `">`)
	v.line(x, y+bodySize+2+bodyLine, count(v.words.Stones, len(v.cards)))
	v.raw("</g></g>\n")
	for i := range v.columns {
		c, t := &v.columns[i], &v.whole[i]
		loose := ""
		if t.loose > 0 && len(v.paths) > 0 {
			loose = v.words.NoPathway + ": " + strconv.Itoa(t.loose)
		}
		v.raw(`<g role="listitem"`)
		v.attr("aria-label", v.drawing.name(i)+": "+count(v.words.Stones, t.stones)+" "+loose)
		v.raw(`><g aria-hidden="true">`)
		v.number(c, y, t.stones)
		v.raw(`<g font-size="11"`)
		v.class("mu", -1)
		v.raw(` fill="`, v.ink.Muted, `">`)
		if loose != "" {
			v.line(v.start(c.x, c.width, 44, 0), y+cellHeight/2+4, loose)
		}
		v.raw("</g></g></g>\n")
	}
	v.raw("</g>\n")
}
