package schematest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

// methodFaults are weak in a map that is sound.
var methodFaults = []Fault{
	{Name: "stone in no pathway", Rule: rule.LooseStone, model: func(b *breaker) string {
		b.need(len(b.m.Pathways) > 0, "pathway")
		return b.stoneMore(0, outcome.Stone{ID: b.id("loose"), Text: "In no pathway at all"})
	}},
	{Name: "empty column", Rule: rule.EmptyColumn, model: func(b *breaker) string {
		b.m.Columns = slices.Insert(b.m.Columns, 0, outcome.Column{ID: b.id("column"), Heading: "Empty"})
		return "/columns/0"
	}},
	{Name: "pathway that skips a column", Rule: rule.SkippedColumn, model: func(b *breaker) string {
		f := b.pathway(3)
		f.Steps = slices.Delete(f.Steps, 1, 2)
		f.Steps[0].Stones = append(f.Steps[0].Stones, b.moveTo(1, 0))
		return f.at + "/steps/1"
	}},
	{Name: "pathway that stops short", Rule: rule.ShortPathway, model: func(b *breaker) string {
		f := b.pathway(2)
		last := len(f.Steps) - 1
		f.Steps = f.Steps[:last]
		f.Steps[0].Stones = append(f.Steps[0].Stones, b.moveTo(last, 0))
		return f.at
	}},
	{Name: "links in a circle", Rule: rule.Loop, model: func(b *breaker) string {
		f := b.pathway(2)
		f.Links = []pathway.Link{{From: f.last(), To: f.stones[0]}}
		return f.at
	}},
	{Name: "text of 151 characters", Rule: rule.LongText, model: func(b *breaker) string {
		f := b.pathway(1)
		b.stone(0).Text = "L" + strings.Repeat("o", 149) + "ng"[:1]
		return f.texts[0]
	}},
	{Name: "text of two ideas", Rule: rule.TwoIdeas, model: func(b *breaker) string {
		f := b.pathway(1)
		b.stone(0).Text = "Bread is baked; people are fed"
		return f.texts[0]
	}},
	{Name: "same text twice", Rule: rule.DuplicateText, model: func(b *breaker) string {
		f := b.pathway(2)
		b.stone(1).Text = b.stone(0).Text
		return f.texts[1]
	}},
	{Name: "stone without an assessment", Rule: rule.Unassessed, model: func(b *breaker) string {
		f := b.pathway(1)
		b.rated()
		id := b.id("unrated")
		b.stoneMore(0, outcome.Stone{ID: id, Text: "Not rated by anybody"})
		f.Steps[0].Stones = append(f.Steps[0].Stones, id)
		return f.at + "/steps/0/stones/1"
	}},
	{Name: "raters who differ", Rule: rule.RatersDiffer, model: func(b *breaker) string {
		f := b.pathway(1)
		b.rated()
		levels := b.m.Evidence.EffectiveStandard().Progress
		if !b.need(len(levels) > 1, "second level of progress") {
			return ""
		}
		about := pathway.Target{Pathway: f.ID, Column: f.Steps[0].Column}
		b.rate(evidence.Assessment{About: about, By: "One", Progress: levels[0].ID})
		return b.rate(evidence.Assessment{About: about, By: "Two", Progress: levels[len(levels)-1].ID})
	}},
	{Name: "confidence without evidence", Rule: rule.NoEvidence, model: func(b *breaker) string {
		f := b.pathway(1)
		b.rated()
		levels := b.m.Evidence.EffectiveStandard().Confidence
		if !b.need(len(levels) > 1, "second level of confidence") {
			return ""
		}
		return b.rate(evidence.Assessment{About: pathway.Target{Pathway: f.ID}, Confidence: levels[len(levels)-1].ID})
	}},
	{Name: "item that bears on nothing", Rule: rule.BearsOnNothing, model: func(b *breaker) string { return b.item() }},
	{Name: "one source behind a pathway", Rule: rule.OneSource, model: func(b *breaker) string {
		f := b.pathway(2)
		b.must(!b.columnsBorneOn(), "evidence on a column in no one pathway speaks for all that pass it")
		b.itemFrom(b.source("a"), evidence.Bearing{About: f.about(f.stones[0])})
		b.itemFrom(b.id("source-a"), evidence.Bearing{About: f.about(f.last())})
		return f.at
	}},
	{Name: "claim with no rival", Rule: rule.NoRival, model: func(b *breaker) string {
		f := b.pathway(1)
		f.Rivals = nil
		b.claim(evidence.Claim{About: pathway.Target{Pathway: f.ID}, Text: "Made to be broken"})
		return f.at
	}},
	{Name: "direction against likelihoods", Rule: rule.Direction, model: func(b *breaker) string {
		return b.bearing(evidence.Contradicts, .8, .2, "counted")
	}},
	{Name: "Type I error of 0", Rule: rule.InfiniteWeight, model: func(b *breaker) string {
		return b.bearing(evidence.Supports, .8, 0, "counted")
	}},
	{Name: "likelihoods without a reason", Rule: rule.NoReason, model: func(b *breaker) string {
		return b.bearing(evidence.Supports, .8, .2, "")
	}},
	{Name: "one source multiplied", Rule: rule.NotIndependent, model: func(b *breaker) string {
		f := b.pathway(1)
		bears := evidence.Bearing{About: f.about(f.stones[0]), Sensitivity: evidence.Exactly(.8), TypeIError: evidence.Exactly(.2), Because: "counted"}
		b.itemFrom(b.source("a"), bears)
		b.itemFrom(b.source("b"), bears)
		return b.itemFrom(b.id("source-a"), bears) + "/bears/0"
	}},
	{Name: "source without items", Rule: rule.EmptySource, model: func(b *breaker) string {
		b.source("a")
		return fmt.Sprintf("/evidence/sources/%d", len(b.m.Evidence.Sources)-1)
	}},
	{Name: "HTML in prose", Rule: rule.HTML, model: func(b *breaker) string {
		b.m.Conclusions = "It <b>works</b>."
		return "/conclusions"
	}},
	{Name: "pathway with a gap", Rule: rule.Gap, model: func(b *breaker) string {
		f := b.pathway(2)
		f.Links = []pathway.Link{}
		return f.at
	}},
	{Name: "sensitivity without a Type I error", Rule: rule.OneLikelihood, model: func(b *breaker) string {
		f := b.pathway(1)
		return b.item(evidence.Bearing{About: f.about(f.stones[0]), Sensitivity: evidence.Exactly(.8), Because: "counted"}) + "/bears/0"
	}},
	{Name: "prior of 1", Rule: rule.CertainPrior, model: func(b *breaker) string {
		f := b.pathway(1)
		return b.claim(evidence.Claim{About: pathway.Target{Pathway: f.ID}, Prior: evidence.Exactly(1)}) + "/prior"
	}},
	{Name: "words for a percentage", Rule: rule.NoValue, model: func(b *breaker) string {
		x := evidence.Indicator{ID: b.id("indicator"), Title: "Made to be broken", Measure: evidence.Percentage, Periods: []evidence.Period{{Start: "2022", Actual: evidence.Text("many")}}}
		return add(&b.m.Evidence.Indicators, "/evidence/indicators", x) + "/periods/0/actual"
	}},
	{Name: "evidence on a link that is not there", Rule: rule.NoLink, model: func(b *breaker) string {
		f := b.pathway(3)
		return b.item(evidence.Bearing{About: pathway.Target{Pathway: f.ID, From: f.stones[0], To: f.last()}}) + "/bears/0/about"
	}},
	{Name: "two claims about one stone", Rule: rule.SecondClaim, model: func(b *breaker) string {
		f := b.pathway(1)
		f.Rivals = append(f.Rivals, pathway.Rival{ID: b.id("rival"), Text: "Made so that one is named"})
		b.claim(evidence.Claim{About: f.about(f.stones[0])})
		return b.claim(evidence.Claim{About: f.about(f.stones[0])}) + "/about"
	}},
}

func columnPointer(i int) string { return fmt.Sprintf("/columns/%d", i) }

// moveTo moves the fresh stone of one column to another, so that it does not lie loose, and returns
// its id.
func (b *breaker) moveTo(from, to int) string {
	if b.err != nil {
		return ""
	}
	s := *b.stone(from)
	c := &b.m.Columns[from]
	c.Stones = c.Stones[:len(c.Stones)-1]
	b.stoneMore(to, s)
	return s.ID
}

// source adds a source and returns its id.
func (b *breaker) source(name string) string {
	id := b.id("source-" + name)
	add(&b.m.Evidence.Sources, "", evidence.Source{ID: id, Title: "Made to be broken"})
	return id
}

// columnsBorneOn reports whether some evidence is about a column in whatever pathway.
func (b *breaker) columnsBorneOn() bool {
	e := &b.m.Evidence
	loose := func(t pathway.Target) bool { return t.Pathway == "" && (t.Column != "" || t.From != "") }
	bears := func(list []evidence.Bearing) bool {
		return slices.ContainsFunc(list, func(x evidence.Bearing) bool { return loose(x.About) })
	}
	return slices.ContainsFunc(e.Items, func(i evidence.Item) bool { return bears(i.Bears) }) ||
		slices.ContainsFunc(e.Groups, func(g evidence.Group) bool { return bears(g.Bears) }) ||
		slices.ContainsFunc(e.Assessments, func(a evidence.Assessment) bool { return loose(a.About) })
}

func (b *breaker) itemFrom(source string, bears evidence.Bearing) string {
	at := b.item(bears)
	items := b.m.Evidence.Items
	items[len(items)-1].Source = source
	return at
}

// bearing adds an item that bears on a fresh stone, and returns the pointer to the bearing.
func (b *breaker) bearing(d evidence.Direction, sensitivity, typeIError float64, because string) string {
	f := b.pathway(1)
	return b.item(evidence.Bearing{
		About: f.about(f.stones[0]), Direction: d, Sensitivity: evidence.Exactly(sensitivity), TypeIError: evidence.Exactly(typeIError), Because: because,
	}) + "/bears/0"
}

func (b *breaker) claim(k evidence.Claim) string {
	return add(&b.m.Evidence.Claims, "/evidence/claims", k)
}
