package scan

import "strconv"

// A Spot is where a value stands in a text.
type Spot struct {
	Key        int // offset of its name, -1: it has none
	Start, End int
}

// Locate finds values of valid JSON by their pointers, all in one pass. A value that is not there
// has the spot of the nearest one around it that is.
func Locate(src string, pointers []string) map[string]Spot {
	root := &wanted{spot: Spot{Key: -1}}
	for _, pointer := range pointers {
		w := root
		for _, part := range Split(pointer) {
			w = w.child(part)
		}
		w.pointers = append(w.pointers, pointer)
	}
	out := make(map[string]Spot, len(pointers))
	s := New(src, 1<<30)
	root.find(s, -1, out)
	return out
}

// wanted is a node of the tree of pointers that are looked for.
type wanted struct {
	pointers []string
	members  map[string]*wanted
	spot     Spot
	found    bool
}

func (w *wanted) child(part string) *wanted {
	if c := w.members[part]; c != nil {
		return c
	}
	if w.members == nil {
		w.members = make(map[string]*wanted)
	}
	c := new(wanted)
	w.members[part] = c
	return c
}

// find steps over the value at s.Pos, which w stands for, and notes the spots in it.
func (w *wanted) find(s *Scanner, key int, out map[string]Spot) {
	c := s.Peek()
	w.spot, w.found = Spot{Key: key, Start: s.Pos}, true
	open := s.Pos
	switch {
	case c == '{' && len(w.members) > 0:
		s.Pos++
		for first := true; s.More(open, '}', first); first = false {
			at := s.Pos
			name, ok := s.Key(open)
			if !ok {
				break
			}
			w.step(s, name, at, out)
		}
	case c == '[' && len(w.members) > 0:
		s.Pos++
		i := 0
		for first := true; s.More(open, ']', first); first = false {
			w.step(s, strconv.Itoa(i), -1, out)
			i++
		}
	default:
		s.SkipValid()
	}
	w.spot.End = s.Pos
	w.settle(w.spot, out)
}

func (w *wanted) step(s *Scanner, part string, key int, out map[string]Spot) {
	if c := w.members[part]; c != nil && !c.found {
		c.find(s, key, out)
		return
	}
	s.SkipValid()
}

// settle notes the spot of w, and gives the same to everything below that was not found.
func (w *wanted) settle(spot Spot, out map[string]Spot) {
	for _, pointer := range w.pointers {
		out[pointer] = spot
	}
	for _, c := range w.members {
		if !c.found {
			c.settle(spot, out)
		}
	}
}

// SkipValid steps over a value that is known to be well-formed.
func (s *Scanner) SkipValid() {
	s.Peek()
	for open := 0; s.Pos < len(s.Src); {
		switch s.Src[s.Pos] {
		case '"':
			s.skipText()
		case '{', '[':
			open++
			s.Pos++
		case '}', ']':
			open--
			s.Pos++
		case ',', ':', ' ', '\t', '\r', '\n':
			s.Pos++
			continue
		default:
			for s.Pos++; s.Pos < len(s.Src) && !ends[s.Src[s.Pos]]; s.Pos++ {
			}
		}
		if open == 0 {
			return
		}
	}
}

func (s *Scanner) skipText() {
	for s.Pos++; s.Pos < len(s.Src); s.Pos++ {
		switch s.Src[s.Pos] {
		case '\\':
			s.Pos++
		case '"':
			s.Pos++
			return
		}
	}
}
