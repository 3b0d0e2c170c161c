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
	sub := x.subject(t)
	history := sub.assessments()
	d := Dossier{About: t, Pieces: slices.Clone(sub.pieces), Rating: x.rate(t, history)}
	for _, a := range history {
		d.Assessments = append(d.Assessments, a.Assessment)
	}
	for _, e := range sub.said {
		if e != nil {
			d.Claims = append(d.Claims, e.claims...)
			d.Criteria = append(d.Criteria, e.criteria...)
			d.Indicators = append(d.Indicators, e.indicators...)
		}
	}
	return d
}

// subject is a target that has been looked up.
type subject struct {
	pathway.Target
	said   [2]*entry // in exactly these words, and without the pathway; nil where nothing is
	pieces []Piece   // read only: it may be the index's own list
}

func (x *Index) subject(t pathway.Target) subject {
	s := subject{Target: t}
	k, ok := keyOf(&t)
	if !ok {
		return s
	}
	s.said[0] = x.chapters[k.pathway].find(k)
	if k.pathway != "" {
		s.said[1] = x.chapters[""].find(k)
	}
	s.gather()
	return s
}

// gather merges what is said of the target with and without its pathway.
func (s *subject) gather() {
	for _, e := range s.said {
		if e != nil {
			s.pieces = merge(s.pieces, e.pieces)
		}
	}
}

// assessments returns those of the target, oldest first.
func (s *subject) assessments() []placed {
	var all []placed
	for _, e := range s.said {
		switch {
		case e == nil:
		case len(all) == 0 && len(e.assessments) == 1:
			all = e.assessments[:1:1] // the usual case: nothing to sort, and appending copies
		default:
			all = append(all, e.assessments...)
		}
	}
	slices.SortStableFunc(all, byAge)
	return all
}

// claim returns the claim that counts: the pathway's own before one for any pathway, and of two the
// first; nil where none is stated.
func (s *subject) claim() *Claim {
	for _, e := range s.said {
		if e != nil && len(e.claims) > 0 {
			return e.claims[0]
		}
	}
	return nil
}
