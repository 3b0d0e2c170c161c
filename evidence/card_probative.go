package evidence

import (
	"github.com/outcomemap/outcomemap/evidence/bayes"
	"github.com/outcomemap/outcomemap/pathway"
)

// Probative is layer 3 of a [Scorecard]: how far the evidence tells what the pathway claims from
// its rivals, by Bayes' rule. The chain is the claims about its stones, steps and links. Rivals and
// a claim about the whole pathway are shown beside it and enter none of its figures. To go through all
// claims, whatever they are about, take [Scorecard.Claims]; the arithmetic alone is in package bayes.
type Probative struct {
	Chain  []ClaimScore `json:"chain,omitempty"`  // in the order of the steps, links after the step they leave
	Rivals []ClaimScore `json:"rivals,omitempty"` // every rival of the pathway, tested or not
	Whole  *ClaimScore  `json:"whole,omitempty"`  // nil where nothing is claimed or tested of it

	// Open are the links that no claim covers, and the claims that have no posterior. While there are
	// any, nobody knows how strong the chain is at that place: it may not hold at all, so that the low
	// ends of the figures below are 0, or it may hold for certain, so that the others read "at most".
	Open []pathway.Target `json:"open,omitempty"`

	// What the chain comes to, as the chance that all of its claims hold; nil where none has a
	// posterior. Lowest <= IfIndependent <= WeakestLink, at each end and in the middle.
	Lowest        *bayes.Estimate `json:"lowest,omitempty"`        // the Fréchet bound: max(0, Σp - (n-1))
	IfIndependent *bayes.Estimate `json:"ifIndependent,omitempty"` // the product
	WeakestLink   *bayes.Estimate `json:"weakestLink,omitempty"`   // the least posterior: the optimistic bound

	// DoubleCounting is the product once more: with the items of every claim counted as independent,
	// and with the weightiest alone.
	DoubleCounting *DoubleCounting `json:"doubleCounting,omitempty"`

	Weakest     pathway.Target `json:"weakest,omitzero"`      // the claim of the chain with the least posterior
	WithoutBest *Without       `json:"withoutBest,omitempty"` // the item whose loss lowers the product most: IfIndependent without it
	Reliability *Reliability   `json:"reliability,omitempty"` // nil where no link has a posterior
}

// A ClaimScore is what the evidence makes of one claim.
type ClaimScore struct {
	About     pathway.Target  `json:"about"`
	Stated    bool            `json:"stated"`              // false: there is evidence, but nobody stated a claim
	Text      string          `json:"text,omitempty"`      // the claim as stated (CommonMark)
	Prior     *Range          `json:"prior,omitempty"`     // nil: weight, but no posterior
	Tests     []TestScore     `json:"tests,omitempty"`     // what was sought; their ratios multiply
	Unweighed []string        `json:"unweighed,omitempty"` // items sought that lack a likelihood
	Planned   []string        `json:"planned,omitempty"`   // items not yet sought: they change nothing
	Weight    *bayes.Estimate `json:"weight,omitempty"`    // of all tests, in decibels; nil: refused
	Posterior *bayes.Estimate `json:"posterior,omitempty"` // nil: no prior, or refused
	Rating    Rating          `json:"rating,omitzero"`     // the verdict that people gave, in no figure

	// DoubleCounting is nil where there is no posterior.
	DoubleCounting *DoubleCounting `json:"doubleCounting,omitempty"`

	Tornado   []Swing     `json:"tornado,omitempty"`   // per input that is a range, the widest swing first
	Without   []Without   `json:"without,omitempty"`   // per item sought
	BreakEven []BreakEven `json:"breakEven,omitempty"` // per item or package that was found and is a test of its own
}

// A TestScore is what one test of a claim comes to: a single item, or items that a group counts as one
// piece of evidence, with the ratio that [bayes.Test.Ratio] or its kin give for it.
type TestScore struct {
	Items    []TestItem     `json:"items"`
	Group    string         `json:"group,omitempty"`   // id of the group, of a test that is not a single item
	Policy   Policy         `json:"policy,omitempty"`  // how the group counts
	Package  *Weighing      `json:"package,omitempty"` // of a package, which is judged as one
	Rho      *Rho           `json:"rho,omitempty"`
	Decisive string         `json:"decisive,omitempty"` // of a dominant group, the item that counts
	Ratio    bayes.Estimate `json:"ratio"`              // the likelihood ratio
	Weight   bayes.Estimate `json:"weight"`             // the same in decibels
}

// A TestItem is an item as it enters a [TestScore].
type TestItem struct {
	Item        string    `json:"item"`
	Source      string    `json:"source,omitempty"`
	Found       bool      `json:"found"`                 // or looked for and absent
	Likelihoods *Weighing `json:"likelihoods,omitempty"` // nil in a package
}

// A Weighing is how telling one item or package is about one target by itself: its likelihoods, and
// what they come to. ([bayes.Likelihoods] are the two numbers alone, to reckon with.)
type Weighing struct {
	Sensitivity Range          `json:"sensitivity"`
	TypeIError  Range          `json:"typeIError"`
	Because     string         `json:"because,omitempty"`
	Found       bool           `json:"found"`  // of a package: some of it
	Ratio       bayes.Estimate `json:"ratio"`  // of what was seen
	Weight      bayes.Estimate `json:"weight"` // in decibels
	Class       bayes.Class    `json:"class"`  // at the middle of the ranges
}

// DoubleCounting is the posterior at the two ends of what dependence among the items can do: each
// counted in full, and the weightiest alone. The more they differ, the more rests on the items not
// telling one thing twice. Policies of groups are set aside for both; a package stays one item.
type DoubleCounting struct {
	Independent bayes.Estimate `json:"independent"`
	Dominant    bayes.Estimate `json:"dominant"`
}

// A Swing is how a posterior moves as one input goes from end to end of its range with all others
// at the middle (a bar of a tornado diagram, Howard 1988).
type Swing struct {
	Input string   `json:"input"`           // "prior", "sensitivity" or "typeIError"
	Items []string `json:"items,omitempty"` // whose likelihood: an item's, or a package's
	Range Range    `json:"range"`           // of the input
	Low   float64  `json:"low"`             // the posterior at the input's low end
	High  float64  `json:"high"`            // the posterior at its high end
}

// Without is what becomes of a posterior without one item, or without a package of them, as if it
// had never been sought.
type Without struct {
	Items     []string       `json:"items"`
	Posterior bayes.Estimate `json:"posterior"`
}

// BreakEven is how high the Type I error of an item may be until the posterior is down to the aim
// that was asked about, with all other inputs at their middle.
type BreakEven struct {
	Items      []string `json:"items"`
	Aim        float64  `json:"aim"`                  // the posterior asked about, see [Aim]
	Now        float64  `json:"now"`                  // the Type I error as judged, at its middle
	TypeIError *float64 `json:"typeIError,omitempty"` // at which the aim is just reached; nil: no error in [0, 1] does
}

// Reliability is the chance that some route from the first step to the last holds, link by link, if
// claims about links hold independently: two-terminal reliability, never a sum over routes, which
// would take a link that they share for many. Links that share a claim hold or fail together. Unlike
// the product it forgives a link that the routes can get around, and it leaves claims about stones
// and steps aside. A link without a posterior may hold or not: at the low end it does not, in the
// middle and at the high end it does, so that both read "at most".
type Reliability struct {
	Chance bayes.Estimate `json:"chance"`
	Exact  bool           `json:"exact"` // otherwise these are bounds: the links are too tangled
}
