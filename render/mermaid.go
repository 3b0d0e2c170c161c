package render

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/outcomemap/outcomemap/internal/output"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render/internal/text"
)

// Mermaid writes a map as a flowchart for Mermaid, which many wikis and code hosts draw: a subgraph a
// column, a node a stone, links in the colour and dash of their pathway, title and description for
// screen readers. Mermaid places everything itself and keeps no stone in its column where a link
// skips one, so take [SVG] where the columns matter. Nothing is written before the chart is complete;
// errors are those of [Layout], and those of w.
func Mermaid(w io.Writer, m *outcome.Map, opts ...Option) error {
	s, err := look(m, opts)
	if err != nil {
		return err
	}
	if s.links > mostLinks {
		return errCrowded
	}
	d := &mermaid{scene: s, ink: &s.theme.Screen}
	if err = output.WriteString(w, d.write()); err != nil {
		return fmt.Errorf("render: %w", err)
	}
	return nil
}

// mermaid is a scene being written for Mermaid.
type mermaid struct {
	*scene
	b   strings.Builder
	ink *Palette
}

func (d *mermaid) raw(parts ...string) {
	for _, s := range parts {
		d.b.WriteString(s)
	}
}

func (d *mermaid) write() string {
	d.b.Grow(200*len(d.cards) + 40*d.links)
	direction := "LR"
	if d.rtl {
		direction = "RL"
	}
	d.raw("flowchart ", direction, "\n")
	d.raw("\taccTitle: ", mermaidLine(d.pageTitle()), "\n")
	d.raw("\taccDescr: ", mermaidLine(d.description()), "\n")
	for i := range d.columns {
		d.column(i)
	}
	d.chain()
	d.edges()
	d.styles()
	return d.b.String()
}

func (d *mermaid) column(i int) {
	c := &d.columns[i]
	d.raw("\tsubgraph ", node('c', i), "[\"", mermaidText(d.name(i)), "\"]\n")
	for k := c.first; k < c.last; k++ {
		d.raw("\t\t", node('s', int(k)), "[\"", mermaidText(d.cards[k].text), "\"]\n")
	}
	d.raw("\tend\n")
}

// chain keeps the columns in their order where no link does.
func (d *mermaid) chain() {
	for i := 1; i < len(d.columns); i++ {
		d.raw("\t", node('c', i-1), " ~~~ ", node('c', i), "\n")
	}
}

func (d *mermaid) edges() {
	ways := make([][]int, len(d.paths))
	n := max(0, len(d.columns)-1) // the chain's links count
	d.eachLink(func(l link) {
		k := &d.strokes[l.strokes[0]]
		arrow := " --> "
		if k.effect == negative {
			arrow = " --x "
		}
		d.raw("\t", node('s', int(l.from)), arrow, node('s', int(l.to)), "\n")
		ways[k.path] = append(ways[k.path], n)
		n++
	})
	for p, links := range ways {
		if len(links) == 0 {
			continue
		}
		d.raw("\tlinkStyle ")
		for i, n := range links {
			if i > 0 {
				d.raw(",")
			}
			d.raw(strconv.Itoa(n))
		}
		number := d.paths[p].number
		d.raw(" stroke:", d.ink.Pathways[number%len(d.ink.Pathways)], ",stroke-width:1.6px")
		if dash := dashes[(number+number/len(d.ink.Pathways))%len(dashes)]; dash != "" {
			d.raw(",stroke-dasharray:", dash)
		}
		d.raw("\n")
	}
}

// styles gives stones and columns the colours of the theme.
func (d *mermaid) styles() {
	d.raw("\tclassDef stone fill:", d.ink.Card, ",stroke:", d.ink.Border, ",color:", d.ink.Ink, "\n")
	d.raw("\tclassDef column fill:", d.ink.Lane, ",stroke:", d.ink.Lane, ",color:", d.ink.Ink, "\n")
	d.class('s', len(d.cards), "stone")
	d.class('c', len(d.columns), "column")
}

func (d *mermaid) class(letter byte, n int, name string) {
	if n == 0 {
		return
	}
	d.raw("\tclass ")
	for i := range n {
		if i > 0 {
			d.raw(",")
		}
		d.raw(node(letter, i))
	}
	d.raw(" ", name, "\n")
}

// mermaidText makes text safe between double quotes. Mermaid reads #...; there as an entity, and HTML.
func mermaidText(s string) string {
	var b strings.Builder
	for _, r := range text.Clean(s) {
		switch r {
		case '"', '#', '<', '>', '&', '`', '\\', ';', '{', '}', '%', '$':
			b.WriteString("#" + strconv.Itoa(int(r)) + ";")
		default:
			b.WriteRune(r)
		}
	}
	if b.Len() == 0 {
		return " "
	}
	return b.String()
}

// mermaidLine makes text safe as the rest of a line, where no entity is read.
func mermaidLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch r {
		case ';':
			return ','
		case '"':
			return '\''
		case '#', '{', '}', '%', '<', '>', '`', '\\':
			return ' '
		}
		return r
	}, text.Clean(s))
	return strings.TrimSpace(s)
}
