package schema

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema/internal/yamltext"
)

// An origin knows where in the file the parts of its JSON text come from. It takes positions with
// the offset and length in the JSON text, and makes them positions in the file.
type origin interface{ place([]*outcome.Position) }

// yamlOrigin is a YAML file, whose JSON text is a translation.
type yamlOrigin struct {
	table yamltext.Table
	skip  int
}

func (o yamlOrigin) place(ps []*outcome.Position) { o.table.Place(ps, o.skip) }

// jsonOrigin is a JSON file: the text is the file itself, behind a byte order mark if it has one.
type jsonOrigin struct {
	src  string
	skip int // length of the mark, which takes no column
}

func (o jsonOrigin) place(ps []*outcome.Position) {
	for _, p := range ps {
		p.Offset += o.skip
		p.Length = firstLine(o.src, p.Offset, p.Length)
	}
	ps = slices.Clone(ps)
	slices.SortFunc(ps, func(a, b *outcome.Position) int { return cmp.Compare(a.Offset, b.Offset) })
	line, start, at := 1, o.skip, o.skip // start of the line, and how far lines are counted
	column, counted := 1, start
	for _, p := range ps {
		for end := min(p.Offset, len(o.src)); at < end; {
			i := strings.IndexAny(o.src[at:end], "\n\r")
			if i < 0 {
				at = end
				break
			}
			at += i + 1
			if o.src[at-1] == '\r' && at < len(o.src) && o.src[at] == '\n' {
				if at == end {
					break // between the two: still the old line
				}
				at++
			}
			line, start = line+1, at
			column, counted = 1, start
		}
		if p.Offset > counted {
			column += utf8.RuneCountInString(o.src[counted:min(p.Offset, len(o.src))])
			counted = p.Offset
		}
		p.Line, p.Column = line, column
	}
}

// firstLine cuts a length at the end of the line.
func firstLine(src string, offset, length int) int {
	end := min(offset+length, len(src))
	if offset >= end {
		return 0
	}
	if i := strings.IndexAny(src[offset:end], "\r\n"); i >= 0 {
		end = offset + i
	}
	return end - offset
}
