package order

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Whatever is spent, what comes back has the crossings that it says, and searching on saves some.
func TestSpend(t *testing.T) {
	several := []start{slow(1, 1), quick(4, 2)}
	for name, b := range map[string]budget{
		"one start":      {starts: []start{quick(1, 1)}, settle: unlimited, slack: settleSlack},
		"several starts": {starts: several, settle: unlimited, slack: settleSlack},
		"little sifting": {starts: several, settle: 5_000, slack: settleSlack},
	} {
		saved := 0
		for seed := range uint64(12) {
			g := randMap(60, seed).graph(t)
			sifted := b.spend(g)
			assert.Equal(t, newCounter(g).count(sifted.state), sifted.n, "%s, seed %d", name, seed)
			more := b
			more.search = 300_000
			searched := more.spend(g)
			assert.Equal(t, newCounter(g).count(searched.state), searched.n, "%s, seed %d", name, seed)
			assert.LessOrEqual(t, searched.n, sifted.n, "%s, seed %d", name, seed)
			if searched.n < sifted.n {
				saved++
			}
		}
		assert.Greater(t, saved, 6, name)
	}
}

// Of the first orders those with the fewest crossings are kept, the best of all first.
func TestStartKeepsTheBest(t *testing.T) {
	for seed := range uint64(12) {
		g := randMap(60, seed).graph(t)
		all := quick(9, 9).run(newWave(g), newRandom(seed), newCounter(g))
		kept := quick(9, 4).run(newWave(g), newRandom(seed), newCounter(g))
		require.Len(t, all, 9)
		require.Len(t, kept, 4)
		assert.True(t, slices.IsSortedFunc(all, func(a, b candidate) int { return int(a.n - b.n) }))
		for i, c := range kept {
			assert.Equal(t, all[i].n, c.n)
			assert.Equal(t, c.n, newCounter(g).count(c.state))
			assert.Equal(t, all[i].order(), c.order())
		}
		assert.Greater(t, all[8].n, all[0].n)
	}
}

// What cannot be bettered is left as the caller has it.
func TestTheCallersOrderIsKeptWhereItIsAsGood(t *testing.T) {
	kept := 0
	for seed := range uint64(40) {
		r := newRandom(seed)
		m := links{layers: 2, layer: []int{0, 0, 0, 0, 0, 1, 1, 1, 1, 1}}
		for range 12 {
			m.edges = append(m.edges, [2]int{r.below(5), 5 + r.below(5)})
		}
		best := Minimise(m.graph(t))
		name := make([]int, 10) // of each item in a graph whose own order this is
		for l, row := range best {
			for i, v := range row {
				name[v] = 5*l + i
			}
		}
		for i, e := range m.edges {
			m.edges[i] = [2]int{name[e[0]], name[e[1]]}
		}
		g := m.graph(t)
		own := Order{{0, 1, 2, 3, 4}, {5, 6, 7, 8, 9}}
		if again := Minimise(g); crossings(t, g, own) > 0 && crossings(t, g, again) == crossings(t, g, own) {
			assert.Equal(t, own, again, "seed %d", seed)
			kept++
		}
	}
	assert.Greater(t, kept, 20)
}
