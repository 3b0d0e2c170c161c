package report

import (
	"strconv"

	"github.com/outcomemap/outcomemap/evidence"
)

// A level is a rating as it is shown: a sign, a colour and a word, so that none of them is needed alone.
type level struct {
	Class string // of the colour
	Last  string // of that of the second sign, "" for the same
	Icons []string
	Word  string
	What  string // what is rated, for those who do not see where it stands
	Rank  int    // place of the lower end in its scale, from 1; 0 is unrated
}

// A scale words and draws the levels of one of the standard's two scales.
type scale struct {
	levels []evidence.Level
	place  map[string]int // from 1
	kind   string         // "q": progress, "k": confidence
	what   string
	w      Words
}

func newScale(levels []evidence.Level, kind, what string, w Words) scale {
	s := scale{levels: levels, place: map[string]int{}, kind: kind, what: what, w: w}
	for i, l := range levels {
		s.place[l.ID] = i + 1
	}
	return s
}

// of shows what raters gave: one level, or a range of two.
func (s *scale) of(l evidence.LevelRange) level {
	low, high := s.place[l.Low], s.place[l.High]
	if low == 0 {
		return s.at(0)
	}
	shown := s.at(low)
	if high > low {
		other := s.at(high)
		shown.Icons, shown.Last = append(shown.Icons, other.Icons...), other.Class
		shown.Word = s.w.between(shown.Word, other.Word)
	}
	return shown
}

// at shows one level of the scale, counted from 1; 0 is unrated.
func (s *scale) at(n int) level {
	if n == 0 {
		return level{Class: s.kind + "u", Icons: []string{"qu"}, // one dash for both, as on the map
			Word: s.w.word("rating.none"), What: s.what}
	}
	return level{Class: s.kind + strconv.Itoa(s.tone(n)), Icons: []string{s.icon(n)}, Word: s.label(n), What: s.what, Rank: n}
}

func (s *scale) label(n int) string {
	if label := plain(s.levels[n-1].Label); label != "" {
		return label
	}
	return plain(s.levels[n-1].ID)
}

// tone is the colour of a level: 0 for the lowest, 2 for the highest, 1 for all between.
func (s *scale) tone(n int) int {
	switch n {
	case len(s.levels):
		return 2
	case 1:
		return 0
	}
	return 1
}

// icon names the sign of a level: a circle filled in eighths, or bars.
func (s *scale) icon(n int) string {
	if s.kind == "k" {
		return "k" + strconv.Itoa((n*s.bars()+len(s.levels)-1)/len(s.levels))
	}
	if len(s.levels) < 2 {
		return "q8"
	}
	return "q" + strconv.Itoa(((n-1)*8+(len(s.levels)-1)/2)/(len(s.levels)-1))
}

// bars is how many bars a sign of confidence has: one a level, five at most.
func (s *scale) bars() int { return min(max(len(s.levels), 1), 5) }

// A tally is how many stones have a level.
type tally struct {
	level
	N int
}

// tally counts ratings from the highest level down, the unrated last; levels that nobody has are left
// out.
func (s *scale) tally(ratings []level) []tally {
	counts := make([]int, len(s.levels)+1)
	for _, r := range ratings {
		counts[r.Rank]++
	}
	var all []tally
	for n := len(s.levels); n >= 0; n-- {
		if counts[n] > 0 {
			all = append(all, tally{s.at(n), counts[n]})
		}
	}
	return all
}
