package bayes_test

import (
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
