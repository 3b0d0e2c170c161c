package report

import (
	"slices"
	"strings"

	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render"
)

// breakMarks draws on the map, a mark a pathway, where its story breaks: on a clear spot of the lines that break, or
// on the cards of a step.
func (t *teller) breakMarks(g *render.Geometry) string {
	if t.stacked() { // cards and links of a row are not told apart by pathway there
		return ""
	}
	var b strings.Builder
	b.WriteString(`<g class="breaks" aria-hidden="true">`)
	m := &markers{g: g}
	for _, p := range t.paths {
		if s := p.card; t.quiet(p) || s.Breaks.At == (pathway.Target{}) {
			continue
		}
		for _, at := range t.breakPoints(m, p) {
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
func (t *teller) breakPoints(m *markers, p *path) []render.Point {
	g := m.g
	from, to := t.stonesOf(p, p.card.Breaks.At.From), t.stonesOf(p, p.card.Breaks.At.To)
	if len(from) == 0 {
		at := p.card.Breaks.At
		return m.onCards(t.stonesOf(p, t.firstOf(at.Stone, at.Column)))
	}
	cut := func(p *path, l *render.Link) bool {
		return l.Pathway == p.ID && slices.Contains(from, l.From) && slices.Contains(to, l.To)
	}
	var own []piece
	seen := map[piece]bool{}
	for i := range g.Links {
		l := &g.Links[i]
		if !cut(p, l) {
			continue
		}
		for k := 1; k < len(l.Points); k++ {
			if part := (piece{l.Points[k-1], l.Points[k], l.Pathway}); !seen[part] {
				seen[part] = true
				own = append(own, part)
			}
		}
	}
	return m.clearest(own)
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
