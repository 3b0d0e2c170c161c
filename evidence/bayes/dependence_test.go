package bayes_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence/bayes"
)

// The heaviest by hand: the greatest distance from 1 on the logarithmic scale, the first of equals.
func heaviest(tests []bayes.Ratio) (best int) {
	for i, r := range tests {
		if math.Abs(r.Decibels().Mid) > math.Abs(tests[best].Decibels().Mid)+1e-9 {
			best = i
		}
	}
	return best
}

func TestDominantIsExact(t *testing.T) {
	r := seeded(5)
	for range 300 {
		tests := make([]bayes.Test, 1+r.IntN(5))
		var ratios []bayes.Ratio
		for i := range tests {
			tests[i] = bayes.Test{Sensitivity: span(r), TypeIError: span(r), Found: r.IntN(2) == 0}
			if r.IntN(3) == 0 {
				tests[i].Sensitivity.High, tests[i].TypeIError.High = tests[i].Sensitivity.Low, tests[i].TypeIError.Low
			}
			ratios = append(ratios, ratio(t, tests[i]))
		}
		got, chosen, err := bayes.Dominant(ratios...)
		require.NoError(t, err)
		assert.Equal(t, heaviest(ratios), chosen)
		whole := got.Decibels()
		assert.InDelta(t, ratios[chosen].Decibels().Mid, whole.Mid, 1e-12)
		low, high := math.Inf(1), math.Inf(-1)
		for range 400 {
			var points []bayes.Ratio
			for _, test := range tests {
				s, f := inside(r, test.Sensitivity), inside(r, test.TypeIError)
				if r.IntN(2) == 0 { // corners too
					s, f = pick(r, test.Sensitivity), pick(r, test.TypeIError)
				}
				points = append(points, ratio(t, point(s, f, test.Found)))
			}
			at := points[heaviest(points)].Decibels().Mid
			low, high = min(low, at), max(high, at)
		}
		assert.True(t, low >= whole.Low-1e-9 && high <= whole.High+1e-9, "%v to %v in %v", low, high, whole)
		if len(tests) <= 2 {
			assert.InDelta(t, whole.Low, low, 1, "the low end is reached")
			assert.InDelta(t, whole.High, high, 1, "and the high one")
		}
	}
}

func pick(r *rand.Rand, i bayes.Range) float64 {
	if r.IntN(2) == 0 {
		return i.Low
	}
	return i.High
}

func TestDominantWithoutOne(t *testing.T) {
	r := seeded(8)
	for range 2000 {
		var ratios []bayes.Ratio
		for range 1 + r.IntN(6) {
			test := bayes.Test{Sensitivity: span(r), TypeIError: span(r), Found: r.IntN(2) == 0}
			if r.IntN(2) == 0 {
				test = point(float64(1+r.IntN(3))/4, float64(1+r.IntN(3))/4, true) // equals
			}
			ratios = append(ratios, ratio(t, test))
		}
		without, err := bayes.DominantWithout(ratios...)
		require.NoError(t, err)
		for i := range ratios {
			others := append(append([]bayes.Ratio{}, ratios[:i]...), ratios[i+1:]...)
			want, _, err := bayes.Dominant(others...)
			require.NoError(t, err)
			assert.Equal(t, want, without[i])
		}
	}
	none, err := bayes.DominantWithout()
	require.NoError(t, err)
	assert.Empty(t, none)
	_, err = bayes.DominantWithout(ratio(t, point(0.5, 0, true)), ratio(t, point(0, 0.5, true)))
	require.ErrorIs(t, err, bayes.ErrContradiction)
}

func TestPairIsExactOrRefused(t *testing.T) {
	r := seeded(6)
	refused := 0
	for range 3000 {
		a := bayes.Test{Sensitivity: span(r), TypeIError: span(r), Found: r.IntN(2) == 0}
		b := bayes.Test{Sensitivity: span(r), TypeIError: span(r), Found: r.IntN(2) == 0}
		h, n := 2*r.Float64()-1, 2*r.Float64()-1
		if r.IntN(2) == 0 {
			h, n = h/5, n/5
		}
		negative := false
		for i := range 16 {
			at := func(bit int, x bayes.Range) float64 {
				if i&bit > 0 {
					return x.High
				}
				return x.Low
			}
			for _, c := range cells(at(1, a.Sensitivity), at(2, b.Sensitivity), h) {
				negative = negative || c < -1e-12
			}
			for _, c := range cells(at(4, a.TypeIError), at(8, b.TypeIError), n) {
				negative = negative || c < -1e-12
			}
		}
		got, err := bayes.Pair(a, b, h, n)
		if negative {
			refused++
			require.ErrorIs(t, err, bayes.ErrCorrelation)
			require.ErrorContains(t, err, "outside of")
			continue
		}
		require.NoError(t, err)
		whole := got.Estimate()
		for range 10 {
			s1, s2 := inside(r, a.Sensitivity), inside(r, b.Sensitivity)
			f1, f2 := inside(r, a.TypeIError), inside(r, b.TypeIError)
			seen := [2]bool{a.Found, b.Found}
			at := cells(s1, s2, h)[seen] / cells(f1, f2, n)[seen]
			assert.True(t, at >= whole.Low*(1-1e-9) && at <= whole.High*(1+1e-9), "%v in %v", at, whole)
		}
		plain, err := bayes.Pair(a, b, 0, 0)
		require.NoError(t, err)
		assert.InEpsilon(t, times(t, ratio(t, a), ratio(t, b)).Estimate().Mid, plain.Estimate().Mid, 1e-12, "no correlation, no difference")
	}
	assert.Greater(t, refused, 500)
}

func TestEdgesOfDependence(t *testing.T) {
	proof, never := ratio(t, point(0.5, 0, true)), ratio(t, point(0, 0.5, true))
	_, chosen, err := bayes.Dominant()
	require.NoError(t, err)
	assert.Equal(t, -1, chosen)
	_, _, err = bayes.Dominant(proof, never)
	require.ErrorIs(t, err, bayes.ErrContradiction)
	got, chosen, err := bayes.Dominant(ratio(t, point(0.9, 0.1, true)), proof)
	require.NoError(t, err)
	assert.Equal(t, 1, chosen)
	assert.Equal(t, bayes.Estimate{Low: math.Inf(1), Mid: math.Inf(1), High: math.Inf(1)}, got.Decibels())
	_, chosen, err = bayes.Dominant(ratio(t, point(0.8, 0.4, true)), ratio(t, point(0.4, 0.8, true)), ratio(t, point(0.8, 0.4, true)))
	require.NoError(t, err)
	assert.Equal(t, 0, chosen, "the first of equals")

	sure := point(1, 0.5, true)
	r, err := bayes.Pair(sure, point(0.5, 0.2, true), 0.9, 0)
	require.NoError(t, err, "with what is certain nothing is correlated")
	assert.InDelta(t, 5, r.Estimate().Mid, 1e-12)
	nearly := bayes.Test{Sensitivity: bayes.Range{Low: 0.5, High: 1}, TypeIError: bayes.Exactly(0.5), Found: true}
	_, err = bayes.Pair(nearly, point(0.5, 0.2, true), 0.1, 0)
	require.ErrorIs(t, err, bayes.ErrCorrelation, "a range up to certainty allows none")
	for _, rho := range []float64{math.NaN(), 1.5, -1.5, math.Inf(1)} {
		_, err = bayes.Pair(point(0.5, 0.5, true), point(0.5, 0.5, true), rho, 0)
		require.ErrorIs(t, err, bayes.ErrCorrelation, "%v", rho)
	}
	twin, err := bayes.Pair(point(0.8, 0.2, true), point(0.8, 0.2, true), 1, 1)
	require.NoError(t, err, "the same thing twice")
	assert.InDelta(t, 4, twin.Estimate().Mid, 1e-12, "counts once")
	_, err = bayes.Pair(point(0.8, 0.2, true), point(0.8, 0.2, false), 1, 1)
	require.ErrorIs(t, err, bayes.ErrImpossible, "it cannot be there and not there")
	_, err = bayes.Pair(point(2, 0.2, true), point(0.8, 0.2, true), 0, 0)
	require.ErrorIs(t, err, bayes.ErrNotChance)
	_, err = bayes.Pair(point(0.8, 0.2, true), point(0.8, 2, true), 0, 0)
	require.ErrorIs(t, err, bayes.ErrNotChance)
}

// By hand: where found goes with found at most with rho = sqrt(0.4/0.6 / (0.8/0.2)) = 0.4082, found
// goes with missed at least with its negative; the message speaks of rho as it was stated.
func TestRefusedCorrelationAsStated(t *testing.T) {
	common := bayes.Test{Sensitivity: bayes.Exactly(0.8), TypeIError: bayes.Exactly(0.4), Found: true}
	rare := bayes.Test{Sensitivity: bayes.Exactly(0.4), TypeIError: bayes.Exactly(0.05)}
	_, err := bayes.Pair(common, rare, 0.9, 0)
	require.ErrorIs(t, err, bayes.ErrCorrelation)
	require.ErrorContains(t, err, "correlation 0.9, outside of -0.6124 to 0.4082")
	rare.TypeIError = bayes.Range{Low: 0, High: 0.05} // what may never be found goes along with nothing
	_, err = bayes.Pair(common, rare, 0, 0.1)
	require.ErrorContains(t, err, "correlation 0.1, outside of 0 to 0:")
}
