package evidence_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/evidence/bayes"
	"github.com/outcomemap/outcomemap/pathway"
)

func near(t testing.TB, want, got bayes.Estimate, why string) {
	t.Helper()
	assert.InDelta(t, want.Low, got.Low, 1e-12, why)
	assert.InDelta(t, want.Mid, got.Mid, 1e-12, why)
	assert.InDelta(t, want.High, got.High, 1e-12, why)
}

// only returns the score of the one claim of a single pathway.
func only(t testing.TB, p pathway.Pathway, b *evidence.Body) evidence.ClaimScore {
	card := score(t, p, b)
	require.Len(t, card.Probative.Chain, 1)
	return card.Probative.Chain[0]
}

func TestOrderOfItemsNeverMatters(t *testing.T) {
	for seed := range uint64(150) {
		w := seeded(seed)
		p := w.pathway("p")
		b := w.body(&p, 12)
		first := score(t, p, b)
		w.Shuffle(len(b.Items), func(i, j int) { b.Items[i], b.Items[j] = b.Items[j], b.Items[i] })
		second := score(t, p, b)
		require.Len(t, second.Probative.Chain, len(first.Probative.Chain))
		byTarget := map[pathway.Target]evidence.ClaimScore{}
		for _, c := range second.Probative.Chain {
			byTarget[c.About] = c
		}
		for _, c := range first.Probative.Chain {
			if c.Posterior != nil {
				near(t, *c.Posterior, *byTarget[c.About].Posterior, c.About.String())
			}
		}
		assert.Equal(t, first.Structure.Citations == nil, second.Structure.Citations == nil)
		if first.Structure.Citations != nil {
			assert.Equal(t, first.Structure.Citations.High, second.Structure.Citations.High)
		}
		assert.Equal(t, first.Ratings, second.Ratings)
	}
}

// What was not sought, and what is as probable either way, moves nothing.
func TestWhatChangesNothing(t *testing.T) {
	for seed := range uint64(150) {
		w := seeded(seed)
		p, b := w.single(6)
		before := only(t, p, b)
		s := w.span()
		b.Items = append(b.Items,
			evidence.Item{ID: "plan", Status: evidence.Planned, Bears: []evidence.Bearing{{About: stone("p", "s"), Sensitivity: w.span(), TypeIError: w.span()}}},
			evidence.Item{ID: "even", Status: pick(w, evidence.Observed, evidence.Absent), Bears: []evidence.Bearing{{About: stone("p", "s"), Sensitivity: evidence.Exactly(s.Low), TypeIError: evidence.Exactly(s.Low)}}},
			evidence.Item{ID: "unweighed", Bears: []evidence.Bearing{{About: stone("p", "s"), Sensitivity: s}}},
		)
		after := only(t, p, b)
		require.Equal(t, before.Posterior == nil, after.Posterior == nil)
		if before.Posterior != nil {
			near(t, *before.Posterior, *after.Posterior, "")
			assert.Contains(t, after.Planned, "plan")
			assert.Contains(t, after.Unweighed, "unweighed")
		}
	}
}

// An interval holds what comes out for any point inside of the inputs.
func TestIntervalsHoldEveryPoint(t *testing.T) {
	for seed := range uint64(150) {
		w := seeded(seed)
		p, b := w.single(6)
		whole := only(t, p, b)
		if whole.Posterior == nil {
			continue
		}
		narrow := func(r *evidence.Range) *evidence.Range {
			x := r.Low + w.Float64()*(r.High-r.Low)
			return evidence.Exactly(pick(w, x, x, r.Low, r.High))
		}
		for i := range b.Items {
			for j := range b.Items[i].Bears {
				x := &b.Items[i].Bears[j]
				x.Sensitivity, x.TypeIError = narrow(x.Sensitivity), narrow(x.TypeIError)
			}
		}
		for i := range b.Groups[0].Bears {
			x := &b.Groups[0].Bears[i]
			x.Sensitivity, x.TypeIError = narrow(x.Sensitivity), narrow(x.TypeIError)
		}
		b.Claims[0].Prior = narrow(b.Claims[0].Prior)
		at := only(t, p, b)
		require.NotNil(t, at.Posterior)
		assert.True(t, at.Posterior.Mid >= whole.Posterior.Low-1e-12 && at.Posterior.Mid <= whole.Posterior.High+1e-12,
			"seed %d: %v in %v", seed, at.Posterior.Mid, whole.Posterior)
		d, all := at.DoubleCounting, whole.DoubleCounting
		assert.True(t, d.Dominant.Mid >= all.Dominant.Low-1e-12 && d.Dominant.Mid <= all.Dominant.High+1e-12)
		assert.True(t, d.Independent.Mid >= all.Independent.Low-1e-12 && d.Independent.Mid <= all.Independent.High+1e-12)
	}
}
