package outcome

import "github.com/outcomemap/outcomemap/pathway"

// tally is how many assessments a target has, those made for another pathway that it also serves
// included, and which of its own is the last.
type tally struct{ times, last int }

// tallies are the tallies of all targets that are assessed. Stones, which most are, are kept apart:
// two texts are looked up in half the time that eight take.
type tallies struct {
	of     []int   // the target of each assessment, by its place in all
	all    []tally // by target
	stones map[within]int
	others map[pathway.Target]int
}

// within is a stone in one pathway, or in every one.
type within struct{ pathway, stone string }

func (c *check) assessed() *tallies {
	list := c.m.Evidence.Assessments
	s := &tallies{make([]int, len(list)), make([]tally, 0, len(list)), make(map[within]int, len(list)), make(map[pathway.Target]int)}
	for i := range list {
		t := list[i].About
		n := s.target(t)
		s.of[i] = n
		s.all[n].times, s.all[n].last = s.all[n].times+1, i
		if t.Pathway == "" {
			continue
		}
		own := t.Pathway
		for _, id := range list[i].Also {
			if t.Pathway = id; id != own && id != "" {
				n = s.target(t)
				s.all[n].times++
			}
		}
	}
	return s
}

// target returns the place of a target in all, which it gets where it has none.
func (s *tallies) target(t pathway.Target) int {
	if t == (pathway.Target{Pathway: t.Pathway, Stone: t.Stone}) && t.Stone != "" {
		return enter(s, s.stones, within{t.Pathway, t.Stone})
	}
	return enter(s, s.others, t)
}

// enter returns the place of a target that is booked under key.
func enter[K comparable](s *tallies, book map[K]int, key K) int {
	n, ok := book[key]
	if !ok {
		n = len(s.all)
		book[key] = n
		s.all = append(s.all, tally{})
	}
	return n
}

// has reports whether a stone is assessed in a pathway, or for every one.
func (s *tallies) has(pathway, stone string) bool {
	_, there := s.stones[within{pathway, stone}]
	return there
}
