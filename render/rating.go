package render

import (
	"cmp"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render/internal/text"
)

// A rating is what counts for one stone in one pathway.
type rating struct{ progress, confidence levels }

// levels are the lowest and the highest place in a scale that raters gave, the same where they agree.
// The zero value is unrated.
type levels struct{ low, high int8 } // from 1; 0 is unrated

func (l levels) rated() bool { return l.low > 0 }

func (r rating) rated() bool { return r.progress.rated() || r.confidence.rated() }

// ranges reports whether raters differ.
func (r rating) ranges() bool { return r.progress.ranges() || r.confidence.ranges() }

func (l levels) ranges() bool { return l.low != l.high }

// A scale is one scale of the map's standard.
type scale struct {
	labels []string // of the levels, in rising order
	place  map[string]int8
}

// maxLevels bounds a scale: no picture tells more steps than that apart. What is above the last of them is
// drawn as that one, which says so.
const maxLevels = 100

func newScale(all []evidence.Level) scale {
	s := scale{place: make(map[string]int8, len(all)), labels: make([]string, min(len(all), maxLevels))}
	for i, level := range all {
		place := min(i, maxLevels-1)
		s.place[level.ID] = int8(place + 1)
		if place == i {
			s.labels[i] = cmp.Or(text.Clean(level.Label), text.Clean(level.ID))
		}
	}
	if len(all) > maxLevels {
		s.labels[maxLevels-1] = "≥ " + s.labels[maxLevels-1]
	}
	return s
}

func (s scale) levels(l evidence.LevelRange) levels {
	if l == (evidence.LevelRange{}) {
		return levels{}
	}
	return levels{s.place[l.Low], s.place[l.High]}
}

// label words a rating: "Some progress", or "Some progress to Great progress" where raters differ.
func (s scale) label(l levels, w *wording) string {
	switch {
	case !l.rated():
		return w.NotRated
	case l.low == l.high:
		return s.labels[l.low-1]
	}
	return s.labels[l.low-1] + " " + w.To + " " + s.labels[l.high-1]
}

// share is how much of the scale a level has reached: 0 for the lowest, 1 for the highest.
func (s scale) share(level int8) float64 {
	if len(s.labels) < 2 {
		return 1
	}
	return float64(level-1) / float64(len(s.labels)-1)
}

// ratings answers what counts for a stone in a pathway.
type ratings struct {
	none                 bool            // nothing was ever assessed
	now, before          *evidence.Index // before is nil unless two days are compared
	progress, confidence scale
}

func newRatings(m *outcome.Map, asOf, since evidence.Date) ratings {
	r := ratings{none: len(m.Evidence.Assessments) == 0, now: evidence.NewIndex(&m.Evidence, evidence.AsOf(asOf))}
	std := r.now.Standard()
	r.progress, r.confidence = newScale(std.Progress), newScale(std.Confidence)
	if since != "" {
		r.before = evidence.NewIndex(&m.Evidence, evidence.AsOf(since))
	}
	return r
}

// seat is what counts for a stone in a pathway, and what counted before.
func (r *ratings) seat(path int, pathwayID, stone string) seat {
	if r.none {
		return seat{path: int32(path)}
	}
	t := pathway.Target{Pathway: pathwayID, Stone: stone}
	s := seat{path: int32(path), rating: r.rating(r.now, t)}
	if s.before = s.rating; r.before != nil {
		s.before = r.rating(r.before, t)
	}
	return s
}

func (r *ratings) rating(x *evidence.Index, t pathway.Target) rating {
	got := x.Rating(t)
	return rating{r.progress.levels(got.Progress), r.confidence.levels(got.Confidence)}
}

// A move is how a rating changed between two days.
type move int

const (
	same       move = iota
	further         // progress rose
	back            // progress fell
	newlyRated      // there was no rating
	surer           // progress stayed, confidence rose
	lessSure        // progress stayed, confidence fell
	otherwise       // raters now differ in another way, or a rating went
	moves           // how many there are
)

// move tells how the rating of a seat changed. Progress counts before confidence.
func (s *seat) move() move {
	switch {
	case s.before == s.rating:
		return same
	case !s.before.rated():
		return newlyRated
	case s.before.progress != s.rating.progress:
		return direction(s.before.progress, s.rating.progress, further, back)
	}
	return direction(s.before.confidence, s.rating.confidence, surer, lessSure)
}

func direction(before, now levels, up, down move) move {
	switch {
	case !before.rated() || !now.rated():
		return otherwise
	case now.low >= before.low && now.high >= before.high:
		return up
	case now.low <= before.low && now.high <= before.high:
		return down
	}
	return otherwise
}
