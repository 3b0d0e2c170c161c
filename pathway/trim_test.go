package pathway

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// Of the states those are kept that a stable sort by chance puts first, in the order in which they turned up;
// the others are given up, and their chance is told.
func TestTrimKeepsTheMostProbable(t *testing.T) {
	rng := rand.New(rand.NewPCG(12, 1979))
	for range 300 {
		states := newTally[int]()
		for key := range 1 + rng.IntN(12) {
			states.add(key, float64(1+rng.IntN(4))/64) // many alike, and sums without a rest
		}
		sorted := slices.Clone(states.keys)
		slices.SortStableFunc(sorted, func(a, b int) int { return int(64 * (states.chances[b] - states.chances[a])) })
		limit := 1 + rng.IntN(12)
		kept := slices.Sorted(slices.Values(sorted[:min(limit, len(sorted))]))
		lost := 0.0
		for _, key := range sorted[len(kept):] {
			lost += states.chances[key]
		}
		require.Equal(t, lost, states.trim(limit))
		require.Equal(t, kept, states.keys)
		require.Len(t, states.chances, len(kept))
	}
}
