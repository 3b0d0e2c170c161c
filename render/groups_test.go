package render

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestGrouped(t *testing.T) {
	of := []int{2, -1, 0, 2, 0, 4}
	g := grouped(len(of), 5, func(i int) int { return of[i] })
	for group, want := range [][]int32{{2, 4}, {}, {0, 3}, {}, {5}} {
		assert.Equal(t, want, g.in(group), "group %d", group)
	}
	assert.Empty(t, grouped(0, 0, nil).order, "nothing in no group")
}
