package render_test

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/rivo/uniseg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	gmtext "github.com/yuin/goldmark/text"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render"
	"github.com/outcomemap/outcomemap/render/internal/text"
	"github.com/outcomemap/outcomemap/schema/schematest"
)

func plain(t testing.TB, m *outcome.Map, opts ...render.Option) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, render.Text(&b, m, opts...))
	return b.String()
}

func markdown(t testing.TB, m *outcome.Map, opts ...render.Option) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, render.Markdown(&b, m, opts...))
	return b.String()
}

func TestTextGoldens(t *testing.T) {
	rated := readMap(t, "board-rated.json")
	schematest.Golden(t, "board-rated.txt", []byte(plain(t, rated)))
	schematest.Golden(t, "board-rated-40.txt", []byte(plain(t, rated, render.Pathway("workforce"), render.TextWidth(40))))
	schematest.Golden(t, "small.txt", []byte(plain(t, small())))
	schematest.Golden(t, "languages.txt", []byte(plain(t, languages(), render.TextWidth(60))))
}

func TestMarkdownGoldens(t *testing.T) {
	schematest.Golden(t, "board-rated.md", []byte(markdown(t, readMap(t, "board-rated.json"))))
	schematest.Golden(t, "small.md", []byte(markdown(t, small())))
}

// No line is wider than was asked for, and none has what would steer a terminal.
func TestTextKeepsItsWidth(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 7))
	for range 200 {
		m, width := randomMap(r), 20+r.IntN(100)
		for line := range strings.Lines(plain(t, m, render.TextWidth(width))) {
			line = strings.TrimSuffix(line, "\n")
			require.LessOrEqual(t, uniseg.StringWidth(line), width, "%q", line)
		}
	}
	for _, s := range hostile {
		for _, c := range plain(t, poison(s)) {
			require.True(t, c >= ' ' && c != 0x7f && (c < 0x80 || c > 0x9f) || c == '\n', "%q", c)
		}
	}
}

// What a step does not say by itself is said link by link.
func TestTextTellsEveryLink(t *testing.T) {
	got := plain(t, small())
	assert.Contains(t, got, "How they feel (each of the above leads to each of these)\n  - Stone c\n  - Stone d\n")
	for _, want := range []string{"Stone a -> Stone f", "Stone f -> Stone c", "Stone c -> (leads to less of it) Stone e"} {
		assert.Contains(t, got+"\n", "  - "+want+"\n")
	}
}

// Where one of two steps has but one stone, nobody says "each" of it.
func TestTextCountsTheEndsOfAStep(t *testing.T) {
	for _, tt := range []struct {
		before, here []string
		want         string
	}{
		{[]string{"a", "b"}, []string{"c", "d"}, "each of the above leads to each of these"},
		{[]string{"a", "b"}, []string{"c"}, "each of the above leads to this"},
		{[]string{"a"}, []string{"c", "d"}, "the above leads to each of these"},
		{[]string{"a"}, []string{"c"}, "the above leads to this"},
	} {
		m := small()
		m.Pathways = []pathway.Pathway{{ID: "p", Steps: []pathway.Step{{Column: "do", Stones: tt.before}, {Column: "feel", Stones: tt.here}}}}
		assert.Contains(t, plain(t, m), "How they feel ("+tt.want+")\n")
		var b bytes.Buffer
		require.NoError(t, render.Markdown(&b, m))
		assert.Contains(t, b.String(), "What we do → How they feel ("+tt.want+")\n")
	}
}

// Letters stand beside the stones before the pathways are told, so their titles come first; one alone has no letter.
// A range of levels moves nothing out of its line.
func TestTextNamesThePathwaysFirst(t *testing.T) {
	m := readMap(t, "board-rated.json")
	got := plain(t, m, render.TextWidth(100))
	assert.Contains(t, got, "\nPathways\n  A  Provide training")
	assert.Less(t, strings.Index(got, "  C  Value and support employers\n"), strings.Index(got, "What we do (7)"))
	at := func(line, word string) int {
		_, after, found := strings.Cut(got, "\n"+line)
		require.True(t, found, line)
		after, _, _ = strings.Cut(line+after, "\n")
		return strings.Index(after, word)
	}
	rate := func(stone, by, progress string) evidence.Assessment {
		return evidence.Assessment{About: pathway.Target{Pathway: "employers", Stone: stone}, By: by, Date: "2030", Progress: progress, Confidence: "low"}
	}
	m.Evidence.Assessments = []evidence.Assessment{rate("employers", "A", "some"), rate("social-workers", "A", "none"), rate("social-workers", "B", "some")}
	got = plain(t, m, render.TextWidth(100))
	assert.Positive(t, at("- Social Workers ", "to"))
	assert.Positive(t, at("- Employers ", "Low"))
	assert.Equal(t, at("- Employers ", "Low"), at("- Social Workers ", "Low"), "beside a range")
	var b bytes.Buffer
	require.NoError(t, render.Markdown(&b, m))
	assert.Contains(t, b.String(), "\n\n- A: Provide training")
	assert.Less(t, strings.Index(b.String(), "- C: Value and support employers\n\n"), strings.Index(b.String(), "| What we do |"))
	m.Pathways = m.Pathways[:1]
	assert.NotContains(t, plain(t, m), "\nPathways\n")
}

func TestTextWidthIsChecked(t *testing.T) {
	var b bytes.Buffer
	require.ErrorContains(t, render.Text(&b, small(), render.TextWidth(3)), "not between 20 and 1000")
	assert.Zero(t, b.Len())
}

// read returns the text of every cell and heading as a CommonMark reader has it, and fails on HTML, on
// images and on links that a map must not make.
func read(t *testing.T, src string) []string {
	t.Helper()
	var cells []string
	source := []byte(src)
	doc := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser().Parse(gmtext.NewReader(source))
	require.NoError(t, ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n.Kind() {
		case ast.KindHTMLBlock, ast.KindRawHTML, ast.KindImage, ast.KindLink, ast.KindAutoLink, ast.KindCodeBlock, ast.KindFencedCodeBlock, ast.KindCodeSpan:
			t.Fatalf("%s in %s", n.Kind(), src)
		case east.KindTableCell, ast.KindHeading:
			cells = append(cells, words(n, source))
		}
		return ast.WalkContinue, nil
	}))
	return cells
}

func words(n ast.Node, source []byte) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.Write(unescape(c.Segment.Value(source)))
		case *ast.String:
			b.Write(c.Value)
		default:
			b.WriteString(words(c, source))
		}
	}
	return b.String()
}

// unescape takes the backslashes away as a renderer does.
func unescape(s []byte) []byte {
	var out []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[i+1]) >= 0 {
			i++
		}
		out = append(out, s[i])
	}
	return out
}

func TestMarkdownReadsBackTheText(t *testing.T) {
	texts := append([]string{"# heading", "- list", "1. one", "1986) year", "=====", "a | b", "*bold* _it_ `code`", "[x](javascript:alert(1))", "![x](y)", "~~no~~", "www.example.org", "a  b", "C# ##"}, hostile...)
	for _, s := range texts {
		m := small()
		m.Title = s
		m.Columns[0].Stones[1].Text = s
		cells := read(t, markdown(t, m))
		want := text.Clean(s)
		if want == "" {
			want = "b"
		}
		assert.Contains(t, cells, want+" (A)", "%q", s)
	}
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want := read(t, markdown(t, poison("x")))
		require.Len(t, read(t, markdown(t, poison(short(s)))), len(want), "no text adds a cell or a heading")
	})
}
