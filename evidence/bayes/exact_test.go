package bayes_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence/bayes"
)

// An interval holds every point inside, and both of its ends are reached.
func TestIntervalsAreExact(t *testing.T) {
	r := seeded(4)
	for range 200 {
		prior := span(r)
		tests := make([]bayes.Test, 1+r.IntN(4))
		var ratios, low, high []bayes.Ratio
		for i := range tests {
			tests[i] = bayes.Test{Sensitivity: span(r), TypeIError: span(r), Found: r.IntN(2) == 0}
			ratios = append(ratios, ratio(t, tests[i]))
			s, f := tests[i].Sensitivity, tests[i].TypeIError
			if !tests[i].Found { // a miss weighs most where s is high
				s.Low, s.High, f.Low, f.High = s.High, s.Low, f.High, f.Low
			}
			low = append(low, ratio(t, point(s.Low, f.High, tests[i].Found)))
			high = append(high, ratio(t, point(s.High, f.Low, tests[i].Found)))
		}
		got := update(t, times(t, ratios...), prior)
		assert.InDelta(t, got.Low, update(t, times(t, low...), bayes.Exactly(prior.Low)).Mid, 1e-12)
		assert.InDelta(t, got.High, update(t, times(t, high...), bayes.Exactly(prior.High)).Mid, 1e-12)
		for range 20 {
			product := bayes.Nothing()
			for _, test := range tests {
				product = times(t, product, ratio(t, point(inside(r, test.Sensitivity), inside(r, test.TypeIError), test.Found)))
			}
			at := update(t, product, bayes.Exactly(inside(r, prior))).Mid
			assert.True(t, at >= got.Low-1e-12 && at <= got.High+1e-12, "%v in %v", at, got)
		}
	}
}

// Mixing is exact over random worlds: brute force over world, claim and evidence.
func TestMixAgreesWithBruteForce(t *testing.T) {
	r := seeded(7)
	for range 200 {
		var worlds []bayes.World
		claim, both, evidence, total := 0., 0., 0., 0.
		for range 1 + r.IntN(5) {
			w := bayes.World{Weight: r.Float64() * 10, Prior: within(r), Likelihoods: bayes.Likelihoods{Sensitivity: within(r), TypeIError: within(r)}}
			worlds = append(worlds, w)
			total += w.Weight
			claim += w.Weight * w.Prior
			both += w.Weight * w.Prior * w.Sensitivity
			evidence += w.Weight * (w.Prior*w.Sensitivity + (1-w.Prior)*w.TypeIError)
		}
		prior, l, err := bayes.Mix(worlds...)
		require.NoError(t, err)
		assert.InDelta(t, claim/total, prior, 1e-12)
		got, err := l.Posterior(prior, true)
		require.NoError(t, err)
		assert.InDelta(t, both/evidence, got, 1e-12)
	}
}
