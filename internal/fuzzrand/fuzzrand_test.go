package fuzzrand

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestOneByteIsOneChoice(t *testing.T) {
	choices := func(bytes ...byte) (all []int) {
		r := New(bytes, 1)
		for range 4 {
			all = append(all, r.IntN(256))
		}
		return all
	}
	assert.Equal(t, []int{7, 0, 255}, choices(7, 0, 255, 3)[:3])
	assert.Equal(t, choices(1, 2, 3), choices(1, 2, 3), "what lies behind is always the same")
	changed := choices(1, 9, 3)
	assert.Equal(t, 9, changed[1])
	changed[1] = 2
	assert.Equal(t, choices(1, 2, 3), changed)
}
