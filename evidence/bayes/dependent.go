package bayes

import (
	"fmt"
	"math"
)

var inf = math.Inf(1)

// Dominant returns the ratio of tests that may all repeat one thing: the weightiest counts alone,
// for the claim or against it, and of equals the first. It is the cautious end of what dependence
// among tests can do, as [Ratio.Times] is the bold one. Where the weights are ranges, any test that
// can be the weightiest gives a part of the range. It also returns which test counts in the middle.
// The error is [ErrContradiction] where one test proves the claim and another excludes it. Without
// tests it returns [Nothing] and -1.
func Dominant(tests ...Ratio) (Ratio, int, error) {
	if len(tests) == 0 {
		return Nothing(), -1, nil
	}
	proves, excludes := false, false
	for _, r := range tests {
		proves, excludes = proves || r.proves(), excludes || r.excludes()
	}
	if proves && excludes {
		return Ratio{}, 0, ErrContradiction
	}
	d := newDominance(tests)
	result := Ratio{low: d.parts[0].low, mid: tests[d.chosen].mid, high: d.parts[0].high}
	for _, part := range d.parts {
		result.low, result.high = lesser(result.low, part.low), greater(result.high, part.high)
	}
	return result, d.chosen, nil
}

// DominantWithout returns for each test what [Dominant] makes of the others, at a cost that grows
// linearly with the tests. The error is that of Dominant for all of them together.
func DominantWithout(tests ...Ratio) ([]Ratio, error) {
	if _, _, err := Dominant(tests...); err != nil || len(tests) == 0 {
		return nil, err
	}
	d := newDominance(tests)
	low, lowNext := twoMost(len(tests), func(i, j int) bool { return d.parts[i].low.cmp(d.parts[j].low) < 0 })
	high, highNext := twoMost(len(tests), func(i, j int) bool { return d.parts[i].high.cmp(d.parts[j].high) > 0 })
	without := make([]Ratio, len(tests))
	for i := range tests {
		if i == d.first || i == d.second { // the bar for others changes with it
			others := append(append([]Ratio{}, tests[:i]...), tests[i+1:]...)
			without[i], _, _ = Dominant(others...)
			continue
		}
		pick := func(best, next int) int {
			if i == best {
				return next
			}
			return best
		}
		without[i] = Ratio{
			low:  d.parts[pick(low, lowNext)].low,
			mid:  tests[pick(d.chosen, d.next)].mid,
			high: d.parts[pick(high, highNext)].high,
		}
	}
	return without, nil
}

// dominance is which of several tests can be the weightiest, and where.
type dominance struct {
	chosen, next  int     // the weightiest two in the middle
	first, second int     // the two whose lightest ratio is the weightiest
	parts         []Ratio // what of each range can be the weightiest; low above high where nothing can
}

func newDominance(tests []Ratio) dominance {
	least := make([]odds, len(tests))
	for i, r := range tests {
		least[i] = r.lightest()
	}
	d := dominance{parts: make([]Ratio, len(tests))}
	d.chosen, d.next = twoMost(len(tests), func(i, j int) bool { return heavier(tests[i].mid, tests[j].mid) })
	d.first, d.second = twoMost(len(tests), func(i, j int) bool { return heavier(least[i], least[j]) })
	for i, r := range tests {
		if i == d.first {
			d.parts[i] = r // nothing outweighs it at every point of its range
		} else {
			d.parts[i] = r.atLeast(least[d.first])
		}
	}
	return d
}

// atLeast returns the part of a range that is at least as heavy as the bar, on both sides of 1.
func (r Ratio) atLeast(bar odds) Ratio {
	below, above := bar, bar.inverse()
	if above.cmp(below) < 0 {
		below, above = above, below
	}
	part := Ratio{low: newOdds(inf), high: newOdds(0)}
	if r.low.cmp(below) <= 0 {
		part.low, part.high = r.low, lesser(r.high, below)
	}
	if r.high.cmp(above) >= 0 {
		part.low, part.high = lesser(part.low, greater(r.low, above)), r.high
	}
	return part
}

// lightest returns the ratio nearest to 1 inside the range.
func (r Ratio) lightest() odds {
	one := newOdds(1)
	switch {
	case r.low.cmp(one) > 0:
		return r.low
	case r.high.cmp(one) < 0:
		return r.high
	}
	return one
}

// twoMost returns the places of the first and the second of n by an order; of a single one twice
// the same. Of equals the earlier comes first.
func twoMost(n int, before func(i, j int) bool) (first, second int) {
	for i := 1; i < n; i++ {
		switch {
		case before(i, first):
			first, second = i, first
		case second == first || before(i, second):
			second = i
		}
	}
	return first, second
}

// heavier reports whether a is further from 1 than b, by its logarithm.
func heavier(a, b odds) bool { return a.away().cmp(b.away()) > 0 }

// away is the ratio or its inverse, whichever is at least 1.
func (o odds) away() odds {
	if o.cmp(newOdds(1)) < 0 {
		return o.inverse()
	}
	return o
}

func lesser(a, b odds) odds {
	if b.cmp(a) < 0 {
		return b
	}
	return a
}

func greater(a, b odds) odds {
	if b.cmp(a) > 0 {
		return b
	}
	return a
}

// Pair returns the ratio of two tests that go together with a stated correlation (phi) where the
// claim holds and another where it does not, from the joint chances p1·p2 + rho·sqrt(p1·(1-p1)·
// p2·(1-p2)) and so on (as in the process-tracing designer of the R package DesignLibrary, 2018). A
// correlation of zero in both cases gives [Ratio.Times]. Inside what the chances allow, each joint
// chance rises with both of its parts, so the ends are exact. A correlation that makes a joint
// chance negative anywhere in the ranges is refused with [ErrCorrelation], and the error says what
// they allow. Not for three tests or more: pairwise correlations do not settle their joint chances;
// judge such a set as one.
func Pair(a, b Test, ifTrue, ifFalse float64) (Ratio, error) {
	aWith, aWithout, err := a.seen()
	if err != nil {
		return Ratio{}, err
	}
	bWith, bWithout, err := b.seen()
	if err != nil {
		return Ratio{}, err
	}
	opposed := a.Found != b.Found // one event against the complement of the other
	with, err := joint(aWith, bWith, ifTrue, opposed)
	if err != nil {
		return Ratio{}, fmt.Errorf("where the claim holds: %w", err)
	}
	without, err := joint(aWithout, bWithout, ifFalse, opposed)
	if err != nil {
		return Ratio{}, fmt.Errorf("where the claim does not hold: %w", err)
	}
	return newRatio(with, without)
}

// joint returns the chance that two events both happen; where they are opposed, rho is that of the one
// with the complement of the other.
func joint(p, q Estimate, rho float64, opposed bool) (Estimate, error) {
	low, high := allowed(p, q)
	if opposed {
		low, high = 0-high, 0-low // in terms of rho as it was stated, and no -0
	}
	if !(rho >= low-1e-12 && rho <= high+1e-12) {
		return Estimate{}, fmt.Errorf("correlation %v, outside of %.4g to %.4g: %w", rho, low, high, ErrCorrelation)
	}
	if opposed {
		rho = -rho
	}
	cell := func(p, q float64) float64 {
		both := p * q
		sum := float64(both) + float64(rho*math.Sqrt(float64(p*(1-p))*float64(q*(1-q))))
		if sum < 1e-12*both {
			return 0 // what the square root left over
		}
		return min(1, sum)
	}
	return Estimate{cell(p.Low, q.Low), cell(p.Mid, q.Mid), cell(p.High, q.High)}, nil
}

// allowed returns the correlations that leave no joint chance negative, whatever the two chances
// inside their ranges. An event that is certain either way has no correlation; any is let pass.
func allowed(p, q Estimate) (low, high float64) {
	if certain(p) || certain(q) {
		return -1, 1
	}
	o := func(x float64) float64 { return x / (1 - x) } // +Inf at 1
	high = min(1, under(o(p.Low), o(q.High)), under(o(q.Low), o(p.High)))
	low = max(-1, -math.Sqrt(o(p.Low)*o(q.Low)), -1/math.Sqrt(o(p.High)*o(q.High)))
	return low, high
}

// under returns sqrt(a/b), 0 where b is infinite.
func under(a, b float64) float64 { return math.Sqrt(a / b) }

func certain(p Estimate) bool { return p.Low == p.High && (p.Low == 0 || p.Low == 1) }
