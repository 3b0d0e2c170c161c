package evidence

import (
	"slices"

	"github.com/outcomemap/outcomemap/pathway"
)

// A Dossier is all that a body of evidence says of one target.
type Dossier struct {
	About       pathway.Target
	Pieces      []Piece       // the items that bear on it, in the order of the body; each once
	Rating      Rating        // where it stands
	Assessments []*Assessment // its history, oldest first
	Claims      []*Claim      // as it is tested; the first counts
	Criteria    []*Criterion  // how one would know that it is reached
	Indicators  []*Indicator  // what is measured of it
}

// About returns all that bears on t. What was said without a pathway holds in every one and is
// included; what a pathway has of its own comes first and counts before it. Whether the pathway
// has such a stone or link at all is not for the index to know. Costs what it returns, whatever
// the size of the body.
func (x *Index) About(t pathway.Target) Dossier {
	d := Dossier{About: t, Pieces: slices.Clone(x.pieces(t)), Rating: x.Rating(t)}
	for _, a := range x.assessments(t) {
		d.Assessments = append(d.Assessments, a.Assessment)
	}
	for _, e := range x.lookup(t) {
		d.Claims = append(d.Claims, e.claims...)
		d.Criteria = append(d.Criteria, e.criteria...)
		d.Indicators = append(d.Indicators, e.indicators...)
	}
	return d
}

// lookup returns what is said of t in exactly these words, then what is said without its pathway.
func (x *Index) lookup(t pathway.Target) []*entry {
	var found []*entry
	if e := x.entries[t]; e != nil {
		found = append(found, e)
	}
	if t.Pathway == "" {
		return found
	}
	t.Pathway = ""
	if e := x.entries[t]; e != nil {
		found = append(found, e)
	}
	return found
}

// pieces may return the index's own list: it is read only.
func (x *Index) pieces(t pathway.Target) []Piece {
	var all []Piece
	for _, e := range x.lookup(t) {
		all = merge(all, e.pieces)
	}
	return all
}

// assessments returns those of t, oldest first.
func (x *Index) assessments(t pathway.Target) []placed {
	var all []placed
	for _, e := range x.lookup(t) {
		if len(all) == 0 && len(e.assessments) == 1 {
			all = e.assessments[:1:1] // the usual case: nothing to sort, and appending copies
			continue
		}
		all = append(all, e.assessments...)
	}
	slices.SortStableFunc(all, byAge)
	return all
}
