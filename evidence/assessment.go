package evidence

import "github.com/outcomemap/outcomemap/pathway"

// An Assessment is one judgement of one target: how far it has been reached, how sure the evidence
// makes us, and why.
type Assessment struct {
	About      pathway.Target `json:"about"`
	Progress   string         `json:"progress,omitempty"`   // id of a progress level; of stones, steps and pathways
	Verdict    Verdict        `json:"verdict,omitempty"`    // of links, rivals, assumptions and criteria
	Confidence string         `json:"confidence,omitempty"` // id of a confidence level
	Narrative  string         `json:"narrative,omitempty"`  // CommonMark
	Date       Date           `json:"date,omitempty"`       // "": older than any date
	By         string         `json:"by,omitempty"`         // who judged
	Round      string         `json:"round,omitempty"`      // id of a [Round]
	Agreed     bool           `json:"agreed,omitempty"`     // the moderated rating of the raters together
	Items      []string       `json:"items,omitempty"`      // ids of the items that it rests on
	Also       []string       `json:"also,omitempty"`       // ids of other pathways that it serves
	Refs       []pathway.Ref  `json:"refs,omitempty"`
	Extra      pathway.Extra  `json:"extra,omitempty"`
}

// Verdict says whether a link, a rival, an assumption or a criterion holds.
type Verdict string

// The verdicts. The zero value means that the target was not looked at.
const (
	Holds  Verdict = "holds"  // a rival stands; of a risk: it happened
	Partly Verdict = "partly" // a rival stands in part; a risk happened in part
	Fails  Verdict = "fails"  // a rival is ruled out; a risk did not happen
)

// A Round is a reporting round; the newest in which a target was assessed counts.
type Round struct {
	ID    string        `json:"id"`
	Title string        `json:"title,omitempty"` // plain text
	Date  Date          `json:"date,omitempty"`
	Refs  []pathway.Ref `json:"refs,omitempty"`
	Extra pathway.Extra `json:"extra,omitempty"`
}
