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

// Markdown writes a map as CommonMark with tables (as GitHub and most wikis have them): the whole map as
// one table, then one for each pathway with its ratings and what leads to what. Text of the map never
// turns into markup or HTML. Nothing is written before the text is complete; errors are those of
// [Layout], and those of w.
func Markdown(w io.Writer, m *outcome.Map, opts ...Option) error {
	s, err := look(m, opts)
	if err != nil {
		return err
	}
	told, err := s.tell()
	if err != nil {
		return err
	}
	d := &markdown{story: told}
	if err = output.WriteString(w, d.write()); err != nil {
		return fmt.Errorf("render: %w", err)
	}
	return nil
}

// markdown is a story being written as Markdown.
type markdown struct {
	*story
	b strings.Builder
}

func (d *markdown) raw(parts ...string) {
	for _, s := range parts {
		d.b.WriteString(s)
	}
}

func (d *markdown) write() string {
	d.raw("# ", escapeMarkdown(d.pageTitle()), "\n\n", escapeMarkdown(d.subtitle()), "\n")
	if d.badges() {
		for i := range d.scene.paths {
			d.raw("\n- ", d.scene.paths[i].letter, ": ", escapeMarkdown(d.scene.paths[i].title))
		}
		d.raw("\n")
	}
	all := make([][]int32, len(d.columns))
	for i := range d.columns {
		for k := d.columns[i].first; k < d.columns[i].last; k++ {
			all[i] = append(all[i], k)
		}
	}
	d.table(all, -1)
	for p := range d.paths {
		d.pathway(p)
	}
	if source := d.source(); source != "" {
		d.raw("\n", escapeMarkdown(d.words.Source+": "+source), "\n")
	}
	return d.b.String()
}

// table writes stones under their columns, row by row; with their ratings in one pathway, or with the
// letters of all.
func (d *markdown) table(stones [][]int32, p int) {
	if len(d.columns) == 0 {
		return
	}
	rows := 0
	d.raw("\n|")
	for i := range d.columns {
		d.raw(" ", escapeMarkdown(d.name(i)), " |")
		rows = max(rows, len(stones[i]))
	}
	d.raw("\n|", strings.Repeat(" --- |", len(d.columns)), "\n")
	for row := range rows {
		d.raw("|")
		for i := range d.columns {
			if row < len(stones[i]) {
				d.raw(" ", d.cell(&d.cards[stones[i][row]], p))
			}
			d.raw(" |")
		}
		d.raw("\n")
	}
}

func (d *markdown) cell(c *card, p int) string {
	cell := escapeMarkdown(c.text)
	if p < 0 {
		return cell + d.lettersOf(c)
	}
	for i := c.firstSeat; i < c.lastSeat; i++ {
		if seat := &d.seats[i]; int(seat.path) == p && d.rated {
			cell += " (*" + escapeMarkdown(d.ratingText(seat)) + "*)"
		}
	}
	return cell
}

// arrow points on. In a language that runs from right to left that is to the left: nothing else turns it round.
func (d *markdown) arrow() string {
	if d.rtl {
		return " ← "
	}
	return " → "
}

func (d *markdown) pathway(p int) {
	path, told := &d.scene.paths[p], &d.paths[p]
	d.raw("\n## ", path.letter, ": ", escapeMarkdown(path.title), "\n")
	stones := make([][]int32, len(d.columns))
	for _, step := range told.steps {
		stones[step.column] = step.cards
	}
	d.table(stones, p)
	for i := range told.steps {
		if step := &told.steps[i]; step.all {
			before := d.name(int(told.steps[i-1].column))
			d.raw("\n- ", escapeMarkdown(before), d.arrow(), escapeMarkdown(d.name(int(step.column))), " (", escapeMarkdown(d.leads(step)), ")")
		}
	}
	for _, l := range told.rest {
		arrow := d.arrow()
		if d.negative(l) {
			arrow += "(" + escapeMarkdown(d.words.Less) + ") "
		}
		d.raw("\n- ", escapeMarkdown(d.cards[l.from].text), arrow, escapeMarkdown(d.cards[l.to].text))
	}
	d.raw("\n")
}

// escapeMarkdown makes text plain in Markdown, in a paragraph, a list or a cell of a table: a backslash
// before what could start markup, anywhere or at the start of a line.
func escapeMarkdown(s string) string {
	s = text.Clean(s)
	var b strings.Builder
	b.Grow(len(s))
	for i, r := range s {
		switch r {
		case '\\', '`', '*', '_', '[', ']', '<', '>', '&', '|', '~', '$', '!', '{', '}', '#':
			b.WriteByte('\\')
		case '+', '-', '=':
			if i == 0 {
				b.WriteByte('\\')
			}
		case '.', ')':
			if _, err := strconv.Atoi(s[:i]); err == nil && i < 10 {
				b.WriteByte('\\')
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}
