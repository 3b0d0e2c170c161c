package mapgen

import (
	"fmt"
	"strconv"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

// assessment rates a target in the way that its kind is rated, by one of three raters.
func (g *gen) assessment() evidence.Assessment {
	b := g.body()
	std := b.EffectiveStandard()
	a := evidence.Assessment{About: g.about(), Confidence: maybe(g, std.Confidence...).ID, Narrative: g.prose(), Date: g.date(),
		By: maybe(g, "Team A", "Team B", "日本"), Agreed: g.rarely(), Refs: g.refs(), Extra: g.extra()}
	switch a.About.Kind() {
	case pathway.StoneTarget, pathway.StepTarget, pathway.PathwayTarget:
		a.Progress = maybe(g, std.Progress...).ID
	default:
		a.Verdict = maybe(g, evidence.Holds, evidence.Partly, evidence.Fails)
	}
	if len(b.Rounds) > 0 && g.often() {
		a.Round = pick(g, b.Rounds...).ID
	}
	if len(b.Items) > 0 && g.half() {
		a.Items = []string{pick(g, b.Items...).ID}
	}
	if len(g.m.Pathways) > 0 && g.rarely() {
		a.Also = []string{pick(g, g.m.Pathways...).ID}
	}
	return a
}

func (g *gen) indicator(i int) evidence.Indicator {
	x := evidence.Indicator{
		ID: fmt.Sprintf("indicator-%d", i), Title: g.words(2), Definition: g.prose(), Unit: maybe(g, "people", "percent"),
		Measure:   maybe(g, evidence.UnitMeasure, evidence.Percentage, evidence.Ordinal, evidence.Nominal, evidence.Qualitative),
		Direction: maybe(g, evidence.Up, evidence.Down), Combine: maybe(g, evidence.CombineRatio, evidence.CombineSum, evidence.CombineLatest, evidence.CombineNone),
		Refs: g.refs(), Extra: g.extra(),
	}
	if g.often() {
		x.About = g.about()
	}
	if b := g.body(); len(b.Sources) > 0 && g.half() {
		x.Source = pick(g, b.Sources...).ID
	}
	for range g.IntN(3) {
		x.Baseline = append(x.Baseline, evidence.Baseline{Value: g.value(x.Measure), Date: g.date(), Dimensions: g.dimensions(), Notes: g.prose(), Extra: g.extra()})
	}
	year := 2000 + g.IntN(20)
	for k := range g.IntN(4) {
		x.Periods = append(x.Periods, g.period(x.Measure, year+k))
	}
	return x
}

func (g *gen) period(m evidence.Measure, year int) evidence.Period {
	p := evidence.Period{Start: evidence.Date(strconv.Itoa(year)), End: evidence.Date(fmt.Sprintf("%d-12-31", year)),
		Target: g.value(m), Actual: g.value(m), Dimensions: g.dimensions(), Notes: g.prose(), Extra: g.extra()}
	if g.rarely() {
		numerator, denominator := float64(g.IntN(50)), float64(50+g.IntN(50))
		p.Numerator, p.Denominator = &numerator, &denominator
	}
	return p
}

// value returns a value that fits the measure, or none.
func (g *gen) value(m evidence.Measure) *evidence.Value {
	switch {
	case g.rarely():
		return nil
	case m == evidence.Qualitative, m == evidence.Nominal:
		return evidence.Text(pick(g, "much better", "12", ""))
	}
	return evidence.Number(float64(g.IntN(1000)) / 8)
}

func (g *gen) dimensions() map[string]string {
	if !g.rarely() {
		return nil
	}
	return map[string]string{"area": "rural", "age": pick(g, "under 25", "60+")}
}
