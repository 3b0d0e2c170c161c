package evidence

import (
	"cmp"
	"slices"

	"github.com/outcomemap/outcomemap/evidence/bayes"
)

// A Piece is an item as it bears on one target.
type Piece struct {
	Item *Item

	// Bearing is what the item tells about the target: its own bearing, that of the package it
	// belongs to, or, where only an assessment cites it, one with neither number. Its About is the
	// target as it stands in the body, with or without a pathway. Never nil; read only.
	Bearing *Bearing

	Package *Group // the package that is judged in the item's place, or nil

	// Cited is an assessment of the target that cites the item: the one whose verdict stands in for a
	// direction, or else the pathway's own before one for any, and of those the newest; nil for none.
	Cited *Assessment

	place int  // of the item in the body
	bare  bool // an assessment cites the item, and that is all
	lent  bool // the direction is that of a verdict
}

// sought reports whether an item of this status was looked for: an unknown status is no evidence.
func (s Status) sought() bool { return s.found() || s == Absent }

// found reports whether an item of this status was found. No status reads as observed.
func (s Status) found() bool { return s == Observed || s == "" }

// Supports reports whether the item was found and speaks for its target. The stated direction
// counts, a package's in the place of its member's; without one the likelihoods decide, at the middle
// of their ranges; without those the verdict of the assessment that cites it.
func (p Piece) Supports() bool { return p.Item.Status.found() && p.direction() == Supports }

// Contradicts reports whether the item was found and speaks against its target, or was expected
// of it and is absent.
func (p Piece) Contradicts() bool {
	switch p.direction() {
	case Supports:
		return p.Item.Status == Absent
	case Contradicts:
		return p.Item.Status.found()
	}
	return false
}

func (p Piece) direction() Direction {
	s, f := p.Bearing.Sensitivity, p.Bearing.TypeIError
	if p.Bearing.Direction != "" || s == nil || f == nil {
		return p.Bearing.Direction
	}
	l := bayes.Likelihoods{Sensitivity: s.Mid(), TypeIError: f.Mid()}
	switch c := l.Class(bayes.Thresholds{}); {
	case c == (bayes.Class{}):
		return ""
	case c.Against:
		return Contradicts
	}
	return Supports
}

// direction is what an item says that a verdict rests on.
func (v Verdict) direction() Direction {
	switch v {
	case Holds:
		return Supports
	case Partly:
		return Mixed
	case Fails:
		return Contradicts
	}
	return ""
}

// add appends a piece of the item that is being read. Of two bearings on one target the first
// counts, and a package's takes the place of its member's.
func (e *entry) add(p Piece) {
	if e == nil {
		return
	}
	if n := len(e.pieces); n == 0 || e.pieces[n-1].place != p.place {
		e.pieces = append(e.pieces, p)
	} else if e.pieces[n-1].Package == nil && p.Package != nil {
		e.pieces[n-1] = p
	}
}

// settle merges the pieces that assessments cite into those that bear by themselves.
func (e *entry) settle() {
	slices.SortStableFunc(e.cited, func(a, b Piece) int {
		return cmp.Or(cmp.Compare(a.place, b.place), a.Cited.Date.Compare(b.Cited.Date))
	})
	var newest []Piece
	for _, p := range e.cited {
		if n := len(newest); n > 0 && newest[n-1].place == p.place {
			newest[n-1] = p
		} else {
			newest = append(newest, p)
		}
	}
	e.pieces, e.cited = merge(e.pieces, newest), nil
}

// merge joins two lists in the order of the items. Of an item in both the piece in a counts, unless
// that is a bare citation and the one in b is more, or the one in b is of a package; it takes the
// direction of the other where it has nothing of its own to say.
func merge(a, b []Piece) []Piece {
	switch {
	case len(b) == 0:
		return a
	case len(a) == 0:
		return b
	}
	both := make([]Piece, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch c := cmp.Compare(a[0].place, b[0].place); {
		case c < 0:
			both, a = append(both, a[0]), a[1:]
		case c > 0:
			both, b = append(both, b[0]), b[1:]
		default:
			both = append(both, a[0].with(b[0]))
			a, b = a[1:], b[1:]
		}
	}
	return append(append(both, a...), b...)
}

// with is p with what the other piece of the same item adds: p is the closer one of the two.
func (p Piece) with(other Piece) Piece {
	item, cites := p, other
	switch {
	case p.bare && !other.bare:
		item, cites = other, p
	case p.Package == nil && other.Package != nil: // or a member would count in the package and beside it
		p.Package, p.Bearing, p.lent = other.Package, other.Bearing, other.lent
		item = p
	}
	if item.Cited == nil || p.bare && !other.bare {
		item.Cited = cites.Cited
	}
	if direction := cites.Bearing.Direction; direction != "" && (item.mute() || p.bare && item.lent) {
		both := *item.Bearing
		both.Direction = direction
		item.Bearing, item.Cited, item.lent = &both, cites.Cited, true
	}
	return item
}

// mute reports whether the item itself does not say for or against.
func (p Piece) mute() bool {
	b := p.Bearing
	return b.Direction == "" && b.Sensitivity == nil && b.TypeIError == nil
}
