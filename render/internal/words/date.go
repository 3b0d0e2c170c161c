package words

import (
	"strconv"
	"strings"

	"github.com/outcomemap/outcomemap/evidence"
)

// Date words a date. months has the names of twelve months, a bar between two; day is the sentence for a day, with
// {day}, {month} and {year}, month that for a month, with {month} and {year}. It reports whether d is a date.
func Date(d evidence.Date, months, day, month string) (string, bool) {
	if d == "" { // most maps have none, and an error is work
		return "", false
	}
	first, _, err := d.Span()
	if err != nil {
		return "", false
	}
	year := strconv.Itoa(first.Year())
	switch len(d) {
	case len("2006"):
		return year, true
	case len("2006-01"):
		day = month
	}
	name := ""
	if strings.Count(months, "|") == 11 {
		for range first.Month() {
			name, months, _ = strings.Cut(months, "|")
		}
	}
	told := strings.ReplaceAll(day, "{day}", strconv.Itoa(first.Day()))
	return strings.ReplaceAll(strings.ReplaceAll(told, "{month}", name), "{year}", year), true
}
