package evidence

import (
	"errors"
	"slices"

	"github.com/outcomemap/outcomemap/evidence/bayes"
	"github.com/outcomemap/outcomemap/pathway"
)

// ErrGroup says that a correlated group is not what it has to be: two items, and rho.
var ErrGroup = errors.New("a correlated group is two items and their rho")

// weighing is the evidence on one target, sorted into what counts as one test each.
type weighing struct {
	target    pathway.Target
	units     []unit
	unweighed []Piece // sought, but without both likelihoods
	planned   []Piece // not yet sought
	refused   []Refusal

	// Products of the ratios of all units before and behind each place, so that any one unit can be
	// taken out or exchanged at once. The first behind and the last before are the whole.
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
	items   []Piece // one; or the items of the package that were sought
	bearing Bearing
	test    bayes.Test
	ratio   bayes.Ratio // by itself
}

// product is a ratio, or the reason why there is none.
type product struct {
	ratio bayes.Ratio
	err   error
}

func (p product) times(q product) product {
	if p.err != nil || q.err != nil {
		return product{err: errors.Join(p.err, q.err)}
	}
	r, err := p.ratio.Times(q.ratio)
	return product{r, err}
}

// weigh reads the evidence on a target.
func (x *Index) weigh(t pathway.Target) *weighing {
	w := &weighing{target: t}
	for _, bundle := range x.grouped(x.pieces(t)) {
		u := unit{group: bundle.group}
		for _, pieces := range bundle.members {
			w.sort(&u, pieces)
		}
		if len(u.members) == 0 {
			continue
		}
		if err := u.combine(); err != nil {
			w.refuse(u.items(), err)
			continue
		}
		w.units = append(w.units, u)
	}
	w.multiply()
	return w
}

// bundled are the pieces of one unit; each member of a package stands for all its pieces.
type bundled struct {
	group   *Group
	members [][]Piece
}

// grouped sorts pieces by what counts as one, in the order of their first.
func (x *Index) grouped(pieces []Piece) []bundled {
	var all []bundled
	place := map[*Group]int{}
	for _, p := range pieces {
		g := x.counting(p)
		if g == nil {
			all = append(all, bundled{members: [][]Piece{{p}}})
			continue
		}
		n, known := place[g]
		switch {
		case !known:
			place[g] = len(all)
			all = append(all, bundled{group: g, members: [][]Piece{{p}}})
		case p.Package != nil:
			all[n].members[0] = append(all[n].members[0], p)
		default:
			all[n].members = append(all[n].members, []Piece{p})
		}
	}
	return all
}

// counting returns the group that decides how a piece counts, nil where it counts by itself: in an
// independent group, or in a package that is not about this target.
func (x *Index) counting(p Piece) *Group {
	if p.Package != nil {
		return p.Package
	}
	if g := byID(x.body.Groups, x.groups, p.Item.Group); g != nil && (g.Policy == Dominant || g.Policy == Correlated) {
		return g
	}
	return nil
}

// sort puts a member of a unit where it belongs. Planned items of a package change nothing while
// others of it were sought.
func (w *weighing) sort(u *unit, pieces []Piece) {
	m := member{bearing: pieces[0].Bearing}
	for _, p := range pieces {
		switch {
		case p.Item.Status.sought():
			m.items = append(m.items, p)
			m.test.Found = m.test.Found || p.Item.Status.found()
		case p.Item.Status == Planned:
			w.planned = append(w.planned, p)
		}
	}
	if len(m.items) == 0 {
		return
	}
	if !m.bearing.judged() {
		w.unweighed = append(w.unweighed, m.items...)
		return
	}
	m.test.Sensitivity, m.test.TypeIError = bayes.Interval(*m.bearing.Sensitivity), bayes.Interval(*m.bearing.TypeIError)
	var err error
	if m.ratio, err = m.test.Ratio(); err != nil {
		w.refuse(ids(m.items), err)
		return
	}
	u.members = append(u.members, m)
}

// judged reports whether a bearing has both likelihoods.
func (b Bearing) judged() bool { return b.Sensitivity != nil && b.TypeIError != nil }

func (w *weighing) refuse(items []string, err error) {
	w.refused = append(w.refused, Refusal{About: w.target, Items: items, Why: err.Error(), Err: err})
}

// combine works out the ratio of the unit from its members.
func (u *unit) combine() (err error) {
	policy := Independent
	if u.group != nil {
		policy = u.group.Policy
	}
	switch {
	case policy == Dominant:
		ratios := u.ratios()
		u.ratio, u.chosen, err = bayes.Dominant(ratios...)
		_, u.next, _ = bayes.Dominant(slices.Delete(ratios, u.chosen, u.chosen+1)...)
		u.next += one(u.next >= u.chosen)
	case policy == Correlated && len(u.members) == 2 && u.group.Rho != nil:
		u.ratio, err = bayes.Pair(u.members[0].test, u.members[1].test, u.group.Rho.IfTrue, u.group.Rho.IfFalse)
	case policy == Correlated && len(u.members) > 1:
		err = ErrGroup
	default:
		u.ratio = u.members[0].ratio
	}
	return err
}

func (u *unit) ratios() []bayes.Ratio {
	all := make([]bayes.Ratio, len(u.members))
	for i, m := range u.members {
		all[i] = m.ratio
	}
	return all
}

// multiply works out the products before and behind each unit.
func (w *weighing) multiply() {
	n := len(w.units)
	w.before, w.behind = make([]product, n+1), make([]product, n+1)
	w.before[0], w.behind[n] = productOf(bayes.Nothing()), productOf(bayes.Nothing())
	for i, u := range w.units {
		w.before[i+1] = w.before[i].times(productOf(u.ratio))
	}
	for i := n - 1; i >= 0; i-- {
		w.behind[i] = productOf(w.units[i].ratio).times(w.behind[i+1])
	}
}

// total is the ratio of all evidence that was sought.
func (w *weighing) total() product {
	for _, r := range w.refused {
		return product{err: r.Err}
	}
	return w.before[len(w.units)]
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

func (u *unit) items() []string {
	var all []string
	for _, m := range u.members {
		all = append(all, ids(m.items)...)
	}
	return all
}

func ids(pieces []Piece) []string {
	all := make([]string, 0, len(pieces))
	for _, p := range pieces {
		all = append(all, p.Item.ID)
	}
	return all
}
