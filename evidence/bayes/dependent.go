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
	chosen, proves, excludes := 0, false, false
	least := make([]odds, len(tests)) // the least weighty ratio inside of each range
	for i, r := range tests {
		proves, excludes = proves || r.proves(), excludes || r.excludes()
		if heavier(r.mid, tests[chosen].mid) {
			chosen = i
		}
		least[i] = r.lightest()
	}
	if proves && excludes {
		return Ratio{}, 0, ErrContradiction
	}
	first, second := twoHeaviest(least)
	whole := tests[first] // nothing can outweigh this one at every point of its range
	result := Ratio{low: whole.low, mid: tests[chosen].mid, high: whole.high}
	for i, r := range tests {
		bar := least[first]
		if i == first {
			bar = least[second]
		}
		result = result.hull(r, bar)
	}
	return result, chosen, nil
}

// hull widens a range by what lies in r and is at least as heavy as the bar.
func (w Ratio) hull(r Ratio, bar odds) Ratio {
	below, above := bar, bar.inverse()
	if above.cmp(below) < 0 {
		below, above = above, below
	}
	if r.low.cmp(below) <= 0 {
		w.low, w.high = lesser(w.low, r.low), greater(w.high, lesser(r.high, below))
	}
	if r.high.cmp(above) >= 0 {
		w.low, w.high = lesser(w.low, greater(r.low, above)), greater(w.high, r.high)
	}
	return w
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

// twoHeaviest returns the places of the weightiest two; of a single one twice the same.
func twoHeaviest(all []odds) (first, second int) {
	for i := 1; i < len(all); i++ {
		switch {
		case heavier(all[i], all[first]):
			first, second = i, first
		case second == first || heavier(all[i], all[second]):
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
// p2·(1-p2)) and so on (as in the process-tracing designer of Blair, Cooper, Coppock and
// Humphreys 2019). A correlation of zero in both cases gives [Ratio.Times]. Inside what the chances
// allow, each joint chance rises with both of its parts, so the ends are exact. A correlation that
// makes a joint chance negative anywhere in the ranges is refused with [ErrCorrelation], and the
// error says what they allow. Not for three tests or more: pairwise correlations do not settle
// their joint chances; judge such a set as one.
func Pair(a, b Test, ifTrue, ifFalse float64) (Ratio, error) {
	aWith, aWithout, err := a.seen()
	if err != nil {
		return Ratio{}, err
	}
	bWith, bWithout, err := b.seen()
	if err != nil {
		return Ratio{}, err
	}
	if a.Found != b.Found { // one event against the complement of the other
		ifTrue, ifFalse = -ifTrue, -ifFalse
	}
	with, err := joint(aWith, bWith, ifTrue)
	if err != nil {
		return Ratio{}, fmt.Errorf("where the claim holds: %w", err)
	}
	without, err := joint(aWithout, bWithout, ifFalse)
	if err != nil {
		return Ratio{}, fmt.Errorf("where the claim does not hold: %w", err)
	}
	return newRatio(with, without)
}

// joint returns the chance that two correlated events both happen.
func joint(p, q Estimate, rho float64) (Estimate, error) {
	low, high := allowed(p, q)
	if !(rho >= low-1e-12 && rho <= high+1e-12) {
		return Estimate{}, fmt.Errorf("correlation %v, outside of %.4g to %.4g: %w", rho, low, high, ErrCorrelation)
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
