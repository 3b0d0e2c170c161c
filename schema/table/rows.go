package table

import "strings"

// item is one line of the text, or a row of a table whose quoted cells run over several.
type item struct {
	kind        kind
	first, last int     // lines
	cells       []field // of a row
	torn        bool    // a line without a tab in the middle of a table
}

type kind uint8

const (
	blank kind = iota
	prose      // text without a delimiter
	row        // at least one delimiter
)

// field is one cell of a row as it was pasted.
type field struct {
	text string
	span
	quoted bool // text is not the source text, for its quotes were taken off
}

func (f field) empty() bool { return strings.TrimSpace(clean(f.text)) == "" }

// maxCells bounds all the cells of a text, so that what is kept of each stays small beside it.
const maxCells = 100_000

// items cuts the text into rows, prose and blank lines; over reports whether it has too many cells.
func (s *source) items(delimiter byte) (items []item, over bool) {
	cells := 0
	for line := 0; line < len(s.lines); line++ {
		it := item{kind: blank, first: line, last: line}
		text := s.content(line)
		if strings.IndexByte(text, delimiter) >= 0 || strings.HasPrefix(text, `"`) {
			it.cells, it.last = s.fields(line, delimiter)
		}
		switch {
		case len(it.cells) > 1:
			it.kind = row
			line = it.last
			cells += len(it.cells)
		case strings.TrimSpace(clean(text)) != "":
			it = item{kind: prose, first: line, last: line}
		}
		if cells > maxCells {
			return nil, true
		}
		items = append(items, it)
	}
	return items, false
}

// fields cuts a line into cells and returns the last line that they reach. Spreadsheets quote a
// cell that holds a line break, a tab or a quote, and double the quotes inside.
func (s *source) fields(line int, delimiter byte) ([]field, int) {
	var cells []field
	at, end := s.lines[line].start, s.lines[line].end
	for {
		if f, last, ok := s.quoted(at, line, delimiter); ok {
			cells = append(cells, f)
			line, at, end = last, f.end, s.lines[last].end
		} else {
			stop := end
			if i := strings.IndexByte(s.text[at:end], delimiter); i >= 0 {
				stop = at + i
			}
			cells = append(cells, field{text: s.text[at:stop], span: span{at, stop}})
			at = stop
		}
		if at >= end {
			return cells, line
		}
		at++ // the delimiter
	}
}

// maxQuoted is how many lines a quoted cell may run over; a quote that is open for longer is a
// quote that somebody wrote.
const maxQuoted = 20

// quoted reads a quoted cell. One that is not closed right before a delimiter or the end of a line
// is no quoted cell.
func (s *source) quoted(at, line int, delimiter byte) (field, int, bool) {
	if at >= len(s.text) || s.text[at] != '"' {
		return field{}, line, false
	}
	limit := s.lines[min(len(s.lines)-1, line+maxQuoted)].end
	var text strings.Builder
	for i := at + 1; i < limit; i++ {
		if s.text[i] != '"' {
			text.WriteByte(s.text[i])
			continue
		}
		if i+1 < limit && s.text[i+1] == '"' {
			text.WriteByte('"')
			i++
			continue
		}
		for s.lines[line].end < i {
			line++
		}
		if i+1 != s.lines[line].end && s.text[i+1] != delimiter {
			return field{}, line, false
		}
		return field{text: text.String(), span: span{at, i + 1}, quoted: true}, line, true
	}
	return field{}, line, false
}

// trimmed returns the cells without the empty ones at the end.
func trimmed(cells []field) []field {
	for len(cells) > 0 && cells[len(cells)-1].empty() {
		cells = cells[:len(cells)-1]
	}
	return cells
}
