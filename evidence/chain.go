package evidence

import (
	"strings"

	"github.com/outcomemap/outcomemap/evidence/bayes"
	"github.com/outcomemap/outcomemap/pathway"
)

// readClaims scores the claims about the pathway: those of its chain, its rivals, and the whole.
func (s *scorer) readClaims() Probative {
	var p Probative
	p.Chain, s.chain = s.claims(s.chained())
	rivals := make([]*subject, len(s.rivals))
	for i := range s.rivals {
		rivals[i] = &s.rivals[i]
	}
	p.Rivals, s.against = s.claims(rivals)
	if s.whole.spokenOf() {
		var scores []ClaimScore
		scores, s.wholes = s.claims([]*subject{&s.whole})
		p.Whole = &scores[0]
	}
	s.open = s.unknown()
	p.Open = s.open
	return p
}

// chained lists what there is to score in the chain: steps, their stones, and the links that leave
// them; those from an unknown id come last.
func (s *scorer) chained() []*subject {
	all := make([]*subject, 0, len(s.links))
	add := func(about *subject) {
		if about.spokenOf() {
			all = append(all, about)
		}
	}
	links := s.links
	leave := func(step int) {
		for len(links) > 0 && s.bundles[links[0].covers[0]].FromStep == step {
			add(&links[0].subject)
			links = links[1:]
		}
	}
	for i := range s.steps {
		add(&s.steps[i])
		for j := range s.stones[i] {
			add(&s.stones[i][j])
		}
		leave(i)
	}
	leave(-1)
	return all
}

// spokenOf reports whether there is a claim about the subject, or evidence that bears on it.
func (s *subject) spokenOf() bool { return s.claim() != nil || len(s.pieces) > 0 }

// probative works out layer 3 from the claims.
func (s *scorer) probative(p Probative) Probative {
	known, weakest := s.posteriors()
	if len(known) == 0 {
		return p
	}
	p.Weakest = weakest
	sum := s.all(known)
	p.Lowest, p.IfIndependent, p.WeakestLink = &sum.Lowest, &sum.IfIndependent, &sum.Weakest
	p.DoubleCounting = s.doubleCounting()
	p.WithoutBest = s.withoutBest(sum.IfIndependent.Mid)
	p.Reliability = s.reliability()
	return p
}

// posteriors returns those of the chain, and the claim that has the least.
func (s *scorer) posteriors() (all []bayes.Estimate, weakest pathway.Target) {
	var least bayes.Estimate
	for i := range s.chain {
		c := &s.chain[i]
		if c.Posterior == nil {
			continue
		}
		p := *c.Posterior
		if len(all) == 0 || p.Mid < least.Mid || p.Mid == least.Mid && p.Low < least.Low {
			least, weakest = p, c.About
		}
		all = append(all, p)
	}
	return all, weakest
}

// all sums the chain up; where something in it is open, it may not hold at all.
func (s *scorer) all(known []bayes.Estimate) bayes.Conjunction {
	sum := bayes.All(known...)
	if len(s.open) > 0 {
		sum.Lowest.Low, sum.IfIndependent.Low, sum.Weakest.Low = 0, 0, 0
	}
	return sum
}

// unknown lists the links that no claim covers, then the claims without a posterior.
func (s *scorer) unknown() []pathway.Target {
	var open []pathway.Target
	for n, claimed := range s.claimed {
		if !claimed {
			open = append(open, s.bundle(n))
		}
	}
	for i := range s.chain {
		if c := &s.chain[i]; c.Stated && c.Posterior == nil {
			open = append(open, c.About)
		}
	}
	return open
}

// doubleCounting is that of the product, nil where a claim of the chain has none.
func (s *scorer) doubleCounting() *DoubleCounting {
	var independent, dominant []bayes.Estimate
	for i := range s.chain {
		c := &s.chain[i]
		if c.Posterior == nil {
			continue
		}
		if c.DoubleCounting == nil {
			return nil
		}
		independent = append(independent, c.DoubleCounting.Independent)
		dominant = append(dominant, c.DoubleCounting.Dominant)
	}
	return &DoubleCounting{
		Independent: s.all(independent).IfIndependent,
		Dominant:    s.all(dominant).IfIndependent,
	}
}

// withoutBest finds the item, or package, whose loss lowers the product the most, in all the claims
// that it bears on; nil where no loss lowers it.
func (s *scorer) withoutBest(product float64) *Without {
	if product == 0 {
		return nil
	}
	factors := make(map[string]float64, len(s.chain)) // by which the product changes without the items
	for n := range s.chain {
		c := &s.chain[n]
		for i := range c.Without {
			w := &c.Without[i]
			k := w.key()
			if _, again := factors[k]; !again {
				factors[k] = 1
			}
			factors[k] *= w.Posterior.Mid / c.Posterior.Mid
		}
	}
	least, best := 1.0, (*Without)(nil)
	for n := range s.chain {
		for i := range s.chain[n].Without {
			if w := &s.chain[n].Without[i]; factors[w.key()] < least {
				least, best = factors[w.key()], w
			}
		}
	}
	if best == nil {
		return nil
	}
	return &Without{Items: best.Items, Posterior: s.all(s.posteriorsWithout(best.key())).IfIndependent}
}

// key tells the items apart from others: as a package, they are not what they are one by one.
func (w *Without) key() string { return strings.Join(w.Items, "\x00") }

// posteriorsWithout returns the posteriors of the chain without some items.
func (s *scorer) posteriorsWithout(key string) []bayes.Estimate {
	var all []bayes.Estimate
	for n := range s.chain {
		c := &s.chain[n]
		if c.Posterior == nil {
			continue
		}
		p := *c.Posterior
		for i := range c.Without {
			if c.Without[i].key() == key {
				p = c.Without[i].Posterior
			}
		}
		all = append(all, p)
	}
	return all
}
