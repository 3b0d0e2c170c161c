package outcome

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/internal/suggest"
	"github.com/outcomemap/outcomemap/pathway"
)

// assessments checks what ratings refer to, and that they are of the right kind.
func (c *check) assessments() {
	body := &c.m.Evidence
	for i := range body.Assessments {
		a := &body.Assessments[i]
		here := func() string { return at("evidence/assessments", i) }
		c.target(a.About, here, "/about", -1)
		refer(c, "round", c.known.rounds, a.Round, here, "/round")
		for j, id := range a.Items {
			refer(c, "item", c.known.items, id, here, lazyIndex("/items/", j, c.known.items, id))
		}
		for j, id := range a.Also {
			refer(c, "pathway", c.known.pathways, id, here, lazyIndex("/also/", j, c.known.pathways, id))
		}
		c.rating("progress", c.known.progress, a.Progress, here)
		c.rating("confidence", c.known.confidence, a.Confidence, here)
		c.kindOfRating(a, here)
	}
}

// lazyIndex names a place in a list, where it will be needed.
func lazyIndex(list string, i int, book map[string]int, id string) string {
	if _, ok := book[id]; ok {
		return ""
	}
	return list + strconv.Itoa(i)
}

func (c *check) rating(scale string, levels map[string]int, level string, here place) {
	if level == "" || !c.on(rule.UnknownRating) {
		return
	}
	if _, ok := levels[level]; ok {
		return
	}
	hint := suggest.Hint(level, sortedKeys(levels))
	switch {
	case hint != "":
	case len(levels) == 0:
		hint = "none of its levels has an id"
	default:
		hint = "its levels are " + shorten(byPlace(levels), 10)
	}
	c.once(rule.UnknownRating, kindAndID{scale, level}, here()+"/"+scale, fmt.Sprintf("the standard has no %s level %q", scale, level), hint)
}

// byPlace lists ids in the order of the list that they are from.
func byPlace(book map[string]int) []string {
	return slices.SortedFunc(maps.Keys(book), func(a, b string) int { return cmp.Compare(book[a], book[b]) })
}

// kindOfRating checks that stones, steps and pathways have progress, and all else a verdict.
func (c *check) kindOfRating(a *evidence.Assessment, here place) {
	kind := a.About.Kind()
	switch kind {
	case pathway.StoneTarget, pathway.StepTarget, pathway.PathwayTarget:
		if a.Verdict != "" {
			c.find(rule.WrongRating, here()+"/verdict", fmt.Sprintf("a %s has progress, not a verdict", kind), "")
		}
	case pathway.LinkTarget, pathway.RivalTarget, pathway.AssumptionTarget, pathway.CriterionTarget:
		if a.Progress != "" {
			c.find(rule.WrongRating, here()+"/progress", fmt.Sprintf("a %s has a verdict, not progress", kind), "")
		}
	}
}
