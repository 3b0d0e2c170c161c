package outcome

import (
	"fmt"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/pathway"
)

// items checks what each item and each source brings.
func (c *check) items() {
	body := &c.m.Evidence
	cited := map[string]bool{}
	for i := range body.Assessments {
		for _, id := range body.Assessments[i].Items {
			cited[id] = true
		}
	}
	judged := map[string]bool{}
	for i := range body.Groups {
		judged[body.Groups[i].ID] = len(body.Groups[i].Bears) > 0
	}
	brought := map[string]bool{}
	counted := map[sourced]bearingAt{}
	for i := range body.Items {
		item := &body.Items[i]
		brought[item.Source] = true
		if len(item.Bears) == 0 && !cited[item.ID] && !judged[item.Group] {
			c.find(rule.BearsOnNothing, at("evidence/items", i), fmt.Sprintf("item %q bears on nothing", item.ID), "say what it is evidence for")
		}
		c.independent(counted, i, item)
	}
	for i := range body.Sources {
		if s := &body.Sources[i]; !brought[s.ID] && s.ID != "" && !c.blamed[kindAndID{"source", s.ID}] {
			planned := ""
			if s.Collection.Status == evidence.CollectionPlanned {
				planned = "planned "
			}
			c.find(rule.EmptySource, at("evidence/sources", i), fmt.Sprintf("%ssource %q has no items", planned, s.ID), "name what it is to bring")
		}
	}
}

// sourced is a target as one source speaks of it.
type sourced struct {
	source string
	about  pathway.Target
}

// bearingAt is the place of a bearing.
type bearingAt struct{ item, bearing int }

// independent finds items of one source that are multiplied on one target as if independent.
func (c *check) independent(counted map[sourced]bearingAt, i int, item *evidence.Item) {
	if item.Source == "" || item.Status == evidence.Planned || item.Group != "" {
		return
	}
	for j := range item.Bears {
		b := &item.Bears[j]
		if b.Sensitivity == nil || b.TypeIError == nil {
			continue
		}
		key := sourced{item.Source, b.About}
		first, before := counted[key]
		if !before {
			counted[key] = bearingAt{i, j}
			continue
		}
		if first.item != i {
			c.find(rule.NotIndependent, at("evidence/items", i, "bears", j),
				fmt.Sprintf("another item of source %q bears on %s too, and they count as independent", item.Source, b.About),
				"put them in a group and say how they are counted", at("evidence/items", first.item, "bears", first.bearing))
		}
	}
}
