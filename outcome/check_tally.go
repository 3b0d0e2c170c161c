package outcome

import "github.com/outcomemap/outcomemap/pathway"

// tally is how many assessments a target has, those made for another pathway that it also serves or
// for any pathway included, and which of its own is the last.
type tally struct{ times, last int }

// tallies are the tallies of all targets that are assessed. Stones, which most are, are kept apart:
// two texts are looked up in half the time that eight take.
type tallies struct {
	stones map[within]tally
	others map[pathway.Target]tally
}

// within is a stone in one pathway, or in every one.
type within struct{ pathway, stone string }

func (c *check) assessed() tallies {
	all := c.m.Evidence.Assessments
	s := tallies{make(map[within]tally, len(all)), make(map[pathway.Target]tally)}
	var general []pathway.Target
	for i := range all {
		t := all[i].About
		s.set(t, tally{s.of(t).times + 1, i})
		if t.Pathway == "" {
			general = append(general, t)
			continue
		}
		own := t.Pathway
		for _, id := range all[i].Also {
			if t.Pathway = id; id != own && id != "" {
				s.set(t, tally{s.of(t).times + 1, s.of(t).last})
			}
		}
	}
	if general != nil {
		s.addGeneral(general)
	}
	return s
}

// addGeneral counts what was said of a target in every pathway where it is assessed in one.
func (s tallies) addGeneral(general []pathway.Target) {
	anywhere := make(map[pathway.Target]bool, len(general))
	for _, t := range general {
		anywhere[t] = true
	}
	for k, n := range s.stones {
		if k.pathway != "" && anywhere[pathway.Target{Stone: k.stone}] {
			s.stones[k] = tally{n.times + 1, n.last}
		}
	}
	for t, n := range s.others {
		whole := t
		if whole.Pathway = ""; t.Pathway != "" && anywhere[whole] {
			s.others[t] = tally{n.times + 1, n.last}
		}
	}
}

func (s tallies) of(t pathway.Target) tally {
	if t == (pathway.Target{Pathway: t.Pathway, Stone: t.Stone}) && t.Stone != "" {
		return s.stones[within{t.Pathway, t.Stone}]
	}
	return s.others[t]
}

func (s tallies) set(t pathway.Target, n tally) {
	if t == (pathway.Target{Pathway: t.Pathway, Stone: t.Stone}) && t.Stone != "" {
		s.stones[within{t.Pathway, t.Stone}] = n
		return
	}
	s.others[t] = n
}
