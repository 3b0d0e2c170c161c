package render

import (
	"cmp"
	"math"
	"slices"
)

// spaceHubs gives the hubs their x: the middle of their gutter, unless their links would run over those
// of another. Then they stand side by side, as few abreast as will do.
func (s *scene) spaceHubs() {
	order := make([]int32, len(s.hubs))
	reach := make([][2]float64, len(s.hubs))
	for i := range s.hubs {
		order[i], reach[i] = int32(i), s.reach(&s.hubs[i])
	}
	slices.SortStableFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(s.hubs[a].gutter, s.hubs[b].gutter), cmp.Compare(reach[a][0], reach[b][0]))
	})
	for len(order) > 0 {
		n := 1
		for n < len(order) && s.hubs[order[n]].gutter == s.hubs[order[0]].gutter {
			n++
		}
		s.spaceGutter(order[:n], reach)
		order = order[n:]
	}
}

// reach is how far up and down the links of a hub run.
func (s *scene) reach(h *hub) [2]float64 {
	low, high := h.y, h.y
	side := h.from
	for range 2 {
		for _, c := range side {
			y := s.cards[c].y + s.cards[c].height/2
			low, high = min(low, y), max(high, y)
		}
		side = h.to
	}
	return [2]float64{low, high}
}

// spaceGutter gives the hubs of one gutter, sorted by where their links start, the first track that is
// free there.
func (s *scene) spaceGutter(hubs []int32, reach [][2]float64) {
	col := &s.columns[s.hubs[hubs[0]].gutter]
	var free []float64 // where each track ends
	track := make([]int, len(hubs))
	for i, h := range hubs {
		t := slices.IndexFunc(free, func(end float64) bool { return end <= reach[h][0] })
		if t < 0 {
			t = len(free)
			free = append(free, 0)
		}
		free[t], track[i] = reach[h][1], t
	}
	step := 0.0
	if n := len(free); n > 1 {
		step = min(hubSteps, (col.gutter-56)/float64(n-1))
	}
	for i, h := range hubs {
		off := float64(step * (float64(track[i]) - float64(len(free)-1)/2))
		s.hubs[h].x = math.Round(col.x + col.width + col.gutter/2 + off)
	}
}
