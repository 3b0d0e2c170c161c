package pathway_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/outcomemap/outcomemap/pathway"
)

// steps makes a pathway with columns A, B, C and so on.
func steps(stones ...[]string) *pathway.Pathway {
	p := &pathway.Pathway{}
	for i, s := range stones {
		p.Steps = append(p.Steps, pathway.Step{Column: string(rune('A' + i)), Stones: s})
	}
	return p
}

// with adds stated links, each written as from and to in turn.
func with(p *pathway.Pathway, ends ...string) *pathway.Pathway {
	p.Links = []pathway.Link{}
	for i := 0; i+1 < len(ends); i += 2 {
		p.Links = append(p.Links, pathway.Link{From: ends[i], To: ends[i+1]})
	}
	return p
}

func written(p *pathway.Pathway) []string {
	var links []string
	for link := range p.AllLinks() {
		links = append(links, link.From+">"+link.To)
	}
	return links
}

type ids = []string

func TestAllLinks(t *testing.T) {
	for _, tt := range []struct {
		why  string
		p    *pathway.Pathway
		want []string
	}{
		{"nil is a pathway without links", nil, nil},
		{"so is an empty one", steps(), nil},
		{"one step leads nowhere", steps(ids{"a", "b"}), nil},
		{"neighbours are linked all to all", steps(ids{"a", "b"}, ids{"c", "d"}), ids{"a>c", "a>d", "b>c", "b>d"}},
		{"an empty list says there are none", with(steps(ids{"a"}, ids{"b"})), nil},
		{"a stated link replaces the implied ones of its two steps alone",
			with(steps(ids{"a", "b"}, ids{"c", "d"}, ids{"e"}), "a", "d"), ids{"a>d", "c>e", "d>e"}},
		{"a column stands for its step", with(steps(ids{"a", "b"}, ids{"c", "d"}), "A", "d"), ids{"a>d", "b>d"}},
		{"at either end", with(steps(ids{"a", "b"}, ids{"c", "d"}), "b", "B"), ids{"b>c", "b>d"}},
		{"two columns restate the whole pair", with(steps(ids{"a", "b"}, ids{"c"}), "A", "B"), ids{"a>c", "b>c"}},
		{"a link may skip a step, and replaces nothing",
			with(steps(ids{"a"}, ids{"b"}, ids{"c"}), "a", "c"), ids{"a>b", "a>c", "b>c"}},
		{"or stay inside one", with(steps(ids{"a", "b"}, ids{"c"}), "a", "b"), ids{"a>c", "b>c", "a>b"}},
		{"inside one, a stone does not lead to itself", with(steps(ids{"a", "b"}), "A", "b"), ids{"a>b"}},
		{"or run back, which closes a loop and replaces nothing",
			with(steps(ids{"a"}, ids{"b"}), "b", "a"), ids{"a>b", "b>a"}},
		{"a link to itself says nothing", with(steps(ids{"a"}, ids{"b"}), "a", "a"), ids{"a>b"}},
		{"nor does a column's", with(steps(ids{"a", "b"}, ids{"c"}), "A", "A"), ids{"a>c", "b>c"}},
		{"nor one with an end left open", with(steps(ids{"a"}, ids{"b"}), "a", "", "", "b"), ids{"a>b"}},
		{"an unknown id stands for itself, at the end",
			with(steps(ids{"a"}, ids{"b"}), "x", "a", "b", "y"), ids{"a>b", "b>y", "x>a"}},
		{"a step without stones breaks the chain", steps(ids{"a"}, nil, ids{"b"}), nil},
		{"a stone belongs to its first step", steps(ids{"a", "a"}, ids{"b", "a", "c"}), ids{"a>b", "a>c"}},
		{"an empty id is no stone", steps(ids{"", "a"}, ids{"b", ""}), ids{"a>b"}},
		{"a stone comes before a column of that name",
			with(steps(ids{"a", "b"}, ids{"A", "c"}), "b", "A"), ids{"b>A"}},
		{"a column stands for its first step",
			&pathway.Pathway{Steps: []pathway.Step{{Column: "A", Stones: ids{"a"}}, {Column: "A", Stones: ids{"b"}}, {Column: "C", Stones: ids{"c"}}}, Links: []pathway.Link{{From: "A", To: "c"}}},
			ids{"a>b", "a>c", "b>c"}},
		{"what is stated twice is there twice", with(steps(ids{"a"}, ids{"b"}), "a", "b", "A", "B"), ids{"a>b", "a>b"}},
		{"links come in the order of the steps that they leave",
			with(steps(ids{"a"}, ids{"b"}, ids{"c"}), "b", "c", "a", "b", "a", "c"), ids{"a>b", "a>c", "b>c"}},
	} {
		assert.Equal(t, tt.want, written(tt.p), tt.why)
	}
}

func TestAllLinksStopsWhenAsked(t *testing.T) {
	p := with(steps(ids{"a", "b"}, ids{"c", "d"}, ids{"e"}), "b", "c", "B", "e")
	all := written(p)
	for n := range all {
		var got []string
		for link := range p.AllLinks() {
			got = append(got, link.From+">"+link.To)
			if len(got) > n {
				break
			}
		}
		assert.Equal(t, all[:n+1], got)
	}
	q := with(steps(ids{"a"}, ids{"b"}, ids{"c"}), "b", "a") // implied, implied, stated
	for n := 1; n <= 3; n++ {
		seen := 0
		for range q.Bundles() {
			if seen++; seen == n {
				break
			}
		}
		assert.Equal(t, n, seen)
	}
}

func TestStatedLinksKeepWhatTheySay(t *testing.T) {
	p := steps(ids{"a", "b"}, ids{"c"})
	p.Links = []pathway.Link{{From: "A", To: "c", Effect: pathway.Negative, Mechanism: "because", Notes: "n"}}
	for link := range p.AllLinks() {
		assert.Equal(t, pathway.Link{From: link.From, To: "c", Effect: pathway.Negative, Mechanism: "because", Notes: "n"}, link)
		assert.Contains(t, ids{"a", "b"}, link.From)
	}
}

func TestBundles(t *testing.T) {
	p := with(steps(ids{"a", "b"}, ids{"c", "d"}, ids{"e"}), "B", "e", "x", "c")
	var got []pathway.Bundle
	for b := range p.Bundles() {
		got = append(got, b)
	}
	want := []pathway.Bundle{
		{Link: pathway.Link{From: "A", To: "B"}, Stated: -1, From: ids{"a", "b"}, To: ids{"c", "d"}, FromStep: 0, ToStep: 1},
		{Link: pathway.Link{From: "B", To: "e"}, Stated: 0, From: ids{"c", "d"}, To: ids{"e"}, FromStep: 1, ToStep: 2},
		{Link: pathway.Link{From: "x", To: "c"}, Stated: 1, From: ids{"x"}, To: ids{"c"}, FromStep: -1, ToStep: 1},
	}
	assert.Equal(t, want, got)
	assert.True(t, got[0].Implied())
	assert.False(t, got[1].Implied())
	assert.Empty(t, slices.Collect(steps(ids{"a"}, nil, ids{"b"}).Bundles()), "none into a step without stones, and none out of it")
}

// Two neighbouring steps are linked all to all until someone states a link between them.
func ExamplePathway_AllLinks() {
	p := &pathway.Pathway{
		Steps: []pathway.Step{
			{Column: "do", Stones: []string{"training", "grants"}},
			{Column: "gain", Stones: []string{"skills", "time"}},
			{Column: "difference", Stones: []string{"wellbeing"}},
		},
		Links: []pathway.Link{
			{From: "training", To: "skills"},
			{From: "grants", To: "gain"}, // a column: its whole step
		},
	}
	for link := range p.AllLinks() {
		fmt.Println(link.From, "->", link.To)
	}
	// Output:
	// training -> skills
	// grants -> skills
	// grants -> time
	// skills -> wellbeing
	// time -> wellbeing
}

// Bundles tell stated from implied, and do not grow with the stones of a step.
func ExamplePathway_Bundles() {
	p := &pathway.Pathway{
		Steps: []pathway.Step{
			{Column: "do", Stones: []string{"training", "grants"}},
			{Column: "gain", Stones: []string{"skills", "time"}},
		},
		Links: []pathway.Link{{From: "time", To: "training"}},
	}
	for b := range p.Bundles() {
		if b.Implied() {
			fmt.Println("implied:", b.From, "->", b.To)
		} else {
			fmt.Println("stated:", p.Links[b.Stated].From, "->", p.Links[b.Stated].To)
		}
	}
	// Output:
	// implied: [training grants] -> [skills time]
	// stated: time -> training
}
