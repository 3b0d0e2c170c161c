package pathway_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/pathway"
)

func allRoutes(p *pathway.Pathway, limit int) [][]string {
	var routes [][]string
	for r := range p.Routes(limit) {
		routes = append(routes, r.Stones)
	}
	return routes
}

// The counts are products of the stones per step, which are counted by hand in the report's tables.
func TestBoardRoutes(t *testing.T) {
	for i, tt := range []struct {
		pathway string
		perStep []int
		routes  uint64
	}{
		{"relationships", []int{1, 1, 3, 3, 2, 3}, 1 * 1 * 3 * 3 * 2 * 3},
		{"workforce", []int{3, 2, 3, 3, 3, 1}, 3 * 2 * 3 * 3 * 3 * 1},
		{"employers", []int{3, 3, 2, 3, 1, 2}, 3 * 3 * 2 * 3 * 1 * 2},
	} {
		p := &board(t)[i]
		require.Equal(t, tt.pathway, p.ID)
		var perStep []int
		for _, s := range p.Steps {
			perStep = append(perStep, len(s.Stones))
		}
		assert.Equal(t, tt.perStep, perStep, tt.pathway)
		n, exact := p.CountRoutes()
		assert.Equal(t, tt.routes, n, tt.pathway)
		assert.True(t, exact, tt.pathway)
		assert.Len(t, allRoutes(p, 0), int(tt.routes), tt.pathway)
	}
}

func TestRoutes(t *testing.T) {
	for _, tt := range []struct {
		why   string
		p     *pathway.Pathway
		limit int
		want  []string
	}{
		{"nil has none", nil, 0, nil},
		{"a single step is its own end", steps(ids{"a", "b"}), 0, ids{"a", "b"}},
		{"no links, no routes", with(steps(ids{"a"}, ids{"b"})), 0, nil},
		{"an empty last step has no end", steps(ids{"a"}, ids{}), 0, nil},
		{"depth first, in the order of the steps", steps(ids{"a", "b"}, ids{"c", "d"}), 0, ids{"a c", "a d", "b c", "b d"}},
		{"no more than asked for", steps(ids{"a", "b"}, ids{"c", "d"}), 3, ids{"a c", "a d", "b c"}},
		{"a link stated twice is one way", with(steps(ids{"a"}, ids{"b"}), "a", "b", "A", "B"), 0, ids{"a b"}},
		{"also where a whole step covers it",
			with(steps(ids{"a", "b"}, ids{"c", "d"}), "A", "B", "a", "B", "A", "c", "a", "c"), 0, ids{"a c", "a d", "b c", "b d"}},
		{"a skip is a second way", with(steps(ids{"a"}, ids{"b"}, ids{"c"}), "a", "c"), 0, ids{"a b c", "a c"}},
		{"a loop is not gone round", with(steps(ids{"a"}, ids{"b"}, ids{"c"}), "c", "b", "b", "a"), 0, ids{"a b c"}},
		{"a route may pass an unknown id", with(steps(ids{"a"}, ids{"b"}), "a", "x", "x", "b"), 0, ids{"a b", "a x b"}},
		{"and another stone of the last step", with(steps(ids{"a"}, ids{"b", "c"}), "b", "c"), 0, ids{"a b", "a b c", "a c"}},
	} {
		var got []string
		for _, r := range allRoutes(tt.p, tt.limit) {
			got = append(got, strings.Join(r, " "))
		}
		assert.Equal(t, tt.want, got, tt.why)
	}
}

func TestRouteEffect(t *testing.T) {
	const pos, neg = pathway.Positive, pathway.Negative
	link := func(from, to string, e pathway.Effect) pathway.Link {
		return pathway.Link{From: from, To: to, Effect: e}
	}
	for _, tt := range []struct {
		why   string
		links []pathway.Link
		want  pathway.Effect
	}{
		{"nothing stated", nil, ""},
		{"one link that states nothing leaves all open", []pathway.Link{link("a", "b", neg)}, ""},
		{"less of what harms is more", []pathway.Link{link("a", "b", neg), link("b", "c", neg)}, pos},
		{"once turned round", []pathway.Link{link("a", "b", pos), link("b", "c", neg)}, neg},
		{"stated for a whole step", []pathway.Link{link("A", "B", neg), link("B", "C", pos)}, neg},
		{"silence beside a statement takes nothing back", []pathway.Link{link("a", "b", neg), link("A", "B", ""), link("b", "c", pos)}, neg},
		{"two that disagree", []pathway.Link{link("a", "b", neg), link("a", "b", pos), link("b", "c", pos)}, ""},
		{"for good", []pathway.Link{link("a", "b", neg), link("a", "b", pos), link("a", "b", pos), link("b", "c", pos)}, ""},
		{"of stone and step", []pathway.Link{link("a", "b", neg), link("A", "B", pos), link("b", "c", pos)}, ""},
		{"an unknown word states nothing", []pathway.Link{link("a", "b", "mixed"), link("b", "c", pos)}, ""},
	} {
		for _, more := range []int{0, 1} { // also with steps of several stones
			p := steps(ids{"a", "a2"}[:1+more], ids{"b", "b2"}[:1+more], ids{"c", "c2"}[:1+more])
			p.Links = tt.links
			for r := range p.Routes(0) {
				if slices.Equal(r.Stones, ids{"a", "b", "c"}) {
					assert.Equal(t, tt.want, r.Effect, "%s, %d more", tt.why, more)
				}
			}
		}
	}
	p := steps(ids{"a"}, ids{"b", "b2"}, ids{"c", "c2"})
	p.Steps[0].Stones = ids{"a", "a2"}
	p.Links = []pathway.Link{link("B", "C", neg), link("A", "C", neg), link("a", "x", pos), {From: "x", To: "c"}}
	for r := range p.Routes(0) {
		if r.Stones[1] == "x" {
			assert.Empty(t, r.Effect, "what is stated of a step is not stated of an id that is in none")
		}
	}
	for r := range steps(ids{"a"}).Routes(0) {
		assert.Empty(t, r.Effect, "a stone alone has no effect on itself")
	}
}

func TestRoutesAgreeWithRecursion(t *testing.T) {
	forRandom(t, 400, func(t *testing.T, _ *rand.Rand, p *pathway.Pathway) {
		want := newPlain(p).routes()
		got := allRoutes(p, 0)
		require.ElementsMatch(t, want, got)
		require.Equal(t, got, allRoutes(p, 0), "the same again")
		n, exact := p.CountRoutes()
		require.Equal(t, uint64(len(want)), n)
		require.True(t, exact)
	})
}

func TestCountRoutesStopsAtTheLargestNumber(t *testing.T) {
	n, exact := wideSteps(63, 2).CountRoutes()
	assert.Equal(t, uint64(1<<63), n)
	assert.True(t, exact)
	n, exact = wideSteps(64, 2).CountRoutes()
	assert.Equal(t, uint64(math.MaxUint64), n)
	assert.False(t, exact)
	n, exact = wideSteps(20_000, 3).CountRoutes()
	assert.Equal(t, uint64(math.MaxUint64), n)
	assert.False(t, exact)
}

// Eight stones that all lead to one another have sum(6!/(6-k)!) = 1957 simple paths between two of
// them; ten have 109601 (both by hand), which is more than are counted.
func TestCountRoutesWithLoops(t *testing.T) {
	web := func(n int) *pathway.Pathway {
		p := steps(ids{"0"}, nil, ids{"1"})
		for i := 2; i < n; i++ {
			p.Steps[1].Stones = append(p.Steps[1].Stones, fmt.Sprint(i))
		}
		for i := range n {
			for k := range n {
				p.Links = append(p.Links, pathway.Link{From: fmt.Sprint(i), To: fmt.Sprint(k)})
			}
		}
		return p
	}
	n, exact := web(8).CountRoutes()
	assert.Equal(t, uint64(1957), n)
	assert.True(t, exact)
	n, exact = web(10).CountRoutes()
	assert.Equal(t, uint64(10_000), n)
	assert.False(t, exact)
}

// A loop that is on no route does not keep one from counting them: 2 to the power of 15 is beyond what is
// counted one by one.
func TestCountRoutesWithLoopsElsewhere(t *testing.T) {
	for _, aside := range [][2]string{{"x", "0.0"}, {"0.0", "x"}} { // one that leads in, and one that is led to
		p := wideSteps(15, 2)
		p.Links = append(p.Links, pathway.Link{From: aside[0], To: aside[1]}, pathway.Link{From: "x", To: "y"}, pathway.Link{From: "y", To: "x"})
		n, exact := p.CountRoutes()
		assert.Equal(t, uint64(1<<15), n)
		assert.True(t, exact, "%v", aside)
	}
}

// A route knows whether its first stone helps or harms its last.
func ExamplePathway_Routes() {
	p := &pathway.Pathway{
		Steps: []pathway.Step{
			{Column: "do", Stones: []string{"training"}},
			{Column: "gain", Stones: []string{"skills", "paperwork"}},
			{Column: "difference", Stones: []string{"wellbeing"}},
		},
		Links: []pathway.Link{
			{From: "do", To: "gain", Effect: pathway.Positive},
			{From: "skills", To: "wellbeing", Effect: pathway.Positive},
			{From: "paperwork", To: "wellbeing", Effect: pathway.Negative},
		},
	}
	for r := range p.Routes(10) {
		fmt.Println(r.Stones, r.Effect)
	}
	// Output:
	// [training skills wellbeing] positive
	// [training paperwork wellbeing] negative
}

// Between steps that are linked all to all, routes multiply: a number, not a list, is what to show.
func ExamplePathway_CountRoutes() {
	p := &pathway.Pathway{Steps: []pathway.Step{
		{Column: "do", Stones: []string{"training", "grants", "advice"}},
		{Column: "gain", Stones: []string{"skills", "time"}},
		{Column: "difference", Stones: []string{"wellbeing", "independence"}},
	}}
	fmt.Println(p.CountRoutes())
	// Output: 12 true
}
