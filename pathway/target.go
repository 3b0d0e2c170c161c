package pathway

import "strings"

// A Target names what a piece of evidence, a rating, a criterion or an indicator is about. It is
// comparable, so it serves as a map key. Its fields are ids. Exactly one of these forms is meaningful:
//
//   - Stone, Column (the step in that column), Rival, Assumption or Criterion alone;
//   - From and To together: the link between two stones, or between two whole steps (columns);
//   - none of them: the whole pathway, the contribution claim itself.
//
// Without Pathway the target holds in every pathway that has it. Inside a pathway (the About of an
// [Assumption]) Pathway is left empty.
type Target struct {
	Pathway    string `json:"pathway,omitempty"`
	Stone      string `json:"stone,omitempty"`
	Column     string `json:"column,omitempty"`
	From       string `json:"from,omitempty"` // a stone, or a column for its whole step
	To         string `json:"to,omitempty"`   // the same
	Rival      string `json:"rival,omitempty"`
	Assumption string `json:"assumption,omitempty"`
	Criterion  string `json:"criterion,omitempty"`
}

// TargetKind tells what a [Target] points at.
type TargetKind string

// The kinds of target. NoTarget is a target with nothing set; BadTarget one that mixes forms or
// has only one end of a link.
const (
	NoTarget         TargetKind = ""
	StoneTarget      TargetKind = "stone"
	StepTarget       TargetKind = "step"
	LinkTarget       TargetKind = "link"
	RivalTarget      TargetKind = "rival"
	AssumptionTarget TargetKind = "assumption"
	CriterionTarget  TargetKind = "criterion"
	PathwayTarget    TargetKind = "pathway"
	BadTarget        TargetKind = "bad"
)

// Kind returns what t points at.
func (t Target) Kind() TargetKind {
	kind, forms := NoTarget, 0
	for _, form := range [...]struct {
		set  bool
		kind TargetKind
	}{
		{t.Stone != "", StoneTarget},
		{t.Column != "", StepTarget},
		{t.From != "", LinkTarget}, // one end alone is bad in any case
		{t.Rival != "", RivalTarget},
		{t.Assumption != "", AssumptionTarget},
		{t.Criterion != "", CriterionTarget},
	} {
		if form.set {
			kind = form.kind
			forms++
		}
	}
	switch {
	case forms > 1, (t.From == "") != (t.To == ""):
		return BadTarget
	case forms == 0 && t.Pathway != "":
		return PathwayTarget
	}
	return kind
}

// In returns t as seen from one pathway: with Pathway set to id where it was empty.
func (t Target) In(id string) Target {
	if t.Pathway == "" {
		t.Pathway = id
	}
	return t
}

// String returns a short, unambiguous name such as "employers: help -> skills".
func (t Target) String() string {
	var what string
	switch t.Kind() {
	case NoTarget:
		return "nothing"
	case PathwayTarget:
		return t.Pathway
	case LinkTarget:
		what = t.From + " -> " + t.To
	case StoneTarget:
		what = t.Stone
	case StepTarget:
		what = "step " + t.Column
	case RivalTarget:
		what = "rival " + t.Rival
	case AssumptionTarget:
		what = "assumption " + t.Assumption
	case CriterionTarget:
		what = "criterion " + t.Criterion
	case BadTarget:
		what = "unclear target " + t.fields()
	}
	if t.Pathway == "" {
		return what
	}
	return t.Pathway + ": " + what
}

// fields lists what is set, for a target that mixes forms.
func (t Target) fields() string {
	var set []string
	for _, f := range [...]struct{ name, value string }{
		{"stone", t.Stone}, {"column", t.Column}, {"from", t.From}, {"to", t.To},
		{"rival", t.Rival}, {"assumption", t.Assumption}, {"criterion", t.Criterion},
	} {
		if f.value != "" {
			set = append(set, f.name+"="+f.value)
		}
	}
	return "(" + strings.Join(set, ", ") + ")"
}
