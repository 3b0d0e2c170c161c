package evidence

import (
	"cmp"
	"errors"
	"math"
	"slices"

	"github.com/outcomemap/outcomemap/evidence/bayes"
	"github.com/outcomemap/outcomemap/pathway"
)

// proposals lists what to do next: first what nothing can rank, links before claims, then the evidence
// to collect, by expected learning.
func (s *scorer) proposals() []Proposal {
	var all []Proposal
	for n, claimed := range s.claimed {
		if !claimed {
			all = append(all, Proposal{Do: StateClaim, About: s.bundle(n)})
		}
	}
	rank(s.ranked)
	return append(append(all, s.unranked...), s.ranked...)
}

// propose notes what to do for the claim that has just been scored.
func (s *scorer) propose(c *weighing) {
	do := func(task Task, items ...string) {
		s.unranked = append(s.unranked, Proposal{Do: task, About: c.About, Items: items})
	}
	switch {
	case !c.Stated && c.wanted():
		do(StateClaim)
	case !c.Stated:
	case len(c.refused) > 0:
		do(Mend)
	case c.Prior == nil:
		do(SetPrior)
	case len(c.units)+len(c.planned) == 0 && len(c.unweighed) > 0:
		do(JudgeFound, c.unweighed...)
	case len(c.units)+len(c.planned) == 0:
		do(SeekEvidence)
	default:
		var unjudged []string
		for _, plan := range c.plans() {
			p := Proposal{Do: Collect, About: c.About, Items: c.idsOf(plan.items), Group: plan.packageID()}
			if p.Worth = c.worth(plan); p.Worth == nil {
				unjudged = append(unjudged, p.Items...)
			} else {
				s.ranked = append(s.ranked, p)
			}
		}
		if len(unjudged) > 0 {
			do(JudgePlan, unjudged...)
		}
	}
}

// wanted reports whether a claim should be stated where none is: about a rival that nobody has judged,
// and about whatever evidence is planned for. A link asks for its claim itself.
func (c *weighing) wanted() bool {
	switch c.About.Kind() {
	case pathway.LinkTarget:
		return false
	case pathway.RivalTarget:
		return !c.Rating.Verdict.Rated()
	}
	return len(c.planned) > 0
}

// plan is planned evidence that counts as one: an item, or a package none of which was sought yet.
type plan struct {
	items []Piece
	group *Group // that it will count in; nil: it counts by itself
}

func (p plan) packageID() string {
	if p.items[0].Package != nil {
		return p.items[0].Package.ID
	}
	return ""
}

// plans sorts the planned pieces of a claim. A planned item of a package that is judged already
// changes nothing any more.
func (c *weighing) plans() []plan {
	var all []plan
	place := map[*Group]int{}
	for i := range c.planned {
		p := &c.planned[i]
		g := c.index.counting(p)
		switch n, known := place[p.Package]; {
		case p.Package == nil:
			all = append(all, plan{c.planned[i : i+1 : i+1], g})
		case known:
			all[n].items = append(all[n].items, *p)
		case c.unitOf(g) < 0:
			place[p.Package] = len(all)
			all = append(all, plan{c.planned[i : i+1 : i+1], nil})
		}
	}
	return all
}

// unitOf returns the place of the unit that a group makes, or -1.
func (c *weighing) unitOf(g *Group) int {
	if g == nil {
		return -1
	}
	return slices.IndexFunc(c.units, func(u unit) bool { return u.group == g })
}

// worth works out what a plan would teach, nil where it cannot be ranked.
func (c *weighing) worth(p plan) *Worth {
	b := p.items[0].Bearing
	if !b.judged() {
		return nil
	}
	test := b.test(true)
	if _, err := test.Ratio(); errors.Is(err, bayes.ErrNotChance) {
		return nil
	}
	w := &Worth{Now: *c.Posterior, Cost: p.cost()}
	w.IfFound = c.after(p, test)
	test.Found = false
	w.IfAbsent = c.after(p, test)
	if !w.expect(test, c.joins(p)) {
		return nil
	}
	if w.Cost != nil {
		if per := w.Learning / *w.Cost; !math.IsNaN(per) && !math.IsInf(per, 0) {
			w.PerCost = &per
		}
	}
	return w
}

// joins tells how the plan hangs together with what was sought already; "" where it does not.
func (c *weighing) joins(p plan) Policy {
	if c.unitOf(p.group) < 0 {
		return ""
	}
	return p.group.Policy
}

// expect works out learning, bits and chance in the middle. It reports false where the outcomes
// that it needs have no posterior.
func (w *Worth) expect(test bayes.Test, joins Policy) bool {
	now, mid := w.Now.Mid, test.Middle()
	l := bayes.Likelihoods{Sensitivity: mid.Sensitivity.Low, TypeIError: mid.TypeIError.Low}
	w.Chance = float64(now*l.Sensitivity) + float64((1-now)*l.TypeIError)
	if joins == "" {
		w.Learning, w.Bits = l.ExpectedLearning(now), l.InformationGain(now)
		return true
	}
	if w.IfFound == nil || w.IfAbsent == nil {
		return false
	}
	found, absent := w.IfFound.Mid, w.IfAbsent.Mid
	if joins == Correlated && found != absent { // posteriors average to what is known now
		w.Chance = min(1, max(0, (now-absent)/(found-absent)))
	}
	w.Learning, w.Bits = bayes.Expect(now, w.Chance, found, absent)
	return true
}

// after is the posterior once the plan is carried out, nil where it has none.
func (c *weighing) after(p plan, test bayes.Test) *bayes.Estimate {
	i, r := c.with(p, test)
	all := c.exchanged(i, r)
	if all.err != nil {
		return nil
	}
	e, err := all.ratio.Update(*c.Prior)
	if err != nil {
		return nil
	}
	return &e
}

// with returns the ratio that the plan gives, and the place of the unit that it changes; behind the
// last where it makes one of its own.
func (c *weighing) with(p plan, test bayes.Test) (int, product) {
	ratio, err := test.Ratio()
	i := c.unitOf(p.group)
	if err != nil || i < 0 {
		return len(c.units), product{ratio, err}
	}
	u := unit{group: p.group, members: append(slices.Clip(c.units[i].members), member{test: test, ratio: ratio})}
	err = u.combine()
	return i, product{u.ratio, err}
}

func (p plan) cost() *float64 {
	sum := 0.0
	for _, piece := range p.items {
		c := piece.Item.Cost
		if c == nil || !(*c >= 0) || math.IsInf(*c, 1) {
			return nil
		}
		sum += *c
	}
	return &sum
}

// rank orders plans by learning, and numbers them, those that have a cost by learning per cost too.
func rank(all []Proposal) {
	slices.SortStableFunc(all, func(a, b Proposal) int { return cmp.Compare(b.Worth.Learning, a.Worth.Learning) })
	var priced []*Worth
	for i := range all {
		all[i].Worth.Rank = i + 1
		if all[i].Worth.Cost != nil {
			priced = append(priced, all[i].Worth)
		}
	}
	slices.SortStableFunc(priced, func(a, b *Worth) int { return cmp.Compare(b.perCost(), a.perCost()) })
	for i, w := range priced {
		w.CostRank = i + 1
	}
}

// perCost is what a plan teaches per unit of cost: infinite where it teaches something for nothing.
func (w *Worth) perCost() float64 {
	if w.PerCost != nil {
		return *w.PerCost
	}
	if w.Learning > 0 {
		return math.Inf(1)
	}
	return 0
}
