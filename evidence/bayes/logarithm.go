package bayes

import "math"

// log2 is the binary logarithm, with the same bits on every machine: that of package math is assembly on
// some and may fuse products with sums on others. It is within two units in the last place, and
// exact for powers of two.
func log2(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) {
		return math.Log2(x) // NaN or ±Inf, in which nothing is rounded
	}
	frac, exp := math.Frexp(x)
	if frac < math.Sqrt2/2 {
		frac, exp = 2*frac, exp-1
	}
	return float64(ln(frac)*(1/math.Ln2)) + float64(exp)
}

// log10 is the common logarithm, like [log2].
func log10(x float64) float64 { return log2(x) * (math.Ln2 / math.Ln10) }

// ln is the natural logarithm of a number from √½ to √2, by ln((1+s)/(1-s)) = 2·(s + s³/3 + s⁵/5 + …)
// (Gregory 1668). As 2·s is f - s·f, where x = 1+f, the leading term is exact.
func ln(x float64) float64 {
	f := x - 1
	s := f / (2 + f)
	square, rest := s*s, 0.0
	for k := 25; k > 1; k -= 2 { // beyond, terms are below 2^-60
		rest = float64(square * (rest + 2/float64(k)))
	}
	return f - float64(s*(f-rest))
}
