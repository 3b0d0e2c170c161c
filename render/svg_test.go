package render_test

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/render"
	"github.com/outcomemap/outcomemap/schema/schematest"
)

func TestSVGGoldens(t *testing.T) {
	rated := readMap(t, "board-rated.json")
	schematest.Golden(t, "board.svg", []byte(svg(t, readMap(t, "board.json"), render.WithTheme(render.Light()))))
	schematest.Golden(t, "board-rated.svg", []byte(svg(t, rated)))
	schematest.Golden(t, "board-employers.svg", []byte(svg(t, rated, render.Pathway("employers"), render.WithTheme(render.Dark()))))
	schematest.Golden(t, "board-focus.svg", []byte(svg(t, rated, render.Focus("workforce"), render.WithTheme(render.Printed()))))
	schematest.Golden(t, "small.svg", []byte(svg(t, small())))
	mirrored := small()
	mirrored.Language = "he"
	schematest.Golden(t, "small-right-to-left.svg", []byte(svg(t, mirrored, render.IDPrefix("he-"))))
}

// An element of an SVG, with what tests ask of it.
type element struct {
	name  string
	attrs map[string]string
	text  string
}

// parse reads an SVG as XML and holds that nothing in it can run or reach out.
func parse(t testing.TB, src string) []element {
	t.Helper()
	require.True(t, utf8.ValidString(src))
	var all []element
	var open []int
	dec := xml.NewDecoder(strings.NewReader(src))
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		require.NoError(t, err)
		switch tok := token.(type) {
		case xml.StartElement:
			e := element{name: tok.Name.Local, attrs: map[string]string{}}
			for _, a := range tok.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			inert(t, e)
			open = append(open, len(all))
			all = append(all, e)
		case xml.CharData:
			if len(open) > 0 {
				all[open[len(open)-1]].text += string(tok)
			}
		case xml.EndElement:
			if e := all[open[len(open)-1]]; e.name == "style" && (strings.Contains(e.text, "url") || strings.Contains(e.text, "@import")) {
				t.Fatalf("the style reaches out: %s", e.text)
			}
			open = open[:len(open)-1]
		case xml.Comment, xml.ProcInst, xml.Directive:
			t.Fatalf("unwanted %v", tok)
		}
	}
}

var svgElements = []string{"svg", "title", "desc", "style", "g", "rect", "circle", "path", "text"}

// inert holds that an element neither runs nor reaches out, and that its numbers are numbers. It is asked of each element
// of each fuzzed picture, so it calls no assertion before one fails.
func inert(t testing.TB, e element) {
	t.Helper()
	if !slices.Contains(svgElements, e.name) {
		t.Fatalf("unwanted element %s", e.name)
	}
	for name, value := range e.attrs {
		switch name {
		case "href", "src", "style":
			t.Fatalf("unwanted attribute %s", name)
		case "d", "x", "y", "width", "height", "cx", "cy", "r":
			if strings.ContainsAny(value, "NI") {
				t.Fatalf("%s is no number: %s", name, value)
			}
		}
		if strings.HasPrefix(strings.ToLower(name), "on") {
			t.Fatalf("a handler: %s", name)
		}
	}
}

// Every card says which stone it is, every link of the map which stones it joins, hub or not.
func TestSVGNamesAllCardsAndLinks(t *testing.T) {
	m := readMap(t, "board.json")
	g := layout(t, m)
	var stones, links []string
	for _, e := range parse(t, svg(t, m)) {
		if id, ok := e.attrs["data-stone"]; ok {
			stones = append(stones, id)
			assert.NotEmpty(t, e.attrs["aria-label"])
		}
		if from, ok := e.attrs["data-from"]; ok {
			links = append(links, e.attrs["data-pathway"]+": "+from+" "+e.attrs["data-to"])
			assert.NotEmpty(t, e.attrs["d"])
		}
	}
	var wantStones, wantLinks []string
	for _, c := range g.Cards {
		wantStones = append(wantStones, c.Stone)
	}
	for _, l := range g.Links {
		wantLinks = append(wantLinks, l.Pathway+": "+l.From+" "+l.To)
	}
	assert.Equal(t, wantStones, stones)
	assert.Equal(t, wantLinks, links)
}

func TestSVGTellsScreenReaders(t *testing.T) {
	all := parse(t, svg(t, readMap(t, "board-rated.json"), render.IDPrefix("x-")))
	root := all[0]
	assert.Equal(t, "graphics-document document", root.attrs["role"])
	assert.Equal(t, "x-title", root.attrs["aria-labelledby"])
	require.Equal(t, "title", all[1].name, "the first child")
	assert.Equal(t, "Personal Assistants Programme Board", all[1].text)
	assert.Contains(t, all[2].text, "40 stepping stones · 3 pathways · 84 links")
	lists := 0
	for _, e := range all {
		if e.attrs["role"] == "list" {
			lists++
		}
		if e.attrs["data-stone"] == "problems-resolved" {
			assert.Equal(t, "Problems are resolved early. Supporting the development of the PA workforce: Great progress, Confidence Low. "+
				"Value and support employers: No progress, Confidence Low. "+
				"Leads to: A mutually beneficial relationship for Employer and PA; Employer lives a good, independent, supported life; "+
				"Self-Directed Support works as it is supposed to and more people take it up.", e.attrs["aria-label"])
		}
	}
	assert.Equal(t, 6, lists)
}

// The headline of a picture of one pathway is the pathway, as on a slide; a map in words stays the map.
func TestOnePathwayIsTheHeadline(t *testing.T) {
	m := small()
	got := svg(t, m, render.Pathway("p"))
	assert.Contains(t, got, `<title id="om-title">Through a hub</title>`)
	assert.Contains(t, got, ">Small · ")
	assert.Contains(t, svg(t, m), `<title id="om-title">Small</title>`)
	assert.Contains(t, plain(t, m, render.Pathway("p")), "Small\n")
}

// Out of focus a pathway is as faint in the legend as on the map, and its words are muted.
func TestLegendShowsWhatIsInFocus(t *testing.T) {
	const faint = `stroke-width="1" stroke=`
	got := svg(t, small(), render.Focus("p"))
	legend := got[strings.LastIndex(got, "</g>\n</g>\n<g aria-hidden"):]
	assert.Equal(t, 1, strings.Count(legend, ` opacity=".25" `+faint))
	assert.NotContains(t, svg(t, small()), faint)
}

func TestRows(t *testing.T) {
	m := readMap(t, "board-rated.json")
	schematest.Golden(t, "board-rows.svg", []byte(svg(t, m, render.ByPathway(true))))
	g := layout(t, m, render.ByPathway(true))
	checkGeometry(t, g)
	assert.Len(t, g.Cards, 13+15+14+2, "each pathway's own, as the report counts, and two that are in none")
	assert.Len(t, g.Links, 84)
	x := map[string]float64{}
	for _, c := range g.Cards {
		if x[c.Column] == 0 {
			x[c.Column] = c.X
		}
		assert.InDelta(t, x[c.Column], c.X, 1e-9, "columns in line")
	}
}

func TestWordsCanBeReplaced(t *testing.T) {
	got := svg(t, small(), render.WithWords(render.Words{
		"count.stones.one": "{n} Stein", "count.stones.other": "{n} Steine", "map.pathways": "Wirkungspfade",
	}))
	assert.Contains(t, got, "6 Steine")
	assert.Contains(t, got, "Wirkungspfade")
	assert.NotContains(t, got, "stepping stone")
}

// Dashes, letters and colours together tell pathways apart, however many there are.
func TestPathwaysLookDifferent(t *testing.T) {
	m := small()
	for i := range 36 {
		p := m.Pathways[1]
		p.ID = string(rune('A'+i%26)) + string(rune('a'+i/26))
		m.Pathways = append(m.Pathways, p)
	}
	m.Pathways = m.Pathways[2:]
	var looks []string
	all := parse(t, svg(t, m))
	for i, e := range all {
		if e.attrs["data-pathway"] != "" && e.name == "g" {
			looks = append(looks, e.attrs["stroke"]+" "+all[i+1].attrs["stroke-dasharray"])
		}
	}
	require.Len(t, looks, 36)
	slices.Sort(looks)
	assert.Len(t, slices.Compact(looks), 36)
}
