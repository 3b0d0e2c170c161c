package outcome

import (
	"fmt"
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
			c.find(rule.Gap, at("pathways", i), fmt.Sprintf("no links lead from the first step of pathway %q to its last", p.ID), "state the link that closes the gap")
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

// unassessed finds stones that nobody rated in a pathway that they are in.
func (c *check) unassessed(counts *tallies) {
	for i := range c.m.Pathways {
		p := &c.m.Pathways[i]
		for j, step := range p.Steps {
			for k, id := range step.Stones {
				if counts.has(p.ID, id) || counts.has("", id) {
					continue
				}
				if n, ok := c.known.nodes[id]; ok && n.stone >= 0 {
					c.find(rule.Unassessed, at("pathways", i, "steps", j, "stones", k),
						fmt.Sprintf("stone %q is not assessed in pathway %q", id, p.ID), "rate its progress and confidence")
				}
			}
		}
	}
}
