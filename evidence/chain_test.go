package evidence_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/evidence/bayes"
	"github.com/outcomemap/outcomemap/pathway"
)

// two is a pathway of two steps with a stone each, and a claim about each stone.
func two(a, b *evidence.Range) (pathway.Pathway, *evidence.Body) {
	p := pathway.Pathway{ID: "p", Steps: []pathway.Step{{Column: "x", Stones: []string{"a"}}, {Column: "y", Stones: []string{"b"}}}}
	return p, &evidence.Body{Claims: []evidence.Claim{{About: stone("p", "a"), Prior: a}, {About: stone("p", "b"), Prior: b}}}
}

// found is an item that was found and bears on some targets with the same likelihoods.
func found(id string, sensitivity, typeIError float64, on ...pathway.Target) evidence.Item {
	item := evidence.Item{ID: id}
	for _, about := range on {
		item.Bears = append(item.Bears, evidence.Bearing{About: about, Sensitivity: evidence.Exactly(sensitivity), TypeIError: evidence.Exactly(typeIError)})
	}
	return item
}

// Two claims at even chances; products by hand.
func TestTheItemThatTheChainNeedsMost(t *testing.T) {
	a, b := stone("p", "a"), stone("p", "b")
	for _, tt := range []struct {
		why   string
		items []evidence.Item
		want  []string // nil: none
		left  float64  // the product without it
	}{
		{"0.8 and 0.6: the stronger", []evidence.Item{found("i", 0.6, 0.4, b), found("j", 0.8, 0.2, a)}, []string{"j"}, 0.5 * 0.6},
		{"of equals the first", []evidence.Item{found("i", 0.8, 0.2, b), found("j", 0.8, 0.2, a)}, []string{"j"}, 0.5 * 0.8},
		{"one that is weaker, on both claims", []evidence.Item{found("i", 0.7, 0.3, a), found("j", 0.6, 0.4, a, b)}, []string{"j"}, 0.7 * 0.5},
		{"one that proves a claim", []evidence.Item{found("i", 0.8, 0, a)}, []string{"i"}, 0.5 * 0.5},
		{"evidence against: the product is higher without it", []evidence.Item{found("i", 0.2, 0.8, a)}, nil, 0},
		{"evidence that is as probable either way", []evidence.Item{found("i", 0.5, 0.5, a)}, nil, 0},
		{"a claim is excluded: the product is 0 with and without any other", []evidence.Item{found("i", 0.8, 0.2, a), found("j", 0, 0.5, b)}, nil, 0},
		{"a package, of which one item is evidence on the other claim by itself", []evidence.Item{
			{ID: "i", Group: "pack", Bears: found("", 0.6, 0.4, b).Bears}, {ID: "j", Group: "pack"}}, []string{"i", "j"}, 0.5 * 0.6},
	} {
		p, body := two(evidence.Exactly(0.5), evidence.Exactly(0.5))
		body.Items = tt.items
		body.Groups = []evidence.Group{{ID: "pack", Policy: evidence.Package, Bears: found("", 0.8, 0.2, a).Bears}}
		best := score(t, p, body).Probative.WithoutBest
		if tt.want == nil {
			assert.Nil(t, best, tt.why)
			continue
		}
		require.NotNil(t, best, tt.why)
		assert.Equal(t, tt.want, best.Items, tt.why)
		assert.InDelta(t, tt.left, best.Posterior.Mid, 1e-12, tt.why)
	}
}

func TestTheWeakestClaim(t *testing.T) {
	a, b := stone("p", "a"), stone("p", "b")
	for _, tt := range []struct {
		why         string
		first, last *evidence.Range
		want        pathway.Target
	}{
		{"the lower in the middle", evidence.Exactly(0.6), evidence.Exactly(0.5), b},
		{"of equals the first", evidence.Exactly(0.5), evidence.Exactly(0.5), a},
		{"of equals in the middle the one that may be lower", evidence.Exactly(0.5), &evidence.Range{Low: 0.25, High: 0.75}, b},
		{"the middle comes before how low it may be", evidence.Exactly(0.5), &evidence.Range{Low: 0.25, High: 0.9375}, a},
		{"a claim without a chance is none of them", evidence.Exactly(0.9), nil, a},
	} {
		p, body := two(tt.first, tt.last)
		assert.Equal(t, tt.want, score(t, p, body).Probative.Weakest, tt.why)
	}
}

// What is certain beforehand and excluded by the evidence has no posterior. The fault is with the
// claim, so that no item is named.
func TestACertainPriorAgainstAProof(t *testing.T) {
	for _, tt := range []struct {
		prior, sensitivity, typeIError float64
	}{{1, 0, 0.5}, {0, 0.5, 0}} {
		p, body := two(evidence.Exactly(tt.prior), nil)
		body.Items = []evidence.Item{found("i", tt.sensitivity, tt.typeIError, stone("p", "a"))}
		card := score(t, p, body)
		claim := card.Claim(stone("p", "a"))
		assert.Nil(t, claim.Posterior)
		assert.NotNil(t, claim.Weight, "the evidence has its weight all the same")
		require.Len(t, card.Refused, 1)
		assert.Empty(t, card.Refused[0].Items)
		assert.Equal(t, claim.About, card.Refused[0].About)
		assert.ErrorIs(t, card.Refused[0].Err, bayes.ErrContradiction)
		assert.Contains(t, card.Probative.Open, claim.About)
		assert.Equal(t, evidence.Mend, card.Next[1].Do, "after the link that nobody claims")
	}
}

// The chain goes from left to right, whatever the order of the body: a step, its stones, then the links
// that leave them. Each is a claim of its own.
func TestTheChainFromLeftToRight(t *testing.T) {
	p, body := two(evidence.Exactly(0.5), evidence.Exactly(0.5))
	for _, about := range []pathway.Target{{Pathway: "p", Column: "y"}, {Pathway: "p", Column: "x"}, link("p", "a", "b")} {
		body.Claims = append(body.Claims, evidence.Claim{About: about, Prior: evidence.Exactly(0.5)})
	}
	probative := score(t, p, body).Probative
	var got []string
	for _, c := range probative.Chain {
		got = append(got, c.About.String())
	}
	assert.Equal(t, []string{"p: step x", "p: a", "p: a -> b", "p: step y", "p: b"}, got)
	assert.InDelta(t, 1./32, probative.IfIndependent.Mid, 1e-12)
}
