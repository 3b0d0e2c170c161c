package report

import (
	"html/template"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

// An indicator is followed over time: a table first, and a line beside it where it has numbers.
type indicator struct {
	Title      string
	Definition template.HTML
	About      string
	Unit       string
	Meta       []string
	Rows       []reading
	Chart      template.HTML
	State      level // against the newest target that was due
	Numbers    bool
}

// A reading is one row: the baseline, or a period.
type reading struct {
	When, Whom     string
	Target, Actual string
	Baseline       bool
	Notes          template.HTML
	at             float64 // years
	target, actual *float64
}

// indicator tells one indicator; values are rounded as its author did.
func (t *teller) indicator(x *evidence.Indicator, pathwayID string) *indicator {
	own := &indicator{
		Title: t.firstOf(plain(x.Title), plain(x.ID), t.word("indicator.untitled")), Definition: prose(x.Definition), Unit: plain(x.Unit),
	}
	if x.About != (pathway.Target{}) {
		own.About = t.name(x.About.In(pathwayID))
	}
	if s := t.sources[x.Source]; s != nil && x.Source != "" {
		own.Meta = append(own.Meta, s.Title)
	}
	switch x.Direction {
	case evidence.Up:
		own.Meta = append(own.Meta, t.word("indicator.up"))
	case evidence.Down:
		own.Meta = append(own.Meta, t.word("indicator.down"))
	}
	for i := range x.Baseline {
		own.Rows = append(own.Rows, t.baseline(&x.Baseline[i]))
	}
	for i := range x.Periods {
		if t.asOf == "" || x.Periods[i].End.Compare(t.asOf) <= 0 {
			own.Rows = append(own.Rows, t.period(&x.Periods[i]))
		}
	}
	everyone := own.everyone()
	own.Numbers = len(everyone) > 1
	if own.Numbers {
		own.Chart = t.trend(everyone, own.Unit)
	}
	own.State = t.against(everyone, x.Direction)
	return own
}

func (t *teller) baseline(b *evidence.Baseline) reading {
	r := reading{When: t.date(b.Date), Whom: t.whom(b.Dimensions), Actual: t.value(b.Value), Baseline: true, Notes: prose(b.Notes)}
	r.at, r.actual = years(b.Date), numeric(b.Value)
	return r
}

func (t *teller) period(p *evidence.Period) reading {
	r := reading{When: t.span(p), Whom: t.whom(p.Dimensions), Target: t.value(p.Target), Actual: t.value(p.Actual), Notes: prose(p.Notes)}
	if p.Numerator != nil && p.Denominator != nil {
		r.Actual = t.say("indicator.of", "value", r.Actual, "n", t.number(*p.Numerator), "of", t.number(*p.Denominator))
	}
	r.at, r.target, r.actual = years(p.End), numeric(p.Target), numeric(p.Actual)
	if p.End == "" {
		r.at = years(p.Start)
	}
	return r
}

// span words a period: a year by its number, any other by its ends.
func (t *teller) span(p *evidence.Period) string {
	from, _, err := p.Start.Span()
	_, to, err2 := p.End.Span()
	switch {
	case err == nil && err2 == nil && from.YearDay() == 1 && to.Month() == 12 && to.Day() == 31 && from.Year() == to.Year():
		return t.date(evidence.Date(from.Format("2006")))
	case p.Start == "" || p.Start == p.End:
		return t.date(p.End)
	case p.End == "":
		return t.date(p.Start)
	}
	return t.between(t.date(p.Start), t.date(p.End))
}

func (t *teller) whom(dims map[string]string) string {
	var all []string
	for _, key := range slices.Sorted(maps.Keys(dims)) {
		all = append(all, t.say("indicator.whom", "key", plain(key), "value", plain(dims[key])))
	}
	return strings.Join(all, ", ")
}

func numeric(v *evidence.Value) *float64 {
	if v == nil || v.IsText || math.IsNaN(v.Number) || math.IsInf(v.Number, 0) {
		return nil
	}
	return &v.Number
}

// years places a date on an axis, NaN where there is none.
func years(d evidence.Date) float64 {
	_, last, err := d.Span()
	if err != nil {
		return math.NaN()
	}
	return float64(last.Year()) + float64(last.YearDay())/366
}

// everyone returns the readings that count all people, have a date and at least one number.
func (x *indicator) everyone() []reading {
	var all []reading
	for _, r := range x.Rows {
		if r.Whom == "" && !math.IsNaN(r.at) && (r.actual != nil || r.target != nil) {
			all = append(all, r)
		}
	}
	slices.SortStableFunc(all, func(a, b reading) int {
		switch {
		case a.at < b.at:
			return -1
		case a.at > b.at:
			return 1
		}
		return 0
	})
	return all
}

// against compares the newest actual value with the target of its period. Near is what lies within a
// quarter of the way from the baseline to the target.
func (t *teller) against(all []reading, better evidence.IndicatorDirection) level {
	var base *float64
	var last *reading
	for i := range all {
		if r := &all[i]; r.Baseline {
			base = r.actual
		} else if r.actual != nil && r.target != nil {
			last = r
		}
	}
	if last == nil || better != evidence.Up && better != evidence.Down {
		return level{}
	}
	short := *last.target - *last.actual
	if better == evidence.Down {
		short = -short
	}
	state := func(id, key string) level {
		return level{Class: id, Icons: []string{id}, Word: t.say(key, "when", last.When)}
	}
	switch {
	case short <= 0:
		return state("v2", "indicator.met")
	case base != nil && short <= math.Abs(*last.target-*base)/4:
		return state("v1", "indicator.near")
	}
	return state("v0", "indicator.missed")
}

// The lines of a chart lie above its ground, what is below says when.
const trendW, trendH, trendGround = 300.0, 100.0, 84.0

// trend draws the readings as a line with the targets as short bars, the first and the newest with their value,
// and when they begin and end. All figures stand in the table.
func (t *teller) trend(all []reading, unit string) template.HTML {
	low, high := math.Inf(1), math.Inf(-1)
	for _, r := range all {
		for _, v := range []*float64{r.actual, r.target} {
			if v != nil {
				low, high = min(low, *v), max(high, *v)
			}
		}
	}
	if high == low {
		low, high = low-1, high+1
	}
	first, last := all[0].at, all[len(all)-1].at
	if last == first {
		last = first + 1
	}
	x := func(at float64) float64 {
		s := 14 + float64((at-first)/(last-first)*(trendW-66))
		if t.rtl {
			s = trendW - s
		}
		return s
	}
	y := func(v float64) float64 { return 14 + float64((high-v)/(high-low)*(trendGround-34)) }
	c := &chart{}
	c.raw(`<svg class="trend" aria-hidden="true" direction="ltr" viewBox="0 0 `, px(trendW), ` `, px(trendH), `">`)
	c.raw(`<line class="gl" x1="0" x2="`, px(trendW), `" y1="`, px(trendGround), `" y2="`, px(trendGround), `"/>`)
	c.raw(`<path class="act" d="`)
	command := "M"
	for _, r := range all {
		if r.actual != nil {
			c.raw(command, px(x(r.at)), " ", px(y(*r.actual)))
			command = "L"
		}
	}
	c.raw(`"/>`)
	for _, r := range all {
		if r.target != nil {
			c.raw(`<path class="tgt" d="M`, px(x(r.at)-7), " ", px(y(*r.target)), `h14"/>`)
		}
		switch {
		case r.actual == nil:
		case r.Baseline:
			c.raw(`<rect class="base" x="`, px(x(r.at)-3.5), `" y="`, px(y(*r.actual)-3.5), `" width="7" height="7"/>`)
		default:
			c.raw(`<circle class="pt" cx="`, px(x(r.at)), `" cy="`, px(y(*r.actual)), `" r="3"/>`)
		}
	}
	t.labelLast(c, all, unit, x, y)
	t.labelFirst(c, all, unit, x, y)
	for i, r := range [...]*reading{&all[0], &all[len(all)-1]} {
		if r.When == "" || i == 1 && r.at == all[0].at {
			continue
		}
		at, anchor := 0.0, "start"
		switch {
		case i == 0 && t.rtl:
			at, anchor = trendW, "end"
		case i == 1 && t.rtl:
			at = x(r.at) - 7
		case i == 1:
			at, anchor = x(r.at)+7, "end"
		}
		c.raw(`<text class="tw" x="`, px(at), `" y="`, px(trendH-3), `" text-anchor="`, anchor, `">`)
		c.text(r.When)
	}
	return c.html()
}

// figure writes a value with its unit, where that is a mere sign.
func (t *teller) figure(x float64, unit string) string {
	s := t.number(x)
	if utf8.RuneCountInString(unit) == 1 {
		s += unit
	}
	return s
}

// labelLast writes the newest actual value at the end of its line.
func (t *teller) labelLast(c *chart, all []reading, unit string, x, y func(float64) float64) {
	for i := len(all) - 1; i >= 0; i-- {
		if r := all[i]; r.actual != nil {
			dx, anchor := 9.0, "start"
			if t.rtl {
				dx, anchor = -9, "end"
			}
			c.raw(`<text class="tl" x="`, px(x(r.at)+dx), `" y="`, px(y(*r.actual)+4), `" text-anchor="`, anchor, `">`)
			c.text(t.figure(*r.actual, unit))
			return
		}
	}
}

// labelFirst writes the first actual value on that side of its line that is free.
func (t *teller) labelFirst(c *chart, all []reading, unit string, x, y func(float64) float64) {
	var both []*reading
	for i := range all {
		if all[i].actual != nil {
			both = append(both, &all[i])
		}
	}
	if len(both) < 2 {
		return
	}
	first := both[0]
	dy, anchor := -8.0, "start"
	if *both[1].actual > *first.actual {
		dy = 17
	}
	at := x(first.at) - 4
	if t.rtl {
		at, anchor = at+8, "end"
	}
	c.raw(`<text class="tw" x="`, px(at), `" y="`, px(y(*first.actual)+dy), `" text-anchor="`, anchor, `">`)
	c.text(t.figure(*first.actual, unit))
}
