package pathway_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/graph/simple"
	"gonum.org/v1/gonum/graph/topo"

	"github.com/outcomemap/outcomemap/pathway"
)

func TestOrderAndLoops(t *testing.T) {
	for _, tt := range []struct {
		why          string
		p            *pathway.Pathway
		order, loops [][]string
	}{
		{"nil has none", nil, nil, nil},
		{"steps are the order that links leave open", steps(ids{"b", "a"}, ids{"d", "c"}), [][]string{{"b"}, {"a"}, {"d"}, {"c"}}, nil},
		{"also of many that wait for nothing", steps(ids{"f", "c"}, ids{}, ids{"a", "e", "b", "d"}), [][]string{{"f"}, {"c"}, {"a"}, {"e"}, {"b"}, {"d"}}, nil},
		{"also where one of them has waited", with(steps(ids{"a", "b", "c", "d"}), "a", "d"), [][]string{{"a"}, {"b"}, {"c"}, {"d"}}, nil},
		{"a link inside a step turns it round", with(steps(ids{"b", "a"}), "a", "b"), [][]string{{"a"}, {"b"}}, nil},
		{"a link back is a loop, and one group",
			with(steps(ids{"a", "z"}, ids{"b"}, ids{"c"}), "b", "a"), [][]string{{"z"}, {"a", "b"}, {"c"}}, [][]string{{"a", "b"}}},
		{"a whole step back loops all of it",
			with(steps(ids{"a", "b"}, ids{"c", "d"}), "B", "A"), [][]string{{"a", "b", "c", "d"}}, [][]string{{"a", "b", "c", "d"}}},
		{"two loops in the order of the steps", with(steps(ids{"a", "b"}, ids{"c"}, ids{"d"}), "d", "c", "a", "b", "b", "a"),
			[][]string{{"a", "b"}, {"c", "d"}}, [][]string{{"a", "b"}, {"c", "d"}}},
		{"a link from nothing names nothing", with(steps(ids{"a"}, nil), "B", "x"), [][]string{{"a"}}, nil},
		{"unknown ids have a place too", with(steps(ids{"a"}, ids{"b"}), "x", "a"), [][]string{{"x"}, {"a"}, {"b"}}, nil},
	} {
		assert.Equal(t, tt.order, tt.p.Order(), tt.why)
		assert.Equal(t, tt.loops, tt.p.Loops(), tt.why)
	}
}

func TestOrderAndLoopsOfRandomPathways(t *testing.T) {
	forRandom(t, 400, func(t *testing.T, _ *rand.Rand, p *pathway.Pathway) {
		g := newPlain(p)
		place := make(map[string]int)
		var all []string
		for i, group := range p.Order() {
			for _, id := range group {
				place[id] = i
				all = append(all, id)
				for _, other := range group {
					require.True(t, g.leads(id, other, nil), "a group is a loop")
				}
			}
		}
		require.ElementsMatch(t, g.names, all, "every name has one place")
		inLoop := make(map[string]bool)
		for link := range p.AllLinks() {
			require.LessOrEqual(t, place[link.From], place[link.To])
			if place[link.From] == place[link.To] {
				inLoop[link.From], inLoop[link.To] = true, true
			}
		}
		for _, loop := range p.Loops() {
			require.Greater(t, len(loop), 1)
			for _, id := range loop {
				require.Equal(t, place[loop[0]], place[id])
				require.True(t, inLoop[id])
				delete(inLoop, id)
			}
		}
		require.Empty(t, inLoop, "every link inside a group belongs to a loop")
	})
}

// gonum numbers the same pathway by the places of its names.
func gonumGraph(g plain) *simple.DirectedGraph {
	d := simple.NewDirectedGraph()
	for i := range g.names {
		d.AddNode(simple.Node(i))
	}
	for from, next := range g.next {
		for _, to := range next {
			d.SetEdge(simple.Edge{F: simple.Node(slices.Index(g.names, from)), T: simple.Node(slices.Index(g.names, to))})
		}
	}
	return d
}

func TestLoopsAgreeWithGonum(t *testing.T) {
	forRandom(t, 200, func(t *testing.T, _ *rand.Rand, p *pathway.Pathway) {
		g := newPlain(p)
		var want [][]string
		for _, c := range topo.TarjanSCC(gonumGraph(g)) {
			var loop []string
			for _, node := range c {
				loop = append(loop, g.names[node.ID()])
			}
			if len(loop) > 1 {
				slices.SortFunc(loop, func(a, b string) int { return slices.Index(g.names, a) - slices.Index(g.names, b) })
				want = append(want, loop)
			}
		}
		require.ElementsMatch(t, want, p.Loops())
	})
}

// A loop is shown for what it is; nothing fails on it.
func ExamplePathway_Loops() {
	p := &pathway.Pathway{
		Steps: []pathway.Step{
			{Column: "feel", Stones: []string{"trust"}},
			{Column: "different", Stones: []string{"openness"}},
			{Column: "difference", Stones: []string{"wellbeing"}},
		},
		Links: []pathway.Link{{From: "openness", To: "trust"}},
	}
	fmt.Println(p.Loops())
	fmt.Println(p.Order())
	// Output:
	// [[trust openness]]
	// [[trust openness] [wellbeing]]
}
