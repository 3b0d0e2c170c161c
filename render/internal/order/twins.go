package order

import "slices"

// placed is the room that a place in a layer takes in a number; what is above is the mark of who stands there.
const placed = most - 1

// rankTwins deals the places of items with the same neighbours, as those of a step that all lead to all
// of the next have, among them in the caller's order: it makes no difference to any crossing, and a
// reader finds them as they were written. Whoever has the same neighbours has the same mark.
func (s *state) rankTwins(l int, kin []uint64) {
	row := s.row(l)
	for place, v := range row {
		if !s.loose(v) {
			kin = append(kin, s.mark(v)&^placed|uint64(place))
		}
	}
	slices.Sort(kin)
	var slots []int32
	for len(kin) > 1 {
		slots = append(slots[:0], row[kin[0]&placed])
		for _, k := range kin[1:] {
			if v := row[k&placed]; k&^placed == kin[0]&^placed && s.twins(v, slots[0]) {
				slots = append(slots, v)
			} else {
				break
			}
		}
		slices.Sort(slots)
		for i, v := range slots {
			s.put(l, int(kin[i]&placed), v)
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
