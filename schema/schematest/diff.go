package schematest

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/outcomemap/outcomemap/internal/harmless"
)

// Bounds of what a diff shows and how hard it looks.
const (
	around    = 3    // equal lines shown on each side of a change
	mostLines = 60   // lines of a diff
	mostWidth = 160  // bytes of a line, around the first that differs
	mostEdits = 1000 // lines that differ, beyond which the rest is taken as one change
)

// An edit is a line of a diff: in both (' '), wanted only ('-') or got only ('+').
type edit struct {
	sign    byte
	text    string
	line    int // its number, in got where the sign is '+', else in want
	differs int // first byte in which it differs from the line whose place it takes
}

// diff returns how got differs from want, "" where it does not: the lines that changed with a few
// around them, those wanted after a minus, those got after a plus. What cannot be seen, a blank at
// the end of a line for one, is shown by its code point. Costs grow with the lines times those that
// differ, and are bounded.
func diff(want, got string) string {
	if want == got {
		return ""
	}
	edits := compare(splitLines(want), splitLines(got))
	pair(edits)
	var b strings.Builder
	shown, before := 0, -1
	for i := range edits {
		switch {
		case !near(edits, i):
			continue
		case shown == mostLines:
			b.WriteString("… and more\n")
			return b.String()
		case before < 0 || i != before+1:
			fmt.Fprintf(&b, "@@ line %d\n", edits[i].line)
		}
		fmt.Fprintf(&b, "%c %s\n", edits[i].sign, edits[i].show())
		shown, before = shown+1, i
	}
	return b.String()
}

// near reports whether an edit changes something, or stands beside one that does.
func near(edits []edit, i int) bool {
	for k := max(0, i-around); k <= min(len(edits)-1, i+around); k++ {
		if edits[k].sign != ' ' {
			return true
		}
	}
	return false
}

// noEnd marks a last line that has no line feed.
const noEnd = "\x00"

func splitLines(s string) []string {
	if s == "" {
		return nil
	}
	if whole, ok := strings.CutSuffix(s, "\n"); ok {
		return strings.Split(whole, "\n")
	}
	return strings.Split(s+noEnd, "\n")
}

// pair finds where lines differ from those that take their place: in each change the first line
// taken out from the first put in, and so on.
func pair(edits []edit) {
	for i := 0; i < len(edits); i++ {
		var out, in []int
		for ; i < len(edits) && edits[i].sign != ' '; i++ {
			if edits[i].sign == '-' {
				out = append(out, i)
			} else {
				in = append(in, i)
			}
		}
		for k := range min(len(out), len(in)) {
			n := common(edits[out[k]].text, edits[in[k]].text)
			edits[out[k]].differs, edits[in[k]].differs = n, n
		}
	}
}

// common returns how many bytes two texts start with alike.
func common(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// show returns the line as it is printed, of a long one the part around where it differs.
func (e edit) show() string {
	text, open := strings.CutSuffix(e.text, noEnd)
	from := 0
	if len(text) > mostWidth {
		from = max(0, min(e.differs-mostWidth/3, len(text)-mostWidth))
	}
	for from > 0 && from < len(text) && !utf8.RuneStart(text[from]) {
		from--
	}
	to := min(len(text), from+mostWidth)
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to++
	}
	out := harmless.Text(text[from:to], "\t")
	if from > 0 {
		out = "…" + out
	}
	switch {
	case to < len(text):
		out += "…"
	case open:
		out += " (no line end)"
	case strings.HasSuffix(text, " ") || strings.HasSuffix(text, "\t"):
		out = out[:len(out)-1] + harmless.Rune(rune(text[len(text)-1]))
	}
	return out
}
