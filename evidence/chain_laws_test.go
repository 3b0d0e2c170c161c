package evidence_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/evidence/bayes"
)

// Lowest <= if independent <= weakest link, one more claim never raises any of them, and what is
// open takes the low ends to nothing.
func TestChainsOnlyGetWeaker(t *testing.T) {
	for seed := range uint64(200) {
		w := seeded(seed)
		p := w.pathway("p")
		b := w.body(&p, 10)
		var before []bayes.Estimate
		known, all := 0, b.Claims
		for n := range len(all) + 1 {
			b.Claims = all[:n]
			x := score(t, p, b).Probative
			if x.IfIndependent == nil {
				continue
			}
			now := []bayes.Estimate{*x.Lowest, *x.IfIndependent, *x.WeakestLink}
			for i := range 2 {
				assert.True(t, now[i].Low <= now[i+1].Low && now[i].Mid <= now[i+1].Mid && now[i].High <= now[i+1].High)
			}
			for i := range before {
				if posteriors(x) <= known { // the claim takes the place of a less direct one, or is about something else
					break
				}
				assert.True(t, now[i].High <= before[i].High+1e-12 && now[i].Mid <= before[i].Mid+1e-12, "seed %d", seed)
			}
			if len(x.Open) > 0 {
				assert.Zero(t, now[2].Low)
			}
			before, known = now, posteriors(x)
		}
	}
}

func posteriors(p evidence.Probative) (n int) {
	for _, c := range p.Chain {
		if c.Posterior != nil {
			n++
		}
	}
	return n
}

// Threads <= sources that cut <= citations that cut, and to lose what the cut names leaves no route.
func TestCutsCut(t *testing.T) {
	cut := 0
	for seed := range uint64(300) {
		w := seeded(seed)
		p := w.pathway("p")
		b := w.body(&p, 25)
		s := score(t, p, b).Structure
		if s.Citations == nil {
			continue
		}
		assert.LessOrEqual(t, len(s.Threads), s.Sources.High)
		assert.LessOrEqual(t, s.Sources.Low, s.Sources.High)
		assert.LessOrEqual(t, s.Sources.High, s.Sources.Flow)
		assert.LessOrEqual(t, s.Sources.High, s.Citations.High)
		assert.Len(t, s.Citations.Citations, s.Citations.High)
		assert.Equal(t, s.Sources.High, len(s.Sources.Sources)+len(s.Sources.Items))
		if s.Citations.High == 0 {
			continue
		}
		cut++
		fewer := *b
		fewer.Items = slices.Clone(b.Items)
		for i := range fewer.Items {
			it := &fewer.Items[i]
			if slices.Contains(s.Sources.Sources, it.Source) || slices.Contains(s.Sources.Items, it.ID) {
				it.Status = evidence.Planned
			}
		}
		assert.Zero(t, score(t, p, &fewer).Structure.Citations.High, "without the sources, seed %d", seed)
	}
	assert.Greater(t, cut, 10)
}
