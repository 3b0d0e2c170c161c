package evidence_test

import (
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

// A world makes random pathways with random bodies of evidence. A wild one breaks every rule of the
// format as well: dangling ids, loops, numbers that are none, groups that are not what they say.
type world struct {
	*rand.Rand
	wild bool
}

func seeded(seed uint64) world { return world{Rand: rand.New(rand.NewPCG(seed, 203))} }

// one is true once in n times.
func (w world) one(n int) bool { return w.IntN(n) == 0 }

func pick[T any](w world, all ...T) T { return all[w.IntN(len(all))] }

// odd draws a number that no map should hold.
func (w world) odd() float64 {
	return pick(w, math.NaN(), math.Inf(1), math.Inf(-1), -0.5, 1.5, 0, 1, 5e-324, 1-1e-16, 1e300)
}

func (w world) chance() float64 {
	if w.wild && w.one(4) {
		return w.odd()
	}
	return 0.02 + 0.96*w.Float64()
}

func (w world) span() *evidence.Range {
	if w.wild && w.one(6) {
		return nil
	}
	a, b := w.chance(), w.chance()
	switch {
	case w.one(2):
		return evidence.Exactly(a)
	case w.wild && w.one(3):
		return &evidence.Range{Low: a, High: b}
	}
	return &evidence.Range{Low: min(a, b), High: max(a, b)}
}

// pathway makes one of up to five steps; every other has stated links.
func (w world) pathway(id string) pathway.Pathway {
	p := pathway.Pathway{ID: id}
	var stones []string
	for i := range 1 + w.IntN(5) {
		step := pathway.Step{Column: fmt.Sprintf("c%d", i)}
		for range 1 + w.IntN(3) {
			step.Stones = append(step.Stones, fmt.Sprintf("s%d", len(stones)))
			stones = append(stones, step.Stones[len(step.Stones)-1])
		}
		if w.wild && w.one(6) {
			step = pick(w, pathway.Step{}, pathway.Step{Column: "c0", Stones: stones}, pathway.Step{Column: step.Column}, pathway.Step{Stones: []string{"", "s0", "s0"}})
		}
		p.Steps = append(p.Steps, step)
	}
	for i := range w.IntN(3) {
		p.Rivals = append(p.Rivals, pathway.Rival{ID: fmt.Sprintf("r%d", i)})
	}
	if w.one(2) {
		p.Links = []pathway.Link{}
		for range w.IntN(2 * len(stones)) {
			l := w.link(&p)
			if w.wild || l.From < l.To { // forward, by the numbers of the stones
				p.Links = append(p.Links, pathway.Link{From: l.From, To: l.To})
			}
		}
	}
	return p
}

// link is a link of the pathway, stated or not, or between two of its steps.
func (w world) link(p *pathway.Pathway) pathway.Target {
	if n := len(p.Steps); n > 1 && w.one(2) {
		i := w.IntN(n - 1)
		return pathway.Target{From: p.Steps[i].Column, To: p.Steps[i+1].Column}
	}
	stones := p.Stones()
	if w.wild {
		stones = append(stones, "", "nobody", "c0", "c1")
	}
	if len(stones) < 2 {
		return pathway.Target{From: "s0", To: "s1"}
	}
	return pathway.Target{From: pick(w, stones...), To: pick(w, stones...)}
}

// target is something in the pathway.
func (w world) target(p *pathway.Pathway) pathway.Target {
	t := pathway.Target{}
	switch stones := p.Stones(); {
	case w.one(12):
	case len(p.Rivals) > 0 && w.one(6):
		t.Rival = pick(w, p.Rivals...).ID
	case w.one(6):
		t.Column = pick(w, p.Steps...).Column
	case len(stones) > 0 && w.one(3):
		t.Stone = pick(w, stones...)
	default:
		t = w.link(p)
	}
	if !w.one(5) {
		t.Pathway = p.ID
	}
	if w.wild && w.one(15) {
		t.Stone = pick(w, "s0", "nobody")
	}
	return t
}

func (w world) bearings(p *pathway.Pathway, n int) []evidence.Bearing {
	var all []evidence.Bearing
	for range w.IntN(n + 1) {
		b := evidence.Bearing{About: w.target(p), Direction: pick(w, evidence.Supports, evidence.Supports, evidence.Contradicts, evidence.Mixed, "")}
		if !w.one(5) {
			b.Sensitivity, b.TypeIError = w.span(), w.span()
		}
		all = append(all, b)
	}
	return all
}

// body makes evidence on one pathway.
func (w world) body(p *pathway.Pathway, items int) *evidence.Body {
	b := &evidence.Body{Groups: []evidence.Group{
		{ID: "pack", Policy: evidence.Package, Bears: w.bearings(p, 3)},
		{ID: "dominant", Policy: evidence.Dominant},
		{ID: "loose", Policy: evidence.Independent},
		{ID: "pair", Policy: evidence.Correlated, Rho: &evidence.Rho{IfTrue: 0.1 * w.Float64(), IfFalse: 0.1 * w.Float64()}},
	}}
	if w.wild {
		b.Groups = append(b.Groups, evidence.Group{ID: "wild", Policy: pick(w, evidence.Policy("odd"), evidence.Correlated),
			Rho: &evidence.Rho{IfTrue: w.odd(), IfFalse: w.odd()}}, evidence.Group{ID: "pack"})
	}
	dates := []evidence.Date{"", "2020", "2021-06", "2021-06-30", "2022-01-01", "soon"}
	for i := range items {
		item := evidence.Item{
			ID: fmt.Sprintf("e%d", i), Source: pick(w, "", "a", "b", "c"), Date: pick(w, dates...),
			Status: pick(w, evidence.Observed, "", evidence.Absent, evidence.Planned), Bears: w.bearings(p, 3),
		}
		switch {
		case w.one(4):
			item.Group = pick(w, "pack", "dominant", "loose", "nowhere", "wild")
		case i < 2:
			item.Group = "pair"
		}
		if w.one(2) {
			item.Cost = new(float64(w.IntN(5)))
		}
		if w.wild && w.one(8) {
			item.ID, item.Status, item.Cost = pick(w, "", "e0"), "odd", new(w.odd())
		}
		b.Items = append(b.Items, item)
	}
	for range w.IntN(2 * (1 + len(p.Steps))) {
		c := evidence.Claim{About: w.target(p), Text: "claim"}
		if !w.one(6) {
			c.Prior = w.span()
		}
		b.Claims = append(b.Claims, c)
	}
	b.Rounds = []evidence.Round{{ID: "one"}, {ID: "two"}}
	for range w.IntN(3 * (1 + len(p.Stones()))) {
		b.Assessments = append(b.Assessments, evidence.Assessment{
			About: w.target(p), Date: pick(w, dates...), By: pick(w, "", "A", "B"), Round: pick(w, "", "one", "two", "nine"),
			Progress: pick(w, "", "none", "some", "great", "odd"), Confidence: pick(w, "", "low", "medium", "high"),
			Verdict: pick(w, "", evidence.Holds, evidence.Partly, evidence.Fails), Agreed: w.one(4),
			Items: []string{fmt.Sprintf("e%d", w.IntN(items+1))}, Also: []string{pick(w, "p", "q", "")},
		})
	}
	b.Sources = []evidence.Source{{ID: "a"}, {ID: "d", Collection: evidence.Collection{Status: evidence.CollectionPlanned}}}
	b.Indicators = []evidence.Indicator{{About: w.target(p), Periods: []evidence.Period{{End: pick(w, dates...)}}}}
	return b
}

// single makes a pathway with one stone, one claim about it, and evidence for it in all kinds of
// group.
func (w world) single(items int) (pathway.Pathway, *evidence.Body) {
	p := pathway.Pathway{ID: "p", Steps: []pathway.Step{{Column: "c", Stones: []string{"s"}}}}
	b := w.body(&p, items)
	b.Claims, b.Assessments = []evidence.Claim{{About: stone("p", "s"), Prior: w.span()}}, nil
	for i := range b.Items {
		b.Items[i].Bears = nil
		if !w.one(6) {
			b.Items[i].Bears = []evidence.Bearing{{About: stone("p", "s"), Sensitivity: w.span(), TypeIError: w.span()}}
		}
	}
	b.Groups[0].Bears = nil
	if w.one(2) {
		b.Groups[0].Bears = []evidence.Bearing{{About: stone("p", "s"), Sensitivity: w.span(), TypeIError: w.span()}}
	}
	return p, b
}
