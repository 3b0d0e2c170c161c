package bayes

import "fmt"

// A Test is one piece of evidence that was sought, with likelihoods that may be ranges.
type Test struct {
	Sensitivity Range // P(found | the claim holds)
	TypeIError  Range // P(found | it does not)
	Found       bool  // or looked for and not found
}

// Middle returns the test with each of its ranges narrowed to the middle.
func (t Test) Middle() Test {
	t.Sensitivity, t.TypeIError = Exactly(t.Sensitivity.Mid()), Exactly(t.TypeIError.Mid())
	return t
}

// A Ratio is the likelihood ratio of what was seen: how many times more probable it is where the
// claim holds than where it does not. Where it rests on ranges it is one itself. The zero Ratio is
// no use; [Nothing] is the ratio of no evidence.
type Ratio struct{ low, mid, high odds }

// Nothing is the ratio of no evidence: it changes nothing.
func Nothing() Ratio {
	one := newOdds(1)
	return Ratio{one, one, one}
}

// Ratio returns the likelihood ratio of one test: s/f where it was found, (1-s)/(1-f) where it was
// not. Its ends are exact: the ratio rises with the one chance and falls with the other. The error
// is [ErrNotChance], or [ErrImpossible] where no numbers in the ranges allow what was seen.
func (t Test) Ratio() (Ratio, error) {
	with, without, err := t.seen()
	if err != nil {
		return Ratio{}, err
	}
	return newRatio(with, without)
}

// seen returns the chances of what was seen, with and without the claim.
func (t Test) seen() (with, without Estimate, err error) {
	if err = t.Sensitivity.check("sensitivity"); err == nil {
		err = t.TypeIError.check("Type I error")
	}
	return t.chance(t.Sensitivity), t.chance(t.TypeIError), err
}

func (t Test) chance(r Range) Estimate {
	if t.Found {
		return Estimate{r.Low, r.Mid(), r.High}
	}
	return Estimate{1 - r.High, 1 - r.Mid(), 1 - r.Low}
}

// newRatio divides two chances that vary apart from each other. A chance that is 0 throughout
// settles the matter, even where the other touches 0 at its end: such an end cannot be seen.
func newRatio(with, without Estimate) (Ratio, error) {
	always := func(x float64) Ratio { return Ratio{newOdds(x), newOdds(x), newOdds(x)} }
	switch {
	case with.High == 0 && without.High == 0:
		return Ratio{}, ErrImpossible
	case with.High == 0:
		return always(0), nil
	case without.High == 0:
		return always(inf), nil
	case with.Mid == 0 && without.Mid == 0:
		return Ratio{}, ErrImpossible
	}
	return Ratio{
		low:  over(with.Low, without.High),
		mid:  over(with.Mid, without.Mid),
		high: over(with.High, without.Low),
	}, nil
}

// proves reports whether the ratio is infinite whatever the inputs; excludes, whether it is zero.
func (r Ratio) proves() bool   { return r.low.infinite() }
func (r Ratio) excludes() bool { return r.high.zero() }

// Times returns the ratio of two tests that are independent given the claim: weights add, ratios
// multiply. Where they are not independent it counts one thing twice; then take [Dominant], [Pair],
// or judge them as one. What is settled whatever the other inputs stays settled; where one test
// proves the claim and the other excludes it the error is [ErrContradiction].
func (r Ratio) Times(q Ratio) (Ratio, error) {
	switch {
	case r.proves() && q.excludes(), r.excludes() && q.proves():
		return Ratio{}, ErrContradiction
	case r.proves(), r.excludes():
		return r, nil
	case q.proves(), q.excludes():
		return q, nil
	case r.mid.zero() && q.mid.infinite(), r.mid.infinite() && q.mid.zero():
		return Ratio{}, ErrContradiction // in the middle, of ranges a hair wide
	}
	return Ratio{r.low.times(q.low), r.mid.times(q.mid), r.high.times(q.high)}, nil
}

// Update returns the chance of the claim after evidence with this ratio, from one before it, by
// Bayes' rule in odds. The ends are exact: the posterior rises with the prior and with the ratio.
// A prior of 0 or 1 stays; where the evidence settles the matter the other way the error is
// [ErrContradiction], and [ErrNotChance] where the prior is none.
func (r Ratio) Update(prior Range) (Estimate, error) {
	if err := prior.check("prior"); err != nil {
		return Estimate{}, err
	}
	before := Ratio{
		low:  over(prior.Low, 1-prior.Low),
		mid:  over(prior.Mid(), 1-prior.Mid()),
		high: over(prior.High, 1-prior.High),
	}
	after, err := before.Times(r)
	if err != nil {
		return Estimate{}, fmt.Errorf("prior %v: %w", prior.Mid(), err)
	}
	return Estimate{after.low.chance(), after.mid.chance(), after.high.chance()}, nil
}

// Decibels returns ten times the common logarithm of the ratio: the weight of the evidence (Good
// 1950). ±Inf settles the matter.
func (r Ratio) Decibels() Estimate {
	if r.low == r.high { // as with most items: their likelihoods are numbers, not ranges
		w := r.mid.decibels()
		return Estimate{w, w, w}
	}
	return Estimate{r.low.decibels(), r.mid.decibels(), r.high.decibels()}
}

// Estimate returns the ratio as plain numbers; beyond about 1e±308 they are 0 or +Inf.
func (r Ratio) Estimate() Estimate {
	return Estimate{r.low.float(), r.mid.float(), r.high.float()}
}
