package report

import (
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

// extras adds what stands beside the chain.
func (t *teller) extras(s *story) {
	for i := range s.card.Probative.Rivals {
		src := &s.card.Probative.Rivals[i]
		c := t.claim(src)
		c.About = t.text(src.About)
		s.Rivals = append(s.Rivals, c)
	}
	for i := range s.Assumptions {
		a := &s.Assumptions[i]
		s.Assumed = append(s.Assumed, t.assumption(s.path, a))
	}
	t.measures(s)
}

func (t *teller) assumption(p *path, a *pathway.Assumption) judged {
	about := pathway.Target{Pathway: p.ID, Assumption: a.ID}
	risk := a.Kind == pathway.Risk
	own := t.judged(about, pathway.AssumptionTarget, risk)
	own.Kind, own.Text = t.word("assumption.assumption"), prose(a.Text)
	if risk {
		own.Kind = t.word("assumption.risk")
	}
	if a.About != (pathway.Target{}) {
		own.About = t.name(a.About.In(p.ID))
	}
	return own
}

// judged tells the verdict on something.
func (t *teller) judged(about pathway.Target, kind pathway.TargetKind, risk bool) judged {
	r := t.index.Rating(about)
	return judged{
		Anchor: t.place(about), Verdict: t.verdict(r.Verdict, kind, risk), Confidence: t.confidence.of(r.Confidence),
		Judged: r.Verdict.Rated(), Says: narrative(r), Items: t.cited(about),
	}
}

// measures adds the criteria and indicators of the pathway: those about any part of it, also those that
// hold in every pathway.
func (t *teller) measures(s *story) {
	at := t.stepsOf(s.path)
	mine := func(about pathway.Target) bool {
		if about.Pathway != "" || about == (pathway.Target{}) {
			return about.Pathway == s.ID && s.ID != ""
		}
		_, ok := at[t.firstOf(about.Stone, about.From, about.Column)]
		return ok
	}
	for i := range t.m.Evidence.Criteria {
		if c := &t.m.Evidence.Criteria[i]; mine(c.About) {
			own := t.judged(pathway.Target{Criterion: c.ID}, pathway.CriterionTarget, false)
			own.Text, own.About = prose(c.Text), t.name(c.About.In(s.ID))
			s.Criteria = append(s.Criteria, own)
		}
	}
	for i := range t.m.Evidence.Indicators {
		if x := &t.m.Evidence.Indicators[i]; mine(x.About) {
			s.Indicators = append(s.Indicators, t.indicator(x, s.ID))
		}
	}
}

// anyPathway lists what is measured of no pathway: on a map without any, or of stones in none.
func (t *teller) anyPathway() (criteria []judged, indicators []*indicator) {
	held := map[string]bool{}
	for i := range t.m.Pathways {
		for _, s := range t.m.Pathways[i].Steps {
			held[s.Column] = true
			for _, id := range s.Stones {
				held[id] = true
			}
		}
	}
	loose := func(about pathway.Target) bool {
		return t.pathOf[about.Pathway] == nil && !held[t.firstOf(about.Stone, about.From, about.Column)]
	}
	for i := range t.m.Evidence.Criteria {
		if c := &t.m.Evidence.Criteria[i]; loose(c.About) {
			own := t.judged(pathway.Target{Criterion: c.ID}, pathway.CriterionTarget, false)
			own.Text = prose(c.Text)
			if c.About != (pathway.Target{}) {
				own.About = t.name(c.About)
			}
			criteria = append(criteria, own)
		}
	}
	for i := range t.m.Evidence.Indicators {
		if x := &t.m.Evidence.Indicators[i]; loose(x.About) {
			indicators = append(indicators, t.indicator(x, ""))
		}
	}
	return criteria, indicators
}

// looseStones lists the columns with the stones that are in no pathway.
func (t *teller) looseStones() []step {
	var all []step
	for i := range t.m.Columns {
		c := &t.m.Columns[i]
		own := step{Heading: t.firstOf(plain(c.Heading), t.say("column.untitled", "n", itoa(i+1))), Meaning: prose(c.Meaning)}
		for k := range c.Stones {
			if len(t.known.Through(c.Stones[k].ID)) == 0 {
				own.Stones = append(own.Stones, t.freeStone(&c.Stones[k]))
			}
		}
		if len(own.Stones) > 0 {
			all = append(all, own)
		}
	}
	return all
}

func (t *teller) freeStone(s *outcome.Stone) stone {
	about := pathway.Target{Stone: s.ID}
	return stone{
		ID: plain(s.ID), Anchor: t.place(about), Text: plain(s.Text), Notes: prose(s.Notes),
		Tags: tidy(s.Tags), Refs: t.refs(s.Refs), Rating: t.rated(about),
	}
}
