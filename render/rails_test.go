package render_test

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render"
)

// shared is a map of one stone in four pathways, named after what each says of it. The first three lead to it
// from above or below; the last starts there.
func shared(from map[string]string, links ...pathway.Link) *outcome.Map {
	stone := func(id string) outcome.Stone { return outcome.Stone{ID: id, Text: "Stone " + id} }
	m := &outcome.Map{Columns: []outcome.Column{
		{ID: "do", Stones: []outcome.Stone{stone("top"), stone("middle"), stone("bottom")}}, {ID: "gain", Stones: []outcome.Stone{stone("shared")}},
	}}
	for _, level := range []string{"none", "some", "great", ""} {
		p := pathway.Pathway{ID: "p" + level, Steps: []pathway.Step{{Column: "gain", Stones: []string{"shared"}}}}
		if from[level] != "" {
			p.Steps = append([]pathway.Step{{Column: "do", Stones: []string{from[level]}}}, p.Steps...)
		}
		if level == "none" && len(links) > 0 {
			p.Steps[0].Stones, p.Links = []string{"top", "bottom"}, links
		}
		m.Pathways = append(m.Pathways, p)
		if level != "" {
			m.Evidence.Assessments = append(m.Evidence.Assessments, evidence.Assessment{About: pathway.Target{Pathway: p.ID, Stone: "shared"}, Progress: level, Confidence: "low"})
		}
	}
	return m
}

var railPieces = regexp.MustCompile(`<path class="om-[or](\d)"[^>]* d="M[\d.]+ [\d.]+(?:[aHV])`)

// railOf is the rail of a card from its top, as the numbers of its colours: 0 for unrated, 1 for none, 3 for
// great.
func railOf(svg, stone string) (colours string) {
	for _, piece := range railPieces.FindAllStringSubmatch(cardOf(svg, stone), -1) {
		colours += piece[1]
	}
	return colours
}

// An arrow that ends at a piece of a rail says that this is the rating of its pathway.
func TestArrowsPointAtTheRatingOfTheirPathway(t *testing.T) {
	colour := map[string]byte{"pnone": '1', "psome": '2', "pgreat": '3', "p": '0'}
	for _, tt := range []struct {
		why  string
		m    *outcome.Map
		want string // from the top
	}{
		{"as the pathways come", shared(map[string]string{"none": "top", "some": "middle", "great": "bottom"}), "1230"},
		{"the other way round", shared(map[string]string{"none": "bottom", "some": "middle", "great": "top"}), "3210"},
		{"one that starts here keeps its place", shared(map[string]string{"none": "bottom", "great": "top", "": "middle"}), "3201"},
		{"none arrives", shared(nil), "1230"},
		{"two arrows of one, and another between them", shared(map[string]string{"none": "top", "some": "middle"},
			pathway.Link{From: "top", To: "shared"}, pathway.Link{From: "bottom", To: "shared", Effect: pathway.Negative}), "12301"},
	} {
		for _, language := range []string{"en", "he"} {
			tt.m.Language = language
			assert.Equal(t, tt.want, railOf(svg(t, tt.m), "shared"), "%s: %s", language, tt.why)
			g := layout(t, tt.m)
			for _, l := range g.Links {
				c := g.Cards[3]
				piece := (c.Height + 2) / float64(len(tt.want))
				end := (l.Points[len(l.Points)-1][1] - c.Y) / piece
				assert.Equal(t, string(colour[l.Pathway]), tt.want[int(end):int(end)+1], "%s: the link of %s", tt.why, l.Pathway)
				assert.InDelta(t, 0.5, end-float64(int(end)), 0.05, "%s: at the middle of its piece", tt.why)
			}
		}
	}
	unrated := shared(map[string]string{"none": "bottom", "great": "top"})
	unrated.Evidence = evidence.Body{}
	g := layout(t, unrated)
	assert.InDelta(t, 12, g.Links[0].Points[1][1]-g.Links[1].Points[1][1], 1e-9, "without a rail they stand close")
	odd := shared(map[string]string{"none": "top"})
	odd.Pathways[1].Links = []pathway.Link{{From: "top", To: "middle"}, {From: "middle", To: "shared"}}
	assert.Len(t, layout(t, odd, render.Ratings(true)).Links, 3, "a link between stones that are not in its pathway")
}
