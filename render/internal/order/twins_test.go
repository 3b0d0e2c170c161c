package order

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Who has the same neighbours stands in the caller's order, and nothing else has changed its place.
func TestTwinsStandInTheCallersOrder(t *testing.T) {
	graphs := map[string]*Graph{"board": boardMap().graph(t)}
	for seed := range uint64(20) {
		graphs[fmt.Sprint("pw ", seed)] = pwMap(40, seed).graph(t)
		graphs[fmt.Sprint("rand ", seed)] = randMap(60, seed).graph(t)
	}
	pairs, turned := 0, 0
	for name, g := range graphs {
		s, c := newState(g), newCounter(g)
		shuffle(s, newRandom(7))
		was, before := slices.Clone(s.at), c.count(s)
		for l := range s.Layers() {
			s.rankTwins(l, nil)
		}
		assert.Equal(t, before, c.count(s), name)
		for l := range s.Layers() {
			row := s.row(l)
			for i, v := range row {
				alone := true
				for k, w := range row {
					if v == w || s.loose(v) || fmt.Sprint(s.left.of(v), s.right.of(v)) != fmt.Sprint(s.left.of(w), s.right.of(w)) {
						continue
					}
					assert.Equal(t, i < k, v < w, "%s, layer %d", name, l)
					pairs, alone = pairs+1, false
				}
				if alone {
					assert.Equal(t, was[int(s.first[l])+i], v, "%s, layer %d", name, l)
				} else if was[int(s.first[l])+i] != v {
					turned++
				}
				assert.Equal(t, int32(i), s.pos[v])
			}
		}
	}
	assert.Greater(t, pairs, 100, "or nothing was tested")
	assert.Greater(t, turned, 50)
}
