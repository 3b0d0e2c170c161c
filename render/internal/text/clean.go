package text

import (
	"strings"
	"unicode/utf8"
)

// Clean makes plain text safe to set on a line: runs of white space become one space, those at the
// ends go, characters that XML 1.0 forbids become U+FFFD, and the controls that turn the direction
// of writing for what follows are dropped. Text that is clean already is returned as it is.
func Clean(s string) string {
	if isClean(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		switch {
		case Turns(r):
		case breaks(r):
			gap = b.Len() > 0
		default:
			if gap {
				b.WriteByte(' ')
				gap = false
			}
			if !Legal(r) {
				r = utf8.RuneError
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isPlain reports whether s is printable ASCII without a space too many, as most texts are. It looks at
// eight bytes at a time.
func isPlain(s string) bool {
	const (
		ones  = ^uint64(0) / 255
		signs = ones << 7
	)
	before, rest := uint64(1<<7), s // a space at the start is one too many
	for len(rest) >= 8 {
		b := uint64(rest[0]) | uint64(rest[1])<<8 | uint64(rest[2])<<16 | uint64(rest[3])<<24 |
			uint64(rest[4])<<32 | uint64(rest[5])<<40 | uint64(rest[6])<<48 | uint64(rest[7])<<56
		if (b|(b+ones)|(b-ones*' '))&signs != 0 { // above 126, or below a space
			return false
		}
		spaces := ^((b ^ ones*' ') + (signs - ones)) & signs // only of zero there is no carry into the sign
		if spaces&(spaces<<8|before) != 0 {
			return false
		}
		before, rest = spaces>>56, rest[8:]
	}
	gap := before != 0
	for i := range len(rest) {
		c := rest[i]
		if c < ' ' || c >= 0x7f || c == ' ' && gap {
			return false
		}
		gap = c == ' '
	}
	return !gap || s == ""
}

func isClean(s string) bool {
	if isPlain(s) {
		return true
	}
	if !utf8.ValidString(s) {
		return false
	}
	gap := true // a space at the start is not clean, nor is one at the end
	for _, r := range s {
		if r != ' ' && breaks(r) || r == ' ' && gap || !Legal(r) || Turns(r) {
			return false
		}
		gap = r == ' '
	}
	return !gap || s == ""
}

// breaks reports whether r is white space that may be folded. A no-break space is not.
func breaks(r rune) bool {
	return r == ' ' || r >= '\t' && r <= '\r' || r == 0x85 || r == 0x2028 || r == 0x2029
}

// Legal reports whether XML 1.0 allows r, leaving out the controls that it only discourages.
func Legal(r rune) bool {
	return r >= ' ' && r < 0x7f || r >= 0xa0 && r < 0xd800 || r >= 0xe000 && r < 0xfffe ||
		r >= 0x10000 && r <= 0x10ffff && r&0xfffe != 0xfffe
}

// Turns reports whether r is a bidirectional override, embedding or isolate, or what ends one.
func Turns(r rune) bool {
	return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}
