package report

import (
	"math"
	"strconv"
	"strings"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/evidence/bayes"
	"github.com/outcomemap/outcomemap/render/internal/words"
)

// Every number on the page is rounded here and nowhere else, so that a sentence and a table never
// disagree.

// chance writes a probability as so many in 100. What is not certain never reads 0 or 100.
func (w Words) chance(p float64) string {
	n := math.Round(p * 100)
	switch {
	case math.IsNaN(p):
		return w.word("number.unknown")
	case n <= 0 && p > 0:
		return w.say("number.under", "x", "1")
	case n >= 100 && p < 1:
		return w.say("number.over", "x", "99")
	}
	return strconv.Itoa(int(min(max(n, 0), 100)))
}

// chances writes a range of probabilities.
func (w Words) chances(low, high float64) string { return w.between(w.chance(low), w.chance(high)) }

// estimate writes the range of a figure; middle is written beside it.
func (w Words) estimate(e bayes.Estimate) string { return w.chances(e.Low, e.High) }

// within writes a figure with its range, where that says more.
func (w Words) within(e bayes.Estimate) string {
	if n := w.chance(e.Mid); n != w.estimate(e) {
		return w.say("number.within", "n", n, "range", w.estimate(e))
	}
	return w.say("number.in100", "n", w.chance(e.Mid))
}

// between writes a range of two texts, once where they are the same.
func (w Words) between(low, high string) string {
	if low == high {
		return low
	}
	return w.say("number.range", "low", low, "high", high)
}

// share writes a part of a whole in per cent.
func (w Words) share(x float64) string { return w.say("number.percent", "n", w.chance(x)) }

// decibels writes a weight of evidence with its sign.
func (w Words) decibels(x float64) string {
	switch {
	case math.IsInf(x, 1):
		return "+∞"
	case math.IsInf(x, -1):
		return "−∞"
	case math.Abs(x) < 0.05:
		return "0"
	case x > 0:
		return "+" + w.decimal(x, 1)
	}
	return w.decimal(x, 1)
}

// decimal writes a number with at most so many decimals.
func (w Words) decimal(x float64, decimals int) string {
	s := strconv.FormatFloat(x, 'f', decimals, 64)
	if strings.Contains(s, ".") && decimals > 1 {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	s = strings.Replace(s, ".", w.word("number.decimal"), 1)
	return strings.Replace(s, "-", "−", 1)
}

// alpha writes a coefficient of agreement.
func (w Words) alpha(x *float64) string {
	if x == nil {
		return w.word("number.unknown")
	}
	return w.decimal(*x, 2)
}

// likelihood writes one that may be a range.
func (w Words) likelihood(r evidence.Range) string {
	return w.between(w.decimal(r.Low, 2), w.decimal(r.High, 2))
}

// number writes a figure of an indicator as its author gave it.
func (w Words) number(x float64) string {
	if a := math.Abs(x); a >= 1e15 || a > 0 && a < 1e-6 || math.IsNaN(x) {
		return strconv.FormatFloat(x, 'g', -1, 64)
	}
	return w.decimal(x, max(2, decimalsOf(x)))
}

// decimalsOf returns how many decimals a number was given with, nine at most.
func decimalsOf(x float64) int {
	_, after, _ := strings.Cut(strconv.FormatFloat(x, 'f', -1, 64), ".")
	return min(len(after), 9)
}

// value writes the value of an indicator.
func (w Words) value(v *evidence.Value) string {
	switch {
	case v == nil:
		return w.word("number.unknown")
	case v.IsText:
		return plain(v.Text)
	}
	return w.number(v.Number)
}

// date writes a date in words; what is no date stays as it is.
func (w Words) date(d evidence.Date) string {
	if told, ok := words.Date(d, w.word("date.months"), w.word("date.day"), w.word("date.month")); ok {
		return told
	}
	return plain(string(d))
}

// scaleWords are the words for chances, with the chance in 100 at which each ends.
var scaleWords = [...]struct {
	upTo float64
	key  string
}{{10, "scale.0"}, {33, "scale.1"}, {66, "scale.2"}, {90, "scale.3"}, {100, "scale.4"}}

// wording returns the place of a chance among the words for chances. It goes by the number that is
// printed, so that word and number agree.
func wording(p float64) int {
	n := math.Round(p * 100)
	for i, s := range scaleWords {
		if n < s.upTo {
			return i
		}
	}
	return len(scaleWords) - 1
}

// inWords words a range of chances: "unlikely to likely".
func (w Words) inWords(e bayes.Estimate) string {
	return w.between(w[scaleWords[wording(e.Low)].key], w[scaleWords[wording(e.High)].key])
}

// first turns the first letter of a sentence into a capital.
func first(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
