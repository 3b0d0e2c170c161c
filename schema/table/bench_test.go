package table

import (
	"encoding/csv"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// "x-csv": our time over that of encoding/csv, which only cuts the same text into cells, turn by turn
// so that a busy machine slows both. The ratio stays the same as tables grow: costs are linear.
func BenchmarkRead(b *testing.B) {
	for _, rows := range []int{10, 100, 1000, 5000} {
		text := large(rows)
		b.Run(fmt.Sprintf("rows=%d", rows), func(b *testing.B) {
			var ours, bare time.Duration
			for b.Loop() {
				t0 := time.Now()
				_, err := Load(strings.NewReader(text))
				t1 := time.Now()
				require.NoError(b, err)
				r := csv.NewReader(strings.NewReader(text))
				r.Comma, r.FieldsPerRecord = '\t', -1
				_, err = r.ReadAll()
				ours, bare = ours+t1.Sub(t0), bare+time.Since(t1)
				require.NoError(b, err)
			}
			b.ReportMetric(float64(ours)/float64(bare), "x-csv")
			b.ReportMetric(float64(ours)/float64(b.N), "ns/op")
		})
	}
}

// large is a table of the map and one of a pathway that has every other stone.
func large(rows int) string {
	const heads = "What we do\tWho with\tHow they feel\tWhat they learn and gain\tWhat they do differently\tImpact\n"
	var whole, path strings.Builder
	whole.WriteString("Map\n\n" + heads)
	path.WriteString("\nEvery other\n\n" + heads)
	for i := range rows {
		for c := range 6 {
			end := "\t"
			if c == 5 {
				end = "\n"
			}
			text := fmt.Sprintf("Stone %d of column %d says something that a real one could say", i, c)
			whole.WriteString(text + end)
			if i%2 == 0 {
				path.WriteString("<p>" + text + "</p> <p>Progress: some Confidence: n/a</p>" + end)
			}
		}
	}
	return whole.String() + path.String()
}

// What is made to cost much costs no more than a few seconds; a quadratic step would take hours. The
// texts are the worst that could be thought of for one part each.
func BenchmarkHostile(b *testing.B) {
	const size = 1 << 20
	fill := func(s string, n int) string { return strings.Repeat(s, n/len(s)) }
	near := func(last string) string {
		var t strings.Builder
		for i := range 5000 {
			fmt.Fprintf(&t, "%s%s\tx\n", strings.Repeat(string(rune('a'+i%26)), 80+i%7), last+strings.Repeat("q", i%60))
		}
		return t.String()
	}
	for name, text := range map[string]string{
		"unclosed tags":     "a\tb\n" + fill("<a='", size-9) + "\tx\n",
		"scripts":           "a\tb\n" + fill("<script>", size-9) + "\tx\n",
		"comments":          "a\tb\n" + fill("<!--", size-9) + "\tx\n",
		"quotes":            "a\tb\n" + fill("\"\"\t\"\t", 300_000) + "\nx\ty\n",
		"ratings":           "a\tb\n" + fill("x Progress: y Confidence: z ", size-9) + "\tx\n",
		"bullets":           "a\tb\n" + fill("• Q ", size-9) + "\tx\n",
		"capitals":          "a\tb\n" + fill(fill("aa Bb ", 999)+"\tx\n", 2*size),
		"headings":          fill("a\tb\nc\td\n\n", 400_000),
		"odd cells":         "a\tb\nC\tD\n" + fill("A,\tB,\n", 300_000),
		"near texts":        "a\tb\n" + near("") + "\nP\na\tb\n" + near("z"),
		"one text repeated": "a\tb\n" + fill("Same\tSame\n", 400_000),
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				_, err := Load(strings.NewReader(text))
				if err != nil {
					b.Log(err)
				}
			}
		})
	}
}
