package table

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/outcome"
)

// reader turns the tables of a text into a map.
type reader struct {
	src      *source
	profile  outcome.Profile
	standard evidence.Standard
	m        *outcome.Map
	findings []outcome.Finding
	ids      slugs
	paths    slugs
	titles   map[string]int // of pathways -> their table
	shelves  []*shelf       // one a column of the map
	texts    []*placed      // to look for damage once all are known
	habit    habit
	budget   int  // of comparisons in search of near texts
	numbers  int  // columns of row numbers in the map's table, 0 or 1
	match    bool // there is a whole map that pathways can be matched to
}

// placed is a text in its cell, with its neighbours in the column.
type placed struct {
	where   string // for people
	pointer string
	text    string
	at      span
	column  int
	above   *placed
	below   string
}

// find adds a finding.
func (r *reader) find(id string, at span, pointer, message, hint string) *outcome.Finding {
	f := outcome.Finding{Rule: id, Message: message, Hint: hint}
	if known, ok := outcome.RuleByID(id); ok {
		f.Severity = known.In(r.profile)
	}
	f.Pointer = pointer
	f.Pos = r.src.position(at)
	r.findings = append(r.findings, f)
	return &r.findings[len(r.findings)-1]
}

// comparisons bounds the search for near texts, so that a hostile file costs no more than a real one.
const comparisons = 50_000

// read makes the map of a plan.
func (r *reader) read(p plan, items []item) {
	r.budget = comparisons
	r.titles = map[string]int{}
	whole := r.sheet(p.whole, nil)
	r.columns(whole)
	r.title(items[:p.whole.first])
	r.match = !whole.tool
	if r.match {
		r.fill(whole)
	} else {
		r.pathway(whole, items)
	}
	for _, g := range p.pathways {
		r.pathway(r.sheet(g, p.places[g]), items)
	}
	r.damaged()
	for _, g := range p.skipped {
		r.find(rule.TableSkipped, g.heads[0].span, "", fmt.Sprintf("table %d (%s) has other columns than the map and was left out", g.number, headList(g)),
			"read it on its own if it is a map too")
	}
}

func headList(g *grid) string {
	var names []string
	for _, h := range trimmed(g.heads) {
		text, _ := headText(h)
		names = append(names, strconv.Quote(short(text)))
	}
	return strings.Join(names, ", ")
}

// columns makes the map's columns of the headings.
func (r *reader) columns(whole *sheet) {
	levels := map[outcome.Level]int{}
	for _, h := range whole.heads {
		levels[levelOf(h.text)]++
	}
	for i, h := range whole.heads {
		c := outcome.Column{Heading: h.text, Level: levelOf(h.text)}
		fallback := "column-" + strconv.Itoa(i+1)
		if c.Level != "" && levels[c.Level] == 1 {
			c.ID = r.ids.take(string(c.Level), fallback)
		} else {
			c.ID = r.ids.take(h.text, fallback)
		}
		r.m.Columns = append(r.m.Columns, c)
		r.shelves = append(r.shelves, newShelf())
		if h.text == "" {
			r.find(rule.OddCell, h.at, fmt.Sprintf("/columns/%d", i), fmt.Sprintf("column %d of table %d has no heading", i+1, whole.number), "give it one")
		}
	}
}

// title gives the map its title and id.
func (r *reader) title(above []item) {
	title := r.src.mapTitle(above)
	if title == "" {
		title = r.src.baseName()
		r.find(rule.Untitled, span{}, "/title", fmt.Sprintf("no line above the map's table serves as its title: %q stands in", title), "give the map a title")
	}
	r.m.Title = title
	r.m.ID = slug(title)
	if r.m.ID == "" {
		r.m.ID = "map"
	}
}

// fill reads the table of the whole map.
func (r *reader) fill(sh *sheet) {
	last := make([]*placed, len(sh.heads))
	for c := range sh.heads {
		for _, e := range sh.column(c) {
			n := r.stone(c, e.text)
			r.place(&last[c], e, sh, c, fmt.Sprintf("/columns/%d/stones/%d", c, n))
		}
	}
}

// stone adds a stone to a column of the map and returns its number there.
func (r *reader) stone(column int, text string) int {
	col := &r.m.Columns[column]
	id := r.ids.take(text, fmt.Sprintf("%s-%d", col.ID, len(col.Stones)+1))
	col.Stones = append(col.Stones, outcome.Stone{ID: id, Text: text})
	return r.shelves[column].add(text)
}

// place notes a text for [reader.damaged].
func (r *reader) place(last **placed, e located, sh *sheet, column int, pointer string) {
	p := &placed{where: sh.name(e.row, column), pointer: pointer, text: e.text, at: e.at, column: sh.places[column], above: *last}
	if *last != nil {
		(*last).below = e.text
	}
	*last = p
	r.habit.add(e.text)
	r.texts = append(r.texts, p)
}

// damaged finds what looks cut off, split or run together.
func (r *reader) damaged() {
	for _, p := range r.texts {
		known := func(tail string) bool {
			_, ok := r.shelves[p.column].folded[fold(tail)]
			return ok
		}
		what := r.habit.damage(p.text, p.below, known)
		if what == "" {
			continue
		}
		hint := "compare it with the publication and mend it in the map file"
		f := r.find(rule.OddCell, p.at, p.pointer, fmt.Sprintf("%s: %q %s", p.where, short(p.text), what), hint)
		if p.above != nil && r.habit.odd(p.text) {
			f.Hint = fmt.Sprintf("it may go on from the cell above, %q; %s", short(p.above.text), hint)
			f.Related = []outcome.Place{{Pointer: p.above.pointer, Pos: r.src.position(p.above.at)}}
		}
	}
}
