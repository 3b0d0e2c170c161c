package outcome

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/pathway"
)

// evidence checks what the body of evidence refers to, and the figures in it.
func (c *check) evidence() {
	body := &c.m.Evidence
	for i := range body.Items {
		c.item(&body.Items[i], func() string { return at("evidence/items", i) })
	}
	c.groups()
	for i := range body.Criteria {
		if k := &body.Criteria[i]; k.About != (pathway.Target{}) {
			c.target(k.About, func() string { return at("evidence/criteria", i) }, "/about", -1)
		}
	}
	for i := range body.Claims {
		c.claim(&body.Claims[i], func() string { return at("evidence/claims", i) })
	}
	if c.on(rule.SecondClaim) {
		c.claimedTwice()
	}
	for i := range body.Indicators {
		c.indicator(&body.Indicators[i], func() string { return at("evidence/indicators", i) })
	}
}

func (c *check) item(item *evidence.Item, here place) {
	refer(c, "source", c.known.sources, item.Source, here, "/source")
	refer(c, "group", c.known.groups, item.Group, here, "/group")
	if item.Cost != nil && !(*item.Cost >= 0) {
		c.find(rule.OutOfRange, here()+"/cost", "a cost is below 0, or no number", "")
	}
	for j := range item.Bears {
		c.bearing(&item.Bears[j], func() string { return at(here(), "bears", j) })
	}
}

// bearing checks one bearing: its target, its two numbers, and what they say together.
func (c *check) bearing(b *evidence.Bearing, here place) {
	c.target(b.About, here, "/about", -1)
	s, f := b.Sensitivity, b.TypeIError
	c.chance(s, here, "/sensitivity")
	c.chance(f, here, "/typeIError")
	switch {
	case s == nil && f == nil:
		return
	case s == nil:
		c.find(rule.OneLikelihood, here(), "a Type I error without a sensitivity has no weight", "judge both, or neither")
		return
	case f == nil:
		c.find(rule.OneLikelihood, here(), "a sensitivity without a Type I error has no weight", "judge both, or neither")
		return
	}
	if c.on(rule.Direction) {
		c.direction(b, here)
	}
	if extreme(s) || extreme(f) {
		c.find(rule.InfiniteWeight, here(), "a likelihood of 0 or 1 settles the claim whatever else is found",
			"use 0.01 or 0.99 unless it is true by definition")
	}
	if b.Because == "" {
		c.find(rule.NoReason, here(), "likelihoods are given without a reason", "say why under because")
	}
}

func extreme(r *evidence.Range) bool { return r.Low <= 0 || r.High >= 1 }

// chance checks that a range lies in [0, 1], its low end first.
func (c *check) chance(r *evidence.Range, here place, field string) {
	switch {
	case r == nil:
	case !(r.Low >= 0 && r.High <= 1):
		c.find(rule.OutOfRange, here()+field, r.String()+" is not between 0 and 1", "chances are shares of one, not percentages")
	case r.Low > r.High:
		c.find(rule.OutOfRange, here()+field, r.String()+" runs downwards", "put the low end first")
	}
}

// direction compares what is said in a word with what is said in numbers.
func (c *check) direction(b *evidence.Bearing, here place) {
	s, f := b.Sensitivity, b.TypeIError
	against := ""
	switch b.Direction {
	case evidence.Supports:
		if s.High <= f.Low {
			against = "not above"
		}
	case evidence.Contradicts:
		if s.Low >= f.High {
			against = "not below"
		}
	}
	if against != "" {
		c.find(rule.Direction, here(), fmt.Sprintf("it %s its target, but sensitivity %s is %s Type I error %s", b.Direction, s, against, f),
			"mend the direction or the numbers")
	}
}

// groups checks that each group has what its policy needs.
func (c *check) groups() {
	body := &c.m.Evidence
	members := map[string]int{}
	for i := range body.Items {
		members[body.Items[i].Group]++
	}
	for i := range body.Groups {
		g := &body.Groups[i]
		here := func() string { return at("evidence/groups", i) }
		for j := range g.Bears {
			c.bearing(&g.Bears[j], func() string { return at(here(), "bears", j) })
		}
		correlated := g.Policy == evidence.Correlated
		switch {
		case g.Policy == evidence.Package && len(g.Bears) == 0:
			c.find(rule.Group, here(), fmt.Sprintf("package %q has no bears of its own", g.ID), "judge the package as a whole")
		case g.Policy != evidence.Package && len(g.Bears) > 0:
			c.find(rule.Group, here()+"/bears", fmt.Sprintf("only a package has bears of its own, and %q is none", g.ID), "")
		case correlated && members[g.ID] != 2:
			c.find(rule.Group, here(), fmt.Sprintf("correlated group %q has %d items, not two", g.ID, members[g.ID]), "")
		case correlated != (g.Rho != nil):
			c.find(rule.Group, here(), fmt.Sprintf("group %q: rho goes with a correlated pair, and with that alone", g.ID), "")
		}
		if g.Rho != nil && !(inUnit(g.Rho.IfTrue) && inUnit(g.Rho.IfFalse)) {
			c.find(rule.OutOfRange, here()+"/rho", "a correlation is not between -1 and 1", "0 where one says nothing about the other, 1 where it repeats it")
		}
	}
}

func inUnit(x float64) bool { return x >= -1 && x <= 1 }

func (c *check) claim(k *evidence.Claim, here place) {
	c.target(k.About, here, "/about", -1)
	c.chance(k.Prior, here, "/prior")
	if k.Prior != nil && extreme(k.Prior) {
		c.find(rule.CertainPrior, here()+"/prior", "no evidence can move a prior of "+k.Prior.String(), "use 0.01 or 0.99")
	}
}

// claimedTwice finds claims that count for nothing, as another about the same target comes before them.
func (c *check) claimedTwice() {
	claims := c.m.Evidence.Claims
	first := make(map[pathway.Target]int, len(claims))
	for i := range claims {
		about := claims[i].About
		if kind := about.Kind(); kind == pathway.NoTarget || kind == pathway.BadTarget || c.dangles(about) {
			continue // told of already
		}
		if j, claimed := first[about]; claimed {
			c.find(rule.SecondClaim, at("evidence/claims", i, "about"), "another claim is about "+about.String()+" too, and counts before this one",
				"keep one of the two", at("evidence/claims", j, "about"))
			continue
		}
		first[about] = i
	}
}

// dangles reports whether a target names a pathway, a stone or a column that is not there.
func (c *check) dangles(t pathway.Target) bool {
	for _, id := range [...]string{t.Stone, t.Column, t.From, t.To} {
		if _, ok := c.known.nodes[id]; !ok && id != "" {
			return true
		}
	}
	_, ok := c.known.pathways[t.Pathway]
	return !ok && t.Pathway != ""
}

func (c *check) indicator(x *evidence.Indicator, here place) {
	if x.About != (pathway.Target{}) {
		c.target(x.About, here, "/about", -1)
	}
	refer(c, "source", c.known.sources, x.Source, here, "/source")
	for j := range x.Baseline {
		field := at("baseline", j)
		if len(x.Baseline) == 1 {
			field = "/baseline"
		}
		c.value(x, x.Baseline[j].Value, here, field+"/value")
	}
	for j := range x.Periods {
		p := &x.Periods[j]
		if _, last, err := p.End.Span(); err == nil {
			if first, _, err := p.Start.Span(); err == nil && last.Before(first) {
				c.find(rule.Span, at(here(), "periods", j), fmt.Sprintf("the period ends %s, before it starts %s", p.End, p.Start), "swap the two")
			}
		}
		if p.Denominator != nil && !(*p.Denominator > 0) {
			c.find(rule.NoValue, at(here(), "periods", j, "denominator"), "a denominator is not above 0", "")
		}
		c.value(x, p.Target, here, at("periods", j, "target"))
		c.value(x, p.Actual, here, at("periods", j, "actual"))
	}
}

// value checks that an indicator counted in numbers has numbers, and one told in words has words.
func (c *check) value(x *evidence.Indicator, v *evidence.Value, here place, field string) {
	if v == nil {
		return
	}
	numeric := slices.Contains([]evidence.Measure{evidence.UnitMeasure, evidence.Percentage}, x.Measure)
	switch {
	case numeric && v.IsText:
		c.find(rule.NoValue, here()+field, fmt.Sprintf("measure %q wants a number, not %s", x.Measure, strconv.Quote(v.Text)), "leave it out where it is not known")
	case x.Measure == evidence.Qualitative && !v.IsText:
		c.find(rule.NoValue, here()+field, fmt.Sprintf("measure %q wants words, not %s", x.Measure, v), "")
	}
}
