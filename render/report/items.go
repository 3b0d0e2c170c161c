package report

import (
	"html/template"
	"strconv"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/evidence/bayes"
	"github.com/outcomemap/outcomemap/pathway"
)

// An item is a piece of evidence as the page numbers it: E1, E2 and so on, in the order of the map.
type item struct {
	*evidence.Item
	No     string
	Anchor string
	Text   template.HTML
	Source *source
	When   string
	Link   template.URL // its own address, which safeURL let through, or ""
	State  level
	Tags   []string
	Bears  []ref
}

// A source is where items come from. One without an id stands for all items that name none.
type source struct {
	*evidence.Source
	Title  string
	Anchor string
	Link   template.URL
	Facts  []string
	State  string
	Items  []*item
}

// nameEvidence numbers items and sources. Of two with one id the first keeps it, as in the scores.
func (t *teller) nameEvidence() {
	body := &t.m.Evidence
	for i := range body.Sources {
		s := &body.Sources[i]
		if s.ID != "" && t.sources[s.ID] != nil {
			continue
		}
		own := &source{Source: s, Title: t.firstOf(plain(s.Title), plain(s.ID), t.word("source.untitled")), Link: template.URL(safeURL(s.URL))} //nolint:gosec // checked
		own.Anchor = t.anchors.next("source", s.ID)
		for _, f := range []string{s.Kind, s.Collection.Method, s.Collection.When, s.Collection.By} {
			if f = plain(f); f != "" {
				own.Facts = append(own.Facts, f)
			}
		}
		if s.Collection.Status == evidence.CollectionPlanned {
			own.State = t.word("source.planned")
		}
		t.sources[s.ID] = own
	}
	for i := range body.Items {
		e := &body.Items[i]
		if t.items[e.ID] != nil || t.asOf != "" && t.index.Item(e.ID) == nil {
			continue
		}
		own := &item{Item: e, No: t.say("item.no", "n", strconv.Itoa(i+1)), Text: prose(e.Text), When: t.date(e.Date), Link: template.URL(safeURL(e.URL))} //nolint:gosec // checked
		own.Anchor = t.anchors.next("item", e.ID)
		own.State = t.itemState(e.Status)
		own.Tags = tidy(e.Tags)
		if own.Source = t.sources[e.Source]; own.Source != nil && e.Source != "" {
			own.Source.Items = append(own.Source.Items, own)
		} else {
			own.Source = nil
		}
		t.items[e.ID] = own
	}
}

func (t *teller) itemState(s evidence.Status) level {
	switch s {
	case evidence.Absent:
		return level{Class: "e-absent", Icons: []string{"e-absent"}, Word: t.word("item.absent")}
	case evidence.Planned:
		return level{Class: "e-planned", Icons: []string{"e-planned"}, Word: t.word("item.planned")}
	}
	return level{Class: "e-found", Icons: []string{"e-found"}, Word: t.word("item.found")}
}

// bears lists what an item is evidence for, once all of it has a place on the page.
func (t *teller) bears(i *item) []ref {
	var all []ref
	for _, b := range i.Item.Bears {
		all = append(all, t.point(b.About))
	}
	if g := t.groups[i.Item.Group]; g != nil && g.ID != "" && g.Policy == evidence.Package {
		for _, b := range g.Bears {
			all = append(all, t.point(b.About))
		}
	}
	return all
}

// A row is an item as it bears on one claim.
type row struct {
	Item    *item
	Sign    level
	Because template.HTML
	S, F    string // likelihoods, "" where they are not judged
	Chart   template.HTML
	Weights []string // in decibels; of a planned item if found, then if absent
	Planned bool
	Class   string // of test
	Note    string // how its group counts it
}

// rows lists what was sought for a claim, then what is planned.
func (t *teller) rows(c *evidence.ClaimScore) []row {
	pieces := map[string]evidence.Piece{}
	for _, p := range t.index.About(c.About).Pieces {
		pieces[p.Item.ID] = p
	}
	var all []row
	for _, test := range c.Tests {
		all = append(all, t.testRows(test, pieces)...)
	}
	for _, id := range c.Unweighed {
		if r, ok := t.row(pieces, id); ok && says(pieces[id]) {
			r.Note = t.word("item.unweighed")
			all = append(all, r)
		}
	}
	for _, id := range c.Planned {
		if r, ok := t.row(pieces, id); ok {
			t.foresee(&r, *pieces[id].Bearing)
			all = append(all, r)
		}
	}
	return all
}

// says reports whether an item says anything of its own about a target, beyond being cited for a rating.
func says(p evidence.Piece) bool { return p.Bearing.Direction != "" || p.Cited == nil }

// testRows are the items of one test: alone, or as their group counts them.
func (t *teller) testRows(test evidence.TestScore, pieces map[string]evidence.Piece) []row {
	var all []row
	for n, member := range test.Items {
		r, ok := t.row(pieces, member.Item)
		if !ok {
			continue
		}
		l := member.Likelihoods
		if test.Package != nil && n == 0 {
			l = test.Package
		}
		if l != nil {
			t.judge(&r, l)
		}
		if r.Note = t.groupNote(test, n); test.Package != nil && n > 0 {
			r.Because, r.S, r.F = "", "", "" // they stand beside the first
		}
		all = append(all, r)
	}
	return all
}

func (t *teller) groupNote(test evidence.TestScore, n int) string {
	switch test.Policy {
	case evidence.Package:
		if n > 0 {
			return t.say("group.same", "no", t.no(test.Items[0].Item))
		}
		return t.count("group.package", len(test.Items))
	case evidence.Dominant:
		if test.Items[n].Item == test.Decisive {
			return t.word("group.decisive")
		}
		return t.say("group.outweighed", "no", t.no(test.Decisive))
	case evidence.Correlated:
		if test.Rho != nil && n == len(test.Items)-1 {
			return t.say("group.correlated", "db", t.decibels(test.Weight.Mid), "no", t.no(test.Items[0].Item))
		}
	}
	return ""
}

// no is the number of an item.
func (t *teller) no(id string) string {
	if i := t.items[id]; i != nil {
		return i.No
	}
	return plain(id)
}

func (t *teller) row(pieces map[string]evidence.Piece, id string) (row, bool) {
	i, p := t.items[id], pieces[id]
	if i == nil || p.Item == nil {
		return row{}, false
	}
	r := row{Item: i, Sign: t.bearing(p), Because: prose(p.Bearing.Because), Planned: p.Item.Status == evidence.Planned}
	if s, f := p.Bearing.Sensitivity, p.Bearing.TypeIError; s != nil && f != nil {
		r.S, r.F = t.likelihood(*s), t.likelihood(*f)
	}
	return r, true
}

// bearing says in a sign and a word which way an item speaks.
func (t *teller) bearing(p evidence.Piece) level {
	sign := func(id string) level {
		return level{Class: "e-" + id, Icons: []string{"e-" + id}, Word: t.Words["bearing."+id]}
	}
	switch {
	case p.Item.Status == evidence.Planned:
		return sign("planned")
	case p.Item.Status == evidence.Absent:
		return sign("absent")
	case p.Supports():
		return sign("for")
	case p.Contradicts():
		return sign("against")
	}
	return sign("mixed")
}

// judge adds what an item weighs.
func (t *teller) judge(r *row, l *evidence.Weighing) {
	r.S, r.F = t.likelihood(l.Sensitivity), t.likelihood(l.TypeIError)
	r.Chart = weight(l.Weight, l.Found)
	r.Weights = []string{t.decibels(l.Weight.Mid)}
	r.Class = t.class(l.Class)
	if l.Because != "" {
		r.Because = prose(l.Because)
	}
}

// foresee adds what a planned item would weigh, found and absent.
func (t *teller) foresee(r *row, b evidence.Bearing) {
	if b.Sensitivity == nil || b.TypeIError == nil {
		r.Note = t.word("item.unjudged")
		return
	}
	test := bayes.Test{Sensitivity: *b.Sensitivity, TypeIError: *b.TypeIError, Found: true}
	found, err := test.Ratio()
	if err != nil {
		return
	}
	test.Found = false
	absent, err := test.Ratio()
	if err != nil {
		return
	}
	r.Chart = plans(found.Decibels(), absent.Decibels())
	r.Weights = []string{t.decibels(found.Decibels().Mid), t.decibels(absent.Decibels().Mid)}
}

// class words the kind of test that an item makes (Van Evera 1997).
func (t *teller) class(c bayes.Class) string {
	if c.Kind == "" {
		return t.word("class.none")
	}
	name := t.Words["class."+string(c.Kind)]
	if c.Against {
		return t.say("class.against", "class", name)
	}
	return name
}

// cited lists the items that a rating rests on.
func (t *teller) cited(target pathway.Target) []*item {
	var all []*item
	for _, p := range t.index.About(target).Pieces {
		if i := t.items[p.Item.ID]; i != nil {
			all = append(all, i)
		}
	}
	return all
}
