package evidence

import (
	"fmt"
	"time"
)

// A Date is a year, a month or a day: YYYY, YYYY-MM or YYYY-MM-DD. It stands for that whole span.
// The empty Date is unknown and older than any other.
type Date string

// Span returns the first and the last day that d stands for, at midnight UTC. An unknown or
// malformed date is an error.
func (d Date) Span() (first, last time.Time, err error) {
	for _, form := range [...]struct {
		layout              string
		years, months, days int
	}{
		{"2006", 1, 0, 0},
		{"2006-01", 0, 1, 0},
		{"2006-01-02", 0, 0, 1},
	} {
		if len(d) != len(form.layout) {
			continue
		}
		first, err = time.Parse(form.layout, string(d))
		if err != nil {
			break
		}
		return first, first.AddDate(form.years, form.months, form.days-1), nil
	}
	return time.Time{}, time.Time{}, fmt.Errorf("evidence: date %q is not YYYY, YYYY-MM or YYYY-MM-DD", string(d))
}

// Valid reports whether d is a date that exists.
func (d Date) Valid() bool {
	_, _, err := d.Span()
	return err == nil
}

// Compare returns -1, 0 or +1 as d is older than, as new as, or newer than e. Dates are compared by
// the last day of their spans; an unknown or malformed date is older than any other.
func (d Date) Compare(e Date) int {
	if d == e { // the usual case, and Span makes an error of an unknown date
		return 0
	}
	_, a, _ := d.Span()
	_, b, _ := e.Span()
	return a.Compare(b)
}
