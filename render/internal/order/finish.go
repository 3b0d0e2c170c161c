package order

// finish turns an order the way up, puts twins into the caller's order, and gives the places to what
// crosses nothing, that are nearest to the caller's. It changes no crossing.
func (s *state) finish() {
	if s.likeness() < 0 {
		s.mirror()
	}
	kin := make([]uint64, 0, s.Len())
	for l := range s.Layers() {
		s.rankTwins(l, kin)
		s.rankLoose(l)
	}
}

func (s *state) loose(v int32) bool { return s.links(v) == 0 }

// likeness is above zero where nodes that are high in the caller's order are high in this one, and
// as far below zero for the mirror image. Nodes without links are left out.
func (s *state) likeness() (sum float64) {
	var linked []int32
	for l := range s.Layers() {
		linked = linked[:0]
		for _, v := range s.row(l) {
			if !s.loose(v) {
				linked = append(linked, v)
			}
		}
		middle := int64(len(linked)) - 1
		for i, v := range linked {
			if int(s.item[v]) < s.nodes {
				sum += float64((2*int64(i) - middle) * int64(v-s.first[l]))
			}
		}
	}
	return sum
}

// mirror turns every layer upside down.
func (s *state) mirror() {
	for l := range s.Layers() {
		row := s.row(l)
		for i, j := 0, len(row)-1; i <= j; i, j = i+1, j-1 {
			a, b := row[i], row[j]
			s.put(l, i, b)
			s.put(l, j, a)
		}
	}
}

// rankLoose gives every node without links the rank among the nodes of its layer that it has in the
// caller's order.
func (s *state) rankLoose(l int) {
	var loose, linked []int32
	for v := s.first[l]; v < s.first[l+1]; v++ {
		if s.loose(v) {
			loose = append(loose, v) // in the caller's order, as slots are
		}
	}
	if len(loose) == 0 {
		return
	}
	for _, v := range s.row(l) {
		if !s.loose(v) {
			linked = append(linked, v)
		}
	}
	rank, place := int32(0), 0
	put := func(v int32) {
		s.put(l, place, v)
		place++
		if int(s.item[v]) < s.nodes {
			rank++
		}
	}
	for _, v := range linked {
		for len(loose) > 0 && loose[0]-s.first[l] <= rank {
			put(loose[0])
			loose = loose[1:]
		}
		put(v)
	}
	for _, v := range loose {
		put(v)
	}
}
