package evidence

import (
	"iter"

	"github.com/outcomemap/outcomemap/pathway"
)

// Claims yields what the evidence makes of each claim of the pathway: those of the chain in the order
// of its steps, then the one about the pathway as a whole, then the rivals. The figures are the
// scorecard's own: read only.
func (c Scorecard) Claims() iter.Seq[*ClaimScore] {
	return func(yield func(*ClaimScore) bool) {
		for i := range c.Probative.Chain {
			if !yield(&c.Probative.Chain[i]) {
				return
			}
		}
		if whole := c.Probative.Whole; whole != nil && !yield(whole) {
			return
		}
		for i := range c.Probative.Rivals {
			if !yield(&c.Probative.Rivals[i]) {
				return
			}
		}
	}
}

// Claim returns what the evidence makes of the claim about a target: of the chain, a rival, or the
// pathway as a whole; nil where nothing is claimed or tested of it. The target may leave out its
// pathway. The figures are the scorecard's own: read only. Costs the claims of the pathway.
func (c Scorecard) Claim(about pathway.Target) *ClaimScore {
	about = about.In(c.Pathway)
	for claim := range c.Claims() {
		if claim.About == about {
			return claim
		}
	}
	return nil
}
