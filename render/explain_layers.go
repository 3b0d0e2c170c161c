package render

import (
	"fmt"
	"strings"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

// ratings explains layer 1.
func (e *explainer) ratings() {
	r := e.card.Ratings
	e.section("1. Ratings: what people judge")
	e.line(1, "Coverage: %d of %d stones have progress and confidence: %s. %s", r.Rated, r.Stones, r.Completeness, e.note("ratings.rated"))
	if r.Differ > 0 {
		e.line(1, "Raters differ on %s, and no rating is agreed.", howMany(r.Differ, "stone", "stones"))
	}
	e.weakest("progress", r.Progress, r.Stones)
	e.weakest("confidence", r.Confidence, r.Stones)
	if a := r.Agreement; a.Stones > 0 {
		e.line(1, "Agreement of raters on %s: alpha %s for progress, %s for confidence. %s", howMany(a.Stones, "stone", "stones"),
			alpha(a.Progress), alpha(a.Confidence), e.note("ratings.agreement"))
	}
	for _, step := range r.Steps {
		e.line(1, "Step %s", e.names.node(step.Column))
		for _, stone := range step.Stones {
			e.line(2, "%s: progress %s, confidence %s", e.names.target(stone.About), stone.Progress, stone.Confidence)
		}
	}
}

func (e *explainer) weakest(scale string, w evidence.Weakest, stones int) {
	if w.Rated == 0 {
		e.line(1, "Weakest %s: unknown, as no stone is rated.", scale)
		return
	}
	if unrated := stones - w.Rated; unrated > 0 {
		e.line(1, "Weakest %s: %s, as %d of %d stones %s no rating of it; over the rest %s, first in step %s. %s", scale, w.Level, unrated, stones,
			map[bool]string{true: "has", false: "have"}[unrated == 1], w.OfRated, e.names.node(w.At), e.note("ratings.progress.level"))
	} else {
		e.line(1, "Weakest %s: %s, over all %d stones; first in step %s. %s", scale, w.Level, stones, e.names.node(w.At), e.note("ratings.progress.level"))
	}
	if w.DropsAt != "" {
		e.line(2, "It first drops in step %s. %s", e.names.node(w.DropsAt), e.note("ratings.progress.dropsAt"))
	}
}

func alpha(x *float64) string {
	if x == nil {
		return "unknown"
	}
	return fmt.Sprintf("%.2f", *x)
}

// structure explains layer 2.
func (e *explainer) structure() {
	s := e.card.Structure
	e.section("2. Structure: how much evidence holds it up")
	if !s.Connected {
		e.line(1, "No links lead from the first step to the last.")
	}
	for _, l := range s.Links {
		implied := ""
		if l.Implied {
			implied = " (implied)"
		}
		e.line(1, "%s%s: %s%s", e.names.target(l.About), implied, cited(l.Citations, "supports it", "support it"), others(l))
	}
	if s.Citations != nil {
		e.robustness("citations", s.Citations, e.note("structure.citations"))
	}
	if s.Sources != nil {
		e.robustness("sources", s.Sources, e.note("structure.sources"))
	}
	e.line(1, "Sources that tell a whole route by themselves: %s. %s", e.names.list(s.Threads), e.note("structure.threads"))
	e.line(1, "Stones that every route passes: %s. %s", e.names.list(s.Dominators), e.note("structure.dominators"))
}

func cited(all []evidence.LinkItem, one, many string) string {
	if len(all) == 0 {
		return "nothing " + one
	}
	var ids []string
	for _, c := range all {
		ids = append(ids, c.Item)
	}
	if len(ids) == 1 {
		return ids[0] + " " + one
	}
	return strings.Join(ids, ", ") + " " + many
}

// others tells of the items on a link that do not support it.
func others(l evidence.LinkSupport) string {
	text := ""
	for _, list := range [...]struct {
		all       []evidence.LinkItem
		one, many string
	}{
		{l.Against, "speaks against it", "speak against it"},
		{l.Unclear, "speaks for neither side", "speak for neither side"},
		{l.Planned, "is planned", "are planned"},
	} {
		if len(list.all) > 0 {
			text += "; " + cited(list.all, list.one, list.many)
		}
	}
	return text
}

func (e *explainer) robustness(of string, r *evidence.Loss, note string) {
	if r.Low == r.High {
		e.line(1, "Robustness by %s: %d. %s", of, r.High, note)
	} else {
		e.line(1, "Robustness by %s: %d to %d. %s", of, r.Low, r.High, note)
	}
	if r.Flow > r.High {
		e.line(2, "The maximum flow, which counts a source once for each link, is %d.", r.Flow)
	}
	var cut []string
	for _, c := range r.Citations {
		cut = append(cut, fmt.Sprintf("%s on %s", c.Item, e.names.target(*c.On)))
	}
	cut = append(append(cut, r.Sources...), r.Items...)
	switch {
	case len(cut) > 0:
		e.line(2, "It breaks with the loss of %s.", strings.Join(cut, "; "))
	case r.High == 0:
		e.line(2, "No route from the first step to the last is supported link by link.")
	}
}

// breaks tells where the story breaks, and what each layer says by itself.
func (e *explainer) breaks() {
	b := e.card.Breaks
	e.section("Where the story breaks")
	if b.Why == evidence.NothingWeak {
		e.line(1, "Nowhere that is known: %s. %s", b.Why, e.note("breaks"))
		return
	}
	if b.At == (pathway.Target{}) {
		e.line(1, "Nobody can say: nothing is known of it. %s", e.note("breaks"))
		return
	}
	e.line(1, "At %s: %s. %s", e.names.target(b.At), b.Why, e.note("breaks"))
	e.line(2, "By ratings: %s", e.names.target(b.Ratings))
	e.line(2, "By structure: %s", e.names.target(b.Structure))
	e.line(2, "By probative value: %s", e.names.target(b.Probative))
}

// checklist tells the four conditions of a contribution claim.
func (e *explainer) checklist() {
	e.section("The four conditions of a contribution claim (Mayne 2008, 2011)")
	for _, c := range e.conditions {
		state := "nothing is open"
		if !c.Met() {
			state = howMany(len(c.Open), "point is open", "points are open")
		}
		e.line(1, "%s: %s", c.Kind, state)
		for _, o := range c.Open {
			e.line(2, "%s: %s", e.names.target(o.About), o.Why)
		}
	}
}

// next tells what to do next.
func (e *explainer) next() {
	e.section("What to do next")
	if len(e.card.Next) == 0 {
		e.line(1, "Nothing is planned, and nothing is open.")
	}
	for i, p := range e.card.Next {
		e.line(1, "%d. %s: %s", i+1, p.Do, e.names.target(p.About))
		for _, id := range p.Items {
			e.line(2, "%s", e.names.item(id))
		}
		e.worth(p.Worth)
	}
}

func (e *explainer) worth(w *evidence.Worth) {
	if w == nil {
		return
	}
	e.line(2, "It is expected to remove %.0f %% of the doubt %s, and tells %.2f bits %s.", 100*w.Learning, e.note("next.learning"), w.Bits, e.note("next.bits"))
	e.line(2, "The chance of finding it is %s; now %s, if found %s, if absent %s.", chance(w.Chance), chances(w.Now), maybe(w.IfFound), maybe(w.IfAbsent))
	if w.Cost != nil {
		perCost := ""
		if w.PerCost != nil {
			perCost = fmt.Sprintf(", %.3g of the doubt a unit; rank %d by cost", *w.PerCost, w.CostRank)
		}
		e.line(2, "It costs %g%s.", *w.Cost, perCost)
	}
}

// missing tells the gaps, each kind in one line.
func (e *explainer) missing() {
	e.section("What is missing")
	if len(e.card.Gaps) == 0 {
		e.line(1, "Nothing: all is rated, claimed and looked at.")
	}
	for i := 0; i < len(e.card.Gaps); {
		kind, names := e.card.Gaps[i].Kind, []string(nil)
		for ; i < len(e.card.Gaps) && e.card.Gaps[i].Kind == kind; i++ {
			g := e.card.Gaps[i]
			name := firstOf(g.Source, g.Item)
			if name == "" {
				name = e.names.target(g.About)
			}
			names = append(names, name)
		}
		e.line(1, "%s: %s", kind, strings.Join(names, "; "))
	}
}
