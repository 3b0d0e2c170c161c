package report

import (
	"html/template"
	"strconv"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render"
)

// A teller gathers what the page says. It reads the map and never writes to it.
type teller struct {
	config
	Words
	m     *outcome.Map
	known *outcome.Index
	index *evidence.Index
	cards []evidence.Scorecard

	progress, confidence scale
	rtl                  bool

	anchors anchors
	paths   []*path
	pathOf  map[string]*path
	items   map[string]*item
	sources map[string]*source
	at      map[pathway.Target]string // anchors of what was told

	criteria map[string]string // their texts, without marks
	groups   map[string]*evidence.Group
}

// A path is a pathway as it is named all over the page.
type path struct {
	*pathway.Pathway
	Letter string
	Class  string // of its colour
	Anchor string
	Short  string
	Title  string
	Key    string // its id, as the map writes it
	card   *evidence.Scorecard
	claims map[pathway.Target]*evidence.ClaimScore // of its chain
	texts  map[pathway.Target]string               // of rivals and assumptions, without marks
}

func newTeller(m *outcome.Map, c config, words Words) *teller {
	scoring := c.score
	if c.asOf != "" {
		scoring = append([]evidence.Option{evidence.AsOf(c.asOf)}, scoring...)
	}
	t := &teller{
		config: c, Words: words, m: m,
		known: outcome.NewIndex(m),
		index: evidence.NewIndex(&m.Evidence, scoring...),
		cards: evidence.Score(m.Pathways, &m.Evidence, scoring...),
		items: map[string]*item{}, sources: map[string]*source{},
		pathOf: map[string]*path{}, at: map[pathway.Target]string{},
	}
	std := t.index.Standard()
	t.progress = newScale(std.Progress, "q", words["rating.progress"], words)
	t.confidence = newScale(std.Confidence, "k", words["rating.confidence"], words)
	t.namePaths()
	t.nameEvidence()
	t.nameRest()
	return t
}

func (t *teller) namePaths() {
	colours := max(len(t.theme.Screen.Pathways), 1)
	for i := range t.m.Pathways {
		p := &t.m.Pathways[i]
		own := &path{Pathway: p, Letter: letter(i), Class: "p" + strconv.Itoa(i%colours), card: &t.cards[i]}
		own.Anchor, own.Key = t.anchors.next("pathway", p.ID), plain(p.ID)
		own.index()
		own.Title = t.firstOf(plain(p.Title), plain(p.Short), t.say("pathway.untitled", "letter", own.Letter))
		own.Short = t.firstOf(plain(p.Short), own.Title)
		t.paths = append(t.paths, own)
		if t.pathOf[p.ID] == nil {
			t.pathOf[p.ID] = own
		}
	}
}

// nameRest lets criteria and groups be found at once. Of two with one id the first counts.
func (t *teller) nameRest() {
	t.criteria, t.groups = map[string]string{}, map[string]*evidence.Group{}
	body := &t.m.Evidence
	for i := len(body.Criteria) - 1; i >= 0; i-- {
		t.criteria[body.Criteria[i].ID] = bare(body.Criteria[i].Text)
	}
	for i := len(body.Groups) - 1; i >= 0; i-- {
		t.groups[body.Groups[i].ID] = &body.Groups[i]
	}
}

// index lets claims, rivals and assumptions be found at once. Of two with one id the first counts.
func (p *path) index() {
	p.claims, p.texts = map[pathway.Target]*evidence.ClaimScore{}, map[pathway.Target]string{}
	for i := range p.card.Probative.Chain {
		p.claims[p.card.Probative.Chain[i].About] = &p.card.Probative.Chain[i]
	}
	for i := len(p.Rivals) - 1; i >= 0; i-- {
		p.texts[pathway.Target{Rival: p.Rivals[i].ID}] = bare(p.Rivals[i].Text)
	}
	for i := len(p.Assumptions) - 1; i >= 0; i-- {
		p.texts[pathway.Target{Assumption: p.Assumptions[i].ID}] = bare(p.Assumptions[i].Text)
	}
}

func (t *teller) firstOf(texts ...string) string {
	for _, s := range texts {
		if s != "" {
			return s
		}
	}
	return ""
}

// letter names the pathway at a place as the map does: A to Z, then AA, AB and so on.
func letter(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}

// A ref is a name with the place on the page that tells more, "" where there is none.
type ref struct {
	Name   string
	Anchor string
	Path   *path // the pathway that it is in, where that has to be said
}

// column words a column, whose heading may be missing.
func (t *teller) column(id string) string {
	if c := t.known.Column(id); c != nil {
		if heading := plain(c.Heading); heading != "" {
			return heading
		}
	}
	return plain(id)
}

// end words one end of a link: a stone, or a column for its whole step.
func (t *teller) end(id string) string {
	if s, _ := t.known.Stone(id); s != nil && plain(s.Text) != "" {
		return plain(s.Text)
	}
	return t.column(id)
}

// name words a target, without its pathway.
func (t *teller) name(about pathway.Target) string {
	switch about.Kind() {
	case pathway.StoneTarget:
		return t.end(about.Stone)
	case pathway.StepTarget:
		return t.column(about.Column)
	case pathway.LinkTarget:
		return t.say("target.link", "from", clipped(t.end(about.From), 60), "to", clipped(t.end(about.To), 60))
	case pathway.RivalTarget:
		return t.say("target.rival", "text", t.text(about))
	case pathway.AssumptionTarget:
		return t.text(about)
	case pathway.CriterionTarget:
		return t.firstOf(t.criteria[about.Criterion], plain(about.Criterion))
	case pathway.PathwayTarget:
		return t.word("target.pathway")
	}
	return t.word("target.unknown")
}

// text words a rival or an assumption of a pathway.
func (t *teller) text(about pathway.Target) string {
	id := t.firstOf(about.Rival, about.Assumption)
	if p := t.pathOf[about.Pathway]; p != nil {
		return t.firstOf(p.texts[pathway.Target{Rival: about.Rival, Assumption: about.Assumption}], plain(id))
	}
	return plain(id)
}

// point makes a ref to a target, with its pathway where it has one and the map has several.
func (t *teller) point(about pathway.Target) ref {
	r := ref{Name: t.name(about), Anchor: t.at[about]}
	if len(t.paths) > 1 {
		r.Path = t.pathOf[about.Pathway]
	}
	return r
}

// direction returns which way the language runs.
func (t *teller) direction() string {
	if t.rtl {
		return "rtl"
	}
	return "ltr"
}

// picture draws the map for the page.
func (t *teller) pictureOptions() []render.Option {
	opts := []render.Option{
		render.Bare(true), render.IDPrefix("map-"), render.WithTheme(t.theme), render.WithWords(t.pictureWords()),
		render.CardWidth(t.cardWidth()), render.StoneLinks(t.stoneLink), render.ByPathway(t.stacked()),
	}
	if t.asOf != "" {
		opts = append(opts, render.AsOf(t.asOf))
	}
	return opts
}

// cardWidth lets six columns fit on a page of usual width.
func (t *teller) cardWidth() float64 {
	switch n := len(t.m.Columns); {
	case n <= 3:
		return 264
	case n <= 5:
		return 200
	}
	return 174
}

// stacked reports whether the map is drawn a row a pathway: one picture of many would be a tangle.
func (t *teller) stacked() bool { return len(t.paths) > 5 }

// stoneLink leads from a card to where its stone is told first.
func (t *teller) stoneLink(stone string) string {
	for _, p := range t.known.Through(stone) {
		if a := t.at[pathway.Target{Pathway: p.ID, Stone: stone}]; a != "" {
			return "#" + a
		}
	}
	if a := t.at[pathway.Target{Stone: stone}]; a != "" {
		return "#" + a
	}
	return ""
}

// pictureWords are the words of the map, taken from the one table. What a report does not draw keeps its
// own.
func (t *teller) pictureWords() render.Words {
	w := render.English()
	for key := range w {
		if mine, ok := t.words[key]; ok {
			w[key] = mine
		}
	}
	return w
}

// A fact is a line of what is told in a word and a text.
type fact struct {
	Name string
	Text template.HTML
}
