package evidence_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
)

// A correlated group is two items and their rho. One that was sought alone counts by itself; of any more,
// or without rho, nobody knows how they hang together.
func TestWhatACorrelatedGroupIs(t *testing.T) {
	rho := &evidence.Rho{}
	for _, tt := range []struct {
		why     string
		rho     *evidence.Rho
		items   int
		planned int // more of them
		want    float64
		refused int // items
	}{
		{"a pair: 4 to 1 twice, by hand", rho, 2, 0, 16. / 17, 0},
		{"one alone", rho, 1, 0, 0.8, 0},
		{"one alone without rho", nil, 1, 0, 0.8, 0},
		{"one, and another planned", rho, 1, 1, 0.8, 0},
		{"a pair, and another planned", rho, 2, 1, 16. / 17, 0},
		{"three", rho, 3, 0, 0, 3},
		{"a pair without rho", nil, 2, 0, 0, 2},
	} {
		p, body := two(evidence.Exactly(0.5), nil)
		body.Claims = body.Claims[:1]
		body.Groups = []evidence.Group{{ID: "g", Policy: evidence.Correlated, Rho: tt.rho}}
		for i := range tt.items + tt.planned {
			item := found(string(rune('i'+i)), 0.8, 0.2, stone("p", "a"))
			item.Group = "g"
			if i >= tt.items {
				item.Status = evidence.Planned
			}
			body.Items = append(body.Items, item)
		}
		card := score(t, p, body)
		claim := card.Claim(stone("p", "a"))
		if tt.refused == 0 {
			require.NotNil(t, claim.Posterior, tt.why)
			assert.InDelta(t, tt.want, claim.Posterior.Mid, 1e-12, tt.why)
			assert.Empty(t, card.Refused, tt.why)
			continue
		}
		assert.Nil(t, claim.Posterior, tt.why)
		require.Len(t, card.Refused, 1, tt.why)
		assert.ErrorIs(t, card.Refused[0].Err, evidence.ErrGroup, tt.why)
		assert.Len(t, card.Refused[0].Items, tt.refused, tt.why)
	}
}

// Of a dominant group the weightiest counts, of equals the first; as one likelihood moves, another item
// may become it. All by hand: odds of 4 to 1 are 0.8, of 2 to 1 two thirds, of 1 to 4 are 0.2.
func TestSwingsInADominantGroup(t *testing.T) {
	type test struct {
		low, high, typeIError float64 // sensitivity from low to high
	}
	for _, tt := range []struct {
		why       string
		tests     []test
		low, high float64 // the posterior at the ends of the one sensitivity that is a range
	}{
		{"the range alone", []test{{0.125, 0.5, 0.125}}, 0.5, 0.8},
		{"the weightiest falls behind the last of three", []test{{0.125, 0.75, 0.125}, {0.1875, 0.1875, 0.125}, {0.25, 0.25, 0.125}}, 2. / 3, 6. / 7},
		{"the last of three becomes the weightiest", []test{{0.1875, 0.1875, 0.125}, {0.25, 0.25, 0.125}, {0.125, 0.5, 0.125}}, 2. / 3, 0.8},
		{"at its end as weighty as one before it, which counts", []test{{0.125, 0.125, 0.5}, {0.25, 0.5, 0.125}}, 0.2, 0.2},
		{"at its end as weighty as one behind it, and so it counts", []test{{0.25, 0.5, 0.125}, {0.125, 0.125, 0.5}}, 0.2, 0.8},
	} {
		p, body := two(evidence.Exactly(0.5), nil)
		body.Groups = []evidence.Group{{ID: "g", Policy: evidence.Dominant}}
		for i, x := range tt.tests {
			body.Items = append(body.Items, evidence.Item{ID: string(rune('i' + i)), Group: "g", Bears: []evidence.Bearing{
				{About: stone("p", "a"), Sensitivity: &evidence.Range{Low: x.low, High: x.high}, TypeIError: evidence.Exactly(x.typeIError)}}})
		}
		claim := score(t, p, body).Claim(stone("p", "a"))
		require.Len(t, claim.Tornado, 1, tt.why)
		assert.InDelta(t, tt.low, claim.Tornado[0].Low, 1e-12, tt.why)
		assert.InDelta(t, tt.high, claim.Tornado[0].High, 1e-12, tt.why)
	}
}
