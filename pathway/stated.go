package pathway

import "github.com/outcomemap/outcomemap/internal/grouped"

// statedLinks are the links that a pathway states, with the step that each leads from.
type statedLinks struct {
	ends   []linkEnds     // of each
	byStep grouped.Groups // their places; behind the last step those from an unknown id
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
	s := statedLinks{ends: make([]linkEnds, len(links))}
	for i := range links {
		if links[i].says() {
			s.ends[i] = linkEnds{x.linkEnd(links[i].From), x.linkEnd(links[i].To)}
		}
	}
	s.byStep = grouped.By(len(links), steps+1, func(i int) int {
		switch from := s.ends[i].from.step; {
		case !links[i].says():
			return -1
		case from < 0:
			return steps
		default:
			return int(from)
		}
	})
	return s
}

// says reports whether a link joins two ids at all.
func (l *Link) says() bool { return l.From != "" && l.To != "" && l.From != l.To }

// leaving returns the places of the links from step i, in the order of the file.
func (s *statedLinks) leaving(i int) []int32 { return s.byStep.In(i) }

// replaces reports whether one of the links from step i leads to the step after: then none is implied.
func (s *statedLinks) replaces(i int) bool {
	for _, place := range s.leaving(i) {
		if int(s.ends[place].to.step) == i+1 {
			return true
		}
	}
	return false
}
