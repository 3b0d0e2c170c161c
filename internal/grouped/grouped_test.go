package grouped

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestGrouped(t *testing.T) {
	of := []int{2, -1, 0, 2, 0, 4}
	g := By(len(of), 5, func(i int) int { return of[i] })
	for group, want := range [][]int32{{2, 4}, {}, {0, 3}, {}, {5}} {
		assert.Equal(t, want, g.In(group), "group %d", group)
	}
	assert.Zero(t, By(0, 0, nil).Len(), "nothing in no group")
}
