package render_test

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render"
	"github.com/outcomemap/outcomemap/render/internal/text"
	"github.com/outcomemap/outcomemap/schema/schematest"
)

// Counted by hand in the tables of the board's published report: of the 15 steps between neighbouring
// columns, 10 lead from several stones to several.
func TestLayoutOfTheBoard(t *testing.T) {
	g := layout(t, readMap(t, "board.json"))
	assert.Len(t, g.Columns, 6)
	assert.Len(t, g.Cards, 40)
	assert.Len(t, g.Links, 84)
	assert.Len(t, g.Hubs, 10)
	for _, h := range g.Hubs {
		assert.Greater(t, len(h.From), 1, "one stone needs no hub")
		assert.Greater(t, len(h.To), 1)
	}
}

func TestLayoutIsJSON(t *testing.T) {
	src, err := json.MarshalIndent(layout(t, small()), "", " ")
	require.NoError(t, err)
	schematest.Golden(t, "small.layout.json", append(src, '\n'))
}

// small is a map of three columns with a link of each kind.
func small() *outcome.Map {
	column := func(id, heading string, stones ...string) outcome.Column {
		c := outcome.Column{ID: id, Heading: heading}
		for _, s := range stones {
			c.Stones = append(c.Stones, outcome.Stone{ID: s, Text: "Stone " + s})
		}
		return c
	}
	return &outcome.Map{
		Title:   "Small",
		Columns: []outcome.Column{column("do", "What we do", "a", "b"), column("feel", "How they feel", "c", "d", "e"), column("gain", "What they gain", "f")},
		Pathways: []pathway.Pathway{
			{ID: "p", Title: "Through a hub", Steps: []pathway.Step{{Column: "do", Stones: []string{"a", "b"}}, {Column: "feel", Stones: []string{"c", "d"}}}},
			{ID: "q", Title: "One by one", Steps: []pathway.Step{{Column: "do", Stones: []string{"a"}}, {Column: "feel", Stones: []string{"c", "e"}}, {Column: "gain", Stones: []string{"f"}}},
				Links: []pathway.Link{{From: "a", To: "f"}, {From: "f", To: "c"}, {From: "c", To: "e", Effect: pathway.Negative}}},
		},
	}
}

// A hub says that every pair is linked, so it may stand only where every pair is.
func TestHubsOnlyWhereEveryPairIsLinked(t *testing.T) {
	for _, tt := range []struct {
		why   string
		links []pathway.Link
		hubs  int
		want  int
	}{
		{"implied links join every pair", nil, 1, 4},
		{"so do stated ones that name each", []pathway.Link{{From: "a", To: "c"}, {From: "a", To: "d"}, {From: "b", To: "c"}, {From: "b", To: "d"}}, 1, 4},
		{"and one that names both columns", []pathway.Link{{From: "do", To: "feel"}}, 1, 4},
		{"stated whole and in part", []pathway.Link{{From: "do", To: "feel"}, {From: "b", To: "d"}}, 1, 4},
		{"one pair is missing", []pathway.Link{{From: "a", To: "c"}, {From: "a", To: "d"}, {From: "b", To: "c"}}, 0, 3},
		{"one pair has another sign", []pathway.Link{{From: "a", To: "c"}, {From: "a", To: "d"}, {From: "b", To: "c"}, {From: "b", To: "d", Effect: pathway.Negative}}, 0, 4},
		{"a link said twice is drawn once", []pathway.Link{{From: "a", To: "c"}, {From: "a", To: "c"}}, 0, 1},
		{"there are no links", []pathway.Link{}, 0, 0},
		{"back from column to column", []pathway.Link{{From: "feel", To: "do"}}, 1, 8}, // four back, four implied ahead
	} {
		m := small()
		m.Pathways = m.Pathways[:1]
		m.Pathways[0].Links = tt.links
		g := layout(t, m)
		assert.Len(t, g.Hubs, tt.hubs, tt.why)
		assert.Len(t, g.Links, tt.want, tt.why)
	}
}

// Columns without stones still look like columns; where there are none, nothing is left blank for them.
func TestEmptyColumnsHaveAHeight(t *testing.T) {
	bare := layout(t, &outcome.Map{Title: "Nothing yet"})
	empty := layout(t, &outcome.Map{Title: "Nothing yet", Columns: []outcome.Column{{Heading: "What we do"}, {Heading: "Who with"}}})
	assert.GreaterOrEqual(t, empty.Height, bare.Height+100)
	assert.Less(t, bare.Height, 200.0)
}

func TestColumnsRunFromRightToLeft(t *testing.T) {
	m := small()
	left := layout(t, m)
	m.Language = "ar"
	right := layout(t, m)
	assert.True(t, right.RightToLeft)
	for i, c := range left.Cards {
		assert.InDelta(t, left.Width, c.X+c.Width+right.Cards[i].X, 1e-9, "a mirror image")
		assert.InDelta(t, c.Y, right.Cards[i].Y, 1e-9)
	}
	for tag, want := range map[string]bool{"he-IL": true, "fa": true, "az-Arab": true, "ar-Latn": false, "en-GB": false, "": false, "x": false} {
		m.Language = tag
		assert.Equal(t, want, layout(t, m).RightToLeft, tag)
	}
}

// What every picture has to keep, whatever the map.
func TestLayoutOfRandomMaps(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for i := range 120 {
		m := randomMap(r)
		views := [][]render.Option{nil, {render.ByPathway(true)}}
		if i%8 == 0 {
			views = append(views, []render.Option{render.FewestCrossings(true), render.CardWidth(150)})
		}
		for _, opts := range views {
			g := layout(t, m, opts...)
			checkGeometry(t, g)
			require.Equal(t, g, layout(t, m, opts...), "same in, same out")
		}
	}
}

func checkGeometry(t *testing.T, g *render.Geometry) {
	t.Helper()
	at := map[string]render.Card{}
	for i, c := range g.Cards {
		for _, p := range c.Pathways {
			at[c.Stone+" in "+p] = c
		}
		require.GreaterOrEqual(t, c.X, 0.0)
		require.GreaterOrEqual(t, c.Y, 0.0)
		require.LessOrEqual(t, c.X+c.Width, g.Width)
		require.LessOrEqual(t, c.Y+c.Height, g.Height)
		require.LessOrEqual(t, 17*float64(len(c.Lines))+22, c.Height, "its text fits")
		for _, line := range c.Lines {
			require.LessOrEqual(t, text.Width(line, 13, false), c.Width-27, "%q", line)
		}
		for _, d := range g.Cards[:i] {
			require.False(t, overlap(c, d), "%v and %v overlap", c, d)
		}
	}
	for _, l := range g.Links {
		checkLink(t, g, at, l)
	}
}

// checkLink holds that a link starts and ends on its cards and runs behind none.
func checkLink(t *testing.T, g *render.Geometry, at map[string]render.Card, l render.Link) {
	t.Helper()
	onEdge(t, at[l.From+" in "+l.Pathway], l.Points[0])
	onEdge(t, at[l.To+" in "+l.Pathway], l.Points[len(l.Points)-1])
	for i, b := range l.Points[1:] {
		a := l.Points[i]
		for _, c := range g.Cards {
			if max(a[0], b[0]) > c.X && min(a[0], b[0]) < c.X+c.Width {
				require.False(t, max(a[1], b[1]) > c.Y && min(a[1], b[1]) < c.Y+c.Height, "%v runs behind %v", l, c)
			}
		}
	}
}

func onEdge(t *testing.T, c render.Card, p render.Point) {
	t.Helper()
	require.True(t, p[0] == c.X || p[0] == c.X+c.Width, "%v is on no side of %v", p, c)
	require.True(t, p[1] > c.Y && p[1] < c.Y+c.Height, "%v is beside %v", p, c)
}

func overlap(a, b render.Card) bool {
	return a.X < b.X+b.Width && b.X < a.X+a.Width && a.Y < b.Y+b.Height && b.Y < a.Y+a.Height
}

func TestOptionsForWhatIsNotThere(t *testing.T) {
	for _, tt := range []struct {
		why  string
		opt  render.Option
		want string
	}{
		{"a pathway that the map lacks", render.Pathway("z"), `the map has no pathway "z"`},
		{"one to focus on", render.Focus("p", "z"), `the map has no pathway "z"`},
		{"a card too narrow for a word", render.CardWidth(20), "not between 120 and 600"},
		{"an id that would end its attribute", render.IDPrefix(`"><script>`), "id prefix"},
		{"an id that starts with a digit", render.IDPrefix("1a"), "id prefix"},
	} {
		_, err := render.Layout(small(), tt.opt)
		require.ErrorContains(t, err, tt.want, tt.why)
	}
	var missing *render.NotFoundError
	_, err := render.Layout(small(), render.Pathway("z"))
	require.ErrorAs(t, err, &missing)
	assert.Equal(t, render.NotFoundError{Kind: "pathway", ID: "z"}, *missing)
	_, err = render.Layout(nil)
	require.ErrorContains(t, err, "no map")
}

func TestOnePathwayAlone(t *testing.T) {
	g := layout(t, readMap(t, "board.json"), render.Pathway("employers"))
	assert.Len(t, g.Cards, 14, "as the board's report counts")
	assert.Len(t, g.Columns, 6, "under all columns of the map")
	for _, l := range g.Links {
		assert.Equal(t, "employers", l.Pathway)
	}
}

func TestMapIsLeftAlone(t *testing.T) {
	m, same := readMap(t, "board-rated.json"), readMap(t, "board-rated.json")
	layout(t, m, render.FewestCrossings(true))
	svg(t, m)
	dot(t, m)
	assert.Equal(t, same, m)
}

// Maps that are wrong are drawn as far as they can be read.
func TestInvalidMaps(t *testing.T) {
	for _, tt := range []struct {
		why string
		m   outcome.Map
	}{
		{"nothing at all", outcome.Map{}},
		{"columns without ids or stones", outcome.Map{Columns: make([]outcome.Column, 3)}},
		{"stones without ids", outcome.Map{Columns: []outcome.Column{{Stones: make([]outcome.Stone, 3)}}}},
		{"a pathway of nothing", outcome.Map{Pathways: make([]pathway.Pathway, 2)}},
		{"stones that do not exist", outcome.Map{Columns: []outcome.Column{{ID: "c", Stones: []outcome.Stone{{ID: "s"}}}},
			Pathways: []pathway.Pathway{{ID: "p", Steps: []pathway.Step{{Column: "c", Stones: []string{"s", "x", "s", ""}}, {Column: "y", Stones: []string{"z"}}}, Links: []pathway.Link{{From: "s", To: "s"}, {From: "x", To: "s"}}}}}},
		{"two stones of one id, two pathways of one id", outcome.Map{Columns: []outcome.Column{{ID: "c", Stones: []outcome.Stone{{ID: "s"}, {ID: "s"}}}, {ID: "d", Stones: []outcome.Stone{{ID: "s"}}}},
			Pathways: []pathway.Pathway{{ID: "p", Steps: []pathway.Step{{Stones: []string{"s"}}}}, {ID: "p", Steps: []pathway.Step{{Stones: []string{"s"}}}}}}},
	} {
		g := layout(t, &tt.m)
		assert.NotEmpty(t, svg(t, &tt.m), tt.why)
		assert.NotEmpty(t, dot(t, &tt.m), tt.why)
		assert.Empty(t, g.Links, tt.why)
	}
}
