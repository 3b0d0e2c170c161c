package findings

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/outcomemap/outcomemap/internal/harmless"
	"github.com/rivo/uniseg"
)

// tab is how far apart tab stops are shown.
const tab = 4

// A cell is what takes one place on a terminal: a grapheme cluster, made harmless.
type cell struct {
	text     string
	width    int // columns; of a tab the most that it can take
	from, to int // bytes in the line it comes from
}

// A view is the part of a line that is shown, with the columns that the value takes in it.
type view struct {
	text     string
	from, to int
	cut      bool // something before it is left out
}

// view shows the part of a spot's line that fits into a width, around the value. It looks at no
// more of the line than could fit, so a line of megabytes costs no more than a short one.
func (at spot) view(width int) view {
	before, behind := max(at.start, at.from-4*width), min(at.end, at.from+8*width)
	for before > at.start && before < at.from && !utf8.RuneStart(at.src[before]) {
		before++
	}
	for behind < at.end && behind > at.from && !utf8.RuneStart(at.src[behind]) {
		behind--
	}
	cells := split(string(at.src[before:behind]))
	from, to := at.from-before, at.to-before
	first, last := window(cells, cellAt(cells, from), width)
	v := draw(cells[first:last], from, to, first > 0 || before > at.start)
	if last < len(cells) || behind < at.end {
		v.text += "…"
	}
	return v
}

// split cuts a text into cells.
func split(s string) []cell {
	cells := make([]cell, 0, len(s))
	state := -1
	for at := 0; len(s) > 0; {
		var cluster string
		var width int
		cluster, s, width, state = uniseg.FirstGraphemeClusterInString(s, state)
		c := cell{text: cluster, width: width, from: at, to: at + len(cluster)}
		switch {
		case cluster == "\t":
			c.width = tab
		case !harmless.Is(cluster) && !isFlag(cluster):
			c.text = harmless.Text(cluster, "")
			c.width = uniseg.StringWidth(c.text)
		}
		at = c.to
		cells = append(cells, c)
	}
	return cells
}

// isFlag reports whether a cluster is a black flag with tags, as the flag of Scotland is. Anywhere
// else tags are letters that nobody sees.
func isFlag(cluster string) bool {
	return strings.HasPrefix(cluster, "\U0001f3f4") && utf8.ValidString(cluster)
}

// window chooses the cells to show: all if they fit, else those around cell k, with a third of the
// width before it and room for two signs that something was left out.
func window(cells []cell, k, width int) (first, last int) {
	total := 0
	for _, c := range cells {
		total += c.width
	}
	if total <= width {
		return 0, len(cells)
	}
	first, last = k, k
	back := func(room int) int {
		for ; first > 0 && cells[first-1].width <= room; first-- {
			room -= cells[first-1].width
		}
		return room
	}
	third := width / 3
	room := width - 2 - (third - back(third))
	for ; last < len(cells) && cells[last].width <= room; last++ {
		room -= cells[last].width
	}
	if last == len(cells) {
		back(room)
	}
	return first, last
}

// cellAt returns the place of the cell that holds a byte, or the number of cells behind the last.
func cellAt(cells []cell, at int) int {
	return sort.Search(len(cells), func(i int) bool { return cells[i].to > at })
}

// draw sets cells side by side, tabs as spaces, and tells the columns of the value.
func draw(cells []cell, from, to int, cut bool) view {
	var b strings.Builder
	column := 0
	if cut {
		b.WriteString("…")
		column++
	}
	v := view{from: -1, cut: cut}
	for _, c := range cells {
		if c.to > from && v.from < 0 {
			v.from = column
		}
		if c.text == "\t" {
			c.width = tab - column%tab
			c.text = strings.Repeat(" ", c.width)
		}
		b.WriteString(c.text)
		column += c.width
		if c.from < to {
			v.to = column
		}
	}
	if v.from < 0 {
		v.from = column // behind the last, as at the end of a file
	}
	v.to = max(v.to, v.from+1)
	v.text = b.String()
	return v
}
