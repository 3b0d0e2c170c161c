package scan

import (
	"strconv"
	"strings"
)

// A Spot is where a value stands in a text.
type Spot struct {
	Start, End int
}

// Locate finds values of valid JSON by their pointers, all in one pass. A value that is not there has
// the spot of the nearest one around it that is.
func Locate(src string, pointers []string) map[string]Spot {
	l := &locating{Scanner: Scanner{Src: src}, spots: make(map[string]Spot, len(pointers))}
	root := new(wanted)
	for _, pointer := range pointers {
		w := root
		for _, part := range Split(pointer) {
			w = w.child(part)
		}
		w.pointers = append(w.pointers, pointer)
	}
	l.find(root)
	return l.spots
}

type locating struct {
	Scanner
	spots map[string]Spot
}

// wanted is a node of the tree of pointers that are looked for.
type wanted struct {
	pointers []string
	members  map[string]*wanted // those that are not found yet
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
func (l *locating) find(w *wanted) {
	c := l.Peek()
	open := l.Pos
	switch {
	case w.members == nil:
		l.SkipValid()
	case c == '{':
		l.Pos++
		for first := true; l.More(open, '}', first); first = false {
			name, _ := l.Key(open)
			l.step(w, name)
		}
	case c == '[':
		l.Pos++
		for i := 0; l.More(open, ']', i == 0); i++ {
			l.step(w, strconv.Itoa(i))
		}
	default:
		l.SkipValid()
	}
	l.settle(w, Spot{open, l.Pos})
}

func (l *locating) step(w *wanted, part string) {
	if c := w.members[part]; c != nil {
		delete(w.members, part)
		l.find(c)
		return
	}
	l.SkipValid()
}

// settle notes the spot of w, and gives the same to everything below that was not found.
func (l *locating) settle(w *wanted, spot Spot) {
	for _, pointer := range w.pointers {
		l.spots[pointer] = spot
	}
	for _, c := range w.members {
		l.settle(c, spot)
	}
}

// SkipValid steps over a value that is known to be well-formed.
func (s *Scanner) SkipValid() {
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
