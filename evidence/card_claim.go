package evidence

import "github.com/outcomemap/outcomemap/pathway"

// Claim returns what the evidence makes of the claim about a target: of the chain, a rival, or the
// pathway as a whole; nil where nothing is claimed or tested of it. The target may leave out its
// pathway. The figures are the scorecard's own: read only. Costs the claims of the pathway.
func (c Scorecard) Claim(about pathway.Target) *ClaimScore {
	about = about.In(c.Pathway)
	for _, claims := range [][]ClaimScore{c.Probative.Chain, c.Probative.Rivals} {
		for i := range claims {
			if claims[i].About == about {
				return &claims[i]
			}
		}
	}
	if whole := c.Probative.Whole; whole != nil && whole.About == about {
		return whole
	}
	return nil
}
