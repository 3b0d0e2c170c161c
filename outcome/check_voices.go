package outcome

import (
	"cmp"
	"fmt"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/pathway"
)

// reach gathers something by the pathways that targets are in: by the place of the pathway, and by
// the id of a stone or column in whichever pathway has it. What many targets say of one id is brought
// to each of its pathways once, so that costs stay linear.
type reach[T any] struct {
	pathways []T
	anywhere map[string]T
}

// add joins something to what is gathered for a target.
func (r *reach[T]) add(c *check, t pathway.Target, join func(T) T) {
	if t.Pathway != "" {
		if i, ok := c.known.pathways[t.Pathway]; ok {
			r.pathways[i] = join(r.pathways[i])
		}
		return
	}
	if id := cmp.Or(t.Stone, t.From, t.Column); id != "" {
		if r.anywhere == nil {
			r.anywhere = map[string]T{}
		}
		r.anywhere[id] = join(r.anywhere[id])
	}
}

// settle brings each pathway what was gathered for its stones and columns anywhere.
func (r *reach[T]) settle(c *check, join func(a, b T) T) {
	for i := 0; i < len(c.m.Pathways) && len(r.anywhere) > 0; i++ {
		for _, step := range c.m.Pathways[i].Steps {
			r.pathways[i] = join(r.pathways[i], r.anywhere[step.Column])
			for _, id := range step.Stones {
				r.pathways[i] = join(r.pathways[i], r.anywhere[id])
			}
		}
	}
}

// rivals finds pathways whose claims are tested against nothing.
func (c *check) rivals() {
	if !c.on(rule.NoRival) {
		return
	}
	tested := reach[bool]{pathways: make([]bool, len(c.m.Pathways))}
	for i := range c.m.Evidence.Claims {
		tested.add(c, c.m.Evidence.Claims[i].About, func(bool) bool { return true })
	}
	tested.settle(c, func(a, b bool) bool { return a || b })
	for i := range c.m.Pathways {
		if p := &c.m.Pathways[i]; tested.pathways[i] && len(p.Rivals) == 0 {
			c.find(rule.NoRival, at("pathways", i), fmt.Sprintf("pathway %q has a claim that is tested and no rival", p.ID),
				"name what else could explain the result")
		}
	}
}

// sources finds pathways whose evidence all comes from one source.
func (c *check) sources() {
	if !c.on(rule.OneSource) {
		return
	}
	heard := reach[voices]{pathways: make([]voices, len(c.m.Pathways))}
	body := &c.m.Evidence
	groups := make([]voices, len(body.Groups))
	for i := range body.Items {
		item := &body.Items[i]
		for j := range item.Bears {
			heard.add(c, item.Bears[j].About, voiceOf(item).and)
		}
		if g, ok := c.known.groups[item.Group]; ok {
			groups[g] = groups[g].and(voiceOf(item))
		}
	}
	for i := range groups {
		for j := range body.Groups[i].Bears {
			heard.add(c, body.Groups[i].Bears[j].About, groups[i].and)
		}
	}
	for i := range body.Assessments {
		for _, id := range body.Assessments[i].Items {
			if j, ok := c.known.items[id]; ok {
				heard.add(c, body.Assessments[i].About, voiceOf(&body.Items[j]).and)
			}
		}
	}
	heard.settle(c, voices.and)
	for i, v := range heard.pathways {
		if v.items && !v.sources {
			c.find(rule.OneSource, at("pathways", i), fmt.Sprintf("all the evidence on pathway %q comes from source %q", c.m.Pathways[i].ID, v.first.Source),
				"look for a second source")
		}
	}
}

// voices are the items that speak for something, as far as one and many have to be told apart.
type voices struct {
	first          *evidence.Item
	items, sources bool // there are others
}

// voiceOf returns an item's voice, which is none where it has no source or is only planned.
func voiceOf(item *evidence.Item) voices {
	if item.Source == "" || item.Status == evidence.Planned {
		return voices{}
	}
	return voices{first: item}
}

// and puts the voices of two together, in whichever order.
func (v voices) and(w voices) voices {
	if v.first == nil || w.first == nil {
		return voices{cmp.Or(v.first, w.first), v.items || w.items, v.sources || w.sources}
	}
	return voices{v.first, v.items || w.items || v.first != w.first, v.sources || w.sources || v.first.Source != w.first.Source}
}
