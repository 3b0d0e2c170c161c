package render

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Links from the one side to the other as they are sorted: by where they come from, then by where they lead.
func TestAllToAll(t *testing.T) {
	for _, tt := range []struct {
		why      string
		links    [][2]int32
		from, to []int32
	}{
		{"two lead to two", [][2]int32{{1, 7}, {1, 9}, {2, 7}, {2, 9}}, []int32{1, 2}, []int32{7, 9}},
		{"one leads to two", [][2]int32{{1, 7}, {1, 9}}, []int32{1}, []int32{7, 9}},
		{"three lead to one", [][2]int32{{1, 7}, {2, 7}, {5, 7}}, []int32{1, 2, 5}, []int32{7}},
		{"one link is missing", [][2]int32{{1, 7}, {1, 9}, {2, 7}}, nil, nil},
		{"both lead to two, but not to the same", [][2]int32{{1, 7}, {1, 8}, {2, 8}, {2, 9}}, nil, nil},
		{"two lead where the first does only together", [][2]int32{{1, 7}, {1, 9}, {2, 7}, {3, 9}}, nil, nil},
		{"none", nil, nil, nil},
	} {
		var ties []tie
		for _, l := range tt.links {
			ties = append(ties, tie{from: l[0], to: l[1]})
		}
		from, to := new(scene).allToAll(ties)
		assert.Equal(t, tt.from, from, tt.why)
		assert.Equal(t, tt.to, to, tt.why)
	}
}
