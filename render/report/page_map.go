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
	v.SVG = template.HTML(strings.TrimSuffix(s, "</svg>") + t.breakMarks(g) + "</svg>") //nolint:gosec // package render escapes all text
	counts := []string{t.count("count.stones", len(g.Cards)), t.count("count.columns", len(g.Columns))}
	if len(t.paths) > 0 {
		counts = append(counts, t.count("count.pathways", len(t.paths)), t.count("count.links", len(g.Links)))
	}
	v.Counts = strings.Join(counts, "\u00a0· ")
	return v, nil
}
