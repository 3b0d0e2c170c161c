package pathway

// statedLinks are the links that a pathway states, sorted by the step that they lead from.
type statedLinks struct {
	ends       []linkEnds // of each
	order, off []int32    // their places, step by step; behind the last step those from an unknown id
}

type linkEnds struct{ from, to linkEnd }

// linkEnd is what an end of a link names, as [index.find] tells it.
type linkEnd struct{ stone, step int32 }

func (x *index) linkEnd(id string) linkEnd {
	stone, step := x.find(id)
	return linkEnd{int32(stone), int32(step)}
}

// statedLinks reads the links, each end once. One with an empty end, or from an id to itself, is left out.
func (x *index) statedLinks() statedLinks {
	steps, links := len(x.stones), x.p.Links
	s := statedLinks{ends: make([]linkEnds, len(links)), off: make([]int32, steps+3)}
	from := func(i int) int { // its step, or steps if that is unknown
		if s.ends[i].from.step < 0 {
			return steps
		}
		return int(s.ends[i].from.step)
	}
	for i := range links {
		if l := &links[i]; l.says() {
			s.ends[i] = linkEnds{x.linkEnd(l.From), x.linkEnd(l.To)}
			s.off[from(i)+2]++ // two places on, so that it ends up where the step begins
		}
	}
	for i := range steps + 1 {
		s.off[i+2] += s.off[i+1]
	}
	s.order = make([]int32, s.off[steps+2])
	for i := range links {
		if links[i].says() {
			at := &s.off[from(i)+1]
			s.order[*at] = int32(i)
			*at++
		}
	}
	return s
}

// says reports whether a link joins two ids at all.
func (l *Link) says() bool { return l.From != "" && l.To != "" && l.From != l.To }

// leaving returns the places of the links from step i, in the order of the file.
func (s *statedLinks) leaving(i int) []int32 { return s.order[s.off[i]:s.off[i+1]] }

// replaces reports whether one of the links from step i leads to the step after: then none is implied.
func (s *statedLinks) replaces(i int) bool {
	for _, place := range s.leaving(i) {
		if int(s.ends[place].to.step) == i+1 {
			return true
		}
	}
	return false
}
