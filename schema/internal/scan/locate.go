package scan

import (
	"strconv"
	"strings"
)

// A Spot is where a value stands in a text.
type Spot struct {
	Key        int // offset of its name, -1: it has none
	Start, End int
}

// Locate finds values of valid JSON by their pointers, all in one pass that ends with the last of
// them. A value that is not there has the spot of the nearest one around it that is.
func Locate(src string, pointers []string) map[string]Spot {
	l := &locating{Scanner: New(src, 1<<30), spots: make(map[string]Spot, len(pointers))}
	root := &wanted{spot: Spot{Key: -1}}
	for _, pointer := range pointers {
		w := root
		for _, part := range Split(pointer) {
			w = w.child(part)
		}
		if w.pointers == nil {
			l.left++
		}
		w.pointers = append(w.pointers, pointer)
	}
	l.find(root, -1)
	return l.spots
}

type locating struct {
	*Scanner
	spots map[string]Spot
	left  int // wanted values that are not found yet
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

// find steps over the value at Pos, which w stands for, and notes the spots in it.
func (l *locating) find(w *wanted, key int) {
	c := l.Peek()
	w.spot, w.found = Spot{Key: key, Start: l.Pos}, true
	open := l.Pos
	switch {
	case c == '{' && len(w.members) > 0:
		l.Pos++
		for first := true; l.left > 0 && l.More(open, '}', first); first = false {
			at := l.Pos
			name, ok := l.Key(open)
			if !ok {
				break
			}
			l.step(w, name, at)
		}
	case c == '[' && len(w.members) > 0:
		l.Pos++
		i := 0
		for first := true; l.left > 0 && l.More(open, ']', first); first = false {
			l.step(w, strconv.Itoa(i), -1)
			i++
		}
	default:
		l.SkipValid()
	}
	w.spot.End = l.Pos
	l.settle(w, w.spot)
}

func (l *locating) step(w *wanted, part string, key int) {
	if c := w.members[part]; c != nil && !c.found {
		l.find(c, key)
		return
	}
	l.SkipValid()
}

// settle notes the spot of w, and gives the same to everything below that was not found.
func (l *locating) settle(w *wanted, spot Spot) {
	for _, pointer := range w.pointers {
		l.spots[pointer] = spot
	}
	if w.pointers != nil {
		l.left--
	}
	for _, c := range w.members {
		if !c.found {
			l.settle(c, spot)
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
	for {
		n := strings.IndexByte(s.Src[s.Pos+1:], '"')
		if n < 0 {
			s.Pos = len(s.Src)
			return
		}
		s.Pos += n + 1
		slashes := 0
		for s.Src[s.Pos-1-slashes] == '\\' {
			slashes++
		}
		if slashes%2 == 0 {
			s.Pos++
			return
		}
	}
}
