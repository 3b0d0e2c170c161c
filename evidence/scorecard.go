package evidence

import "github.com/outcomemap/outcomemap/pathway"

// A Scorecard is what a body of evidence makes of one pathway: three layers that are never mixed,
// and what follows from them. The inputs of each figure stand beside it, so that a reader can work
// it out again; [Methods] names the rule behind each figure, with its author and its limits.
//
// Ids stand for items, sources, stones and columns. A pointer that is nil is a figure that is not
// known, which is never the same as zero.
type Scorecard struct {
	Pathway   string     `json:"pathway"`           // its id
	AsOf      Date       `json:"asOf,omitempty"`    // the day asked for with [AsOf]
	Ratings   Ratings    `json:"ratings"`           // layer 1: what the team judges
	Structure Structure  `json:"structure"`         // layer 2: how much evidence holds it up
	Probative Probative  `json:"probative"`         // layer 3: how far the evidence tells it from its rivals
	Breaks    Breaks     `json:"breaks"`            // where the story breaks
	Next      []Proposal `json:"next,omitempty"`    // what to collect next
	Gaps      []Gap      `json:"gaps,omitempty"`    // what is missing
	Refused   []Refusal  `json:"refused,omitempty"` // what could not be scored, and why
}

// A Refusal is evidence that cannot be scored. What rests on it has no figure rather than a wrong
// one.
type Refusal struct {
	About pathway.Target `json:"about"`
	Items []string       `json:"items,omitempty"` // none where the claim itself is at fault
	Why   string         `json:"why"`
	Err   error          `json:"-"` // wraps an error of package bayes, or [ErrGroup]
}

// Breaks says where the story breaks. It has one answer, At: the first pair of steps that no link
// leads across from what the first step leads to, where there is one; else the first link that nothing
// tests or supports; else the weakest claim; else the first step that has a stone of the pathway's weakest
// rating. A rating at the highest level of its scale is not weak: where progress is nowhere lower the
// weakest confidence counts, and where that is not either, At is zero and Why is [NothingWeak]. Once
// any claim has a chance, a link without a claim counts as the weakest, since nobody knows how weak it
// is. Each layer's own answer stands beside it; a zero target is no answer.
type Breaks struct {
	At        pathway.Target `json:"at,omitzero"`
	Why       Reason         `json:"why,omitempty"`
	Ratings   pathway.Target `json:"ratings,omitzero"`   // the first step of the weakest rating, if it is weak
	Structure pathway.Target `json:"structure,omitzero"` // the first link of the smallest cut
	Probative pathway.Target `json:"probative,omitzero"` // the weakest claim that has a posterior
}

// Reason says why a story breaks where it does.
type Reason string

// The reasons, in the order in which they are looked for.
const (
	NoLink          Reason = "no link leads on"
	NothingSupports Reason = "nothing tests or supports it"
	NoClaim         Reason = "no claim is stated that could be tested"
	WeakestClaim    Reason = "the weakest claim"
	WeakestRating   Reason = "the weakest rating"
	NothingWeak     Reason = "every rating that was given is the highest of its scale" // and so it breaks nowhere that is known
)
