package report

import (
	"math"
	"slices"
	"strings"

	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render"
)

// breakMarks draws on the map, a mark a pathway, where its story breaks: on the hub or the links of the
// place, or beside the stones of a step.
func (t *teller) breakMarks(g *render.Geometry) string {
	if t.stacked() { // cards and links of a row are not told apart by pathway there
		return ""
	}
	var b strings.Builder
	b.WriteString(`<g class="breaks" aria-hidden="true">`)
	for _, p := range t.paths {
		if s := p.card; t.quiet(p) || s.Breaks.At == (pathway.Target{}) {
			continue
		}
		for _, at := range t.breakPoints(g, p) {
			b.WriteString(`<g class="brk ` + p.Class + `" data-pathway="` + escapeAttr(p.ID) + `" transform="translate(` + px(at[0]) + " " + px(at[1]) + `)"><circle r="11"/><path d="M-4 6L0 -6M0 6L4 -6"/></g>`)
		}
	}
	b.WriteString(`</g>`)
	return b.String()
}

// quiet reports whether nothing was rated, claimed or collected for a pathway: then every link of it is
// untested alike, and a mark at the first would say too much.
func (t *teller) quiet(p *path) bool {
	if p.card.Ratings.Progress.Rated > 0 || len(p.card.Probative.Chain) > 0 {
		return false
	}
	for _, l := range p.card.Structure.Links {
		if len(l.Citations)+len(l.Against)+len(l.Unclear)+len(l.Planned) > 0 {
			return false
		}
	}
	return true
}

// breakPoints finds where on the picture the break of a pathway lies.
func (t *teller) breakPoints(g *render.Geometry, p *path) []render.Point {
	from, to := t.stonesOf(p, p.card.Breaks.At.From), t.stonesOf(p, p.card.Breaks.At.To)
	if len(from) == 0 {
		at := p.card.Breaks.At
		return besideCards(g, t.stonesOf(p, t.firstOf(at.Stone, at.Column)))
	}
	for _, h := range g.Hubs {
		if h.Pathway == p.ID && overlap(h.From, from) && overlap(h.To, to) && len(h.At) > 0 {
			return h.At[:1]
		}
	}
	var all []render.Point
	for _, l := range g.Links {
		if l.Pathway == p.ID && slices.Contains(from, l.From) && slices.Contains(to, l.To) && len(l.Points) > 1 {
			a, b := l.Points[len(l.Points)-2], l.Points[len(l.Points)-1]
			all = append(all, render.Point{(a[0] + b[0]) / 2, (a[1] + b[1]) / 2})
		}
	}
	return central(all)
}

// central keeps the point that is closest to the middle of all: one mark says it, on a line.
func central(all []render.Point) []render.Point {
	if len(all) == 0 {
		return nil
	}
	mean := 0.0
	for _, p := range all {
		mean += p[1] / float64(len(all))
	}
	best := all[0]
	for _, p := range all {
		if math.Abs(p[1]-mean) < math.Abs(best[1]-mean) {
			best = p
		}
	}
	return []render.Point{best}
}

// stonesOf returns the stones that an end stands for in a pathway.
func (t *teller) stonesOf(p *path, id string) []string {
	if id == "" {
		return nil
	}
	for _, s := range p.Steps {
		if s.Column == id && !slices.Contains(s.Stones, id) {
			return s.Stones
		}
	}
	return []string{id}
}

func besideCards(g *render.Geometry, stones []string) []render.Point {
	var all []render.Point
	for _, c := range g.Cards {
		if slices.Contains(stones, c.Stone) {
			all = append(all, render.Point{c.X + c.Width, c.Y})
		}
	}
	return all
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}
