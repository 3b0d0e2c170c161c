package pathway

// lanes is how many cases a diagram is drawn for at a time.
const lanes = 4

// chances are those of one thing, in each case that a diagram is drawn for.
type chances [lanes]float64

// certain is what is sure in every case.
var certain = chances{1, 1, 1, 1}

// possible reports whether the thing may be in some case, and sure whether it is in all of them.
func (c chances) possible() bool { return c != chances{} }
func (c chances) sure() bool     { return min(c[0], c[1], c[2], c[3]) >= 1 }

// both is the chance that two independent events happen.
func (c chances) both(d chances) chances {
	for i := range c {
		c[i] *= d[i]
	}
	return c
}

// either is the chance that one of two independent events happens, or both.
func (c chances) either(d chances) chances {
	for i := range c {
		c[i] = either(c[i], d[i])
	}
	return c
}

// either is 1 if one of the two is sure, and true to the last digits where both are small.
func either(p, q float64) float64 {
	more, less := max(p, q), min(p, q)
	return more + float64((1-more)*less)
}

// alike reports whether two cases are sure of the same events, and know the same to be out of the
// question, so that one diagram serves both.
func alike(a, b []float64) bool {
	for i := range a {
		if (a[i] > 0) != (b[i] > 0) || (a[i] >= 1) != (b[i] >= 1) {
			return false
		}
	}
	return true
}

// abreast puts up to as many cases as there are lanes side by side, event by event; a lane without a
// case of its own repeats the first.
func abreast(cases [][]float64) []chances {
	all := make([]chances, len(cases[0]))
	for lane := range lanes {
		from := cases[0]
		if lane < len(cases) {
			from = cases[lane]
		}
		for i := range all {
			all[i][lane] = from[i]
		}
	}
	return all
}
