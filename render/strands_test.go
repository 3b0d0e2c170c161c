package render

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A look at two strands takes as many steps as they have heights in common, so that in a very tall picture
// no strand is led apart.
func TestTallGuttersAreNotUntied(t *testing.T) {
	s := &scene{columns: []column{{}}}
	for _, tt := range []struct {
		height float64
		want   bool
	}{{2_000, true}, {gridStep * (mostHeights - 20), true}, {gridStep * (mostHeights + 1), false}} {
		r := strand{to: Point{60, tt.height}, hubs: [2]int32{-1, -1}, turn: -1}
		tangle := tangle{scene: s, looks: mostLooks}
		assert.Equal(t, tt.want, tangle.take(0, []strand{r}, []int32{0}), "%v high", tt.height)
	}
}

// Ports keep their order on the smallest piece of a rail.
func TestPortsKeepTheirOrderWhereThereIsNoRoom(t *testing.T) {
	for _, height := range []float64{1, 8, 15, 16, 17, 40, 400} {
		side := make([]port, 2)
		fan(side, []int32{0, 1}, 100, height)
		assert.LessOrEqual(t, side[0].y, side[1].y, "%v high", height)
		assert.GreaterOrEqual(t, side[0].y, 100.0)
		assert.LessOrEqual(t, side[1].y, 100+height)
	}
}

func TestDistance(t *testing.T) {
	assert.Equal(t, 5.0, distance(Point{1, 2}, Point{4, -2}))
}
