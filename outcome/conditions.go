package outcome

import (
	"fmt"
	"strings"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

// A Condition is one of the four on which a contribution claim stands (Mayne 2008, "Contribution
// analysis: an approach to exploring cause and effect"; 2011, "Contribution analysis: addressing
// cause and effect"). It is a checklist, not a score: Open says what is still missing, and why.
type Condition struct {
	Kind ConditionKind `json:"condition"`
	Open []OpenPoint   `json:"open,omitempty"` // none: nothing in the map speaks against it
}

// Met reports whether nothing is open.
func (c Condition) Met() bool { return len(c.Open) == 0 }

// ConditionKind names a condition.
type ConditionKind string

// The four conditions, in Mayne's order.
const (
	Plausible   ConditionKind = "the theory of change is plausible"
	Implemented ConditionKind = "the activities were carried out"
	Verified    ConditionKind = "evidence verifies the chain of results"
	Accounted   ConditionKind = "other explanations are dealt with"
)

// An OpenPoint is one thing that keeps a condition from being met. Reason names it, for programs that word
// it themselves, and never changes its meaning:
//
//   - plausible: "no-route", "no-assumption"; "assumption-unknown", "assumption-fails", "assumption-partly";
//     "risk-unknown", "risk-holds", "risk-partly";
//   - implemented: "no-step"; "stone-unrated", "stone-lowest";
//   - verified: "no-link", "link-unsupported"; "claim-unlikely", "claim-doubtful"; "stones-unrated", "refused";
//   - other explanations: "no-rival"; "rival-unknown", "rival-holds", "rival-partly", "rival-likely".
type OpenPoint struct {
	About  pathway.Target `json:"about"`
	Reason string         `json:"reason"`
	Why    string         `json:"why"` // the reason in English, with its figures
	Err    error          `json:"-"`   // of "refused": [evidence.Refusal.Err]
}

// Conditions goes through the four conditions for the pathway of each scorecard, as [evidence.Score]
// made them of this map: a list of four a scorecard, in their order. Of a pathway that the map lacks
// nothing is known, so all is open. What people judged and what the evidence says both count, and
// neither replaces the other:
//
//   - plausible: links lead from the first step to the last; assumptions are stated, looked at and
//     hold; risks were looked at and did not come true;
//   - implemented: each stone of the first step is rated above the lowest level of progress;
//   - verified: each link has evidence that was found and supports it; each claim of the chain that has a
//     chance is more likely true than false, at the low end too; every stone is rated;
//   - other explanations: rivals are named, looked at, and none stands.
//
// Do not read four met conditions as proof: the checklist sees what is in the map, and nobody can
// name every rival. Costs are linear in the map and the scorecards, if these are of one day.
func Conditions(m *Map, cards []evidence.Scorecard) [][]Condition {
	if m == nil {
		m = &Map{}
	}
	pathways := map[string]*pathway.Pathway{}
	for i := range m.Pathways {
		if p := &m.Pathways[i]; p.ID != "" && pathways[p.ID] == nil {
			pathways[p.ID] = p
		}
	}
	ratings := map[evidence.Date]*evidence.Index{}
	all := make([][]Condition, len(cards))
	for i, card := range cards {
		k := conditions{p: pathways[card.Pathway], card: card, index: ratings[card.AsOf]}
		if k.p == nil {
			k.p = &pathway.Pathway{ID: card.Pathway}
		}
		if k.index == nil {
			k.index = saidOf(m, card.AsOf)
			ratings[card.AsOf] = k.index
		}
		all[i] = []Condition{
			{Plausible, k.plausible()},
			{Implemented, k.implemented()},
			{Verified, k.verified()},
			{Accounted, k.accounted()},
		}
	}
	return all
}

// saidOf indexes what people said of assumptions and rivals: all that is not in a scorecard.
func saidOf(m *Map, on evidence.Date) *evidence.Index {
	return ratingsOf(&m.Evidence, func(_ int, a *evidence.Assessment) bool {
		return a.About.Assumption != "" || a.About.Rival != ""
	}, evidence.AsOf(on))
}

type conditions struct {
	p     *pathway.Pathway
	card  evidence.Scorecard
	index *evidence.Index
}

// points gathers what is open.
type points []OpenPoint

func (o *points) add(about pathway.Target, reason, why string, args ...any) {
	*o = append(*o, OpenPoint{About: about, Reason: reason, Why: fmt.Sprintf(why, args...)})
}

func (k conditions) whole() pathway.Target { return pathway.Target{Pathway: k.p.ID} }

func (k conditions) plausible() []OpenPoint {
	var open points
	if !k.card.Structure.Connected {
		open.add(k.whole(), "no-route", "no links lead from the first step to the last")
	}
	if len(k.p.Assumptions) == 0 {
		open.add(k.whole(), "no-assumption", "nothing is said of what has to hold for it to work")
	}
	for _, a := range k.p.Assumptions {
		t := pathway.Target{Pathway: k.p.ID, Assumption: a.ID}
		verdict := k.index.Rating(t).Verdict
		switch {
		case !verdict.Rated() && a.Kind == pathway.Risk:
			open.add(t, "risk-unknown", "nobody has looked whether this risk came true")
		case !verdict.Rated():
			open.add(t, "assumption-unknown", "nobody has looked whether this assumption holds")
		case a.Kind == pathway.Risk && verdict.High != string(evidence.Fails):
			open.add(t, "risk-"+verdict.High, "this risk happened%s", inPart(verdict.High))
		case a.Kind != pathway.Risk && verdict.Low == string(evidence.Fails):
			open.add(t, "assumption-fails", "this assumption does not hold")
		case a.Kind != pathway.Risk && verdict.Low == string(evidence.Partly):
			open.add(t, "assumption-partly", "this assumption holds only in part")
		}
	}
	return open
}

// inPart words how far a thing holds that had better not hold at all.
func inPart(verdict string) string {
	if verdict == string(evidence.Holds) {
		return ""
	}
	return " in part"
}

func (k conditions) implemented() []OpenPoint {
	var open points
	if len(k.card.Ratings.Steps) == 0 {
		open.add(k.whole(), "no-step", "it has no step of activities")
		return open
	}
	levels := k.card.Ratings.Standard.Progress
	for _, r := range k.card.Ratings.Steps[0].Stones {
		switch {
		case !r.Progress.Rated():
			open.add(r.About, "stone-unrated", "not rated, so nobody knows whether it was carried out")
		case len(levels) > 0 && r.Progress.Low == levels[0].ID:
			open.add(r.About, "stone-lowest", "progress is %s", r.Progress)
		}
	}
	return open
}

func (k conditions) verified() []OpenPoint {
	var open points
	if len(k.card.Structure.Links) == 0 {
		open.add(k.whole(), "no-link", "it has no link that evidence could verify")
	}
	for _, l := range k.card.Structure.Links {
		if len(l.Citations) == 0 {
			open.add(l.About, "link-unsupported", "no evidence was found that supports this link")
		}
	}
	for _, c := range k.card.Probative.Chain {
		if c.Posterior != nil && c.Posterior.High <= 0.5 {
			open.add(c.About, "claim-unlikely", "no more likely true than false on the evidence")
		} else if c.Posterior != nil && c.Posterior.Low <= 0.5 {
			open.add(c.About, "claim-doubtful", "may be no more likely true than false on the evidence")
		}
	}
	if missing := k.card.Ratings.Stones - k.card.Ratings.Rated; missing > 0 {
		open.add(k.whole(), "stones-unrated", "%d of %d stones %s not rated", missing, k.card.Ratings.Stones, be(missing))
	}
	for _, r := range k.card.Refused {
		open.add(r.About, "refused", "the evidence could not be weighed: %s", strings.TrimSuffix(r.Why, "."))
		open[len(open)-1].Err = r.Err
	}
	return open
}

// be agrees with a number of things.
func be(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

func (k conditions) accounted() []OpenPoint {
	var open points
	if len(k.p.Rivals) == 0 {
		open.add(k.whole(), "no-rival", "no other explanation is named")
	}
	scores := map[pathway.Target]evidence.ClaimScore{}
	for _, c := range k.card.Probative.Rivals {
		scores[c.About] = c
	}
	for _, r := range k.p.Rivals {
		t := pathway.Target{Pathway: k.p.ID, Rival: r.ID}
		verdict := k.index.Rating(t).Verdict
		switch {
		case verdict.Rated() && verdict.High != string(evidence.Fails):
			open.add(t, "rival-"+verdict.High, "this explanation stands%s", inPart(verdict.High))
		case !verdict.Rated() && len(scores[t].Tests) == 0:
			open.add(t, "rival-unknown", "nobody has looked at this explanation")
		case scores[t].Posterior != nil && scores[t].Posterior.High > 0.5:
			open.add(t, "rival-likely", "this explanation may be more likely true than false on the evidence")
		}
	}
	return open
}
