package pathway_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/pathway"
)

func chance(from, to string, p float64) pathway.Chance {
	return pathway.Chance{From: from, To: to, Low: p, High: p}
}

func TestReliability(t *testing.T) {
	bridge := with(steps(ids{"S"}, ids{"a", "b"}, ids{"T"}), "S", "a", "S", "b", "a", "T", "b", "T", "a", "b")
	shared := with(steps(ids{"S"}, ids{"a"}, ids{"b", "c"}, ids{"T"}), "S", "a", "a", "b", "a", "c", "b", "T", "c", "T")
	wide := steps(ids{"a", "b"}, ids{"c", "d"}, ids{"e"})
	some := with(steps(ids{"a", "b"}, ids{"c", "d"}), "a", "c", "a", "d", "b", "d")
	loop := with(steps(ids{"S"}, ids{"a", "b"}, ids{"T"}), "S", "a", "S", "b", "a", "T", "b", "T", "a", "b", "b", "a")
	for _, tt := range []struct {
		why       string
		p         *pathway.Pathway
		chances   []pathway.Chance
		low, high float64
	}{
		{"the bridge: 15 of its 32 sets of links hold a way", bridge,
			[]pathway.Chance{chance("S", "a", .5), chance("S", "b", .5), chance("a", "T", .5), chance("b", "T", .5), chance("a", "b", .5)}, 0.46875, 0.46875},
		{"what routes share counts once: 0.8 (1 - 0.1·0.3), and not the 0.8768 of a noisy-or", shared,
			[]pathway.Chance{chance("S", "a", .8), chance("a", "b", .9), chance("a", "c", .7), chance("b", "T", 1), chance("c", "T", 1)}, 0.776, 0.776},
		{"the bridge that leads both ways: as without directions, and that is its own dual, so one half", loop,
			[]pathway.Chance{chance("S", "a", .5), chance("S", "b", .5), chance("a", "T", .5), chance("b", "T", .5), chance("a", "b", .5), chance("b", "a", .5)}, 0.5, 0.5},
		{"a pair of steps is one event", wide, []pathway.Chance{chance("A", "B", .5), chance("B", "C", .5)}, 0.25, 0.25},
		{"its links are several", wide, []pathway.Chance{chance("a", "c", .5), chance("b", "d", .5), chance("a", "d", 0), chance("b", "c", 0), chance("B", "C", 1)}, 0.75, 0.75},
		{"what is nearest counts", wide, []pathway.Chance{chance("A", "B", 0), chance("a", "c", .5), chance("B", "C", 1), chance("A", "c", .9), chance("a", "B", .25)},
			1 - .5*.75*.1, 1 - .5*.75*.1},
		{"then the first", wide, []pathway.Chance{chance("A", "B", .5), chance("B", "C", 1), chance("A", "B", 0)}, .5, .5},
		{"links of a pair fall together where they are only some", some, []pathway.Chance{chance("A", "B", .5)}, .5, .5},
		{"and those that are left to it", wide, []pathway.Chance{chance("A", "B", .5), chance("a", "c", .5), chance("B", "C", 1)}, .75, .75},
		{"nothing known", wide, nil, 0, 1},
		{"a link without a chance may hold or not", wide, []pathway.Chance{chance("A", "B", .5)}, 0, .5},
		{"ranges by their ends", wide, []pathway.Chance{{From: "A", To: "B", Low: .5, High: .75}, {From: "B", To: "C", Low: .5, High: 1}}, .25, .75},
		{"in any order, moved inside, NaN is any", wide, []pathway.Chance{{From: "A", To: "B", Low: 7, High: -1}, {From: "B", To: "C", Low: math.NaN(), High: .5}}, 0, 1},
		{"NaN is any and no more, beside what is known", wide, []pathway.Chance{{From: "A", To: "B", Low: math.NaN(), High: .5}, chance("B", "C", .5)}, 0, .5},
		{"and what is above 1 is 1", wide, []pathway.Chance{{From: "A", To: "B", Low: .5, High: 7}, chance("B", "C", .5)}, .25, .5},
		{"what has no link counts for nothing", wide, []pathway.Chance{chance("a", "e", 1), chance("A", "C", 1), chance("q", "a", 1), chance("A", "B", .5), chance("B", "C", 1)}, .5, .5},
		{"no route", with(steps(ids{"a"}, ids{"b"})), nil, 0, 0},
		{"nil", nil, nil, 0, 0},
		{"a stone at both ends", steps(ids{"a"}), nil, 1, 1},
	} {
		got := tt.p.Reliability(tt.chances, pathway.Ends{}, 0)
		assert.InDelta(t, tt.low, got.Low, 1e-15, tt.why)
		assert.InDelta(t, tt.high, got.High, 1e-15, tt.why)
		assert.True(t, got.Exact, tt.why)
	}
}

// randomChances draws chances for links, stones with steps, pairs of steps and what is not there.
func randomChances(rng *rand.Rand, p *pathway.Pathway, n int) []pathway.Chance {
	var all []pathway.Chance
	for _, c := range randomCitations(rng, p, n) {
		p := []float64{0, 1, .5, rng.Float64(), rng.Float64(), rng.Float64()}[rng.IntN(6)]
		all = append(all, pathway.Chance{From: c.From, To: c.To, Low: p, High: p + rng.Float64()*(1-p)*float64(rng.IntN(2))})
	}
	return all
}

// nearest returns the place of the chance that counts for a link, or -1, read off the definition.
func (g plain) nearest(p *pathway.Pathway, all []pathway.Chance, from, to string) int {
	best, rank := -1, 4
	for i, c := range all {
		if !g.holds(p, pathway.Citation{From: c.From, To: c.To}, from, to) {
			continue
		}
		r := 0
		if !slices.Contains(g.names, c.From) {
			r += 2
		}
		if !slices.Contains(g.names, c.To) {
			r++
		}
		if r < rank {
			best, rank = i, r
		}
	}
	return best
}

// enumerated goes through all outcomes of the events that have a chance; links without one hold or
// not, all alike.
func (g plain) enumerated(p *pathway.Pathway, all []pathway.Chance, of func(pathway.Chance) float64, others bool) float64 {
	sum := 0.0
	event := make(map[[2]string]int)
	for from, next := range g.next {
		for _, to := range next {
			event[[2]string{from, to}] = g.nearest(p, all, from, to)
		}
	}
	for set := range uint(1) << len(all) {
		weight := 1.0
		for i, c := range all {
			if set>>i&1 == 1 {
				weight *= of(c)
			} else {
				weight *= 1 - of(c)
			}
		}
		if weight > 0 && g.connected(g.first, g.last, func(from, to string) bool {
			if i := event[[2]string{from, to}]; i >= 0 {
				return set>>i&1 == 0
			}
			return !others
		}) {
			sum += weight
		}
	}
	return sum
}

func TestReliabilityAgreesWithEnumeration(t *testing.T) {
	forRandom(t, 600, func(t *testing.T, rng *rand.Rand, p *pathway.Pathway) {
		g, all := newPlain(p), randomChances(rng, p, 9)
		got := p.Reliability(all, pathway.Ends{}, 0)
		require.True(t, got.Exact)
		require.InDelta(t, g.enumerated(p, all, func(c pathway.Chance) float64 { return c.Low }, false), got.Low, 1e-12)
		require.InDelta(t, g.enumerated(p, all, func(c pathway.Chance) float64 { return c.High }, true), got.High, 1e-12)
		require.Equal(t, got, p.Reliability(all, pathway.Ends{}, 0), "the same again, to the bit")
	})
}

// With one chance a link, the best route is a lower bound, and the noisy-or of all routes an upper
// one; so is what little effort gives.
func TestReliabilityBetweenItsBounds(t *testing.T) {
	forRandom(t, 300, func(t *testing.T, rng *rand.Rand, p *pathway.Pathway) {
		var all []pathway.Chance
		of := make(map[[2]string]float64)
		for l := range p.AllLinks() {
			pair := [2]string{l.From, l.To}
			if _, ok := of[pair]; !ok {
				of[pair] = rng.Float64()
				all = append(all, chance(l.From, l.To, of[pair]))
			}
		}
		got := p.Reliability(all, pathway.Ends{}, 0)
		require.True(t, got.Exact)
		require.Equal(t, got.Low, got.High)
		best, none := 0.0, 1.0
		for _, r := range newPlain(p).routes() {
			product := 1.0
			for i := 1; i < len(r); i++ {
				product *= of[[2]string{r[i-1], r[i]}]
			}
			best, none = max(best, product), none*(1-product)
		}
		require.GreaterOrEqual(t, got.Low, best-1e-12)
		require.LessOrEqual(t, got.Low, 1-none+1e-12)
		for effort := 1; effort < 100; effort = effort*3/2 + 1 {
			b := p.Reliability(all, pathway.Ends{}, effort)
			require.LessOrEqual(t, b.Low, got.Low+1e-12)
			require.GreaterOrEqual(t, b.High, got.High-1e-12)
			require.LessOrEqual(t, b.Low, b.High)
			require.GreaterOrEqual(t, b.Low, best-1e-12, "no worse than the best route")
			require.True(t, !b.Exact || b.Low == b.High)
		}
	})
}

// wideSteps is a pathway of many steps linked all to all.
func wideSteps(steps, wide int) *pathway.Pathway {
	p := &pathway.Pathway{}
	for i := range steps {
		s := pathway.Step{Column: fmt.Sprint("c", i)}
		for k := range wide {
			s.Stones = append(s.Stones, fmt.Sprint(i, ".", k))
		}
		p.Steps = append(p.Steps, s)
	}
	return p
}

// layered is the same, with one chance for each link.
func layered(steps, wide int, p float64) (*pathway.Pathway, []pathway.Chance) {
	q := wideSteps(steps, wide)
	var all []pathway.Chance
	for l := range q.AllLinks() {
		all = append(all, chance(l.From, l.To, p))
	}
	return q, all
}

// By hand for steps linked all to all, where only the number of stones reached in each matters: from
// i reached, j of n are with chance C(n,j) r^j (1-r)^(n-j), r = 1-(1-p)^i.
func layeredByHand(steps, wide int, p float64) float64 {
	now := make([]float64, wide+1)
	now[wide] = 1
	for range steps - 1 {
		next := make([]float64, wide+1)
		for i, mass := range now {
			r, c := 1-math.Pow(1-p, float64(i)), 1.0
			for j := range wide + 1 {
				next[j] += mass * c * math.Pow(r, float64(j)) * math.Pow(1-r, float64(wide-j))
				c = c * float64(wide-j) / float64(j+1)
			}
		}
		now = next
	}
	return 1 - now[0]
}

// Length costs nothing, width does, and beyond the effort there are bounds.
func TestReliabilityOfSteps(t *testing.T) {
	for _, tt := range []struct {
		steps, wide int
		exact       bool
	}{{6, 3, true}, {200, 3, true}, {6, 7, true}, {12, 6, true}, {6, 20, false}, {3, 200, true}, {5, 130, false}} {
		p, all := layered(tt.steps, tt.wide, 0.3)
		effort := 0
		if !tt.exact {
			effort = 50_000
		}
		got, want := p.Reliability(all, pathway.Ends{}, effort), layeredByHand(tt.steps, tt.wide, 0.3)
		assert.Equal(t, tt.exact, got.Exact, tt)
		assert.LessOrEqual(t, got.Low, want+1e-12, tt)
		assert.GreaterOrEqual(t, got.High, want-1e-12, tt)
		if tt.exact {
			assert.InDelta(t, want, got.Low, 1e-12, tt)
		} else {
			assert.Greater(t, got.Low, 0.99, "many routes without a common link: %v", tt)
		}
	}
}

// A step as wide as one likes is no trouble where its stones are side by side.
func TestReliabilityInParallel(t *testing.T) {
	p := steps(ids{"a"}, nil, ids{"z"})
	all := []pathway.Chance{chance("a", "B", .25)}
	all = all[:0]
	for i := range 2000 {
		id := fmt.Sprint(i)
		p.Steps[1].Stones = append(p.Steps[1].Stones, id)
		all = append(all, chance("a", id, .01), chance(id, "z", .1))
	}
	got := p.Reliability(all, pathway.Ends{}, 0)
	assert.True(t, got.Exact)
	assert.InDelta(t, 1-math.Pow(1-.001, 2000), got.Low, 1e-12)
}

// Stones that all lead to one another: a loop of twenty is too much for the effort, not for bounds.
func TestReliabilityOfLargeLoops(t *testing.T) {
	for _, n := range []int{5, 20, 80} {
		p := steps(ids{"S"}, nil, ids{"T"})
		var all []pathway.Chance
		for i := range n {
			p.Steps[1].Stones = append(p.Steps[1].Stones, fmt.Sprint(i))
			all = append(all, chance("S", fmt.Sprint(i), .1), chance(fmt.Sprint(i), "T", .1))
			for k := range n {
				p.Links = append(p.Links, pathway.Link{From: fmt.Sprint(i), To: fmt.Sprint(k)})
				all = append(all, chance(fmt.Sprint(i), fmt.Sprint(k), .5))
			}
		}
		got := p.Reliability(all, pathway.Ends{}, 100_000)
		assert.Equal(t, n == 5, got.Exact)
		assert.LessOrEqual(t, got.Low, got.High)
		assert.Greater(t, got.Low, 1-math.Pow(1-.01, float64(min(n, 60)))-1e-9, "at least sixty routes of two links")
		assert.Less(t, got.High, 1-math.Pow(.9, float64(n))+1e-9, "at most what leaves the start")
	}
}

// Nine pairs of steps with some of their links under one chance each are more than are tried.
func TestReliabilityBeyondItsLimit(t *testing.T) {
	for _, pairs := range []int{3, 8, 10} {
		p := &pathway.Pathway{}
		var all []pathway.Chance
		for i := range pairs + 1 {
			p.Steps = append(p.Steps, pathway.Step{Column: fmt.Sprint("c", i), Stones: ids{fmt.Sprint(i, "x"), fmt.Sprint(i, "y")}})
		}
		for i := range pairs {
			x, y := p.Steps[i].Stones[0], p.Steps[i].Stones[1]
			nx, ny := p.Steps[i+1].Stones[0], p.Steps[i+1].Stones[1]
			p.Links = append(p.Links, pathway.Link{From: x, To: nx}, pathway.Link{From: y, To: nx}, pathway.Link{From: y, To: ny})
			all = append(all, chance(p.Steps[i].Column, p.Steps[i+1].Column, .9))
		}
		got, want := p.Reliability(all, pathway.Ends{}, 0), math.Pow(.9, float64(pairs))
		assert.Equal(t, pairs <= 8, got.Exact)
		assert.LessOrEqual(t, got.Low, want+1e-12)
		assert.InDelta(t, math.Pow(.9, float64(min(pairs, 8))), got.High, 1e-12, "those beyond the eighth are taken to hold")
		if got.Exact {
			assert.InDelta(t, want, got.Low, 1e-12)
		}
	}
}

// Both routes hang on the first link. A noisy-or of their products, 0.72 and 0.56, would say 0.88.
func ExamplePathway_Reliability() {
	p := &pathway.Pathway{Steps: []pathway.Step{
		{Column: "do", Stones: []string{"training"}},
		{Column: "gain", Stones: []string{"skills"}},
		{Column: "different", Stones: []string{"practice", "advice"}},
		{Column: "difference", Stones: []string{"wellbeing"}},
	}}
	r := p.Reliability([]pathway.Chance{
		{From: "training", To: "skills", Low: 0.8, High: 0.8},
		{From: "skills", To: "practice", Low: 0.9, High: 0.9},
		{From: "skills", To: "advice", Low: 0.7, High: 0.7},
		{From: "different", To: "difference", Low: 1, High: 1}, // a whole pair of steps: one event
	}, pathway.Ends{}, 0)
	fmt.Printf("%.3f to %.3f, exact: %t\n", r.Low, r.High, r.Exact)
	// Output: 0.776 to 0.776, exact: true
}

// Links in series and in parallel take no effort at all, however many.
func TestReliabilityInSeriesAndParallel(t *testing.T) {
	p, want := &pathway.Pathway{}, 1.0
	for i := range 60 {
		stones := ids{fmt.Sprint(i)}
		if i%2 == 1 {
			stones = append(stones, fmt.Sprint(i, "b"), fmt.Sprint(i, "c"))
			none := (1 - .9*.9) * (1 - .9*.9) * (1 - .9*.9) // the chance that none of three routes holds
			want *= 1 - none
		}
		p.Steps = append(p.Steps, pathway.Step{Column: fmt.Sprint("c", i), Stones: stones})
	}
	p.Steps = append(p.Steps, pathway.Step{Column: "end", Stones: ids{"end"}})
	var all []pathway.Chance
	for l := range p.AllLinks() {
		all = append(all, chance(l.From, l.To, .9))
	}
	got := p.Reliability(all, pathway.Ends{}, 1)
	assert.True(t, got.Exact)
	assert.InDelta(t, want, got.Low, 1e-12)
}
