package pathway_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/simple"

	"github.com/outcomemap/outcomemap/pathway"
)

// The network of Cormen, Leiserson, Rivest and Stein, Introduction to Algorithms, figure 26.1, with the flow
// of 23 found there; the near side is by hand.
func TestCutOfTextbookNetwork(t *testing.T) {
	capacity := map[string]int{"01": 16, "02": 13, "21": 4, "13": 12, "32": 9, "24": 14, "43": 7, "35": 20, "45": 4}
	p := steps(ids{"0"}, ids{"1", "2", "3", "4"}, ids{"5"})
	for _, l := range []string{"01", "02", "21", "13", "32", "24", "43", "35", "45"} {
		p.Links = append(p.Links, pathway.Link{From: l[:1], To: l[1:]})
	}
	cut, ok := p.Cut(func(l pathway.Link) int { return capacity[l.From+l.To] }, pathway.Ends{})
	assert.True(t, ok)
	assert.Equal(t, 23, cut.Size)
	assert.Equal(t, ids{"0", "1", "2", "4"}, cut.Near)
	assert.Equal(t, []pathway.Link{{From: "1", To: "3"}, {From: "4", To: "3"}, {From: "4", To: "5"}}, cut.Links)
}

// By hand, over the report's tables.
func TestBoardCut(t *testing.T) {
	for i, tt := range []struct {
		size int
		near []string
		why  string
	}{
		{1, ids{"partnership"}, "one link joins the first two steps"},
		{3, nil, "three links lead into the only stone at the end"},
		{2, nil, "two links leave the only stone before the end"},
	} {
		p := &board(t)[i]
		cut, ok := p.Cut(nil, pathway.Ends{})
		assert.True(t, ok)
		assert.Equal(t, tt.size, cut.Size, tt.why)
		assert.Len(t, cut.Links, tt.size)
		if tt.near != nil {
			assert.Equal(t, tt.near, cut.Near)
		}
	}
}

func TestCut(t *testing.T) {
	_, ok := (*pathway.Pathway)(nil).Cut(nil, pathway.Ends{})
	assert.True(t, ok, "nil has no route to cut")
	_, ok = steps(ids{"a"}).Cut(nil, pathway.Ends{})
	assert.False(t, ok, "a stone at both ends cannot be cut from itself")
	p := with(steps(ids{"a", "b"}, ids{"c"}, ids{"d"}), "c", "d", "B", "C", "c", "a", "b", "x")
	_, ok = p.Cut(nil, pathway.Ends{From: ids{"A"}, To: ids{"b"}})
	assert.False(t, ok, "also where a column is its whole step")

	for _, tt := range []struct {
		why  string
		ends pathway.Ends
		cost func(pathway.Link) int
		want pathway.Cut
	}{
		{"a link stated twice costs once", pathway.Ends{}, nil,
			pathway.Cut{Size: 1, Near: ids{"a", "b", "c", "x"}, Links: p.Links[:1]}},
		{"between other ends", pathway.Ends{From: ids{"c"}, To: ids{"A"}}, nil,
			pathway.Cut{Size: 1, Near: ids{"c", "d"}, Links: p.Links[2:3]}},
		{"an unknown id that a link names can be an end", pathway.Ends{From: ids{"a", "B"}, To: ids{"x"}}, nil,
			pathway.Cut{Near: ids{"a", "c", "d"}}},
		{"one that none names leads nowhere", pathway.Ends{From: ids{"y"}}, nil, pathway.Cut{}},
		{"nor is it reached", pathway.Ends{To: ids{"y"}}, nil, pathway.Cut{Near: ids{"a", "b", "c", "d", "x"}}},
		{"below zero is nothing", pathway.Ends{}, func(pathway.Link) int { return -1 }, pathway.Cut{Near: ids{"a", "b"}}},
		{"there is an upper limit", pathway.Ends{}, func(pathway.Link) int { return math.MaxInt },
			pathway.Cut{Size: math.MaxInt32, Near: ids{"a", "b", "c", "x"}, Links: p.Links[:1]}},
	} {
		got, ok := p.Cut(tt.cost, tt.ends)
		assert.True(t, ok, tt.why)
		assert.Equal(t, tt.want, got, tt.why)
	}
}

// costs draws a capacity for each link and keeps it.
func costs(rng *rand.Rand) func(pathway.Link) int {
	drawn := make(map[[2]string]int)
	return func(l pathway.Link) int {
		pair := [2]string{l.From, l.To}
		if _, ok := drawn[pair]; !ok {
			drawn[pair] = rng.IntN(6) - 1
		}
		return drawn[pair]
	}
}

// The laws of every cut: it costs what its links cost, taking them away leaves no route, and no flow
// is larger (gonum's value).
func TestCutOfRandomPathways(t *testing.T) {
	forRandom(t, 400, func(t *testing.T, rng *rand.Rand, p *pathway.Pathway) {
		g, cost := newPlain(p), costs(rng)
		cut, ok := p.Cut(cost, pathway.Ends{})
		require.Equal(t, ok, !slices.ContainsFunc(g.first, func(id string) bool { return slices.Contains(g.last, id) }))
		if !ok {
			return
		}
		sum, lost := 0, make(map[[2]string]bool)
		for _, l := range cut.Links {
			require.Contains(t, cut.Near, l.From)
			require.NotContains(t, cut.Near, l.To)
			require.False(t, lost[[2]string{l.From, l.To}], "each once")
			sum += cost(l)
			lost[[2]string{l.From, l.To}] = true
		}
		require.Equal(t, cut.Size, sum)
		gone := func(from, to string) bool {
			return lost[[2]string{from, to}] || cost(pathway.Link{From: from, To: to}) <= 0
		}
		require.False(t, g.connected(g.first, g.last, gone), "the cut breaks every route")
		require.Equal(t, gonumFlow(g, cost), cut.Size)
	})
}

// gonumFlow asks gonum, which wants dense numbers and finite capacities.
func gonumFlow(g plain, cost func(pathway.Link) int) int {
	d := simple.NewWeightedDirectedGraph(0, 0)
	start, end := simple.Node(len(g.names)), simple.Node(len(g.names)+1)
	for i := range len(g.names) + 2 {
		d.AddNode(simple.Node(i))
	}
	join := func(from, to simple.Node, w float64) {
		if w > 0 {
			d.SetWeightedEdge(simple.WeightedEdge{F: from, T: to, W: w})
		}
	}
	at := func(id string) simple.Node { return simple.Node(slices.Index(g.names, id)) }
	for from, next := range g.next {
		for _, to := range next {
			join(at(from), at(to), float64(cost(pathway.Link{From: from, To: to})))
		}
	}
	for _, id := range g.first {
		join(start, at(id), 1e6)
	}
	for _, id := range g.last {
		join(at(id), end, 1e6)
	}
	return int(math.Round(network.MaxFlowDinic(d, start, end, 1e-9)))
}

// Without evidence, the links at the narrowest place are what a pathway hangs on.
func ExamplePathway_Cut() {
	p := &pathway.Pathway{Steps: []pathway.Step{
		{Column: "do", Stones: []string{"training", "grants"}},
		{Column: "gain", Stones: []string{"skills"}},
		{Column: "difference", Stones: []string{"wellbeing", "independence", "trust"}},
	}}
	cut, ok := p.Cut(nil, pathway.Ends{})
	if !ok {
		fmt.Println("the ends share a stone")
	}
	for _, link := range cut.Links {
		fmt.Println(link.From, "->", link.To)
	}
	// Output:
	// training -> skills
	// grants -> skills
}
