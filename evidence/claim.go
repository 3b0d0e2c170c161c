package evidence

import (
	"github.com/outcomemap/outcomemap/evidence/bayes"
	"github.com/outcomemap/outcomemap/pathway"
)

// weighed is a claim with its score and with what it was worked out from.
type weighed struct {
	ClaimScore
	*weighing
}

// claim scores what is claimed of a target, or the evidence on it where nothing is claimed.
func (s *scorer) claim(t pathway.Target) weighed {
	w := s.index.weigh(t)
	c := weighed{ClaimScore{About: t, Rating: s.index.Rating(t)}, w}
	if claim := s.index.stated(t); claim != nil {
		c.Stated, c.Text = true, claim.Text
		c.Prior = c.sound(claim.Prior)
	}
	for i := range w.units {
		c.Tests = append(c.Tests, s.test(&w.units[i]))
	}
	c.Unweighed, c.ClaimScore.Planned = ids(w.unweighed), ids(w.planned)
	total := w.total()
	if total.err != nil && len(w.refused) == 0 {
		w.refuse(c.items(), total.err)
	}
	if total.err == nil {
		weight := total.ratio.Decibels()
		c.Weight = &weight
		c.update(total.ratio)
	}
	s.refused = append(s.refused, w.refused...)
	if c.Posterior != nil {
		c.DoubleCounting = w.doubleCounting(*c.Prior)
		c.Tornado, c.ClaimScore.Without, c.BreakEven = c.tornado(), c.without(), c.breakEven(s.aim)
	}
	return c
}

// stated returns the claim about a target that counts: the pathway's own before one for any
// pathway, and of two the first.
func (x *Index) stated(t pathway.Target) *Claim {
	for _, e := range x.lookup(t) {
		if len(e.claims) > 0 {
			return e.claims[0]
		}
	}
	return nil
}

// sound returns a prior that is a chance; any other is refused.
func (w *weighing) sound(prior *Range) *Range {
	if prior == nil {
		return nil
	}
	if _, err := bayes.Nothing().Update(bayes.Interval(*prior)); err != nil {
		w.refuse(nil, err)
		return nil
	}
	return prior
}

// update moves the prior, if there is one.
func (c *weighed) update(r bayes.Ratio) {
	if c.Prior == nil {
		return
	}
	after, err := r.Update(bayes.Interval(*c.Prior))
	if err != nil {
		c.refuse(nil, err)
		return
	}
	c.Posterior = &after
}

func (c *weighed) items() []string {
	var all []string
	for i := range c.units {
		all = append(all, c.units[i].items()...)
	}
	return all
}

// test writes a unit down.
func (s *scorer) test(u *unit) Test {
	t := Test{Ratio: u.ratio.Estimate(), Weight: u.ratio.Decibels()}
	if u.group != nil {
		t.Group, t.Policy = u.group.ID, u.group.Policy
	}
	for _, m := range u.members {
		own := s.likelihoods(m)
		if t.Policy == Package {
			t.Package, own = own, nil
		}
		for _, p := range m.items {
			t.Items = append(t.Items, TestItem{Item: p.Item.ID, Source: p.Item.Source, Found: p.Item.Status.found(), Likelihoods: own})
		}
	}
	switch t.Policy {
	case Dominant:
		t.Decisive = u.members[u.chosen].items[0].Item.ID
	case Correlated:
		if len(u.members) == 2 { // a single one has nothing to go with
			t.Rho = u.group.Rho
		}
	}
	return t
}

func (s *scorer) likelihoods(m member) *Likelihoods {
	at := bayes.Likelihoods{Sensitivity: m.bearing.Sensitivity.mid(), TypeIError: m.bearing.TypeIError.mid()}
	return &Likelihoods{
		Sensitivity: *m.bearing.Sensitivity,
		TypeIError:  *m.bearing.TypeIError,
		Because:     m.bearing.Because,
		Found:       m.test.Found,
		Ratio:       m.ratio.Estimate(),
		Weight:      m.ratio.Decibels(),
		Class:       at.Class(s.thresholds),
	}
}

// doubleCounting works out both ends of what dependence among the items can do.
func (w *weighing) doubleCounting(prior Range) *DoubleCounting {
	var each []bayes.Ratio
	all := productOf(bayes.Nothing())
	for _, u := range w.units {
		for _, m := range u.members {
			each = append(each, m.ratio)
			all = all.times(productOf(m.ratio))
		}
	}
	weightiest, _, err := bayes.Dominant(each...)
	if err != nil || all.err != nil {
		return nil
	}
	independent, err := all.ratio.Update(bayes.Interval(prior))
	if err != nil {
		return nil
	}
	dominant, err := weightiest.Update(bayes.Interval(prior))
	if err != nil {
		return nil
	}
	return &DoubleCounting{Independent: independent, Dominant: dominant}
}

func productOf(r bayes.Ratio) product { return product{ratio: r} }
