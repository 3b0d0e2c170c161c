package evidence

import (
	"strings"

	"github.com/outcomemap/outcomemap/evidence/bayes"
	"github.com/outcomemap/outcomemap/pathway"
)

// readClaims scores the claims about the pathway: those of its chain, its rivals, and the whole.
func (s *scorer) readClaims() {
	links := s.links
	leave := func(step int) { // the links from a step; those from an unknown id come last
		for len(links) > 0 && s.bundles[links[0].covers[0]].FromStep == step {
			s.addToChain(links[0].Target)
			links = links[1:]
		}
	}
	for i := range s.p.Steps {
		s.addToChain(s.step(i))
		for _, id := range s.stones[i] {
			s.addToChain(s.stone(id))
		}
		leave(i)
	}
	leave(-1)
	seen := map[string]bool{"": true}
	for _, r := range s.p.Rivals {
		if !seen[r.ID] {
			seen[r.ID] = true
			s.rivals = append(s.rivals, s.claim(s.target(pathway.Target{Rival: r.ID})))
		}
	}
	if whole := s.claim(s.whole()); whole.said() {
		s.wholes = []weighed{whole}
	}
	s.open = s.unknown()
}

func (s *scorer) addToChain(t pathway.Target) {
	if len(s.index.lookup(t)) == 0 {
		return
	}
	if c := s.claim(t); c.said() {
		s.chain = append(s.chain, c)
	}
}

// said reports whether there is a claim, or evidence that one could test.
func (c *weighed) said() bool {
	return c.Stated || len(c.units)+len(c.unweighed)+len(c.planned)+len(c.refused) > 0
}

// probative works out layer 3.
func (s *scorer) probative() Probative {
	p := Probative{Chain: scores(s.chain), Rivals: scores(s.rivals), Open: s.open}
	for _, c := range s.wholes {
		p.Whole = &c.ClaimScore
	}
	known, weakest := s.posteriors()
	if len(known) == 0 {
		return p
	}
	p.Weakest = weakest
	sum := s.all(known)
	p.Lowest, p.IfIndependent, p.WeakestLink = &sum.Lowest, &sum.IfIndependent, &sum.Weakest
	p.DoubleCounting = s.doubleCounting()
	p.WithoutBest = s.withoutBest(sum.IfIndependent.Mid)
	return p
}

func scores(all []weighed) []ClaimScore {
	var list []ClaimScore
	for _, c := range all {
		list = append(list, c.ClaimScore)
	}
	return list
}

// posteriors returns those of the chain, and the claim that has the least.
func (s *scorer) posteriors() (all []bayes.Estimate, weakest pathway.Target) {
	var least bayes.Estimate
	for _, c := range s.chain {
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
	claimed := s.claimed()
	var open []pathway.Target
	for n := range s.bundles {
		if !claimed[n] {
			open = append(open, s.bundle(n))
		}
	}
	for _, c := range s.chain {
		if c.Stated && c.Posterior == nil {
			open = append(open, c.About)
		}
	}
	return open
}

// claimed marks the bundles that a stated claim is about.
func (s *scorer) claimed() []bool {
	claimed := make([]bool, len(s.bundles))
	for _, t := range s.links {
		if s.index.stated(t.Target) != nil {
			for _, n := range t.covers {
				claimed[n] = true
			}
		}
	}
	return claimed
}

// doubleCounting is that of the product, nil where a claim of the chain has none.
func (s *scorer) doubleCounting() *DoubleCounting {
	var independent, dominant []bayes.Estimate
	for _, c := range s.chain {
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
	type loss struct {
		items  []string
		factor float64 // by which the product falls
		claims map[int]bayes.Estimate
	}
	var losses []loss
	place := map[string]int{}
	for n, c := range s.chain {
		for _, w := range c.ClaimScore.Without {
			key := strings.Join(w.Items, "\x00")
			i, known := place[key]
			if !known {
				i = len(losses)
				place[key] = i
				losses = append(losses, loss{w.Items, 1, map[int]bayes.Estimate{}})
			}
			if c.Posterior.Mid > 0 {
				losses[i].factor *= w.Posterior.Mid / c.Posterior.Mid
			}
			losses[i].claims[n] = w.Posterior
		}
	}
	best := -1
	for i, l := range losses {
		if l.factor < 1 && (best < 0 || l.factor < losses[best].factor) {
			best = i
		}
	}
	if best < 0 || product == 0 {
		return nil
	}
	var left []bayes.Estimate
	for n, c := range s.chain {
		if other, ok := losses[best].claims[n]; ok {
			left = append(left, other)
		} else if c.Posterior != nil {
			left = append(left, *c.Posterior)
		}
	}
	return &Without{Items: losses[best].items, Posterior: s.all(left).IfIndependent}
}
