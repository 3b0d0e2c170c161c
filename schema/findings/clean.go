package findings

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// unsafe reports whether r can do something to what shows it: control characters, line and
// paragraph separators, what turns or marks the direction of writing (the property Bidi_Control),
// and what cannot be seen and joins nothing. Joiners stay, as scripts and emoji need them.
func unsafe(r rune) bool {
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

// visible returns what stands for a character that is unsafe.
func visible(r rune) string { return fmt.Sprintf("<U+%04X>", r) }

// visibleByte returns what stands for a byte that is no UTF-8.
func visibleByte(b byte) string { return fmt.Sprintf("<0x%02X>", b) }

// clean returns s with all that is unsafe made visible.
func clean(s string) string { return cleanBut(s, "") }

// cleanBut is [clean], leaving the characters in keep.
func cleanBut(s, keep string) string {
	if isClean(s) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			b.WriteString(visibleByte(s[i]))
		case unsafe(r) && !strings.ContainsRune(keep, r):
			b.WriteString(visible(r))
		default:
			b.WriteRune(r)
		}
		i += n
	}
	return b.String()
}

func isClean(s string) bool {
	for _, r := range s {
		if unsafe(r) {
			return false
		}
	}
	return utf8.ValidString(s)
}
