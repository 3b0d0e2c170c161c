package evidence

import (
	"slices"

	"github.com/outcomemap/outcomemap/evidence/bayes"
	"github.com/outcomemap/outcomemap/pathway"
)

// reliabilityEffort is how many states to look at: enough for steps of a dozen stones linked one by
// one, and little beside the rest of a score.
const reliabilityEffort = 100_000

// reliability asks the pathway for the chance that some route holds, by the posteriors of its links.
func (s *scorer) reliability() *Reliability {
	var ends, middle []pathway.Chance
	for i := range s.chain {
		c := &s.chain[i]
		if c.Posterior == nil || c.About.Kind() != pathway.LinkTarget {
			continue
		}
		at := pathway.Chance{From: c.About.From, To: c.About.To, Low: c.Posterior.Low, High: c.Posterior.High}
		ends = append(ends, at)
		at.Low, at.High = c.Posterior.Mid, c.Posterior.Mid
		middle = append(middle, at)
	}
	if len(ends) == 0 {
		return nil
	}
	cases := [][]pathway.Chance{ends}
	if !slices.Equal(ends, middle) {
		cases = append(cases, middle)
	}
	found := s.graph.Reliability(cases, s.ends, reliabilityEffort)
	outer, mid := found[0], found[len(found)-1]
	return &Reliability{
		Chance: bayes.Estimate{Low: outer.Low, Mid: min(max(mid.High, outer.Low), outer.High), High: outer.High},
		Exact:  outer.Exact && mid.Exact,
	}
}
