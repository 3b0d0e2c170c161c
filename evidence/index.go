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
	packed     map[int][]int // places of the items of each group
	entries    map[pathway.Target]*entry
	block      []entry                   // to take the next ones from
	links      map[ends][]pathway.Target // targets that are links, by pathway and by where they start
}

type ends struct{ pathway, from string }

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
	x := &Index{
		body:     snapshot(b, newConfig(opts)),
		standard: b.Effective(),
		verdicts: newScale(verdictScale),
		packed:   map[int][]int{},
		entries:  map[pathway.Target]*entry{},
		links:    map[ends][]pathway.Target{},
	}
	x.progress, x.confidence = newScale(x.standard.Progress), newScale(x.standard.Confidence)
	x.rounds = places(x.body.Rounds, func(r Round) string { return r.ID })
	x.items = places(x.body.Items, func(i Item) string { return i.ID })
	x.sources = places(x.body.Sources, func(s Source) string { return s.ID })
	x.groups = places(x.body.Groups, func(g Group) string { return g.ID })
	x.addItems()
	x.addAssessments()
	x.addRest()
	for _, e := range x.entries {
		e.settle()
	}
	return x
}

// snapshot copies the lists of a body, without what was not yet there on the day asked for.
func snapshot(b *Body, c config) Body {
	s := *b
	s.Sources, s.Groups, s.Rounds = slices.Clone(b.Sources), slices.Clone(b.Groups), slices.Clone(b.Rounds)
	s.Criteria, s.Claims = slices.Clone(b.Criteria), slices.Clone(b.Claims)
	s.Items = keep(b.Items, func(i Item) bool { return !i.Status.sought() || c.known(i.Date) })
	s.Assessments = keep(b.Assessments, func(a Assessment) bool { return c.known(a.Date) })
	s.Indicators = slices.Clone(b.Indicators)
	for i := range s.Indicators {
		ind := &s.Indicators[i]
		ind.Periods = keep(ind.Periods, func(p Period) bool { return c.known(p.End) })
	}
	return s
}

// places maps ids to places, the first of equal ids; an empty id names nothing.
func places[T any](all []T, id func(T) string) map[string]int {
	at := make(map[string]int, len(all))
	for i, v := range all {
		if _, twice := at[id(v)]; !twice && id(v) != "" {
			at[id(v)] = i
		}
	}
	return at
}

// at returns the entry of a target, making it where there is none; nil for what is no target.
func (x *Index) at(t pathway.Target) *entry {
	switch t.Kind() {
	case pathway.NoTarget, pathway.BadTarget:
		return nil
	}
	e := x.entries[t]
	if e == nil {
		e = x.newEntry()
		x.entries[t] = e
		if t.Kind() == pathway.LinkTarget {
			from := ends{t.Pathway, t.From}
			x.links[from] = append(x.links[from], t)
		}
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

func (x *Index) addItems() {
	for place := range x.body.Items {
		item := &x.body.Items[place]
		for _, b := range item.Bears {
			x.at(b.About).add(Piece{Item: item, Bearing: b, place: place})
		}
		g, ok := x.groups[item.Group]
		if !ok {
			continue
		}
		x.packed[g] = append(x.packed[g], place)
		group := &x.body.Groups[g]
		if group.Policy != Package {
			continue
		}
		for _, b := range group.Bears {
			x.at(b.About).add(Piece{Item: item, Bearing: b, Package: group, place: place})
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
	e := x.at(t)
	if e == nil {
		return
	}
	if n := len(e.assessments); n > 0 && e.assessments[n-1].Assessment == a.Assessment {
		return // named twice in one list
	}
	e.assessments = append(e.assessments, a)
	for _, id := range a.Items {
		if place, ok := x.items[id]; ok {
			cited := Bearing{About: t, Direction: a.Verdict.direction()}
			e.cited = append(e.cited, Piece{Item: &x.body.Items[place], Bearing: cited, Cited: a.Assessment, place: place})
		}
	}
}

func (x *Index) addRest() {
	for i := range x.body.Claims {
		if e := x.at(x.body.Claims[i].About); e != nil {
			e.claims = append(e.claims, &x.body.Claims[i])
		}
	}
	for i := range x.body.Criteria {
		if e := x.at(x.body.Criteria[i].About); e != nil {
			e.criteria = append(e.criteria, &x.body.Criteria[i])
		}
	}
	for i := range x.body.Indicators {
		if e := x.at(x.body.Indicators[i].About); e != nil {
			e.indicators = append(e.indicators, &x.body.Indicators[i])
		}
	}
}
