package bayes

// Conjunction says how probable it is that several claims all hold, given how probable each is and
// nothing of how they hang together. Lowest <= IfIndependent <= Weakest, at each end and in the
// middle, and Lowest and Weakest are reached by some way of hanging together.
type Conjunction struct {
	Lowest        Estimate // max(0, Σp - (n-1)): they avoid each other as much as they can (Fréchet 1935)
	IfIndependent Estimate // the product
	Weakest       Estimate // the least of them: each holds wherever the weakest does
}

// All returns what is known of the chance that all claims hold. Without a claim it is 1. Chances
// outside of 0 to 1 give no sensible answer.
func All(claims ...Estimate) Conjunction {
	one := Estimate{1, 1, 1}
	c := Conjunction{one, one, one}
	var doubt Estimate
	for _, p := range claims {
		c.Weakest = both(c.Weakest, p, func(a, b float64) float64 { return min(a, b) })
		c.IfIndependent = both(c.IfIndependent, p, func(a, b float64) float64 { return a * b })
		doubt = both(doubt, p, func(a, b float64) float64 { return a + (1 - b) })
	}
	// What rounding may have put above the product is taken down to it.
	c.Lowest = both(doubt, c.IfIndependent, func(d, p float64) float64 { return min(max(0, 1-d), p) })
	return c
}

func both(a, b Estimate, f func(a, b float64) float64) Estimate {
	return Estimate{f(a.Low, b.Low), f(a.Mid, b.Mid), f(a.High, b.High)}
}
