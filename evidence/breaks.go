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
	}
	return b
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

// weakestStep is the first step that has the weakest progress, or the weakest confidence where
// nobody rated progress.
func (s *scorer) weakestStep(r Ratings) pathway.Target {
	at := r.Progress.At
	if r.Progress.Rated == 0 {
		at = r.Confidence.At
	}
	if at == "" {
		return pathway.Target{}
	}
	return s.target(pathway.Target{Column: at})
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
