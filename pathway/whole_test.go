package pathway

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Fifty citations of all that leads to one stone each, and fifty of all that one stone leads to: none costs the
// stones of the other step again.
func TestCitationsOfWholeStepsShareTheirArcs(t *testing.T) {
	const n = 50
	p := &Pathway{ID: "p", Steps: []Step{{Column: "a"}, {Column: "b"}, {Column: "c"}}}
	for i := range n {
		for k := range p.Steps {
			p.Steps[k].Stones = append(p.Steps[k].Stones, fmt.Sprint(p.Steps[k].Column, i))
		}
	}
	var all []Citation
	for i := range n {
		all = append(all, Citation{From: "a", To: fmt.Sprint("b", i)}, Citation{From: fmt.Sprint("b", i), To: "c"})
	}
	arcs := 0
	for _, gr := range newSupport(newGraph(p), all, Ends{}).groups {
		arcs += gr.size()
	}
	assert.Equal(t, 2*len(all), arcs, "one for the citation, one for the step")

	cut, ok := p.CutCitations(all, Ends{})
	assert.True(t, ok)
	assert.Equal(t, n, cut.Size, "each stone in the middle is a way of its own")
	cut, _ = p.CutCitations(all, Ends{To: []string{"c7"}})
	assert.Equal(t, n, cut.Size)
	cut, _ = p.CutCitations(all, Ends{From: []string{"b3"}, To: []string{"c"}})
	assert.Equal(t, CitationCut{Size: 1, Near: []string{"b3"}, Citations: []int{7}, Exact: true}, cut)
}
