package table

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean drops what cannot be seen (zero-width spaces, controls) and turns every kind of space into
// a plain one; tabs and line ends stay.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return r
		case r == '\v' || r == '\f':
			return '\n' // word processors: a line break inside a paragraph
		case unicode.IsSpace(r):
			return ' '
		case invisible(r):
			return -1
		}
		return r
	}, s)
}

// invisible reports controls and marks that hold no text. Joiners stay: some scripts need them.
func invisible(r rune) bool {
	return unicode.IsControl(r) || r == '\u00ad' || r == '\u200b' || r == '\u2060' || r == '\ufeff'
}

// squeeze turns every run of white space into one space and trims both ends.
func squeeze(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

var entity = lazily(`&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)

// decode replaces character references. Unlike a browser it wants the semicolon, so that plain
// text such as "R&D" or "&copy" stays what it is.
func decode(s string) string {
	if !strings.Contains(s, "&") {
		return s
	}
	return entity().ReplaceAllStringFunc(s, html.UnescapeString)
}

// plain turns what a text is wrapped in by word processors and Markdown into the text alone.
func plain(s string) string {
	s = squeeze(s)
	for _, mark := range []string{"**", "__"} {
		if rest, ok := strings.CutPrefix(s, mark); ok {
			if rest, ok = strings.CutSuffix(rest, mark); ok && rest != "" && !strings.Contains(rest, mark) {
				s = strings.TrimSpace(rest)
			}
		}
	}
	return s
}

// fold returns s in lower case with everything but letters, marks and digits turned into single spaces.
func fold(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range s {
		switch {
		case apostrophe(r):
		case !wordRune(r):
			gap = b.Len() > 0
		default:
			if gap {
				b.WriteByte(' ')
				gap = false
			}
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return asciiLetter(byte(r)) || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r)
}

// apostrophe reports marks inside a word: "Person's" and "Persons" fold to the same.
func apostrophe(r rune) bool { return strings.ContainsRune("'’‘ʼ", r) }

func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// short cuts a text for a message.
func short(s string) string {
	const most = 60
	n := 0
	for i := range s {
		if n++; n > most {
			return strings.TrimSpace(s[:i]) + "…"
		}
	}
	return s
}
