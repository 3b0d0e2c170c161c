// Package agreement tells how far several people who judged the same things agree beyond what
// chance would give: Krippendorff's alpha, for any number of raters, with ratings missing.
//
// The rule to know: alpha is 1 where all agree, 0 where they agree no more than by chance, and below
// where they agree less. It compares raters, never ratings: a high alpha can rest on a shared error.
// With few units or ratings that hardly vary it says little; where they do not vary at all it has no
// value, which is not the same as agreement.
//
// Start with [Alpha]. Costs grow linearly with the ratings, times the logarithm of their number.
package agreement

import (
	"math"
	"slices"
)

// Metric says how far apart two ratings are.
type Metric int

// The metrics.
const (
	Nominal  Metric = iota // the same or not: names, in any numbering
	Ordinal                // by the ratings that lie between: ranks, in any rising numbering
	Interval               // by their difference: numbers on a scale of equal steps
)

// Alpha returns Krippendorff's alpha (Krippendorff 1970, computed as in his 2011 note): 1 less the
// disagreement within units over the disagreement to be expected by chance. Each unit lists the
// ratings that it was given; who gave which does not matter, and ratings that are missing are left
// out. A unit with fewer than two ratings tells nothing about agreement and is left out, as is a
// rating that is not a finite number.
//
// It is at most 1. It reports false where alpha has no value: where no unit has two ratings, or all
// ratings are the same, so that chance would give no disagreement either, or where their squares
// are no longer numbers. It assumes that raters
// judge apart from each other and may be exchanged; not for raters who copy, or who rate each their
// own units.
func Alpha(units [][]float64, m Metric) (alpha float64, ok bool) {
	units = pairable(units)
	all := slices.Concat(units...)
	if m == Ordinal {
		units, all = midRanks(units, all)
	}
	if len(all) == 0 || slices.Min(all) == slices.Max(all) {
		return 0, false
	}
	within := 0.0
	for _, ratings := range units {
		within += m.spread(ratings) / float64(len(ratings)-1)
	}
	byChance := m.spread(all) / float64(len(all)-1)
	if !(byChance > 0) || math.IsInf(byChance, 0) {
		return 0, false
	}
	return 1 - within/byChance, true
}

// pairable keeps the units that have at least two ratings, and of those the finite ones.
func pairable(units [][]float64) [][]float64 {
	var kept [][]float64
	for _, ratings := range units {
		var finite []float64
		for _, x := range ratings {
			if !math.IsNaN(x) && !math.IsInf(x, 0) {
				finite = append(finite, x)
			}
		}
		if len(finite) > 1 {
			kept = append(kept, finite)
		}
	}
	return kept
}

// midRanks replaces each rating by the middle of the places that its equals take among all sorted
// ratings: the ordinal distance of two ratings is the distance of these.
func midRanks(units [][]float64, all []float64) (ranked [][]float64, allRanked []float64) {
	sorted := slices.Sorted(slices.Values(all))
	rank := func(x float64) float64 {
		first, _ := slices.BinarySearch(sorted, x)
		last, _ := slices.BinarySearchFunc(sorted, x, func(y, x float64) int {
			if y <= x {
				return -1
			}
			return 1
		})
		return float64(first+last) / 2
	}
	for _, ratings := range units {
		own := make([]float64, len(ratings))
		for i, x := range ratings {
			own[i] = rank(x)
		}
		ranked = append(ranked, own)
	}
	return ranked, slices.Concat(ranked...)
}

// spread is the sum of the squared distances of all ordered pairs.
func (m Metric) spread(ratings []float64) float64 {
	n := float64(len(ratings))
	if m == Nominal {
		same := 0.0
		sorted := slices.Sorted(slices.Values(ratings))
		for i := 0; i < len(sorted); {
			j := i
			for j < len(sorted) && sorted[j] == sorted[i] {
				j++
			}
			same += float64((j - i) * (j - i))
			i = j
		}
		return float64(n*n) - same
	}
	mean := 0.0
	for _, x := range ratings {
		mean += x / n
	}
	squares := 0.0
	for _, x := range ratings {
		d := x - mean
		squares += float64(d * d)
	}
	return 2 * n * squares
}
