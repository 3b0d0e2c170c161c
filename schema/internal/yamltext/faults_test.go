package yamltext_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema"
	"github.com/outcomemap/outcomemap/schema/schematest"
)

// sound is the rest of a map around a fault, where the fault does not end the reading.
const sound = "outcomeMap: \"1\"\ntitle: T\ncolumns:\n  - id: a\n"

// faulty is YAML that people write and that a map file cannot hold, or that is none.
var faulty = []string{
	"title: &t T\n", "title: *t\n", "id: &x a\ntitle: *x\n", "a: &a {x: 1}\nb:\n  <<: *a\n", "b: {<<: {x: 1}}\n",
	"title: !!str T\n", "title: !mine T\n", "title: ! T\n", "columns: !list\n  - id: a\n",
	"? [a, b]\n: 1\n", "? {a: b}\n: 1\n", "? &k title\n: T\n", "*k : U\n", "1: x\n", "~: x\n", "true: x\n", "2021-01-01: x\n", "\"1\": x\n",
	"title: T\n---\ntitle: U\n", "title: T\n...\ntitle: U\n", "%YAML 1.1\n---\ntitle: T\n", "%YAML 3.0\n---\ntitle: T\n", "%TAG ! x\n", "title: T\n---\n[\n",
	"title: a: b\n", "title: T\n  id: x\n", "columns:\n\t- id: a\n", "title: T\n\tid: x\n", "title: @x\n", "title: `x`\n", "title: %x\n",
	"columns:\n  - id: a\n heading: H\n", "columns:\n  - id: a\n  id: b\n", "columns: [{id: a} {id: b}]\n", "columns: [a\n", "columns: {a: b\n", "columns: [a}\n",
	"title: T\nsummary\nid: x\n", "title: T\nsummary\né: x\n", "title: \"T\n", "title: 'T\nid: x\n", "title: \"\\x\"\n", "title: |\n   T\n  U\n",
	"title: a\x01b\n", "title: é\x01b\n", "title: a\ufffeb\n", "title: \uffff\n", "title: T\n\x1b\n", "title: \"\\uD800\"\n", "title: \"C:\\qux\"\n",
	sound + "    stones:\n      - {id: s, text: S\n  - id: b\n",
	"# nothing\n", "---\n", "---\n...\n", "~\n", "# nothing but this\n---\n# and this\n",
	"outcomeMap: \"1\"\ntitle: T\ncolumns:\n  - id: a\n    stones:\n      - {id: s, text: S}\n      - {id: &t t, text: *t}\nid: &i x\n", sound + "? milk\n",
	strings.Repeat("- ", 65) + "x\n", strings.Repeat("[", 64) + strings.Repeat("]", 64) + "\n", strings.Repeat("[", 65),
	sound + "    heading:\n", sound + "    heading: ~\n", sound + "    stones: [{id: s, text: Bread, milk and more}]\n", sound + "    stones: [{text: S, id: s, milk}, {id: t, text: T}]\n",
	sound + "    stones: [{milk, id: s, text: S}]\n", sound + "    stones: [{id: s, tags: [x], milk, text: S}]\n", sound + "    stones: [{id: s, text: Bread, milk\n     }]\n", sound + "    stones: [{id: s, text: \"Bread\", milk}]\n",
	sound + "    stones: [{id: s, text: S, milk: }]\n", sound + "    stones: [{id: s, text: '', milk}]\n", sound + "    stones: [{id: s, text: S, &m milk}]\n", sound + "    stones: [{id: s, text: S, &m milk\n     }]\n", sound + "    stones: [{id: s, text: S, ! milk\n     }]\n", sound + "    stones: [{id: s, text: S, ! milk}]\n", sound + "    stones: [{id: s, text: S, tags: &t}]\n", sound + "    stones: [{id: s, text: S, tags: !}]\n",
	sound + "    stones: [{id: s, milk, text: S}]\n", sound + "    stones: [{milk, bread, id: s, text: S, tags: 1}]\n", "\x01title: T\n",
	sound + "evidence:\n  claims: [{about: {column: a}, prior: 0,7}]\n", sound + "evidence:\n  claims: [{about: {column: a}, prior: \"0\",7}]\n", sound + "evidence:\n  claims: [{about: {column: a}, prior: 0,x}]\n",
	sound + "language: 'a''b'\nid: \"a\\\"b\"\n", sound + "language: \"a\n  b\"\n", sound + "language: >\n  a b\n", "\ufeff" + sound + "language: é?\n",
	strings.ReplaceAll(sound+"    heading:\n      - H\n", "\n", "\r\n"), strings.ReplaceAll(sound+"    heading:\n      - H\n", "\n", "\r"), "title: a\u2028b\nid: [c]\n" + sound[strings.Index(sound, "columns"):],
}

// What a user reads of each of them, and the text that it is about.
func TestFaultsInWords(t *testing.T) {
	var out bytes.Buffer
	for _, src := range faulty {
		fmt.Fprintf(&out, "%.90q\n", strings.TrimPrefix(src, sound))
		res, err := schema.Load(strings.NewReader(src), schema.WithFormat(schema.YAML))
		require.NoError(t, err)
		for _, f := range res.Findings {
			if f.Severity == outcome.Error {
				fmt.Fprintf(&out, "  %v at %q %.60q\n", f, f.Pointer, res.Source[f.Pos.Offset:f.Pos.Offset+f.Pos.Length])
			}
		}
	}
	schematest.Golden(t, "faults.txt", out.Bytes())
}

// The last of the faults that are kept says that there are more.
func TestTooManyFaults(t *testing.T) {
	res, err := schema.Load(strings.NewReader("a: [&a 1, &b 2, &c 3, &d 4]"), schema.WithFormat(schema.YAML), schema.WithLimits(schema.Limits{Findings: 3}))
	require.NoError(t, err)
	var got []string
	for _, f := range res.Findings {
		got = append(got, f.Rule+" "+f.Pointer)
	}
	assert.Equal(t, []string{"OM104 /a/0", "OM104 /a/1", "OM103 /a/2"}, got)
	assert.Equal(t, "more than 2 faults; what follows was not looked at", res.Findings[2].Message)
}

// Of a pathway that was not read whole nothing is advised: it may hold what is missed.
func TestNoAdviceOnWhatIsCut(t *testing.T) {
	const wants = "OM304 /pathways/0" // does not reach the last column
	for text, want := range map[string]bool{`"Bread, milk"`: true, "Bread, milk": false} {
		src := sound + "    stones: [{id: s, text: S}]\n  - {id: b, stones: [{id: u, text: U}]}\npathways:\n  - {id: p, steps: [{column: a, stones: [s]}], assumptions: [{id: x, text: " + text + "}]}\n"
		res, err := schema.Load(strings.NewReader(src), schema.WithFormat(schema.YAML))
		require.NoError(t, err)
		var got []string
		for _, f := range res.Findings {
			got = append(got, f.Rule+" "+f.Pointer)
		}
		assert.Equal(t, want, slices.Contains(got, wants), "%s: %v", text, got)
		assert.Equal(t, !want, slices.Contains(got, "OM111 /pathways/0/assumptions/0/milk"), "%s: %v", text, got)
	}
}

// Every value of a file is found at its place, whatever ends its lines, in whatever quotes it stands.
func TestPlacesWhateverEndsALine(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 14))
	for range 300 {
		end := []string{"\n", "\r\n", "\r"}[r.IntN(3)]
		title := []string{"T", "é", "'a\u2028b'", "\"a\u0085b\u2029\""}[r.IntN(4)]
		src := []string{"", "\ufeff", "# é" + end}[r.IntN(3)] + "outcomeMap: \"1\"" + end + "title: " + title + end + "columns:" + end
		var want []string
		for i := range 1 + r.IntN(6) {
			word := fmt.Sprintf([]string{"wörd %d", "'wörd %d'", "\"w\\\"ö %d\"", "\"😀 %d\"", "'it''s %d'"}[r.IntN(5)], i)
			src += strings.Repeat(end, r.IntN(2)) + "  - {id: c" + fmt.Sprint(i) + ", level: " + word + "}" + strings.Repeat(" # é", r.IntN(2)) + end
			want = append(want, word)
		}
		res, err := schema.Load(strings.NewReader(src), schema.WithFormat(schema.YAML))
		require.NoError(t, err)
		var got []string
		for _, f := range res.Findings {
			if f.Rule == "OM207" {
				got = append(got, res.Source[f.Pos.Offset:f.Pos.Offset+f.Pos.Length])
				before := strings.NewReplacer("\r\n", "\n", "\r", "\n", "\ufeff", "", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n").Replace(res.Source[:f.Pos.Offset])
				line := before[strings.LastIndex(before, "\n")+1:]
				require.Equal(t, strings.Count(before, "\n")+1, f.Pos.Line, "%q", src)
				require.Equal(t, len([]rune(line))+1, f.Pos.Column, "%q", src)
			}
		}
		require.Equal(t, want, got, "%q", src)
	}
}

// A caller's limit of values is that of the bound, to the value.
func TestLimitOfNodes(t *testing.T) {
	for src, atMost := range map[string]int{
		"a": 2, "a: b": 3, "a: b\n": 4, "a,b": 4, "[a]": 3, "{a}": 3, "? a": 3, "- a": 3, "-a": 2, "a-": 2, "- ": 3, "a\n- b\n": 5,
	} {
		limit := func(n int) schema.Option { return schema.WithLimits(schema.Limits{YAMLNodes: n}) }
		_, err := schema.Read(strings.NewReader(src), schema.WithFormat(schema.YAML), limit(atMost))
		assert.NotContains(t, err.Error(), "OM103", src)
		_, err = schema.Read(strings.NewReader(src), schema.WithFormat(schema.YAML), limit(atMost-1))
		assert.ErrorContains(t, err, fmt.Sprintf("1:1: error: OM103 the YAML may hold more than %d values", atMost-1), src)
	}
}
