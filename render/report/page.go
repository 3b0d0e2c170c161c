package report

import (
	"fmt"
	"html/template"
	"slices"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render"
)

// A page is all that the templates show.
type page struct {
	W           lexicon
	Lang, Dir   string
	Title       string
	Description string
	Notice      string
	CSP         string
	Style       template.CSS
	Script      template.JS
	ScriptWords map[string]string

	Kicker     string
	Standfirst template.HTML
	Facts      []fact
	Nav        []navItem
	PrintLeft  string

	Brief      []*briefRow
	Axis       template.HTML
	WeightAxis template.HTML
	Map        *mapView
	Stories    []*story
	Columns    []step // stones in no pathway
	Criteria   []judged
	Indicators []*indicator
	Scores     *scores
	How        []fact
	ToSettle   []toSettle
	Ranked     []*task
	Gaps       []gap
	History    *history
	Factors    []factorGroup
	Background []fact
	Concluded  template.HTML
	Sources    []*source
	Sourceless []*item
	Legend     *legend
	Provenance []fact
	Signs      template.HTML
	Scheme     string // of colours: light, dark or both
	Rated      bool
	Claimed    bool
	Key        key
}

// A key is what the first screen shows and has to explain.
type key struct{ Band, Hollow, Off, Break bool }

type navItem struct {
	Anchor, Name string
	Path         *path
}

// newPage tells the whole of it.
func newPage(m *outcome.Map, c config) (*page, error) {
	words, err := english.over(c.words)
	if err != nil {
		return nil, err
	}
	geometry, err := render.Layout(m, render.WithTheme(c.theme))
	if err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	if geometry.RightToLeft {
		words = words.turned()
	}
	t := newTeller(m, c, words)
	t.rtl = geometry.RightToLeft
	p := &page{W: lexicon{words}, Lang: languageTag(m.Language), Dir: t.direction(), Notice: plain(c.notice), Title: t.title()}
	for _, path := range t.paths {
		p.Stories = append(p.Stories, t.story(path))
	}
	p.Columns = t.looseStones()
	p.Criteria, p.Indicators = t.anyPathway()
	t.conclude(p)
	if p.Map, err = t.mapView(); err != nil {
		return nil, err
	}
	t.front(p)
	t.back(p)
	p.Nav = t.nav(p)
	p.Signs, p.Scheme = t.signs(), scheme(c.theme)
	return p, p.seal(t)
}

// conclude tells what follows from scores and history.
func (t *teller) conclude(p *page) {
	unranked, ranked := t.tasks()
	p.ToSettle, p.Ranked = together(unranked), ranked
	all := append(unranked, ranked...)
	for _, s := range p.Stories {
		row := t.brief(s, all)
		p.Brief = append(p.Brief, row)
		p.Rated = p.Rated || s.card.Ratings.Progress.Rated+s.card.Ratings.Confidence.Rated > 0
		p.Claimed = p.Claimed || s.card.Probative.IfIndependent != nil
		p.Key.add(row)
	}
	for _, s := range p.Columns {
		for _, stone := range s.Stones {
			p.Rated = p.Rated || stone.Rating.Rated
		}
	}
	p.Axis, p.WeightAxis = t.chanceAxis(), t.weightAxis()
	if len(t.paths) > 0 && (p.Rated || p.Claimed || len(t.items) > 0) {
		p.Scores = t.scores()
		p.How = t.how(p)
		p.Gaps = t.gaps()
	}
	p.History = t.history(p.Stories)
}

// add tells what the row of a pathway shows.
func (k *key) add(row *briefRow) {
	k.Break = k.Break || row.BreakAt != ""
	if pr := &row.card.Probative; pr.IfIndependent != nil {
		hollow := len(pr.Open) > 0
		k.Band, k.Hollow = k.Band || !hollow, k.Hollow || hollow
		k.Off = k.Off || offAxis(pr.Lowest.Low)
	}
}

// how explains the figures of the page, those that it has.
func (t *teller) how(p *page) []fact {
	agree := slices.ContainsFunc(p.Scores.Ratings, func(r ratingScore) bool { return r.Agree != "" })
	var all []fact
	for _, f := range [...]struct {
		key  string
		here bool
	}{
		{"how.counts", p.Rated}, {"how.cut", p.Scores.Supported}, {"how.weight", len(t.items) > 0}, {"how.chance", p.claims()}, {"how.chain", p.Claimed},
		{"how.routes", p.Claimed}, {"how.alpha", agree}, {"how.break", p.Key.Break}, {"how.learn", len(p.Ranked) > 0},
	} {
		if f.here {
			all = append(all, fact{t.Words[f.key], template.HTML(template.HTMLEscapeString(t.Words[f.key+".says"]))}) //nolint:gosec // escaped
		}
	}
	return all
}

// nav lists the parts of the page that are there.
func (t *teller) nav(p *page) []navItem {
	var all []navItem
	add := func(there bool, id string) {
		if there {
			all = append(all, navItem{Anchor: id, Name: t.Words["nav."+id]})
		}
	}
	add(len(p.Brief) > 0, "brief")
	add(p.Map != nil, "map")
	for _, s := range p.Stories {
		all = append(all, navItem{Anchor: s.Anchor, Name: s.Short, Path: s.path})
	}
	add(len(p.Columns)+len(p.Criteria)+len(p.Indicators) > 0, "loose")
	if len(p.Stories) == 0 && len(all) > 0 && all[len(all)-1].Anchor == "loose" {
		all[len(all)-1].Name = t.word("loose.all")
	}
	add(p.Scores != nil, "scores")
	add(len(p.ToSettle)+len(p.Ranked)+len(p.Gaps) > 0, "next")
	add(p.History != nil, "history")
	add(len(p.Factors) > 0, "context")
	add(len(p.Background) > 0, "background")
	add(p.Concluded != "", "conclusions")
	add(len(p.Sources)+len(p.Sourceless) > 0, "sources")
	add(p.Legend != nil, "legend")
	return all
}

// languageTag returns a tag that is safe to write, or "" where it is none.
func languageTag(tag string) string {
	if len(tag) > 35 {
		return ""
	}
	for i := range len(tag) {
		if c := tag[i] | 0x20; (c < 'a' || c > 'z') && (tag[i] < '0' || tag[i] > '9') && tag[i] != '-' {
			return ""
		}
	}
	return tag
}
