package table

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// grid is one table that was found, before anybody asked what it means.
type grid struct {
	number int // from 1, in the order of the text
	from   int // item behind the table before
	first  int // item of the headings
	end    int // item behind the last row
	heads  []field
	names  []string // of the headings, folded
	rows   []item
	over   []item // rows of the same block above the headings
	tail   []item // text that follows the last row without an empty line
	titled bool   // and that stands right above the next table
}

// maxColumns bounds a table. A line with more cells is no row of headings.
const maxColumns = 100

// leftover is rows with nothing between them that belong to no table.
type leftover struct {
	rows  []item
	below bool // no text parts them from the table above
}

// grids finds the tables by their shape: a line of short headings, and rows of about as many cells
// below it. loose are the rows that belong to no table.
func (s *source) grids(items []item) (found []*grid, loose []leftover) {
	from, below := 0, false
	for i := 0; i < len(items); {
		if items[i].kind != row {
			below = below && items[i].kind == blank
			i++
			continue
		}
		run := i
		for run < len(items) && items[run].kind == row {
			run++
		}
		head := headings(items, i, run)
		if head < 0 {
			loose = append(loose, leftover{rows: items[i:run], below: below})
			i = run
			continue
		}
		heads := items[head].cells
		g := &grid{number: len(found) + 1, from: from, first: head, heads: heads[:min(len(heads), maxColumns)], over: items[i:head]}
		g.names = names(g.heads)
		i = g.take(s, items)
		from, below = i, true
		found = append(found, g)
	}
	return found, loose
}

// headings returns the item among items[from:to] that is a row of headings, or -1. Only the first
// rows of a block can be: what stands above them is a heading over several columns.
func headings(items []item, from, to int) int {
	const deepest = 3
	wider := -1
	for i := from; i < min(to, from+deepest); i++ {
		if !isHead(items[i].cells) && !numbersFirst(items, i) {
			continue
		}
		switch fits, ok := hasBody(items, i); {
		case fits:
			return i
		case ok && wider < 0:
			wider = i
		}
	}
	return wider
}

// numbersFirst reports whether item i is a row of headings with a mark such as "No." above a first
// column of figures.
func numbersFirst(items []item, i int) bool {
	const longestMark = 4
	cells := items[i].cells
	if len(trimmed(cells)) < 3 || !isHead(cells[1:]) || i+1 >= len(items) || items[i+1].kind != row {
		return false
	}
	mark, below := squeeze(cells[0].text), squeeze(items[i+1].cells[0].text)
	return len(mark) <= longestMark && strings.Trim(mark, "0123456789") == mark && below != "" && strings.Trim(below, "0123456789.)") == ""
}

// isHead reports whether cells have the shape of headings: most are filled, and each that is holds
// a few words that are no sentence. A single heading needs its tab.
func isHead(cells []field) bool {
	cells = trimmed(cells)
	if len(cells) == 0 || len(cells) > maxColumns || cells[0].empty() && len(cells) < 3 {
		return false
	}
	filled, texts := 0, map[string]bool{}
	for _, c := range cells {
		if c.empty() {
			continue
		}
		text, ok := headText(c)
		if !ok {
			return false
		}
		filled++
		texts[fold(text)] = true
	}
	return 2*filled > len(cells) && (len(cells) == 1 || len(texts) > 1)
}

var (
	enumerator = lazily(`^\(?[0-9A-Za-z]{1,4}[.)]$`)
	sentence   = lazily(`[.!。！;,]$|[.!]\s+\p{Lu}`)
	webAddress = lazily(`^(?:https?://|www\.)\S+$|^\S+\.[a-z]{2,}(?:\.[a-z]{2,})?$`)
)

// headText returns the text of a cell if it can be a heading.
func headText(f field) (string, bool) {
	const longest, mostWords = 100, 15
	bs, tags := blocks(f.text)
	if !tags {
		bs = lines(f.text)
	}
	var texts []string
	for _, b := range bs {
		texts = append(texts, plain(b.text))
	}
	text := strings.Join(texts, " ")
	ok := hasLetter(text) && utf8.RuneCountInString(text) <= longest && len(strings.Fields(text)) <= mostWords &&
		!enumerator().MatchString(text) && !sentence().MatchString(text) && !webAddress().MatchString(text) &&
		!ratingLabel().MatchString(text)
	return text, ok
}

// hasBody reports whether rows follow the headings at item head (ok), and whether the first of them
// has no more cells than they have (fits).
func hasBody(items []item, head int) (fits, ok bool) {
	width, wide := len(trimmed(items[head].cells)), len(items[head].cells)
	next := head + 1
	for next < len(items) && items[next].kind == blank && width > 2 {
		next++
	}
	if next >= len(items) || items[next].kind != row {
		return false, false
	}
	cells := items[next].cells
	fits = len(cells) == wide || len(trimmed(cells)) <= width
	if width == 1 {
		fits = len(cells) == wide && len(trimmed(cells)) <= 1
	}
	ok = (fits || width > 1) && !items[next].sameHeads(names(items[head].cells)) && holdsText(items[head:])
	return fits && ok, ok
}

// holdsText reports whether a block of rows holds texts. A column of figures makes it a table of
// data, where it is not the first and numbers the rows; labels on the left ("Name:") make it a form.
func holdsText(items []item) bool {
	const enough = 10
	words, labels, rows := 0, 0, 0
	var figures [maxColumns]int // of each column; -1: it has words
	for _, it := range items[:min(len(items), enough)] {
		if it.kind == prose {
			break
		}
		if it.kind == blank {
			continue
		}
		rows++
		if strings.HasSuffix(strings.TrimSpace(it.cells[0].text), ":") {
			labels++
		}
		if rows == 1 {
			continue // the headings
		}
		for i, c := range it.cells[:min(len(it.cells), maxColumns)] {
			switch {
			case hasLetter(c.text):
				words++
				figures[i] = -1
			case figures[i] >= 0 && !c.empty():
				figures[i]++
			}
		}
	}
	return words > 0 && slices.Max(figures[1:]) < 2 && labels < rows
}

// names returns the texts of headings, folded.
func names(heads []field) []string {
	heads = trimmed(heads)
	folded := make([]string, len(heads))
	for i, h := range heads {
		text, _ := headText(h)
		folded[i] = fold(text)
	}
	return folded
}

// sameHeads reports whether a row repeats headings.
func (it item) sameHeads(names []string) bool {
	return slices.EqualFunc(trimmed(it.cells), names, func(c field, name string) bool {
		text, _ := headText(c)
		return fold(text) == name
	})
}

// take collects the rows below the headings and returns the item behind them. An empty line does not
// end a table where rows of the same width follow it and no other headings.
func (g *grid) take(s *source, items []item) int {
	g.rowsOf(s, items)
	n := g.end
	for n < len(items) && items[n].kind == prose {
		n++
	}
	g.tail = items[g.end:n]
	g.titled = n < len(items) && items[n].kind == row
	return g.end
}

func (g *grid) rowsOf(s *source, items []item) {
	gap, spaced := 0, items[g.first+1].kind == blank // headings have a row somewhere below
	i := g.first + 1
	g.end = i
	for ; i < len(items); i++ {
		switch it := items[i]; it.kind {
		case blank:
			gap++
			continue
		case prose:
			if gap > 0 || i+1 >= len(items) || items[i+1].kind != row || g.ends(items[i+1]) {
				return
			}
			at := s.lines[it.first]
			it.torn, it.cells = true, []field{{text: s.text[at.start:at.end], span: at}}
			g.rows = append(g.rows, it)
		case row:
			if g.ends(it) || gap > 0 && !g.goesOn(items, i, spaced) {
				return
			}
			g.rows = append(g.rows, it)
		}
		gap = 0
		g.end = i + 1
	}
}

// ends reports whether a row is the headings of the next table.
func (g *grid) ends(it item) bool {
	if it.sameHeads(g.names) {
		return true
	}
	cells, known := trimmed(it.cells), 0
	for _, c := range cells {
		if levelOf(c.text) != "" {
			known++
		}
	}
	return len(cells) > 1 && 2*known > len(cells)
}

// goesOn reports whether the row at item i, behind an empty line, still belongs to the table.
func (g *grid) goesOn(items []item, i int, spaced bool) bool {
	width := len(trimmed(g.heads))
	if width < 3 || len(items[i].cells) != len(g.heads) {
		return false
	}
	if spaced || !isHead(items[i].cells) || len(trimmed(items[i].cells)) < width {
		return true
	}
	fits, _ := hasBody(items, i)
	return !fits
}
