package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/rivo/uniseg"

	"github.com/outcomemap/outcomemap/internal/output"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render/internal/text"
)

// Text writes a map as plain text, as a terminal or a screen reader wants it: the columns with their
// stones, the ratings beside them, then each pathway step by step with what leads to what. No line is
// wider than [TextWidth], but for a single character that is; wide characters count as two cells.
// Nothing is written before the text is complete; errors are those of [Layout], and those of w.
func Text(w io.Writer, m *outcome.Map, opts ...Option) error {
	s, err := look(m, opts)
	if err != nil {
		return err
	}
	told, err := s.tell()
	if err != nil {
		return err
	}
	d := &textWriter{story: told}
	if err = output.WriteString(w, d.write()); err != nil {
		return fmt.Errorf("render: %w", err)
	}
	return nil
}

// A textWriter is a story being written as plain text.
type textWriter struct {
	*story
	b     strings.Builder
	room  text.Room
	lines []string
	wide  int // the room for progress
}

// cells measures text in the cells of a terminal.
var cells = text.Face{Size: 1, Measure: func(s string, _ float64, _ bool) float64 { return float64(cellsOf(s)) }}

// cellsOf is how many cells a text takes. Printable ASCII, which most of a map is in many languages, takes
// one each, and no look into the tables of Unicode.
func cellsOf(s string) int {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return uniseg.StringWidth(s)
		}
	}
	return len(s)
}

func (d *textWriter) write() string {
	d.widen()
	d.para("", d.pageTitle())
	d.rule('=', d.pageTitle())
	d.para("", d.subtitle())
	if d.badges() {
		d.blank()
		d.para("", d.words.Pathway)
		for i := range d.scene.paths {
			d.para("  "+d.scene.paths[i].letter+"  ", d.scene.paths[i].title)
		}
	}
	for i := range d.columns {
		d.column(i)
	}
	for p := range d.paths {
		d.pathway(p)
	}
	if source := d.source(); source != "" {
		d.blank()
		d.para("", d.words.Source+": "+source)
	}
	return d.b.String()
}

func (d *textWriter) blank() { d.b.WriteByte('\n') }

// para writes a paragraph, each line behind as much space as first is wide, which stands before it.
func (d *textWriter) para(first, s string) {
	d.hang(first, s, d.textWidth)
	for i, line := range d.lines {
		d.b.WriteString(d.lead(first, i) + line + "\n")
	}
}

// hang breaks a paragraph into lines.
func (d *textWriter) hang(first, s string, width int) {
	d.room.Empty(len(s))
	d.lines = cells.Measured(text.Clean(s), &d.room).Wrap(d.lines[:0], float64(max(width-cellsOf(first), 1)))
}

func (d *textWriter) lead(first string, line int) string {
	if line == 0 {
		return first
	}
	return strings.Repeat(" ", cellsOf(first))
}

func (d *textWriter) rule(with byte, under string) {
	d.b.WriteString(strings.Repeat(string(with), min(max(cellsOf(under), 3), d.textWidth)) + "\n")
}

func (d *textWriter) column(i int) {
	c := &d.columns[i]
	heading := fmt.Sprintf("%s (%d)", d.name(i), c.last-c.first)
	d.blank()
	if heads := d.ratingHeads(heading); heads != "" {
		d.b.WriteString(heading + heads + "\n")
	} else {
		d.para("", heading)
	}
	d.rule('-', heading)
	for k := c.first; k < c.last; k++ {
		d.stone(&d.cards[k])
	}
}

// ratingHeads says on the line of a heading what the words on the right are, if there is room.
func (d *textWriter) ratingHeads(heading string) string {
	space := d.leftWidth() + 2 + d.lettersWidth() - cellsOf(heading)
	between := d.confidenceStart() - d.lettersWidth() - cellsOf(d.words.Progress)
	if !d.rated || d.leftWidth() < minLeft || space < 2 || between < 2 {
		return ""
	}
	return strings.Repeat(" ", space) + d.words.Progress + strings.Repeat(" ", between) + d.words.Confidence
}

// leftWidth is the room for the text of a stone beside its ratings, which takes at least minLeft.
func (d *textWriter) leftWidth() int { return d.textWidth - d.notesWidth() - 2 }

const minLeft = 30

// stone writes a stone: with its ratings on the right where there is room for both, else below it.
func (d *textWriter) stone(c *card) {
	switch {
	case c.firstSeat == c.lastSeat && d.badges():
		d.para("- ", c.text+" ("+d.words.NoPathway+")")
	case !d.rated:
		d.para("- ", c.text+d.lettersOf(c))
	case !d.beside(c):
		d.para("- ", c.text)
		for i := c.firstSeat; i < c.lastSeat; i++ {
			d.para("    ", d.letterOf(&d.seats[i], ": ")+d.ratingText(&d.seats[i]))
		}
	}
}

// beside writes a stone with its ratings on the right, or reports that there is no room.
func (d *textWriter) beside(c *card) bool {
	left := d.leftWidth()
	if left < minLeft {
		return false
	}
	var notes []string
	for i := c.firstSeat; i < c.lastSeat; i++ {
		note := d.note(&d.seats[i])
		if cellsOf(note) > d.notesWidth() {
			return false
		}
		notes = append(notes, note)
	}
	d.hang("- ", c.text, left)
	for i := range max(len(d.lines), len(notes)) {
		line := ""
		if i < len(d.lines) {
			line = d.lead("- ", i) + d.lines[i]
		}
		if i < len(notes) {
			line += strings.Repeat(" ", max(left-cellsOf(line), 0)+2) + notes[i]
		}
		d.b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return true
}

// note words a rating with progress and confidence in line.
func (d *textWriter) note(seat *seat) string {
	note := d.letterOf(seat, "  ")
	note += strings.Repeat(" ", d.lettersWidth()-cellsOf(note)) + d.progressText(seat)
	if words := d.confidenceText(seat); words != "" {
		note += strings.Repeat(" ", max(d.confidenceStart()-cellsOf(note), 2)) + words
	}
	return note
}

// letterOf names the pathway of a seat, unless there is only one.
func (d *textWriter) letterOf(seat *seat, behind string) string {
	if !d.badges() {
		return ""
	}
	return d.scene.paths[seat.path].letter + behind
}

// widen makes room for the widest level, and for a range of them where that leaves half of a line to the stones.
func (d *textWriter) widen() {
	d.wide = max(widest(d.ratings.progress.labels), cellsOf(d.words.NotRated))
	usual := d.wide
	for i := range d.seats {
		if l := d.seats[i].rating.progress; l.low != l.high {
			d.wide = max(d.wide, cellsOf(d.progressText(&d.seats[i])))
		}
	}
	if d.leftWidth() < d.textWidth/2 {
		d.wide = usual
	}
}

// confidenceStart is the cell in a note where confidence starts.
func (d *textWriter) confidenceStart() int { return d.lettersWidth() + d.wide + 2 }

// notesWidth is the room for ratings on the right.
func (d *textWriter) notesWidth() int {
	if !d.rated {
		return 0
	}
	return d.confidenceStart() + max(widest(d.ratings.confidence.labels), cellsOf(d.words.Confidence))
}

// lettersWidth is the room for the letter of a pathway and what stands behind it.
func (d *textWriter) lettersWidth() int {
	if !d.badges() {
		return 0
	}
	return len(d.scene.paths[len(d.scene.paths)-1].letter) + 2
}

func widest(all []string) (cells int) {
	for _, s := range all {
		cells = max(cells, cellsOf(s))
	}
	return cells
}

// pathway tells a pathway from step to step.
func (d *textWriter) pathway(p int) {
	title := d.scene.paths[p].letter + ": " + d.scene.paths[p].title
	d.blank()
	d.para("", title)
	d.rule('-', title)
	told := &d.story.paths[p]
	for i := range told.steps {
		step := &told.steps[i]
		heading := d.name(int(step.column))
		if step.all {
			heading += " (" + d.leads(step) + ")"
		}
		d.para("", heading)
		for _, k := range step.cards {
			d.para("  - ", d.cards[k].text)
		}
	}
	if len(told.rest) == 0 {
		return
	}
	d.para("", d.words.Link)
	for _, l := range told.rest {
		arrow := " -> "
		if d.negative(l) {
			arrow = " -> (" + d.words.Less + ") "
		}
		d.para("  - ", d.cards[l.from].text+arrow+d.cards[l.to].text)
	}
}
