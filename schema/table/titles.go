package table

import (
	"strings"
	"unicode/utf8"
)

var (
	listItem = lazily(`^(?:[-*•▪●◦‣–]|\(?[0-9A-Za-z]{1,3}[.)])\s`)
	hashes   = lazily(`^#{1,6}\s+`)
)

// line returns a line of prose as text, without what HTML or Markdown puts around it.
func (s *source) line(n int) string {
	bs, _ := blocks(s.content(n))
	var texts []string
	for _, b := range bs {
		texts = append(texts, b.text)
	}
	return plain(hashes().ReplaceAllString(squeeze(strings.Join(texts, " ")), ""))
}

// titleLike reports whether a line has the shape of a title: words that are no sentence, no item of
// a list and no address.
func titleLike(text string) bool {
	const longest = 200
	return hasLetter(text) && utf8.RuneCountInString(text) <= longest &&
		!listItem().MatchString(text) && !sentence().MatchString(text) && !webAddress().MatchString(text)
}

// mapTitle returns the first line above the map's table that can be a title.
func (s *source) mapTitle(above []item) string {
	for _, it := range above {
		if it.kind != prose {
			continue
		}
		if text := s.line(it.first); titleLike(text) && !strings.HasSuffix(text, ":") {
			return text
		}
	}
	return ""
}

// tableTitle returns the nearest line above a table that can be its title. Between the two there
// may be a few lines of text about the table.
func (s *source) tableTitle(above []item) string {
	const near = 4
	for i, seen := len(above)-1, 0; i >= 0 && seen < near; i-- {
		if above[i].kind != prose {
			continue
		}
		seen++
		if text := s.line(above[i].first); titleLike(text) {
			return strings.TrimSpace(strings.TrimSuffix(text, ":"))
		}
	}
	return ""
}
