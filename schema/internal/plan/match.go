package plan

import (
	"strings"
	"unicode/utf8"
)

// form is a pattern of the schema of maps, of which there is an equal by hand. Any other pattern is left
// to jsonschema.
type form int8

const (
	anyForm form = iota
	idForm
	dateForm
	languageForm
	urlForm
)

// patterns are those of the forms.
var patterns = [...]string{
	idForm:       "^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$",
	dateForm:     "^[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?$",
	languageForm: "^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$",
	urlForm:      "^(?:[Hh][Tt][Tt][Pp][Ss]?://[^/?#" + unsafe + "][^" + unsafe + "]*|[Mm][Aa][Ii][Ll][Tt][Oo]:[^" + unsafe + "]+|[^:/?#" + unsafe + "]+(?:[/?#][^" + unsafe + "]*)?|[/?#][^" + unsafe + "]*)$",
}

// matches says yes only where the pattern of the form does.
func (f form) matches(s string) bool {
	switch f {
	case idForm:
		return IsID(s)
	case dateForm:
		return isDate(s)
	case languageForm:
		return isLanguage(s)
	case urlForm:
		return isURL(s)
	}
	return true
}

// unsafe is what no URL holds, as a character class: white space of any kind, what cannot be seen,
// and what browsers read in ways of their own.
const unsafe = "\x00- \"<>\\\\`\x7f-\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\ufffb"

func isAlnum(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

func isAlpha(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// IsID reports whether s has the form of an id.
func IsID(s string) bool {
	if s == "" || !isAlnum(s[0]) || !isAlnum(s[len(s)-1]) {
		return false
	}
	for i := range len(s) {
		if c := s[i]; !isAlnum(c) && c != '.' && c != '_' && c != '-' {
			return false
		}
	}
	return true
}

func isDate(s string) bool {
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return false
	}
	for i := range len(s) {
		if dash := i == 4 || i == 7; dash && s[i] != '-' || !dash && !isDigit(s[i]) {
			return false
		}
	}
	return (len(s) < 7 || within(s[5:7], 12)) && (len(s) < 10 || within(s[8:10], 31))
}

// within reports whether two digits are 01 to most.
func within(two string, most byte) bool {
	n := (two[0]-'0')*10 + two[1] - '0'
	return 1 <= n && n <= most
}

func isLanguage(s string) bool {
	for first := true; ; first = false {
		part, rest, more := strings.Cut(s, "-")
		if len(part) < 1 || len(part) > 8 {
			return false
		}
		for j := range len(part) {
			if !isAlpha(part[j]) && (first || !isDigit(part[j])) {
				return false
			}
		}
		if !more {
			return true
		}
		s = rest
	}
}

func isURL(s string) bool {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if c <= ' ' || c == 0x7f || strings.IndexByte("\"<>\\`", c) >= 0 {
				return false
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if hidden(r) {
			return false
		}
		i += size
	}
	end := strings.IndexAny(s, ":/?#")
	switch {
	case s == "":
		return false
	case end < 0 || s[end] != ':':
		return true
	case isScheme(s[:end], "mailto"):
		return len(s) > end+1
	case isScheme(s[:end], "http"), isScheme(s[:end], "https"):
		rest, ok := strings.CutPrefix(s[end+1:], "//")
		return ok && rest != "" && strings.IndexByte("/?#", rest[0]) < 0
	}
	return false
}

// isScheme compares in ASCII only: Unicode folds more than the letters A to Z.
func isScheme(s, scheme string) bool {
	if len(s) != len(scheme) {
		return false
	}
	for i := range len(s) {
		if s[i]|0x20 != scheme[i] {
			return false
		}
	}
	return true
}

// hidden reports whether r, beyond ASCII, is white space or cannot be seen.
func hidden(r rune) bool {
	switch {
	case r <= 0xa0, r == 0xad, r == 0x1680, r == 0x180e, r == 0x3000, r == 0xfeff,
		0x2000 <= r && r <= 0x200f, 0x2028 <= r && r <= 0x202f, 0x205f <= r && r <= 0x206f,
		0xfff9 <= r && r <= 0xfffb:
		return true
	}
	return false
}
