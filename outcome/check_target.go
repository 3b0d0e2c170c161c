package outcome

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/pathway"
)

// A place makes the pointer to what is checked; it is called where something is found, so that a sound
// map costs no text. A field is what stands behind it.
type place func() string

// target checks what something is about. Inside is the place of the pathway that it stands in, or
// -1 outside of any.
func (c *check) target(t pathway.Target, p place, field string, inside int) {
	where := inside
	if t.Pathway != "" {
		if !refer(c, "pathway", c.known.pathways, t.Pathway, p, field+"/pathway") {
			return
		}
		where = c.known.pathways[t.Pathway]
	}
	switch t.Kind() {
	case pathway.NoTarget:
		if inside < 0 {
			c.find(rule.Target, p()+field, "nothing is named that this is about", "name a pathway, a stone, a column, from and to, a rival, an assumption or a criterion")
		}
	case pathway.BadTarget:
		c.find(rule.Target, p()+field, "it is not clear what this is about: "+named(t), "name one thing; a link has both from and to")
	case pathway.StoneTarget:
		c.stoneIn(where, t.Stone, p, field+"/stone")
	case pathway.StepTarget:
		c.columnIn(where, t.Column, p, field+"/column")
	case pathway.LinkTarget:
		c.linkIn(where, t, p, field)
	case pathway.RivalTarget:
		c.ownedIn("rival", c.known.rivals, where, t.Rival, p, field+"/rival")
	case pathway.AssumptionTarget:
		c.ownedIn("assumption", c.known.assumptions, where, t.Assumption, p, field+"/assumption")
	case pathway.CriterionTarget:
		refer(c, "criterion", c.known.criteria, t.Criterion, p, field+"/criterion")
	}
}

// named lists what a target names.
func named(t pathway.Target) string {
	var all []string
	for _, part := range [...][2]string{
		{"stone", t.Stone}, {"column", t.Column}, {"from", t.From}, {"to", t.To},
		{"rival", t.Rival}, {"assumption", t.Assumption}, {"criterion", t.Criterion},
	} {
		if part[1] != "" {
			all = append(all, part[0]+" "+strconv.Quote(part[1]))
		}
	}
	return strings.Join(all, " and ")
}

// stoneIn checks that a stone is there, and in the pathway if where is not -1.
func (c *check) stoneIn(where int, id string, p place, field string) {
	switch n, ok := c.known.nodes[id]; {
	case !ok:
		c.dangling("stone", id, "", p()+field, c.stoneIDs)
	case n.stone < 0 && c.known.mixed[id]: // told of already
	case n.stone < 0:
		c.find(rule.Dangling, p()+field, fmt.Sprintf("%q is a column, not a stone", id), "")
	default:
		c.inside("stone", where, n, id, p, field)
	}
}

func (c *check) columnIn(where int, id string, p place, field string) {
	switch n, ok := c.known.nodes[id]; {
	case !ok:
		c.dangling("column", id, "", p()+field, c.columnIDs)
	case n.stone >= 0 && c.known.mixed[id]: // told of already
	case n.stone >= 0:
		c.find(rule.Dangling, p()+field, fmt.Sprintf("%q is a stone, not a column", id), "")
	default:
		c.inside("step in column", where, n, id, p, field)
	}
}

// endIn checks one end of a link: a stone, or a column for its whole step.
func (c *check) endIn(where int, id string, p place, field string) bool {
	n, ok := c.known.nodes[id]
	if !ok {
		c.dangling("stone or column", id, "", p()+field, func() []string { return sortedKeys(c.known.nodes) })
		return false
	}
	if n.stone < 0 {
		return c.inside("step in column", where, n, id, p, field)
	}
	return c.inside("stone", where, n, id, p, field)
}

func (c *check) inside(kind string, where int, n node, id string, p place, field string) bool {
	if where < 0 || c.known.inside(where, n) {
		return true
	}
	if c.on(rule.LinkOutside) {
		c.once(rule.LinkOutside, kindAndID{strconv.Itoa(where), id}, p()+field,
			fmt.Sprintf("%s %q is not in pathway %q", kind, id, c.m.Pathways[where].ID), "add it to a step of the pathway")
	}
	return false
}

func (c *check) linkIn(where int, t pathway.Target, p place, field string) {
	from := c.endIn(where, t.From, p, field+"/from")
	to := c.endIn(where, t.To, p, field+"/to")
	switch {
	case !from || !to:
	case t.From == t.To:
		c.find(rule.SelfLink, p()+field, fmt.Sprintf("%q leads to itself", t.From), "")
	case where >= 0 && c.on(rule.NoLink) && !c.muddled[where] && !c.links(where).has(t.From, t.To):
		c.once(rule.NoLink, kindAndID{strconv.Itoa(where), t.From + " " + t.To}, p()+field, fmt.Sprintf("no link leads from %q to %q in pathway %q", t.From, t.To, c.m.Pathways[where].ID),
			"state the link, or name one that is there")
	}
}

func (c *check) ownedIn(kind string, book map[owned]int, where int, id string, p place, field string) {
	if _, ok := book[owned{where, id}]; ok {
		return
	}
	if where >= 0 {
		c.dangling(kind, id, fmt.Sprintf(" in pathway %q", c.m.Pathways[where].ID), p()+field, func() []string { return ownedBy(book, where) })
		return
	}
	c.dangling(kind, id, "", p()+field, func() []string { return ownedBy(book, -1) })
}

// ownedBy returns the ids that one pathway owns, sorted.
func ownedBy(book map[owned]int, where int) []string {
	var ids []string
	for key := range book {
		if key.pathway == where {
			ids = append(ids, key.id)
		}
	}
	slices.Sort(ids)
	return ids
}

func (c *check) stoneIDs() []string  { return c.nodeIDsWhere(func(n node) bool { return n.stone >= 0 }) }
func (c *check) columnIDs() []string { return c.nodeIDsWhere(func(n node) bool { return n.stone < 0 }) }

func (c *check) nodeIDsWhere(keep func(node) bool) []string {
	var ids []string
	for id, n := range c.known.nodes {
		if keep(n) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

func sortedKeys[V any](book map[string]V) []string { return slices.Sorted(maps.Keys(book)) }
