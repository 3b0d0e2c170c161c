// Package scan reads JSON text strictly (RFC 8259, and no key twice in an object) without
// building anything: the caller steps through a string and decides what to keep. Texts come back as parts
// of that string wherever they hold no escapes. A scanner never panics, and its depth is bounded.
//
// Only the text itself is judged here. That it is UTF-8 is the caller's to see to beforehand.
package scan

import (
	"unicode"
	"unicode/utf8"
)

// A Scanner steps through Src. Once Err is set nothing more can be read, and every method returns
// at once.
type Scanner struct {
	Src   string
	Pos   int       // the next byte
	Depth int       // most containers inside one another
	Path  []Segment // of the value at Pos, one entry a container
	Err   *Fault    // the first fault
	Dups  []Dup     // keys that stand twice in one object, at most MaxDups
	NUL   int       // where the first escaped NUL is, 0: there is none, for none begins a file
	NULAt string    // pointer of the text with it

	MaxDups int // 0: keys that stand twice are not noted

	buf []byte // for texts with escapes
}

// New returns a scanner at the start of src.
func New(src string, depth int) *Scanner {
	return &Scanner{Src: src, Depth: depth}
}

// A Segment is one step of a JSON Pointer.
type Segment struct {
	List  bool
	Index int    // of the entry of a list
	Name  string // of the member of an object
}

// A Dup is a key that its object has twice.
type Dup struct {
	Pointer   string // of the field
	At, First int    // offsets of the two keys
	Len       int    // of the second key's source text
}

// Kind tells the faults of a text apart.
type Kind int8

// The kinds of fault.
const (
	Syntax Kind = iota
	TooDeep
	LoneSurrogate
)

// A Fault says where a text stops being JSON.
type Fault struct {
	Kind          Kind
	Offset        int
	Message, Hint string
	Opened        int // offset of the bracket or quote that is left open, or -1
}

// Fail keeps the first fault.
func (s *Scanner) Fail(at int, message, hint string) {
	s.fail(&Fault{Offset: at, Message: message, Hint: hint, Opened: -1})
}

func (s *Scanner) fail(f *Fault) {
	if s.Err == nil {
		s.Err = f
	}
}

// Peek skips white space and returns the next byte, or 0 at the end.
func (s *Scanner) Peek() byte {
	for ; s.Pos < len(s.Src); s.Pos++ {
		switch c := s.Src[s.Pos]; c {
		case ' ', '\n', '\t', '\r':
		default:
			return c
		}
	}
	return 0
}

// Enter steps over the bracket at Pos and opens a path segment. It reports whether the depth allows it.
func (s *Scanner) Enter(list bool) bool {
	if len(s.Path) >= s.Depth {
		s.fail(&Fault{Kind: TooDeep, Offset: s.Pos, Opened: -1})
		return false
	}
	s.Path = append(s.Path, Segment{List: list})
	s.Pos++
	return true
}

// Leave closes the path segment that Enter opened.
func (s *Scanner) Leave() { s.Path = s.Path[:len(s.Path)-1] }

// More steps to the next member of a container, whose bracket is at open and whose first member is
// still to come if first is set. It returns false behind the closing bracket, or on a fault.
func (s *Scanner) More(open int, closing byte, first bool) bool {
	switch c := s.Peek(); {
	case s.Err != nil:
		return false
	case c == closing:
		s.Pos++
		return false
	case first:
		return true
	case c != ',':
		s.wantComma(open, closing)
		return false
	}
	comma := s.Pos
	s.Pos++
	if s.Peek() == closing {
		s.Fail(comma, "a comma with nothing behind it", "JSON has no trailing comma: take it out")
		return false
	}
	return true
}

// Key reads the name of a member and the colon behind it, and leaves Pos at the value.
func (s *Scanner) Key(open int) (name string, ok bool) {
	if s.Peek() != '"' {
		s.wantKey(open)
		return "", false
	}
	if name, ok = s.Text(); !ok {
		return "", false
	}
	if s.Peek() != ':' {
		s.unexpected(open, "a colon behind the name of a field")
		return "", false
	}
	s.Pos++
	s.Peek()
	return name, true
}

// End reports whether nothing but white space is left.
func (s *Scanner) End() bool {
	if s.Peek(); s.Pos < len(s.Src) {
		s.Fail(s.Pos, "more text behind the end: "+s.found(), "a file holds one map and nothing else")
	}
	return s.Err == nil
}

// found describes what is at Pos, which is not the end.
func (s *Scanner) found() string {
	r, _ := utf8.DecodeRuneInString(s.Src[s.Pos:])
	if unicode.IsControl(r) {
		return "a control character"
	}
	return "'" + string(r) + "'"
}
