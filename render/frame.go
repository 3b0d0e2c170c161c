package render

import (
	"strings"

	"github.com/outcomemap/outcomemap/render/internal/text"
)

const minWidth = 520.0 // of a page: a title and a legend want some room

// addHeadings breaks the title and the headings into lines and so finds where the cards start.
func (s *scene) addHeadings() {
	s.width = max(s.width, minWidth)
	inner := s.width - 2*margin
	s.title = s.measured(titleSize, true, s.headline()).Pretty(nil, inner-s.titleIndent())
	s.sub = s.measured(bodySize, false, s.apart(s.underline())).Wrap(nil, inner)
	s.top = margin + titleLine*float64(len(s.title)) + subLine*float64(len(s.sub)) + 14
	if s.bare {
		s.top = margin
	}
	most := 1
	for i := range s.columns {
		c := &s.columns[i]
		c.heading = s.measured(headSize, true, text.Clean(c.Heading)).Balance(nil, s.headWidth(i)-laneMargin-headIn-4)
		most = max(most, len(c.heading))
	}
	s.headHeight = 2*headPad + headLine*float64(most)
}

// headWidth is the width of a column's heading without its tip: it reaches over the gutter up to the
// next one.
func (s *scene) headWidth(i int) float64 {
	if i+1 == len(s.columns) {
		return s.columns[i].width + 2*laneMargin - headTip
	}
	return s.columns[i].width + s.columns[i].gutter - headTip - 6
}

// titleIndent is the room for the letter of a pathway before its title, by which it is found on the whole map.
func (s *scene) titleIndent() float64 {
	if !s.single() || len(s.m.Pathways) < 2 {
		return 0
	}
	return badgeWidth(len(s.paths[0].letter)) + 8
}

func (s *scene) pageTitle() string {
	if t := text.Clean(s.m.Title); t != "" {
		return t
	}
	return s.words.Untitled
}

// headline is what a picture shows: the map, or the one pathway, as on a slide; then underline has the
// map's title.
func (s *scene) headline() string {
	if s.single() {
		return s.paths[0].title
	}
	return s.pageTitle()
}

func (s *scene) underline() []string {
	if s.single() {
		return s.facts(s.pageTitle())
	}
	return s.facts(s.words.Map)
}

// subtitle stands below the map's title: what it is, or which pathway, and how much of it.
func (s *scene) subtitle() string {
	if s.single() {
		return strings.Join(s.facts(s.paths[0].title), dot)
	}
	return strings.Join(s.facts(s.words.Map), dot)
}

// named reports whether a title above or beside the links of each pathway says which one it is.
func (s *scene) named() bool { return s.brief || s.byPathway || s.single() }

// single reports whether the picture is of one pathway of the map, by request.
func (s *scene) single() bool { return s.pathway != "" && len(s.paths) > 0 }

const dot = " · " // between facts on a line

// apart puts facts on a line.
func (s *scene) apart(facts []string) string {
	return text.Apart(facts, dot, s.rtl != s.against(facts...))
}

// against reports whether a text runs against the picture: English on a map in Arabic. Its lines then have a direction
// of their own, so that full stops, brackets and numbers stand where they belong.
func (s *scene) against(lines ...string) bool {
	way := text.DirectionOf(lines...)
	return s.rtl && way == text.FromLeft || !s.rtl && way == text.FromRight
}

// facts say how much is shown, and of which day, behind what it is.
func (s *scene) facts(first string) []string {
	parts := []string{first}
	if focus := s.inFocus(); focus != "" {
		parts = append(parts, strings.ReplaceAll(s.words.InFocus, "{pathways}", focus))
	}
	parts = append(parts, count(s.words.Stones, len(s.cards)))
	if s.pathway == "" && len(s.paths) > 0 {
		parts = append(parts, count(s.words.Pathways, len(s.paths)))
	}
	if s.links > 0 {
		parts = append(parts, count(s.words.Links, s.links))
	}
	if date := text.Clean(s.words.date(s.m.Provenance.Date)); date != "" {
		parts = append(parts, date)
	}
	if s.since != "" {
		parts = append(parts, s.words.onDay(s.words.Since, s.since))
	}
	if s.asOf != "" {
		parts = append(parts, s.words.onDay(s.words.AsOf, s.asOf))
	}
	return parts
}

// inFocus names the pathways that are in focus where others are not.
func (s *scene) inFocus() string {
	var names []string
	for i := range s.paths {
		if p := &s.paths[i]; len(s.focus) > 0 && !p.faint {
			names = append(names, p.letter+" "+p.title)
		}
	}
	if len(names) == len(s.paths) {
		return ""
	}
	return strings.Join(names, ", ")
}

// source says where the map comes from, or "".
func (s *scene) source() string {
	var parts []string
	p := &s.m.Provenance
	for _, part := range []string{p.Publisher, s.words.date(p.Date), p.URL, p.Licence} {
		if part = text.Clean(part); part != "" {
			parts = append(parts, part)
		}
	}
	return s.apart(parts)
}
