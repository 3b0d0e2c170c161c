package text

import (
	"sort"
	"unicode"
)

// Width returns an upper bound of the width of s when set in Arial or a font of the same metrics, in
// the unit of size. Characters of other scripts are taken at what the widest common fonts need.
// Costs are linear in s; nothing is allocated.
func Width(s string, size float64, bold bool) float64 {
	sum, face := 0, 0
	if bold {
		face = 1
	}
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c > '~' {
			for _, r := range s[i:] {
				sum += advance(r, bold)
			}
			break
		}
		sum += int(ascii[c-' '][face])
	}
	return float64(sum) * size / 1000
}

// advance returns the width of one character in thousandths of an em.
func advance(r rune, bold bool) int {
	if r >= ' ' && r <= '~' {
		return pick(ascii[r-' '], bold)
	}
	if w, ok := lookUp(r, bold); ok {
		return w
	}
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Cc):
		return 0
	case emoji(r):
		return 1300 // colour emoji are wider than their em in most fonts
	case wide(r):
		return 1000
	}
	for _, script := range scripts {
		if unicode.Is(script.table, r) {
			return script.width
		}
	}
	return 900
}

// scripts has widths for what Liberation Sans does not cover: a quarter to a third more than a sentence
// takes on average in the Noto Sans fonts of 2020 (measured in Chromium, article 1 of the Universal
// Declaration of Human Rights), as fonts differ and so do words.
var scripts = [...]struct {
	table *unicode.RangeTable
	width int
}{
	{unicode.Arabic, 620}, {unicode.Thai, 660}, {unicode.Devanagari, 660}, {unicode.Bengali, 660}, {unicode.Gujarati, 660},
	{unicode.Gurmukhi, 660}, {unicode.Telugu, 760}, {unicode.Kannada, 720}, {unicode.Khmer, 660}, {unicode.Tibetan, 660},
	{unicode.Lao, 800}, {unicode.Georgian, 760}, {unicode.Ethiopic, 820}, {unicode.Armenian, 860},
}

func pick(w [2]uint16, bold bool) int {
	if bold {
		return int(w[1])
	}
	return int(w[0])
}

// lookUp reports false for a character that is not in the table.
func lookUp(r rune, bold bool) (int, bool) {
	if r > 0xffff {
		return 0, false
	}
	i := sort.Search(len(segments), func(i int) bool { return rune(segments[i].first) > r }) - 1
	if i < 0 || segments[i].regular == none {
		return 0, false
	}
	return pick([2]uint16{segments[i].regular, segments[i].bold}, bold), true
}

// wide reports whether r takes a whole em in East Asian fonts (Unicode Annex 11, classes W and F).
func wide(r rune) bool {
	switch {
	case r < 0x1100:
		return false
	case r <= 0x115f, r >= 0x2e80 && r <= 0xa4cf, r >= 0xa960 && r <= 0xa97c, r >= 0xac00 && r <= 0xd7ff,
		r >= 0xf900 && r <= 0xfaff, r >= 0xfe30 && r <= 0xfe6f, r >= 0xff00 && r <= 0xff60,
		r >= 0xffe0 && r <= 0xffe6, r >= 0x16fe0 && r <= 0x1b2ff, r >= 0x20000 && r <= 0x3fffd:
		return true
	}
	// Private and unknown characters may be anything: take them as wide.
	return !unicode.IsPrint(r)
}

// emoji reports whether r may be drawn as a picture.
func emoji(r rune) bool {
	return r >= 0x1f000 && r <= 0x1fbff || r >= 0x2600 && r <= 0x27bf || r >= 0x2b00 && r <= 0x2bff || r >= 0x2300 && r <= 0x23ff
}
