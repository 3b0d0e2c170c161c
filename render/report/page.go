package report

import (
	"bytes"
	"fmt"
	"html/template"
	"strings"

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
	Unranked   []*task
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
}

type navItem struct {
	Anchor, Name string
	Path         *path
}

// A mapView is the picture with what stands around it.
type mapView struct {
	SVG    template.HTML
	Counts string
	Wide   bool   // too wide for a page without scrolling
	Fits   bool   // so narrow that it is shown at its own size
	Styles string // what its style element holds, for the policy
}

// A factorGroup is the context of one sphere.
type factorGroup struct {
	Name               string
	Enablers, Barriers []template.HTML
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
	p.Unranked, p.Ranked = t.tasks()
	all := append(append([]*task{}, p.Unranked...), p.Ranked...)
	for _, s := range p.Stories {
		row := t.brief(s, all)
		p.Brief = append(p.Brief, row)
		p.Rated = p.Rated || s.card.Ratings.Progress.Rated+s.card.Ratings.Confidence.Rated > 0
		p.Claimed = p.Claimed || s.card.Probative.IfIndependent != nil
	}
	for _, s := range p.Columns {
		for _, stone := range s.Stones {
			p.Rated = p.Rated || stone.Rating.Rated
		}
	}
	p.Axis, p.WeightAxis = t.chanceAxis(), t.weightAxis()
	if len(t.paths) > 0 && (p.Rated || p.Claimed || len(t.items) > 0) {
		p.Scores = t.scores()
		p.How = t.how()
		p.Gaps = t.gaps()
	}
	p.History = t.history(p.Stories)
}

// how explains the figures of the page.
func (t *teller) how() []fact {
	var all []fact
	for _, key := range [...]string{"how.counts", "how.cut", "how.weight", "how.chance", "how.chain", "how.routes", "how.alpha", "how.break", "how.learn"} {
		all = append(all, fact{t.Words[key], template.HTML(template.HTMLEscapeString(t.Words[key+".says"]))}) //nolint:gosec // escaped
	}
	return all
}

func (t *teller) title() string { return t.firstOf(plain(t.m.Title), t.word("map.untitled")) }

// front tells what stands at the top.
func (t *teller) front(p *page) {
	m := t.m
	p.Kicker = t.newest()
	p.Standfirst = prose(m.Summary)
	if p.Standfirst == "" {
		p.Standfirst = prose(m.Description)
	}
	p.Description = clipped(t.firstOf(bare(m.Summary), bare(m.Description), t.word("page.about")), 300)
	pr := &m.Provenance
	add := func(key string, text template.HTML) {
		if text != "" {
			p.Facts = append(p.Facts, fact{t.Words[key], text})
		}
	}
	escape := func(s string) template.HTML { return template.HTML(template.HTMLEscapeString(s)) } //nolint:gosec // escaped
	add("front.map", escape(t.joinedBy(", ", plain(pr.Publisher), t.date(pr.Date))))
	if p.Rated {
		rated, all := 0, 0
		for _, path := range t.paths {
			rated, all = rated+path.card.Ratings.Rated, all+path.card.Ratings.Stones
		}
		add("front.ratings", t.html("front.ratings.says", "n", itoa(rated), "of", itoa(all)))
	}
	if len(t.items) > 0 {
		add("front.evidence", escape(t.evidenceCount()))
	}
	add("front.file", escape(clipped(plain(t.file), 24)))
	if pr.Licence == "" {
		add("front.licence", escape(t.word("front.nolicence")))
	} else if len(pr.Licence) <= 40 { // a longer one stands at the end
		add("front.licence", escape(plain(pr.Licence)))
	}
	p.PrintLeft = t.joinedBy(" · ", t.title(), p.Notice)
}

func (t *teller) joinedBy(sep string, parts ...string) string {
	var all []string
	for _, s := range parts {
		if s != "" {
			all = append(all, s)
		}
	}
	return strings.Join(all, sep)
}

// newest names the newest round, or the day asked for.
func (t *teller) newest() string {
	if t.asOf != "" {
		return t.say("front.asof", "date", t.date(t.asOf))
	}
	if n := len(t.m.Evidence.Rounds); n > 0 {
		r := &t.m.Evidence.Rounds[n-1]
		return t.firstOf(plain(r.Title), t.date(r.Date), plain(r.ID))
	}
	return t.date(t.m.Provenance.Date)
}

func (t *teller) evidenceCount() string {
	found, planned := 0, 0
	for _, i := range t.items {
		if i.Status == "planned" {
			planned++
		} else {
			found++
		}
	}
	s := t.say("front.evidence.says", "items", t.count("count.items", found), "sources", t.count("count.sources", len(t.m.Evidence.Sources)))
	if planned > 0 {
		s = t.say("front.planned", "text", s, "n", itoa(planned))
	}
	return s
}

// back tells context, background, conclusions, sources, legend and provenance.
func (t *teller) back(p *page) {
	m := t.m
	p.Factors = t.factors()
	b := &m.Background
	for _, f := range []struct{ key, text string }{{"background.map", m.Description}, {"background.about", b.About}, {"background.aims", b.Aims}, {"background.context", b.Context}, {"background.method", b.Method}} {
		if text := prose(f.text); text != "" {
			p.Background = append(p.Background, fact{t.Words[f.key], text})
		}
	}
	p.Concluded = prose(m.Conclusions)
	seen := map[*source]bool{}
	for i := range m.Evidence.Sources {
		if s := t.sources[m.Evidence.Sources[i].ID]; s != nil && !seen[s] {
			seen[s] = true
			p.Sources = append(p.Sources, s)
		}
	}
	told := map[*item]bool{}
	for i := range m.Evidence.Items {
		it := t.items[m.Evidence.Items[i].ID]
		if it == nil || told[it] {
			continue
		}
		told[it] = true
		it.Bears = t.bears(it)
		if it.Source == nil {
			p.Sourceless = append(p.Sourceless, it)
		}
	}
	if p.Rated || p.Claimed || len(t.items) > 0 || len(t.paths) > 0 {
		p.Legend = t.legend()
	}
	p.Provenance = t.provenance()
}

func (t *teller) factors() []factorGroup {
	var all []factorGroup
	for _, sphere := range [...]outcome.Sphere{outcome.Individual, outcome.Social, outcome.Material, ""} {
		g := factorGroup{Name: t.Words["sphere."+string(sphere)]}
		for _, f := range t.m.Factors {
			known := f.Sphere == outcome.Individual || f.Sphere == outcome.Social || f.Sphere == outcome.Material
			if f.Sphere != sphere && (sphere != "" || known) {
				continue
			}
			if f.Kind == outcome.Barrier {
				g.Barriers = append(g.Barriers, prose(f.Text))
			} else {
				g.Enablers = append(g.Enablers, prose(f.Text))
			}
		}
		if len(g.Enablers)+len(g.Barriers) > 0 {
			all = append(all, g)
		}
	}
	return all
}

func (t *teller) provenance() []fact {
	m, pr := t.m, &t.m.Provenance
	var all []fact
	add := func(key, text string) {
		if text = plain(text); text != "" {
			all = append(all, fact{t.Words[key], template.HTML(template.HTMLEscapeString(text))}) //nolint:gosec // escaped
		}
	}
	add("provenance.publisher", pr.Publisher)
	add("provenance.date", t.date(pr.Date))
	add("provenance.people", t.joined(tidy(pr.People)))
	add("provenance.licence", pr.Licence)
	if to := safeURL(pr.URL); to != "" {
		all = append(all, fact{t.word("provenance.address"), template.HTML(`<a href="` + template.HTMLEscapeString(to) + `">` + template.HTMLEscapeString(to) + `</a>`)}) //nolint:gosec // escaped and checked
	}
	add("provenance.id", m.ID)
	add("provenance.language", m.Language)
	add("provenance.file", t.file)
	parent := &m.Parent
	add("provenance.parent", t.joinedBy(" · ", plain(parent.ID), plain(parent.URL), plain(parent.Digest)))
	add("provenance.standard", t.index.Standard().ID)
	return append(all, t.refs(m.Refs)...)
}

// fitWidth is how wide a map may be, in pixels, to be shown at its own size.
const fitWidth = 1300

// mapView draws the map.
func (t *teller) mapView() (*mapView, error) {
	if len(t.m.Columns) == 0 {
		return nil, nil
	}
	g, err := render.Layout(t.m, t.pictureOptions()...)
	if err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	var svg bytes.Buffer
	if err := render.SVG(&svg, t.m, t.pictureOptions()...); err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	v := &mapView{Wide: len(g.Columns) > 6, Fits: g.Width < fitWidth}
	s := strings.TrimSpace(svg.String())
	if _, rest, ok := strings.Cut(s, "<style>"); ok { // no text of a map can hold a tag
		v.Styles, _, _ = strings.Cut(rest, "</style>")
	}
	v.SVG = template.HTML(strings.TrimSuffix(s, "</svg>") + t.breakMarks(g) + "</svg>") //nolint:gosec // package render escapes all text
	counts := []string{t.count("count.stones", len(g.Cards)), t.count("count.columns", len(g.Columns))}
	if len(t.paths) > 0 {
		counts = append(counts, t.count("count.pathways", len(t.paths)), t.count("count.links", len(g.Links)))
	}
	v.Counts = strings.Join(counts, " · ")
	return v, nil
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
	add(len(p.Unranked)+len(p.Ranked)+len(p.Gaps) > 0, "next")
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
