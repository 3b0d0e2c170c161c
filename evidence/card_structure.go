package evidence

import "github.com/outcomemap/outcomemap/pathway"

// Structure is layer 2 of a [Scorecard]: how many pieces of evidence hold the pathway up, and where
// it would break. Only items that were found and that support a link count, each alike: how telling
// an item is belongs to layer 3.
type Structure struct {
	Connected  bool          `json:"connected"`            // links lead from the first step to the last, supported or not
	Links      []LinkSupport `json:"links,omitempty"`      // in order
	Dominators []string      `json:"dominators,omitempty"` // stones that every route passes, supported or not

	// What is left is known where the first step is not the last as well.
	Citations *Loss    `json:"citations,omitempty"` // against the loss of single citations
	Sources   *Loss    `json:"sources,omitempty"`   // against the loss of whole sources
	Threads   []string `json:"threads,omitempty"`   // sources that alone support every link of some route
}

// A LinkSupport is the evidence on one link: a stated one, or all those implied between two
// neighbouring steps taken together.
type LinkSupport struct {
	About     pathway.Target `json:"about"`               // from and to as stated; of implied links the two columns
	Implied   bool           `json:"implied,omitempty"`   // nobody stated it
	Citations []LinkItem     `json:"citations,omitempty"` // found and supporting
	Against   []LinkItem     `json:"against,omitempty"`   // found and contradicting, or expected and absent
	Unclear   []LinkItem     `json:"unclear,omitempty"`   // sought, and neither
	Planned   []LinkItem     `json:"planned,omitempty"`   // not yet sought
	Tested    bool           `json:"tested"`              // sought with likelihoods, so that layer 3 can weigh it
	Claimed   bool           `json:"claimed"`             // a claim about it is stated
	Rating    Rating         `json:"rating,omitzero"`     // its verdict
}

// A LinkItem is a citation: one item on one link, of which a [pathway.Citation] was made. One on a
// whole pair of steps counts once, for all routes between them.
type LinkItem struct {
	Item   string          `json:"item"`
	Source string          `json:"source,omitempty"` // "": not stated; then every item is a source of its own
	On     *pathway.Target `json:"on"`               // the link, or the pair of steps; never nil
}

// A Loss is the robustness of a pathway: the smallest number of citations, or of sources, whose loss
// leaves no supported route from the first step to the last. It lies between Low and High, and is
// known where they are equal; 0 means that no route is supported as it is. It is the answer of
// [pathway.Pathway.CutCitations] and [pathway.Pathway.CutSources] in the words of this body of evidence.
type Loss struct {
	Low  int `json:"low"`
	High int `json:"high"`

	// Flow is the maximum flow over the links. By citations it is the answer itself. By sources, where
	// a link carries its distinct sources, it is only an upper bound: a source on two links counts
	// twice in it.
	Flow int `json:"flow"`

	// What to lose: High of them.
	Citations []LinkItem `json:"citations,omitempty"`
	Sources   []string   `json:"sources,omitempty"`
	Items     []string   `json:"items,omitempty"` // by sources: items that state none, each a source of its own
}
