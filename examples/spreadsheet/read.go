package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

var header = []string{"kind", "id", "column", "text", "pathway", "from", "to"}

// A sheet is a map, and the rows that its parts came from.
type sheet struct {
	m    *outcome.Map
	rows map[string]int // by JSON Pointer
}

// A line is a row of the spreadsheet.
type line struct {
	row                                        int
	kind, id, column, text, pathways, from, to string
}

// read makes a map of the rows; what a row says wrongly about the map is for the check to find.
func read(r io.Reader, title string) (*sheet, error) {
	lines, err := readLines(r)
	if err != nil {
		return nil, err
	}
	s := &sheet{m: &outcome.Map{Title: title}, rows: map[string]int{}}
	members := map[string][]string{} // ids of stones, by pathway
	for _, l := range lines {
		switch l.kind {
		case "pathway":
			s.rows[fmt.Sprintf("/pathways/%d", len(s.m.Pathways))] = l.row
			s.m.Pathways = append(s.m.Pathways, pathway.Pathway{ID: l.id, Title: l.text})
		case "stone":
			s.addStone(l)
			for id := range strings.FieldsSeq(l.pathways) {
				members[id] = append(members[id], l.id)
			}
		case "link":
		default:
			return nil, fmt.Errorf("row %d is a %q: want stone, pathway or link", l.row, l.kind)
		}
	}
	index := outcome.NewIndex(s.m)
	for i := range s.m.Pathways {
		p := &s.m.Pathways[i]
		p.Steps = index.Steps(members[p.ID]...)
	}
	return s, s.addLinks(lines)
}

func readLines(r io.Reader) (lines []line, err error) {
	in := csv.NewReader(r)
	in.FieldsPerRecord = len(header)
	first, err := in.Read()
	switch {
	case errors.Is(err, io.EOF):
		return nil, fmt.Errorf("the file is empty: the first row has to be %s", strings.Join(header, ","))
	case err != nil && !errors.Is(err, csv.ErrFieldCount):
		return nil, err
	}
	first[0] = strings.TrimPrefix(first[0], "\ufeff") // which spreadsheets put in front
	if !slices.Equal(first, header) {
		return nil, fmt.Errorf("the first row has to be %s, with commas between", strings.Join(header, ","))
	}
	for {
		c, err := in.Read()
		if errors.Is(err, io.EOF) {
			return lines, nil
		}
		if err != nil {
			return nil, err
		}
		for i := range c {
			c[i] = strings.TrimSpace(c[i])
		}
		row, _ := in.FieldPos(0)
		lines = append(lines, line{row, c[0], c[1], c[2], c[3], c[4], c[5], c[6]})
	}
}

func (s *sheet) addStone(l line) {
	columns := s.m.Columns
	i := slices.IndexFunc(columns, func(c outcome.Column) bool { return c.Heading == l.column })
	if i < 0 {
		i = len(columns)
		columns = append(columns, outcome.Column{ID: fmt.Sprintf("column-%d", i+1), Heading: l.column})
	}
	s.rows[fmt.Sprintf("/columns/%d/stones/%d", i, len(columns[i].Stones))] = l.row
	columns[i].Stones = append(columns[i].Stones, outcome.Stone{ID: l.id, Text: l.text})
	s.m.Columns = columns
}

// addLinks comes last, since a pathway may stand below what is in it. One that no row has is the only
// fault that the map could not tell of: it has no place for it.
func (s *sheet) addLinks(lines []line) error {
	at := map[string]int{}
	for i, p := range s.m.Pathways {
		at[p.ID] = i
	}
	for _, l := range lines {
		for id := range strings.FieldsSeq(l.pathways) {
			i, known := at[id]
			if !known {
				return fmt.Errorf("row %d is in pathway %q, which has no row", l.row, id)
			}
			if l.kind == "link" {
				p := &s.m.Pathways[i]
				s.rows[fmt.Sprintf("/pathways/%d/links/%d", i, len(p.Links))] = l.row
				p.Links = append(p.Links, pathway.Link{From: l.from, To: l.to, Mechanism: l.text})
			}
		}
	}
	return nil
}

// rowOf finds the row of the smallest part that a pointer leads to; 0 if it is of the map itself.
func (s *sheet) rowOf(pointer string) int {
	for pointer != "" {
		if row, ok := s.rows[pointer]; ok {
			return row
		}
		pointer = pointer[:strings.LastIndex(pointer, "/")]
	}
	return 0
}
