package render

import (
	"strings"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/evidence/bayes"
)

// probative explains layer 3.
func (e *explainer) probative() {
	p := e.card.Probative
	e.section("3. Probative value: how far the evidence tells the claims from their rivals")
	for _, c := range p.Chain {
		e.claim(c)
	}
	for _, c := range p.Rivals {
		e.claim(c)
	}
	if p.Whole != nil {
		e.line(1, "Beside the chain, the claim about the whole pathway:")
		e.claim(*p.Whole)
	}
	e.chain(p)
	for _, r := range e.card.Refused {
		items := ""
		if len(r.Items) > 0 {
			items = " (" + strings.Join(r.Items, ", ") + ")"
		}
		e.line(1, "Not scored: %s%s: %s", e.names.target(r.About), items, r.Why)
	}
}

func (e *explainer) claim(c evidence.ClaimScore) {
	if !c.Stated && len(c.Tests) == 0 && c.Weight != nil {
		e.line(1, "%s: no claim%s", e.names.target(c.About), unclaimed(c))
		e.judged(c.Rating)
		return
	}
	e.line(1, "%s", e.names.target(c.About))
	switch {
	case c.Text != "":
		e.line(2, "Claim: %s", brief(c.Text))
	case !c.Stated:
		e.line(2, "No claim is stated.")
	}
	e.judged(c.Rating)
	if c.Prior != nil {
		e.line(2, "Before the evidence: %s", c.Prior)
	}
	for _, t := range c.Tests {
		e.test(t)
	}
	if len(c.Unweighed) > 0 {
		e.line(2, "Without a weight: %s", strings.Join(c.Unweighed, ", "))
	}
	if len(c.Planned) > 0 {
		e.line(2, "Not yet sought, so without effect: %s", strings.Join(c.Planned, ", "))
	}
	if c.Weight != nil && len(c.Tests) > 0 {
		e.line(2, "Weight of all tests: ratio %s, %s %s", ratio(inRatio(*c.Weight)), decibels(*c.Weight), e.note("probative.weight"))
	}
	if c.Posterior == nil {
		e.line(2, "No chance can be given%s.", map[bool]string{true: "", false: ", as no prior is stated"}[c.Prior != nil])
		return
	}
	e.line(2, "After the evidence: %s %s", chances(*c.Posterior), e.note("probative.posterior"))
	e.sensitivity(c)
}

// judged tells the verdict that people gave.
func (e *explainer) judged(r evidence.Rating) {
	if r.Verdict.Rated() {
		e.line(2, "Judged by people, and in no figure: %s (confidence: %s)", r.Verdict, r.Confidence)
	}
}

// unclaimed tells what there is where nobody stated a claim.
func unclaimed(c evidence.ClaimScore) string {
	text := ""
	if len(c.Unweighed) > 0 {
		text += "; linked without likelihoods: " + strings.Join(c.Unweighed, ", ")
	}
	if len(c.Planned) > 0 {
		text += "; planned: " + strings.Join(c.Planned, ", ")
	}
	return text
}

// test tells one test: the items, their likelihoods, and what they come to.
func (e *explainer) test(t evidence.TestScore) {
	if t.Group != "" {
		e.line(2, "Group %s, counted as %s %s", t.Group, t.Policy, e.note("probative.groups"))
	}
	for _, item := range t.Items {
		found := "found"
		if !item.Found {
			found = "looked for and not found"
		}
		e.line(2, "%s: %s", e.names.item(item.Item), found)
		e.likelihoods(item.Likelihoods)
	}
	if t.Package != nil {
		e.line(2, "The package as a whole")
		e.likelihoods(t.Package)
	}
	if t.Decisive != "" {
		e.line(3, "the weightiest counts: %s", t.Decisive)
	}
	if t.Rho != nil {
		e.line(3, "correlation %g where the claim holds, %g where it does not", t.Rho.IfTrue, t.Rho.IfFalse)
	}
	if t.Group != "" {
		e.line(3, "together: ratio %s, %s", ratio(t.Ratio), decibels(t.Weight))
	}
}

func (e *explainer) likelihoods(l *evidence.Weighing) {
	if l == nil {
		return
	}
	rule := "s/f"
	if !l.Found {
		rule = "(1-s)/(1-f)"
	}
	e.line(3, "s = %s, f = %s: %s = %s, %s; %s %s", l.Sensitivity, l.TypeIError, rule, ratio(l.Ratio), decibels(l.Weight), class(l.Class), e.note("probative.class"))
	if l.Because != "" {
		e.line(3, "because: %s", brief(l.Because))
	}
}

// inputs puts the inputs of a swing into words.
var inputs = map[string]string{"prior": "prior", "sensitivity": "sensitivity", "typeIError": "Type I error"}

// sensitivity tells what the posterior of a claim rests on.
func (e *explainer) sensitivity(c evidence.ClaimScore) {
	if d := c.DoubleCounting; d != nil && len(c.Tests) > 0 {
		e.line(3, "if each item counts in full %s, if the weightiest counts alone %s %s", chances(d.Independent), chances(d.Dominant), e.note("probative.doubleCounting"))
	}
	for _, s := range c.Tornado {
		what := inputs[s.Input]
		if len(s.Items) > 0 {
			what += " of " + strings.Join(s.Items, ", ")
		}
		e.line(3, "%s from %s: %s %s", what, s.Range, fromTo(s.Low, s.High), e.note("probative.tornado"))
	}
	for _, w := range c.Without {
		e.line(3, "without %s: %s %s", strings.Join(w.Items, ", "), chances(w.Posterior), e.note("probative.without"))
	}
	for _, b := range c.BreakEven {
		if b.TypeIError == nil {
			e.line(3, "no Type I error of %s brings it to %s %s", strings.Join(b.Items, ", "), chance(b.Aim), e.note("probative.breakEven"))
			continue
		}
		e.line(3, "at a Type I error of %.3g of %s (now %.3g) it is just %s %s", *b.TypeIError, strings.Join(b.Items, ", "), b.Now, chance(b.Aim), e.note("probative.breakEven"))
	}
}

// chain tells what the claims come to together.
func (e *explainer) chain(p evidence.Probative) {
	if len(p.Open) > 0 {
		var open []string
		for _, t := range p.Open {
			open = append(open, e.names.target(t))
		}
		e.line(1, "Without a claim or a chance, so that the chain may break there: %s", strings.Join(open, "; "))
	}
	if p.IfIndependent == nil {
		e.line(1, "No claim of the chain has a chance, so the chain has none.")
		return
	}
	e.line(1, "All claims of the chain together")
	e.line(2, "if they are independent (product): %s %s", chances(*p.IfIndependent), e.note("probative.ifIndependent"))
	e.line(2, "at the least (they avoid each other): %s %s", maybe(p.Lowest), e.note("probative.lowest"))
	e.line(2, "at the most (the weakest claim): %s %s", maybe(p.WeakestLink), e.note("probative.weakestLink"))
	e.line(2, "weakest claim: %s", e.names.target(p.Weakest))
	if d := p.DoubleCounting; d != nil {
		e.line(2, "the product if each item counts in full %s, if the weightiest counts alone %s %s", chances(d.Independent), chances(d.Dominant), e.note("probative.doubleCounting"))
	}
	if b := p.WithoutBest; b != nil {
		e.line(2, "the product without %s, which matters most to it: %s %s", strings.Join(b.Items, ", "), chances(b.Posterior), e.note("probative.without"))
	}
	if r := p.Reliability; r != nil {
		exact := ""
		if !r.Exact {
			exact = ", as bounds, since the links are too tangled"
		}
		e.line(2, "that some route holds by its links alone%s: %s %s", exact, chances(r.Chance), e.note("probative.reliability"))
	}
}

// maybe words an estimate that may be unknown.
func maybe(e *bayes.Estimate) string {
	if e == nil {
		return "unknown"
	}
	return chances(*e)
}
