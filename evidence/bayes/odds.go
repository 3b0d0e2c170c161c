package bayes

import "math"

// odds is a number from 0 to +Inf that neither overflows nor vanishes, however many are multiplied:
// frac·2^exp with frac in [0.5, 1), or frac 0 or +Inf. Its operations are correctly rounded, so they
// give the same bits on every machine, which logarithms do not.
type odds struct {
	frac float64
	exp  int
}

func newOdds(x float64) odds {
	frac, exp := math.Frexp(x)
	return odds{frac, exp}
}

// over returns a/b; not for 0/0.
func over(a, b float64) odds {
	p, q := newOdds(a), newOdds(b)
	return shifted(p.frac/q.frac, p.exp-q.exp)
}

// times returns o·p; not for 0·Inf.
func (o odds) times(p odds) odds { return shifted(o.frac*p.frac, o.exp+p.exp) }

func (o odds) inverse() odds { return shifted(1/o.frac, -o.exp) }

// shifted is frac·2^exp; 0 and +Inf have no exponent.
func shifted(frac float64, exp int) odds {
	r := newOdds(frac)
	if !r.zero() && !r.infinite() {
		r.exp += exp
	}
	return r
}

func (o odds) zero() bool     { return o.frac == 0 }
func (o odds) infinite() bool { return math.IsInf(o.frac, 1) }

// cmp orders odds.
func (o odds) cmp(p odds) int {
	switch {
	case o == p:
		return 0
	case o.zero() || p.infinite():
		return -1
	case p.zero() || o.infinite():
		return +1
	case o.exp < p.exp, o.exp == p.exp && o.frac < p.frac:
		return -1
	}
	return +1
}

// float is the nearest plain number, 0 or +Inf where there is none near.
func (o odds) float() float64 { return math.Ldexp(o.frac, o.exp) }

// chance is the probability that has these odds.
func (o odds) chance() float64 {
	x := o.float()
	if x > 1 {
		return 1 / (1 + 1/x)
	}
	return x / (1 + x)
}

// decibels is ten times the common logarithm.
func (o odds) decibels() float64 {
	if o.exp > -1000 && o.exp < 1000 {
		return 10 * log10(o.float())
	}
	return 10 * (log10(o.frac) + float64(float64(o.exp)*(math.Ln2/math.Ln10)))
}
