package report

import (
	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

// links gives each step the claims that lead on from it, and what the stated links mean.
func (t *teller) links(s *story) {
	card, at := s.card, t.stepsOf(s.path)
	told := map[pathway.Target]bool{}
	s.Bare = true
	for i := range card.Probative.Chain {
		c := &card.Probative.Chain[i]
		from, ok := at[c.About.From]
		if c.About.Kind() != pathway.LinkTarget || !ok {
			continue
		}
		s.Bare = false
		told[c.About] = true
		s.Steps[from].Links = append(s.Steps[from].Links, t.claim(c))
	}
	open := make([][]*evidence.LinkSupport, len(s.Steps))
	for i := range card.Structure.Links {
		l := &card.Structure.Links[i]
		from, ok := at[l.About.From]
		if l.Rating.Verdict.Rated() || len(l.Citations)+len(l.Against)+len(l.Unclear)+len(l.Planned) > 0 {
			s.Bare = false
		}
		if ok && !l.Claimed && !told[l.About] {
			open[from] = append(open[from], l)
		}
	}
	for i, links := range open {
		if c := t.unclaimed(s, links); c != nil {
			s.Steps[i].Links = append(s.Steps[i].Links, c)
		}
	}
	t.means(s, at)
}

// unclaimed tells in one row the links behind a step that nobody put into words.
func (t *teller) unclaimed(s *story, links []*evidence.LinkSupport) *claim {
	if len(links) == 0 || s.Bare {
		return nil
	}
	c := &claim{about: links[0].About, Anchor: t.place(links[0].About), Chart: band(nil, nil, false), Unknown: t.word("claim.untested")}
	if len(links) > 1 {
		c.About = t.count("claim.unclaimed", len(links))
		for _, l := range links[1:] {
			if t.at[l.About] == "" {
				t.at[l.About] = t.at[links[0].About]
			}
		}
	} else if !links[0].Implied {
		c.About = t.name(links[0].About)
	}
	for _, l := range links {
		if l.About == s.card.Breaks.At {
			c.Breaks = true
		}
		if len(l.Citations)+len(l.Against)+len(l.Unclear) > 0 {
			c.Unknown = t.word("claim.unstated")
		}
	}
	t.judgement(c, links[0].Rating, pathway.LinkTarget, false)
	return c
}

// stepsOf maps stones and columns of a pathway to the step that they stand in.
func (t *teller) stepsOf(p *path) map[string]int {
	at := map[string]int{}
	for i := len(p.Steps) - 1; i >= 0; i-- {
		at[p.Steps[i].Column] = i
	}
	for i := len(p.Steps) - 1; i >= 0; i-- {
		for _, id := range p.Steps[i].Stones {
			at[id] = i
		}
	}
	delete(at, "")
	return at
}

func (t *teller) means(s *story, at map[string]int) {
	for i := range s.path.Links {
		l := &s.path.Links[i]
		from, ok := at[l.From]
		if !ok || l.Mechanism == "" && l.Notes == "" && l.Effect == "" {
			continue
		}
		m := means{Name: t.say("target.link", "from", t.end(l.From), "to", t.end(l.To)), Says: prose(l.Mechanism), Notes: prose(l.Notes)}
		switch l.Effect {
		case pathway.Positive:
			m.Sign, m.Effect = "+", t.word("effect.positive")
		case pathway.Negative:
			m.Sign, m.Effect = "−", t.word("effect.negative")
		}
		s.Steps[from].Means = append(s.Steps[from].Means, m)
	}
}

// markBreak marks the one place where the story breaks.
func (t *teller) markBreak(s *story) {
	b := s.card.Breaks
	why := t.reason(b, s.card)
	for i := range s.Steps {
		step := &s.Steps[i]
		for _, c := range step.Links {
			if c.about == b.At || c.Breaks {
				c.Breaks, c.Reason = true, why
			}
		}
		for k := range step.Stones {
			if c := step.Stones[k].Claim; c != nil && c.about == b.At {
				c.Breaks, c.Reason = true, why
			}
		}
		if b.At.Kind() == pathway.StepTarget && b.At.Column == s.path.Steps[i].Column {
			step.Breaks, step.Reason = true, why
		}
	}
	s.Breaks = why
}

// miniSteps are the steps of a pathway for its small map.
func (t *teller) miniSteps(p *path) []miniStep {
	steps := make([]miniStep, len(p.Steps))
	at, b := t.stepsOf(p), p.card.Breaks
	for i := range p.Steps {
		for _, id := range p.Steps[i].Stones {
			r := t.index.Rating(pathway.Target{Pathway: p.ID, Stone: id})
			steps[i].Stones = append(steps[i].Stones, miniStone{t.progress.of(r.Progress), t.confidence.of(r.Confidence)})
		}
	}
	name := b.At.From
	if name == "" {
		name = t.firstOf(b.At.Column, b.At.Stone)
	}
	if i, ok := at[name]; ok && b.At != (pathway.Target{}) && !t.quiet(p) {
		steps[i].Break, steps[i].Here = b.At.From != "", b.At.From == ""
	}
	return steps
}
