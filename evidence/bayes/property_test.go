package bayes_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence/bayes"
)

func seeded(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 2023)) }

// within draws a chance strictly between 0 and 1.
func within(r *rand.Rand) float64 { return 0.01 + 0.98*r.Float64() }

func span(r *rand.Rand) bayes.Range {
	a, b := within(r), within(r)
	return bayes.Range{Low: min(a, b), High: max(a, b)}
}

func inside(r *rand.Rand, i bayes.Range) float64 { return i.Low + r.Float64()*(i.High-i.Low) }

func point(s, f float64, found bool) bayes.Test {
	return bayes.Test{Sensitivity: bayes.Exactly(s), TypeIError: bayes.Exactly(f), Found: found}
}

func ratio(t testing.TB, test bayes.Test) bayes.Ratio {
	r, err := test.Ratio()
	require.NoError(t, err)
	return r
}

func times(t testing.TB, all ...bayes.Ratio) bayes.Ratio {
	product := bayes.Nothing()
	for _, r := range all {
		var err error
		product, err = product.Times(r)
		require.NoError(t, err)
	}
	return product
}

func update(t testing.TB, r bayes.Ratio, prior bayes.Range) bayes.Estimate {
	e, err := r.Update(prior)
	require.NoError(t, err)
	require.False(t, math.IsNaN(e.Low+e.Mid+e.High))
	require.LessOrEqual(t, e.Low, e.Mid)
	require.LessOrEqual(t, e.Mid, e.High)
	return e
}

// Rational numbers are the oracle: every float is one, so Bayes' rule can be worked out exactly.
func TestChainsAgreeWithRationals(t *testing.T) {
	r := seeded(1)
	for range 300 {
		p := within(r)
		with, without := rat(p), new(big.Rat).Sub(rat(1), rat(p))
		product := bayes.Nothing()
		for range 1 + r.IntN(12) {
			s, f, found := within(r), within(r), r.IntN(2) == 0
			product = times(t, product, ratio(t, point(s, f, found)))
			if !found {
				s, f = 1-s, 1-f
			}
			with.Mul(with, rat(s))
			without.Mul(without, rat(f))
		}
		want, _ := new(big.Rat).Quo(with, new(big.Rat).Add(with, without)).Float64()
		got := update(t, product, bayes.Exactly(p))
		assert.InEpsilon(t, want, got.Mid, 1e-12)
		assert.Equal(t, got.Low, got.High, "points in, a point out")
	}
}

// Ten thousand tests neither overflow nor lose what they say: they cancel out in the end.
func TestLongChainsKeepTheirWeight(t *testing.T) {
	product, strong, back := bayes.Nothing(), ratio(t, point(0.99, 0.001, true)), ratio(t, point(0.001, 0.99, true))
	for range 10_000 {
		product = times(t, product, strong)
	}
	weight, err := bayes.Likelihoods{Sensitivity: 0.99, TypeIError: 0.001}.Weight(true)
	require.NoError(t, err)
	assert.InEpsilon(t, 10_000*weight, product.Decibels().Mid, 1e-12)
	assert.Equal(t, 1.0, update(t, product, bayes.Exactly(0.01)).Mid, "as near to 1 as a float can be")
	for range 10_000 {
		product = times(t, product, back)
	}
	assert.InDelta(t, 0.3, update(t, product, bayes.Exactly(0.3)).Mid, 1e-9)
}

func TestLaws(t *testing.T) {
	r := seeded(2)
	for range 2000 {
		p, s, f, found := within(r), within(r), within(r), r.IntN(2) == 0
		l := bayes.Likelihoods{Sensitivity: s, TypeIError: f}
		after, err := l.Posterior(p, found)
		require.NoError(t, err)

		same, err := bayes.Likelihoods{Sensitivity: s, TypeIError: s}.Posterior(p, found)
		require.NoError(t, err)
		assert.InDelta(t, p, same, 1e-15, "a test with s = f changes nothing")
		assert.InDelta(t, p, update(t, bayes.Nothing(), bayes.Exactly(p)).Mid, 1e-15, "nor does what was not sought")

		w, err := l.Weight(found)
		require.NoError(t, err)
		logit := func(p float64) float64 { return 10 * math.Log10(p/(1-p)) }
		assert.InDelta(t, logit(p)+w, logit(after), 1e-9, "log-odds add")

		there, err := l.Posterior(p, true)
		require.NoError(t, err)
		gone, err := l.Posterior(p, false)
		require.NoError(t, err)
		m := p*s + (1-p)*f
		assert.InDelta(t, p, m*there+(1-m)*gone, 1e-12, "the expected posterior is the prior")
		assert.InDelta(t, 1-(m*there*(1-there)+(1-m)*gone*(1-gone))/(p*(1-p)), l.ExpectedLearning(p), 1e-12, "its definition")

		rival, err := bayes.Likelihoods{Sensitivity: f, TypeIError: s}.Posterior(1-p, found)
		require.NoError(t, err)
		assert.InDelta(t, 1-after, rival, 1e-12, "claim and rival swapped")
		mirrored, err := bayes.Likelihoods{Sensitivity: f, TypeIError: s}.Weight(found)
		require.NoError(t, err)
		assert.Equal(t, -w, mirrored, "to the last bit")

		more := func(x float64) float64 { return x + r.Float64()*(1-x) }
		monotone := func(p2, s2, f2 float64) float64 {
			got, err := bayes.Likelihoods{Sensitivity: s2, TypeIError: f2}.Posterior(p2, true)
			require.NoError(t, err)
			return got - there
		}
		assert.GreaterOrEqual(t, monotone(more(p), s, f), 0.0, "rising in p")
		assert.GreaterOrEqual(t, monotone(p, more(s), f), 0.0, "rising in s")
		assert.LessOrEqual(t, monotone(p, s, more(f)), 0.0, "falling in f")

		el, ig := l.ExpectedLearning(p), l.InformationGain(p)
		assert.True(t, el >= 0 && el <= 1 && ig >= 0 && ig <= 1)
	}
}

func TestOrderNeverMatters(t *testing.T) {
	r := seeded(3)
	for range 200 {
		var tests []bayes.Ratio
		for range 2 + r.IntN(8) {
			tests = append(tests, ratio(t, bayes.Test{Sensitivity: span(r), TypeIError: span(r), Found: r.IntN(2) == 0}))
		}
		prior := span(r)
		first := update(t, times(t, tests...), prior)
		r.Shuffle(len(tests), func(i, j int) { tests[i], tests[j] = tests[j], tests[i] })
		second := update(t, times(t, tests...), prior)
		assert.InDelta(t, first.Low, second.Low, 1e-12)
		assert.InDelta(t, first.Mid, second.Mid, 1e-12)
		assert.InDelta(t, first.High, second.High, 1e-12)
	}
}

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

func TestEdges(t *testing.T) {
	certain, never, half := bayes.Exactly(1), bayes.Exactly(0), bayes.Exactly(0.5)
	proof := bayes.Test{Sensitivity: half, TypeIError: never, Found: true}
	for _, tt := range []struct {
		why   string
		prior bayes.Range
		tests []bayes.Test
		want  bayes.Estimate
		err   error
	}{
		{"no test leaves the prior", bayes.Range{Low: 0.2, High: 0.4}, nil, bayes.Estimate{Low: 0.2, Mid: 0.3, High: 0.4}, nil},
		{"f = 0 and found proves", half, []bayes.Test{proof}, bayes.Estimate{Low: 1, Mid: 1, High: 1}, nil},
		{"f = 0 and not found only weighs", half, []bayes.Test{{Sensitivity: half, TypeIError: never}}, bayes.Estimate{Low: 1. / 3, Mid: 1. / 3, High: 1. / 3}, nil},
		{"s = 1 and not found excludes", half, []bayes.Test{{Sensitivity: certain, TypeIError: half}}, bayes.Estimate{}, nil},
		{"s = 0 and found excludes", half, []bayes.Test{{Sensitivity: never, TypeIError: half, Found: true}}, bayes.Estimate{}, nil},
		{"s = 1, f = 0 and not found excludes", half, []bayes.Test{{Sensitivity: certain, TypeIError: never}}, bayes.Estimate{}, nil},
		{"found, though neither case allows it", half, []bayes.Test{{Sensitivity: never, TypeIError: never, Found: true}}, bayes.Estimate{}, bayes.ErrImpossible},
		{"missed, though both cases force it", half, []bayes.Test{{Sensitivity: certain, TypeIError: certain}}, bayes.Estimate{}, bayes.ErrImpossible},
		{"one proves, one excludes", half, []bayes.Test{proof, {Sensitivity: certain, TypeIError: half}}, bayes.Estimate{}, bayes.ErrContradiction},
		{"a prior of 0 is moved by nothing that weighs", never, []bayes.Test{{Sensitivity: certain, TypeIError: half, Found: true}}, bayes.Estimate{}, nil},
		{"nor is one of 1", certain, []bayes.Test{{Sensitivity: half, TypeIError: certain, Found: true}}, bayes.Estimate{Low: 1, Mid: 1, High: 1}, nil},
		{"a prior of 0 against a proof", never, []bayes.Test{proof}, bayes.Estimate{}, bayes.ErrContradiction},
		{"a prior of 1 against an exclusion", certain, []bayes.Test{{Sensitivity: never, TypeIError: half, Found: true}}, bayes.Estimate{}, bayes.ErrContradiction},
		{"a prior of 1 and a proof agree", certain, []bayes.Test{proof}, bayes.Estimate{Low: 1, Mid: 1, High: 1}, nil},
		{"a range up to certainty reaches it at its end", bayes.Range{Low: 0.5, High: 1}, nil, bayes.Estimate{Low: 0.5, Mid: 0.75, High: 1}, nil},
		{"a Type I error down to 0 may prove", half, []bayes.Test{{Sensitivity: half, TypeIError: bayes.Range{Low: 0, High: 0.5}, Found: true}}, bayes.Estimate{Low: 0.5, Mid: 2. / 3, High: 1}, nil},
		{"what always proves outweighs what might exclude", half,
			[]bayes.Test{proof, {Sensitivity: bayes.Range{Low: 0.5, High: 1}, TypeIError: half}}, bayes.Estimate{Low: 1, Mid: 1, High: 1}, nil},
		{"what might prove and what might exclude leave all open", half,
			[]bayes.Test{{Sensitivity: half, TypeIError: bayes.Range{Low: 0, High: 0.5}, Found: true}, {Sensitivity: bayes.Range{Low: 0.5, High: 1}, TypeIError: half}},
			bayes.Estimate{Low: 0, Mid: 0.5, High: 1}, nil},
		{"0/0 at an end that cannot be seen", half, []bayes.Test{{Sensitivity: bayes.Range{Low: 0, High: 0.5}, TypeIError: never, Found: true}}, bayes.Estimate{Low: 1, Mid: 1, High: 1}, nil},
		{"no chance", bayes.Exactly(1.2), nil, bayes.Estimate{}, bayes.ErrNotChance},
		{"NaN", bayes.Exactly(math.NaN()), nil, bayes.Estimate{}, bayes.ErrNotChance},
		{"backwards", bayes.Range{Low: 0.6, High: 0.4}, nil, bayes.Estimate{}, bayes.ErrNotChance},
		{"no chance in a test", half, []bayes.Test{{Sensitivity: bayes.Exactly(-0.1), TypeIError: half}}, bayes.Estimate{}, bayes.ErrNotChance},
		{"infinite in a test", half, []bayes.Test{{Sensitivity: half, TypeIError: bayes.Exactly(math.Inf(1))}}, bayes.Estimate{}, bayes.ErrNotChance},
		{"denormal chances", half, []bayes.Test{{Sensitivity: bayes.Range{Low: 0, High: 5e-324}, TypeIError: half, Found: true}, {Sensitivity: half, TypeIError: bayes.Range{Low: 0, High: 5e-324}, Found: true}},
			bayes.Estimate{}, bayes.ErrContradiction},
	} {
		product, err := bayes.Nothing(), error(nil)
		for _, test := range tt.tests {
			var r bayes.Ratio
			if r, err = test.Ratio(); err == nil {
				product, err = product.Times(r)
			}
			if err != nil {
				break
			}
		}
		var got bayes.Estimate
		if err == nil {
			got, err = product.Update(tt.prior)
		}
		require.ErrorIs(t, err, tt.err, tt.why)
		assert.InDelta(t, tt.want.Low, got.Low, 1e-15, tt.why)
		assert.InDelta(t, tt.want.Mid, got.Mid, 1e-15, tt.why)
		assert.InDelta(t, tt.want.High, got.High, 1e-15, tt.why)
	}
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

func TestNumbersThatAreNoChances(t *testing.T) {
	for _, x := range []float64{math.NaN(), -0.1, 1.1, math.Inf(-1)} {
		for _, l := range []bayes.Likelihoods{{Sensitivity: x, TypeIError: 0.5}, {Sensitivity: 0.5, TypeIError: x}} {
			_, err := l.Weight(true)
			require.ErrorIs(t, err, bayes.ErrNotChance)
			_, err = l.Posterior(0.5, true)
			require.ErrorIs(t, err, bayes.ErrNotChance)
			assert.Equal(t, "none", l.Class(bayes.Thresholds{}).String())
			assert.Zero(t, l.ExpectedLearning(0.5))
			assert.Zero(t, l.InformationGain(0.5))
			_, _, err = bayes.Mix(bayes.World{Weight: 1, Prior: 0.5, Likelihoods: l})
			require.ErrorIs(t, err, bayes.ErrNotChance)
		}
		_, ok := bayes.Likelihoods{Sensitivity: x}.BreakEven(0.5, 0.5)
		assert.False(t, ok)
		_, _, err := bayes.Mix(bayes.World{Weight: -1, Prior: 0.5}, bayes.World{Weight: x})
		require.ErrorIs(t, err, bayes.ErrNotChance)
	}
	_, err := bayes.Likelihoods{}.Weight(true)
	require.ErrorIs(t, err, bayes.ErrImpossible)
	_, _, err = bayes.Mix()
	require.ErrorIs(t, err, bayes.ErrNotChance)
	assert.Zero(t, bayes.Likelihoods{Sensitivity: 0.9, TypeIError: 0.1}.ExpectedLearning(1), "nothing is left to learn")
	assert.Equal(t, 1.0, bayes.Likelihoods{Sensitivity: 1}.ExpectedLearning(0.3), "all is learnt")
	assert.Zero(t, bayes.Likelihoods{Sensitivity: 1, TypeIError: 1}.ExpectedLearning(0.3), "the outcome is known")
	_, ok := bayes.Likelihoods{Sensitivity: 0.9}.BreakEven(0.9, 0.2)
	assert.False(t, ok, "no find lowers it so far")
	for _, tt := range []struct {
		why             string
		s, prior, after float64
		want            bool
	}{
		{"an excluded claim stays excluded", 0.9, 0, 0.5, false},
		{"what the claim rules out excludes it, and at f = 0 could not be found at all", 0, 0.5, 0.5, false},
		{"a certain claim stays certain", 0.9, 1, 0.5, false},
		{"what can be found in the one case alone proves it", 0.9, 0.5, 1, true},
		{"what can be found in neither case proves nothing", 0, 0.5, 1, false},
		{"nothing proves what is excluded", 0.9, 0, 1, false},
		{"every error leaves it excluded: no one of them is the answer", 0.9, 0, 0, false},
		{"every error leaves it certain", 0.9, 1, 1, false},
		{"the find tells nothing", 0.4, 0.3, 0.3, true},
	} {
		f, ok := bayes.Likelihoods{Sensitivity: tt.s}.BreakEven(tt.prior, tt.after)
		require.Equal(t, tt.want, ok, tt.why)
		if ok {
			got, err := bayes.Likelihoods{Sensitivity: tt.s, TypeIError: f}.Posterior(tt.prior, true)
			require.NoError(t, err, tt.why)
			assert.InDelta(t, tt.after, got, 1e-12, tt.why)
		}
	}
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

// The class asks the same of the claim and, with s and f swapped, of its negation; at the threshold
// itself a test is decisive, though 1-s loses a bit.
func TestClassAtTheThreshold(t *testing.T) {
	for _, tt := range []struct {
		s, f float64
		at   bayes.Thresholds
		want string
	}{
		{0.8, 0.4, bayes.Thresholds{}, "doubly-decisive"}, // 2 and 3
		{0.7, 0.4, bayes.Thresholds{}, "hoop"},            // 1.75 and 2
		{0.6, 0.3, bayes.Thresholds{}, "smoking-gun"},     // 2 and 1.75
		{0.9, 0.3, bayes.Thresholds{Presence: 4, Absence: 4}, "hoop"},
		{0.9, 0.3, bayes.Thresholds{Presence: 3, Absence: 8}, "smoking-gun"},
		{0.9, 0.3, bayes.Thresholds{Presence: 4, Absence: 8}, "straw"},
		{1, 0, bayes.Thresholds{}, "doubly-decisive"},
		{1, 0.9, bayes.Thresholds{}, "hoop"},
		{0.1, 0, bayes.Thresholds{}, "smoking-gun"},
		{0, 0.1, bayes.Thresholds{}, "against:smoking-gun"},
		{0.4, 0.4, bayes.Thresholds{}, "none"},
		{1, 1, bayes.Thresholds{}, "none"},
	} {
		l := bayes.Likelihoods{Sensitivity: tt.s, TypeIError: tt.f}
		assert.Equal(t, tt.want, l.Class(tt.at).String(), "%v at %v", l, tt.at)
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

func TestEstimateAsJSON(t *testing.T) {
	proof := ratio(t, point(0.5, 0, true)).Decibels()
	src, err := proof.MarshalJSON()
	require.NoError(t, err)
	assert.Equal(t, `{"low":"inf","mid":"inf","high":"inf"}`, string(src))
	src, err = bayes.Estimate{Low: math.Inf(-1), Mid: 0.5, High: 1}.MarshalJSON()
	require.NoError(t, err)
	assert.Equal(t, `{"low":"-inf","mid":0.5,"high":1}`, string(src))

	for _, e := range []bayes.Estimate{proof, {Low: math.Inf(-1), Mid: 0.1, High: 1}, {}} {
		src, err := json.Marshal(e)
		require.NoError(t, err)
		var back bayes.Estimate
		require.NoError(t, json.Unmarshal(src, &back))
		assert.Equal(t, e, back)
	}
	for _, bad := range []string{`{"low":1,"mid":2}`, `{"low":"wide","mid":2,"high":3}`, `[1]`, `{"low":1,"mid":null,"high":3}`} {
		require.Error(t, json.Unmarshal([]byte(bad), new(bayes.Estimate)), bad)
	}
}

// A hoop test: to find the evidence proves little, to miss it costs the claim dear.
func ExampleLikelihoods() {
	l := bayes.Likelihoods{Sensitivity: 0.95, TypeIError: 0.6}
	fmt.Println(l.Class(bayes.Thresholds{Presence: 2, Absence: 2}))
	for _, found := range []bool{true, false} {
		weight, err := l.Weight(found)
		if err != nil {
			fmt.Println(err)
			return
		}
		after, err := l.Posterior(0.74, found)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("found %t: %+.1f dB, from 74 to %.0f in 100\n", found, weight, 100*after)
	}
	// Output:
	// hoop
	// found true: +2.0 dB, from 74 to 82 in 100
	// found false: -9.0 dB, from 74 to 26 in 100
}

// Three interviews that may all retell one rumour: taken as independent they all but settle the
// claim, taken as one they do not. The truth lies somewhere between, and is not to be computed.
func ExampleDominant() {
	interview, err := bayes.Test{
		Sensitivity: bayes.Range{Low: 0.6, High: 0.8},
		TypeIError:  bayes.Exactly(0.2),
		Found:       true,
	}.Ratio()
	if err != nil {
		fmt.Println(err)
		return
	}
	independent := bayes.Nothing()
	for range 3 {
		if independent, err = independent.Times(interview); err != nil {
			fmt.Println(err)
			return
		}
	}
	dominant, _, err := bayes.Dominant(interview, interview, interview)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range []bayes.Ratio{independent, dominant} {
		e, err := r.Update(bayes.Exactly(0.5))
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%.2f to %.2f\n", e.Low, e.High)
	}
	// Output:
	// 0.96 to 0.98
	// 0.75 to 0.80
}

// No two events with chances as far apart as these always go together.
func ExamplePair() {
	common := bayes.Test{Sensitivity: bayes.Exactly(0.8), TypeIError: bayes.Exactly(0.4), Found: true}
	rare := bayes.Test{Sensitivity: bayes.Exactly(0.4), TypeIError: bayes.Exactly(0.05), Found: true}
	for _, rho := range []float64{0, 0.2, 0.9} {
		r, err := bayes.Pair(common, rare, rho, rho)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("rho %.1f: %.1f dB\n", rho, r.Decibels().Mid)
	}
	// Output:
	// rho 0.0: 12.0 dB
	// rho 0.2: 9.4 dB
	// where the claim holds: correlation 0.9, outside of -0.6124 to 0.4082: these chances do not allow this correlation
}

// Three claims of a chain, each likely: how likely is it that all hold? Nobody knows how they hang
// together, so the answer is a range, with the product inside it.
func ExampleAll() {
	claims := []bayes.Estimate{{Low: 0.8, Mid: 0.8, High: 0.8}, {Low: 0.7, Mid: 0.75, High: 0.8}, {Low: 0.9, Mid: 0.9, High: 0.9}}
	all := bayes.All(claims...)
	fmt.Printf("at least   %.2f\n", all.Lowest.Mid)
	fmt.Printf("if apart   %.2f (%.2f to %.2f)\n", all.IfIndependent.Mid, all.IfIndependent.Low, all.IfIndependent.High)
	fmt.Printf("at most    %.2f\n", all.Weakest.Mid)
	// Output:
	// at least   0.45
	// if apart   0.54 (0.50 to 0.58)
	// at most    0.75
}
