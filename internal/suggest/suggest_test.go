package suggest

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestClosest(t *testing.T) {
	fields := []string{"id", "text", "title", "columns", "stones", "pathways", "progress"}
	for _, tt := range []struct{ word, want, why string }{
		{"colums", "columns", "one letter left out"},
		{"txet", "text", "two letters swapped count once"},
		{"titel", "title", "swapped at the end"},
		{"pogres", "progress", "two of six"},
		{"xy", "", "two letters have no near word"},
		{"i", "", "nor has one"},
		{"stone", "stones", "one more"},
		{"weather", "", "nothing is near"},
		{"text", "", "a word is not its own mistake"},
		{"", "", "empty"},
		{"stönes", "stones", "runes count, not bytes"},
		{strings.Repeat("a", 300), "", "beyond any name"},
	} {
		assert.Equal(t, tt.want, Closest(tt.word, fields), "%q: %s", tt.word, tt.why)
	}
	assert.Equal(t, "abcd", Closest("abce", []string{"abcf", "abcd"}[1:]))
	assert.Equal(t, "abcf", Closest("abce", []string{"abcf", "abcd"}), "the first of two that are as near")
	assert.Equal(t, `did you mean "text"?`, Hint("texd", fields))
	assert.Empty(t, Hint("zzzzzz", fields))
}

// The textbook recursion is the oracle: edits of one letter, and swaps of neighbours never edited
// again (optimal string alignment).
func TestDistanceAgainstRecursion(t *testing.T) {
	words := []string{"", "a", "ab", "ba", "abc", "acb", "bca", "cab", "abab", "baba", "aabb", "bbaa"}
	var d distance
	for _, a := range words {
		for _, b := range words {
			want := edits([]rune(a), []rune(b))
			got := d.between(a, b, 9)
			assert.Equal(t, want, got, "%q %q", a, b)
			assert.Equal(t, min(want, 2), d.between(a, b, 1), "%q %q with a limit of 1", a, b)
		}
	}
}

func edits(a, b []rune) int {
	if len(a) == 0 || len(b) == 0 {
		return len(a) + len(b)
	}
	cost := 1
	if a[0] == b[0] {
		cost = 0
	}
	n := min(edits(a[1:], b[1:])+cost, edits(a[1:], b)+1, edits(a, b[1:])+1)
	if len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] {
		n = min(n, edits(a[2:], b[2:])+1)
	}
	return n
}
