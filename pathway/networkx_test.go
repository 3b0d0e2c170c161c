package pathway_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/internal/needtool"
	"github.com/outcomemap/outcomemap/pathway"
)

type nxGraph struct {
	Nodes []string `json:"nodes"`
	Links [][3]any `json:"links"` // from, to, cost
	First []string `json:"first"`
	Last  []string `json:"last"`
}

type nxAnswer struct {
	Loops      [][]string `json:"loops"`
	Routes     [][]string `json:"routes"`
	Dominators []string   `json:"dominators"`
	Flow       int        `json:"flow"`
}

// networkx (Debian's python3-networkx) answers the same questions about the board's pathways and
// random ones.
func TestAgreesWithNetworkx(t *testing.T) {
	python := needtool.Path(t, "python3")
	if exec.Command(python, "-c", "import networkx").Run() != nil {
		if os.Getenv(needtool.Require) != "" {
			t.Fatal("python3-networkx is not installed")
		}
		t.Skip("python3-networkx is not installed")
	}
	var pathways []*pathway.Pathway
	for _, p := range board(t) {
		pathways = append(pathways, &p)
	}
	for seed := range uint64(150) {
		pathways = append(pathways, randomPathway(rand.New(rand.NewPCG(seed, 3))))
	}
	var graphs []nxGraph
	var costOf []func(pathway.Link) int
	for i, p := range pathways {
		g, cost := newPlain(p), costs(rand.New(rand.NewPCG(uint64(i), 4)))
		q := nxGraph{Nodes: g.names, First: g.first, Last: g.last}
		for from, next := range g.next {
			for _, to := range next {
				q.Links = append(q.Links, [3]any{from, to, max(0, cost(pathway.Link{From: from, To: to}))})
			}
		}
		graphs, costOf = append(graphs, q), append(costOf, cost)
	}
	for i, want := range askNetworkx(t, python, graphs) {
		p := pathways[i]
		assert.ElementsMatch(t, want.Routes, allRoutes(p, 0))
		assert.Equal(t, want.Dominators, append([]string{}, p.Dominators()...))
		loops := [][]string{}
		for _, loop := range p.Loops() {
			loops = append(loops, slices.Sorted(slices.Values(loop)))
		}
		assert.ElementsMatch(t, want.Loops, loops)
		if cut, ok := p.Cut(costOf[i], pathway.Ends{}); ok {
			assert.Equal(t, want.Flow, cut.Size)
		}
	}
}

func askNetworkx(t *testing.T, python string, graphs []nxGraph) []nxAnswer {
	t.Helper()
	for i := range graphs { // empty lists, not null
		g := &graphs[i]
		g.Nodes, g.Links = append([]string{}, g.Nodes...), append([][3]any{}, g.Links...)
		g.First, g.Last = append([]string{}, g.First...), append([]string{}, g.Last...)
	}
	in, err := json.Marshal(graphs)
	require.NoError(t, err)
	cmd := exec.Command(python, "testdata/ask_networkx.py")
	cmd.Stdin = bytes.NewReader(in)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	require.NoError(t, err, stderr.String())
	var answers []nxAnswer
	require.NoError(t, json.Unmarshal(out, &answers))
	require.Len(t, answers, len(graphs))
	return answers
}
