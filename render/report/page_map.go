package report

import (
	"bytes"
	"fmt"
	"html"
	"html/template"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render"
)

// A mapView is the picture with what stands around it.
type mapView struct {
	SVG    template.HTML
	Counts string
	Wide   bool   // too wide for a page without scrolling
	Fits   bool   // so narrow that it is shown at its own size
	Styles string // what its style element holds, for the policy
	Head   string // the view of its headings, where it is in rows
	Rows   []string

	dashes     map[string]string // of the lines, by pathway
	hubs, less bool              // signs that are on it
}

// drawnDash finds the dashes of a pathway in the picture.
var drawnDash = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`<g class="map-p\d+" data-pathway="([^"]*)"[^>]*><g stroke-dasharray="([0-9 ]+)"`)
})

// fitWidth is how wide a map may be, in pixels, to be shown at its own size.
const fitWidth = 1300

// mapView draws the map.
func (t *teller) mapView() (*mapView, error) {
	if len(t.m.Columns) == 0 {
		return nil, nil
	}
	g, err := render.Layout(t.m, t.pictureOptions()...)
	if err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	var svg bytes.Buffer
	if err := render.SVG(&svg, t.m, t.pictureOptions()...); err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	v := &mapView{Wide: len(g.Columns) > 6, Fits: g.Width < fitWidth, dashes: map[string]string{}, hubs: len(g.Hubs) > 0}
	v.less = slices.ContainsFunc(g.Links, func(l render.Link) bool { return l.Effect == string(pathway.Negative) })
	s := strings.TrimSpace(svg.String())
	if _, rest, ok := strings.Cut(s, "<style>"); ok { // no text of a map can hold a tag
		v.Styles, _, _ = strings.Cut(rest, "</style>")
	}
	for _, m := range drawnDash().FindAllStringSubmatch(s, -1) {
		v.dashes[html.UnescapeString(m[1])] = m[2]
	}
	if t.stacked() {
		v.Head, v.Rows = rowViews(g, s)
		s = strings.Replace(s, "<svg ", `<svg id="map-all" `, 1)
	}
	v.SVG = template.HTML(strings.TrimSuffix(s, "</svg>") + t.breakMarks(g) + "</svg>") //nolint:gosec // package render escapes all text
	counts := []string{t.count("count.stones", len(g.Cards)), t.count("count.columns", len(g.Columns))}
	if len(t.paths) > 0 {
		counts = append(counts, t.count("count.pathways", len(t.paths)), t.count("count.links", len(g.Links)))
	}
	v.Counts = strings.Join(counts, "\u00a0· ")
	return v, nil
}

// rowViews returns the views of the headings and of each row of a picture in rows, for paper: on one sheet with
// all others no row can be read. Another picture that shows this one counts from where its own view begins.
func rowViews(g *render.Geometry, svg string) (head string, rows []string) {
	const line, pad, below = 17.0, 24.0, 32.0 // of a heading, around it, and from a card to between two rows
	var left, above, width float64
	if _, after, ok := strings.Cut(svg, ` viewBox="`); ok {
		_, _ = fmt.Sscan(after, &left, &above, &width)
	}
	view := func(top, bottom float64) string {
		return "0 " + px(top-above) + " " + px(width) + " " + px(bottom-top)
	}
	if len(g.Cards) == 0 {
		return "", nil
	}
	lines := 0
	for i := range g.Columns {
		lines = max(lines, len(g.Columns[i].Heading))
	}
	top := g.Columns[0].Y + pad + line*float64(lines)
	head = view(g.Columns[0].Y, top)
	end := 0.0
	for i := range g.Cards {
		c := &g.Cards[i]
		if i > 0 && !slices.Equal(c.Pathways, g.Cards[i-1].Pathways) {
			rows = append(rows, view(top, end))
			top = end
		}
		end = max(end, c.Y+c.Height+below)
	}
	return head, append(rows, view(top, end))
}
