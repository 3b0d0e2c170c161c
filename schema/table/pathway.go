package table

import (
	"fmt"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/pathway"
)

// route is a pathway while its table is read.
type route struct {
	*sheet
	path  pathway.Pathway
	index int
	seen  map[string]bool // stones that are in it
}

// pathway reads the table of a pathway.
func (r *reader) pathway(sh *sheet, items []item) {
	title := r.src.tableTitle(items[sh.from:sh.first])
	rt := &route{sheet: sh, index: len(r.m.Pathways), seen: map[string]bool{}}
	rt.path.Title = title
	rt.path.ID = r.paths.take(title, fmt.Sprintf("pathway-%d", rt.index+1))
	at := fmt.Sprintf("/pathways/%d", rt.index)
	switch earlier, ok := r.titles[title]; {
	case title == "":
		r.find(rule.Untitled, sh.heads[0].at, at, fmt.Sprintf("no line above table %d serves as the title of its pathway", sh.number), "give the pathway a title")
	case ok:
		r.find(rule.Untitled, sh.heads[0].at, at+"/title", fmt.Sprintf("table %d has the title of table %d: %q", sh.number, earlier, title), "give each pathway a title of its own, or join them if they are one")
	default:
		r.titles[title] = sh.number
	}
	for c := range sh.heads {
		r.step(rt, c)
	}
	r.m.Pathways = append(r.m.Pathways, rt.path)
}

// step reads one column of a pathway's table.
func (r *reader) step(rt *route, c int) {
	var last *placed
	step := pathway.Step{Column: r.m.Columns[rt.places[c]].ID}
	for n, row := range rt.cells {
		if c >= len(row) {
			continue
		}
		for i, e := range row[c].entries {
			stone, differs, ok := r.shelves[rt.places[c]].find(e.text, &r.budget)
			if !ok && i < row[c].lead {
				step.Summary = paragraph(step.Summary, e.text)
				continue
			}
			id, pointer := r.settle(rt, &step, stone, ok, located{e, n}, c)
			if !ok {
				r.place(&last, located{e, n}, rt.sheet, c, pointer)
			} else {
				r.nearly(rt, located{e, n}, c, stone, differs)
			}
			r.assess(rt, id, located{e, n}, c)
		}
	}
	if len(step.Stones) > 0 || step.Summary != "" {
		rt.path.Steps = append(rt.path.Steps, step)
	}
}

func paragraph(before, text string) string {
	if before == "" {
		return text
	}
	return before + "\n\n" + text
}

// settle puts a stone into its step, making it where the map has none.
func (r *reader) settle(rt *route, step *pathway.Step, stone int, known bool, e located, c int) (id, pointer string) {
	column := rt.places[c]
	if !known {
		stone = r.stone(column, e.text)
	}
	id = r.m.Columns[column].Stones[stone].ID
	pointer = fmt.Sprintf("/columns/%d/stones/%d", column, stone)
	if !known && r.match {
		r.find(rule.NotMatched, e.at, pointer, fmt.Sprintf("%s: %q is no stone of the map and was kept as one of its own", rt.name(e.row, c), short(e.text)),
			r.elsewhere(e.text, column))
	}
	if rt.seen[id] {
		r.find(rule.OddCell, e.at, pointer, fmt.Sprintf("%s: %q stands twice in its pathway and was kept once", rt.name(e.row, c), short(e.text)), "")
		return id, pointer
	}
	rt.seen[id] = true
	step.Stones = append(step.Stones, id)
	return id, pointer
}

// elsewhere hints at a stone of the same text in another column.
func (r *reader) elsewhere(text string, not int) string {
	for c, shelf := range r.shelves {
		if _, ok := shelf.folded[fold(text)]; ok && c != not {
			return fmt.Sprintf("column %q has a stone with this text", r.m.Columns[c].ID)
		}
	}
	return "merge the two if they are the same as another"
}

// nearly reports a match that is not to the letter.
func (r *reader) nearly(rt *route, e located, c, stone int, differs string) {
	if differs == "" && e.raw != "" && e.raw != e.text && squeeze(e.raw) == e.text {
		differs = "white space"
	}
	if differs == "" {
		return
	}
	column := rt.places[c]
	text := r.m.Columns[column].Stones[stone].Text
	r.find(rule.NearMatch, e.at, fmt.Sprintf("/columns/%d/stones/%d", column, stone),
		fmt.Sprintf("%s: %q was read as the stone %q, which differs in %s", rt.name(e.row, c), e.text, text, differs), "see that they are the same")
}

// assess turns ratings into an assessment.
func (r *reader) assess(rt *route, stone string, e located, c int) {
	a := evidence.Assessment{About: pathway.Target{Pathway: rt.path.ID, Stone: stone}}
	a.Progress = r.rating(rt, "progress", e.progress, r.standard.Progress, e, c)
	a.Confidence = r.rating(rt, "confidence", e.confidence, r.standard.Confidence, e, c)
	if a.Progress != "" || a.Confidence != "" {
		r.m.Evidence.Assessments = append(r.m.Evidence.Assessments, a)
	}
}

// rating returns the id of the level that a rating names, "" for none.
func (r *reader) rating(rt *route, scale, value string, levels []evidence.Level, e located, c int) string {
	if unrated(value) {
		return ""
	}
	id, ok := level(value, levels)
	if !ok {
		r.find(rule.UnknownRating, e.at, fmt.Sprintf("/pathways/%d", rt.index),
			fmt.Sprintf("%s: %s %q of %q is no level of the standard and was left out", rt.name(e.row, c), scale, value, short(e.text)),
			"add the level to evidence.standard, or use one of its levels: "+levelList(levels))
	}
	return id
}

func levelList(levels []evidence.Level) string {
	var list string
	for i, l := range levels {
		if i > 0 {
			list += ", "
		}
		list += l.ID
	}
	return list
}
