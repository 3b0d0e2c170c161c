package pathway_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/pathway"
)

// board reads the three pathways of the Programme Board.
func board(t testing.TB) []pathway.Pathway {
	t.Helper()
	src, err := os.ReadFile("testdata/board.json")
	require.NoError(t, err)
	var pathways []pathway.Pathway
	require.NoError(t, json.Unmarshal(src, &pathways))
	return pathways
}

// forRandom runs check on pathways of all sorts: with loops, skips, unknown and repeated ids, empty
// steps, whole steps as ends of links, no links at all.
func forRandom(t *testing.T, n int, check func(t *testing.T, rng *rand.Rand, p *pathway.Pathway)) {
	t.Helper()
	for seed := range uint64(n) {
		rng := rand.New(rand.NewPCG(seed, 7))
		p := randomPathway(rng)
		if !t.Run(fmt.Sprint(seed), func(t *testing.T) { check(t, rng, p) }) {
			src, _ := json.Marshal(p)
			t.Fatalf("seed %d: %s", seed, src)
		}
	}
}

func randomPathway(rng *rand.Rand) *pathway.Pathway {
	p := &pathway.Pathway{}
	names := []string{"", "x", "y"} // nothing, and two unknown ids
	id := 0
	for i := range rng.IntN(5) {
		step := pathway.Step{Column: string(rune('A' + i))}
		names = append(names, step.Column)
		for range 1 + rng.IntN(3) - rng.IntN(12)/11 {
			name := fmt.Sprint(id)
			if rng.IntN(30) == 0 {
				name = names[rng.IntN(len(names))] // empty, or there before, or a column's
			} else {
				id++
			}
			step.Stones = append(step.Stones, name)
			names = append(names, name, name, name)
		}
		p.Steps = append(p.Steps, step)
	}
	if rng.IntN(4) == 0 {
		return p
	}
	p.Links = []pathway.Link{}
	effects := []pathway.Effect{"", pathway.Positive, pathway.Negative, "sideways"}
	for range rng.IntN(8) {
		link := pathway.Link{
			From:   names[rng.IntN(len(names))],
			To:     names[rng.IntN(len(names))],
			Effect: effects[rng.IntN(len(effects))],
		}
		if len(p.Steps) > 1 && rng.IntN(3) > 0 { // mostly onward, as people draw them
			i := rng.IntN(len(p.Steps) - 1)
			link.From, link.To = oneOf(rng, p.Steps[i]), oneOf(rng, p.Steps[i+1])
		}
		p.Links = append(p.Links, link)
	}
	return p
}

// oneOf picks a stone of a step, or the whole step.
func oneOf(rng *rand.Rand, s pathway.Step) string {
	return slices.Concat(s.Stones, []string{s.Column})[rng.IntN(len(s.Stones)+1)]
}

// plain is a pathway the slow and obvious way: a set of links between names.
type plain struct {
	stones      []string // of the steps
	names       []string // with unknown ids
	next        map[string][]string
	first, last []string
}

func newPlain(p *pathway.Pathway) plain {
	g := plain{stones: p.Stones(), names: p.Stones(), next: make(map[string][]string)}
	for link := range p.AllLinks() {
		for _, id := range []string{link.From, link.To} {
			if !slices.Contains(g.names, id) {
				g.names = append(g.names, id)
			}
		}
		if !slices.Contains(g.next[link.From], link.To) {
			g.next[link.From] = append(g.next[link.From], link.To)
		}
	}
	g.first, g.last = firstAndLast(p)
	return g
}

// firstAndLast are the stones at the two ends, each in its first step only.
func firstAndLast(p *pathway.Pathway) (first, last []string) {
	seen := map[string]bool{"": true}
	for i, s := range p.Steps {
		for _, id := range s.Stones {
			if seen[id] {
				continue
			}
			seen[id] = true
			if i == 0 {
				first = append(first, id)
			}
			if i == len(p.Steps)-1 {
				last = append(last, id)
			}
		}
	}
	return first, last
}

// leads reports whether there is a walk from one name to another, without the links that are cut.
func (g plain) leads(from, to string, cut func(from, to string) bool) bool {
	seen := map[string]bool{from: true}
	for open := []string{from}; len(open) > 0; open = open[1:] {
		if open[0] == to {
			return true
		}
		for _, next := range g.next[open[0]] {
			if !seen[next] && (cut == nil || !cut(open[0], next)) {
				seen[next] = true
				open = append(open, next)
			}
		}
	}
	return false
}

// connected reports whether any of the starts leads to any of the goals.
func (g plain) connected(starts, goals []string, cut func(from, to string) bool) bool {
	return slices.ContainsFunc(starts, func(s string) bool {
		return slices.ContainsFunc(goals, func(t string) bool { return g.leads(s, t, cut) })
	})
}

// routes lists every simple path from first to last, by recursion.
func (g plain) routes() [][]string {
	var routes [][]string
	var walk func(path []string)
	walk = func(path []string) {
		if slices.Contains(g.last, path[len(path)-1]) {
			routes = append(routes, slices.Clone(path))
		}
		for _, next := range g.next[path[len(path)-1]] {
			if !slices.Contains(path, next) {
				walk(append(path, next))
			}
		}
	}
	for _, s := range g.first {
		walk([]string{s})
	}
	return routes
}
