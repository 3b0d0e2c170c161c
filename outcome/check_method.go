package outcome

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/pathway"
)

// shape checks what the links of a pathway make of it.
func (c *check) shape(i int, p *pathway.Pathway) {
	if !c.on(rule.Loop) && !c.on(rule.Gap) {
		return
	}
	if l, ok := c.tidy(p); ok && (len(p.Steps) < 2 || l.connected(p.Links != nil && len(p.Links) == 0)) {
		return
	}
	if c.on(rule.Loop) {
		for _, loop := range p.Loops() {
			c.find(rule.Loop, at("pathways", i), "the links run in a circle: "+shorten(loop, 10), "see that it is meant")
		}
	}
	if c.on(rule.Gap) && len(p.Steps) > 1 {
		if gaps := p.Gaps(); !gaps.Connected {
			hint := "state the link that closes the gap"
			if len(gaps.Empty) > 0 {
				hint = "put stones into the step in column " + strconv.Quote(gaps.Empty[0]) + ", or leave the step out"
			}
			c.find(rule.Gap, at("pathways", i), fmt.Sprintf("no links lead from the first step of pathway %q to its last", p.ID), hint)
		}
	}
}

// shorten lists the first few ids.
func shorten(ids []string, most int) string {
	if len(ids) <= most {
		return strings.Join(ids, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(ids[:most], ", "), len(ids)-most)
}

// weighing is the rules that need to know what bears on what.
var weighing = [...]string{
	rule.Unassessed, rule.RatersDiffer, rule.NoEvidence, rule.BearsOnNothing, rule.OneSource,
	rule.NoRival, rule.NotIndependent, rule.EmptySource,
}

// method checks how the evidence hangs together with the map.
func (c *check) method() {
	wanted := false
	for _, id := range weighing {
		wanted = wanted || c.on(id)
	}
	if !wanted {
		return
	}
	counts := c.assessed()
	if c.on(rule.Unassessed) && len(c.m.Evidence.Assessments) > 0 {
		c.unassessed(counts)
	}
	c.rivals()
	c.sources()
	c.ratings(counts)
	c.items()
}

// unassessed finds the stones of each pathway that nobody rated there. What is told of already, as a
// pathway whose id others misspell, is not told again.
func (c *check) unassessed(counts *tallies) {
	for i := range c.m.Pathways {
		p := &c.m.Pathways[i]
		if first, ok := c.known.pathways[p.ID]; !ok || first != i || c.blamed[kindAndID{"pathway", p.ID}] {
			continue
		}
		var unrated []string
		first, stones := "", 0
		for j, step := range p.Steps {
			for k, id := range step.Stones {
				n, ok := c.known.nodes[id]
				if !ok || n.stone < 0 {
					continue
				}
				stones++
				if counts.has(p.ID, id) || counts.has("", id) || c.blamed[kindAndID{"node", id}] {
					continue
				}
				if unrated = append(unrated, id); first == "" {
					first = at("pathways", i, "steps", j, "stones", k)
				}
			}
		}
		switch len(unrated) {
		case 0:
		case 1:
			c.find(rule.Unassessed, first, fmt.Sprintf("stone %q is not assessed in pathway %q", unrated[0], p.ID), "rate its progress and confidence")
		default:
			c.find(rule.Unassessed, at("pathways", i), fmt.Sprintf("%d of the %d stones of pathway %q are not assessed: %s",
				len(unrated), stones, p.ID, shorten(unrated, 5)), "rate their progress and confidence")
		}
	}
}
