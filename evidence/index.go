package evidence

import (
	"slices"

	"github.com/outcomemap/outcomemap/pathway"
)

// An Index answers at once what bears on a target. It is a snapshot: it keeps its own list of the
// body's entries, so what is added, removed or replaced later does not reach it. It is safe for
// concurrent use. Make one with [NewIndex].
type Index struct {
	body       Body
	standard   Standard
	progress   scale
	confidence scale
	verdicts   scale
	rounds     map[string]int // place in Body.Rounds, the first of equal ids
	items      map[string]int
	sources    map[string]int
	groups     map[string]int
	chapters   map[string]*chapter // by pathway; that of "" is about targets without one
	block      []entry             // to take the next ones from
}

// entry is what is said of one target in exactly these words.
type entry struct {
	pieces      []Piece // in the order of the items, one an item
	cited       []Piece // those that assessments cite, until they are merged into pieces
	assessments []placed
	claims      []*Claim
	criteria    []*Criterion
	indicators  []*Indicator
}

// NewIndex reads a body of evidence once. Of two entries with one id the first keeps it. A target
// that is empty or mixes forms is no target. The only option that matters here is [AsOf]. A nil
// body is an empty one. Costs grow linearly with the body.
func NewIndex(b *Body, opts ...Option) *Index {
	if b == nil {
		b = &Body{}
	}
	own := *b
	own.Sources, own.Groups, own.Rounds = slices.Clone(b.Sources), slices.Clone(b.Groups), slices.Clone(b.Rounds)
	own.Items, own.Assessments = slices.Clone(b.Items), slices.Clone(b.Assessments)
	own.Criteria, own.Claims, own.Indicators = slices.Clone(b.Criteria), slices.Clone(b.Claims), slices.Clone(b.Indicators)
	return newIndex(&own, newConfig(opts))
}

// newIndex is an index that shares the lists of the body.
func newIndex(b *Body, c config) *Index {
	x := &Index{
		body:     c.view(b),
		standard: b.EffectiveStandard(),
		verdicts: newScale(verdictScale),
		chapters: map[string]*chapter{},
	}
	x.progress, x.confidence = newScale(x.standard.Progress), newScale(x.standard.Confidence)
	x.rounds = places(x.body.Rounds, func(r *Round) string { return r.ID })
	x.items = places(x.body.Items, func(i *Item) string { return i.ID })
	x.sources = places(x.body.Sources, func(s *Source) string { return s.ID })
	x.groups = places(x.body.Groups, func(g *Group) string { return g.ID })
	x.addItems()
	x.addAssessments()
	x.addRest()
	for e := range x.entries {
		if len(e.cited) > 0 {
			e.settle()
		}
	}
	return x
}

// view is a body without what was not yet there on the day asked for. It shares what it can.
func (c config) view(b *Body) Body {
	v := *b
	if c.asOf == "" {
		return v
	}
	v.Items = keep(b.Items, func(i *Item) bool { return !i.Status.sought() || c.known(i.Date) })
	v.Assessments = keep(b.Assessments, func(a *Assessment) bool { return c.known(a.Date) })
	v.Indicators = slices.Clone(b.Indicators)
	for i := range v.Indicators {
		periods := &v.Indicators[i].Periods
		*periods = keep(*periods, func(p *Period) bool { return c.known(p.End) })
	}
	return v
}

// places maps ids to places, the first of equal ids; an empty id names nothing.
func places[T any](all []T, id func(*T) string) map[string]int {
	at := make(map[string]int, len(all))
	for i := range all {
		id := id(&all[i])
		if _, twice := at[id]; !twice && id != "" {
			at[id] = i
		}
	}
	return at
}

// at returns the entry of a target, making it where there is none; nil for what is no target.
func (x *Index) at(t *pathway.Target) *entry {
	k, ok := keyOf(t)
	if !ok {
		return nil
	}
	c := x.chapters[k.pathway]
	if c == nil {
		c = &chapter{}
		x.chapters[k.pathway] = c
	}
	e := c.find(k)
	if e == nil {
		e = x.newEntry()
		c.put(k, e)
	}
	return e
}

// newEntry takes an entry from a block of many: a map has one a rated stone.
func (x *Index) newEntry() *entry {
	if len(x.block) == 0 {
		x.block = make([]entry, 32)
	}
	e := &x.block[0]
	x.block = x.block[1:]
	return e
}

// group returns the group with an id, or nil.
func (x *Index) group(id string) *Group {
	if id == "" {
		return nil
	}
	return byID(x.body.Groups, x.groups, id)
}

func (x *Index) addItems() {
	for place := range x.body.Items {
		item := &x.body.Items[place]
		for i := range item.Bears {
			b := &item.Bears[i]
			x.at(&b.About).add(Piece{Item: item, Bearing: b, place: place})
		}
		group := x.group(item.Group)
		if group == nil || group.Policy != Package {
			continue
		}
		for i := range group.Bears {
			b := &group.Bears[i]
			x.at(&b.About).add(Piece{Item: item, Bearing: b, Package: group, place: place})
		}
	}
}

func (x *Index) addAssessments() {
	for place := range x.body.Assessments {
		a := &x.body.Assessments[place]
		source := own
		if a.About.Pathway == "" {
			source = general
		}
		x.assess(a.About, placed{a, place, source})
		for _, id := range a.Also {
			if t := a.About; t.Pathway != "" && id != t.Pathway && id != "" {
				t.Pathway = id
				x.assess(t, placed{a, place, also})
			}
		}
	}
}

// assess adds an assessment to a target, and the items that it cites.
func (x *Index) assess(t pathway.Target, a placed) {
	e := x.at(&t)
	if e == nil {
		return
	}
	if n := len(e.assessments); n > 0 && e.assessments[n-1].Assessment == a.Assessment {
		return // named twice in one list
	}
	e.assessments = append(e.assessments, a)
	for _, id := range a.Items {
		if place, ok := x.items[id]; ok {
			cited := &Bearing{About: t, Direction: a.Verdict.direction()}
			e.cited = append(e.cited, Piece{Item: &x.body.Items[place], Bearing: cited, Cited: a.Assessment, place: place, bare: true})
		}
	}
}

func (x *Index) addRest() {
	for i := range x.body.Claims {
		if e := x.at(&x.body.Claims[i].About); e != nil {
			e.claims = append(e.claims, &x.body.Claims[i])
		}
	}
	for i := range x.body.Criteria {
		if e := x.at(&x.body.Criteria[i].About); e != nil {
			e.criteria = append(e.criteria, &x.body.Criteria[i])
		}
	}
	for i := range x.body.Indicators {
		if e := x.at(&x.body.Indicators[i].About); e != nil {
			e.indicators = append(e.indicators, &x.body.Indicators[i])
		}
	}
}
