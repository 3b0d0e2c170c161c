package schema

import (
	"cmp"
	"slices"

	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema/internal/scan"
)

// add keeps a finding. At twice the limit the lightest are let go, so that memory stays bounded and
// the heaviest survive.
func (r *run) add(p pending) {
	r.pending = append(r.pending, p)
	if len(r.pending) > 2*r.limits.Findings {
		r.cut()
	}
}

// cut keeps the heaviest findings, of those that weigh the same the first.
func (r *run) cut() {
	over := max(len(r.pending)-r.limits.Findings, 0)
	r.res.More += over
	var room [outcome.Error + 1]int // how many of each severity may stay
	for i := range r.pending {
		room[r.pending[i].Severity]++
	}
	for s := outcome.Info; over > 0; s++ {
		gone := min(room[s], over)
		room[s], over = room[s]-gone, over-gone
	}
	r.pending = slices.DeleteFunc(r.pending, func(p pending) bool {
		room[p.Severity]--
		return room[p.Severity] < 0
	})
}

// finish gives every finding its place in the file, and sorts them by it.
func (r *run) finish() {
	r.cut()
	r.locate()
	var places []*outcome.Position
	for _, p := range r.pending {
		r.res.Findings = append(r.res.Findings, p.Finding)
	}
	for i := range r.res.Findings {
		f := &r.res.Findings[i]
		if f.Pos.Line == 0 {
			places = append(places, &f.Pos)
		}
		for j := range f.Related {
			places = append(places, &f.Related[j].Pos)
		}
	}
	r.origin.place(places)
	for i := range r.res.Findings {
		firstPlaceFirst(&r.res.Findings[i])
	}
	inFile(r.name, r.res.Findings)
	outcome.SortFindings(r.res.Findings)
}

// firstPlaceFirst puts a fault that shows in many places at the first of them in the file.
func firstPlaceFirst(f *outcome.Finding) {
	switch f.Rule {
	case rule.Dangling, rule.LinkOutside, rule.NoLink, rule.UnknownRating:
		places := append([]outcome.Place{f.Place}, f.Related...)
		slices.SortStableFunc(places, func(a, b outcome.Place) int { return cmp.Compare(a.Pos.Offset, b.Pos.Offset) })
		f.Place, f.Related = places[0], append(f.Related[:0], places[1:]...)
	}
}

// inFile puts the name of the file into every position.
func inFile(name string, fs []outcome.Finding) {
	for i := range fs {
		fs[i].Pos.File = name
		for j := range fs[i].Related {
			fs[i].Related[j].Pos.File = name
		}
	}
}

// locate finds the places of findings that have a pointer only, in one pass over the text.
func (r *run) locate() {
	var pointers []string
	for _, p := range r.pending {
		if p.offset {
			continue
		}
		pointers = append(pointers, p.Pointer)
		for _, other := range p.Related {
			pointers = append(pointers, other.Pointer)
		}
	}
	if pointers == nil {
		return
	}
	spots := scan.Locate(r.json, pointers)
	for i := range r.pending {
		p := &r.pending[i]
		if p.offset {
			continue
		}
		p.Pos = position(spots[p.Pointer])
		for j := range p.Related {
			p.Related[j].Pos = position(spots[p.Related[j].Pointer])
		}
	}
}

func position(s scan.Spot) outcome.Position {
	return outcome.Position{Offset: s.Start, Length: s.End - s.Start}
}
