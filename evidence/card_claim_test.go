package evidence_test

import (
	"fmt"
	"testing"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestScorecardClaim(t *testing.T) {
	pathways, body := employers()
	whole := pathway.Target{Pathway: "employers"}
	body.Claims = append(body.Claims, evidence.Claim{About: whole, Prior: evidence.Exactly(0.5)})
	card := evidence.Score(pathways, body)[0]
	for _, about := range []pathway.Target{whole, {Pathway: "employers", From: "do", To: "with"}, {Pathway: "employers", Rival: "pay-rise"}} {
		claim := card.Claim(about)
		require.NotNil(t, claim, "%s", about)
		assert.Equal(t, about, claim.About)
	}
	assert.Equal(t, "with", card.Claim(pathway.Target{From: "do", To: "with"}).About.To, "the card knows its pathway")
	assert.Nil(t, card.Claim(pathway.Target{Pathway: "workforce", From: "do", To: "with"}), "a claim in another pathway is another claim")
	assert.Nil(t, card.Claim(pathway.Target{Stone: "invest"}), "nothing is claimed of it")
	assert.Nil(t, evidence.Scorecard{}.Claim(pathway.Target{}), "nothing is known")
}

// A loop may end anywhere; what it has seen by then is a beginning of the whole list.
func TestScorecardClaims(t *testing.T) {
	pathways, body := employers()
	whole := pathway.Target{Pathway: "employers"}
	body.Claims = append(body.Claims, evidence.Claim{About: whole, Prior: evidence.Exactly(0.5)})
	pathways[0].Rivals = append(pathways[0].Rivals, pathway.Rival{ID: "spring"})
	card := evidence.Score(pathways, body)[0]
	var want []pathway.Target
	for _, c := range card.Probative.Chain {
		want = append(want, c.About)
	}
	want = append(want, whole)
	for _, c := range card.Probative.Rivals {
		want = append(want, c.About)
	}
	require.Len(t, want, 3+1+2, "all three kinds")
	for stop := 1; stop <= len(want); stop++ {
		var got []pathway.Target
		for claim := range card.Claims() {
			if got = append(got, claim.About); len(got) == stop {
				break
			}
		}
		assert.Equal(t, want[:stop], got)
	}
	for range (evidence.Scorecard{}).Claims() {
		assert.Fail(t, "nothing is claimed")
	}
}

// Which claims are more likely false than true, and by which evidence?
func ExampleScorecard_Claims() {
	link := pathway.Target{From: "training", To: "skills"}
	other := pathway.Target{Pathway: "support", Rival: "pay"}
	pathways := []pathway.Pathway{{
		ID:     "support",
		Steps:  []pathway.Step{{Column: "do", Stones: []string{"training"}}, {Column: "gain", Stones: []string{"skills"}}},
		Links:  []pathway.Link{{From: "training", To: "skills"}},
		Rivals: []pathway.Rival{{ID: "pay", Text: "Pay rose in the same year"}},
	}}
	body := evidence.Body{
		Items: []evidence.Item{
			{ID: "results", Bears: []evidence.Bearing{{About: link, Sensitivity: evidence.Exactly(0.8), TypeIError: evidence.Exactly(0.2)}}},
			{ID: "payroll", Bears: []evidence.Bearing{{About: other, Sensitivity: evidence.Exactly(0.1), TypeIError: evidence.Exactly(0.4)}}},
		},
		Claims: []evidence.Claim{{About: link, Prior: evidence.Exactly(0.5)}, {About: other, Prior: evidence.Exactly(0.5)}},
	}
	for _, card := range evidence.Score(pathways, &body) {
		for claim := range card.Claims() {
			if p := claim.Posterior; p == nil || p.Mid >= 0.5 {
				continue
			}
			fmt.Printf("%s: %.0f in 100\n", claim.About, 100*claim.Posterior.Mid)
			for _, test := range claim.Tests {
				for _, item := range test.Items {
					fmt.Printf("  %s, found: %t, %+.1f dB\n", item.Item, item.Found, test.Weight.Mid)
				}
			}
		}
	}
	// Output:
	// support: rival pay: 20 in 100
	//   payroll, found: true, -6.0 dB
}

// How far does one judgement matter? Change it, score again, and look at the claim.
func ExampleScorecard_Claim() {
	pathways := []pathway.Pathway{{ID: "support", Steps: []pathway.Step{
		{Column: "do", Stones: []string{"training"}}, {Column: "gain", Stones: []string{"skills"}},
	}}}
	link := pathway.Target{Pathway: "support", From: "do", To: "gain"}
	for _, typeIError := range []float64{0.1, 0.2, 0.4} {
		body := evidence.Body{
			Items: []evidence.Item{{ID: "test-results", Bears: []evidence.Bearing{
				{About: link, Sensitivity: evidence.Exactly(0.8), TypeIError: evidence.Exactly(typeIError)},
			}}},
			Claims: []evidence.Claim{{About: link, Prior: evidence.Exactly(0.5)}},
		}
		claim := evidence.Score(pathways, &body)[0].Claim(link)
		fmt.Printf("Type I error %.1f: %.0f in 100\n", typeIError, 100*claim.Posterior.Mid)
	}
	// Output:
	// Type I error 0.1: 89 in 100
	// Type I error 0.2: 80 in 100
	// Type I error 0.4: 67 in 100
}
