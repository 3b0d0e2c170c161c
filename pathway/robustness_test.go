package pathway_test

import (
	"fmt"
	"math/rand/v2"
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
		got, ok := p.Robustness(citations, pathway.Ends{}, 0)
		assert.True(t, ok)
		byCitation, _ := p.CutCitations(citations, pathway.Ends{})
		bySource, _ := p.CutSources(citations, pathway.Ends{}, 0)
		assert.Equal(t, byCitation, got.Citations)
		assert.Equal(t, bySource, got.Sources)
		assert.Equal(t, p.Threads(citations, pathway.Ends{}), got.Threads)
	}
	_, ok := p.Robustness(nil, pathway.Ends{To: ids{"a"}}, 0)
	assert.False(t, ok, "from a stone to itself nothing can be cut")
}

// One interview tells the whole story; without it, and the survey, nothing is left.
func ExamplePathway_Robustness() {
	p := &pathway.Pathway{Steps: []pathway.Step{
		{Column: "do", Stones: []string{"training"}},
		{Column: "gain", Stones: []string{"skills"}},
		{Column: "difference", Stones: []string{"wellbeing"}},
	}}
	r, ok := p.Robustness([]pathway.Citation{
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
