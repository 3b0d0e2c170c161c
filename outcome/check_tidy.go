package outcome

import "github.com/outcomemap/outcomemap/pathway"

// layout is where the stones and columns of a pathway stand, as long as it is tidy, as most are:
// steps in the order of the columns, stones in the steps of their columns, and every link from one
// step to a later one. Then no loop is possible, and what is reached can be worked out from step to
// step, many times faster than in any graph. It is used again for the next pathway.
type layout struct {
	at     map[string]int // place of a stone; of a column, below 0: -1 is the first step
	step   []int          // of each stone
	first  []int          // place of the first stone of each step, and the end of the last
	stated []bool         // whether a link is stated between a step and the next
	links  [][2]int       // from and to
	head   []int          // of each step, the last link that starts in it, or -1
	next   []int          // of each link, another one that starts in its step, or -1
}

// tidy reports whether p is tidy, and lays it out. The map has all its columns and stones.
func (c *check) tidy(p *pathway.Pathway) (*layout, bool) {
	l := &c.layout
	l.reset()
	column := -1
	for i, step := range p.Steps {
		before := column
		if column = c.known.nodes[step.Column].column; column <= before {
			return nil, false
		}
		l.at[step.Column] = -1 - i
		l.first, l.stated, l.head = append(l.first, len(l.step)), append(l.stated, false), append(l.head, -1)
		for _, id := range step.Stones {
			if c.known.nodes[id].column != column {
				return nil, false
			}
			l.at[id] = len(l.step)
			l.step = append(l.step, i)
		}
	}
	l.first = append(l.first, len(l.step))
	for _, link := range p.Links {
		if !l.link(link) {
			return nil, false
		}
	}
	return l, true
}

func (l *layout) reset() {
	if l.at == nil {
		l.at = make(map[string]int)
	}
	clear(l.at)
	l.step, l.first, l.stated = l.step[:0], l.first[:0], l.stated[:0]
	l.links, l.head, l.next = l.links[:0], l.head[:0], l.next[:0]
}

// link adds a link, if it leads from one step to a later one.
func (l *layout) link(link pathway.Link) bool {
	from, ok1 := l.at[link.From]
	to, ok2 := l.at[link.To]
	if !ok1 || !ok2 {
		return false
	}
	i, j := l.stepAt(from), l.stepAt(to)
	if i >= j {
		return false
	}
	if j == i+1 {
		l.stated[i] = true
	}
	l.links, l.next = append(l.links, [2]int{from, to}), append(l.next, l.head[i])
	l.head[i] = len(l.links) - 1
	return true
}

func (l *layout) stepAt(place int) int {
	if place < 0 {
		return -1 - place
	}
	return l.step[place]
}

// connected reports whether links lead from a stone of the first step to one of the last, which is
// what [pathway.Gaps] says of a tidy pathway. Implied links count where no link at all is stated, or
// some are and none between the two steps.
func (l *layout) connected(none bool) bool {
	reached := make([]bool, len(l.step))
	some := make([]bool, len(l.first)-1) // whether any stone of a step is reached
	reach := func(place int) {
		if place >= 0 {
			reached[place], some[l.step[place]] = true, true
			return
		}
		for k := l.first[-1-place]; k < l.first[-place]; k++ {
			reached[k], some[-1-place] = true, true
		}
	}
	reach(-1)
	for i := range some {
		if !some[i] {
			continue
		}
		if i+1 < len(some) && !none && !l.stated[i] {
			reach(-2 - i)
		}
		for k := l.head[i]; k >= 0; k = l.next[k] {
			if from := l.links[k][0]; from < 0 || reached[from] {
				reach(l.links[k][1])
			}
		}
	}
	return some[len(some)-1]
}
