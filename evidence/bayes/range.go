package bayes

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strconv"
)

// A Range is a number that is known only to lie between two bounds, both included; Low equals High
// where it is known exactly. Chances lie in [0, 1].
type Range struct{ Low, High float64 }

// Exactly returns the range that holds x alone.
func Exactly(x float64) Range { return Range{Low: x, High: x} }

// IsPoint reports whether r holds one number only.
func (r Range) IsPoint() bool { return r.Low == r.High }

// String returns "0.4" or "0.4 to 0.6".
func (r Range) String() string {
	if r.IsPoint() {
		return number(r.Low)
	}
	return number(r.Low) + " to " + number(r.High)
}

// MarshalJSON writes a number, or a list of two where the bounds differ.
func (r Range) MarshalJSON() ([]byte, error) {
	for _, bound := range [...]float64{r.Low, r.High} {
		if math.IsNaN(bound) || math.IsInf(bound, 0) {
			return nil, fmt.Errorf("bayes: range %v has a bound that is no number", r)
		}
	}
	if r.IsPoint() {
		return []byte(number(r.Low)), nil
	}
	return fmt.Appendf(nil, "[%s,%s]", number(r.Low), number(r.High)), nil
}

func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

var errRange = errors.New("bayes: want a number or a list of two numbers")

// UnmarshalJSON reads a number or a list of two.
func (r *Range) UnmarshalJSON(src []byte) error {
	if !bytes.HasPrefix(bytes.TrimSpace(src), []byte("[")) {
		var x *float64
		if err := json.Unmarshal(src, &x); err != nil || x == nil {
			return errors.Join(errRange, err)
		}
		r.Low, r.High = *x, *x
		return nil
	}
	var pair []*float64
	if err := json.Unmarshal(src, &pair); err != nil || len(pair) != 2 || pair[0] == nil || pair[1] == nil {
		return errors.Join(errRange, err)
	}
	r.Low, r.High = *pair[0], *pair[1]
	return nil
}

// Mid returns the middle, exactly where the range is one number.
func (r Range) Mid() float64 {
	if r.Low == r.High {
		return r.Low
	}
	return r.Low/2 + r.High/2
}

func (r Range) check(name string) error {
	for _, p := range []float64{r.Low, r.High} {
		if err := check(name, p); err != nil {
			return err
		}
	}
	if r.Low > r.High {
		return fmt.Errorf("%s from %v down to %v: %w", name, r.Low, r.High, ErrNotChance)
	}
	return nil
}
