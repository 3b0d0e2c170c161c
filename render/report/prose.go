package report

import (
	"bytes"
	"html/template"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// Texts beyond these bounds are set as plain paragraphs: a parser of CommonMark may take the square of
// their marks.
const (
	maxProse = 20_000 // bytes
	maxMarks = 500    // of one kind
)

// crowded reports whether a text is beyond the bounds.
func crowded(s string) bool {
	for _, mark := range [...]string{">", "[", "*", "_", "`", "-", "+"} {
		if strings.Count(s, mark) > maxMarks {
			return true
		}
	}
	return len(s) > maxProse
}

// paragraphs sets a text without its marks being read.
func paragraphs(s string) template.HTML {
	var b strings.Builder
	for _, p := range strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n\n") {
		if p = strings.TrimSpace(p); p != "" {
			b.WriteString("<p>" + template.HTMLEscapeString(p) + "</p>\n")
		}
	}
	return template.HTML(strings.TrimSpace(b.String())) //nolint:gosec // escaped
}

// prose renders CommonMark without HTML: tags are shown as they were written, never obeyed. What comes
// out is sanitised once more, so that a fault in the one is held by the other.
func prose(s string) template.HTML {
	s = strings.TrimSpace(tame(s))
	if crowded(s) || !strings.ContainsAny(s, "\n\r\t\\`*_[]<>&!#~|+-=:@0123456789\"'") { // no mark, or too many
		return paragraphs(s)
	}
	var out bytes.Buffer
	if err := markdown().Convert([]byte(s), &out); err != nil { // a buffer never fails
		return paragraphs(s)
	}
	clean, err := sanitised(out.String())
	if err != nil {
		return paragraphs(s)
	}
	return clean
}

// bare returns the words of a prose text without its marks, for names and labels.
func bare(s string) string {
	return stripped(prose(s))
}

// markdown is a CommonMark parser that knows no HTML.
var markdown = sync.OnceValue(func() goldmark.Markdown {
	var blocks, inlines []util.PrioritizedValue
	for _, p := range parser.DefaultBlockParsers() {
		if p.Value != parser.NewHTMLBlockParser() {
			blocks = append(blocks, p)
		}
	}
	for _, p := range parser.DefaultInlineParsers() {
		if p.Value != parser.NewRawHTMLParser() {
			inlines = append(inlines, p)
		}
	}
	return goldmark.New(
		goldmark.WithParser(parser.NewParser(
			parser.WithBlockParsers(blocks...),
			parser.WithInlineParsers(inlines...),
			parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
		)),
		goldmark.WithRendererOptions(html.WithXHTML(), renderer.WithNodeRenderers(util.Prioritized(plainBlocks{}, 100))),
	)
})

// plainBlocks renders what would break the page's outline or load something: a heading becomes a bold
// paragraph, a picture the link to it.
type plainBlocks struct{}

func (plainBlocks) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindHeading, func(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
		return tags(w, entering, "<p><strong>", "</strong></p>\n")
	})
	reg.Register(ast.KindImage, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		open := "<a>"
		if to := safeURL(string(n.(*ast.Image).Destination)); to != "" {
			open = `<a href="` + template.HTMLEscapeString(to) + `">`
		}
		return tags(w, entering, open, "</a>")
	})
}

func tags(w util.BufWriter, entering bool, open, closing string) (ast.WalkStatus, error) {
	tag := closing
	if entering {
		tag = open
	}
	_, err := w.WriteString(tag)
	return ast.WalkContinue, err
}
