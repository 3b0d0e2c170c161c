package outcome

import (
	"cmp"
	"fmt"
	"strings"
	"sync"

	"github.com/outcomemap/outcomemap/evidence"
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
func (c *check) unassessed(counts tallies) {
	for i := range c.m.Pathways {
		p := &c.m.Pathways[i]
		for j, step := range p.Steps {
			for k, id := range step.Stones {
				if counts.stones[within{p.ID, id}].times > 0 || counts.stones[within{"", id}].times > 0 {
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

// rivals finds pathways whose claims are tested against nothing.
func (c *check) rivals() {
	tested := map[int]bool{}
	for i := range c.m.Evidence.Claims {
		for _, p := range c.reaches(c.m.Evidence.Claims[i].About) {
			tested[p] = true
		}
	}
	for i := range c.m.Pathways {
		if p := &c.m.Pathways[i]; tested[i] && len(p.Rivals) == 0 {
			c.find(rule.NoRival, at("pathways", i), fmt.Sprintf("pathway %q has a claim that is tested and no rival", p.ID),
				"name what else could explain the result")
		}
	}
}

// reaches returns the pathways that a target is in.
func (c *check) reaches(t pathway.Target) []int {
	if t.Pathway != "" {
		if i, ok := c.known.pathways[t.Pathway]; ok {
			return []int{i}
		}
		return nil
	}
	return c.known.through[cmp.Or(t.Stone, t.From, t.Column)]
}

// sources finds pathways whose evidence all comes from one source.
func (c *check) sources() {
	if !c.on(rule.OneSource) {
		return
	}
	spoken := make([]voices, len(c.m.Pathways))
	hear := func(item *evidence.Item, t pathway.Target) {
		if item.Source == "" || item.Status == evidence.Planned {
			return
		}
		for _, p := range c.reaches(t) {
			spoken[p].hear(item)
		}
	}
	body := &c.m.Evidence
	for i := range body.Items {
		item := &body.Items[i]
		for j := range item.Bears {
			hear(item, item.Bears[j].About)
		}
		if g, ok := c.known.groups[item.Group]; ok {
			for j := range body.Groups[g].Bears {
				hear(item, body.Groups[g].Bears[j].About)
			}
		}
	}
	for i := range body.Assessments {
		for _, id := range body.Assessments[i].Items {
			if j, ok := c.known.items[id]; ok {
				hear(&body.Items[j], body.Assessments[i].About)
			}
		}
	}
	for i, v := range spoken {
		if v.items > 1 && v.sources == 1 {
			c.find(rule.OneSource, at("pathways", i), fmt.Sprintf("all the evidence on pathway %q comes from source %q", c.m.Pathways[i].ID, v.source),
				"look for a second source")
		}
	}
}

// voices counts who speaks for a pathway, as far as one and many have to be told apart.
type voices struct {
	items, sources int
	last           *evidence.Item
	source         string
}

func (v *voices) hear(item *evidence.Item) {
	if v.last != item {
		v.items++
		v.last = item
	}
	if v.source != item.Source {
		v.sources++
		v.source = item.Source
	}
}

// ratings checks each target that was assessed.
func (c *check) ratings(counts tallies) {
	if !c.on(rule.RatersDiffer) && !c.on(rule.NoEvidence) {
		return
	}
	body := &c.m.Evidence
	lowest := body.Effective().Confidence[0].ID
	index := sync.OnceValue(func() *evidence.Index { return evidence.NewIndex(body) })
	for i := range body.Assessments {
		a := &body.Assessments[i]
		n := counts.of(a.About)
		if n.last != i || n.times == 1 && !c.doubtful(a, lowest) {
			continue // one rater, and nothing to support: as with most targets
		}
		d := index().About(a.About)
		if d.Rating.Differ {
			c.find(rule.RatersDiffer, at("evidence/assessments", i),
				fmt.Sprintf("%d raters differ on %s", len(d.Rating.Counts), a.About), "agree on a rating, and mark it as agreed")
		}
		if d.Rating.Confidence.Rated() && d.Rating.Confidence.High != lowest && len(d.Pieces) == 0 {
			c.find(rule.NoEvidence, at("evidence/assessments", i),
				fmt.Sprintf("confidence in %s is %s, and no evidence bears on it", a.About, d.Rating.Confidence), "link the items that it rests on")
		}
	}
}

// doubtful reports whether an assessment states confidence and cites no item.
func (c *check) doubtful(a *evidence.Assessment, lowest string) bool {
	if a.Confidence == "" || a.Confidence == lowest {
		return false
	}
	for _, id := range a.Items {
		if _, ok := c.known.items[id]; ok {
			return a.About.Kind() == pathway.BadTarget || a.About.Kind() == pathway.NoTarget
		}
	}
	return true
}
