package schematest

import (
	"slices"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

// referenceFaults are in what one part of a map says of another.
var referenceFaults = []Fault{
	{Name: "stone id twice", Rule: rule.DuplicateID, model: func(b *breaker) string {
		f := b.pathway(1)
		return b.stoneMore(0, outcome.Stone{ID: f.stones[0], Text: "Another with the same id"}) + "/id"
	}},
	{Name: "rival id twice", Rule: rule.DuplicateID, model: func(b *breaker) string {
		f := b.pathway(1)
		f.Rivals = append(f.Rivals, pathway.Rival{ID: "rival", Text: "Another with the same id"})
		return f.at + "/rivals/1/id"
	}},
	{Name: "criterion of no stone", Rule: rule.Dangling, model: func(b *breaker) string {
		return b.criterion(pathway.Target{Stone: b.id("nobody")}) + "/about/stone"
	}},
	{Name: "criterion in no pathway", Rule: rule.Dangling, model: func(b *breaker) string {
		return b.criterion(pathway.Target{Pathway: b.id("nobody")}) + "/about/pathway"
	}},
	{Name: "item of no source", Rule: rule.Dangling, model: func(b *breaker) string {
		f := b.pathway(1)
		at := b.item(evidence.Bearing{About: f.about(f.stones[0])})
		items := b.m.Evidence.Items
		items[len(items)-1].Source = b.id("nobody")
		return at + "/source"
	}},
	{Name: "assessment that cites no item", Rule: rule.Dangling, model: func(b *breaker) string {
		f := b.pathway(1)
		b.rated()
		return b.rate(evidence.Assessment{About: f.about(f.stones[0]), Items: []string{b.id("nobody")}}) + "/items/0"
	}},
	{Name: "step with no stone of that id", Rule: rule.Dangling, model: func(b *breaker) string {
		f := b.pathway(1)
		f.Steps[0].Stones = append(f.Steps[0].Stones, b.id("nobody"))
		return f.at + "/steps/0/stones/1"
	}},
	{Name: "stone in the step of another column", Rule: rule.WrongColumn, model: func(b *breaker) string {
		f := b.pathway(2)
		id := b.id("stray")
		b.stoneMore(0, outcome.Stone{ID: id, Text: "In the wrong step"})
		f.Steps[1].Stones = append(f.Steps[1].Stones, id)
		b.rateIfRated(f.about(id))
		return f.at + "/steps/1/stones/1"
	}},
	{Name: "steps out of order", Rule: rule.StepOrder, model: func(b *breaker) string {
		f := b.pathway(2)
		f.Steps[0], f.Steps[1] = f.Steps[1], f.Steps[0]
		return f.at + "/steps/1/column"
	}},
	{Name: "two steps in one column", Rule: rule.StepOrder, model: func(b *breaker) string {
		f := b.pathway(1)
		id := b.id("second")
		b.stoneMore(0, outcome.Stone{ID: id, Text: "In a step of its own"})
		b.rateIfRated(f.about(id))
		f.Steps = slices.Insert(f.Steps, 1, pathway.Step{Column: f.Steps[0].Column, Stones: []string{id}})
		return f.at + "/steps/1/column"
	}},
	{Name: "stone twice in a pathway", Rule: rule.StoneTwice, model: func(b *breaker) string {
		f := b.pathway(1)
		f.Steps[0].Stones = append(f.Steps[0].Stones, f.stones[0])
		return f.at + "/steps/0/stones/1"
	}},
	{Name: "link to a stone outside of the pathway", Rule: rule.LinkOutside, model: func(b *breaker) string {
		f := b.pathway(1)
		f.Links = []pathway.Link{{From: f.stones[0], To: b.outsider()}}
		return f.at + "/links/0/to"
	}},
	{Name: "evidence on a stone outside of the pathway", Rule: rule.LinkOutside, model: func(b *breaker) string {
		f := b.pathway(1)
		return b.item(evidence.Bearing{About: f.about(b.outsider())}) + "/bears/0/about/stone"
	}},
	{Name: "level that is none", Rule: rule.UnknownLevel, model: func(b *breaker) string {
		if b.need(len(b.m.Columns) > 0, "column") {
			b.m.Columns[0].Level = "no-level"
		}
		return "/columns/0/level"
	}},
	{Name: "link from a stone to itself", Rule: rule.SelfLink, model: func(b *breaker) string {
		f := b.pathway(1)
		f.Links = []pathway.Link{{From: f.stones[0], To: f.stones[0]}}
		return f.at + "/links/0"
	}},
	{Name: "progress off the scale", Rule: rule.UnknownRating, model: func(b *breaker) string {
		f := b.pathway(1)
		b.rated()
		return b.rate(evidence.Assessment{About: f.about(f.stones[0]), Progress: b.id("level")}) + "/progress"
	}},
	{Name: "package that is not judged", Rule: rule.Group, model: func(b *breaker) string {
		return add(&b.m.Evidence.Groups, "/evidence/groups", evidence.Group{ID: b.id("group"), Policy: evidence.Package})
	}},
	{Name: "period that ends before it starts", Rule: rule.Span, model: func(b *breaker) string {
		x := evidence.Indicator{ID: b.id("indicator"), Title: "Made to be broken", Periods: []evidence.Period{{Start: "2022", End: "2021-12"}}}
		return add(&b.m.Evidence.Indicators, "/evidence/indicators", x) + "/periods/0"
	}},
	{Name: "verdict on a stone", Rule: rule.WrongRating, model: func(b *breaker) string {
		f := b.pathway(1)
		b.rated()
		return b.rate(evidence.Assessment{About: f.about(f.stones[0]), Verdict: evidence.Holds}) + "/verdict"
	}},
	{Name: "setting for no rule", Rule: rule.RuleSetting, model: func(b *breaker) string {
		return add(&b.m.Rules, "/rules", outcome.RuleSetting{Rule: "OM999", Severity: outcome.Off}) + "/rule"
	}},
}

// stoneMore adds a stone to a column and returns its pointer.
func (b *breaker) stoneMore(column int, s outcome.Stone) string {
	if !b.need(len(b.m.Columns) > column, "column") {
		return ""
	}
	return add(&b.m.Columns[column].Stones, columnPointer(column)+"/stones", s)
}

// rateIfRated rates a stone where every stone of the map wants a rating.
func (b *breaker) rateIfRated(about pathway.Target) {
	if len(b.m.Evidence.Assessments) > 0 {
		b.rate(evidence.Assessment{About: about})
	}
}

// outsider returns a stone that is in some other pathway than the fresh one, which is the last.
func (b *breaker) outsider() string {
	for _, p := range b.m.Pathways[:max(len(b.m.Pathways)-1, 0)] {
		for _, step := range p.Steps {
			for _, id := range step.Stones {
				return id
			}
		}
	}
	b.need(false, "pathway with a stone")
	return ""
}
