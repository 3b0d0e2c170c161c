package order

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// However heights lie, dealing them to ranges and sorting in these is sorting them, and equal heights keep
// the caller's order.
func TestRanksAreThoseOfASort(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	for name, height := range map[string]func() float64{
		"even":          func() float64 { return 2*r.Float64() - 1 },
		"all the same":  func() float64 { return .5 },
		"a few heights": func() float64 { return float64(r.IntN(5))/2 - 1 },
		"one far off":   func() float64 { return []float64{r.Float64() * 1e-6, -1}[r.IntN(50)/49] },
		"tiny":          func() float64 { return r.NormFloat64() * 1e-12 },
		"the whole":     func() float64 { return []float64{-2, 1.999, r.Float64()}[r.IntN(3)] },
	} {
		for _, n := range []int{1, 2, 3, 17, 200} {
			m := links{layers: 2, layer: make([]int, n+3)}
			copy(m.layer[n:], []int{1, 1, 1})
			g := m.graph(t)
			s, h := newState(g), make([]float64, g.Len())
			for v := range h {
				h[v] = height()
			}
			want := slices.Clone(s.row(0))
			slices.SortStableFunc(want, func(a, b int32) int { return cmp.Compare(int64(h[a]*(1<<30)), int64(h[b]*(1<<30))) })
			ranks := newRanks(g)
			ranks.sort(s, 1, h)
			ranks.sort(s, 0, h)
			require.Equal(t, want, s.row(0), "%s, %d", name, n)
			for i, v := range want {
				require.Equal(t, int32(i), s.pos[v])
			}
		}
	}
}
