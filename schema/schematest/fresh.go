package schematest

import (
	"fmt"
	"strings"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

// id returns an id that nothing in the map bears.
func (b *breaker) id(what string) string {
	if b.prefix == "" {
		b.prefix = "fault"
		for n := 2; b.taken(b.prefix); n++ {
			b.prefix = fmt.Sprintf("fault%d", n)
		}
	}
	return b.prefix + "-" + what
}

// taken reports whether some id of the map starts with a prefix.
func (b *breaker) taken(prefix string) bool {
	starts := func(id string) bool { return strings.HasPrefix(id, prefix) }
	for _, c := range b.m.Columns {
		for _, s := range c.Stones {
			if starts(s.ID) {
				return true
			}
		}
		if starts(c.ID) {
			return true
		}
	}
	for _, p := range b.m.Pathways {
		if starts(p.ID) {
			return true
		}
	}
	e := &b.m.Evidence
	return anyOf(e.Sources, func(s evidence.Source) string { return s.ID }, starts) ||
		anyOf(e.Items, func(i evidence.Item) string { return i.ID }, starts) ||
		anyOf(e.Groups, func(g evidence.Group) string { return g.ID }, starts) ||
		anyOf(e.Criteria, func(k evidence.Criterion) string { return k.ID }, starts) ||
		anyOf(e.Indicators, func(x evidence.Indicator) string { return x.ID }, starts) ||
		anyOf(e.Rounds, func(r evidence.Round) string { return r.ID }, starts)
}

func anyOf[T any](list []T, id func(T) string, is func(string) bool) bool {
	for _, x := range list {
		if is(id(x)) {
			return true
		}
	}
	return false
}

// A fresh pathway is made to be broken: it runs through every column, over stones that nothing else
// in the map speaks of, with a rival, and with a rating for each stone if the map has ratings. By
// itself it gives rise to no finding.
type fresh struct {
	*pathway.Pathway
	at     string   // its pointer
	stones []string // one in each column
	texts  []string // pointers to their texts
}

// pathway adds a fresh pathway to a map of so many columns at least that has pathways.
func (b *breaker) pathway(columns int) fresh {
	f := fresh{at: fmt.Sprintf("/pathways/%d", len(b.m.Pathways))}
	p := pathway.Pathway{ID: b.id("pathway"), Title: "Made to be broken", Rivals: []pathway.Rival{{ID: "rival", Text: "Something else"}}}
	f.Pathway = &p
	if !b.need(len(b.m.Pathways) > 0, "pathway") || !b.need(len(b.m.Columns) >= columns, fmt.Sprintf("%d columns", columns)) {
		f.stones, f.texts = make([]string, columns), make([]string, columns)
		p.Steps = make([]pathway.Step, columns)
		return f
	}
	for i := range b.m.Columns {
		c := &b.m.Columns[i]
		id := b.id(fmt.Sprintf("stone-%d", i))
		f.stones = append(f.stones, id)
		f.texts = append(f.texts, fmt.Sprintf("/columns/%d/stones/%d/text", i, len(c.Stones)))
		c.Stones = append(c.Stones, outcome.Stone{ID: id, Text: "Made to be broken, number " + id})
		p.Steps = append(p.Steps, pathway.Step{Column: c.ID, Stones: []string{id}})
	}
	b.m.Pathways = append(b.m.Pathways, p)
	f.Pathway = &b.m.Pathways[len(b.m.Pathways)-1]
	if len(b.m.Evidence.Assessments) > 0 {
		for _, id := range f.stones {
			b.rate(evidence.Assessment{About: f.about(id)})
		}
	}
	return f
}

// about is one of the fresh stones as it stands in the fresh pathway.
func (f fresh) about(stone string) pathway.Target {
	return pathway.Target{Pathway: f.ID, Stone: stone}
}

// last is the last of the fresh stones.
func (f fresh) last() string { return f.stones[len(f.stones)-1] }

// stone returns the last stone of column i, which is the fresh one.
func (b *breaker) stone(i int) *outcome.Stone {
	if b.err != nil {
		return new(outcome.Stone)
	}
	stones := b.m.Columns[i].Stones
	return &stones[len(stones)-1]
}

// rate adds an assessment and returns its pointer. Without a rating it has the lowest progress.
func (b *breaker) rate(a evidence.Assessment) string {
	if a.Progress == "" && a.Verdict == "" {
		if levels := b.m.Evidence.EffectiveStandard().Progress; b.need(len(levels) > 0, "level of progress") {
			a.Progress = levels[0].ID
		}
	}
	return add(&b.m.Evidence.Assessments, "/evidence/assessments", a)
}

// rated asks that the map has assessments: the first one makes every stone want one.
func (b *breaker) rated() bool { return b.need(len(b.m.Evidence.Assessments) > 0, "assessment") }

// item adds an item of no source.
func (b *breaker) item(bears ...evidence.Bearing) string {
	e := &b.m.Evidence
	return add(&e.Items, "/evidence/items", evidence.Item{ID: b.id(fmt.Sprintf("item-%d", len(e.Items))), Text: "Made to be broken", Bears: bears})
}

// add appends to a list of the map and returns the pointer to what was added.
func add[T any](list *[]T, pointer string, x T) string {
	*list = append(*list, x)
	return fmt.Sprintf("%s/%d", pointer, len(*list)-1)
}
