package evidence

import "slices"

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
	x.read()
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

// group returns the group with an id, or nil.
func (x *Index) group(id string) *Group {
	if id == "" {
		return nil
	}
	return byID(x.body.Groups, x.groups, id)
}
