package bayes

import (
	"errors"
	"fmt"
	"math"
)

// A World is one way in which things may work: what would then be the chance of the claim, and of
// finding the evidence with and without it.
type World struct {
	Weight float64 // how probable this world is, in any unit
	Prior  float64
	Likelihoods
}

// Mix returns the prior and the likelihoods of a test where it is uncertain which of several worlds
// holds: averages of the worlds', each likelihood weighted by the chance that the world gives to the
// case it is about (Humphreys and Jacobs 2023, ch. 5, on joint updating). Posteriors are never
// averaged: the evidence itself tells the worlds apart, and an average of posteriors is blind to that.
// A case that no world allows has likelihood 0. The error is [ErrNotChance] where a number is none, or
// where the weights are negative or have no finite sum above 0.
func Mix(worlds ...World) (prior float64, l Likelihoods, err error) {
	var total, with, without, foundWith, foundWithout float64
	for i, w := range worlds {
		if err := errors.Join(check("prior", w.Prior), w.Likelihoods.check()); err != nil {
			return 0, Likelihoods{}, fmt.Errorf("world %d: %w", i+1, err)
		}
		holds, not := w.Weight*w.Prior, w.Weight*(1-w.Prior)
		total += w.Weight
		with += float64(holds)
		without += float64(not)
		foundWith += float64(holds * w.Sensitivity)
		foundWithout += float64(not * w.TypeIError)
		if !(w.Weight >= 0) {
			total = -1
			break
		}
	}
	if !(total > 0 && total <= math.MaxFloat64) {
		return 0, Likelihoods{}, fmt.Errorf("weights of %d worlds: %w", len(worlds), ErrNotChance)
	}
	return share(with, total), Likelihoods{share(foundWith, with), share(foundWithout, without)}, nil
}

// share is a part of a whole, at most 1 whatever was lost in summing.
func share(part, whole float64) float64 {
	if whole == 0 {
		return 0
	}
	return min(1, part/whole)
}
