package render

import (
	"fmt"
	"io"
	"strconv"

	"github.com/outcomemap/outcomemap/internal/output"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render/internal/text"
)

// DOT writes a map as a graph for Graphviz: a node a stone, an edge a link in the colour and dash of
// its pathway, and each column held together under its heading by rank=same. Graphviz measures and
// breaks no text, so it is broken here. Node names are made; the ids of stones stand in the
// attribute id. Options that place cards have no effect on where Graphviz puts them, and the colours
// are those of the theme for the screen. Nothing is written before the graph is complete; errors are
// those of [Layout], and those of w.
func DOT(w io.Writer, m *outcome.Map, opts ...Option) error {
	s, err := look(m, opts)
	if err != nil {
		return err
	}
	if s.links > mostLinks {
		return errCrowded
	}
	s.fill()
	d := &dotWriter{scene: s, ink: &s.theme.Screen}
	if err = output.Write(w, d.write()); err != nil {
		return fmt.Errorf("render: %w", err)
	}
	return nil
}

// A dotWriter is a scene being written for Graphviz.
type dotWriter struct {
	*scene
	b   []byte
	ink *Palette
}

func (d *dotWriter) write() []byte {
	d.raw("digraph map {\n")
	direction := "LR"
	if d.rtl {
		direction = "RL"
	}
	d.raw("\tgraph [rankdir=", direction, ", nodesep=0.2, ranksep=0.9, outputorder=edgesfirst, bgcolor=", quote(d.ink.Page))
	d.raw(", fontname=Arial, fontsize=16, fontcolor=", quote(d.ink.Ink), ", labelloc=t, label=", quote(d.pageTitle()), "]\n")
	d.raw("\tnode [shape=box, style=\"rounded,filled\", fontname=Arial, fontsize=10, fontcolor=", quote(d.ink.Ink))
	d.raw(", fillcolor=", quote(d.ink.Card), ", color=", quote(d.ink.Border), "]\n")
	d.raw("\tedge [arrowsize=0.6]\n\n")
	d.stones()
	for i := range d.columns {
		d.column(i)
	}
	d.headings()
	d.edges()
	d.raw("}\n")
	return d.b
}

func (d *dotWriter) raw(parts ...string) {
	for _, s := range parts {
		d.b = append(d.b, s...)
	}
}

// node names the node of a card, or of the heading of a column.
func node(letter byte, i int) string { return string(letter) + strconv.Itoa(i) }

// stones writes a node for each stone, those without links first: Graphviz stacks what hangs together
// from below in the order in which it meets it, so that the headings, which come last, are on top.
func (d *dotWriter) stones() {
	linked := make([]bool, len(d.cards))
	d.eachLink(func(l link) { linked[l.from], linked[l.to] = true, true })
	for _, pass := range [...]bool{false, true} {
		for i := range d.cards {
			if linked[i] == pass {
				d.stone(i)
			}
		}
	}
	d.raw("\n")
}

func (d *dotWriter) stone(i int) {
	c := &d.cards[i]
	d.raw("\t", node('s', i), " [id=", quote(c.stone.ID), ", label=\"")
	for n, line := range d.lines[c.firstLine:c.lastLine] {
		if n > 0 {
			d.raw(`\n`)
		}
		d.b = append(d.b, escapeDOT(line)...)
	}
	d.raw("\"]\n")
}

// column holds the stones of a column on one rank with its heading.
func (d *dotWriter) column(i int) {
	c := &d.columns[i]
	d.raw("\t{ rank=same")
	for k := c.first; k < c.last; k++ {
		d.raw("; ", node('s', int(k)))
	}
	fill := quote(d.ink.Header[headerColour(i, len(d.columns), len(d.ink.Header))])
	d.raw("; ", node('c', i), " [id=", quote(c.ID), ", label=", quote(d.name(i)), ", fontsize=12, style=filled, color=", fill)
	d.raw(", fillcolor=", fill, ", fontcolor=", quote(d.ink.HeaderInk), "] }\n")
}

// headings chains the headings, so that every column has its rank whatever the links are.
func (d *dotWriter) headings() {
	if len(d.columns) < 2 {
		return
	}
	d.raw("\t", node('c', 0))
	for i := range d.columns[1:] {
		d.raw(" -> ", node('c', i+1))
	}
	d.raw(" [style=invis, weight=100]\n\n")
}

// dotStyles tells pathways apart without colour, as dashes do in SVG.
var dotStyles = [...]string{"solid", "dashed", "dotted", "bold"}

func (d *dotWriter) edges() {
	d.eachLink(func(l link) {
		p := &d.paths[d.strokes[l.strokes[0]].path]
		d.raw("\t", node('s', int(l.from)), " -> ", node('s', int(l.to)))
		d.raw(" [class=", quote(p.ID), ", color=", quote(d.ink.Pathways[p.number%len(d.ink.Pathways)]))
		d.raw(", style=", dotStyles[p.number%len(dotStyles)], ", tooltip=", quote(p.title))
		if d.strokes[l.strokes[0]].effect == negative {
			d.raw(", arrowhead=tee")
		}
		if d.cards[l.from].column >= d.cards[l.to].column {
			d.raw(", constraint=false") // it must not push a column out of its place
		}
		d.raw("]\n")
	})
}

// quote writes text as a quoted string of the DOT language.
func quote(s string) string { return `"` + string(escapeDOT(text.Clean(s))) + `"` }

// escapeDOT makes clean text safe between double quotes. Graphviz reads escapes after a backslash and
// entities after an ampersand even there.
func escapeDOT(s string) []byte {
	b := make([]byte, 0, len(s)+8)
	for i := range len(s) {
		switch s[i] {
		case '\\':
			b = append(b, `\\`...)
		case '"':
			b = append(b, `\"`...)
		case '&':
			b = append(b, `&amp;`...)
		default:
			b = append(b, s[i])
		}
	}
	return b
}
