package evidence

import (
	"errors"
	"slices"

	"github.com/outcomemap/outcomemap/evidence/bayes"
)

// ErrGroup says that a correlated group is not what it has to be: two items, and rho.
var ErrGroup = errors.New("a correlated group is two items and their rho")

// weighing is the evidence on one target, sorted into what counts as one test each. A scorer has one
// for all its targets, one after the other: nothing of it may be kept.
type weighing struct {
	*ClaimScore
	index     *Index
	ids       *block[string]
	units     []unit
	members   []member // of units that are one item each
	unweighed []string // items sought, but without both likelihoods
	planned   []Piece  // not yet sought
	refused   []Refusal

	// Products of the ratios of all units before and behind each place, so that any one unit can be
	// taken out or exchanged at once; there once the claim has a posterior, see multiply.
	before, behind []product
}

// unit is what counts as one test: an item, a package, or the items of a dominant or correlated
// group. Given the target, units are independent of one another.
type unit struct {
	group   *Group // nil: a single item
	members []member
	ratio   bayes.Ratio
	chosen  int // of a dominant group, the member that counts in the middle,
	next    int // and the one that would without it; -1 where there is none
}

// member is an item, or a package, with its likelihoods on the target.
type member struct {
	pieces  []Piece  // one; or those of the package that were sought
	items   []string // their ids
	bearing *Bearing
	test    bayes.Test
	ratio   bayes.Ratio // by itself
}

// product is a ratio, or the reason why there is none.
type product struct {
	ratio bayes.Ratio
	err   error
}

func productOf(r bayes.Ratio) product { return product{ratio: r} }

func (p product) times(q product) product {
	if p.err != nil || q.err != nil {
		return product{err: errors.Join(p.err, q.err)}
	}
	r, err := p.ratio.Times(q.ratio)
	return product{r, err}
}

// weigh reads the evidence on a target.
func (w *weighing) weigh(about *subject) {
	w.units, w.members, w.unweighed, w.planned, w.refused = w.units[:0], w.members[:0], nil, w.planned[:0], nil
	w.members = slices.Grow(w.members, len(about.pieces)) // units point into it
	var grouped map[*Group][]Piece
	for i := range about.pieces {
		g := w.index.counting(&about.pieces[i])
		if g == nil {
			if m, ok := w.member(about.pieces[i : i+1 : i+1]); ok {
				w.members = append(w.members, m)
				n := len(w.members)
				w.add(unit{members: w.members[n-1 : n : n]})
			}
			continue
		}
		if grouped == nil {
			grouped = w.index.grouped(about.pieces)
		}
		w.addGroup(g, grouped[g])
		delete(grouped, g) // in the place of its first item
	}
}

// grouped gathers the pieces that groups count.
func (x *Index) grouped(pieces []Piece) map[*Group][]Piece {
	all := map[*Group][]Piece{}
	for i := range pieces {
		if g := x.counting(&pieces[i]); g != nil {
			all[g] = append(all[g], pieces[i])
		}
	}
	return all
}

// counting returns the group that decides how a piece counts, nil where it counts by itself: in an
// independent group, or in a package that is not about this target.
func (x *Index) counting(p *Piece) *Group {
	if p.Package != nil {
		return p.Package
	}
	if g := x.group(p.Item.Group); g != nil && (g.Policy == Dominant || g.Policy == Correlated) {
		return g
	}
	return nil
}

// addGroup adds the unit that a group makes of its pieces.
func (w *weighing) addGroup(g *Group, pieces []Piece) {
	if len(pieces) == 0 {
		return // read with the group's first item
	}
	each := 1
	if g.Policy == Package {
		each = len(pieces)
	}
	u := unit{group: g}
	for some := range slices.Chunk(pieces, each) {
		if m, ok := w.member(some); ok {
			u.members = append(u.members, m)
		}
	}
	w.add(u)
}

// member reads an item, or the items of a package, and sets aside what cannot be weighed. Planned
// items of a package change nothing while others of it were sought.
func (w *weighing) member(pieces []Piece) (member, bool) {
	m := member{pieces: pieces, bearing: pieces[0].Bearing}
	for i := range pieces {
		if pieces[i].Item.Status == Planned {
			w.planned = append(w.planned, pieces[i])
		}
	}
	if slices.ContainsFunc(pieces, Piece.idle) {
		m.pieces = keep(pieces, func(p *Piece) bool { return !p.idle() })
		if len(m.pieces) == 0 {
			return m, false
		}
	}
	m.items = w.idsOf(m.pieces)
	if !m.bearing.judged() {
		w.unweighed = append(w.unweighed, m.items...)
		return m, false
	}
	m.test = m.bearing.test(slices.ContainsFunc(m.pieces, func(p Piece) bool { return p.Item.Status.found() }))
	var err error
	if m.ratio, err = m.test.Ratio(); err != nil {
		w.refuse(m.items, err)
	}
	return m, err == nil
}

// idle reports whether the item was not sought.
func (p Piece) idle() bool { return !p.Item.Status.sought() }

// judged reports whether a bearing has both likelihoods.
func (b *Bearing) judged() bool { return b.Sensitivity != nil && b.TypeIError != nil }

// test is the test that a judged bearing makes of an item.
func (b *Bearing) test(found bool) bayes.Test {
	return bayes.Test{
		Sensitivity: *b.Sensitivity,
		TypeIError:  *b.TypeIError,
		Found:       found,
	}
}

// add adds a unit, if there is anything in it and it has a ratio.
func (w *weighing) add(u unit) {
	if len(u.members) == 0 {
		return
	}
	if err := u.combine(); err != nil {
		w.refuse(u.items(), err)
		return
	}
	w.units = append(w.units, u)
}

func (w *weighing) refuse(items []string, err error) {
	w.refused = append(w.refused, Refusal{About: w.About, Items: items, Why: err.Error(), Err: err})
}

// combine works out the ratio of the unit from its members.
func (u *unit) combine() (err error) {
	u.ratio = u.members[0].ratio
	if u.group == nil {
		return nil
	}
	switch n := len(u.members); {
	case u.group.Policy == Dominant:
		ratios := u.ratios()
		u.ratio, u.chosen, err = bayes.Dominant(ratios...)
		_, u.next, _ = bayes.Dominant(slices.Delete(ratios, u.chosen, u.chosen+1)...)
		u.next += one(u.next >= u.chosen)
	case u.group.Policy == Correlated && n == 2 && u.group.Rho != nil:
		u.ratio, err = bayes.Pair(u.members[0].test, u.members[1].test, u.group.Rho.IfTrue, u.group.Rho.IfFalse)
	case u.group.Policy == Correlated && n > 1:
		err = ErrGroup
	}
	return err
}

func (u *unit) ratios() []bayes.Ratio {
	all := make([]bayes.Ratio, len(u.members))
	for i := range u.members {
		all[i] = u.members[i].ratio
	}
	return all
}

func (u *unit) items() []string {
	var all []string
	for i := range u.members {
		all = append(all, u.members[i].items...)
	}
	return all
}

// multiply works out the products before and behind each unit.
func (w *weighing) multiply() {
	n := len(w.units)
	w.before, w.behind = slices.Grow(w.before[:0], n+1)[:n+1], slices.Grow(w.behind[:0], n+1)[:n+1]
	w.before[0], w.behind[n] = productOf(bayes.Nothing()), productOf(bayes.Nothing())
	for i := range w.units {
		w.before[i+1] = w.before[i].times(productOf(w.units[i].ratio))
	}
	for i := n - 1; i > 0; i-- { // what lies behind a unit starts with the next
		w.behind[i] = productOf(w.units[i].ratio).times(w.behind[i+1])
	}
}

// total is the ratio of all evidence that was sought.
func (w *weighing) total() product {
	for _, r := range w.refused {
		return product{err: r.Err}
	}
	all := productOf(bayes.Nothing())
	for i := range w.units {
		all = all.times(productOf(w.units[i].ratio))
	}
	return all
}

// exchanged is the ratio of all evidence with another in the place of unit i; behind the last unit,
// with one more.
func (w *weighing) exchanged(i int, r product) product {
	rest := productOf(bayes.Nothing())
	if i < len(w.units) {
		rest = w.behind[i+1]
	}
	return w.before[i].times(r).times(rest)
}

func (w *weighing) idsOf(pieces []Piece) []string {
	all := w.ids.take(len(pieces))
	for i := range pieces {
		all[i] = pieces[i].Item.ID
	}
	return all
}
