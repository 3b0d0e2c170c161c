package mapgen

import (
	"fmt"
	"strconv"

	"github.com/outcomemap/outcomemap/evidence"
)

// evidence adds a body of evidence in proportion to the stones.
func (g *gen) evidence(stones int) {
	b := g.body()
	if g.half() {
		b.Standard = g.standard()
	}
	for i := range stones/10 + g.IntN(2) {
		b.Sources = append(b.Sources, evidence.Source{
			ID: fmt.Sprintf("source-%d", i), Title: g.words(2), Kind: maybe(g, "survey", "interview"), URL: g.url(), Tags: g.tags(), Collection: g.collection(),
			Refs: g.refs(), Extra: g.extra(),
		})
	}
	for i := range stones/12 + g.IntN(2) {
		k := evidence.Criterion{ID: fmt.Sprintf("k%d", i), Text: g.words(5), Refs: g.refs(), Extra: g.extra()}
		if g.half() {
			k.About = g.about()
		}
		b.Criteria = append(b.Criteria, k)
		g.peers = append(g.peers, k.ID)
	}
	for i := range stones / 2 {
		b.Items = append(b.Items, g.item(i))
	}
	g.groups()
	for range stones / 6 {
		c := evidence.Claim{About: g.about(), Text: g.prose(), Refs: g.refs(), Extra: g.extra()}
		if g.often() {
			c.Prior = g.likelihood(.3, .7)
		}
		b.Claims = append(b.Claims, c)
	}
	for i := range stones / 12 {
		b.Indicators = append(b.Indicators, g.indicator(i))
	}
	for i := range g.IntN(3) {
		b.Rounds = append(b.Rounds, evidence.Round{ID: fmt.Sprintf("round-%d", i), Title: maybe(g, "A round"), Date: g.date(), Refs: g.refs(), Extra: g.extra()})
	}
	for range stones {
		b.Assessments = append(b.Assessments, g.assessment())
	}
	b.Extra = g.extra()
}

func (g *gen) standard() evidence.Standard {
	s := evidence.Standard{ID: maybe(g, "own"), Refs: g.refs(), Extra: g.extra()}
	for i, label := range []string{"None", "", "Half", "All"} {
		s.Progress = append(s.Progress, evidence.Level{ID: strconv.Itoa(i), Label: label, Definition: g.prose(), Extra: g.extra()})
	}
	if g.half() {
		s.Confidence = []evidence.Level{{ID: "unsure"}, {ID: "sure", Definition: g.prose()}}
	}
	return s
}

func (g *gen) collection() evidence.Collection {
	if g.half() {
		return evidence.Collection{}
	}
	return evidence.Collection{Method: maybe(g, "online form"), When: maybe(g, "every spring"), By: maybe(g, "the team"),
		Status: maybe(g, evidence.CollectionPlanned, evidence.Collected), Extra: g.extra()}
}

func (g *gen) item(i int) evidence.Item {
	item := evidence.Item{
		ID: fmt.Sprintf("e%d", i), Text: g.prose(), URL: g.url(), Date: g.date(), Tags: g.tags(),
		Status: maybe(g, evidence.Observed, evidence.Observed, evidence.Absent, evidence.Planned), Refs: g.refs(), Extra: g.extra(),
	}
	if b := g.body(); len(b.Sources) > 0 && g.often() {
		item.Source = pick(g, b.Sources...).ID
	}
	if item.Status == evidence.Planned && g.half() {
		cost := float64(g.IntN(100)) / 4
		item.Cost = &cost
	}
	for range g.IntN(3) {
		item.Bears = append(item.Bears, g.bearing())
	}
	return item
}

// bearing makes a word and two numbers that agree, or one of them, now and then with a range.
func (g *gen) bearing() evidence.Bearing {
	b := evidence.Bearing{About: g.about(), Direction: maybe(g, evidence.Supports, evidence.Supports, evidence.Contradicts, evidence.Mixed), Because: g.prose(), Extra: g.extra()}
	if g.half() {
		return b
	}
	b.Sensitivity, b.TypeIError = g.likelihood(.6, .95), g.likelihood(.05, .4)
	if b.Direction == evidence.Contradicts {
		b.Sensitivity, b.TypeIError = b.TypeIError, b.Sensitivity
	}
	if g.rarely() {
		b.TypeIError = nil
	}
	return b
}

// likelihood returns a chance of two decimals between two bounds, now and then as a range.
func (g *gen) likelihood(low, high float64) *evidence.Range {
	a, b := int(low*100), int(high*100)
	from := a + g.IntN(b-a)
	r := evidence.Exactly(float64(from) / 100)
	if g.rarely() {
		r.High = float64(from+g.IntN(b-from)+1) / 100
	}
	return r
}

// groups puts some neighbouring items together, in each of the ways there are.
func (g *gen) groups() {
	b := g.body()
	for i := 0; i+2 < len(b.Items); i += 2 + g.IntN(20) {
		group := evidence.Group{ID: fmt.Sprintf("g%d", len(b.Groups)), Policy: maybe(g, evidence.Independent, evidence.Package, evidence.Dominant, evidence.Correlated),
			Refs: g.refs(), Extra: g.extra()}
		b.Items[i].Group, b.Items[i+1].Group = group.ID, group.ID
		switch group.Policy {
		case evidence.Package:
			group.Bears = []evidence.Bearing{g.bearing()}
		case evidence.Correlated:
			group.Rho = &evidence.Rho{IfTrue: float64(g.IntN(20))/20 - .5, IfFalse: float64(g.IntN(10)) / 20, Extra: g.extra()}
		}
		b.Groups = append(b.Groups, group)
	}
}
