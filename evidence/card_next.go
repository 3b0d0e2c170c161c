package evidence

import (
	"github.com/outcomemap/outcomemap/evidence/bayes"
	"github.com/outcomemap/outcomemap/pathway"
)

// A Proposal is one thing to do next for a claim. Proposals that nothing can rank come first, in the
// order of the chain: until they are done nobody knows what the rest is worth. Then come those that
// collect evidence, by expected learning.
type Proposal struct {
	Do    Task           `json:"do"`
	About pathway.Target `json:"about"`           // the claim
	Items []string       `json:"items,omitempty"` // the planned items; several where they are judged as one
	Group string         `json:"group,omitempty"` // the package that judges them as one

	// The rest is known of [Collect] alone.
	Worth *Worth `json:"worth,omitempty"`
}

// Worth is what collecting evidence is worth to one claim, at the middle of all inputs.
type Worth struct {
	Learning float64         `json:"learning"`          // expected share of the doubt about the claim that is removed
	Bits     float64         `json:"bits"`              // expected information about the claim
	Chance   float64         `json:"chance"`            // of finding the evidence, as things stand
	Now      bayes.Estimate  `json:"now"`               // the posterior as things stand
	IfFound  *bayes.Estimate `json:"ifFound,omitempty"` // nil: refused, as for the next
	IfAbsent *bayes.Estimate `json:"ifAbsent,omitempty"`
	Cost     *float64        `json:"cost,omitempty"`     // nil: not known
	PerCost  *float64        `json:"perCost,omitempty"`  // learning per unit of cost; nil where the cost is not known, or 0
	Rank     int             `json:"rank"`               // by learning, from 1
	CostRank int             `json:"costRank,omitempty"` // by learning per cost, from 1; 0 where the cost is not known
}

// Task is what a [Proposal] asks for.
type Task string

// The tasks: all but the last can be ranked by nothing.
const (
	StateClaim   Task = "state the claim"            // of a link, of a rival that nobody judged, of what evidence is planned for
	SetPrior     Task = "set a prior"                // a claim without one
	Mend         Task = "mend what was refused"      // see [Scorecard.Refused]
	JudgePlan    Task = "judge the planned evidence" // planned items without both likelihoods
	JudgeFound   Task = "judge the evidence"         // items that were sought, where none has both likelihoods and nothing is planned
	SeekEvidence Task = "look for evidence"          // a claim with nothing sought and nothing planned
	Collect      Task = "collect"                    // planned items, with their worth
)
