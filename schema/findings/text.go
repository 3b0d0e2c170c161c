package findings

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/outcomemap/outcomemap/internal/harmless"
	"github.com/outcomemap/outcomemap/outcome"
)

// text prints findings for people: a line each as [outcome.Finding.String] gives it, then what
// there is to add, and the summary at the end. Errors of the writer are kept by it.
func (c *config) text(w io.Writer, fs []outcome.Finding) {
	lib := library{open: c.open}
	for i := range fs {
		f := &fs[i]
		if i == c.excerpts {
			lib.open = nil
		}
		c.headline(w, f)
		if f.Because != "" {
			c.note(w, "because", f.Because)
		}
		if f.Pos == (outcome.Position{}) && f.Pointer != "" {
			c.note(w, "at", f.Pointer)
		}
		c.excerpt(w, &lib, f.Pos, severityColour(f.Severity), '^')
		c.related(w, &lib, f.Related)
	}
	fmt.Fprintln(w, c.summary(fs))
}

// headline prints the line of a finding, its severity in colour.
func (c *config) headline(w io.Writer, f *outcome.Finding) {
	at, line := f.Pos.String(), f.String()
	if at != "" {
		at += ": "
	}
	word := f.Severity.String()
	rest := line[len(at)+len(word):]
	fmt.Fprintf(w, "%s%s%s\n", c.paint(bold, harmless.Text(at, "")), c.paint(severityColour(f.Severity), word), harmless.Text(rest, ""))
}

// related prints the other places of a finding: the lines of one or two, of more only where they are.
func (c *config) related(w io.Writer, lib *library, places []outcome.Place) {
	const shown, listed = 2, 8
	var more []string
	for _, p := range places {
		at := p.Pos.String()
		if at == "" {
			at = p.Pointer
		}
		if len(places) > shown {
			more = append(more, at)
			continue
		}
		if at != "" {
			c.note(w, "see", at)
		}
		c.excerpt(w, lib, p.Pos, blue, '-')
	}
	if len(more) > listed {
		more = append(more[:listed], "…")
	}
	if more != nil {
		c.note(w, "see", strings.Join(more, ", "))
	}
}

// note prints a line that belongs to the finding above it.
func (c *config) note(w io.Writer, what, text string) {
	fmt.Fprintf(w, "%s %s %s\n", c.paint(blue, "      ="), what+":", harmless.Text(text, ""))
}

// excerpt prints the line of a position and the one before it, with the value marked below.
func (c *config) excerpt(w io.Writer, lib *library, p outcome.Position, colour string, mark rune) {
	at, ok := lib.find(p)
	if !ok {
		return
	}
	v := at.view(c.width)
	digits := max(2, len(strconv.Itoa(at.line)))
	if at.line > 1 && !v.cut {
		above := at.source.spot(outcome.Position{Line: at.line - 1})
		c.row(w, "   ", fmt.Sprintf("%*d", digits, at.line-1), above.view(c.width).text)
	}
	c.row(w, " > ", fmt.Sprintf("%*d", digits, at.line), v.text)
	marks := strings.Repeat(string(mark), v.to-v.from)
	c.row(w, "   ", strings.Repeat(" ", digits), strings.Repeat(" ", v.from)+c.paint(colour, marks))
}

// row prints one line of an excerpt. Nothing trails the bar of an empty line.
func (c *config) row(w io.Writer, sign, number, text string) {
	if text != "" {
		text = " " + text
	}
	fmt.Fprintf(w, "%s%s\n", c.paint(blue, sign+number+" |"), text)
}

// The colours of a terminal (ECMA-48, select graphic rendition).
const (
	bold   = "\x1b[1m"
	red    = "\x1b[1;31m"
	yellow = "\x1b[1;33m"
	cyan   = "\x1b[1;36m"
	blue   = "\x1b[34m"
	reset  = "\x1b[0m"
)

func severityColour(s outcome.Severity) string {
	switch s {
	case outcome.Error:
		return red
	case outcome.Warning:
		return yellow
	}
	return cyan
}

func (c *config) paint(colour, text string) string {
	if !c.colour || text == "" {
		return text
	}
	return colour + text + reset
}
