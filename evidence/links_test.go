package evidence_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

// Evidence on a part of the links between two steps bears on that part: a stone stands for itself,
// a column for every stone of its step. Links are listed as they are stated.
func TestWhichLinksEvidenceIsOn(t *testing.T) {
	stated := []pathway.Link{{From: "b", To: "d"}, {From: "a", To: "c"}, {From: "x", To: "c"}, {From: "a", To: "y"}, {From: "d", To: "a"}}
	for _, tt := range []struct {
		why   string
		links []pathway.Link // nil: all implied
		about pathway.Target
		want  []string // links that it supports
	}{
		{"a stated link", stated, link("p", "b", "d"), []string{"b-d"}},
		{"two stones: each link that holds one between them", stated, link("p", "a", "c"), []string{"a-c", "x-c", "a-y"}},
		{"two stones that only whole steps link", stated, link("p", "b", "c"), []string{"x-c"}},
		{"a step and a stone", stated, link("p", "x", "c"), []string{"a-c", "x-c", "a-y"}},
		{"a step and a stone that one link leads to", stated, link("p", "x", "d"), []string{"b-d", "a-y"}},
		{"a stone and a step", stated, link("p", "b", "y"), []string{"b-d", "x-c"}},
		{"both steps", stated, link("p", "x", "y"), []string{"b-d", "a-c", "x-c", "a-y"}},
		{"back, a step and a stone of the first", stated, link("p", "y", "a"), []string{"d-a"}},
		{"back, both steps", stated, link("p", "y", "x"), []string{"d-a"}},
		{"against the links", stated, link("p", "c", "a"), nil},
		{"a stone that the pathway lacks", stated, link("p", "x", "nobody"), nil},
		{"links that nobody stated are one", nil, link("p", "a", "d"), []string{"x-y"}},
		{"of a step and a stone too", nil, link("p", "x", "d"), []string{"x-y"}},
	} {
		p := pathway.Pathway{ID: "p", Links: tt.links, Steps: []pathway.Step{{Column: "x", Stones: []string{"a", "b"}}, {Column: "y", Stones: []string{"c", "d"}}}}
		body := &evidence.Body{Items: []evidence.Item{{ID: "i", Bears: []evidence.Bearing{{About: tt.about, Direction: evidence.Supports}}}}}
		var got []string
		for _, l := range score(t, p, body).Structure.Links {
			if len(l.Citations) > 0 {
				got = append(got, l.About.From+"-"+l.About.To)
			}
		}
		assert.Equal(t, tt.want, got, tt.why)
	}
}

// Claims about links come in the order of the links, not of the stones that they leave, nor of the
// body; one that is about several links comes with the first of them.
func TestClaimsInTheOrderOfTheLinks(t *testing.T) {
	for _, tt := range []struct {
		links []pathway.Link
		want  []pathway.Target
	}{
		{[]pathway.Link{{From: "b", To: "d"}, {From: "a", To: "c"}}, []pathway.Target{link("p", "b", "d"), link("p", "a", "c")}},
		{[]pathway.Link{{From: "x", To: "c"}, {From: "b", To: "d"}, {From: "a", To: "c"}}, []pathway.Target{link("p", "a", "c"), link("p", "b", "d")}},
		{[]pathway.Link{{From: "b", To: "d"}, {From: "x", To: "c"}, {From: "a", To: "c"}}, []pathway.Target{link("p", "b", "d"), link("p", "a", "c")}},
	} {
		p := pathway.Pathway{ID: "p", Links: tt.links, Steps: []pathway.Step{{Column: "x", Stones: []string{"a", "b"}}, {Column: "y", Stones: []string{"c", "d"}}}}
		body := &evidence.Body{Claims: []evidence.Claim{{About: link("p", "b", "d")}, {About: link("p", "a", "c")}}}
		var got []pathway.Target
		for _, c := range score(t, p, body).Probative.Chain {
			got = append(got, c.About)
		}
		assert.Equal(t, tt.want, got, "%v", tt.links)
	}
}

// A stone may be named like its column: evidence on its link is listed once.
func TestAStoneNamedLikeItsColumn(t *testing.T) {
	for _, links := range [][]pathway.Link{nil, {{From: "a", To: "b"}}} {
		p := pathway.Pathway{ID: "p", Links: links, Steps: []pathway.Step{{Column: "a", Stones: []string{"a"}}, {Column: "b", Stones: []string{"b", "c"}}}}
		body := &evidence.Body{Items: []evidence.Item{{ID: "i", Bears: []evidence.Bearing{{About: link("p", "a", "b"), Direction: evidence.Supports}}}}}
		st := score(t, p, body).Structure
		require.Len(t, st.Links, 1)
		assert.Len(t, st.Links[0].Citations, 1)
	}
}

// What is said of a link without a pathway holds in each that has the link, together with what that one
// has of its own. A pathway without an id has what is said without a pathway, once.
func TestLinksOfEveryPathway(t *testing.T) {
	body := &evidence.Body{
		Items: []evidence.Item{
			{ID: "i", Bears: []evidence.Bearing{{About: link("", "a", "b"), Direction: evidence.Supports}}},
			{ID: "j", Bears: []evidence.Bearing{{About: link("p", "a", "b"), Direction: evidence.Supports}}},
			{ID: "k", Bears: []evidence.Bearing{{About: link("", "a", "c"), Direction: evidence.Supports}}},
		},
		Claims: []evidence.Claim{{About: link("", "a", "b"), Prior: evidence.Exactly(0.5)}},
	}
	var pathways []pathway.Pathway
	for _, id := range []string{"p", "q", ""} {
		pathways = append(pathways, pathway.Pathway{ID: id, Links: []pathway.Link{{From: "a", To: "b"}},
			Steps: []pathway.Step{{Column: "x", Stones: []string{"a"}}, {Column: "y", Stones: []string{"b"}}}})
	}
	want := [][]string{{"i", "j"}, {"i"}, {"i"}}
	for n, card := range evidence.Score(pathways, body) {
		require.Len(t, card.Structure.Links, 1)
		var got []string
		for _, c := range card.Structure.Links[0].Citations {
			got = append(got, c.Item)
		}
		assert.Equal(t, want[n], got, "pathway %q", card.Pathway)
		assert.True(t, card.Structure.Links[0].Claimed)
		require.Len(t, card.Probative.Chain, 1, "pathway %q", card.Pathway)
		assert.Equal(t, link(card.Pathway, "a", "b"), card.Probative.Chain[0].About)
		assert.Equal(t, len(want[n]), card.Structure.Citations.High)
	}
}

// A stated link may lead from what the pathway does not have: what is said of it is heard, behind all
// that hangs on a step.
func TestALinkFromNowhere(t *testing.T) {
	p := pathway.Pathway{ID: "p", Links: []pathway.Link{{From: "gone", To: "b"}, {From: "a", To: "b"}},
		Steps: []pathway.Step{{Column: "x", Stones: []string{"a"}}, {Column: "y", Stones: []string{"b"}}}}
	body := &evidence.Body{Claims: []evidence.Claim{
		{About: link("p", "gone", "b"), Prior: evidence.Exactly(0.5)}, {About: stone("p", "b"), Prior: evidence.Exactly(0.5)},
	}}
	card := score(t, p, body)
	var got []string
	for _, c := range card.Probative.Chain {
		got = append(got, c.About.String())
	}
	assert.Equal(t, []string{"p: b", "p: gone -> b"}, got)
	assert.Equal(t, []pathway.Target{link("p", "a", "b")}, card.Probative.Open, "the other link has its claim")
}
