package evidence

import (
	"cmp"
	"math"
	"slices"

	"github.com/outcomemap/outcomemap/evidence/bayes"
)

// at returns the posterior at the middle of the prior, with another ratio in the place of unit i.
func (c *weighing) at(i int, r product) (float64, bool) {
	all := c.exchanged(i, r)
	if all.err != nil {
		return 0, false
	}
	e, err := all.ratio.Update(bayes.Exactly(c.Prior.Mid()))
	return e.Mid, err == nil
}

// tornado lets each input that is a range go from end to end, the widest swing first. An end that
// has no posterior gives no swing.
func (c *weighing) tornado() []Swing {
	var all []Swing
	if swing, ok := c.swingOfPrior(); ok {
		all = append(all, swing)
	}
	for i := range c.units {
		u := &c.units[i]
		for j := range u.members {
			for _, input := range [...]string{"sensitivity", "typeIError"} {
				if swing, ok := c.swing(i, j, input); ok {
					swing.Items = u.members[j].items
					all = append(all, swing)
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Swing) int {
		return cmp.Compare(math.Abs(b.High-b.Low), math.Abs(a.High-a.Low))
	})
	return all
}

func (c *weighing) swingOfPrior() (Swing, bool) {
	if c.Prior.IsPoint() {
		return Swing{}, false
	}
	ratio := c.before[len(c.units)].ratio
	low, errLow := ratio.Update(bayes.Exactly(c.Prior.Low))
	high, errHigh := ratio.Update(bayes.Exactly(c.Prior.High))
	s := Swing{Input: "prior", Range: *c.Prior, Low: low.Mid, High: high.Mid}
	return s, errLow == nil && errHigh == nil
}

// swing moves one likelihood of member j of unit i.
func (c *weighing) swing(i, j int, input string) (Swing, bool) {
	u := &c.units[i]
	m := &u.members[j]
	s := Swing{Input: input, Range: *m.bearing.Sensitivity}
	if input == "typeIError" {
		s.Range = *m.bearing.TypeIError
	}
	if s.Range.IsPoint() {
		return s, false
	}
	low, okLow := c.at(i, u.inTheMiddle(j, m.with(input, s.Range.Low)))
	high, okHigh := c.at(i, u.inTheMiddle(j, m.with(input, s.Range.High)))
	s.Low, s.High = low, high
	return s, okLow && okHigh
}

// with is the member's test in the middle of its ranges, but for one input.
func (m *member) with(input string, x float64) bayes.Test {
	test := m.test.Middle()
	if input == "typeIError" {
		test.TypeIError = bayes.Exactly(x)
	} else {
		test.Sensitivity = bayes.Exactly(x)
	}
	return test
}

// inTheMiddle is the ratio of the unit with another test as its member j, right in the middle.
func (u *unit) inTheMiddle(j int, test bayes.Test) product {
	alone, err := test.Ratio()
	switch {
	case err != nil || len(u.members) == 1:
		return product{alone, err}
	case u.group.Policy == Correlated:
		pair := [2]bayes.Test{u.members[0].test.Middle(), u.members[1].test.Middle()}
		pair[j] = test
		r, err := bayes.Pair(pair[0], pair[1], u.group.Rho.IfTrue, u.group.Rho.IfFalse)
		return product{r, err}
	}
	rival := u.chosen
	if j == u.chosen {
		rival = u.next
	}
	two := []bayes.Ratio{alone, u.members[rival].ratio}
	if rival < j {
		slices.Reverse(two)
	}
	r, _, err := bayes.Dominant(two...)
	return product{r, err}
}

// leaveOneOut takes each item, or package, out in turn.
func (c *weighing) leaveOneOut() []Without {
	all := make([]Without, 0, len(c.units))
	for i := range c.units {
		u := &c.units[i]
		for j, left := range u.leftWithout() {
			rest := c.exchanged(i, left)
			if rest.err != nil {
				continue
			}
			if e, err := rest.ratio.Update(*c.Prior); err == nil {
				all = append(all, Without{Items: u.members[j].items, Posterior: e})
			}
		}
	}
	return all
}

// leftWithout is, for each member of the unit, the ratio of the others.
func (u *unit) leftWithout() []product {
	left := make([]product, len(u.members))
	switch {
	case len(u.members) == 1:
		left[0] = productOf(bayes.Nothing())
	case u.group.Policy == Correlated:
		left[0], left[1] = productOf(u.members[1].ratio), productOf(u.members[0].ratio)
	default:
		ratios, _ := bayes.DominantWithout(u.ratios()...) // a unit has a ratio, so that there is no error
		for j, r := range ratios {
			left[j] = productOf(r)
		}
	}
	return left
}

// breakEven asks of each item that was found, and that counts by itself, how wrong its Type I error
// may be.
func (c *weighing) breakEven(aim float64) []BreakEven {
	var all []BreakEven
	for i := range c.units {
		u := &c.units[i]
		m := &u.members[0]
		if len(u.members) != 1 || !m.test.Found {
			continue
		}
		rest, ok := c.at(i, productOf(bayes.Nothing()))
		if !ok {
			continue
		}
		b := BreakEven{Items: m.items, Aim: aim, Now: m.bearing.TypeIError.Mid()}
		l := bayes.Likelihoods{Sensitivity: m.bearing.Sensitivity.Mid()}
		if f, ok := l.BreakEven(rest, aim); ok {
			b.TypeIError = &f
		}
		all = append(all, b)
	}
	return all
}
