package evidence

import (
	"hash/maphash"
	"maps"
	"runtime"

	"github.com/outcomemap/outcomemap/pathway"
)

// readers is how many share the reading at most: each goes through the whole body, but keeps only what
// is said of its own pathways, which is what takes time. A share of fewer items and assessments than
// worthwhile is done sooner than another processor has begun with it.
const readers, worthwhile = 8, 500

// read sorts what the body says into chapters.
func (x *Index) read() {
	said := len(x.body.Items) + len(x.body.Assessments)
	all := make([]reader, min(readers, runtime.GOMAXPROCS(0), 1+said/worthwhile))
	seed := maphash.MakeSeed()
	share(len(all), func(i int) {
		all[i] = reader{Index: x, seed: seed, number: uint64(i), of: uint64(len(all)), mine: map[string]*chapter{}}
		all[i].run()
	})
	for i := range all {
		maps.Copy(x.chapters, all[i].mine)
	}
}

// reader reads what is said of some of the pathways.
type reader struct {
	*Index
	seed       maphash.Seed
	number, of uint64
	mine       map[string]*chapter
	last       string   // the pathway that was named last,
	chapter    *chapter // and its chapter; nil where that is another's
	block      []entry  // to take the next ones from
}

func (r *reader) run() {
	r.turnTo("")
	r.addItems()
	r.addAssessments()
	r.addRest()
	for _, c := range r.mine {
		for e := range c.entries {
			if len(e.cited) > 0 {
				e.settle()
			}
		}
	}
}

// turnTo turns to the chapter of a pathway.
func (r *reader) turnTo(pathway string) {
	r.last, r.chapter = pathway, nil
	if maphash.String(r.seed, pathway)%r.of != r.number {
		return
	}
	if r.chapter = r.mine[pathway]; r.chapter == nil {
		r.chapter = &chapter{}
		r.mine[pathway] = r.chapter
	}
}

// at returns the entry of a target, making it where there is none; nil for what is no target, or
// another's.
func (r *reader) at(t *pathway.Target) *entry {
	if t.Pathway != r.last {
		r.turnTo(t.Pathway)
	}
	if r.chapter == nil {
		return nil
	}
	k, ok := keyOf(t)
	if !ok {
		return nil
	}
	e := r.chapter.find(k)
	if e == nil {
		e = r.newEntry()
		r.chapter.put(k, e)
	}
	return e
}

// newEntry takes an entry from a block of many: a map has one a rated stone.
func (r *reader) newEntry() *entry {
	if len(r.block) == 0 {
		r.block = make([]entry, 32)
	}
	e := &r.block[0]
	r.block = r.block[1:]
	return e
}

func (r *reader) addItems() {
	for place := range r.body.Items {
		item := &r.body.Items[place]
		for i := range item.Bears {
			b := &item.Bears[i]
			r.at(&b.About).add(Piece{Item: item, Bearing: b, place: place})
		}
		group := r.group(item.Group)
		if group == nil || group.Policy != Package {
			continue
		}
		for i := range group.Bears {
			b := &group.Bears[i]
			r.at(&b.About).add(Piece{Item: item, Bearing: b, Package: group, place: place})
		}
	}
}

func (r *reader) addAssessments() {
	for place := range r.body.Assessments {
		a := &r.body.Assessments[place]
		source := own
		if a.About.Pathway == "" {
			source = general
		}
		r.assess(a.About, placed{a, place, source})
		for _, id := range a.Also {
			if t := a.About; t.Pathway != "" && id != t.Pathway && id != "" {
				t.Pathway = id
				r.assess(t, placed{a, place, also})
			}
		}
	}
}

// assess adds an assessment to a target, and the items that it cites.
func (r *reader) assess(t pathway.Target, a placed) {
	e := r.at(&t)
	if e == nil {
		return
	}
	if n := len(e.assessments); n > 0 && e.assessments[n-1].Assessment == a.Assessment {
		return // named twice in one list
	}
	e.assessments = append(e.assessments, a)
	for _, id := range a.Items {
		if place, ok := r.items[id]; ok {
			cited := &Bearing{About: t, Direction: a.Verdict.direction()}
			e.cited = append(e.cited, Piece{Item: &r.body.Items[place], Bearing: cited, Cited: a.Assessment, place: place, bare: true})
		}
	}
}

func (r *reader) addRest() {
	for i := range r.body.Claims {
		if e := r.at(&r.body.Claims[i].About); e != nil {
			e.claims = append(e.claims, &r.body.Claims[i])
		}
	}
	for i := range r.body.Criteria {
		if e := r.at(&r.body.Criteria[i].About); e != nil {
			e.criteria = append(e.criteria, &r.body.Criteria[i])
		}
	}
	for i := range r.body.Indicators {
		if e := r.at(&r.body.Indicators[i].About); e != nil {
			e.indicators = append(e.indicators, &r.body.Indicators[i])
		}
	}
}
