package outcome

import "github.com/outcomemap/outcomemap/pathway"

// linkSet answers whether a pathway links two ids, in constant time.
type linkSet struct {
	step    map[string]int     // of a stone or a column
	column  map[string]bool    // whether an id is a column
	implied map[int]bool       // from the step to the next
	stated  map[[2]string]bool // as stated, stones or columns
	steps   map[[2]int]bool    // steps that have some link between them
	columns []string           // by step
}

// links returns the links of the pathway at a place.
func (c *check) links(where int) *linkSet {
	if s, made := c.linkSets[where]; made {
		return s
	}
	p := &c.m.Pathways[where]
	s := &linkSet{
		step: map[string]int{}, column: map[string]bool{}, implied: map[int]bool{},
		stated: map[[2]string]bool{}, steps: map[[2]int]bool{},
	}
	for i, step := range p.Steps {
		s.columns = append(s.columns, step.Column)
		for _, id := range step.Stones {
			setFirst(s.step, id, i)
		}
	}
	for i, step := range p.Steps {
		if _, stone := s.step[step.Column]; !stone {
			s.step[step.Column], s.column[step.Column] = i, true
		}
	}
	for b := range p.Bundles() {
		s.add(b)
	}
	c.linkSets[where] = s
	return s
}

func (s *linkSet) add(b pathway.Bundle) {
	s.steps[[2]int{b.FromStep, b.ToStep}] = true
	if b.Implied() {
		s.implied[b.FromStep] = true
		return
	}
	s.stated[[2]string{b.Link.From, b.Link.To}] = true
}

// has reports whether some link leads from one id to the other; a column stands for its step.
func (s *linkSet) has(from, to string) bool {
	i, j := s.step[from], s.step[to]
	switch {
	case s.implied[i] && j == i+1:
		return true
	case s.column[from] || s.column[to]:
		return s.steps[[2]int{i, j}]
	}
	a, b := s.columns[i], s.columns[j]
	return s.stated[[2]string{from, to}] || s.stated[[2]string{a, to}] || s.stated[[2]string{from, b}] || s.stated[[2]string{a, b}]
}
