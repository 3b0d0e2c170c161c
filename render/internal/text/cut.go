package text

import "github.com/rivo/uniseg"

// A cutter walks over the pieces of a text that no line may break inside (Unicode Annex 14).
type cutter struct {
	text     string
	simple   bool // only spaces break it
	state    int
	from, to int
}

func newCutter(s string) cutter { return cutter{text: s, simple: isSimple(s), state: -1} }

func (c *cutter) next() bool {
	if c.to == len(c.text) {
		return false
	}
	c.from = c.to
	if c.simple {
		c.to = c.word()
		return true
	}
	// Where a line must end is not asked: clean text has no such place, and uniseg 0.4.7 sees one behind
	// an emoji with a skin tone.
	var piece string
	piece, _, _, c.state = uniseg.FirstLineSegmentInString(c.text[c.from:], c.state)
	c.to = c.from + len(piece)
	return true
}

// word returns the end of the word that starts at from, with the spaces behind it.
func (c *cutter) word() int {
	for i := c.from + 1; i < len(c.text); i++ {
		if c.text[i-1] == ' ' && isWord(c.text[i]) {
			return i
		}
	}
	return len(c.text)
}

// isSimple reports whether s is words of letters and digits with spaces between them, and at most a
// comma or full stop behind a word: most stepping stones are, and they need no walk through the
// tables of Annex 14.
func isSimple(s string) bool {
	before := byte(' ')
	for i := range len(s) {
		c := s[i]
		switch {
		case isWord(c):
			if before == ',' || before == '.' {
				return false
			}
		case c == ',' || c == '.':
			if !isWord(before) {
				return false
			}
		case c != ' ':
			return false
		}
		before = c
	}
	return true
}

func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}
