package report

import (
	"html/template"
	"math"
	"slices"

	"github.com/outcomemap/outcomemap/evidence/bayes"
)

// legend explains every sign of the page, and no other.
type legend struct {
	Paths                          []pathLine
	Links                          []mapSign
	Cards                          []mapSign
	Progress                       []defined
	Confidence                     []defined
	ProgressRange, ConfidenceRange []level // one where the page shows two signs of one rating
	Verdicts                       []defined
	Evidence                       []defined
	Words                          []scaleWord
	Band                           template.HTML
	Whole                          template.HTML
	Axis                           template.HTML
	Weight                         template.HTML
	WeightAxis                     template.HTML
	Trend                          template.HTML
	Break                          bool
}

// sampleTrend is a made-up row of readings, for the legend.
func sampleTrend() []reading {
	values := [...]float64{2, 4, 5}
	targets := [...]float64{4, 6}
	return []reading{
		{at: 0, actual: &values[0], Baseline: true},
		{at: 1, actual: &values[1], target: &targets[0]},
		{at: 2, actual: &values[2], target: &targets[1]},
	}
}

// A defined is a sign with what it means.
type defined struct {
	level
	Says template.HTML
}

// A scaleWord is a word for chances with what it covers.
type scaleWord struct{ Word, Range string }

// A pathLine is a pathway with a piece of its line, as the map draws it.
type pathLine struct {
	*path
	Dash string
}

// A mapSign is a sign of the map that stands nowhere else on the page, with what it means.
type mapSign struct{ Sign, Says string }

// ofMap adds the signs that are on the map.
func (l *legend) ofMap(t *teller, p *page) {
	if p.Map == nil {
		return
	}
	for _, own := range t.paths {
		l.Paths = append(l.Paths, pathLine{own, p.Map.dashes[own.Key]})
	}
	if p.Map.hubs {
		l.Links = append(l.Links, mapSign{"hub", t.word("legend.hub")})
	}
	if p.Map.less {
		l.Links = append(l.Links, mapSign{"less", t.word("legend.less")})
	}
	unrated := func(own *path) bool { return own.card.Ratings.Progress.Rated < own.card.Ratings.Stones }
	if p.Rated && slices.ContainsFunc(t.paths, unrated) {
		l.Cards = append(l.Cards, mapSign{"side", t.word("legend.side")})
	}
	if len(t.paths) > 0 && len(p.Columns) > 0 {
		l.Cards = append(l.Cards, mapSign{"loose", t.word("legend.loose")})
	}
}

func (t *teller) legend(p *page) *legend {
	l := &legend{Axis: t.chanceAxis(), WeightAxis: t.weightAxis(), Break: p.Key.Break}
	l.ofMap(t, p)
	l.ofCharts(t, p)
	progress, confidence := p.ranges()
	if p.levels() || progress || confidence {
		for n := len(t.progress.levels); n > 0; n-- {
			l.Progress = append(l.Progress, t.define(&t.progress, n))
		}
		for n := len(t.confidence.levels); n > 0; n-- {
			l.Confidence = append(l.Confidence, t.define(&t.confidence, n))
		}
	}
	l.Progress = append(l.Progress, t.define(&t.progress, 0))
	if progress {
		l.ProgressRange = append(l.ProgressRange, t.progress.between(t.word("legend.between")))
	}
	if confidence {
		l.ConfidenceRange = append(l.ConfidenceRange, t.confidence.between(t.word("legend.between")))
	}
	if p.judges() {
		for _, id := range [...]string{"v2", "v1", "v0", "vu"} {
			l.Verdicts = append(l.Verdicts, defined{level{Class: id, Icons: []string{id}, Word: t.Words["legend."+id]}, ""})
		}
	}
	if len(t.items) > 0 {
		for _, id := range [...]string{"for", "against", "mixed", "absent", "planned"} {
			l.Evidence = append(l.Evidence, defined{level{Class: "e-" + id, Icons: []string{"e-" + id}, Word: t.Words["bearing."+id]}, ""})
		}
	}
	return l
}

// ofCharts adds what explains the charts of the page, and the words that go with them.
func (l *legend) ofCharts(t *teller, p *page) {
	if len(t.m.Evidence.Indicators) > 0 {
		l.Trend = t.trend(sampleTrend(), "")
	}
	if len(t.items) > 0 {
		l.Weight = weight(bayes.Estimate{Low: 3, Mid: 5, High: 7}, true)
	}
	if p.Claimed {
		l.Whole = whole(bayes.Estimate{Low: 0.05}, bayes.Estimate{Low: 0.2, Mid: 0.35, High: 0.55}, bayes.Estimate{High: 0.75}, false)
	}
	if !p.claims() {
		return
	}
	l.Band = band(&bayes.Estimate{Low: 0.55, Mid: 0.7, High: 0.82}, &[2]float64{0.4, 0.6}, false)
	from := 0.0
	for _, s := range scaleWords {
		l.Words = append(l.Words, scaleWord{first(t.Words[s.key]), t.say("number.range", "low", itoa(int(math.Round(from))), "high", itoa(int(s.upTo)))})
		from = s.upTo
	}
}

// claims reports whether the page shows a claim with its chance, known or not.
func (p *page) claims() bool {
	return p.Claimed || slices.ContainsFunc(p.Stories, func(s *story) bool {
		return s.Whole != nil || len(s.Rivals) > 0 || slices.ContainsFunc(s.Steps, func(own step) bool {
			return own.Claim != nil || len(own.Links) > 0 || slices.ContainsFunc(own.Stones, func(st stone) bool { return st.Claim != nil })
		})
	})
}

// levels reports whether somebody rated anything on the page.
func (p *page) levels() bool {
	return p.Rated || p.judges() || slices.ContainsFunc(p.Stories, func(s *story) bool {
		return slices.ContainsFunc(s.Steps, func(own step) bool { return own.Rating.Rated })
	})
}

// judges reports whether the page shows a verdict.
func (p *page) judges() bool {
	return p.Scores != nil || len(p.Criteria) > 0 || p.claims() || slices.ContainsFunc(p.Stories, func(s *story) bool {
		return len(s.Assumed)+len(s.Criteria) > 0
	})
}

func (t *teller) define(s *scale, n int) defined {
	d := defined{level: s.at(n)}
	if n > 0 {
		d.Says = prose(s.levels[n-1].Definition)
	} else {
		d.Says = template.HTML("<p>" + template.HTMLEscapeString(t.word("legend.unrated")) + "</p>") //nolint:gosec // escaped
	}
	return d
}
