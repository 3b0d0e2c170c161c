package bayes_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence/bayes"
)

// The product by hand; the lower bound is Fréchet's: the sum less all but one.
func TestAllClaims(t *testing.T) {
	one := bayes.Estimate{Low: 1, Mid: 1, High: 1}
	assert.Equal(t, bayes.Conjunction{Weakest: one, IfIndependent: one, Lowest: one}, bayes.All(), "nothing claimed, nothing doubted")
	for _, tt := range []struct {
		why    string
		claims []bayes.Estimate
		want   bayes.Conjunction
	}{
		{"likely claims", []bayes.Estimate{{Low: 0.5, Mid: 0.6, High: 0.75}, {Low: 0.75, Mid: 0.9, High: 1}}, bayes.Conjunction{
			Weakest:       bayes.Estimate{Low: 0.5, Mid: 0.6, High: 0.75},
			IfIndependent: bayes.Estimate{Low: 0.375, Mid: 0.54, High: 0.75},
			Lowest:        bayes.Estimate{Low: 0.25, Mid: 0.5, High: 0.75},
		}},
		{"unlikely ones may exclude each other", []bayes.Estimate{{Low: 0.25, Mid: 0.25, High: 0.5}, {Low: 0.5, Mid: 0.5, High: 0.75}}, bayes.Conjunction{
			Weakest:       bayes.Estimate{Low: 0.25, Mid: 0.25, High: 0.5},
			IfIndependent: bayes.Estimate{Low: 0.125, Mid: 0.125, High: 0.375},
			Lowest:        bayes.Estimate{Low: 0, Mid: 0, High: 0.25},
		}},
	} {
		got := bayes.All(tt.claims...)
		for name, pair := range map[string][2]bayes.Estimate{
			"weakest": {tt.want.Weakest, got.Weakest}, "product": {tt.want.IfIndependent, got.IfIndependent}, "lowest": {tt.want.Lowest, got.Lowest},
		} {
			assert.InDelta(t, pair[0].Low, pair[1].Low, 1e-15, "%s: %s", tt.why, name)
			assert.InDelta(t, pair[0].Mid, pair[1].Mid, 1e-15, "%s: %s", tt.why, name)
			assert.InDelta(t, pair[0].High, pair[1].High, 1e-15, "%s: %s", tt.why, name)
		}
	}
}

// Where evidence is independent of what is known, what it is expected to teach is told by its
// likelihoods alone.
func TestExpectAgreesWithLikelihoods(t *testing.T) {
	r := seeded(3)
	for range 1000 {
		l := bayes.Likelihoods{Sensitivity: within(r), TypeIError: within(r)}
		prior := within(r)
		found, err := l.Posterior(prior, true)
		require.NoError(t, err)
		absent, err := l.Posterior(prior, false)
		require.NoError(t, err)
		learning, bits := bayes.Expect(prior, prior*l.Sensitivity+(1-prior)*l.TypeIError, found, absent)
		assert.InDelta(t, l.ExpectedLearning(prior), learning, 1e-9, "%v at %v", l, prior)
		assert.InDelta(t, l.InformationGain(prior), bits, 1e-9, "%v at %v", l, prior)
	}
}

func TestExpectAtItsEdges(t *testing.T) {
	for _, tt := range []struct {
		why                              string
		prior, chance, ifFound, ifAbsent float64
		learning, bits                   float64
	}{
		{"a test that settles it either way", 0.5, 0.5, 1, 0, 1, 1},
		{"a test that tells nothing", 0.5, 0.3, 0.5, 0.5, 0, 0},
		{"certain before", 1, 0.5, 1, 1, 0, 0},
		{"excluded before", 0, 0.5, 0, 0, 0, 0},
		{"posteriors that unlearn count as none", 0.9, 0.5, 0.5, 0.5, 0, 0},
		{"no chance", 1.5, 0.5, 0.5, 0.5, 0, 0},
		{"no chance of finding it", 0.5, -1, 1, 0, 0, 0},
		{"NaN", 0.5, 0.5, math.NaN(), 0.5, 0, 0},
	} {
		learning, bits := bayes.Expect(tt.prior, tt.chance, tt.ifFound, tt.ifAbsent)
		assert.Equal(t, tt.learning, learning, tt.why)
		assert.Equal(t, tt.bits, bits, tt.why)
	}
}

func TestLikelihoodsAtTheirEdges(t *testing.T) {
	// Evidence that is there if and only if the claim holds tells the one bit that there is to tell.
	assert.Equal(t, 1.0, bayes.Likelihoods{Sensitivity: 1}.InformationGain(0.5))
	assert.Equal(t, 1.0, bayes.Likelihoods{TypeIError: 1}.InformationGain(0.5))
	assert.Zero(t, bayes.Likelihoods{Sensitivity: 0.8, TypeIError: 0.2}.InformationGain(1.2), "a prior that is no chance")
	assert.Zero(t, bayes.Likelihoods{Sensitivity: 0.8, TypeIError: 0.2}.ExpectedLearning(-0.2), "a prior that is no chance")

	// To be sure after a find, one that claims nothing falsely is needed.
	f, ok := bayes.Likelihoods{Sensitivity: 0.8}.BreakEven(0.5, 1)
	assert.True(t, ok)
	assert.Zero(t, f)

	for _, tt := range []struct {
		l     bayes.Likelihoods
		found bool
		want  float64
	}{
		{bayes.Likelihoods{Sensitivity: 0.5}, true, math.Inf(1)},
		{bayes.Likelihoods{TypeIError: 0.5}, true, math.Inf(-1)},
		{bayes.Likelihoods{Sensitivity: 1, TypeIError: 0.5}, false, math.Inf(-1)},
	} {
		db, err := tt.l.Weight(tt.found)
		require.NoError(t, err, "%v", tt.l)
		assert.Equal(t, tt.want, db, "%v", tt.l)
	}

	// With an error comes no number.
	proof := bayes.Likelihoods{Sensitivity: 0.5}
	p, err := proof.Posterior(0, true)
	require.ErrorIs(t, err, bayes.ErrContradiction)
	assert.Zero(t, p)
	p, err = bayes.Likelihoods{}.Posterior(0.5, true)
	require.ErrorIs(t, err, bayes.ErrImpossible)
	assert.Zero(t, p)
	db, err := bayes.Likelihoods{}.Weight(true)
	require.ErrorIs(t, err, bayes.ErrImpossible)
	assert.Zero(t, db)
	f, ok = bayes.Likelihoods{Sensitivity: 2}.BreakEven(0.5, 0.5)
	assert.False(t, ok)
	assert.Zero(t, f)
}

func TestMiddleOfATest(t *testing.T) {
	wide := bayes.Test{Sensitivity: bayes.Range{Low: 0.25, High: 0.75}, TypeIError: bayes.Range{Low: 0, High: 0.5}, Found: true}
	assert.Equal(t, bayes.Test{Sensitivity: bayes.Exactly(0.5), TypeIError: bayes.Exactly(0.25), Found: true}, wide.Middle())
	assert.Equal(t, bayes.Range{Low: 0.25, High: 0.75}, wide.Sensitivity, "the test itself stays as it was")
}

// The middle of a range a hair wide is 0 though its end is not.
func TestRangesAHairWide(t *testing.T) {
	hair, half := bayes.Range{High: 5e-324}, bayes.Exactly(0.5)
	_, err := bayes.Test{Sensitivity: hair, TypeIError: hair, Found: true}.Ratio()
	require.ErrorIs(t, err, bayes.ErrImpossible, "in the middle nothing allows it")
	plain := ratio(t, point(0.8, 0.2, true))
	for _, test := range []bayes.Test{{Sensitivity: hair, TypeIError: half, Found: true}, {Sensitivity: half, TypeIError: hair, Found: true}} {
		r := ratio(t, test)
		for _, product := range []bayes.Ratio{times(t, r, plain), times(t, plain, r)} {
			assert.Equal(t, r.Decibels().Mid, product.Decibels().Mid, "infinite as it was")
		}
	}
}

func TestMixAtItsEdges(t *testing.T) {
	plain := bayes.World{Weight: 2, Prior: 0.5, Likelihoods: bayes.Likelihoods{Sensitivity: 0.8, TypeIError: 0.2}}
	prior, l, err := bayes.Mix(plain, bayes.World{Weight: 0, Prior: 1})
	require.NoError(t, err)
	assert.Equal(t, 0.5, prior, "a world without weight counts for nothing")
	assert.Equal(t, plain.Likelihoods, l)

	plain.Weight = math.MaxFloat64
	prior, _, err = bayes.Mix(plain)
	require.NoError(t, err)
	assert.Equal(t, 0.5, prior, "weights are in any unit")

	prior, l, err = bayes.Mix(bayes.World{Weight: 1, Likelihoods: plain.Likelihoods})
	require.NoError(t, err)
	assert.Zero(t, prior)
	assert.Equal(t, bayes.Likelihoods{TypeIError: 0.2}, l, "no world allows the claim")

	prior, _, err = bayes.Mix(plain, bayes.World{Weight: 1, Prior: 1.5})
	require.ErrorIs(t, err, bayes.ErrNotChance)
	require.ErrorContains(t, err, "world 2")
	assert.Zero(t, prior)
	prior, _, err = bayes.Mix(plain, plain)
	require.ErrorIs(t, err, bayes.ErrNotChance, "no finite sum")
	assert.Zero(t, prior)
}

// One test at 4 or 1/4 exactly sets the bar; a range that just reaches the bar on the other side can
// be the weightiest there, so both are in the result.
func TestDominantAtTheBar(t *testing.T) {
	none, chosen, err := bayes.Dominant()
	require.NoError(t, err)
	assert.Equal(t, bayes.Nothing(), none)
	assert.Equal(t, -1, chosen)
	excluded, _, err := bayes.Dominant(ratio(t, point(0, 0.5, true)))
	require.NoError(t, err, "one test contradicts nothing")
	assert.Equal(t, bayes.Estimate{}, excluded.Estimate())

	s, f := bayes.Range{Low: 0.2, High: 0.8}, bayes.Range{Low: 0.4, High: 0.8}
	for _, tt := range []struct{ bar, wide bayes.Test }{
		{point(0.8, 0.2, true), bayes.Test{Sensitivity: s, TypeIError: f, Found: true}},
		{point(0.2, 0.8, true), bayes.Test{Sensitivity: f, TypeIError: s, Found: true}},
	} {
		got, _, err := bayes.Dominant(ratio(t, tt.bar), ratio(t, tt.wide))
		require.NoError(t, err)
		assert.Equal(t, 0.25, got.Estimate().Low)
		assert.Equal(t, 4.0, got.Estimate().High)
	}
}

func TestPairAtItsEdges(t *testing.T) {
	// Rare events without correlation multiply like any: (2e-7/1e-7)².
	r, err := bayes.Pair(point(2e-7, 1e-7, true), point(2e-7, 1e-7, true), 0, 0)
	require.NoError(t, err)
	assert.InDelta(t, 4, r.Estimate().Mid, 1e-9)

	// What never happens is as certain as what always does: nothing is correlated with it.
	r, err = bayes.Pair(point(0, 0.5, true), point(0.5, 0.5, true), 0.9, 0)
	require.NoError(t, err)
	assert.Zero(t, r.Estimate().Mid)
	for _, rho := range []float64{-1.5, 1.5} {
		_, err = bayes.Pair(point(1, 0.5, true), point(0.5, 0.5, true), rho, 0)
		require.ErrorIs(t, err, bayes.ErrCorrelation, "even there %v is none", rho)
	}
}
