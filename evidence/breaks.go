package evidence

import (
	"slices"

	"github.com/outcomemap/outcomemap/pathway"
)

// breaks finds where the story breaks, by the rule of [Breaks].
func (s *scorer) breaks(card *Scorecard) Breaks {
	b := Breaks{
		Ratings:   s.weakestStep(card.Ratings),
		Structure: s.thinnest(card.Structure),
		Probative: card.Probative.Weakest,
	}
	bare := slices.IndexFunc(card.Structure.Links, func(l LinkSupport) bool { return !l.Tested && len(l.Citations) == 0 })
	unclaimed := slices.IndexFunc(card.Structure.Links, func(l LinkSupport) bool { return !l.Claimed })
	across := s.uncrossed()
	switch {
	case across != pathway.Target{}:
		b.At, b.Why, b.Structure = across, NoLink, across
	case bare >= 0:
		b.At, b.Why = card.Structure.Links[bare].About, NothingSupports
	case b.Probative != pathway.Target{} && unclaimed >= 0:
		b.At, b.Why = card.Structure.Links[unclaimed].About, NoClaim
	case b.Probative != pathway.Target{}:
		b.At, b.Why = b.Probative, WeakestClaim
	case b.Ratings != pathway.Target{}:
		b.At, b.Why = b.Ratings, WeakestRating
	case card.Ratings.Progress.Rated+card.Ratings.Confidence.Rated > 0 && !s.weak(card.Ratings):
		b.Why = NothingWeak
	}
	return b
}

// weak reports whether some rating is below the highest level of its scale, be it in a step that has
// no column to name it by.
func (s *scorer) weak(r Ratings) bool {
	return r.Progress.weak(s.index.progress) || r.Confidence.weak(s.index.confidence)
}

// uncrossed is the pair of neighbouring steps where the routes from the first step come to an end,
// where they do.
func (s *scorer) uncrossed() pathway.Target {
	gaps := s.gaps
	if gaps.Connected {
		return pathway.Target{}
	}
	unreached := map[string]bool{}
	for _, id := range gaps.Unreached {
		unreached[id] = true
	}
	reached := func(s subject) bool { return !unreached[s.Stone] }
	last := len(s.stones) - 2 // the last step from which anything could lead on
	for last > 0 && !slices.ContainsFunc(s.stones[last], reached) {
		last--
	}
	if last < 0 || s.p.Steps[last].Column == "" || s.p.Steps[last+1].Column == "" {
		return pathway.Target{}
	}
	return s.target(pathway.Target{From: s.p.Steps[last].Column, To: s.p.Steps[last+1].Column})
}

// weakestStep is the first step that has the weakest progress. Where nobody rated progress, or all of it
// is at the highest level, it is that of the weakest confidence; and none where that is at its highest.
func (s *scorer) weakestStep(r Ratings) pathway.Target {
	at := r.Progress.weakAt(s.index.progress)
	if at == "" {
		at = r.Confidence.weakAt(s.index.confidence)
	}
	if at == "" {
		return pathway.Target{}
	}
	return s.target(pathway.Target{Column: at})
}

// weakAt is the column of the weakest rated level, or "" where that is the highest there is.
func (w Weakest) weakAt(scale scale) string {
	if !w.weak(scale) {
		return ""
	}
	return w.At
}

// weak reports whether some stone is rated below the highest level.
func (w Weakest) weak(scale scale) bool {
	return w.Rated > 0 && w.OfRated.Low != scale.ids[len(scale.ids)-1]
}

// thinnest is the first link that the smallest cut by citations goes through; where no route is
// supported, the first that has no citation.
func (s *scorer) thinnest(st Structure) pathway.Target {
	switch {
	case st.Citations == nil:
		return pathway.Target{}
	case len(st.Citations.Citations) > 0:
		return *st.Citations.Citations[0].On
	}
	for _, l := range st.Links {
		if len(l.Citations) == 0 {
			return l.About
		}
	}
	return pathway.Target{}
}
