package order

import (
	"math"
	"slices"
)

// ranks is room to sort the slots of a layer by height, as large as the widest layer.
type ranks struct {
	keys, dealt []int64 // heights, rounded, above slots
	end         []int32 // of each range of dealt
}

func newRanks(g *Graph) ranks {
	most := 0
	for l := range g.Layers() {
		most = max(most, int(g.first[l+1]-g.first[l]))
	}
	return ranks{make([]int64, most), make([]int64, most), make([]int32, most+1)}
}

// sort orders a layer by heights from -2 to 2, equal ones as the caller has them. It deals the slots to as
// many even ranges of height as there are slots, most of which then hold one or two.
func (r *ranks) sort(s *state, l int, h []float64) {
	n := s.width(l)
	keys, dealt, end := r.keys[:n], r.dealt[:n], r.end[:n+1]
	low, high := int64(math.MaxInt64), int64(math.MinInt64)
	for i := range keys {
		v := int(s.first[l]) + i
		y := int64(h[v] * (1 << 30))
		keys[i] = y<<32 | int64(v)
		low, high = min(low, y), max(high, y)
	}
	share := float64(n-1) / float64(max(1, high-low))
	clear(end)
	for _, k := range keys {
		end[int(float64(k>>32-low)*share)+1]++
	}
	for i := range n {
		end[i+1] += end[i]
	}
	for _, k := range keys {
		i := int(float64(k>>32-low) * share)
		dealt[end[i]] = k
		end[i]++ // from where the range begins to where it ends
	}
	from := int32(0)
	for _, to := range end[:n] {
		switch {
		case to-from == 2: // as many are: no need for a call
			dealt[from], dealt[from+1] = min(dealt[from], dealt[from+1]), max(dealt[from], dealt[from+1])
		case to-from > 2:
			slices.Sort(dealt[from:to])
		}
		from = to
	}
	for i, k := range dealt {
		s.put(l, i, int32(k&math.MaxUint32))
	}
}
