package render

import (
	"fmt"
	"io"
	"math"
	"strconv"

	"github.com/outcomemap/outcomemap/outcome"
)

// Overview draws what a map too big to read comes to, as SVG: a row for each pathway and in each column
// the number of its stones there, how many of them stand at which level of progress, and how many links
// lead on to the next column. The last row counts the stones of the whole map, and those in no pathway.
// The same options, promises and errors as for [SVG].
func Overview(w io.Writer, m *outcome.Map, opts ...Option) error {
	s, err := look(m, opts)
	if err != nil {
		return err
	}
	v := &overview{drawing: drawing{scene: s, pen: pen{prefix: s.prefix, w: w}, ink: &s.theme.Screen}}
	v.brief = true
	v.countAll()
	v.arrange()
	v.draw()
	if err := v.flush(); err != nil {
		return fmt.Errorf("render: %w", err)
	}
	return nil
}

// An overview is a table of counts being drawn.
type overview struct {
	drawing
	cells   [][]tally  // by pathway and column
	whole   []tally    // by column
	names   [][]string // of the pathways, in lines
	tops    []float64  // of the rows, that of the whole map last
	heights []float64
}

// A tally is what a pathway has in one column.
type tally struct {
	stones, loose int
	levels        []int // stones by progress; the first is unrated
	ahead         int   // links to the next column
}

const (
	cellWidth   = 148.0
	cellGutter  = 48.0
	nameWidth   = 250.0
	cellHeight  = 40.0
	signsHeight = 20.0 // more for ratings
	countSize   = 18.0
)

func (v *overview) countAll() {
	v.cells = make([][]tally, len(v.paths))
	for p := range v.cells {
		v.cells[p] = make([]tally, len(v.columns))
	}
	v.whole = make([]tally, len(v.columns))
	for i := range v.cards {
		c := &v.cards[i]
		v.whole[c.column].stones++
		if c.firstSeat == c.lastSeat {
			v.whole[c.column].loose++
		}
		for k := c.firstSeat; k < c.lastSeat; k++ {
			v.cells[v.seats[k].path][c.column].add(&v.seats[k], len(v.ratings.progress.labels))
		}
	}
	for i := range v.strokes {
		k := &v.strokes[i]
		if max(int(k.from), int(k.to)) < len(v.cards) {
			v.addLinks(k.path, v.cards[k.from].column, v.cards[k.to].column, 1)
		}
	}
	for i := range v.hubs {
		if h := &v.hubs[i]; !h.spreads {
			v.addLinks(h.path, h.gutter, v.cards[h.to[0]].column, len(h.from)*len(h.to))
		}
	}
}

func (t *tally) add(s *seat, levels int) {
	t.stones++
	if t.levels == nil {
		t.levels = make([]int, levels+1)
	}
	t.levels[s.rating.progress.low]++
}

func (v *overview) addLinks(path, from, to int32, n int) {
	if to == from+1 {
		v.cells[path][from].ahead += n
		v.counted = true
	}
}

// arrange gives rows and columns their places.
func (v *overview) arrange() {
	v.measureRows()
	x := margin + nameWidth + laneMargin
	for i := range v.columns {
		c := &v.columns[i]
		c.x, c.width, c.gutter = x, cellWidth, cellGutter
		x += cellWidth + cellGutter
	}
	v.width = x - cellGutter + laneMargin + margin
	v.addHeadings()
	y := v.top + v.headHeight + 18
	for p := range v.paths {
		lines := v.face(bodySize, true).Pretty(nil, v.paths[p].title, nameWidth-badgeWidth(len(v.paths[p].letter))-28)
		v.names = append(v.names, lines)
		v.addRow(&y, max(v.cellHeight(), bodyLine*float64(len(lines))+subLine+6))
	}
	v.addRow(&y, cellHeight)
	v.bottom = y - cardGap
	v.addLegend()
	if v.rtl {
		v.mirror(v.width)
	}
}

func (v *overview) cellHeight() float64 {
	if v.rated {
		return cellHeight + signsHeight
	}
	return cellHeight
}

func (v *overview) addRow(y *float64, height float64) {
	v.tops, v.heights = append(v.tops, *y), append(v.heights, height)
	*y += height + cardGap
}

func (v *overview) draw() {
	v.begin()
	v.lanesAndHeadings()
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
	for _, line := range lines {
		v.line(x, y+bodySize, line)
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
		v.signs(c, y+cellHeight-8, t)
	}
	v.raw("</g></g>\n")
}

func (v *overview) number(c *column, y float64, n int) {
	v.raw(`<g font-size="18" font-weight="700">`)
	v.line(v.start(c.x, c.width, 12, 0), y+cellHeight/2+countSize/3, strconv.Itoa(n))
	v.raw(`</g>`)
}

// signs writes a sign and a number for each level that has stones, as far as there is room.
func (v *overview) signs(c *column, y float64, t *tally) {
	meta := v.face(metaSize, false)
	at := 12.0
	v.raw(`<g font-size="11"`)
	v.class("mu", -1)
	v.raw(` fill="`, v.ink.Muted, `">`)
	for k := range t.levels {
		level := (k + 1) % len(t.levels) // unrated comes last
		if t.levels[level] == 0 {
			continue
		}
		label := strconv.Itoa(t.levels[level])
		need := glyphSize + 4 + meta.Width(label)
		if at+need > c.width-4 {
			break
		}
		v.glyph(v.start(c.x, c.width, at, glyphSize)+glyphSize/2, y+8, levels{int8(level), int8(level)})
		v.line(v.start(c.x, c.width, at+glyphSize+4, 0), y+12, label)
		at += math.Ceil(need) + 9
	}
	v.raw(`</g>`)
}

func (v *overview) tallyText(t *tally) string {
	words := count(v.words.Stones, t.stones)
	if !v.rated {
		return words
	}
	for k := range t.levels {
		level := (k + 1) % len(t.levels)
		if t.levels[level] == 0 {
			continue
		}
		label := v.words.NotRated
		if level > 0 {
			label = v.ratings.progress.labels[level-1]
		}
		words += ", " + strconv.Itoa(t.levels[level]) + " " + label
	}
	return words
}

// wholeRow counts the stones of the whole map.
func (v *overview) wholeRow() {
	y := v.tops[len(v.tops)-1]
	v.raw(`<g role="list"`)
	v.attr("aria-label", v.words.Map)
	v.raw("><g font-weight=\"700\" aria-hidden=\"true\">")
	v.line(v.start(0, v.width, margin, 0), y+cellHeight/2+4.5, count(v.words.Stones, len(v.cards)))
	v.raw("</g>\n")
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
