package evidence

import (
	"github.com/outcomemap/outcomemap/evidence/bayes"
)

// scored is a claim with its score.
type scored struct {
	*ClaimScore
	sought bool // there is evidence that was sought, whatever became of it
}

// claims scores what is claimed of some subjects, or the evidence on them where nothing is claimed.
func (s *scorer) claims(about []*subject) ([]ClaimScore, []scored) {
	if len(about) == 0 {
		return nil, nil
	}
	scores, all := make([]ClaimScore, len(about)), make([]scored, len(about))
	for i := range about {
		all[i] = s.claim(about[i], &scores[i])
	}
	return scores, all
}

func (s *scorer) claim(about *subject, c *ClaimScore) scored {
	w := &s.weighing
	w.ClaimScore = c
	c.About, c.Rating = about.Target, s.index.rating(about)
	w.weigh(about)
	if claim := about.claim(); claim != nil {
		c.Stated, c.Text = true, claim.Text
		c.Prior = w.sound(claim.Prior)
	}
	c.Tests, c.Unweighed, c.Planned = s.tests(w.units), w.unweighed, w.idsOf(w.planned)
	total := w.total()
	if total.err != nil && len(w.refused) == 0 {
		w.refuse(w.items(), total.err)
	}
	if total.err == nil {
		weight := total.ratio.Decibels()
		c.Weight = &weight
		w.update(total.ratio)
	}
	if c.Posterior != nil {
		w.multiply()
		c.DoubleCounting = w.doubleCounting()
		c.Tornado, c.Without, c.BreakEven = w.tornado(), w.leaveOneOut(), w.breakEven(s.aim)
	}
	s.refused = append(s.refused, w.refused...)
	s.propose(w)
	return scored{c, len(w.units)+len(w.unweighed)+len(w.refused) > 0}
}

// sound returns a prior that is a chance; any other is refused.
func (w *weighing) sound(prior *Range) *Range {
	if prior == nil {
		return nil
	}
	if _, err := bayes.Nothing().Update(*prior); err != nil {
		w.refuse(nil, err)
		return nil
	}
	return prior
}

// update moves the prior, if there is one.
func (w *weighing) update(r bayes.Ratio) {
	if w.Prior == nil {
		return
	}
	after, err := r.Update(*w.Prior)
	if err != nil {
		w.refuse(nil, err)
		return
	}
	w.Posterior = &after
}

func (w *weighing) items() []string {
	var all []string
	for i := range w.units {
		all = append(all, w.units[i].items()...)
	}
	return all
}

// tests writes units down.
func (s *scorer) tests(units []unit) []TestScore {
	n := 0
	for i := range units {
		for j := range units[i].members {
			n += len(units[i].members[j].items)
		}
	}
	items, likelihoods := s.items.take(n)[:0], s.likelihoods.take(n)[:0]
	all := s.written.take(len(units))
	for i := range units {
		u, t, first := &units[i], &all[i], len(items)
		t.Ratio, t.Weight = u.ratio.Estimate(), u.ratio.Decibels()
		t.describe(u)
		for j := range u.members {
			m := &u.members[j]
			likelihoods = append(likelihoods, s.judged(m))
			own := &likelihoods[len(likelihoods)-1]
			if own.Ratio, own.Weight = t.Ratio, t.Weight; u.group != nil { // it is not all of the test
				own.Ratio, own.Weight = m.ratio.Estimate(), m.ratio.Decibels()
			}
			if t.Policy == Package {
				t.Package, own = own, nil
			}
			for _, p := range m.pieces {
				items = append(items, TestItem{Item: p.Item.ID, Source: p.Item.Source, Found: p.Item.Status.found(), Likelihoods: own})
			}
		}
		t.Items = items[first:len(items):len(items)]
	}
	return all
}

// describe notes how a group counts.
func (t *TestScore) describe(u *unit) {
	if u.group == nil {
		return
	}
	t.Group, t.Policy = u.group.ID, u.group.Policy
	switch {
	case t.Policy == Dominant:
		t.Decisive = u.members[u.chosen].items[0]
	case t.Policy == Correlated && len(u.members) == 2: // a single one has nothing to go with
		t.Rho = u.group.Rho
	}
}

// judged is all that is known of a member but what it comes to.
func (s *scorer) judged(m *member) Weighing {
	at := bayes.Likelihoods{Sensitivity: m.bearing.Sensitivity.Mid(), TypeIError: m.bearing.TypeIError.Mid()}
	return Weighing{
		Sensitivity: *m.bearing.Sensitivity,
		TypeIError:  *m.bearing.TypeIError,
		Because:     m.bearing.Because,
		Found:       m.test.Found,
		Class:       at.Class(s.thresholds),
	}
}

// doubleCounting works out both ends of what dependence among the items can do.
func (w *weighing) doubleCounting() *DoubleCounting {
	prior := *w.Prior
	each := make([]bayes.Ratio, 0, len(w.units))
	all := productOf(bayes.Nothing())
	for i := range w.units {
		for j := range w.units[i].members {
			r := w.units[i].members[j].ratio
			each = append(each, r)
			all = all.times(productOf(r))
		}
	}
	weightiest, _, err := bayes.Dominant(each...)
	if err != nil || all.err != nil {
		return nil
	}
	independent, err := all.ratio.Update(prior)
	if err != nil {
		return nil
	}
	dominant, err := weightiest.Update(prior)
	if err != nil {
		return nil
	}
	return &DoubleCounting{Independent: independent, Dominant: dominant}
}
