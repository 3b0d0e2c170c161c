package words

import (
	"strconv"
	"strings"

	"github.com/outcomemap/outcomemap/evidence"
)

// Date words a date. months has the names of twelve months, a bar between two; day is the sentence for a day, with
// {day}, {month} and {year}, month that for a month, with {month} and {year}. It reports whether d is a date.
func Date(d evidence.Date, months, day, month string) (string, bool) {
	first, _, err := d.Span()
	if err != nil {
		return "", false
	}
	name := ""
	if names := strings.Split(months, "|"); len(names) == 12 {
		name = names[first.Month()-1]
	}
	year := strconv.Itoa(first.Year())
	sentence := day
	switch len(d) {
	case len("2006"):
		return year, true
	case len("2006-01"):
		sentence = month
	}
	return strings.NewReplacer("{day}", strconv.Itoa(first.Day()), "{month}", name, "{year}", year).Replace(sentence), true
}
