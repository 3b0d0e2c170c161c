package evidence

import (
	"cmp"
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
func (d Date) Valid() bool { return d.lastDay() >= 0 }

// Compare returns -1, 0 or +1 as d is older than, as new as, or newer than e. Dates are compared by
// the last day of their spans; an unknown or malformed date is older than any other.
func (d Date) Compare(e Date) int {
	return cmp.Compare(d.lastDay(), e.lastDay())
}

// lastDay returns the last day that d stands for as the number YYYYMMDD, or -1 if there is none.
// It says what [Date.Span] says without making times, since rating compares dates by the thousand.
func (d Date) lastDay() int {
	var year, day int
	month, ok := 12, false
	switch len(d) {
	case len("2006"):
		year, ok = digits(d)
	case len("2006-01"):
		year, ok = digits(d[:4])
		month, ok = part(d[4:], ok)
	case len("2006-01-02"):
		year, ok = digits(d[:4])
		month, ok = part(d[4:7], ok)
		day, ok = part(d[7:], ok)
		ok = ok && day > 0
	}
	if !ok || month < 1 || month > 12 {
		return -1
	}
	most := daysIn(year, month)
	if day > most {
		return -1
	}
	if day == 0 {
		day = most
	}
	return (year*100+month)*100 + day
}

// part reads a hyphen and two digits, if what stands before it was read.
func part(d Date, before bool) (n int, ok bool) {
	n, ok = digits(d[1:])
	return n, ok && before && d[0] == '-'
}

func digits(d Date) (n int, ok bool) {
	for _, c := range []byte(d) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, true
}

// daysIn returns the length of a month in the Gregorian calendar.
func daysIn(year, month int) int {
	switch {
	case month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0):
		return 29
	case month == 2:
		return 28
	case month == 4, month == 6, month == 9, month == 11:
		return 30
	}
	return 31
}
