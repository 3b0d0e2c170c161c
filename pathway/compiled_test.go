package pathway_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/outcomemap/outcomemap/pathway"
)

// The three answers are those of the three questions.
func TestRobustnessIsAllThree(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 3))
	p := steps(ids{"a", "b"}, ids{"c", "d"}, ids{"e"})
	for range 100 {
		var citations []pathway.Citation
		for range r.IntN(12) {
			from := []string{"a", "b", "c", "d", "A", "B"}[r.IntN(6)]
			to := []string{"c", "d", "e", "B", "C"}[r.IntN(5)]
			citations = append(citations, pathway.Citation{From: from, To: to, Source: fmt.Sprint(r.IntN(4))})
		}
		got, ok := p.Graph().Robustness(citations, pathway.Ends{}, 0)
		assert.True(t, ok)
		byCitation, _ := p.CutCitations(citations, pathway.Ends{})
		bySource, _ := p.CutSources(citations, pathway.Ends{}, 0)
		assert.Equal(t, byCitation, got.Citations)
		assert.Equal(t, bySource, got.Sources)
		assert.Equal(t, p.Threads(citations, pathway.Ends{}), got.Threads)
	}
	_, ok := p.Graph().Robustness(nil, pathway.Ends{To: ids{"a"}}, 0)
	assert.False(t, ok, "from a stone to itself nothing can be cut")
}

// A graph answers as its pathway does, whatever is asked of it, and in whatever order.
func TestGraphAnswersAsItsPathway(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 3))
	for range 100 {
		p := steps(ids{"a", "b"}, ids{"c", "d"}, ids{"e"})
		for range r.IntN(5) {
			p = with(p, "a", "c", "d", "e", "B", "e")
			p.Links = p.Links[:r.IntN(4)]
		}
		likely, worst := []pathway.Chance{}, []pathway.Chance{}
		for range r.IntN(5) {
			c := pathway.Chance{From: []string{"a", "b", "A", "B"}[r.IntN(4)], To: []string{"c", "d", "e", "B"}[r.IntN(4)], High: 1}
			c.Low = r.Float64()
			likely = append(likely, c)
			c.Low /= 2
			worst = append(worst, c)
		}
		g := p.Graph()
		both := g.Reliability([][]pathway.Chance{likely, worst}, pathway.Ends{}, 0)
		assert.Equal(t, []pathway.Reliability{p.Reliability(likely, pathway.Ends{}, 0), p.Reliability(worst, pathway.Ends{}, 0)}, both)
		assert.Equal(t, slices.Collect(p.Bundles()), slices.Collect(g.Bundles()))
		assert.Equal(t, p.Gaps(), g.Gaps())
		assert.Equal(t, p.Dominators(), g.Dominators())
		assert.Equal(t, both, g.Reliability([][]pathway.Chance{likely, worst}, pathway.Ends{}, 0))
		assert.Len(t, g.Reliability([][]pathway.Chance{likely, nil}, pathway.Ends{}, 0), 2)
	}
	assert.Empty(t, (*pathway.Pathway)(nil).Graph().Reliability(nil, pathway.Ends{}, 0))
	assert.Equal(t, pathway.Gaps{}, (*pathway.Pathway)(nil).Graph().Gaps())
}

// Cases are worked out side by side where they are alike, in any number: each comes out as it does alone.
func TestReliabilityOfManyCases(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	for range 60 {
		p, all := layered(3, 3, 0.5)
		if first, second := p.Steps[0], p.Steps[1]; r.IntN(2) == 0 { // of two steps only some links, which fall together
			p.Links = []pathway.Link{{From: first.Stones[0], To: second.Stones[0]}, {From: first.Stones[1], To: second.Stones[0]}, {From: first.Stones[2], To: second.Stones[2]}}
			all = append(all[9:], chance(first.Column, second.Column, 0.5))
		}
		cases := make([][]pathway.Chance, 11)
		for i := range cases {
			cases[i] = slices.Clone(all)
			for k := range cases[i] {
				c := &cases[i][k]
				c.Low, c.High = 0.4*r.Float64(), 0.4+0.6*r.Float64()
				switch r.IntN(12) {
				case 0:
					c.Low = 0
				case 1:
					c.High = 1
				case 2:
					c.Low, c.High = 1, 1
				}
			}
		}
		for i, got := range p.Graph().Reliability(cases, pathway.Ends{}, 0) {
			assert.Equal(t, p.Reliability(cases[i], pathway.Ends{}, 0), got)
		}
	}
}

// One interview tells the whole story; without it, and the survey, nothing is left.
func ExamplePathway_Graph() {
	p := &pathway.Pathway{Steps: []pathway.Step{
		{Column: "do", Stones: []string{"training"}},
		{Column: "gain", Stones: []string{"skills"}},
		{Column: "difference", Stones: []string{"wellbeing"}},
	}}
	r, ok := p.Graph().Robustness([]pathway.Citation{
		{From: "training", To: "skills", Source: "survey"},
		{From: "training", To: "skills", Source: "interview"},
		{From: "skills", To: "wellbeing", Source: "interview"},
		{From: "skills", To: "wellbeing", Source: "register"},
	}, pathway.Ends{}, 0)
	if !ok {
		fmt.Println("nothing can be cut")
		return
	}
	fmt.Println("citations:", r.Citations.Size)
	fmt.Println("sources:", r.Sources.High, r.Sources.Sources)
	fmt.Println("threads:", r.Threads)
	// Output:
	// citations: 2
	// sources: 2 [survey interview]
	// threads: [interview]
}

// A stone belongs to the first step that names it, a column to its first step, an id to a stone rather than a
// column, and an empty one to nothing.
func TestStepsOfAGraph(t *testing.T) {
	p := &pathway.Pathway{Steps: []pathway.Step{
		{Column: "A", Stones: ids{"a", "b", "a", ""}},
		{Column: "b", Stones: ids{"b", "c"}},
		{Column: "A", Stones: ids{"d"}},
		{Stones: ids{"e"}},
	}, Links: []pathway.Link{{From: "a", To: "x"}}}
	g := p.Graph()
	for id, want := range map[string]struct {
		place int
		stone bool
	}{
		"a": {0, true}, "b": {0, true}, "c": {1, true}, "d": {2, true}, "e": {3, true}, "A": {0, false}, "x": {-1, false}, "": {-1, false},
	} {
		place, stone := g.Step(id)
		assert.Equal(t, want.place, place, id)
		assert.Equal(t, want.stone, stone, id)
	}
	for step, want := range []ids{{"a", "b"}, {"c"}, {"d"}, {"e"}} {
		assert.Equal(t, want, g.Stones(step))
	}
	assert.Nil(t, g.Stones(-1))
	assert.Nil(t, g.Stones(4))
	place, _ := (*pathway.Pathway)(nil).Graph().Step("a")
	assert.Equal(t, -1, place)
}
