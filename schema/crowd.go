package schema

import (
	"fmt"

	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/schema/internal/plan"
)

// crowded reports whether the links of a map are too many once each that joins a whole column and one stone
// is counted as often as the column has stones: so many does the graph of a pathway hold. It tells the first
// that is. Links between two whole columns meet in one point of the graph and are not counted.
func (r *run) crowded(m *outcome.Map) bool {
	most := int64(0)
	for i := range m.Pathways {
		most += int64(widest(&m.Pathways[i])) * int64(len(m.Pathways[i].Links))
	}
	if most <= int64(r.limits.Links) { // as in all but a stranger's map
		return false
	}
	left := r.limits.Links
	for i := range m.Pathways {
		for b := range m.Pathways[i].Bundles() {
			if b.Implied() || len(b.From) > 1 && len(b.To) > 1 {
				continue
			}
			if left -= len(b.From) * len(b.To); left < 0 {
				r.fault(plan.Fault{Rule: rule.Limit, Pointer: fmt.Sprintf("/pathways/%d/links/%d", i, b.Stated), At: -1,
					Message: fmt.Sprintf("more than %d links, where one from or to a whole column counts for each of its stones", r.limits.Links),
					Hint:    "lead from column to column, or name the stones that matter; " + plan.RaiseLimit})
				return true
			}
		}
	}
	return false
}

// widest returns how many stones the largest step has.
func widest(p *pathway.Pathway) int {
	most := 1
	for i := range p.Steps {
		most = max(most, len(p.Steps[i].Stones))
	}
	return most
}
