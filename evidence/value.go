package evidence

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strconv"

	"github.com/outcomemap/outcomemap/evidence/bayes"
)

// A Range is a number that is known only to lie between two bounds. In a map file it is a number, or
// a list of two.
type Range = bayes.Range

// Exactly returns the range that holds x alone, as the fields of this package want it: a pointer,
// for nil is not judged. ([bayes.Exactly] is the range itself.)
func Exactly(x float64) *Range { return new(bayes.Exactly(x)) }

// A Value is what an [Indicator] was measured to be: a number, or a text.
type Value struct {
	Number float64 // meaningful where IsText is false
	Text   string  // meaningful where IsText is true
	IsText bool
}

// Number returns a numeric value.
func Number(x float64) *Value { return &Value{Number: x} }

// Text returns a value in words.
func Text(s string) *Value { return &Value{Text: s, IsText: true} }

// String returns the text, or the number in its shortest form.
func (v Value) String() string {
	if v.IsText {
		return v.Text
	}
	return number(v.Number)
}

// MarshalJSON writes a string or a number.
func (v Value) MarshalJSON() ([]byte, error) {
	if v.IsText {
		return json.Marshal(v.Text)
	}
	if !finite(v.Number) {
		return nil, fmt.Errorf("evidence: value %v is no number", v.Number)
	}
	return []byte(number(v.Number)), nil
}

// UnmarshalJSON reads a string or a number.
func (v *Value) UnmarshalJSON(src []byte) error {
	if bytes.HasPrefix(bytes.TrimSpace(src), []byte(`"`)) {
		v.IsText, v.Number = true, 0
		return json.Unmarshal(src, &v.Text)
	}
	v.IsText, v.Text = false, ""
	return json.Unmarshal(src, &v.Number)
}

// Baselines are the baselines of an [Indicator]. In JSON a single one may stand without its list.
type Baselines []Baseline

// MarshalJSON writes a single baseline without its list.
func (b Baselines) MarshalJSON() ([]byte, error) {
	if len(b) == 1 {
		return json.Marshal(b[0])
	}
	return json.Marshal([]Baseline(b))
}

// UnmarshalJSON reads one baseline or a list.
func (b *Baselines) UnmarshalJSON(src []byte) error {
	if bytes.HasPrefix(bytes.TrimSpace(src), []byte("{")) {
		*b = make(Baselines, 1)
		return json.Unmarshal(src, &(*b)[0])
	}
	return json.Unmarshal(src, (*[]Baseline)(b))
}

// number is the shortest text that reads back as x.
func number(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
