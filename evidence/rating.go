package evidence

import (
	"cmp"
	"slices"

	"github.com/outcomemap/outcomemap/pathway"
)

// A Rating is where a target stands: what its assessments say when those that count are taken
// together. Where raters differ it is a range, never an average. The zero Rating is unrated, which
// is unknown and not the lowest level.
type Rating struct {
	About      pathway.Target `json:"about,omitzero"`
	Progress   LevelRange     `json:"progress,omitzero"`
	Confidence LevelRange     `json:"confidence,omitzero"`
	Verdict    LevelRange     `json:"verdict,omitzero"` // of fails, partly, holds
	Round      string         `json:"round,omitempty"`  // the round that counts
	Agreed     bool           `json:"agreed,omitempty"` // the moderated rating counts
	Differ     bool           `json:"differ,omitempty"` // several raters, no agreed rating, not all the same
	Counts     []*Assessment  `json:"-"`                // those that count: the agreed one, or the newest of each rater
}

// A LevelRange is the lowest and the highest level that raters gave, as ids; the same where they
// agree. Both are empty where nobody rated.
type LevelRange struct {
	Low  string `json:"low,omitempty"`
	High string `json:"high,omitempty"`
}

// Rated reports whether there is any rating.
func (l LevelRange) Rated() bool { return l.Low != "" }

// String returns "some", "some to great", or "not rated".
func (l LevelRange) String() string {
	switch l.Low {
	case "":
		return "not rated"
	case l.High:
		return l.Low
	}
	return l.Low + " to " + l.High
}

// scale ranks the ids of levels in rising order, no two of which are the same.
type scale struct {
	ids  []string
	rank map[string]int
}

func newScale(levels []Level) scale {
	s := scale{ids: make([]string, 0, len(levels)), rank: make(map[string]int, len(levels))}
	for _, l := range levels {
		s.rank[l.ID] = len(s.ids)
		s.ids = append(s.ids, l.ID)
	}
	return s
}

var verdictScale = []Level{{ID: string(Fails)}, {ID: string(Partly)}, {ID: string(Holds)}}

// span returns the range of what raters gave; a level that the scale lacks is no rating.
func (s scale) span(given []*Assessment, of func(*Assessment) string) LevelRange {
	low, high := len(s.ids), -1
	for _, a := range given {
		if r, ok := s.rank[of(a)]; ok {
			low, high = min(low, r), max(high, r)
		}
	}
	if high < 0 {
		return LevelRange{}
	}
	return LevelRange{Low: s.ids[low], High: s.ids[high]}
}

// placed is an assessment with its place in the file, for ties, and how it came to its target.
type placed struct {
	*Assessment
	place  int
	source directness
}

// directness ranks how an assessment came to its target: a pathway's own one beats one made for
// another pathway that it also serves, and that beats one for whichever pathway has the target.
type directness int

const (
	own directness = iota
	also
	general
)

// byAge puts older before newer, and of one date the later in the file behind.
func byAge(a, b placed) int {
	return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.place, b.place))
}

// pick applies the rule which assessment counts to those of one target.
func (x *Index) pick(all []placed) []*Assessment {
	switch len(all) { // as with most targets
	case 0:
		return nil
	case 1:
		return []*Assessment{all[0].Assessment}
	}
	all = x.newestRound(mostDirect(all))
	agreed := keep(all, func(a *placed) bool { return a.Agreed })
	if len(agreed) > 0 {
		return []*Assessment{slices.MaxFunc(agreed, byAge).Assessment}
	}
	return newestOfEach(all)
}

// apart returns what each rater said on their own in the round that counts.
func (x *Index) apart(s *subject) []*Assessment {
	all := s.assessments()
	if len(all) < 2 {
		return nil
	}
	all = x.newestRound(mostDirect(all))
	return newestOfEach(keep(all, func(a *placed) bool { return !a.Agreed }))
}

// newestOfEach returns the newest assessment of each rater, in the order in which raters appear.
func newestOfEach(all []placed) []*Assessment {
	newest := map[string]placed{}
	var raters []string
	for _, a := range all {
		last, known := newest[a.By]
		if !known {
			raters = append(raters, a.By)
		}
		if !known || byAge(a, last) > 0 {
			newest[a.By] = a
		}
	}
	var list []*Assessment
	for _, by := range raters {
		list = append(list, newest[by].Assessment)
	}
	return list
}

func mostDirect(all []placed) []placed {
	best := general
	for _, a := range all {
		best = min(best, a.source)
	}
	return keep(all, func(a *placed) bool { return a.source == best })
}

// newestRound returns the assessments of the newest round in which the target was assessed. Those
// without a round, or with one that the body does not name, are a round together: the newest, if
// the newest of them is newer than all of the other rounds.
func (x *Index) newestRound(all []placed) []placed {
	last, inRound, outside := -1, Date(""), Date("")
	for _, a := range all {
		if r, ok := x.rounds[a.Round]; ok {
			last, inRound = max(last, r), newerDate(inRound, a.Date)
		} else {
			outside = newerDate(outside, a.Date)
		}
	}
	if last >= 0 && outside.Compare(inRound) > 0 {
		last = -1
	}
	return keep(all, func(a *placed) bool {
		r, ok := x.rounds[a.Round]
		return ok && r == last || !ok && last < 0
	})
}

func newerDate(a, b Date) Date {
	if b.Compare(a) > 0 {
		return b
	}
	return a
}

// rate sums up the assessments that count.
func (x *Index) rate(t pathway.Target, all []placed) Rating {
	if len(all) == 0 {
		return Rating{About: t}
	}
	counts := x.pick(all)
	r := Rating{
		About:      t,
		Progress:   x.progress.span(counts, func(a *Assessment) string { return a.Progress }),
		Confidence: x.confidence.span(counts, func(a *Assessment) string { return a.Confidence }),
		Verdict:    x.verdicts.span(counts, func(a *Assessment) string { return string(a.Verdict) }),
		Counts:     counts,
	}
	for _, l := range []LevelRange{r.Progress, r.Confidence, r.Verdict} {
		r.Differ = r.Differ || l.Low != l.High
	}
	if len(counts) > 0 {
		r.Round, r.Agreed = counts[0].Round, counts[0].Agreed
	}
	return r
}

// keep returns those that are wanted: the list itself where that is all of them, as it mostly is.
func keep[T any](all []T, want func(*T) bool) []T {
	n := 0
	for n < len(all) && want(&all[n]) {
		n++
	}
	if n == len(all) {
		return all
	}
	kept := slices.Clone(all[:n])
	for i := n + 1; i < len(all); i++ {
		if want(&all[i]) {
			kept = append(kept, all[i])
		}
	}
	return kept
}
