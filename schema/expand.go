package schema

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/schema/internal/plan"
)

// expand writes out what a file may leave to its reader: the id of a column, the steps of a
// pathway.
func (r *run) expand(m *outcome.Map) {
	r.columnIDs(m.Columns)
	columnOf := map[string]int(nil)
	for i := range m.Pathways {
		p := &m.Pathways[i]
		if len(p.Steps) != 1 || p.Steps[0].Column != plan.ShortColumn {
			continue
		}
		if columnOf == nil {
			columnOf = columnsByStone(m.Columns)
		}
		r.short.expand(i, p, m.Columns, columnOf)
	}
}

// columnIDs gives a column without an id its level for one, where no other column has that level.
func (r *run) columnIDs(columns []outcome.Column) {
	count := make(map[outcome.Level]int)
	for _, col := range columns {
		count[col.Level]++
	}
	for i := range columns {
		col := &columns[i]
		at := "/columns/" + strconv.Itoa(i)
		switch {
		case col.ID != "" || r.found.gone[at] || r.found.at[at+"/id"]:
		case count[col.Level] == 1 && plan.IsID(string(col.Level)):
			col.ID = string(col.Level)
		default:
			r.noColumnID(col, i, at)
		}
	}
}

func (r *run) noColumnID(col *outcome.Column, i int, at string) {
	why := "no level to take it from"
	if col.Level != "" {
		why = fmt.Sprintf("other columns have its level, %q, too", string(col.Level))
	}
	r.fault(plan.Fault{Rule: rule.Missing, Pointer: at, Field: "id", At: -1, Lost: true,
		Message: fmt.Sprintf("column %d has no \"id\": %s", i+1, why), Hint: "give it an id that no other column or stone has"})
}

func columnsByStone(columns []outcome.Column) map[string]int {
	by := make(map[string]int)
	for i, col := range columns {
		for _, s := range col.Stones {
			if _, taken := by[s.ID]; !taken {
				by[s.ID] = i
			}
		}
	}
	return by
}

// shorthands remember how the steps of a pathway came from its list of stones: by pathway and step,
// the place of each stone in the list.
type shorthands map[int][][]int

// expand gives p a step for each column that its stones are in, in the order of the columns. A
// stone that is in no column joins the stone before it, so that it can be told that it is not there.
func (s *shorthands) expand(i int, p *pathway.Pathway, columns []outcome.Column, columnOf map[string]int) {
	listed := p.Steps[0].Stones
	byColumn := make(map[int][]int)
	last := first(listed, columnOf)
	for k, id := range listed {
		if at, ok := columnOf[id]; ok {
			last = at
		}
		byColumn[last] = append(byColumn[last], k)
	}
	p.Steps = nil
	var places [][]int
	for _, at := range sortedColumns(byColumn) {
		step := pathway.Step{}
		if at >= 0 {
			step.Column = columns[at].ID
		}
		for _, k := range byColumn[at] {
			step.Stones = append(step.Stones, listed[k])
		}
		p.Steps, places = append(p.Steps, step), append(places, byColumn[at])
	}
	if *s == nil {
		*s = make(shorthands)
	}
	(*s)[i] = places
}

// first returns the column of the first stone that has one, or -1.
func first(listed []string, columnOf map[string]int) int {
	for _, id := range listed {
		if at, ok := columnOf[id]; ok {
			return at
		}
	}
	return -1
}

func sortedColumns(by map[int][]int) []int {
	var at []int
	for column := range by {
		at = append(at, column)
	}
	slices.Sort(at)
	return at
}

// pointer turns a pointer into the steps of a pathway into one into the file.
func (s shorthands) pointer(p string) string {
	if len(s) == 0 || !strings.HasPrefix(p, "/pathways/") {
		return p
	}
	parts := strings.Split(p, "/")[2:] // such as 0, steps, 1, stones, 2
	number := func(i int) int { n, _ := strconv.Atoi(parts[i]); return n }
	places, ok := s[number(0)]
	if !ok || len(parts) < 3 || parts[1] != "steps" {
		return p
	}
	list := "/pathways/" + parts[0] + "/stones"
	if len(parts) < 5 {
		return list
	}
	return list + "/" + strconv.Itoa(places[number(2)][number(4)])
}
