package report

import (
	"html/template"
	"math"
	"slices"
	"strings"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

// A briefRow answers the four questions for one pathway.
type briefRow struct {
	*path
	Says       template.HTML
	Progress   []tally
	Sure       string // in words
	Chart      template.HTML
	Axis       bool
	SureFigure string
	SureMeta   []string
	Confidence []tally
	Mini       template.HTML
	BreakAt    string
	BreakLink  string
	BreakWhy   string
	First      *task // what no figure can rank, and comes before
	Next       *task // what teaches most
}

// brief answers what difference, how sure, where it breaks and what next.
func (t *teller) brief(s *story, tasks []*task) *briefRow {
	b := &briefRow{path: s.path, Says: s.Says, Mini: s.Mini}
	var progress, confidence []level
	for _, step := range s.Steps {
		for _, st := range step.Stones {
			progress, confidence = append(progress, st.Rating.Progress), append(confidence, st.Rating.Confidence)
		}
	}
	r := &s.card.Ratings
	if r.Progress.Rated > 0 || r.Confidence.Rated > 0 {
		b.Progress, b.Confidence = t.progress.tally(progress), t.confidence.tally(confidence)
	}
	t.sure(b, s)
	t.breakOf(b, s)
	for _, task := range tasks {
		switch {
		case task.path != s.path:
		case task.Ranked == nil && b.First == nil:
			b.First = task
		case task.Ranked != nil && b.Next == nil:
			b.Next = task
		}
	}
	return b
}

// sure words how sure we are: by the claims where there are any, else by the ratings alone.
func (t *teller) sure(b *briefRow, s *story) {
	p, r := &s.card.Probative, &s.card.Ratings
	switch {
	case p.IfIndependent != nil:
		b.Sure, b.SureFigure = t.headline(p), t.say("brief.all", "range", t.estimate(*p.IfIndependent))
		b.Chart, b.Axis = whole(*p.Lowest, *p.IfIndependent, *p.WeakestLink, len(p.Open) > 0), true
	case r.Confidence.Rated > 0:
		b.Sure = t.say("brief.weakest", "level", t.confidence.of(r.Confidence.Level).Word)
	default:
		b.Sure = t.word("brief.unrated")
	}
	if r.Stones > 0 {
		b.SureMeta = append(b.SureMeta, t.say("brief.rated", "n", itoa(r.Rated), "of", itoa(r.Stones)))
	}
	if open, all := openRivals(s.card); all > 0 {
		b.SureMeta = append(b.SureMeta, t.say("brief.rivals", "n", itoa(open), "of", itoa(all)))
	} else if p.IfIndependent != nil {
		b.SureMeta = append(b.SureMeta, t.word("brief.norivals"))
	}
}

// headline words the chance that a chain holds. Where a part of it is open the low end is not known.
func (t *teller) headline(p *evidence.Probative) string {
	if len(p.Open) > 0 {
		return first(t.say("brief.atmost", "word", t.Words[scaleWords[wording(p.IfIndependent.High)].key]))
	}
	return first(t.inWords(*p.IfIndependent))
}

// openRivals counts the rivals that nobody ruled out.
func openRivals(card *evidence.Scorecard) (open, all int) {
	for _, r := range card.Probative.Rivals {
		all++
		if r.Rating.Verdict.Low != string(evidence.Fails) || r.Rating.Verdict.High != string(evidence.Fails) {
			open++
		}
	}
	return open, all
}

// breakOf words where the story breaks.
func (t *teller) breakOf(b *briefRow, s *story) {
	at := s.card.Breaks.At
	if at == (pathway.Target{}) {
		b.BreakWhy = t.word("break.unknown")
		if s.Breaks != "" { // nothing is weak
			b.BreakWhy = s.Breaks
		}
		return
	}
	if s.Bare && s.card.Breaks.Why == evidence.NothingSupports && s.card.Ratings.Progress.Rated == 0 {
		b.BreakWhy = t.word("break.untested")
		return
	}
	b.BreakAt, b.BreakLink, b.BreakWhy = t.name(at), t.at[at], s.Breaks
}

// keyFacts are the figures at the head of a story.
func (t *teller) keyFacts(p *path) []keyFact {
	r, st, pr := &p.card.Ratings, &p.card.Structure, &p.card.Probative
	facts := []keyFact{{Name: t.word("fact.rated"), Text: t.say("number.of", "n", itoa(r.Rated), "of", itoa(r.Stones))}}
	if r.Progress.Rated > 0 {
		facts = append(facts, keyFact{Name: t.word("fact.progress"), Levels: []level{t.progress.of(r.Progress.Level)}})
	}
	if r.Confidence.Rated > 0 {
		facts = append(facts, keyFact{Name: t.word("fact.confidence"), Levels: []level{t.confidence.of(r.Confidence.Level)}})
	}
	if pr.IfIndependent != nil {
		facts = append(facts, keyFact{Name: t.word("fact.all"), Text: t.say("number.in100", "n", t.estimate(*pr.IfIndependent))})
	}
	if st.Citations != nil && len(t.items) > 0 {
		facts = append(facts, keyFact{Name: t.word("fact.citations"), Text: t.bounds(st.Citations)})
	}
	if open, all := openRivals(p.card); all > 0 {
		facts = append(facts, keyFact{Name: t.word("fact.rivals"), Text: t.say("number.of", "n", itoa(open), "of", itoa(all))})
	}
	return facts
}

// bounds writes how many may be lost.
func (t *teller) bounds(r *evidence.Loss) string {
	if r.High == 0 {
		return t.word("table.none")
	}
	return t.between(itoa(r.Low), itoa(r.High))
}

// A task is one thing to do next.
type task struct {
	*path
	Anchor string
	Do     string // what to do, in a word or two
	Says   template.HTML
	Brief  string // the same in a line
	About  ref
	Items  []*item
	Ranked *worth
}

// A worth is what collecting something is expected to teach.
type worth struct {
	Rank     int // over all pathways
	Learning string
	Chart    template.HTML
	Found    string
	Absent   string
	Now      string
	Cost     string
	CostRank int
	learning float64
	perCost  float64 // NaN where the cost is not known
}

// tasks lists what to do next over all pathways: first what nothing can rank, then what to collect, by
// what it is expected to teach.
func (t *teller) tasks() (unranked, ranked []*task) {
	for _, p := range t.paths {
		for i := range p.card.Next {
			n := &p.card.Next[i]
			own := t.task(p, n)
			if own.Ranked != nil {
				ranked = append(ranked, own)
			} else {
				unranked = append(unranked, own)
			}
		}
	}
	slices.SortStableFunc(ranked, func(a, b *task) int { return descending(a.Ranked.learning, b.Ranked.learning) })
	for i, own := range ranked {
		own.Ranked.Rank = i + 1
	}
	byCost := slices.DeleteFunc(slices.Clone(ranked), func(a *task) bool { return math.IsNaN(a.Ranked.perCost) })
	slices.SortStableFunc(byCost, func(a, b *task) int { return descending(a.Ranked.perCost, b.Ranked.perCost) })
	for i, own := range byCost {
		own.Ranked.CostRank = i + 1
	}
	return unranked, ranked
}

// A toSettle is one thing to do in a pathway, with all that it is to be done to.
type toSettle struct {
	*path
	Do    string
	Tasks []*task
}

// together puts neighbours that ask for the same under one head.
func together(tasks []*task) (all []toSettle) {
	for _, own := range tasks {
		if last := len(all) - 1; last >= 0 && all[last].path == own.path && all[last].Do == own.Do {
			all[last].Tasks = append(all[last].Tasks, own)
		} else {
			all = append(all, toSettle{own.path, own.Do, []*task{own}})
		}
	}
	return all
}

func descending(a, b float64) int {
	switch {
	case a > b:
		return -1
	case a < b:
		return 1
	}
	return 0
}

func (t *teller) task(p *path, n *evidence.Proposal) *task {
	own := &task{path: p, About: t.point(n.About), Anchor: t.anchors.next("task", "")}
	for _, id := range n.Items {
		if i := t.items[id]; i != nil {
			own.Items = append(own.Items, i)
			own.Says += i.Text
		}
	}
	name := t.name(n.About)
	switch n.Do {
	case evidence.StateClaim:
		own.Do = t.taskWord("state", n.About.Kind())
		own.Says = t.toState(n.About)
	case evidence.SetPrior:
		own.Do, own.Says = t.word("task.prior"), t.html("task.prior.says", "about", name)
	case evidence.Mend:
		own.Do, own.Says = t.word("task.mend"), t.html("task.mend.says", "about", name)
	case evidence.SeekEvidence:
		own.Do, own.Says = t.word("task.seek"), t.html("task.seek.says", "about", name)
	case evidence.JudgePlan:
		own.Do = t.word("task.judge")
	case evidence.JudgeFound:
		own.Do = t.word("task.found")
	case evidence.Collect:
		own.Do = t.word("task.collect")
		if len(own.Items) > 0 && own.Items[0].Source != nil {
			own.Do = own.Items[0].Source.Title
		}
	}
	own.Brief = clipped(stripped(own.Says), 90)
	if n.Worth != nil {
		own.Ranked = t.worth(n.Worth)
	}
	return own
}

// toState says what claim has to be put into words.
func (t *teller) toState(about pathway.Target) template.HTML {
	switch about.Kind() {
	case pathway.LinkTarget:
		return t.html("task.state.says", "from", clipped(t.end(about.From), 60), "to", clipped(t.end(about.To), 60))
	case pathway.RivalTarget:
		return t.html("task.rival.says", "about", t.text(about))
	}
	return t.html("task.state.other", "about", t.name(about))
}

func (t *teller) taskWord(do string, kind pathway.TargetKind) string {
	if kind == pathway.RivalTarget {
		return t.word("task.rival")
	}
	return t.Words["task."+do]
}

func (t *teller) worth(w *evidence.Worth) *worth {
	own := &worth{learning: w.Learning, Learning: t.share(w.Learning), Chart: bar(w.Learning), Now: t.chance(w.Now.Mid), perCost: math.NaN()}
	if w.IfFound != nil {
		own.Found = t.chance(w.IfFound.Mid)
	}
	if w.IfAbsent != nil {
		own.Absent = t.chance(w.IfAbsent.Mid)
	}
	if w.Cost != nil {
		own.Cost = t.number(*w.Cost)
	}
	if w.PerCost != nil {
		own.perCost = *w.PerCost
	}
	return own
}

// A gap is something that is missing, in a pathway or in the evidence as such.
type gap struct {
	Path  *path
	Word  string
	About ref
}

// gaps lists what is missing, pathway by pathway, then what is missing in the evidence itself.
func (t *teller) gaps() []gap {
	var all []gap
	for _, p := range t.paths {
		for _, g := range p.card.Gaps {
			all = append(all, t.gap(p, g))
		}
	}
	for _, g := range t.index.Gaps() {
		all = append(all, t.gap(nil, g))
	}
	return all
}

func (t *teller) gap(p *path, g evidence.Gap) gap {
	key := "gap." + strings.NewReplacer(" ", "-", ",", "").Replace(string(g.Kind))
	own := gap{Path: p, Word: t.firstOf(t.Words[key], plain(string(g.Kind)))}
	switch {
	case g.Source != "":
		own.About = ref{Name: t.sourceTitle(g.Source)}
		if s := t.sources[g.Source]; s != nil {
			own.About.Anchor = s.Anchor
		}
	case g.Item != "":
		own.About = ref{Name: t.no(g.Item)}
		if i := t.items[g.Item]; i != nil {
			own.About.Anchor = i.Anchor
		}
	default:
		own.About = ref{Name: t.name(g.About), Anchor: t.at[g.About]}
	}
	return own
}
