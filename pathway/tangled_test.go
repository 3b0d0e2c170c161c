package pathway_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/pathway"
)

// Links that run anywhere between seven stones, back and in circles, each with a chance of its own.
func TestReliabilityOfTangledLinks(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 1979))
	for range 250 {
		p := steps(ids{"s"}, ids{"a", "b", "c", "d", "e"}, ids{"t"})
		names := p.Stones()
		p.Links = []pathway.Link{}
		seen := map[[2]string]bool{}
		var all []pathway.Chance
		for len(all) < 11 {
			l := [2]string{names[rng.IntN(6)], names[1+rng.IntN(6)]}
			if l[0] == l[1] || seen[l] {
				continue
			}
			seen[l] = true
			p.Links = append(p.Links, pathway.Link{From: l[0], To: l[1]})
			all = append(all, chance(l[0], l[1], 0.2+0.7*rng.Float64()))
		}
		got := p.Reliability(all, pathway.Ends{}, 0)
		want := newPlain(p).enumerated(p, all, func(c pathway.Chance) float64 { return c.Low }, false)
		require.True(t, got.Exact)
		require.InDelta(t, want, got.Low, 1e-12, "%v", p.Links)
		for effort := 1; effort < 300; effort *= 3 {
			some := p.Reliability(all, pathway.Ends{}, effort)
			require.LessOrEqual(t, some.Low, want+1e-12)
			require.GreaterOrEqual(t, some.High, want-1e-12)
			if some.Exact {
				require.InDelta(t, want, some.Low, 1e-12)
			}
		}
	}
}

// A loop far from the start, whose stones lead on to several others: what was reached before it matters
// no more, what is reached in it does.
func TestReliabilityOfALoopInTheMiddle(t *testing.T) {
	rng := rand.New(rand.NewPCG(10, 1979))
	for range 12 {
		p := with(steps(ids{"s"}, ids{"a", "b"}, ids{"c", "d"}, ids{"e", "f"}, ids{"t"}),
			"s", "a", "s", "b", "a", "c", "a", "d", "b", "c", "b", "d", "c", "d", "d", "c", "c", "e", "c", "f", "d", "f", "e", "t", "f", "t")
		var all []pathway.Chance
		for l := range p.AllLinks() {
			all = append(all, chance(l.From, l.To, 0.2+0.7*rng.Float64()))
		}
		got := p.Reliability(all, pathway.Ends{}, 0)
		require.True(t, got.Exact)
		require.InDelta(t, newPlain(p).enumerated(p, all, func(c pathway.Chance) float64 { return c.Low }, false), got.Low, 1e-12)
	}
}

// Chances for whole steps, for a stone and a step, and for two stones, over one another, between steps
// where every stone leads to every other.
func TestReliabilityOfNestedChances(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 1979))
	for range 250 {
		p := wideSteps(3, 3)
		p.Steps[0].Stones = p.Steps[0].Stones[:1+rng.IntN(3)]
		p.Steps[2].Stones = p.Steps[2].Stones[:1+rng.IntN(3)]
		var all []pathway.Chance
		for range 8 {
			i := rng.IntN(2)
			all = append(all, chance(oneOf(rng, p.Steps[i]), oneOf(rng, p.Steps[i+1]), 0.1+0.8*rng.Float64()))
		}
		got, g := p.Reliability(all, pathway.Ends{}, 0), newPlain(p)
		of := func(c pathway.Chance) float64 { return c.Low }
		require.InDelta(t, g.enumerated(p, all, of, false), got.Low, 1e-12, "%v", all)
		require.InDelta(t, g.enumerated(p, all, of, true), got.High, 1e-12, "%v", all)
	}
}

// Little effort leaves a range: it would take far more states than these to know.
func TestReliabilityNeedsItsEffort(t *testing.T) {
	p, all := layered(6, 6, 0.5)
	assert.False(t, p.Reliability(all, pathway.Ends{}, 20).Exact)
	weak, little := layered(6, 6, 0.1)
	cut := 1 - math.Pow(0.9, 36) // that one of the links between two steps holds
	assert.LessOrEqual(t, weak.Reliability(little, pathway.Ends{}, 20).High, math.Pow(cut, 5)+1e-12, "the five pairs of steps have no link in common")
	for i := range all {
		all[i].Low = 0 // at the low end there is nothing to work out
	}
	assert.False(t, p.Reliability(all, pathway.Ends{}, 20).Exact, "known at one end alone")
	loop := wideSteps(3, 1)
	loop.Links = []pathway.Link{}
	var chances []pathway.Chance
	for i := range 9 {
		loop.Steps[1].Stones = append(loop.Steps[1].Stones, fmt.Sprint("x", i))
	}
	for i, from := range loop.Steps[1].Stones {
		for k := range 4 {
			to := loop.Steps[1].Stones[(i+k+1)%10]
			loop.Links = append(loop.Links, pathway.Link{From: from, To: to})
			chances = append(chances, chance(from, to, 0.5))
		}
		loop.Links = append(loop.Links, pathway.Link{From: "0.0", To: from}, pathway.Link{From: from, To: "2.0"})
		chances = append(chances, chance("0.0", from, 0.3), chance(from, "2.0", 0.3))
	}
	known := loop.Reliability(chances, pathway.Ends{}, 0)
	require.True(t, known.Exact)
	for _, effort := range []int{1, 20, 100, 500, 2000, 5000} {
		r := loop.Reliability(chances, pathway.Ends{}, effort)
		assert.False(t, r.Exact)
		assert.Less(t, r.Low, known.Low+1e-12, effort)
		assert.Greater(t, r.High, known.High-1e-12, effort)
	}
}

// What is known of a link back to the very first stone is known of it before what is known of its
// step; and a chance that is no number may be any.
func TestNearestChance(t *testing.T) {
	p := steps(ids{"a"}, ids{"b"})
	p.Links = []pathway.Link{{From: "a", To: "b"}, {From: "b", To: "a"}}
	back := pathway.Ends{From: ids{"b"}, To: ids{"a"}}
	got := p.Reliability([]pathway.Chance{chance("b", "A", 0.2), chance("b", "a", 0.7)}, back, 0)
	assert.Equal(t, pathway.Reliability{Low: 0.7, High: 0.7, Exact: true}, got)
	got = p.Reliability([]pathway.Chance{chance("B", "A", 0.2), chance("B", "a", 0.7)}, back, 0)
	assert.Equal(t, pathway.Reliability{Low: 0.7, High: 0.7, Exact: true}, got)
	p.Steps[0].Stones = ids{"a", "c"}
	p.Links[1].To = "A"
	back.To = ids{"c"}
	got = p.Reliability([]pathway.Chance{chance("B", "A", 0.2), chance("B", "a", 0.7)}, back, 0)
	assert.Equal(t, pathway.Reliability{Low: 0.2, High: 0.2, Exact: true}, got, "of the others in its step that of the step is left")
	got = p.Reliability([]pathway.Chance{{From: "a", To: "b", Low: math.NaN(), High: 0.5}}, pathway.Ends{}, 0)
	assert.Equal(t, pathway.Reliability{Low: 0, High: 1, Exact: true}, got)
}

// Three pairs of steps with some of their links are tried both ways, beside a way that is sure in any case: the
// parts that add up to it are rounded, and their sum is no more than 1.
func TestReliabilityIsAChance(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 1979))
	for range 500 {
		p := wideSteps(4, 2)
		var all []pathway.Chance
		for i := range 3 {
			from, to := p.Steps[i], p.Steps[i+1]
			for _, l := range [][2]int{{0, 0}, {0, 1}, {1, 1}} {
				p.Links = append(p.Links, pathway.Link{From: from.Stones[l[0]], To: to.Stones[l[1]]})
			}
			all = append(all, chance(from.Column, to.Column, rng.Float64()))
		}
		p.Links = append(p.Links, pathway.Link{From: "0.0", To: "3.0"})
		got := p.Reliability(append(all, chance("0.0", "3.0", 1)), pathway.Ends{}, 0)
		require.InDelta(t, 1, got.Low, 1e-12)
		require.LessOrEqual(t, got.High, 1.0)
	}
}

// The effect of a route of one link is that of the link; one of two negative links is positive.
func TestEffectOfShortRoutes(t *testing.T) {
	p := steps(ids{"a"}, ids{"b"}, ids{"c"})
	p.Links = []pathway.Link{{From: "a", To: "b", Effect: pathway.Negative}, {From: "b", To: "c", Effect: pathway.Negative}, {From: "a", To: "c", Effect: pathway.Negative}}
	effects := map[int]pathway.Effect{}
	for r := range p.Routes(10) {
		effects[len(r.Stones)] = r.Effect
	}
	assert.Equal(t, map[int]pathway.Effect{2: pathway.Negative, 3: pathway.Positive}, effects)
}

// No effort is the usual one.
func TestCutSourcesWithoutASayOnEffort(t *testing.T) {
	p := steps(ids{"a"}, ids{"b", "c"}, ids{"d"})
	all := cites("a", "b", "s", "a", "b", "t", "a", "c", "s", "a", "c", "u", "B", "d", "v", "B", "d", "w", "B", "d", "x", "B", "d", "y")
	for _, effort := range []int{0, -1, 1_000_000} {
		cut, ok := p.CutSources(all, pathway.Ends{}, effort)
		assert.True(t, ok)
		assert.Equal(t, 3, cut.Low, "%d", effort)
		assert.Equal(t, 3, cut.High, "%d", effort)
	}
}
