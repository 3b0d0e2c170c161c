package render_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math/rand/v2"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/internal/needtool"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
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

func TestRatingsOnAndOff(t *testing.T) {
	rated, bare := readMap(t, "board-rated.json"), readMap(t, "board.json")
	assert.Contains(t, svg(t, rated), "Great progress")
	assert.NotContains(t, svg(t, rated, render.Ratings(false)), "Great progress")
	assert.NotContains(t, svg(t, bare), "Not rated", "nothing is rated yet")
	assert.Contains(t, svg(t, bare, render.Ratings(true)), "Not rated")
}

// A range is shown where raters differ: never one of the two.
func TestRatersWhoDiffer(t *testing.T) {
	m := small()
	about := pathway.Target{Pathway: "p", Stone: "a"}
	m.Evidence.Assessments = []evidence.Assessment{
		{About: about, By: "A", Progress: "some", Confidence: "high"}, {About: about, By: "B", Progress: "great", Confidence: "high"},
	}
	assert.Contains(t, svg(t, m), "Some progress to Great progress")
}

// moved is the board with ratings of two days: one rose, one fell, one is new, one is surer.
func moved() *outcome.Map {
	m := small()
	rate := func(stone, progress, confidence string, date evidence.Date) {
		m.Evidence.Assessments = append(m.Evidence.Assessments, evidence.Assessment{
			About: pathway.Target{Pathway: "p", Stone: stone}, Progress: progress, Confidence: confidence, Date: date,
		})
	}
	rate("a", "none", "low", "2021")
	rate("a", "great", "low", "2022")
	rate("b", "some", "low", "2021")
	rate("b", "none", "low", "2022")
	rate("c", "some", "low", "2022")
	rate("d", "some", "low", "2021")
	rate("d", "some", "high", "2022")
	return m
}

func TestChangeBetweenTwoDays(t *testing.T) {
	got := svg(t, moved(), render.Since("2021-12-31"), render.WithTheme(render.Light()))
	schematest.Golden(t, "small-since.svg", []byte(got))
	for _, want := range []string{
		"changes since 2021-12-31", "1 further on", "1 fallen back", "1 newly rated", "1 surer", "4 unchanged",
		"Through a hub: Great progress, Confidence Low (before: No progress, Confidence Low).", "before, and now",
	} {
		assert.Contains(t, got, want)
	}
	const bars, arrow = ` width="3"`, "m-3 -3l3 3l-3 3"
	assert.Equal(t, 1, strings.Count(cardOf(got, "a"), arrow), "its progress rose")
	assert.Equal(t, 3, strings.Count(cardOf(got, "a"), bars))
	assert.Equal(t, 1, strings.Count(cardOf(got, "d"), arrow), "its confidence rose")
	assert.Equal(t, 6, strings.Count(cardOf(got, "d"), bars), "three before, and three now")
	assert.NotContains(t, svg(t, moved(), render.Since("2023")), "before, and now", "nothing moved")
	before := svg(t, moved(), render.AsOf("2021-12-31"))
	assert.NotContains(t, before, "Through a hub: Great progress")
	assert.Contains(t, before, "Through a hub: No progress")
	assert.Contains(t, before, "as of 2021-12-31")
	_, err := render.Layout(moved(), render.Since("yesterday"))
	require.ErrorContains(t, err, "yesterday")
}

// cardOf is what is drawn for a stone.
func cardOf(picture, stone string) string {
	_, card, _ := strings.Cut(picture, `data-stone="`+stone+`"`)
	card, _, _ = strings.Cut(card, "data-stone=")
	return card
}

// A range of levels is longer than the words that confidence is lined up behind. It moves confidence on,
// and only where there is no room for both puts it on a line of its own.
func TestRangesStayOnOneLine(t *testing.T) {
	m := moved()
	m.Evidence.Assessments = []evidence.Assessment{
		{About: pathway.Target{Pathway: "p", Stone: "a"}, Progress: "none", Confidence: "low", Date: "2023", By: "Ann"},
		{About: pathway.Target{Pathway: "p", Stone: "a"}, Progress: "some", Confidence: "low", Date: "2023", By: "Bob"}}
	m.Evidence.Standard = evidence.Standard{
		Progress:   []evidence.Level{{ID: "none", Label: "None"}, {ID: "some", Label: "Some"}, {ID: "great", Label: "Great"}},
		Confidence: []evidence.Level{{ID: "low", Label: "Low"}, {ID: "high", Label: "High"}},
	}
	texts := func(opts ...render.Option) (y [2]string) {
		for _, e := range parse(t, svg(t, m, opts...)) {
			for i, label := range []string{"None to Some", "Low"} {
				if e.text == label && y[i] == "" {
					y[i] = e.attrs["y"]
				}
			}
		}
		return y
	}
	beside := texts()
	require.NotEmpty(t, beside[0])
	assert.Equal(t, beside[0], beside[1])
	below := texts(render.CardWidth(150))
	require.NotEmpty(t, below[0])
	assert.NotEqual(t, below[0], below[1])
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

// A row whose own stones are unrated says so, on a map that has ratings.
func TestRowsShareTheRatings(t *testing.T) {
	got := svg(t, moved(), render.ByPathway(true))
	assert.Contains(t, got, "One by one: Not rated.")
}

// A scale of many levels fills its circle step by step, the long way round from the half on.
func TestScalesOfManyLevels(t *testing.T) {
	m := moved()
	m.Evidence.Standard.Progress = nil
	m.Evidence.Assessments = nil
	for i, stone := range []string{"a", "b", "c", "d"} {
		id := string(rune('0' + i))
		m.Evidence.Standard.Progress = append(m.Evidence.Standard.Progress, evidence.Level{ID: id, Label: "Level " + id})
		m.Evidence.Assessments = append(m.Evidence.Assessments, evidence.Assessment{About: pathway.Target{Pathway: "p", Stone: stone}, Progress: id})
	}
	schematest.Golden(t, "small-levels.svg", []byte(svg(t, m)))
}

// A scale of more than five levels of confidence still has five bars, and fills them in proportion.
func TestManyLevelsOfConfidence(t *testing.T) {
	m := moved()
	m.Evidence.Standard.Confidence = nil
	for i := range 10 {
		m.Evidence.Standard.Confidence = append(m.Evidence.Standard.Confidence, evidence.Level{ID: string(rune('0' + i))})
	}
	m.Evidence.Assessments = []evidence.Assessment{{About: pathway.Target{Pathway: "p", Stone: "a"}, Progress: "some", Confidence: "5"}}
	got := svg(t, m)
	card := got[strings.Index(got, `data-stone="a"`):strings.Index(got, `data-stone="b"`)]
	assert.Equal(t, 5, strings.Count(card, ` width="3"`))
	assert.Equal(t, 2, strings.Count(card, `stroke-width=".8"`), "the sixth of ten levels fills three of five bars")
}

func overview(t testing.TB, m *outcome.Map, opts ...render.Option) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, render.Overview(&b, m, opts...))
	return b.String()
}

// Counted by hand in the tables of the board's published report.
func TestOverview(t *testing.T) {
	got := overview(t, readMap(t, "board-rated.json"))
	schematest.Golden(t, "board-overview.svg", []byte(got))
	var row string
	counts := map[string][]string{}
	for _, e := range parse(t, got) {
		if e.attrs["data-pathway"] != "" {
			row = e.attrs["data-pathway"]
		}
		if label := e.attrs["aria-label"]; e.attrs["role"] == "listitem" && e.attrs["data-column"] != "" {
			_, n, _ := strings.Cut(label, ": ")
			n, _, _ = strings.Cut(n, " ")
			counts[row] = append(counts[row], n)
		}
	}
	assert.Equal(t, map[string][]string{
		"relationships": {"1", "1", "3", "3", "2", "3"}, "workforce": {"3", "2", "3", "3", "3", "1"}, "employers": {"3", "3", "2", "3", "1", "2"},
	}, counts)
	assert.Contains(t, got, "In no pathway: 1")
	mirrored := moved()
	mirrored.Language = "fa"
	schematest.Golden(t, "small-overview-right-to-left.svg", []byte(overview(t, mirrored)))
	assert.Contains(t, got, "What they do differently: 3 stepping stones, 1 No progress, 1 Some progress, 1 Great progress")
	r := rand.New(rand.NewPCG(8, 8))
	for range 20 {
		parse(t, overview(t, randomMap(r)))
	}
	for _, s := range hostile {
		parse(t, overview(t, poison(s)))
	}
}

func TestWordsCanBeReplaced(t *testing.T) {
	w := render.English()
	w.Stones = [2]string{"%d Stein", "%d Steine"}
	w.Pathway = "Wirkungspfade"
	got := svg(t, small(), render.WithWords(w))
	assert.Contains(t, got, "6 Steine")
	assert.Contains(t, got, "Wirkungspfade")
	assert.NotContains(t, got, "stepping stone")
}

// hostile is text that would break out, run, mirror or overflow where it is not escaped.
var hostile = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onload='alert(1)`, `]]>`, `<!--`, `&lt;&#0;&bogus;`, `javascript:alert(1)`,
	"\x00\x01\x1b\ufffe\uffff", "\xff\xfe", "\u202egnp.exe\u2066", "\\N \\\" \\", strings.Repeat("W", 10000), "</style><style>*{}", "{}[];->",
	strings.Repeat("e\u0301\u0302", 50), "a\nb\tc\u2028d",
}

// poison puts a text into every field of a map that is drawn.
func poison(s string) *outcome.Map {
	m := &outcome.Map{
		ID: s, Title: s, Language: s, Summary: s,
		Provenance: outcome.Provenance{Publisher: s, Date: evidence.Date(s), URL: s, Licence: s},
		Columns:    []outcome.Column{{ID: s, Heading: s, Level: outcome.Level(s), Stones: []outcome.Stone{{ID: s + "1", Text: s}, {ID: s + "2", Text: s}}}, {ID: s + "b", Heading: s, Stones: []outcome.Stone{{ID: s + "3", Text: s}, {ID: s + "4", Text: s}}}},
		Pathways: []pathway.Pathway{{ID: s, Title: s, Short: s, Summary: s, Steps: []pathway.Step{{Column: s, Stones: []string{s + "1", s + "2"}}, {Column: s + "b", Stones: []string{s + "3", s + "4"}}}},
			{ID: s + "q", Title: s, Steps: []pathway.Step{{Column: s, Stones: []string{s + "1"}}, {Column: s + "b", Stones: []string{s + "3"}}}, Links: []pathway.Link{{From: s + "1", To: s + "3", Effect: pathway.Effect(s)}}}},
	}
	m.Evidence.Standard = evidence.Standard{Progress: []evidence.Level{{ID: s, Label: s}}, Confidence: []evidence.Level{{ID: s, Label: s}}}
	m.Evidence.Assessments = []evidence.Assessment{{About: pathway.Target{Pathway: s, Stone: s + "1"}, Progress: s, Confidence: s}}
	return m
}

func TestHostileText(t *testing.T) {
	for _, s := range hostile {
		m := poison(s)
		got := svg(t, m)
		for _, e := range parse(t, got) {
			assert.NotContains(t, e.text, "\u202e")
		}
		assert.NotContains(t, got, "<script")
		for _, c := range layout(t, m).Cards {
			assert.LessOrEqual(t, c.Width, 600.0)
		}
	}
}

func TestSVGOfRandomMaps(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	for range 40 {
		m := randomMap(r)
		got := svg(t, m)
		parse(t, got)
		require.Equal(t, got, svg(t, m), "same in, same out")
	}
}

func FuzzSVG(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { parse(t, svg(t, poison(short(s)))) })
}

// short cuts a fuzzed text: TestHostileText has the long ones, and here they would only cost time.
func short(s string) string { return s[:min(len(s), 300)] }

func TestXMLLintAccepts(t *testing.T) {
	lint := needtool.Path(t, "xmllint")
	for _, src := range []string{svg(t, readMap(t, "board-rated.json")), svg(t, poison(strings.Join(hostile, " ")))} {
		cmd := exec.Command(lint, "--noout", "-")
		cmd.Stdin = strings.NewReader(src)
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, "%s", out)
	}
}

// A writer that fails is the caller's to hear of; what fails before leaves it untouched.
func TestSVGWritesNothingOnError(t *testing.T) {
	var b bytes.Buffer
	require.Error(t, render.SVG(&b, small(), render.Pathway("z")))
	assert.Zero(t, b.Len())
	require.ErrorIs(t, render.SVG(full{}, small()), errFull)
	require.ErrorIs(t, render.DOT(full{}, small()), errFull)
}

var errFull = errors.New("no room")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

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
