package outcome

import "github.com/outcomemap/outcomemap/pathway"

// linkSet answers whether a pathway links two ids, in constant time.
type linkSet struct {
	step    map[string]int  // of a stone or a column
	column  map[string]bool // whether an id is a column
	columns []string        // by step
	implied map[int]bool    // from the step to the next
	stated  map[[2]linkEnd]bool
}

// linkEnd is one end of a stated link, as it is stated or, without an id, anything in its step.
type linkEnd struct {
	step int
	id   string
}

// links returns the links of the pathway at a place.
func (c *check) links(where int) *linkSet {
	if s, made := c.linkSets[where]; made {
		return s
	}
	p := &c.m.Pathways[where]
	s := &linkSet{step: map[string]int{}, column: map[string]bool{}, implied: map[int]bool{}, stated: map[[2]linkEnd]bool{}}
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
	if b.Implied() {
		s.implied[b.FromStep] = true
		return
	}
	for _, from := range [...]string{b.Link.From, ""} {
		for _, to := range [...]string{b.Link.To, ""} {
			s.stated[[2]linkEnd{{b.FromStep, from}, {b.ToStep, to}}] = true
		}
	}
}

// has reports whether some link leads from one id to the other; a column stands for its step.
func (s *linkSet) has(from, to string) bool {
	i, j := s.step[from], s.step[to]
	if s.implied[i] && j == i+1 {
		return true
	}
	for _, a := range s.names(from, i) {
		for _, b := range s.names(to, j) {
			if s.stated[[2]linkEnd{{i, a}, {j, b}}] {
				return true
			}
		}
	}
	return false
}

// names lists the words in which a link may be stated that starts or ends in an id of a step.
func (s *linkSet) names(id string, step int) [2]string {
	if s.column[id] {
		return [2]string{}
	}
	return [2]string{id, s.columns[step]}
}
