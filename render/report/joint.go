package report

import (
	"html/template"
	"math"
	"strconv"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

// A claim is what is tested, with what the evidence makes of it: a link between two steps, a stone, a
// rival, or the whole pathway.
type claim struct {
	about  pathway.Target
	Anchor string        // "" where the target has its place elsewhere
	About  string        // what it is about, where the place does not say
	Text   template.HTML // "" where nobody stated it
	Breaks bool
	Reason string // why the story breaks here

	Chart   template.HTML
	Middle  string // in 100, "" where there is none
	Range   string
	Unknown string // why there is no chance

	Counts  []tally // items for, against, and so on
	Rows    []row
	Verdict level
	Judged  bool
	Says    template.HTML // the reason people gave
	Sums    []string      // how the figure came about
}

// claim tells one claim.
func (t *teller) claim(c *evidence.ClaimScore) *claim {
	own := &claim{about: c.About, Anchor: t.place(c.About), Text: prose(c.Text), Rows: t.rows(c)}
	if c.About.Kind() == pathway.LinkTarget && !t.neighbours(c.About) {
		own.About = t.name(c.About)
	}
	own.Counts = counts(own.Rows)
	t.chances(own, c)
	own.Sums = t.sums(c)
	t.judgement(own, c.Rating, c.About.Kind(), false)
	return own
}

// neighbours reports whether a link is that between two neighbouring steps as a whole: where it is told
// says that already.
func (t *teller) neighbours(about pathway.Target) bool {
	p := t.known.Pathway(about.Pathway)
	if p == nil {
		return false
	}
	for i := 1; i < len(p.Steps); i++ {
		if p.Steps[i-1].Column == about.From && p.Steps[i].Column == about.To {
			return true
		}
	}
	return false
}

// place gives a target its anchor where it is told first. Where it is told again it returns "": an id may
// stand on a page only once.
func (t *teller) place(about pathway.Target) string {
	if t.at[about] != "" {
		return ""
	}
	id := ""
	for _, part := range [...]string{about.Pathway, about.Stone, about.Column, about.Rival, about.Assumption, about.Criterion, about.From} {
		if part != "" && id != "" {
			id += "."
		}
		id += part
	}
	if about.To != "" {
		id += "-to-" + about.To
	}
	t.at[about] = t.anchors.next(string(about.Kind()), id)
	return t.at[about]
}

// chances adds posterior and prior, or why there is none.
func (t *teller) chances(own *claim, c *evidence.ClaimScore) {
	var prior *[2]float64
	if c.Prior != nil {
		prior = &[2]float64{c.Prior.Low, c.Prior.High}
	}
	own.Chart = band(c.Posterior, prior, false)
	switch {
	case c.Posterior != nil:
		own.Middle, own.Range = t.chance(c.Posterior.Mid), t.estimate(*c.Posterior)
		if own.Range == own.Middle {
			own.Range = ""
		}
	case !c.Stated && len(c.Tests)+len(c.Unweighed) == 0:
		own.Unknown = t.word("claim.untested")
	case !c.Stated:
		own.Unknown = t.word("claim.unstated")
	case c.Prior == nil:
		own.Unknown = t.word("claim.noprior")
	default:
		own.Unknown = t.word("claim.refused")
	}
}

// counts sums rows up by the way they speak.
func counts(rows []row) []tally {
	var all []tally
	at := map[string]int{}
	for _, id := range [...]string{"e-for", "e-against", "e-absent", "e-mixed", "e-planned"} {
		for _, r := range rows {
			if r.Sign.Class != id {
				continue
			}
			if at[id] == 0 {
				all = append(all, tally{level: r.Sign})
				at[id] = len(all)
			}
			all[at[id]-1].N++
		}
	}
	return all
}

// judgement adds what people said of a target.
func (t *teller) judgement(own *claim, r evidence.Rating, kind pathway.TargetKind, risk bool) {
	own.Verdict, own.Judged = t.verdict(r.Verdict, kind, risk), r.Verdict.Rated()
	own.Says = narrative(r)
}

// narrative joins what those said whose assessment counts.
func narrative(r evidence.Rating) template.HTML {
	var all template.HTML
	for _, a := range r.Counts {
		all += prose(a.Narrative)
	}
	return all
}

// sums explains how a chance came about, and what it hangs on.
func (t *teller) sums(c *evidence.ClaimScore) []string {
	var all []string
	if c.Weight != nil && c.Prior != nil && c.Posterior != nil && len(c.Tests) > 0 {
		all = append(all, t.say("sum.update", "prior", t.chances100(c.Prior), "tests", t.count("count.tests", len(c.Tests)),
			"db", t.decibels(c.Weight.Mid), "post", t.within(*c.Posterior)))
	}
	if c.Posterior != nil && len(c.Tests) == 0 {
		all = append(all, t.say("sum.prior", "prior", t.chances100(c.Prior)))
	}
	if c.Posterior == nil && c.Weight != nil && len(c.Tests) > 0 {
		all = append(all, t.say("sum.weight", "db", t.decibels(c.Weight.Mid)))
	}
	if d := c.DoubleCounting; d != nil && math.Round(d.Independent.Mid*100) != math.Round(d.Dominant.Mid*100) {
		all = append(all, t.say("sum.double", "all", t.chance(d.Independent.Mid), "one", t.chance(d.Dominant.Mid)))
	}
	if w := t.mostFelt(c); w != "" {
		all = append(all, w)
	}
	if len(c.Tornado) > 0 {
		s := c.Tornado[0]
		all = append(all, t.say("sum.swing", "input", t.input(s), "range", t.likelihood(s.Range), "low", t.chance(s.Low), "high", t.chance(s.High)))
	}
	for _, b := range c.BreakEven {
		if b.TypeIError != nil && *b.TypeIError > b.Now {
			all = append(all, t.say("sum.even", "no", t.nos(b.Items), "now", t.decimal(b.Now, 2), "even", t.decimal(*b.TypeIError, 2), "aim", t.chance(b.Aim)))
			break
		}
	}
	return all
}

func (t *teller) chances100(r *evidence.Range) string { return t.Words.chances(r.Low, r.High) }

// mostFelt says which item would be missed most.
func (t *teller) mostFelt(c *evidence.ClaimScore) string {
	if c.Posterior == nil || len(c.Without) < 2 {
		return ""
	}
	most := c.Without[0]
	for _, w := range c.Without[1:] {
		if math.Abs(w.Posterior.Mid-c.Posterior.Mid) > math.Abs(most.Posterior.Mid-c.Posterior.Mid) {
			most = w
		}
	}
	return t.say("sum.without", "no", t.nos(most.Items), "post", t.chance(most.Posterior.Mid))
}

func (t *teller) nos(ids []string) string {
	var all []string
	for _, id := range ids {
		all = append(all, t.no(id))
	}
	return t.list(all)
}

func (t *teller) input(s evidence.Swing) string {
	if len(s.Items) == 0 {
		return t.Words["input."+s.Input]
	}
	return t.say("input.of", "input", t.Words["input."+s.Input], "no", t.nos(s.Items))
}

// reason words why a story breaks somewhere.
func (t *teller) reason(b evidence.Breaks, card *evidence.Scorecard) string {
	switch b.Why {
	case evidence.NoLink:
		return t.word("break.nolink")
	case evidence.NothingSupports:
		return t.word("break.nothing")
	case evidence.NoClaim:
		return t.word("break.noclaim")
	case evidence.WeakestClaim:
		for _, c := range card.Probative.Chain {
			if c.About == b.At && c.Posterior != nil {
				return t.say("break.claim", "post", t.within(*c.Posterior))
			}
		}
	case evidence.WeakestRating:
		r := &card.Ratings
		if r.Weakest() == &r.Confidence {
			return t.say("break.sureness", "level", t.confidence.of(r.Confidence.OfRated).Word)
		}
		return t.say("break.rating", "level", t.progress.of(r.Progress.OfRated).Word)
	case evidence.NothingWeak:
		return t.word("break.nowhere")
	}
	return ""
}

func itoa(n int) string { return strconv.Itoa(n) }
