package render_test

import (
	"fmt"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/internal/needtool"
	"github.com/outcomemap/outcomemap/render"
	"github.com/outcomemap/outcomemap/schema/schematest"
)

func TestDOTGoldens(t *testing.T) {
	schematest.Golden(t, "small.dot", []byte(dot(t, small())))
	schematest.Golden(t, "board.dot", []byte(dot(t, readMap(t, "board.json"))))
}

func runDot(t *testing.T, format, src string) string {
	t.Helper()
	cmd := exec.Command(needtool.Path(t, "dot"), "-T"+format)
	cmd.Stdin = strings.NewReader(src)
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s\n%s", out, src)
	return string(out)
}

// Graphviz keeps every stone in its column, and so says its x in its own output.
func TestDotKeepsColumns(t *testing.T) {
	m := readMap(t, "board.json")
	at := map[string]string{} // node: x, from lines such as "node s1 1.2 3.4 ..."
	for line := range strings.Lines(runDot(t, "plain", dot(t, m))) {
		var name, x string
		if n, _ := fmt.Sscanf(line, "node %s %s", &name, &x); n == 2 {
			at[name] = x
		}
	}
	seen, n := map[string]bool{}, 0
	for i, c := range m.Columns {
		x := at[fmt.Sprintf("c%d", i)]
		assert.False(t, seen[x], "columns apart")
		seen[x] = true
		for range c.Stones {
			assert.Equal(t, x, at[fmt.Sprintf("s%d", n)], "stone %d", n)
			n++
		}
	}
	assert.Len(t, at, 46)
}

func TestDotAcceptsHostileText(t *testing.T) {
	for _, s := range hostile {
		got := runDot(t, "svg", dot(t, poison(s)))
		assert.NotContains(t, got, "<script>")
	}
}

// The strings of a DOT file read back as the text that was put in.
func TestDotReadsBackTheText(t *testing.T) {
	m := small()
	m.Columns[0].Stones[0].Text = `a "b" \n c & d &amp; <i>e</i> \`
	m.Columns[0].Stones[0].ID = `\N`
	got := runDot(t, "svg", dot(t, m, render.CardWidth(600)))
	assert.Contains(t, got, `a &quot;b&quot; \n c &amp; d &amp;amp; &lt;i&gt;e&lt;/i&gt; \`)
}

func FuzzDOT(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for line := range strings.Lines(dot(t, poison(short(s)))) {
			require.NoError(t, balanced(line), "%q", line)
		}
	})
}

// balanced holds that strings end on the line they start on, by the rules of the DOT language, and
// that nothing outside of them comes from a map.
func balanced(line string) error {
	inside := false
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case inside && c == '\\':
			i++
		case c == '"':
			inside = !inside
		case !inside && !strings.ContainsRune("abcdefghijklmnopqrstuvwxyzLRTB0123456789Aial_.,:;=-> {}[]\t\n", rune(c)):
			return fmt.Errorf("%q outside of a string", c)
		case c < ' ' && c != '\n' && c != '\t':
			return fmt.Errorf("control character %q", c)
		}
	}
	if inside {
		return fmt.Errorf("a string that does not end")
	}
	return nil
}
