package evidence_test

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

// oracle reads one key of the published and exact figures; testdata/README.md says where each is
// from. What is about single tests and their combination is held by package bayes, what is about
// raters by package agreement.
func oracle(t *testing.T, key string, into any) {
	t.Helper()
	src, err := os.ReadFile("testdata/scoring.json")
	require.NoError(t, err)
	var all map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(src, &all))
	require.Contains(t, all, key)
	require.NoError(t, json.Unmarshal(all[key], into))
}

// chain makes a pathway of single stones with one claim a link.
func chain(priors ...float64) (pathway.Pathway, *evidence.Body) {
	p := pathway.Pathway{ID: "p", Steps: []pathway.Step{{Column: "c0", Stones: []string{"s0"}}}}
	b := &evidence.Body{}
	for i, prior := range priors {
		from, to := fmt.Sprintf("s%d", i), fmt.Sprintf("s%d", i+1)
		p.Steps = append(p.Steps, pathway.Step{Column: fmt.Sprintf("c%d", i+1), Stones: []string{to}})
		b.Claims = append(b.Claims, evidence.Claim{About: link("p", from, to), Prior: evidence.Exactly(prior)})
	}
	return p, b
}

func TestPublishedPathway(t *testing.T) {
	var c struct {
		Steps        []float64
		Low          float64 `json:"frechet_low"`
		Product, Min float64
	}
	oracle(t, "pathway", &c)
	p, b := chain(c.Steps...)
	got := score(t, p, b).Probative
	assert.Empty(t, got.Open)
	assert.InDelta(t, c.Low, got.Lowest.Mid, 1e-12)
	assert.InDelta(t, c.Product, got.IfIndependent.Mid, 1e-12)
	assert.InDelta(t, c.Min, got.WeakestLink.Mid, 1e-12)
	assert.Equal(t, link("p", "s1", "s2"), got.Weakest)
}

// The textbook's network: an edge of capacity n is a link with n citations.
func TestPublishedFlow(t *testing.T) {
	var all []struct {
		Edges [][3]int
		S, T  int
		Value int
		Side  []int `json:"source_side"`
	}
	oracle(t, "flow", &all)
	require.Len(t, all, 1)
	c := all[0]
	name := func(n int) string { return fmt.Sprintf("v%d", n) }
	p := pathway.Pathway{ID: "p", Steps: []pathway.Step{{Column: "all"}}}
	for n := range c.T + 1 {
		p.Steps[0].Stones = append(p.Steps[0].Stones, name(n))
	}
	b := &evidence.Body{}
	for _, e := range c.Edges {
		p.Links = append(p.Links, pathway.Link{From: name(e[0]), To: name(e[1])})
		for range e[2] {
			b.Items = append(b.Items, evidence.Item{ID: fmt.Sprintf("e%d", len(b.Items)),
				Bears: []evidence.Bearing{{About: link("p", name(e[0]), name(e[1])), Direction: evidence.Supports}}})
		}
	}
	got := score(t, p, b, evidence.Between(pathway.Ends{From: []string{name(c.S)}, To: []string{name(c.T)}})).Structure
	require.NotNil(t, got.Citations)
	assert.Equal(t, c.Value, got.Citations.High)
	assert.Equal(t, c.Value, got.Citations.Low)
	side := map[string]bool{}
	for _, n := range c.Side {
		side[name(n)] = true
	}
	for _, cut := range got.Citations.Citations {
		assert.True(t, side[cut.On.From] && !side[cut.On.To], "the cut runs out of the published side: %v", cut.On)
	}
}

// Each row of the causal map is one citation from one source; C and B are where the story starts.
func TestPublishedCausalMap(t *testing.T) {
	var c struct {
		Links      [][3]string
		To         string
		Robustness map[string]int
		Threads    map[string][]string
	}
	oracle(t, "causal_map", &c)
	p := pathway.Pathway{ID: "p", Steps: []pathway.Step{{Column: "all", Stones: []string{"B", "C", "D", "E"}}}, Links: []pathway.Link{}}
	b := &evidence.Body{}
	for i, l := range c.Links {
		p.Links = append(p.Links, pathway.Link{From: l[0], To: l[1]})
		b.Items = append(b.Items, evidence.Item{ID: fmt.Sprint("e", i), Source: l[2],
			Bears: []evidence.Bearing{{About: link("p", l[0], l[1]), Direction: evidence.Supports}}})
	}
	for from, ends := range map[string][]string{"C": {"C"}, "B": {"B"}, "B+C": {"B", "C"}} {
		got := score(t, p, b, evidence.Between(pathway.Ends{From: ends, To: []string{c.To}})).Structure
		assert.Equal(t, c.Robustness[from], got.Citations.High, from)
		assert.ElementsMatch(t, c.Threads[from], got.Threads, from)
		assert.LessOrEqual(t, len(got.Threads), got.Sources.Low, "threads have to go, one by one")
	}
	assert.Nil(t, score(t, p, b).Structure.Citations, "from a step to itself nothing can be cut")
}

// Two small networks: a bridge, and two branches behind one shared link. Products of routes joined
// as if they shared nothing give the figure that is marked as wrong.
func TestPublishedReliability(t *testing.T) {
	var cases []struct {
		Edges    []string
		P, R     float64
		Shared   float64
		Branches []float64
		Naive    float64 `json:"naive_wrong"`
	}
	oracle(t, "reliability", &cases)
	require.Len(t, cases, 2)

	bridge := pathway.Pathway{ID: "p", Steps: []pathway.Step{{Column: "c0", Stones: []string{"S"}}, {Column: "c1", Stones: []string{"A", "B"}}, {Column: "c2", Stones: []string{"T"}}}}
	b := &evidence.Body{}
	for _, e := range cases[0].Edges {
		bridge.Links = append(bridge.Links, pathway.Link{From: e[:1], To: e[1:]})
		b.Claims = append(b.Claims, evidence.Claim{About: link("p", e[:1], e[1:]), Prior: evidence.Exactly(cases[0].P)})
	}
	got := score(t, bridge, b).Probative.Reliability
	assert.InDelta(t, cases[0].R, got.Chance.Mid, 1e-12)
	assert.True(t, got.Exact)

	c := cases[1]
	fork := pathway.Pathway{ID: "p", Steps: []pathway.Step{{Column: "c0", Stones: []string{"S"}}, {Column: "c1", Stones: []string{"M"}}, {Column: "c2", Stones: []string{"A", "B"}}}}
	b = &evidence.Body{Claims: []evidence.Claim{{About: link("p", "S", "M"), Prior: evidence.Exactly(c.Shared)},
		{About: link("p", "M", "A"), Prior: evidence.Exactly(c.Branches[0])}, {About: link("p", "M", "B"), Prior: evidence.Exactly(c.Branches[1])}}}
	got = score(t, fork, b).Probative.Reliability
	assert.InDelta(t, c.R, got.Chance.Mid, 1e-12)
	assert.Greater(t, c.Naive-got.Chance.High, 0.1, "the shared link counts once")
}
