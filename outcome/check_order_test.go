package outcome

import (
	"math/bits"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Against trying every set of steps: no fewer can be taken out, and what stays is in order.
func TestOutOfOrderIsTheFewest(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 5))
	for range 2000 {
		columns := make([]int, random.IntN(9))
		for j := range columns {
			columns[j] = random.IntN(6) - 1
		}
		wrong := outOfOrder(columns)
		kept := uint(0)
		for j := range columns {
			if !wrong[j] {
				kept |= 1 << j
			}
		}
		most := 0
		for set := range uint(1) << len(columns) {
			if rising(columns, set) {
				most = max(most, bits.OnesCount(set))
			}
		}
		assert.True(t, rising(columns, kept), "%v without %v", columns, wrong)
		assert.Equal(t, most, bits.OnesCount(kept), "%v without %v", columns, wrong)
	}
}

// rising reports whether the columns of a set of steps rise, those that are not known left out of the question.
func rising(columns []int, set uint) bool {
	before := -1
	for j, column := range columns {
		if set&(1<<j) == 0 || column < 0 {
			continue
		}
		if column <= before {
			return false
		}
		before = column
	}
	return true
}

// Of two that could stay the earlier does: whoever reads on meets the other as the one that is out of place.
func TestOutOfOrderBlamesTheLater(t *testing.T) {
	assert.Equal(t, map[int]bool{1: true}, outOfOrder([]int{1, 0}))
	assert.Equal(t, map[int]bool{1: true}, outOfOrder([]int{0, 0, 1}))
	assert.Equal(t, map[int]bool{2: true}, outOfOrder([]int{0, 2, 1}))
	assert.Empty(t, outOfOrder([]int{-1, -1}))
}
