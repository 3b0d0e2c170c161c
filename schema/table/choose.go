package table

import (
	"strings"

	"github.com/outcomemap/outcomemap/outcome"
)

// plan says what each table is for.
type plan struct {
	whole    *grid // the table of the whole map; in a text of pathways alone the first of them
	pathways []*grid
	places   map[*grid][]int // for each pathway's table the map's column of each of its columns
	skipped  []*grid
}

// choose takes, of one table or more, the table whose headings are best known, then that which most others repeat, then
// the widest for the map's, and those with the same columns for its pathways'.
func choose(found []*grid) plan {
	var p plan
	var best [3]int
	same := map[string]int{}
	for _, g := range found {
		same[g.key()]++
	}
	for _, g := range found {
		score := [3]int{g.levels(), same[g.key()], len(trimmed(g.heads))}
		if p.whole == nil || greater(score, best) {
			p.whole, best = g, score
		}
	}
	p.places = map[*grid][]int{}
	for _, g := range found {
		switch places, ok := p.whole.columnsOf(g); {
		case g == p.whole:
		case ok && g.first > p.whole.first:
			p.pathways = append(p.pathways, g)
			p.places[g] = places
		default:
			p.skipped = append(p.skipped, g)
		}
	}
	return p
}

func greater(a, b [3]int) bool {
	for i := range a {
		if a[i] != b[i] {
			return a[i] > b[i]
		}
	}
	return false
}

// key is the same for tables with the same headings.
func (g *grid) key() string { return strings.Join(g.names, "\n") }

// levels counts the different levels that the headings name.
func (g *grid) levels() int {
	seen := map[outcome.Level]struct{}{}
	for _, h := range g.heads {
		text, _ := headText(h)
		if l := levelOf(text); l != "" {
			seen[l] = struct{}{}
		}
	}
	return len(seen)
}

// columnsOf returns for each column of other the column of g with the same heading. A pathway may
// leave columns out, but not change their order; headings may differ in case, marks and a slip.
func (g *grid) columnsOf(other *grid) ([]int, bool) {
	heads := trimmed(other.heads)
	places := make([]int, 0, len(heads))
	next := 0
	for _, h := range heads {
		text, _ := headText(h)
		for next < len(g.heads) && !sameHeading(g.heads[next], text) {
			next++
		}
		if next == len(g.heads) {
			return nil, false
		}
		places = append(places, next)
		next++
	}
	return places, 2*len(places) > len(trimmed(g.heads))
}

func sameHeading(h field, text string) bool {
	own, _ := headText(h)
	a, b := []rune(fold(own)), []rune(fold(text))
	limit := min(mostSlips, max(len(a), len(b))/lettersPerSlip)
	return slips(a, b, limit) <= limit
}
