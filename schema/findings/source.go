package findings

import (
	"bytes"
	"unicode/utf8"

	"github.com/outcomemap/outcomemap/outcome"
)

// A library holds the file that was asked for last, so that findings sorted by file read each once.
type library struct {
	open func(file string) ([]byte, error)
	name string
	text *source // nil: it cannot be read
}

// A source is the text of a file and where its lines start.
type source struct {
	src   []byte
	lines []int
}

// A spot is where a position lies in a source, in bytes: from start to end its line without the
// line's end, and the value between from and to.
type spot struct {
	*source
	line, start, end, from, to int
}

// find returns the spot of a position, or false where the file or the line is not there.
func (l *library) find(p outcome.Position) (spot, bool) {
	if l.open == nil || p.File == "" || p.Line < 1 {
		return spot{}, false
	}
	if p.File != l.name {
		l.name, l.text = p.File, nil
		if src, err := l.open(p.File); err == nil {
			l.text = newSource(src)
		}
	}
	if l.text == nil || p.Line > len(l.text.lines) {
		return spot{}, false
	}
	return l.text.spot(p), true
}

var byteMark = []byte("\ufeff")

func newSource(src []byte) *source {
	s := &source{src: src, lines: make([]int, 1, 1+bytes.Count(src, []byte("\n")))}
	if bytes.HasPrefix(src, byteMark) {
		s.lines[0] = len(byteMark) // columns are counted behind it
	}
	for i := 0; ; {
		n := bytes.IndexAny(src[i:], "\r\n")
		if n < 0 {
			return s
		}
		i += n + 1
		if src[i-1] == '\r' && i < len(src) && src[i] == '\n' {
			i++
		}
		s.lines = append(s.lines, i)
	}
}

// line returns the span of line n, counted from 1, without the line's end.
func (s *source) line(n int) (start, end int) {
	start, end = s.lines[n-1], len(s.src)
	if n < len(s.lines) {
		end = s.lines[n] - 1
		if end > start && s.src[end] == '\n' && s.src[end-1] == '\r' {
			end--
		}
	}
	return min(start, end), end
}

// spot finds a position on one of the lines. Its offset is taken if that lies on the line, else its
// column, so that a position that somebody made by hand serves too.
func (s *source) spot(p outcome.Position) spot {
	start, end := s.line(p.Line)
	at := spot{source: s, line: p.Line, start: start, end: end, from: p.Offset}
	if p.Offset < start || p.Offset > end || p.Offset == start && p.Column > 1 {
		at.from = start
		for i := 1; i < p.Column && at.from < end; i++ {
			_, n := utf8.DecodeRune(s.src[at.from:end])
			at.from += n
		}
	}
	at.to = at.from + min(max(p.Length, 0), end-at.from)
	return at
}

// runes returns how many code points the value has on its first line.
func (at spot) runes() int { return utf8.RuneCount(at.src[at.from:at.to]) }
