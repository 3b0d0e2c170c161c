package report

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"errors"
	"fmt"
	"html/template"
	"io"
	"strings"
	"sync"

	"github.com/outcomemap/outcomemap/internal/output"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render"
)

// Write tells the story of a map as one web page. Nothing is written before the page is complete. It
// fails on a nil map, on words or a theme that cannot be used, and where w fails; a map that is wrong is
// told as far as it can be read.
func Write(w io.Writer, m *outcome.Map, opts ...Option) error {
	if m == nil {
		return errors.New("report: no map")
	}
	c := config{theme: render.Auto()}
	for _, opt := range opts {
		if opt != nil {
			opt(&c)
		}
	}
	p, err := newPage(m, c)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := pages().ExecuteTemplate(&out, "page", p); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	if err := output.Write(w, out.Bytes()); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	return nil
}

//go:embed page
var files embed.FS

// pages are the templates, read once. What differs from page to page is in the data.
var pages = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").Funcs(template.FuncMap{
		"dict": dict,
		"last": func(i, n int) bool { return i == n-1 },
	}).ParseFS(files, "page/*.tmpl"))
})

// dict gives a template more than one thing.
func dict(pairs ...any) map[string]any {
	all := map[string]any{}
	for i := 0; i+1 < len(pairs); i += 2 {
		all[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	return all
}

// asset returns a file of the page without the blank lines and the indents that only its writers need.
func asset(name string) string {
	src, err := files.ReadFile("page/" + name)
	if err != nil {
		return "" // the files are part of the program
	}
	var b strings.Builder
	for line := range strings.Lines(string(src)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "//") && !(strings.HasPrefix(line, "/*") && strings.HasSuffix(line, "*/")) {
			b.WriteString(line)
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// seal adds style and script, and the policy that lets these run and nothing else.
func (p *page) seal(t *teller) error {
	style := colours(t.theme) + asset("page.css") + t.printMargins(p)
	script := asset("page.js")
	p.Style, p.Script = template.CSS(style), template.JS(script) //nolint:gosec // our own files, colours that were checked, escaped words
	styles := source256(style)
	if p.Map != nil {
		styles += " " + source256(p.Map.Styles)
	}
	p.CSP = "default-src 'none'; style-src " + styles + "; script-src " + source256(script) + "; base-uri 'none'; form-action 'none'"
	return nil
}

// source256 names an inline style or script in a content security policy.
func source256(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// printMargins repeats title, notice, date and page number on each printed sheet.
func (t *teller) printMargins(p *page) string {
	box := func(name, text string) string {
		return "@" + name + "{content:" + cssString(text) + ";font:8pt Arial,Helvetica,sans-serif;color:#444}"
	}
	return "@page{margin:19mm 15mm 17mm;" + box("top-left", clipped(t.title(), 70)) + box("top-right", clipped(t.joinedBy(" · ", t.word("page.kind"), p.Kicker, p.Notice), 80)) +
		box("bottom-left", clipped(t.joinedBy(", ", plain(t.m.Provenance.Publisher), t.date(t.m.Provenance.Date)), 90)) +
		"@bottom-right{content:counter(page) \" / \" counter(pages);font:8pt Arial,Helvetica,sans-serif;color:#444}}\n"
}

// cssString writes a text as a string of a style sheet. Everything but letters, digits and spaces is
// written by its number, so that nothing ends the string, the sheet or the element around it.
func cssString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		if r < 0x80 && (r|0x20 < 'a' || r|0x20 > 'z') && (r < '0' || r > '9') && r != ' ' {
			fmt.Fprintf(&b, `\%06x `, r) // the space ends the number
		} else {
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func escapeAttr(s string) string { return template.HTMLEscapeString(plain(s)) }
