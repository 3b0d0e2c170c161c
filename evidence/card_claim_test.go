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
