package table

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// shelf finds the stones of one column by their texts.
type shelf struct {
	texts  []string       // of the stones, in order
	folds  []string       // the same, folded
	exact  map[string]int // text -> first stone
	folded map[string]int // without case and punctuation
	tight  map[string]int // without spaces as well
	sizes  map[int][]int  // runes of the folded text -> stones
}

func newShelf() *shelf {
	return &shelf{exact: map[string]int{}, folded: map[string]int{}, tight: map[string]int{}, sizes: map[int][]int{}}
}

// add puts a stone on the shelf and returns its number.
func (sh *shelf) add(text string) int {
	n, f := len(sh.texts), fold(text)
	sh.texts, sh.folds = append(sh.texts, text), append(sh.folds, f)
	setFirst(sh.exact, text, n)
	setFirst(sh.folded, f, n)
	setFirst(sh.tight, tight(f), n)
	size := utf8.RuneCountInString(f)
	sh.sizes[size] = append(sh.sizes[size], n)
	return n
}

func setFirst(m map[string]int, key string, n int) {
	if _, ok := m[key]; !ok {
		m[key] = n
	}
}

func tight(folded string) string { return strings.ReplaceAll(folded, " ", "") }

// find returns the stone that text means, and how the two differ; "" where they are the same.
func (sh *shelf) find(text string, budget *int) (stone int, differs string, ok bool) {
	if n, ok := sh.exact[text]; ok {
		return n, "", true
	}
	f := fold(text)
	if f == "" {
		return 0, "", false
	}
	if n, ok := sh.folded[f]; ok {
		if strings.EqualFold(text, sh.texts[n]) {
			return n, "case", true
		}
		return n, "punctuation", true
	}
	if n, ok := sh.tight[tight(f)]; ok {
		return n, "white space", true
	}
	if n, ok := sh.near(f, budget); ok {
		return n, "spelling", true
	}
	return 0, "", false
}

// Near texts differ by one letter in twelve at most, and by six in all.
const (
	lettersPerSlip = 12
	mostSlips      = 6
	shortest       = 5
	longest        = 1000
)

// near returns the one stone whose folded text is within a few slips of f. Two as near are none,
// and so are two that differ in a digit: "Workshop 1" is not "Workshop 2".
func (sh *shelf) near(f string, budget *int) (stone int, ok bool) {
	a := []rune(f)
	if len(a) < shortest || len(a) > longest {
		return 0, false
	}
	reach := min(mostSlips, max(1, len(a)/lettersPerSlip))
	best, tied := reach+1, false
	for size := len(a) - reach; size <= len(a)+reach; size++ {
		for _, n := range sh.sizes[size] {
			if *budget--; *budget < 0 {
				return stone, false
			}
			other := sh.folds[n]
			if digits(other) != digits(f) {
				continue
			}
			switch d := slips(a, []rune(other), min(best, reach)); {
			case d < best:
				best, stone, ok, tied = d, n, true, false
			case d == best && ok && other != sh.folds[stone]:
				tied = true
			}
		}
	}
	return stone, ok && !tied
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// slips returns the number of letters to add, drop, change or swap with their neighbour to make b of
// a (optimal string alignment: Damerau 1964, Levenshtein 1966), or limit+1 where it is above limit.
// It looks only at a band of that width: O(len(a)·limit).
func slips(a, b []rune, limit int) int {
	switch apart := max(len(a)-len(b), len(b)-len(a)); {
	case apart > limit:
		return limit + 1
	case len(b) == 0:
		return len(a)
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		from, to := max(1, i-limit), min(len(b), i+limit)
		row[from-1] = limit + 1
		if from == 1 {
			row[0] = i
		}
		least := row[from-1]
		for j := from; j <= to; j++ {
			d := last[j-1]
			if a[i-1] != b[j-1] {
				d++
			}
			d = min(d, row[j-1]+1)
			if j < i+limit {
				d = min(d, last[j]+1)
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, before[j-2]+1)
			}
			row[j] = d
			least = min(least, d)
		}
		if least > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], limit+1)
}
