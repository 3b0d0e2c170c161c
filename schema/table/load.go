package table

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema"
)

// Load reads the map in the tables of r. The text around the tables is left alone, but for the
// lines that serve as titles: it never becomes a stone.
//
// The table of the whole map is the one whose headings are best known, then the one that most other
// tables repeat, then the widest. Later tables with the same columns are its pathways. A cell that
// the reporting tool wrote (HTML, ratings, buttons) holds stones with ratings, which become
// assessments by the levels of [evidence.DefaultStandard]; a text with table cells of that kind
// alone is a text of pathways, and its map is what they pass.
//
// Whatever could not be taken as it stands is a finding: a damaged cell (OM402), a pathway's cell
// that is no stone of the map (OM403) or is spelt otherwise (OM404), a pathway without a title
// (OM405), a table or a row that is no part of the map (OM406), a rating of no known level (OM209). Nothing
// is mended. A [schema.Error] means that there is no map at all: binary or other than UTF-8 (OM102), too
// large (OM103), no table (OM401).
//
// The result has no Format, for a text with tables is no map file; its Source is the text.
//
// Costs are linear in the text, but that a pathway's cells are compared with the stones of their
// column where no other look-up finds them; after 50,000 comparisons the rest counts as not matched.
func Load(r io.Reader, opts ...Option) (*schema.Result, error) {
	c := config{profile: outcome.Review, maxBytes: 4 << 20}
	for _, opt := range opts {
		if opt != nil {
			opt(&c)
		}
	}
	src, fault, err := load(r, &c)
	if err != nil {
		return nil, err
	}
	if fault != nil {
		return nil, &schema.Error{Name: c.file, Findings: []outcome.Finding{*fault}}
	}
	items, found, loose, fault := src.tables(c.delimiter)
	if fault != nil {
		return nil, &schema.Error{Name: c.file, Findings: []outcome.Finding{*fault}}
	}
	rd := &reader{src: src, profile: c.profile, standard: evidence.DefaultStandard(), m: &outcome.Map{Version: outcome.FormatVersion}}
	rd.read(choose(found), items)
	rd.loose(loose)
	rd.byteMark()
	outcome.SortFindings(rd.findings)
	return &schema.Result{Name: c.file, Map: rd.m, Findings: rd.findings, Source: src.text}, nil
}

// tables finds the tables, or says why there are none.
func (s *source) tables(delimiter byte) ([]item, []*grid, []leftover, *outcome.Finding) {
	tries := []byte{'\t', ';', ','}
	if delimiter != 0 {
		tries = []byte{delimiter}
	}
	var first []leftover
	for n, d := range tries {
		items, over := s.items(d)
		if over {
			return nil, nil, nil, s.at(span{}, rule.Limit, fmt.Sprintf("the text has more than %d cells", maxCells), "this is no table of a report")
		}
		if n > 0 && !regular(items) {
			continue
		}
		found, loose := s.grids(items)
		if len(found) > 0 {
			return items, found, loose, nil
		}
		if n == 0 {
			first = loose
		}
	}
	return nil, nil, nil, s.noTable(first)
}

// noTable says what a text lacks.
func (s *source) noTable(loose []leftover) *outcome.Finding {
	const hint = "paste the table with its row of headings, cells parted by tabs"
	switch {
	case len(s.lines) == 0 || squeeze(s.text) == "":
		return s.at(span{}, rule.NoTable, "the text is empty", hint)
	case len(loose) == 0:
		return s.at(span{}, rule.NoTable, "the text holds no table: no line has a tab", hint)
	}
	return s.at(s.lines[loose[0].rows[0].first], rule.NoTable, "the text has tabs, but no row of headings with rows of stones below it", hint)
}

// regular reports whether every line that is not blank has the same number of cells, three at
// least, and no cell starts with a space: then the text is a table, and its commas are no prose.
func regular(items []item) bool {
	width, rows := 0, 0
	for _, it := range items {
		if it.kind == blank {
			continue
		}
		if it.kind == prose || len(it.cells) < 3 || width != 0 && len(it.cells) != width {
			return false
		}
		for _, c := range it.cells {
			if len(c.text) > 0 && c.text[0] == ' ' {
				return false
			}
		}
		width = len(it.cells)
		rows++
	}
	return rows > 1
}

// loose reports rows that look like a table without headings. Rows of two cells could be prose: they are told
// where they follow a table, whose rows they may be.
func (r *reader) loose(all []leftover) {
	for _, l := range all {
		width := 3
		if l.below {
			width = min(len(r.m.Columns), 2)
		}
		what := "rows with tabs that have no row of headings were left out"
		if len(l.rows) == 1 {
			what = fmt.Sprintf("a row with tabs that has no row of headings was left out: %q", short(squeeze(r.src.content(l.rows[0].first))))
		}
		wide := slices.ContainsFunc(l.rows, func(it item) bool { return len(trimmed(it.cells)) >= width })
		if wide && (holdsText(l.rows) || len(l.rows) == 1 && l.rows[0].texts() >= min(width, 2)) {
			r.find(rule.TableSkipped, r.src.lines[l.rows[0].first], "", what, "give them the headings of the map")
		}
	}
}

// texts counts the cells with words.
func (it item) texts() int {
	n := 0
	for _, c := range it.cells {
		if hasLetter(c.text) {
			n++
		}
	}
	return n
}

// byteMark reports a byte order mark at the start.
func (r *reader) byteMark() {
	if strings.HasPrefix(r.src.text, byteMark) {
		r.find(rule.ByteMark, span{}, "", "the file starts with a byte order mark", "save it as UTF-8 without it")
	}
}
