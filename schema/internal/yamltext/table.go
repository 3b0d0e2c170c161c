package yamltext

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/outcomemap/outcomemap/outcome"
)

// A Table knows where in the YAML each part of the JSON comes from.
type Table struct {
	src     string
	entries []entry
}

// entry is one value or key: where it is in the JSON, and where in the YAML.
type entry struct {
	at           int // offset in the JSON
	line, column int32
	index        int   // offset in the YAML, where line is 0
	length       int32 // of the source text, as far as it is known
}

// Place turns positions in the JSON into positions in the YAML, skip bytes of which (a byte order
// mark) were cut off.
func (t Table) Place(ps []*outcome.Position, skip int) {
	if len(t.entries) == 0 {
		return
	}
	known := make(map[*outcome.Position]entry, len(ps))
	for _, p := range ps {
		e := t.find(p.Offset)
		known[p] = e
		p.Line, p.Column, p.Length = int(e.line), int(e.column), int(e.length)
	}
	ps = slices.Clone(ps)
	slices.SortFunc(ps, func(a, b *outcome.Position) int {
		return cmp.Or(cmp.Compare(known[a].index, known[b].index), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	at := cursor{src: t.src, line: 1, column: 1}
	for _, p := range ps {
		if e := known[p]; e.line == 0 {
			at.advance(func() bool { return at.offset < e.index })
			p.Line, p.Column = at.line, at.column
		} else {
			at.advance(func() bool {
				return at.line < p.Line || at.line == p.Line && at.column < p.Column
			})
		}
		p.Offset = at.offset + skip
		p.Length = sourceLen(t.src[at.offset:], p.Length)
	}
}

// find returns the entry of what is at an offset, or of what begins before it.
func (t Table) find(offset int) entry {
	i, ok := slices.BinarySearchFunc(t.entries, offset, func(e entry, offset int) int { return cmp.Compare(e.at, offset) })
	if !ok {
		i-- // the first entry is at 0
	}
	return t.entries[i]
}

// cursor steps through YAML and counts lines as its reader does.
type cursor struct {
	src          string
	offset       int
	line, column int
}

func (c *cursor) advance(more func() bool) {
	for c.offset < len(c.src) && more() {
		rest := c.src[c.offset:]
		r, size := utf8.DecodeRuneInString(rest)
		if strings.HasPrefix(rest, "\r\n") {
			size = 2
		}
		c.offset += size
		c.column++
		switch r {
		case '\n', '\r', '\u0085', '\u2028', '\u2029':
			c.line, c.column = c.line+1, 1
		}
	}
}

// sourceLen returns the length of the source text at the start of rest, up to the end of the line and in
// whole characters.
func sourceLen(rest string, plain int) int {
	line := rest
	if i := strings.IndexAny(line, "\r\n"); i >= 0 {
		line = line[:i]
	}
	if line == "" {
		return 0
	}
	switch quote := line[0]; quote {
	case '"', '\'':
		for i := 1; i < len(line); i++ {
			switch {
			case line[i] == '\\' && quote == '"', quote == '\'' && strings.HasPrefix(line[i:], "''"):
				i++
			case line[i] == quote:
				return i + 1
			}
		}
		return len(line)
	}
	n := min(plain, len(line))
	for n < len(line) && !utf8.RuneStart(line[n]) {
		n++
	}
	return n
}
