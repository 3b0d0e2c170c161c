package bayes_test

import (
	"fmt"

	"github.com/outcomemap/outcomemap/evidence/bayes"
)

// A hoop test: to find the evidence proves little, to miss it costs the claim dear.
func ExampleLikelihoods() {
	l := bayes.Likelihoods{Sensitivity: 0.95, TypeIError: 0.6}
	fmt.Println(l.Class(bayes.Thresholds{Presence: 2, Absence: 2}))
	for _, found := range []bool{true, false} {
		weight, err := l.Weight(found)
		if err != nil {
			fmt.Println(err)
			return
		}
		after, err := l.Posterior(0.74, found)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("found %t: %+.1f dB, from 74 to %.0f in 100\n", found, weight, 100*after)
	}
	// Output:
	// hoop
	// found true: +2.0 dB, from 74 to 82 in 100
	// found false: -9.0 dB, from 74 to 26 in 100
}

// Three interviews that may all retell one rumour: taken as independent they all but settle the
// claim, taken as one they do not. The truth lies somewhere between, and is not to be computed.
func ExampleDominant() {
	interview, err := bayes.Test{
		Sensitivity: bayes.Range{Low: 0.6, High: 0.8},
		TypeIError:  bayes.Exactly(0.2),
		Found:       true,
	}.Ratio()
	if err != nil {
		fmt.Println(err)
		return
	}
	independent := bayes.Nothing()
	for range 3 {
		if independent, err = independent.Times(interview); err != nil {
			fmt.Println(err)
			return
		}
	}
	dominant, _, err := bayes.Dominant(interview, interview, interview)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range []bayes.Ratio{independent, dominant} {
		e, err := r.Update(bayes.Exactly(0.5))
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%.2f to %.2f\n", e.Low, e.High)
	}
	// Output:
	// 0.96 to 0.98
	// 0.75 to 0.80
}

// No two events with chances as far apart as these always go together.
func ExamplePair() {
	common := bayes.Test{Sensitivity: bayes.Exactly(0.8), TypeIError: bayes.Exactly(0.4), Found: true}
	rare := bayes.Test{Sensitivity: bayes.Exactly(0.4), TypeIError: bayes.Exactly(0.05), Found: true}
	for _, rho := range []float64{0, 0.2, 0.9} {
		r, err := bayes.Pair(common, rare, rho, rho)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("rho %.1f: %.1f dB\n", rho, r.Decibels().Mid)
	}
	// Output:
	// rho 0.0: 12.0 dB
	// rho 0.2: 9.4 dB
	// where the claim holds: correlation 0.9, outside of -0.6124 to 0.4082: these chances do not allow this correlation
}

// Three claims of a chain, each likely: how likely is it that all hold? Nobody knows how they hang
// together, so the answer is a range, with the product inside it.
func ExampleAll() {
	claims := []bayes.Estimate{{Low: 0.8, Mid: 0.8, High: 0.8}, {Low: 0.7, Mid: 0.75, High: 0.8}, {Low: 0.9, Mid: 0.9, High: 0.9}}
	all := bayes.All(claims...)
	fmt.Printf("at least   %.2f\n", all.Lowest.Mid)
	fmt.Printf("if apart   %.2f (%.2f to %.2f)\n", all.IfIndependent.Mid, all.IfIndependent.Low, all.IfIndependent.High)
	fmt.Printf("at most    %.2f\n", all.Weakest.Mid)
	// Output:
	// at least   0.45
	// if apart   0.54 (0.50 to 0.58)
	// at most    0.75
}
