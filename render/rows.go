package render

import (
	"strings"

	"github.com/outcomemap/outcomemap/outcome"
)

// stack puts a row for each pathway below the other, and one for the stones that are in none. The headings stand
// once, above all.
func (s *scene) stack() error {
	y := s.top + s.headHeight + headPad
	for i := range s.paths {
		row := s.part(s.paths[i:i+1:i+1], inPaths(s.paths[i:i+1]))
		if err := s.addRow(row, row.paths[0].title, &y); err != nil {
			return err
		}
	}
	loose := map[*outcome.Stone]bool{}
	for i := range s.cards {
		if c := &s.cards[i]; c.firstSeat == c.lastSeat {
			loose[c.stone] = true
		}
	}
	if len(loose) > 0 {
		row := s.part(nil, func(stone *outcome.Stone) bool { return loose[stone] })
		if err := s.addRow(row, s.words.NoPathway, &y); err != nil {
			return err
		}
	}
	s.bottom = y - rowSpace
	return nil
}

// addRow lays out one row below y, its columns in line with those of s, and moves y to where the next
// starts.
func (s *scene) addRow(row *scene, title string, y *float64) error {
	if s.fewest {
		if err := row.reorder(); err != nil {
			return err
		}
	}
	badge := 0.0
	if len(row.paths) > 0 {
		badge = badgeWidth(len(row.paths[0].letter)) + 8
	}
	row.width, row.captionTop = s.width, *y
	row.caption = s.measured(captionSize, true, title).Pretty(nil, s.width-2*margin-badge)
	row.top = *y + captionLine*float64(len(row.caption)) + subLine
	for i := range row.columns {
		c, lead := &row.columns[i], &s.columns[i]
		c.x, c.width, c.gutter, c.heading = lead.x, lead.width, lead.gutter, lead.heading
	}
	row.fill()
	if err := row.settle(); err != nil {
		return err
	}
	s.rows = append(s.rows, row)
	*y = row.bottom + rowSpace
	return nil
}

// captionText words a row for those who do not see it.
func (s *scene) captionText() string { return strings.Join(s.caption, " ") + ". " + s.rowCounts() }

func (s *scene) rowCounts() string {
	counts := count(s.words.Stones, len(s.cards))
	if s.links > 0 {
		counts += dot + count(s.words.Links, s.links)
	}
	return counts
}

// drawCaption writes the letter, the title and the counts of a row.
func (d *drawing) drawCaption() {
	y, indent := d.captionTop, 0.0
	d.raw(`<g aria-hidden="true">`)
	if len(d.paths) > 0 {
		wide := badgeWidth(len(d.paths[0].letter))
		d.badge(0, d.start(0, d.width, margin, wide), y+2)
		indent = wide + 8
	}
	d.raw(`<g font-size="15" font-weight="700">`)
	against := d.against(d.caption...)
	for _, line := range d.caption {
		d.lineOf(d.start(0, d.width, margin+indent, 0), y+captionSize, line, against)
		y += captionLine
	}
	d.raw(`</g><g`)
	d.class("mu", -1)
	d.raw(` fill="`, d.ink.Muted, `">`)
	d.line(d.start(0, d.width, margin+indent, 0), y+bodySize, d.rowCounts())
	d.raw("</g></g>\n")
}
