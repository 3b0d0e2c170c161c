package bayes

import (
	"errors"
	"fmt"
)

// Likelihoods says how probable it is that a piece of evidence is found, with and without the claim
// that it bears on, by the names that Befani and Stedman-Bryce (2017) brought from diagnostic tests to
// evaluation. Both lie in [0, 1] and are a judgement.
type Likelihoods struct {
	Sensitivity float64 // s = P(found | the claim holds)
	TypeIError  float64 // f = P(found | it does not)
}

// What has no answer. Errors wrap one of these.
var (
	// ErrNotChance: a number that should be a chance is not in [0, 1], or a range runs backwards.
	ErrNotChance = errors.New("not a chance between 0 and 1")

	// ErrImpossible: by its likelihoods, what was seen could not be seen either way, so one of them
	// must be wrong.
	ErrImpossible = errors.New("neither case allows what was seen")

	// ErrContradiction: one thing proves the claim and another excludes it.
	ErrContradiction = errors.New("one thing proves the claim and another excludes it")

	// ErrCorrelation: no two events with these chances have this correlation.
	ErrCorrelation = errors.New("these chances do not allow this correlation")
)

// Weight returns the weight of evidence in decibels: 10·log10(s/f) for evidence that was found,
// 10·log10((1-s)/(1-f)) for evidence looked for and not found (Good 1950, in Turing's unit, the
// deciban; a tenth of it is the probative value of Humphreys and Jacobs 2023, ch. 5). Above zero it
// speaks for the claim, below zero against it, and ±Inf settles it; 3 doubles the odds, 10 makes
// them tenfold. Weights of tests that are independent given the claim add up; weights of tests that
// repeat each other do not. The error is [ErrNotChance] or [ErrImpossible].
func (l Likelihoods) Weight(found bool) (float64, error) {
	h, n, err := l.seen(found)
	if err != nil {
		return 0, err
	}
	return 10 * (log10(h) - log10(n)), nil // a difference: swapping s and f negates it exactly
}

// Posterior returns the chance of the claim after the test, by Bayes' rule: p·s / (p·s + (1-p)·f)
// where the evidence was found, with the complements of s and f where it was looked for in vain
// (Bayes 1763; for process tracing A. Bennett 2008). It assumes that the claim and its negation are
// all there is, and that p was judged without this evidence. The error is [ErrNotChance],
// [ErrImpossible], or [ErrContradiction] where a prior of 0 or 1 meets evidence that settles the
// matter the other way.
func (l Likelihoods) Posterior(prior float64, found bool) (float64, error) {
	t := Test{Sensitivity: Exactly(l.Sensitivity), TypeIError: Exactly(l.TypeIError), Found: found}
	r, err := t.Ratio()
	if err != nil {
		return 0, err
	}
	e, err := r.Update(Exactly(prior))
	return e.Mid, err
}

// seen returns the chances of what was seen, with and without the claim.
func (l Likelihoods) seen(found bool) (with, without float64, err error) {
	with, without = l.Sensitivity, l.TypeIError
	if err := l.check(); err != nil {
		return 0, 0, err
	}
	if !found {
		with, without = 1-with, 1-without
	}
	if with == 0 && without == 0 {
		return 0, 0, ErrImpossible
	}
	return with, without, nil
}

func (l Likelihoods) check() error {
	return errors.Join(check("sensitivity", l.Sensitivity), check("Type I error", l.TypeIError))
}

func check(name string, p float64) error {
	if p >= 0 && p <= 1 {
		return nil
	}
	return fmt.Errorf("%s %v: %w", name, p, ErrNotChance)
}
