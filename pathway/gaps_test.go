package pathway_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/graph/flow"
	"gonum.org/v1/gonum/graph/simple"

	"github.com/outcomemap/outcomemap/pathway"
)

func TestGaps(t *testing.T) {
	for _, tt := range []struct {
		why  string
		p    *pathway.Pathway
		want pathway.Gaps
	}{
		{"nil leads nowhere", nil, pathway.Gaps{}},
		{"a step alone is first and last", steps(ids{"a"}), pathway.Gaps{Connected: true}},
		{"whole", steps(ids{"a"}, ids{"b"}), pathway.Gaps{Connected: true}},
		{"without links every stone is loose at one end",
			with(steps(ids{"a"}, ids{"b"})), pathway.Gaps{Unreached: ids{"b"}, DeadEnds: ids{"a"}}},
		{"a stone that nothing leads to, and one that leads nowhere",
			with(steps(ids{"a"}, ids{"b", "c"}, ids{"d"}), "a", "b", "c", "d"),
			pathway.Gaps{Unreached: ids{"c", "d"}, DeadEnds: ids{"a", "b"}}},
		{"some connected, some not", with(steps(ids{"a"}, ids{"b", "c"}, ids{"d"}), "a", "b"),
			pathway.Gaps{Connected: true, Unreached: ids{"c"}}},
		{"an empty step", steps(ids{"a"}, nil, ids{"b"}), pathway.Gaps{Unreached: ids{"b"}, DeadEnds: ids{"a"}, Empty: ids{"B"}}},
		{"that a link leads past", with(steps(ids{"a"}, nil, ids{"b"}), "a", "b"), pathway.Gaps{Connected: true, Empty: ids{"B"}}},
	} {
		assert.Equal(t, tt.want, tt.p.Gaps(), tt.why)
	}
	for _, p := range board(t) {
		assert.Equal(t, pathway.Gaps{Connected: true}, p.Gaps(), p.ID)
	}
}

// The board's steps are linked all to all, so the stones that every route passes are those that are
// alone in their step.
func TestBoardDominators(t *testing.T) {
	for i, want := range [][]string{{"partnership", "unit"}, {"mutual"}, {"early"}} {
		assert.Equal(t, want, board(t)[i].Dominators())
	}
}

func TestDominators(t *testing.T) {
	for _, tt := range []struct {
		why  string
		p    *pathway.Pathway
		want []string
	}{
		{"nil", nil, nil},
		{"no route, no stone that every route passes", with(steps(ids{"a"}, ids{"b"})), nil},
		{"all of a single chain", steps(ids{"a"}, ids{"b"}, ids{"c"}), ids{"a", "b", "c"}},
		{"none where there is always another", steps(ids{"a", "b"}, ids{"c", "d"}), nil},
		{"not what a skip leads around", with(steps(ids{"a"}, ids{"b"}, ids{"c"}), "a", "c"), ids{"a", "c"}},
		{"in the order in which they are met", with(steps(ids{"z"}, ids{"b", "a"}, ids{"c"}), "z", "a", "a", "b", "b", "c"), ids{"z", "a", "b", "c"}},
		{"a loop leads around nothing", with(steps(ids{"a"}, ids{"b"}, ids{"c"}), "c", "a"), ids{"a", "b", "c"}},
		{"an unknown id can be one", with(steps(ids{"a"}, nil, ids{"b"}), "a", "x", "x", "b"), ids{"a", "x", "b"}},
	} {
		assert.Equal(t, tt.want, tt.p.Dominators(), tt.why)
	}
}

func TestGapsAndDominatorsOfRandomPathways(t *testing.T) {
	forRandom(t, 400, func(t *testing.T, _ *rand.Rand, p *pathway.Pathway) {
		g, gaps := newPlain(p), p.Gaps()
		routes := g.routes()
		require.Equal(t, len(routes) > 0, gaps.Connected)
		for _, id := range g.stones {
			require.Equal(t, !g.connected(g.first, ids{id}, nil), slices.Contains(gaps.Unreached, id))
			require.Equal(t, !g.connected(ids{id}, g.last, nil), slices.Contains(gaps.DeadEnds, id))
		}
		if len(routes) == 0 {
			require.Empty(t, p.Dominators())
			return
		}
		common := routes[0] // what all have, in the order of one
		for _, r := range routes {
			common = slices.DeleteFunc(slices.Clone(common), func(id string) bool { return !slices.Contains(r, id) })
		}
		require.ElementsMatch(t, common, p.Dominators())
		for _, r := range routes {
			last := -1
			for _, id := range p.Dominators() {
				require.Greater(t, slices.Index(r, id), last, "met in this order on every route")
				last = slices.Index(r, id)
			}
		}
	})
}

func TestDominatorsAgreeWithGonum(t *testing.T) {
	forRandom(t, 200, func(t *testing.T, _ *rand.Rand, p *pathway.Pathway) {
		g := newPlain(p)
		d := gonumGraph(g)
		start, end := simple.Node(len(g.names)), simple.Node(len(g.names)+1)
		d.AddNode(start)
		d.AddNode(end)
		for _, id := range g.first {
			d.SetEdge(simple.Edge{F: start, T: simple.Node(slices.Index(g.names, id))})
		}
		for _, id := range g.last {
			d.SetEdge(simple.Edge{F: simple.Node(slices.Index(g.names, id)), T: end})
		}
		if !p.Gaps().Connected {
			return // gonum has no tree for what cannot be reached
		}
		var want []string
		tree := flow.Dominators(start, d)
		for v := tree.DominatorOf(end.ID()); v != nil && v.ID() != start.ID(); v = tree.DominatorOf(v.ID()) {
			want = append(want, g.names[v.ID()])
		}
		slices.Reverse(want)
		require.Equal(t, want, p.Dominators())
	})
}

// What no evidence is needed to see: some stones have nothing before or behind them.
func ExamplePathway_Gaps() {
	p := &pathway.Pathway{
		Steps: []pathway.Step{
			{Column: "do", Stones: []string{"training"}},
			{Column: "gain", Stones: []string{"skills", "contacts"}},
			{Column: "difference", Stones: []string{"wellbeing"}},
		},
		Links: []pathway.Link{{From: "training", To: "skills"}},
	}
	gaps := p.Gaps()
	fmt.Println("connected:", gaps.Connected)
	fmt.Println("unreached:", gaps.Unreached)
	// Output:
	// connected: true
	// unreached: [contacts]
}

// If this stone is not reached, nothing on the right of it is.
func ExamplePathway_Dominators() {
	p := &pathway.Pathway{Steps: []pathway.Step{
		{Column: "do", Stones: []string{"training", "grants"}},
		{Column: "gain", Stones: []string{"skills"}},
		{Column: "difference", Stones: []string{"wellbeing", "independence"}},
	}}
	fmt.Println(p.Dominators())
	// Output: [skills]
}
