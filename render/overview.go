package render

import (
	"fmt"
	"io"

	"github.com/outcomemap/outcomemap/outcome"
)

// Overview draws what a map too big to read comes to, as SVG: a row for each pathway and in each column
// the number of its stones there, how many of them stand at which level of progress and of confidence, and how many links
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
	if v.flush(); v.err != nil {
		return fmt.Errorf("render: %w", v.err)
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
	sureness      []int // and by confidence, without the unrated
	ahead         int   // links to the next column
}

const (
	cellWidth   = 148.0
	cellGutter  = 48.0
	nameWidth   = 250.0
	cellHeight  = 40.0
	signsHeight = 19.0 // more for progress, and for confidence
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
			v.cells[v.seats[k].path][c.column].add(&v.seats[k], &v.ratings)
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

func (t *tally) add(s *seat, r *ratings) {
	t.stones++
	if t.levels == nil {
		t.levels, t.sureness = make([]int, len(r.progress.labels)+1), make([]int, len(r.confidence.labels)+1)
	}
	t.levels[s.rating.progress.low]++
	if l := s.rating.confidence; l.rated() {
		t.sureness[l.low]++
	}
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
	y, height := v.top+v.headHeight+18, v.cellHeight() // of all rows, so that they stand as far apart
	for p := range v.paths {
		lines := v.measured(bodySize, true, v.paths[p].title).Pretty(nil, nameWidth-badgeWidth(len(v.paths[p].letter))-28)
		v.names = append(v.names, lines)
		height = max(height, bodyLine*float64(len(lines))+subLine+6)
	}
	for range v.paths {
		v.addRow(&y, height)
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
		return cellHeight + 2*signsHeight
	}
	return cellHeight
}

func (v *overview) addRow(y *float64, height float64) {
	v.tops, v.heights = append(v.tops, *y), append(v.heights, height)
	*y += height + cardGap
}
