package pathway

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

// allToAll is a pathway of some steps of so many stones.
func allToAll(steps, wide int) *Pathway {
	p := &Pathway{}
	for i := range steps {
		s := Step{Column: fmt.Sprint("c", i)}
		for k := range wide {
			s.Stones = append(s.Stones, fmt.Sprint(i, ".", k))
		}
		p.Steps = append(p.Steps, s)
	}
	return p
}

// Links between two steps of 64 stones are 4096. However the chances are given, they are
// made into arcs that are counted by the stones, and by the exceptions from what holds for all.
func TestLinksAreNotSpelledOut(t *testing.T) {
	p := allToAll(2, 64)
	for _, tt := range []struct {
		why     string
		chances []Chance
		arcs    int
	}{
		{"nothing is known: a gate on either side", nil, 64 + 1 + 64},
		{"of all links at once", []Chance{{From: "c0", To: "c1"}}, 129},
		{"twice: what comes second finds nothing left", []Chance{{From: "c0", To: "c1"}, {From: "c0", To: "c1"}}, 129},
		{"of each stone and the step", []Chance{{From: "0.0", To: "c1"}, {From: "0.1", To: "c1"}}, 2*65 + 62 + 1 + 64},
		{"of the step and one stone", []Chance{{From: "c0", To: "1.63"}}, 65 + 64 + 1 + 63},
		{"of one link: one arc, and for the others a tree over the right, whose root the left joins, but for the exception: six branches",
			[]Chance{{From: "0.0", To: "1.0"}}, 1 + 126 + 63 + 6},
		{"and twice: what comes second finds nothing left", []Chance{{From: "0.0", To: "1.0"}, {From: "0.0", To: "1.0"}}, 1 + 126 + 63 + 6},
		{"a link of another pathway", []Chance{{From: "0.0", To: "2.0"}}, 129},
	} {
		arcs := 0
		for _, ev := range newEvents(newGraph(p), tt.chances, Ends{}).all {
			arcs += len(ev.in) + len(ev.out) + max(1, len(ev.links))
		}
		assert.Equal(t, tt.arcs, arcs, tt.why)
	}
}

// Two steps are linked by way of one node, and each stone has one arc to it or from it.
func TestStepsMeetInOneNode(t *testing.T) {
	for _, n := range []int{2, 3, 100} {
		g, arcs := newGraph(allToAll(2, n)), 0
		for _, next := range g.out {
			arcs += len(next)
		}
		assert.Len(t, g.out, 2*n+1)
		assert.Equal(t, 2*n, arcs)
	}
}

// A citation of a pair of steps is one arc between a gate of each, in a search for routes three; and the
// search clears up after itself, so that the next one costs what it is over and no more.
func TestSearchesForRoutesLeaveNothingBehind(t *testing.T) {
	p := allToAll(4, 50)
	citations := []Citation{
		{From: "c0", To: "c1"}, {From: "0.3", To: "1.7"}, {From: "1.3", To: "c2"}, {From: "1.7", To: "2.7"}, {From: "c1", To: "2.9"}, {From: "c2", To: "c3"},
	}
	s := newSupport(newGraph(p), citations, Ends{})
	w := newWeb(s)
	var arcs []int
	for _, a := range w.arcs {
		arcs = append(arcs, len(a))
	}
	assert.Equal(t, []int{3, 1, 2, 1, 2, 3}, arcs, "a step is one arc to its gate, a stone none")
	whole := s.groups[0].arc
	assert.Equal(t, [][2]int{{w.anyOf(0), whole[0]}, whole, {whole[1], w.allOf(1)}}, w.arcs[0])
	for _, tt := range []struct{ groups, route []int }{
		{[]int{0, 2, 5}, []int{0, 2, 5}},
		{[]int{1, 2, 5}, nil}, // 0.3 leads to 1.7 and no further
		{[]int{1, 3, 5}, []int{1, 3, 5}},
		{[]int{1, 4, 5}, []int{1, 4, 5}},
		{[]int{0, 1, 2, 3, 4}, nil},
		{nil, nil},
	} {
		assert.Equal(t, tt.route, w.route(tt.groups), "%v", tt.groups)
		assert.Empty(t, w.open)
		assert.NotContains(t, w.seen, true)
		for v := range w.out {
			assert.Empty(t, w.out[v])
		}
		for step := range w.leaving {
			assert.Empty(t, w.leaving[step])
		}
	}
}

// A diagram has no arc that is on no way from the start to the end, and none when the end is reached in any
// case. What is sure is joined to the start or the end.
func TestDiagramsHoldWhatMatters(t *testing.T) {
	half := chances{.5, .5, .5, .5}
	for _, tt := range []struct {
		why        string
		arcs       []chancy
		left, then int // arcs before and after what is in series and of no use is taken out
		sure       bool
	}{
		{"all of it", []chancy{{0, 1, half}, {1, 2, half}}, 2, 1, false},
		{"what leads nowhere, and what nothing leads to", []chancy{{0, 1, half}, {1, 2, half}, {0, 3, half}, {4, 1, half}, {3, 5, half}}, 2, 1, false},
		{"a sure way in", []chancy{{0, 1, certain}, {1, 2, half}}, 1, 1, false},
		{"a sure way out", []chancy{{0, 1, half}, {1, 2, certain}}, 1, 1, false},
		{"sure all along", []chancy{{0, 1, certain}, {1, 2, certain}, {0, 2, half}}, 0, 0, true},
		{"ways back to what is sure to be reached", []chancy{{0, 1, certain}, {1, 2, half}, {0, 3, half}, {3, 1, half}, {0, 4, half}, {4, 1, half}}, 3, 1, false},
		{"ways on from what is sure to lead to the end", []chancy{{0, 1, half}, {1, 2, certain}, {1, 3, half}, {3, 2, half}, {1, 4, half}, {4, 2, half}}, 3, 1, false},
		{"two in parallel are one", []chancy{{0, 2, half}, {0, 2, half}}, 1, 1, false},
		{"back into the start, out of the end, and round", []chancy{{0, 1, half}, {1, 0, half}, {1, 1, half}, {2, 1, half}, {1, 2, half}}, 2, 1, false},
		{"one that cannot hold", []chancy{{0, 1, half}, {1, 2, half}, {0, 2, chances{}}}, 2, 1, false},
	} {
		d := newDiagram(6, tt.arcs, []int{0}, []int{2})
		assert.Len(t, d.arcs, tt.left, tt.why)
		assert.Equal(t, tt.sure, d.sure, tt.why)
		d.reduce()
		assert.Len(t, d.at, tt.then, tt.why)
	}
}
