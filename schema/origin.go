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
	c := counter{src: o.src, at: o.skip, start: o.skip, counted: o.skip, line: 1, column: 1, old: strings.IndexByte(o.src, '\r') >= 0}
	for _, p := range ps {
		c.advance(min(p.Offset, len(o.src)))
		p.Line, p.Column = c.line, c.column
	}
}

// counter counts lines and columns from one place in a text to the next.
type counter struct {
	src          string
	at           int // how far lines are counted
	start        int // of the line
	counted      int // how far columns are counted
	line, column int
	old          bool // there are carriage returns
}

func (c *counter) advance(to int) {
	if c.old {
		c.advanceOld(to)
	} else if n := strings.Count(c.src[c.at:to], "\n"); n > 0 {
		c.newLine(n, c.at+strings.LastIndexByte(c.src[c.at:to], '\n')+1)
	}
	c.at = to
	if to > c.counted {
		c.column += utf8.RuneCountInString(c.src[c.counted:to])
		c.counted = to
	}
}

func (c *counter) newLine(n, start int) {
	c.line, c.start = c.line+n, start
	c.column, c.counted = 1, start
}

// advanceOld takes a carriage return, alone or before a line feed, as the end of a line.
func (c *counter) advanceOld(to int) {
	for {
		i := strings.IndexAny(c.src[c.at:to], "\n\r")
		if i < 0 {
			return
		}
		c.at += i + 1
		if c.src[c.at-1] == '\r' && c.at < len(c.src) && c.src[c.at] == '\n' {
			if c.at == to {
				return // between the two: still the old line
			}
			c.at++
		}
		c.newLine(1, c.at)
	}
}

// firstLine cuts a length at the end of the line.
func firstLine(src string, offset, length int) int {
	end := min(offset+length, len(src))
	if i := strings.IndexAny(src[offset:end], "\r\n"); i >= 0 {
		end = offset + i
	}
	return end - offset
}
