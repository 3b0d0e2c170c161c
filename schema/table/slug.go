package table

import (
	"strconv"
	"strings"
	"unicode"
)

// slugs hands out ids: short, made of a text's own words, and each only once.
type slugs struct {
	taken map[string]bool
	next  map[string]int // the number to try after a base
}

// take returns an id made of text; fallback serves where the text has no Latin letters or digits.
func (s *slugs) take(text, fallback string) string {
	base := slug(text)
	if base == "" {
		base = fallback
	}
	if s.taken == nil {
		s.taken, s.next = map[string]bool{}, map[string]int{}
	}
	id := base
	for s.taken[id] {
		s.next[base] = max(2, s.next[base]+1)
		id = base + "-" + strconv.Itoa(s.next[base])
	}
	s.taken[id] = true
	return id
}

// slug returns up to four words of text that carry meaning, joined by hyphens: "Improved wellbeing
// and reduced stress" is improved-wellbeing-reduced-stress.
func slug(text string) string {
	const longest, mostWords = 36, 4
	words := latinWords(text)
	var id string
	for _, skip := range []bool{true, false} {
		n := 0
		for _, w := range words {
			if skip && len(w) == 1 && w[0] > '9' || skip && strings.Contains(filler, " "+w+" ") {
				continue
			}
			if n == mostWords || id != "" && len(id)+1+len(w) > longest {
				break
			}
			id = strings.TrimPrefix(id+"-"+w[:min(len(w), longest)], "-")
			n++
		}
		if id != "" {
			return id
		}
	}
	return ""
}

// filler are words that say little in an id.
const filler = " a am an and are as at be been by can do does for from had has have how i if in into is it its me my" +
	" of on or our that the their them they this to us was we were what which who will with you your" +
	" der die das des dem den ein eine einen und oder mit von zu le la les de du un une et ou pour" +
	" el los las una y o con para het een en van voor "

// latinWords cuts text into words of a-z and 0-9, with accents taken off.
func latinWords(text string) []string {
	var b strings.Builder
	for _, r := range text {
		switch letters := unaccented(r); {
		case r <= unicode.MaxASCII && wordRune(r):
			b.WriteRune(unicode.ToLower(r))
		case letters != "":
			b.WriteString(letters)
		case apostrophe(r) || unicode.Is(unicode.M, r):
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}

// accents are the accented letters of the Latin alphabets of Europe.
var accents = [...]struct{ plain, accented string }{
	{"a", "àáâãåāăąÀÁÂÃÅĀĂĄ"}, {"ae", "äæÄÆ"}, {"c", "çćĉċčÇĆĈĊČ"}, {"d", "ďđðĎĐÐ"}, {"e", "èéêëēĕėęěÈÉÊËĒĔĖĘĚ"},
	{"g", "ĝğġģĜĞĠĢ"}, {"h", "ĥħĤĦ"}, {"i", "ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ"}, {"j", "ĵĴ"}, {"k", "ķĶ"}, {"l", "ĺļľłĹĻĽŁ"},
	{"n", "ñńņňÑŃŅŇ"}, {"o", "òóôõōŏőÒÓÔÕŌŎŐ"}, {"oe", "öøœÖØŒ"}, {"r", "ŕŗřŔŖŘ"}, {"s", "śŝşšșŚŜŞŠȘ"}, {"ss", "ßẞ"},
	{"t", "ţťŧțŢŤŦȚ"}, {"th", "þÞ"}, {"u", "ùúûũūŭůűųÙÚÛŨŪŬŮŰŲ"}, {"ue", "üÜ"}, {"w", "ŵŴ"}, {"y", "ýÿŷÝŸŶ"}, {"z", "źżžŹŻŽ"},
}

// unaccented returns the plain letters for an accented one, "" for any other rune.
func unaccented(r rune) string {
	if r <= unicode.MaxASCII {
		return ""
	}
	for _, a := range accents {
		if strings.ContainsRune(a.accented, r) {
			return a.plain
		}
	}
	return ""
}
