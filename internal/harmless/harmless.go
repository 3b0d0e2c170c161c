// Package harmless shows a stranger's text so that it can do nothing to what shows it.
package harmless

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Unsafe reports whether r can do something to what shows it: control characters, line and
// paragraph separators, what turns or marks the direction of writing (the property Bidi_Control),
// and what cannot be seen and joins nothing. Joiners stay, as scripts and emoji need them.
func Unsafe(r rune) bool {
	switch {
	case r < ' ', r >= 0x7f && r <= 0x9f:
		return true
	case r < 0x061c:
		return false
	case r == 0x061c, r == 0x180e, r == 0x200b, r == 0x200e, r == 0x200f,
		r >= 0x2028 && r <= 0x202e, r >= 0x2060 && r <= 0x206f,
		r == 0xfeff, r >= 0xfff9 && r <= 0xfffb, r >= 0xe0000 && r <= 0xe0fff:
		return true
	}
	return unicode.Is(unicode.Noncharacter_Code_Point, r)
}

// Rune returns what stands for a character that is unsafe, such as <U+202E>.
func Rune(r rune) string { return fmt.Sprintf("<U+%04X>", r) }

// Text returns s with all that is unsafe made visible, but for the characters in keep. A byte that is
// no UTF-8 is shown as <0xFF>.
func Text(s, keep string) string {
	if Is(s) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, "<0x%02X>", s[i])
		case Unsafe(r) && !strings.ContainsRune(keep, r):
			b.WriteString(Rune(r))
		default:
			b.WriteRune(r)
		}
		i += n
	}
	return b.String()
}

// Is reports whether s is UTF-8 with nothing unsafe in it.
func Is(s string) bool {
	for _, r := range s {
		if Unsafe(r) {
			return false
		}
	}
	return utf8.ValidString(s)
}
