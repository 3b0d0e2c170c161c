package report

import (
	"html/template"
	"slices"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

// A story is one pathway told whole.
type story struct {
	*path
	Says      template.HTML // what difference it makes
	Theory    template.HTML
	Narrative template.HTML // what people made of it
	Rating    rated
	Mini      template.HTML
	Facts     []keyFact
	Steps     []step
	Bare      bool // nothing is claimed or collected about its links
	Breaks    string
	Whole     *claim // the claim about the whole of it

	Criteria   []judged
	Indicators []*indicator
	Assumed    []judged
	Rivals     []*claim
	Loose      []*item // evidence about the pathway as a whole that no claim counts
	Refs       []fact
}

// A keyFact is a figure at the head of a story.
type keyFact struct {
	Name   string
	Text   string
	Levels []level
}

// A step is one link of the chain: what people judged of its stones, and the claims that lead on.
type step struct {
	Heading string
	Meaning template.HTML
	Anchor  string
	N       int
	Says    template.HTML
	Rating  rated
	Claim   *claim // about the step as such
	Stones  []stone
	Links   []*claim // from here to what follows
	Means   []means  // how the stated links from here are meant to work
	Breaks  bool     // by ratings alone
	Reason  string
}

// A stone is a stepping stone as it stands in one pathway.
type stone struct {
	ID     string
	Anchor string
	Text   string
	Notes  template.HTML
	Tags   []string
	Refs   []fact
	Rating rated
	Claim  *claim // about the stone itself
	Also   []ref  // the other pathways that it is in
}

// A rated is what people judged, with what it rests on.
type rated struct {
	Progress, Confidence level
	Rated                bool
	Differ               string // who said what, where raters differ
	Says                 template.HTML
	Items                []*item
	Past                 []past
	By                   string
}

// A past is where something stood after one round.
type past struct {
	When                 string
	Progress, Confidence level
}

// means is a stated link with the reason why it is expected to work.
type means struct {
	Name   string
	Sign   string // "+" or "−", where the effect is stated
	Effect string
	Says   template.HTML
	Notes  template.HTML
}

// A judged is a criterion, an assumption or a risk with what people said of it.
type judged struct {
	Anchor     string
	Kind       string
	Text       template.HTML
	About      string
	Verdict    level
	Confidence level
	Judged     bool
	Says       template.HTML
	Items      []*item
}

// story tells a pathway.
func (t *teller) story(p *path) *story {
	s := &story{path: p, Says: prose(p.Summary), Theory: prose(p.Description), Refs: t.refs(p.Refs)}
	whole := pathway.Target{Pathway: p.ID}
	t.at[whole] = p.Anchor
	s.Rating = t.rated(whole)
	s.Narrative = s.Rating.Says
	for i := range p.Steps {
		s.Steps = append(s.Steps, t.step(p, i))
	}
	t.links(s)
	t.markBreak(s)
	s.Mini = mini(t.miniSteps(p), p.Class, t.rtl)
	s.Facts = t.keyFacts(p)
	if w := p.card.Probative.Whole; w != nil {
		s.Whole = t.claim(w)
		s.Whole.Says = "" // it is told above
		if !w.Stated && len(s.Whole.Rows) == 0 {
			s.Whole = nil
		}
	}
	t.extras(s)
	return s
}

// step tells the stones of step i.
func (t *teller) step(p *path, i int) step {
	src := &p.Steps[i]
	own := step{Heading: t.column(src.Column), N: i + 1, Says: prose(src.Summary)}
	about := pathway.Target{Pathway: p.ID, Column: src.Column}
	own.Anchor = t.place(about)
	own.Rating = t.rated(about)
	if c := t.known.Column(src.Column); c != nil {
		own.Meaning = prose(c.Meaning)
	}
	own.Claim = t.claimOn(p, about)
	for _, id := range src.Stones {
		own.Stones = append(own.Stones, t.stone(p, id))
	}
	return own
}

// claimOn tells the claim about a step or a stone, where one is stated or tested.
func (t *teller) claimOn(p *path, about pathway.Target) *claim {
	if c := p.claims[about]; c != nil && (c.Stated || len(c.Tests) > 0) {
		return t.claim(c)
	}
	return nil
}

func (t *teller) stone(p *path, id string) stone {
	about := pathway.Target{Pathway: p.ID, Stone: id}
	own := stone{ID: plain(id), Anchor: t.place(about), Text: t.end(id), Rating: t.rated(about), Claim: t.claimOn(p, about)}
	if src, _ := t.known.Stone(id); src != nil {
		own.Notes, own.Refs = prose(src.Notes), t.refs(src.Refs)
		own.Tags = tidy(src.Tags)
	}
	for _, other := range t.known.Through(id) {
		if q := t.pathOf[other.ID]; q != nil && q != p {
			own.Also = append(own.Also, ref{Name: q.Short, Path: q})
		}
	}
	return own
}

// rated tells what people judged of a target.
func (t *teller) rated(about pathway.Target) rated {
	r := t.index.Rating(about)
	own := rated{
		Progress: t.progress.of(r.Progress), Confidence: t.confidence.of(r.Confidence),
		Rated: r.Progress.Rated() || r.Confidence.Rated(), Says: narrative(r), Items: t.cited(about),
	}
	if r.Differ {
		own.Differ = t.voices(r)
		own.Says = ""
	}
	own.Past = t.past(about)
	return own
}

// voices says what each rater said, where they differ.
func (t *teller) voices(r evidence.Rating) string {
	var all []string
	for _, a := range r.Counts {
		given := t.progress.of(evidence.LevelRange{Low: a.Progress, High: a.Progress}).Word
		sure := t.confidence.of(evidence.LevelRange{Low: a.Confidence, High: a.Confidence}).Word
		by := t.firstOf(plain(a.By), t.word("rating.somebody"))
		said := t.say("rating.voice", "by", by, "progress", given, "confidence", sure)
		if why := bare(a.Narrative); why != "" {
			said = t.say("rating.because", "said", said, "why", why)
		}
		all = append(all, said)
	}
	return t.say("rating.differ", "who", t.joined(all))
}

func (t *teller) joined(all []string) string {
	out := ""
	for i, s := range all {
		if i > 0 {
			out += t.word("list.semicolon")
		}
		out += s
	}
	return out
}

// past lists where a target stood after each round, or after each day on which it was judged where the
// map has no rounds; nothing where that is once.
func (t *teller) past(about pathway.Target) []past {
	states := t.index.History(about)
	var all []past
	if len(t.m.Evidence.Rounds) == 0 {
		for _, s := range states {
			all = append(all, past{t.date(s.From), t.progress.of(s.Rating.Progress), t.confidence.of(s.Rating.Confidence)})
		}
	} else {
		for i := range t.m.Evidence.Rounds {
			round := &t.m.Evidence.Rounds[i]
			at := slices.IndexFunc(states, func(s evidence.State) bool { return s.Rating.Round == round.ID })
			if at < 0 {
				all = append(all, past{t.roundName(round), t.progress.at(0), t.confidence.at(0)})
				continue
			}
			for at+1 < len(states) && states[at+1].Rating.Round == round.ID {
				at++
			}
			all = append(all, past{t.roundName(round), t.progress.of(states[at].Rating.Progress), t.confidence.of(states[at].Rating.Confidence)})
		}
	}
	if len(states) < 2 {
		return nil
	}
	return all
}

// roundName is a short name for a round: the day, or else its title or id.
func (t *teller) roundName(r *evidence.Round) string {
	return t.firstOf(t.date(r.Date), plain(r.Title), plain(r.ID))
}

// refs lists the names that something bears elsewhere.
func (t *teller) refs(all []pathway.Ref) []fact {
	var told []fact
	for _, r := range all {
		name, code := plain(r.Scheme), plain(r.Code)
		text := template.HTML(template.HTMLEscapeString(code)) //nolint:gosec // escaped
		if to := safeURL(r.URL); to != "" {
			text = template.HTML(`<a href="` + template.HTMLEscapeString(to) + `">` + template.HTMLEscapeString(t.firstOf(code, to)) + `</a>`) //nolint:gosec // escaped and checked
		}
		if name != "" || text != "" {
			told = append(told, fact{Name: name, Text: text})
		}
	}
	return told
}
