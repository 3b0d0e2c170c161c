package outcome

import (
	"fmt"
	"sync"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/pathway"
)

// ratings checks each target that was assessed, at its last assessment.
func (c *check) ratings(counts *tallies) {
	if !c.on(rule.RatersDiffer) && !c.on(rule.NoEvidence) {
		return
	}
	body := &c.m.Evidence
	lowest := ""
	if levels := body.EffectiveStandard().Confidence; len(levels) > 0 {
		lowest = levels[0].ID
	}
	rated := sync.OnceValue(func() *evidence.Index { return c.severalTimes(counts) })
	var doubts []doubt
	for i := range body.Assessments {
		a := &body.Assessments[i]
		n := counts.all[counts.of[i]]
		if kind := a.About.Kind(); n.last != i || kind == pathway.BadTarget || kind == pathway.NoTarget {
			continue
		}
		confidence := evidence.LevelRange{Low: a.Confidence, High: a.Confidence}
		if n.times > 1 {
			rating := rated().Rating(a.About)
			confidence = rating.Confidence
			c.differ(i, &rating)
		} else if _, ok := c.known.confidence[a.Confidence]; !ok {
			continue
		}
		told := c.dangles(a.About) || c.blamed[kindAndID{"node", a.About.Stone}] // the target is misspelt, here or where evidence names it
		if confidence.Rated() && confidence.High != lowest && !told {
			doubts = append(doubts, doubt{i, a.About, confidence})
		}
	}
	if c.on(rule.NoEvidence) {
		c.unsupported(doubts)
	}
}

// severalTimes is an index of the assessments of what was assessed more than once. All others speak
// for themselves, and one that serves another pathway too counts for nothing where that has its own.
func (c *check) severalTimes(counts *tallies) *evidence.Index {
	return ratingsOf(&c.m.Evidence, func(i int, _ *evidence.Assessment) bool {
		return counts.all[counts.of[i]].times > 1
	})
}

// ratingsOf is an index of some of the assessments, for their ratings alone: whoever asks of a few targets
// need not pay for all that the body holds.
func ratingsOf(body *evidence.Body, want func(i int, a *evidence.Assessment) bool, opts ...evidence.Option) *evidence.Index {
	few := evidence.Body{Standard: body.Standard, Rounds: body.Rounds}
	for i := range body.Assessments {
		if a := &body.Assessments[i]; want(i, a) {
			few.Assessments = append(few.Assessments, *a)
		}
	}
	return evidence.NewIndex(&few, opts...)
}

func (c *check) differ(i int, r *evidence.Rating) {
	if r.Differ && !c.blamed[kindAndID{"node", r.About.Stone}] { // an agreed rating may be misspelt
		c.find(rule.RatersDiffer, at("evidence/assessments", i),
			fmt.Sprintf("%d raters differ on %s", len(r.Counts), r.About), "agree on a rating, and mark it as agreed")
	}
}

// doubt is a target that somebody is sure of, until there is evidence of it.
type doubt struct {
	assessment int
	about      pathway.Target
	confidence evidence.LevelRange
}

// unsupported finds confidence in what no evidence bears on.
func (c *check) unsupported(doubts []doubt) {
	borne := c.borne(doubts)
	for _, d := range doubts {
		if !borne[d.about] && !borne[anywhere(d.about)] {
			c.find(rule.NoEvidence, at("evidence/assessments", d.assessment),
				fmt.Sprintf("confidence in %s is %s, and no evidence bears on it", d.about, d.confidence), "link the items that it rests on")
		}
	}
}

// anywhere is the same target in every pathway that has it.
func anywhere(t pathway.Target) pathway.Target {
	t.Pathway = ""
	return t
}

// borne reports for each target in doubt, in its pathway and without, whether any item bears on it, by
// itself, by its package or because an assessment cites it.
func (c *check) borne(doubts []doubt) map[pathway.Target]bool {
	borne := make(map[pathway.Target]bool, 2*len(doubts))
	for _, d := range doubts {
		borne[d.about] = false
		if whole := anywhere(d.about); whole != (pathway.Target{}) {
			borne[whole] = false
		}
	}
	mark := func(t pathway.Target) {
		if done, asked := borne[t]; asked && !done {
			borne[t] = true
		}
	}
	body := &c.m.Evidence
	members := make([]bool, len(body.Groups))
	for i := range body.Items {
		item := &body.Items[i]
		for j := range item.Bears {
			mark(item.Bears[j].About)
		}
		if g, ok := c.known.groups[item.Group]; ok {
			members[g] = true
		}
	}
	for i := range body.Groups {
		for j := 0; members[i] && body.Groups[i].Policy == evidence.Package && j < len(body.Groups[i].Bears); j++ {
			mark(body.Groups[i].Bears[j].About)
		}
	}
	for i := range body.Assessments {
		if a := &body.Assessments[i]; c.cites(a) {
			mark(a.About)
			c.markAlso(a, mark)
		}
	}
	return borne
}

// markAlso marks the target of an assessment in the other pathways that it serves.
func (c *check) markAlso(a *evidence.Assessment, mark func(pathway.Target)) {
	t := a.About
	for _, id := range a.Also {
		if a.About.Pathway != "" && id != "" {
			t.Pathway = id
			mark(t)
		}
	}
}

// cites reports whether an assessment rests on an item that there is.
func (c *check) cites(a *evidence.Assessment) bool {
	for _, id := range a.Items {
		if _, ok := c.known.items[id]; ok {
			return true
		}
	}
	return false
}
