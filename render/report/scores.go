package report

import (
	"html/template"
	"slices"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

// scores are the three layers side by side, a row a pathway, and the checklist over them.
type scores struct {
	Ratings    []ratingScore
	Structure  []structureScore
	Probative  []probativeScore
	Conditions []condition
	Refused    []refusal
	Axis       template.HTML
	Supported  bool // some link has evidence
}

type ratingScore struct {
	*path
	Steps                []profile
	Progress, Confidence level
	ProgressAt, SureAt   string // where the weakest is first met
	Drop                 string
	Rated                string
	Complete             bool
	Differ               string
	Agree                string // of those who judged apart
}

// A profile is the stones of one step by level.
type profile struct {
	Heading string
	Tally   []tally
}

type structureScore struct {
	*path
	Pipes     []pipe
	Citations string
	Cut       []*item
	Sources   string
	SourceCut []string
	Threads   []string
	Passes    []string
	Connected bool
	Flow      string // where the maximum flow by sources tells something else
}

// A pipe is how many citations hold up what lies between two steps.
type pipe struct {
	N       int
	Thick   int // 0 to 5
	Heading string
	Thin    bool // the smallest cut goes through it
}

type probativeScore struct {
	*path
	Chart   template.HTML
	Words   string
	Product string
	Lowest  string
	Weakest string
	Where   ref
	Double  string
	Without string
	Routes  string // the chance that some route holds
	Bounds  bool   // that chance is known within bounds only
	Open    []ref
	Whole   *claim
}

// A condition is one of Mayne's four, over all pathways.
type condition struct {
	Name  string
	Helps string
	Cells []conditionCell
}

type conditionCell struct {
	*path
	State level
	Open  []openPoint
}

type openPoint struct {
	About ref
	Why   string
}

type refusal struct {
	*path
	About ref
	Why   string
}

func (t *teller) scores() *scores {
	s := &scores{Axis: t.chanceAxis()}
	for _, p := range t.paths {
		s.Ratings = append(s.Ratings, t.ratingScore(p))
		s.Structure = append(s.Structure, t.structureScore(p))
		s.Supported = s.Supported || slices.ContainsFunc(p.card.Structure.Links, func(l evidence.LinkSupport) bool { return len(l.Citations) > 0 })
		s.Probative = append(s.Probative, t.probativeScore(p))
		for _, r := range p.card.Refused {
			s.Refused = append(s.Refused, refusal{p, t.point(r.About), t.refusal(r.Err)})
		}
	}
	s.Conditions = t.conditions()
	return s
}

// fewStones is how many stones it takes for the agreement of raters to say anything.
const fewStones = 5

func (t *teller) ratingScore(p *path) ratingScore {
	r := &p.card.Ratings
	own := ratingScore{
		path: p, Progress: t.progress.of(r.Progress.Level), Confidence: t.confidence.of(r.Confidence.Level),
		ProgressAt: t.column(r.Progress.At), SureAt: t.column(r.Confidence.At), Drop: t.column(r.Progress.DropsAt),
		Rated: t.say("number.of", "n", itoa(r.Rated), "of", itoa(r.Stones)), Complete: r.Completeness == evidence.Complete,
	}
	if r.Differ > 0 {
		own.Differ = t.count("count.differ", r.Differ)
	}
	if a := r.Agreement; a.Stones >= fewStones && (a.Progress != nil || a.Confidence != nil) {
		own.Agree = t.say("scores.alpha", "progress", t.alpha(a.Progress), "confidence", t.alpha(a.Confidence), "stones", t.count("count.stones", a.Stones))
	}
	for i := range r.Steps {
		var levels []level
		for _, st := range r.Steps[i].Stones {
			levels = append(levels, t.progress.of(st.Progress))
		}
		own.Steps = append(own.Steps, profile{t.column(r.Steps[i].Column), t.progress.tally(levels)})
	}
	return own
}

func (t *teller) structureScore(p *path) structureScore {
	st := &p.card.Structure
	own := structureScore{path: p, Pipes: t.pipes(p), Connected: st.Connected}
	if st.Citations != nil {
		own.Citations = t.bounds(st.Citations)
		for _, c := range st.Citations.Citations {
			if i := t.items[c.Item]; i != nil {
				own.Cut = append(own.Cut, i)
			}
		}
	}
	if st.Sources != nil {
		own.Sources = t.bounds(st.Sources)
		for _, id := range st.Sources.Sources {
			own.SourceCut = append(own.SourceCut, t.sourceTitle(id))
		}
		if st.Sources.Flow > st.Sources.High {
			own.Flow = itoa(st.Sources.Flow)
		}
	}
	for _, id := range st.Threads {
		own.Threads = append(own.Threads, t.sourceTitle(id))
	}
	for _, id := range st.Dominators {
		own.Passes = append(own.Passes, t.end(id))
	}
	return own
}

func (t *teller) sourceTitle(id string) string {
	if s := t.sources[id]; s != nil {
		return s.Title
	}
	return plain(id)
}

// pipes counts the distinct citations behind each step but the last.
func (t *teller) pipes(p *path) []pipe {
	if len(p.Steps) < 2 {
		return nil
	}
	at, all := t.stepsOf(p), make([]pipe, len(p.Steps)-1)
	seen := map[evidence.LinkItem]bool{}
	for i := range all {
		all[i].Heading = t.say("target.link", "from", t.column(p.Steps[i].Column), "to", t.column(p.Steps[i+1].Column))
	}
	for _, l := range p.card.Structure.Links {
		from, ok := at[l.About.From]
		for _, c := range l.Citations {
			if ok && from < len(all) && !seen[c] {
				seen[c] = true
				all[from].N++
			}
		}
	}
	for i := range all {
		all[i].Thick = min(all[i].N, 5)
	}
	if from, ok := at[p.card.Breaks.Structure.From]; ok && from < len(all) {
		all[from].Thin = true
	}
	return all
}

func (t *teller) probativeScore(p *path) probativeScore {
	pr := &p.card.Probative
	own := probativeScore{path: p}
	for _, about := range pr.Open {
		own.Open = append(own.Open, t.point(about))
	}
	if pr.Whole != nil {
		own.Whole = &claim{Text: prose(pr.Whole.Text)}
		t.chances(own.Whole, pr.Whole)
	}
	if pr.IfIndependent == nil {
		return own
	}
	own.Chart = whole(*pr.Lowest, *pr.IfIndependent, *pr.WeakestLink, len(pr.Open) > 0)
	own.Words = t.headline(pr)
	own.Product, own.Lowest, own.Weakest = t.estimate(*pr.IfIndependent), t.estimate(*pr.Lowest), t.estimate(*pr.WeakestLink)
	own.Where = ref{Name: t.name(pr.Weakest), Anchor: t.at[pr.Weakest]}
	if d := pr.DoubleCounting; d != nil {
		own.Double = t.between(t.chance(min(d.Dominant.Mid, d.Independent.Mid)), t.chance(max(d.Dominant.Mid, d.Independent.Mid)))
	}
	if r := pr.Reliability; r != nil {
		own.Routes, own.Bounds = t.estimate(r.Chance), !r.Exact
	}
	if w := pr.WithoutBest; w != nil {
		own.Without = t.say("score.without", "no", t.nos(w.Items), "post", t.chance(w.Posterior.Mid))
	}
	return own
}

// conditionKeys are Mayne's four conditions in his order.
var conditionKeys = [...]struct {
	kind outcome.ConditionKind
	key  string
}{{outcome.Plausible, "mayne.plausible"}, {outcome.Implemented, "mayne.implemented"}, {outcome.Verified, "mayne.verified"}, {outcome.Accounted, "mayne.accounted"}}

func (t *teller) conditions() []condition {
	all := make([]condition, len(conditionKeys))
	for i, k := range conditionKeys {
		all[i] = condition{Name: t.Words[k.key], Helps: t.Words[k.key+".helps"]}
	}
	conditions := outcome.Conditions(t.m, t.cards)
	for n, p := range t.paths {
		for _, c := range conditions[n] {
			for i, k := range conditionKeys {
				if c.Kind == k.kind {
					all[i].Cells = append(all[i].Cells, t.conditionCell(p, c))
				}
			}
		}
	}
	return all
}

func (t *teller) conditionCell(p *path, c outcome.Condition) conditionCell {
	cell := conditionCell{path: p, State: level{Class: "v2", Icons: []string{"v2"}, Word: t.word("mayne.met")}}
	if !c.Met() {
		cell.State = level{Class: "vu", Icons: []string{"vu"}, Word: t.count("mayne.open", len(c.Open))}
	}
	for _, o := range c.Open {
		point := openPoint{About: ref{Name: t.name(o.About), Anchor: t.at[o.About]}}
		if o.About.Kind() == pathway.PathwayTarget {
			point.About.Anchor = p.Anchor
		}
		point.Why = t.why(p.card, o)
		cell.Open = append(cell.Open, point)
	}
	return cell
}
