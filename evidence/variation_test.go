package evidence_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
)

// Ranges a hair wide prove, or exclude, in the middle alone: there two of them contradict each other. What
// needs both has no figure, and what something else settles has one.
func TestRangesAHairWide(t *testing.T) {
	hair, half := &evidence.Range{High: 5e-324}, evidence.Exactly(0.5)
	a := stone("p", "a")
	item := func(id, group string, sensitivity, typeIError *evidence.Range) evidence.Item {
		return evidence.Item{ID: id, Group: group, Bears: []evidence.Bearing{{About: a, Sensitivity: sensitivity, TypeIError: typeIError}}}
	}
	p, body := two(half, nil)
	body.Items = []evidence.Item{item("for", "g", half, hair), item("against", "g", hair, half)}
	body.Groups = []evidence.Group{{ID: "g", Policy: evidence.Dominant}}
	card := score(t, p, body)
	claim := card.Claim(a)
	require.NotNil(t, claim.Posterior, "of a dominant group the first of equals counts")
	assert.Equal(t, 1., claim.Posterior.Mid)
	assert.Nil(t, claim.DoubleCounting, "as independent they contradict each other")
	assert.Nil(t, card.Probative.DoubleCounting)

	body.Items = []evidence.Item{item("proof", "", half, evidence.Exactly(0)), item("for", "", half, hair), item("against", "", hair, half)}
	claim = score(t, p, body).Claim(a)
	require.NotNil(t, claim.Posterior, "proven, whatever else is found")
	var left []string
	for _, w := range claim.Without {
		left = append(left, w.Items...)
	}
	assert.Equal(t, []string{"for", "against"}, left, "without the proof the others contradict each other")
	for _, b := range claim.BreakEven {
		assert.NotEqual(t, []string{"proof"}, b.Items)
	}
}

// An end of a range at which there is no posterior gives no swing; the others are there.
func TestSwingsWithoutAnEnd(t *testing.T) {
	from := func(low, high float64) *evidence.Range { return &evidence.Range{Low: low, High: high} }
	at := evidence.Exactly
	for _, tt := range []struct {
		why                            string
		prior, sensitivity, typeIError *evidence.Range
		absent                         bool
		want                           []string
	}{
		{"all inputs are known", at(0.5), at(0.8), at(0.2), false, nil},
		{"all are ranges", from(0.25, 0.75), from(0.6, 0.8), from(0.1, 0.2), false, []string{"prior", "typeIError", "sensitivity"}},
		{"a proof of what may be excluded beforehand", from(0, 0.5), at(0.5), at(0), false, nil},
		{"an exclusion of what may be certain beforehand", from(0.5, 1), at(0), at(0.5), false, nil},
		{"a proof by what may not be found at all", from(0.25, 0.5), from(0, 0.5), at(0), false, []string{"prior"}},
		{"absent, and never to be missed at one end, whether the claim holds or not", at(0.5), from(0.5, 1), at(1), true, nil},
	} {
		p, body := two(tt.prior, nil)
		item := evidence.Item{ID: "i", Bears: []evidence.Bearing{{About: stone("p", "a"), Sensitivity: tt.sensitivity, TypeIError: tt.typeIError}}}
		if tt.absent {
			item.Status = evidence.Absent
		}
		body.Items = []evidence.Item{item}
		claim := score(t, p, body).Claim(stone("p", "a"))
		require.NotNil(t, claim.Posterior, tt.why)
		var got []string
		for _, swing := range claim.Tornado {
			got = append(got, swing.Input)
		}
		assert.Equal(t, tt.want, got, tt.why)
	}
}
