package table

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/outcomemap/outcomemap/internal/rule"
)

// sheet is a table whose cells were read.
type sheet struct {
	*grid
	heads  []heading
	cells  [][]cell // rows of cells, some shorter than heads
	places []int    // the map's column of each column
	tool   bool     // some cell was written by the reporting tool
}

type heading struct {
	text string
	at   span
}

// located is an entry with its row, from 0.
type located struct {
	entry
	row int
}

// sheet reads the cells of a table. places are the map's columns; nil: the table is the map's own.
func (r *reader) sheet(g *grid, places []int) *sheet {
	sh := &sheet{grid: g}
	width := g.width()
	if places == nil && width > 1 && g.numbered() {
		r.numbers = 1
		r.find(rule.OddCell, g.heads[0].span, "", fmt.Sprintf("table %d: the first column has no words and was left out", g.number), "")
	}
	skip := r.numbers
	if places != nil {
		width = min(width, len(places))
		skip = max(r.numbers-places[0], 0) // it may do without them
	}
	for c := skip; c < width; c++ {
		text, _ := headText(g.heads[c])
		sh.heads = append(sh.heads, heading{text, g.heads[c].span})
		place := c
		if places != nil {
			place = places[c]
		}
		sh.places = append(sh.places, place-r.numbers)
	}
	for n, it := range g.rows {
		fields := it.cells[min(skip, len(it.cells)):]
		row := make([]cell, min(len(fields), len(sh.heads)))
		for c := range row {
			row[c] = readCell(fields[c])
			sh.tool = sh.tool || row[c].tool
		}
		sh.cells = append(sh.cells, row)
		r.ragged(sh, n, it, fields)
	}
	r.around(sh)
	return sh
}

// width returns how many columns the headings span, counting those without a heading that hold text.
func (g *grid) width() int {
	width := len(trimmed(g.heads))
	for _, it := range g.rows {
		width = max(width, min(len(g.heads), len(trimmed(it.cells))))
	}
	return width
}

// numbered reports whether the first column holds row numbers: figures, and no letter below its heading.
func (g *grid) numbered() bool {
	figures := g.heads[0].empty()
	for _, it := range g.rows {
		if hasLetter(it.cells[0].text) {
			return false
		}
		figures = figures || !it.cells[0].empty()
	}
	return figures
}

// name names a cell for people: rows count from 1 below the headings.
func (sh *sheet) name(row, column int) string {
	head := fmt.Sprintf("column %d", column+1)
	if sh.heads[column].text != "" {
		head = fmt.Sprintf("%q", short(sh.heads[column].text))
	}
	return fmt.Sprintf("table %d, row %d, %s", sh.number, row+1, head)
}

// column returns the entries of a column from top to bottom.
func (sh *sheet) column(c int) []located {
	var out []located
	for n, row := range sh.cells {
		if c >= len(row) {
			continue
		}
		for _, e := range row[c].entries {
			out = append(out, located{e, n})
		}
	}
	return out
}

// ragged finds what is wrong with the shape of a row.
func (r *reader) ragged(sh *sheet, n int, it item, fields []field) {
	where := fmt.Sprintf("table %d, row %d", sh.number, n+1)
	if extra := trimmed(fields); len(extra) > len(sh.heads) {
		extra = extra[len(sh.heads):]
		var texts []string
		for _, f := range extra {
			if !f.empty() {
				texts = append(texts, squeeze(f.text))
			}
		}
		r.find(rule.OddCell, span{extra[0].start, extra[len(extra)-1].end}, "",
			fmt.Sprintf("%s has more cells than the table has headings; left out: %q", where, strings.Join(texts, " | ")), "")
	}
	switch {
	case it.torn:
		r.find(rule.OddCell, fields[0].span, "", where+" has no tab and was read as its first cell",
			"it may be the rest of a cell that holds a line break")
	case len(it.cells) < len(sh.grid.heads) && sh.padded():
		r.find(rule.OddCell, span{it.cells[0].start, it.cells[len(it.cells)-1].end}, "",
			fmt.Sprintf("%s has %d of %d cells, and the others have all", where, len(it.cells), len(sh.grid.heads)),
			"a line break in a cell may have cut the row in two")
	}
	for c := range sh.cells[n] {
		for _, e := range sh.cells[n][c].stray {
			if !unrated(e.progress) || !unrated(e.confidence) {
				r.find(rule.OddCell, e.at, "", fmt.Sprintf("%s has ratings without a text: progress %q, confidence %q", sh.name(n, c), e.progress, e.confidence), "")
			}
		}
	}
}

// padded reports whether rows keep their empty cells at the end, so that a short row is odd.
func (g *grid) padded() bool {
	short := 0
	padding := false
	for _, it := range g.rows {
		if len(it.cells) < len(g.heads) {
			short++
		}
		padding = padding || len(it.cells) == len(g.heads) && len(trimmed(it.cells)) < len(g.heads)
	}
	return padding && 2*short < len(g.rows)
}

// around finds text that touches a table and was left out.
func (r *reader) around(sh *sheet) {
	for _, it := range sh.over {
		r.find(rule.OddCell, r.src.lines[it.first], "",
			fmt.Sprintf("a row above the headings of table %d was left out: %q", sh.number, squeeze(r.src.content(it.first))), "")
	}
	if len(sh.tail) == 0 || sh.padded() || sh.titled {
		return
	}
	first := sh.tail[0].first
	text := short(squeeze(r.src.content(first)))
	what := fmt.Sprintf("%d lines directly below table %d have no tab and were left out, from %q on", len(sh.tail), sh.number, text)
	if len(sh.tail) == 1 {
		what = fmt.Sprintf("the line directly below table %d has no tab and was left out: %q", sh.number, text)
	}
	r.find(rule.OddCell, r.src.lines[first], "", what, "rows that lost their tabs look like this")
}

// baseName is the name of the file without its folder and ending.
func (s *source) baseName() string {
	base := filepath.Base(s.file)
	base = strings.TrimSuffix(base, filepath.Ext(base))
	if base = squeeze(strings.ReplaceAll(base, "_", " ")); !hasLetter(base) {
		return "Outcome map"
	}
	return base
}
