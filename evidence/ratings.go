package evidence

import "github.com/outcomemap/outcomemap/evidence/agreement"

// level is a scale with the ratings on it of one kind.
type level struct {
	scale
	of func(*Rating) LevelRange
}

// ratings works out layer 1.
func (s *scorer) ratings() Ratings {
	x := s.index
	progress := level{x.progress, func(r *Rating) LevelRange { return r.Progress }}
	confidence := level{x.confidence, func(r *Rating) LevelRange { return r.Confidence }}
	r := Ratings{Standard: x.standard, Completeness: Incomplete, Whole: x.rating(&s.whole)}
	r.Steps = make([]StepRatings, len(s.p.Steps))
	for i := range r.Steps {
		own := &r.Steps[i]
		own.Column, own.Whole = s.p.Steps[i].Column, x.rating(&s.steps[i])
		own.Stones = make([]Rating, len(s.stones[i]))
		for j := range own.Stones {
			own.Stones[j] = x.rating(&s.stones[i][j])
		}
		own.Progress, own.Confidence = progress.count(own.Stones), confidence.count(own.Stones)
		for j := range own.Stones {
			stone := &own.Stones[j]
			r.Stones++
			r.Rated += one(stone.Progress.Rated() && stone.Confidence.Rated())
			r.Differ += one(stone.Differ)
		}
	}
	r.Progress, r.Confidence = progress.weakest(&r), confidence.weakest(&r)
	r.Agreement = s.agreement()
	if r.Stones > 0 && r.Rated == r.Stones {
		r.Completeness = Complete
	}
	return r
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// count counts stones per level.
func (l level) count(stones []Rating) []int {
	counts := make([]int, len(l.ids))
	for i := range stones {
		if given := l.of(&stones[i]); given.Rated() {
			counts[l.rank[given.Low]]++
		}
	}
	return counts
}

// weakest walks the chain of steps once.
func (l level) weakest(r *Ratings) Weakest {
	w := Weakest{}
	low, high, before := len(l.ids), len(l.ids), -1
	for i := range r.Steps {
		step, here := &r.Steps[i], len(l.ids)
		for j := range step.Stones {
			given := l.of(&step.Stones[j])
			if !given.Rated() {
				continue
			}
			w.Rated++
			here = min(here, l.rank[given.Low])
			high = min(high, l.rank[given.High])
		}
		if here == len(l.ids) {
			continue // nothing rated: nothing to compare with
		}
		if here < low {
			low, w.At = here, step.Column
		}
		if w.DropsAt == "" && here < before {
			w.DropsAt = step.Column
		}
		before = here
	}
	if w.Rated > 0 {
		w.OfRated = LevelRange{Low: l.ids[low], High: l.ids[high]}
	}
	w.Level = w.OfRated
	if w.Rated < r.Stones && len(l.ids) > 0 { // the unrated may be anything
		w.Level.Low = l.ids[0]
		if w.Rated == 0 {
			w.Level.High = l.ids[len(l.ids)-1]
		}
	}
	return w
}

// agreement compares what the raters of each stone said on their own.
func (s *scorer) agreement() Agreement {
	var a Agreement
	var progress, confidence [][]float64
	for _, stones := range s.stones {
		for i := range stones {
			apart := s.index.apart(&stones[i])
			if len(apart) < 2 {
				continue
			}
			a.Stones++
			progress = append(progress, s.index.progress.ranks(apart, func(a *Assessment) string { return a.Progress }))
			confidence = append(confidence, s.index.confidence.ranks(apart, func(a *Assessment) string { return a.Confidence }))
		}
	}
	a.Progress, a.Confidence = ordinal(progress), ordinal(confidence)
	return a
}

func (s scale) ranks(given []*Assessment, of func(*Assessment) string) []float64 {
	var ranks []float64
	for _, a := range given {
		if r, ok := s.rank[of(a)]; ok {
			ranks = append(ranks, float64(r))
		}
	}
	return ranks
}

func ordinal(units [][]float64) *float64 {
	if alpha, ok := agreement.Alpha(units, agreement.Ordinal); ok {
		return &alpha
	}
	return nil
}
