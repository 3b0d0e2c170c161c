package schematest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDiff(t *testing.T) {
	long := strings.Repeat("0123456789", 50)
	for _, tt := range []struct{ why, want, got, diff string }{
		{"the same", "a\nb\n", "a\nb\n", ""},
		{"a line changed", "a\nb\nc\n", "a\nB\nc\n", "@@ line 1\n  a\n- b\n+ B\n  c\n"},
		{"a line more", "a\nc\n", "a\nb\nc\n", "@@ line 1\n  a\n+ b\n  c\n"},
		{"a line less", "a\nb\nc\n", "a\nc\n", "@@ line 1\n  a\n- b\n  c\n"},
		{"three lines around a change", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nV\n6\n7\n8\n9\n", "@@ line 2\n  2\n  3\n  4\n- 5\n+ V\n  6\n  7\n  8\n"},
		{"two changes far apart", "x\n1\n2\n3\n4\n5\n6\n7\n8\nx\n", "y\n1\n2\n3\n4\n5\n6\n7\n8\ny\n",
			"@@ line 1\n- x\n+ y\n  1\n  2\n  3\n@@ line 7\n  6\n  7\n  8\n- x\n+ y\n"},
		{"from nothing", "", "a\n", "@@ line 1\n+ a\n"},
		{"to nothing", "a\n", "", "@@ line 1\n- a\n"},
		{"no line end", "a\n", "a", "@@ line 1\n- a\n+ a (no line end)\n"},
		{"a line feed more", "a\n", "a\n\n", "@@ line 1\n  a\n+ \n"},
		{"blanks at the end", "a\n", "a \n", "@@ line 1\n- a\n+ a<U+0020>\n"},
		{"line ends of Windows", "a\n", "a\r\n", "@@ line 1\n- a\n+ a<U+000D>\n"},
		{"what nobody sees", "a\n", "a\u200b\n", "@@ line 1\n- a\n+ a<U+200B>\n"},
		{"in the middle of a long line", long + "x" + long + "\n", long + "y" + long + "\n", "@@ line 1\n" +
			"- …" + (long + "x" + long)[447:447+160] + "…\n+ …" + (long + "y" + long)[447:447+160] + "…\n"},
		{"at the end of a long line", long, long + "y", "@@ line 1\n- …" + long[340:] + " (no line end)\n+ …" + (long + "y")[341:] + " (no line end)\n"},
	} {
		assert.Equal(t, tt.diff, diff(tt.want, tt.got), tt.why)
	}
}

func TestDiffIsShort(t *testing.T) {
	a, b := strings.Repeat("a\n", 100_000), strings.Repeat("b\n", 100_000)
	out := diff(a, b)
	assert.Equal(t, mostLines+2, strings.Count(out, "\n"))
	assert.True(t, strings.HasSuffix(out, "- a\n… and more\n"))
	assert.NotContains(t, diff(strings.Repeat("日", 1000), strings.Repeat("日", 1000)+"x"), "0x", "no character is halved")
}

// The edits turn the one into the other, and no fewer would: counted by the longest common
// subsequence, by its textbook table.
func TestCompareIsShortest(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		a, b := letters(r), letters(r)
		var from, to []string
		changed := 0
		for _, e := range compare(a, b) {
			if e.sign != '+' {
				from = append(from, e.text)
				require.Equal(t, a[e.line-1], e.text)
			}
			if e.sign != '-' {
				to = append(to, e.text)
			}
			if e.sign == '+' {
				require.Equal(t, b[e.line-1], e.text)
			}
			if e.sign != ' ' {
				changed++
			}
		}
		require.Equal(t, a, from)
		require.Equal(t, b, to)
		require.Equal(t, len(a)+len(b)-2*longestCommon(a, b), changed, "%q %q", a, b)
	}
}

func letters(r *rand.Rand) (out []string) {
	for range r.IntN(14) {
		out = append(out, fmt.Sprint(r.IntN(4)))
	}
	return out
}

func longestCommon(a, b []string) int {
	table := make([][]int, len(a)+1)
	table[0] = make([]int, len(b)+1)
	for i := range a {
		table[i+1] = make([]int, len(b)+1)
		for j := range b {
			table[i+1][j+1] = max(table[i][j+1], table[i+1][j])
			if a[i] == b[j] {
				table[i+1][j+1] = table[i][j] + 1
			}
		}
	}
	return table[len(a)][len(b)]
}
