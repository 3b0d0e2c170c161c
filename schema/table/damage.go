package table

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// habit is how the texts of a table start, so that one that starts otherwise stands out.
type habit struct{ upper, lower int }

func (h *habit) add(text string) {
	switch lower, cased := startsLower(text); {
	case lower:
		h.lower++
	case cased:
		h.upper++
	}
}

// odd reports whether text starts small in a table whose texts do not.
func (h habit) odd(text string) bool {
	lower, _ := startsLower(text)
	return lower && h.upper > 2*h.lower
}

// damage says what is wrong with a text, given the one below it in its column; "" where nothing is.
// known finds whole texts of the column.
func (h habit) damage(text, below string, known func(string) bool) string {
	starts := h.odd(text)
	ends := endsOpen(text) || below != "" && h.odd(below) && endsWeak(text)
	var what string
	switch {
	case starts && ends:
		what = "starts with a small letter and ends in the middle of a sentence, as if cut off"
	case starts:
		what = "starts with a small letter, as if cut off"
	case ends:
		what = "ends in the middle of a sentence, as if cut off"
	case strings.Count(text, "(") > strings.Count(text, ")"):
		what = "has a bracket that is not closed"
	case strings.Count(text, "(") < strings.Count(text, ")") && !listed().MatchString(text):
		what = "has a bracket that is not opened"
	}
	if runOn(text, starts, known) {
		what = strings.TrimPrefix(what+" and seems to run two texts together", " and ")
	}
	return what
}

var (
	listed = lazily(`^\(?\w{1,4}\)`)
	glued  = lazily(`\p{Ll}[.!?]\p{Lu}\p{Ll}`)
	second = lazily(`\p{Ll}\s+(\p{Lu}\p{Ll}+ )`)
)

// runOn reports whether text holds a second one: glued to the first without a space, or, where the
// first is a rest, behind a small word, or word for word another text of the column.
func runOn(text string, rest bool, known func(string) bool) bool {
	const longest, mostNames = 1000, 10
	if len(text) > longest {
		return false
	}
	if glued().MatchString(text) {
		return true
	}
	for _, at := range second().FindAllStringSubmatchIndex(text, mostNames) {
		if rest || known(text[at[2]:]) {
			return true
		}
	}
	return false
}

// endsOpen reports whether text ends with a word or mark that nothing can end with.
func endsOpen(text string) bool {
	if r, _ := utf8.DecodeLastRuneInString(text); strings.ContainsRune(",;–—-/&(", r) {
		return true
	}
	return contains(openWords, lastWord(text)) || endsAndHave(text)
}

// Words are compared as they are written: "LA" can end a text.
const (
	openWords = " a an the and or but as of than because their our your my nor und oder sowie ein eine einen einem der et ou des une y el los las unos een het "
	weakWords = " have has had is are be been being was were to with for in on at by from into that which who not can will this these "
)

// endsWeak reports whether text ends with a word that seldom ends one. It takes a text below that
// goes on to make it a finding.
func endsWeak(text string) bool { return contains(weakWords, lastWord(text)) }

// endsAndHave reports an ending such as "respected and have".
func endsAndHave(text string) bool {
	words := strings.Fields(text)
	return len(words) > 2 && contains(weakWords, words[len(words)-1]) && contains(" and or ", words[len(words)-2])
}

func contains(list, word string) bool { return word != "" && strings.Contains(list, " "+word+" ") }

func lastWord(text string) string {
	words := strings.Fields(text)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// startsLower reports whether the first letter of s is a small one; cased tells whether it starts
// with a letter that has two cases at all. Marks before it do not count, and neither do names that
// start small, such as "iPad".
func startsLower(s string) (lower, cased bool) {
	s = strings.TrimLeftFunc(s, func(r rune) bool { return !wordRune(r) })
	r, size := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[size:])
	switch {
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return false, true
	case unicode.IsLower(r) && !unicode.IsUpper(next):
		return true, true
	}
	return false, false
}
