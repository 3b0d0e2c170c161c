package pathway

// index is a snapshot of which stone and which column belongs to which step. Stones are numbered in the
// order of their steps, so that those of a step stand side by side.
type index struct {
	p       *Pathway
	stones  [][]string     // per step, without those that are empty or named before
	numbers [][]int        // per step, those of its stones
	node    map[string]int // the number of a stone
	stepOf  []int          // per number
	column  map[string]int // of a column: the step that is its first
}

func newIndex(p *Pathway) *index {
	n := 0
	for i := range p.Steps {
		n += len(p.Steps[i].Stones)
	}
	x := &index{
		p:       p,
		stones:  make([][]string, len(p.Steps)),
		numbers: make([][]int, len(p.Steps)),
		node:    make(map[string]int, n),
		stepOf:  make([]int, 0, n),
		column:  make(map[string]int, len(p.Steps)),
	}
	for i, s := range p.Steps {
		if _, ok := x.column[s.Column]; !ok && s.Column != "" {
			x.column[s.Column] = i
		}
		x.stones[i] = x.claim(i, s.Stones)
	}
	numbers := make([]int, len(x.stepOf))
	for v := range numbers {
		numbers[v] = v
	}
	for i, stones := range x.stones {
		k := len(stones)
		x.numbers[i], numbers = numbers[:k:k], numbers[k:]
	}
	return x
}

// claim books stones for step i and returns those that no step had before: the same slice where
// that is all of them, as it is in a valid pathway.
func (x *index) claim(i int, stones []string) []string {
	var fresh []string // once it differs from the stones
	for k, id := range stones {
		_, taken := x.node[id]
		switch {
		case (taken || id == "") && fresh == nil:
			fresh = append(make([]string, 0, len(stones)), stones[:k]...)
		case taken || id == "":
		default:
			x.node[id] = len(x.stepOf)
			x.stepOf = append(x.stepOf, i)
			if fresh != nil {
				fresh = append(fresh, id)
			}
		}
	}
	if fresh != nil {
		return fresh
	}
	return stones[:len(stones):len(stones)]
}

// find returns the number of the stone that an id names, or -1, and the step of the stone or the column.
func (x *index) find(id string) (stone, step int) {
	if v, ok := x.node[id]; ok && x.stepOf[v] >= 0 {
		return v, x.stepOf[v]
	}
	if i, ok := x.column[id]; ok {
		return -1, i
	}
	return -1, -1
}

// bundles lists what [Pathway.Bundles] promises.
func (x *index) bundles() []Bundle {
	all := make([]Bundle, 0, len(x.stones)+len(x.p.Links))
	for b := range x.eachBundle {
		all = append(all, b)
	}
	return all
}

func (x *index) eachBundle(yield func(Bundle) bool) {
	links := x.statedLinks()
	for i := range len(x.stones) + 1 {
		if x.implies(i) && !links.replaces(i) && !yield(x.implied(i)) {
			return
		}
		for _, place := range links.leaving(i) {
			if !yield(x.stated(int(place), &links.ends[place])) {
				return
			}
		}
	}
}

// implies reports whether step i and the one after it have links unless someone states otherwise:
// an empty list of links says that there are none.
func (x *index) implies(i int) bool {
	none := x.p.Links != nil && len(x.p.Links) == 0
	return !none && i+1 < len(x.stones) && len(x.stones[i]) > 0 && len(x.stones[i+1]) > 0
}

// implied is the bundle between step i and the one after it.
func (x *index) implied(i int) Bundle {
	return Bundle{
		Link:     Link{From: x.p.Steps[i].Column, To: x.p.Steps[i+1].Column},
		Stated:   -1,
		From:     x.stones[i],
		To:       x.stones[i+1],
		FromStep: i,
		ToStep:   i + 1,
	}
}

// stated is the bundle of the stated link at a place.
func (x *index) stated(place int, ends *linkEnds) Bundle {
	b := Bundle{Link: x.p.Links[place], Stated: place, FromStep: int(ends.from.step), ToStep: int(ends.to.step)}
	b.From, b.To = x.named(ends.from, b.Link.From), x.named(ends.to, b.Link.To)
	return b
}

// named returns the stones that an end of a link stands for: the one stone, or else all of the step. An id
// that names nothing stands for itself.
func (x *index) named(e linkEnd, id string) []string {
	switch {
	case e.step < 0:
		return []string{id}
	case e.stone < 0:
		return x.stones[e.step]
	}
	at := int(e.stone) - x.numbers[e.step][0]
	return x.stones[e.step][at : at+1 : at+1]
}
