package evidence

import (
	"slices"

	"github.com/outcomemap/outcomemap/pathway"
)

// breaks finds where the story breaks, by the rule of [Breaks].
func (s *scorer) breaks(card *Scorecard) Breaks {
	b := Breaks{
		Structure: s.thinnest(card.Structure),
		Probative: card.Probative.Weakest,
	}
	if w := card.Ratings.Weakest(); w != nil {
		b.Ratings = s.target(pathway.Target{Column: w.At})
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
	case card.Ratings.Progress.Rated+card.Ratings.Confidence.Rated > 0 && !card.Ratings.weak():
		b.Why = NothingWeak
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
