package order

import (
	"cmp"
	"slices"
)

// A relative is a slot by its place in its layer; whoever has the same neighbours has the same mark.
type relative struct {
	mark  uint64
	place int32
}

// rankTwins deals the places of items with the same neighbours, as those of a step that all lead to all
// of the next have, among them in the caller's order: it makes no difference to any crossing, and a
// reader finds them as they were written.
func (s *state) rankTwins(l int, kin []relative) {
	for place, v := range s.row(l) {
		if !s.loose(v) {
			kin = append(kin, relative{s.mark(v), int32(place)})
		}
	}
	slices.SortFunc(kin, func(a, b relative) int {
		return cmp.Or(cmp.Compare(a.mark, b.mark), cmp.Compare(a.place, b.place))
	})
	row := s.row(l)
	var slots []int32
	for len(kin) > 1 {
		slots = append(slots[:0], row[kin[0].place])
		for _, k := range kin[1:] {
			if k.mark != kin[0].mark || !s.twins(row[k.place], slots[0]) {
				break
			}
			slots = append(slots, row[k.place])
		}
		slices.Sort(slots)
		for i, v := range slots {
			s.put(l, int(kin[i].place), v)
		}
		kin = kin[len(slots):]
	}
}

// mark is a number of the neighbours of v.
func (s *state) mark(v int32) uint64 {
	h := uint64(len(s.left.of(v)))
	for _, near := range [2][]int32{s.left.of(v), s.right.of(v)} {
		for _, w := range near {
			h = (h ^ uint64(w)) * 0x9e3779b97f4a7c15
			h ^= h >> 29
		}
	}
	return h
}

// twins reports whether two slots have the same neighbours, in the order of the links.
func (s *state) twins(v, w int32) bool {
	return slices.Equal(s.left.of(v), s.left.of(w)) && slices.Equal(s.right.of(v), s.right.of(w))
}
