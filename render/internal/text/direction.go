package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Direction is how most of a text is written.
type Direction int

// What a text may be.
const (
	Neither Direction = iota // it has no letters, or both ways of writing
	FromLeft
	FromRight
)

// DirectionOf tells how the lines of a text are written: the way that its first letter is, if most are. Costs are linear.
func DirectionOf(lines ...string) Direction {
	plain := !slices.ContainsFunc(lines, mayTurn)
	first, lean := Neither, 0 // letters from the left more than letters from the right
	for _, line := range lines {
		for i := 0; i < len(line); {
			r, size := rune(line[i]), 1
			if r >= utf8.RuneSelf {
				r, size = utf8.DecodeRuneInString(line[i:])
			}
			i += size
			if !unicode.IsLetter(r) {
				continue
			}
			if plain { // then all others are from the left too
				return FromLeft
			}
			way, step := FromLeft, 1
			if fromRight(r) {
				way, step = FromRight, -1
			}
			if lean += step; first == Neither {
				first = way
			}
		}
	}
	if first == FromLeft && lean > 0 || first == FromRight && lean < 0 {
		return first
	}
	return Neither
}

// mayTurn reports whether a line may have letters from the right: none has a first byte below that of U+0590.
func mayTurn(line string) bool {
	for i := range len(line) {
		if line[i] >= 0xd6 {
			return true
		}
	}
	return false
}

// fromRight reports whether a letter is written from right to left: it is in the blocks that Unicode keeps for such
// scripts (the defaults R and AL of DerivedBidiClass.txt).
func fromRight(r rune) bool {
	return r >= 0x590 && r <= 0x8FF || r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFF ||
		r >= 0x10800 && r <= 0x10FFF || r >= 0x1E800 && r <= 0x1EFFF
}

// Apart joins the parts of a line that runs from right to left or not. Where both ways of writing are in it, marks of the
// line's own direction (UAX #9, LRM and RLM) keep a number at the start of one part from going to words at the end of
// another, and a date from being turned round.
func Apart(parts []string, between string, rtl bool) string {
	line := strings.Join(parts, between)
	if !strings.ContainsFunc(line, func(r rune) bool { return fromRight(r) && unicode.IsLetter(r) }) {
		return line
	}
	mark := "\u200e"
	if rtl {
		mark = "\u200f"
	}
	return strings.Join(parts, mark+between+mark)
}
