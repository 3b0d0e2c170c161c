// Package suggest finds the word that someone may have meant.
package suggest

import "unicode/utf8"

// budget bounds the letters compared for one question, so that a file of a hundred thousand ids and
// as many misspelt ones stays cheap.
const budget = 1 << 20

// Closest returns the candidate that is nearest to word, the first of several, or "" where none is
// near: the distance allowed grows with the word, from one letter in three to three at most, and a
// swap of two neighbouring letters counts as one (Damerau 1964). Costs are linear in the candidates
// and bounded.
func Closest(word string, candidates []string) string {
	limit := min(utf8.RuneCountInString(word)/3, 3)
	if limit == 0 || len(word) > 256 {
		return ""
	}
	var d distance
	best, spent := "", 0
	for _, c := range candidates {
		if c == word || len(c) > len(word)+4*limit || len(word) > len(c)+4*limit {
			continue
		}
		if spent += len(word); spent > budget {
			break
		}
		if n := d.between(word, c, limit); n <= limit {
			best, limit = c, n-1
			if limit == 0 {
				break
			}
		}
	}
	return best
}

// Hint returns the nearest candidate as a question, or "".
func Hint(word string, candidates []string) string {
	if c := Closest(word, candidates); c != "" {
		return `did you mean "` + c + `"?`
	}
	return ""
}

// distance holds the rows of the table, to be used again.
type distance struct {
	a, b                []rune
	before, above, here []int
}

// between returns the edits that turn one word into the other, or limit+1 where they are more.
func (d *distance) between(one, other string, limit int) int {
	d.a, d.b = append(d.a[:0], []rune(one)...), append(d.b[:0], []rune(other)...)
	a, b := d.a, d.b
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	d.before, d.above, d.here = row(d.before, len(b)), row(d.above, len(b)), row(d.here, len(b))
	for j := range d.above {
		d.above[j] = j
	}
	for i := range a {
		d.here[0] = i + 1
		least := i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			n := min(d.above[j]+cost, d.above[j+1]+1, d.here[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				n = min(n, d.before[j-1]+1)
			}
			d.here[j+1] = n
			least = min(least, n)
		}
		if least > limit {
			return limit + 1
		}
		d.before, d.above, d.here = d.above, d.here, d.before
	}
	return min(d.above[len(b)], limit+1)
}

func row(buf []int, n int) []int {
	if cap(buf) < n+1 {
		return make([]int, n+1)
	}
	return buf[:n+1]
}
