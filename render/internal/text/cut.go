package text

import (
	"slices"
	"strings"

	"github.com/rivo/uniseg"
)

// A piece is a part of a text that no line may break inside (Unicode Annex 14), with the spaces behind it.
type piece struct {
	from, end, to int // without its spaces it ends at end
	bare, whole   float64
}

// A Measured is a text cut into pieces of known width, ready to be broken into lines of any width.
type Measured struct {
	face   Face
	text   string
	pieces []piece
}

// A Room is memory for texts that are measured together. Those of before are lost when it is emptied.
type Room struct{ pieces []piece }

// Empty makes the room free for other texts, which have about so many bytes together.
func (r *Room) Empty(bytes int) { r.pieces = slices.Grow(r.pieces[:0], bytes/5+1) }

// Measured cuts and measures a text, which should be clean (see [Clean]).
func (f Face) Measured(s string, in *Room) Measured {
	first := len(in.pieces)
	if !in.simple(s, f.Size, f.Bold) {
		in.pieces = f.cut(in.pieces[:first], s)
	} else if f.Measure != nil {
		for i := first; i < len(in.pieces); i++ {
			p := &in.pieces[i]
			p.bare, p.whole = f.Width(s[p.from:p.end]), f.Width(s[p.from:p.to])
		}
	}
	return Measured{face: f, text: s, pieces: in.pieces[first:len(in.pieces):len(in.pieces)]}
}

// Extent returns the width of the longest unbreakable piece and that of all of the text on one line.
func (m Measured) Extent() (longest, whole float64) {
	for i := range m.pieces {
		longest = max(longest, m.pieces[i].bare)
		whole += m.pieces[i].whole
	}
	return longest, whole
}

// cut appends the pieces of any text.
func (f Face) cut(pieces []piece, s string) []piece {
	rest, state := s, -1
	for rest != "" {
		// Where a line must end is not asked: clean text has no such place, and uniseg 0.4.7 sees one behind
		// an emoji with a skin tone.
		var segment string
		segment, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		p := piece{to: len(s) - len(rest)}
		p.from = p.to - len(segment)
		bare := strings.TrimRight(segment, " ")
		p.end = p.from + len(bare)
		p.bare, p.whole = f.Width(bare), f.Width(segment)
		pieces = append(pieces, p)
	}
	return pieces
}

// simple appends the pieces of a text that is words of letters and digits with spaces between them, and at
// most a comma or full stop behind a word, or reports that it is none: most stepping stones are, and they
// need no walk through the tables of Annex 14. It measures as [Width] does.
func (r *Room) simple(s string, size float64, bold bool) bool {
	face := 0
	if bold {
		face = 1
	}
	for i := 0; i < len(s); {
		p, width := piece{from: i}, 0
		for i < len(s) && isWord(s[i]) {
			width += int(ascii[s[i]-' '][face])
			i++
		}
		if i == p.from {
			return false
		}
		if i < len(s) && (s[i] == ',' || s[i] == '.') {
			width += int(ascii[s[i]-' '][face])
			i++
		}
		p.end, p.bare = i, float64(width)*size/1000
		if i < len(s) {
			if s[i] != ' ' {
				return false
			}
			width += int(ascii[0][face])
			i++
		}
		p.to, p.whole = i, float64(width)*size/1000
		r.pieces = append(r.pieces, p)
	}
	return true
}

func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}
