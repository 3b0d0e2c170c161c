package bayes

import (
	"encoding/json"
	"fmt"
	"math"
)

// An Estimate is a figure that was worked out from inputs that may be ranges. Low and High are the
// least and the greatest value that it takes while each input stays inside its range, exactly; Mid
// is its value where each input is at the middle. Low <= Mid <= High.
type Estimate struct{ Low, Mid, High float64 }

// MarshalJSON writes {"low":…,"mid":…,"high":…}; an infinite figure is the text "inf" or "-inf",
// as JSON has no number for it.
func (e Estimate) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Low  any `json:"low"`
		Mid  any `json:"mid"`
		High any `json:"high"`
	}{jsonNumber(e.Low), jsonNumber(e.Mid), jsonNumber(e.High)})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (e *Estimate) UnmarshalJSON(src []byte) error {
	var raw struct{ Low, Mid, High any }
	if err := json.Unmarshal(src, &raw); err != nil {
		return err
	}
	for _, end := range [...]struct {
		from any
		to   *float64
	}{{raw.Low, &e.Low}, {raw.Mid, &e.Mid}, {raw.High, &e.High}} {
		switch x := end.from.(type) {
		case float64:
			*end.to = x
		case string:
			sign, ok := map[string]int{"inf": 1, "-inf": -1}[x]
			if !ok {
				return fmt.Errorf("estimate: %q is no number", x)
			}
			*end.to = math.Inf(sign)
		default:
			return fmt.Errorf("estimate: %v is no number", x)
		}
	}
	return nil
}

func jsonNumber(x float64) any {
	switch {
	case math.IsInf(x, 1):
		return "inf"
	case math.IsInf(x, -1):
		return "-inf"
	}
	return x
}
