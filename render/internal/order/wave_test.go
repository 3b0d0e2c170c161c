package order

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// circle returns a ring of 2n nodes in two layers, and where each slot is on it.
func circle(t *testing.T, n int) (g *Graph, at []int) {
	t.Helper()
	m := links{layers: 2, layer: make([]int, 2*n)}
	for i := range n {
		m.layer[n+i] = 1
		m.edges = append(m.edges, [2]int{i, n + i}, [2]int{(i + 1) % n, n + i})
	}
	g = m.graph(t)
	at = make([]int, 2*n)
	for i := range n {
		at[g.slot[i]], at[g.slot[n+i]] = 2*i, 2*i+1
	}
	return g, at
}

// chebyshev is the polynomial of the first kind, by its trigonometric form (Mason and Handscomb 2003).
func chebyshev(k int, z float64) float64 {
	if math.Abs(z) <= 1 {
		return math.Cos(float64(k) * math.Acos(z))
	}
	return math.Cosh(float64(k) * math.Acosh(z))
}

// The waves of a circle are known: averaging multiplies the one that goes round j times by cos(2πj/2n), and
// smoothing by the polynomial of that.
func TestSmoothingOfACircle(t *testing.T) {
	const n = 15
	g, at := circle(t, n)
	w := newWave(g)
	for _, tt := range []struct {
		steps int
		cut   float64
	}{{1, .5}, {2, .4}, {3, .2}, {5, .1}, {12, .03}} {
		wave := func(v, rounds int) float64 { return math.Cos(math.Pi * float64(rounds*at[v]) / n) }
		factor := func(rounds int) float64 {
			mean := math.Cos(math.Pi * float64(rounds) / n)
			return chebyshev(tt.steps, (mean+tt.cut)/(1-tt.cut))
		}
		want, top := make([]float64, len(at)), 0.0
		for v := range at {
			w.x[v] = 7 + wave(v, 1) + wave(v, 3)/2 + wave(v, 8)/3 // and equal heights for all, which say nothing
			w.prev[v], w.next[v] = 3, math.Inf(1)                 // of before
			want[v] = wave(v, 1)*factor(1) + wave(v, 3)/2*factor(3) + wave(v, 8)/3*factor(8)
			top = max(top, math.Abs(want[v]))
		}
		w.smooth(tt.steps, tt.cut)
		for v, x := range w.x {
			require.InDelta(t, want[v]/top, x, 1e-9, "%v, slot %d", tt, v)
		}
	}
}

// One step, worked out by hand: with two links or one each counts as a mean, and without any there is none.
func TestStep(t *testing.T) {
	g, err := New(2, []int{0, 0, 0, 1, 1}, [][2]int{{0, 3}, {0, 4}, {1, 3}})
	require.NoError(t, err)
	to := make([]float64, 5)
	newWave(g).step(to, []float64{1, 2, 5, 3, 7}, []float64{1, 2, 3, 4, 5}, 2, 4)
	assert.Equal(t, []float64{2 + 4*5 - 1, 4 + 4*3 - 2, 10 - 3, 6 + 4*1.5 - 4, 14 + 4*1 - 5}, to)
}

// Heights are levelled by links, so that smoothing keeps them level, and scaled by the farthest from the middle.
func TestLevelAndScale(t *testing.T) {
	g, err := New(2, []int{0, 0, 0, 1, 1}, [][2]int{{0, 3}, {0, 4}, {1, 3}})
	require.NoError(t, err)
	w := newWave(g)
	copy(w.x, []float64{4, 1, 9, -2, 1}) // with 2, 1, 0, 2 and 1 links: the mean is 1
	w.level()
	assert.Equal(t, []float64{3, 0, 8, -3, 0}, w.x)
	w.scale()
	assert.Equal(t, []float64{.375, 0, 1, -.375, 0}, w.x)
	copy(w.x, []float64{.5, 0, 0, -.25, 0})
	w.scale()
	assert.Equal(t, []float64{1, 0, 0, -.5, 0}, w.x, "up as well as down")
	clear(w.x)
	w.scale()
	assert.Equal(t, make([]float64, 5), w.x, "nothing to scale")
	bare, err := New(1, []int{0, 0}, nil)
	require.NoError(t, err)
	w = newWave(bare)
	copy(w.x, []float64{1, 2})
	w.level()
	assert.Equal(t, []float64{1, 2}, w.x, "no links, no mean")
}

// Layers are sorted by height, and the heights become even steps around the middle.
func TestSettleMakesEvenSteps(t *testing.T) {
	g, err := New(2, []int{0, 0, 0, 0, 1}, [][2]int{{0, 4}})
	require.NoError(t, err)
	w, s := newWave(g), newState(g)
	copy(w.x, []float64{.9, -.1, .2, -.8, .6})
	w.settle(s)
	assert.Equal(t, Order{{3, 1, 2, 0}, {4}}, s.order())
	assert.Equal(t, []float64{.75, -.25, .25, -.75, 0}, w.x)
}

// What is left of the stages is the best order that was looked at, with its crossings; those of long waves are not.
func TestWaveKeepsTheBest(t *testing.T) {
	stages := []stage{{2, longest, .05}, {2, 2, .01}} // the second spoils what the first found
	better := 0                                       // orders of long waves
	for seed := range uint64(20) {
		g := randMap(60, seed).graph(t)
		c, s := newCounter(g), newState(g)
		got := newWave(g).run(s, newRandom(seed), stages, c)
		assert.Equal(t, got, c.count(s))

		byHand, r := newWave(g), newRandom(seed)
		for v := range byHand.x {
			byHand.x[v] = r.float()
		}
		var counts []int64
		for _, st := range stages {
			for range st.rounds {
				byHand.smooth(st.steps, st.cut)
				byHand.settle(s)
				counts = append(counts, c.count(s))
			}
		}
		assert.Equal(t, slices.Min(counts[2:]), got, "%v", counts)
		if slices.Min(counts[:2]) < got {
			better++
		}
	}
	assert.Positive(t, better)
}
