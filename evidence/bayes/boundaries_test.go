package bayes_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence/bayes"
)

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
