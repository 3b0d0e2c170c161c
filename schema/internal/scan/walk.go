package scan

import "strings"

// Number reads the number at Pos and returns its source text.
func (s *Scanner) Number() (text string, ok bool) {
	src, i := s.Src, s.Pos
	if s.at(i) == '-' {
		i++
	}
	whole := digits(src, i)
	if whole == i {
		s.Fail(s.Pos, "no number, text, list, object, true, false or null begins like this", s.hint())
		return "", false
	}
	if s.at(i) == '0' {
		whole = i + 1
	}
	i = whole
	if s.at(i) == '.' {
		end := digits(src, i+1)
		if end == i+1 {
			s.Fail(i, "a number ends in a dot", "write a digit behind it, or leave the dot out")
			return "", false
		}
		i = end
	}
	if s.at(i) == 'e' || s.at(i) == 'E' {
		i++
		if s.at(i) == '+' || s.at(i) == '-' {
			i++
		}
		end := digits(src, i)
		if end == i {
			s.Fail(i, "a number has no digits in its exponent", "")
			return "", false
		}
		i = end
	}
	if i < len(src) && !ends[src[i]] {
		hint := ""
		if digits(src, i) > i { // what ends before a digit is a zero
			hint = "JSON numbers have no leading zero"
		}
		s.Fail(i, "a number goes on with something that is no digit", hint)
		return "", false
	}
	text, s.Pos = src[s.Pos:i], i
	return text, true
}

// ends marks what may stand right behind a number or a word.
var ends = func() (t [256]bool) {
	for _, c := range " \t\r\n,:]}/#\"'[{" {
		t[c] = true
	}
	return t
}()

// at returns the byte at i, 0 behind the end.
func (s *Scanner) at(i int) byte {
	if i < len(s.Src) {
		return s.Src[i]
	}
	return 0
}

// digits returns where the digits at i end.
func digits(src string, i int) int {
	for i < len(src) && '0' <= src[i] && src[i] <= '9' {
		i++
	}
	return i
}

// Word reads true, false or null at Pos.
func (s *Scanner) Word() (word string, ok bool) {
	for _, word := range [...]string{"true", "false", "null"} {
		end := s.Pos + len(word)
		if strings.HasPrefix(s.Src[s.Pos:], word) && (end == len(s.Src) || ends[s.Src[end]]) {
			s.Pos = end
			return word, true
		}
	}
	if s.Pos >= len(s.Src) {
		s.fail(&Fault{Offset: s.Pos, Opened: -1, Message: "the file ends where a value is wanted"})
		return "", false
	}
	s.Fail(s.Pos, "want a value, not "+s.found(), s.hint())
	return "", false
}

// Skip steps over the value at Pos, whatever it is.
func (s *Scanner) Skip() bool {
	s.walk(nil)
	return s.Err == nil
}

// Compact steps over the value at Pos and appends it to dst: no white space, no more escapes than
// JSON asks for, keys in their order and numbers as they are written. Of a key that stands twice
// the first counts.
func (s *Scanner) Compact(dst []byte) []byte {
	s.walk(&dst)
	return dst
}

func (s *Scanner) walk(dst *[]byte) {
	switch c := s.Peek(); {
	case s.Err != nil:
	case c == '{':
		s.walkObject(dst)
	case c == '[':
		s.walkList(dst)
	case c == '"':
		if text, ok := s.Text(); ok && dst != nil {
			*dst = AppendText(*dst, text)
		}
	case c == '-' || '0' <= c && c <= '9':
		if text, ok := s.Number(); ok && dst != nil {
			*dst = append(*dst, text...)
		}
	default:
		if word, ok := s.Word(); ok && dst != nil {
			*dst = append(*dst, word...)
		}
	}
}

func (s *Scanner) walkObject(dst *[]byte) {
	put(dst, '{')
	var seen names
	wrote := false
	s.members(func(name string, at int) {
		if before := seen.add(name, at); before != at {
			s.Twice(at, before)
			s.Skip()
			return
		}
		if wrote {
			put(dst, ',')
		}
		wrote = true
		if dst != nil {
			*dst = append(AppendText(*dst, name), ':')
		}
		s.walk(dst)
	})
	put(dst, '}')
}

func (s *Scanner) walkList(dst *[]byte) {
	put(dst, '[')
	s.entries(func(i int) {
		if i > 0 {
			put(dst, ',')
		}
		s.walk(dst)
	})
	put(dst, ']')
}

// members steps through the object at Pos and calls each at the value of every member, which has to
// step over it, with the name and where that is. It ends on a fault.
func (s *Scanner) members(each func(name string, at int)) {
	open := s.Pos
	if !s.Enter(false) {
		return
	}
	top := len(s.Path) - 1
	for first := true; s.More(open, '}', first); first = false {
		at := s.Pos
		if name, ok := s.Key(open); ok {
			s.Path[top].Name = name
			each(name, at)
		}
	}
	s.Leave()
}

// entries does the same for the list at Pos.
func (s *Scanner) entries(each func(i int)) {
	open := s.Pos
	if !s.Enter(true) {
		return
	}
	top := len(s.Path) - 1
	for i := 0; s.More(open, ']', i == 0); i++ {
		s.Path[top].Index = i
		each(i)
	}
	s.Leave()
}

func put(dst *[]byte, c byte) {
	if dst != nil {
		*dst = append(*dst, c)
	}
}

// Twice records that the key at at, the last of Path, was in its object before.
func (s *Scanner) Twice(at, first int) {
	if len(s.Dups) < s.MaxDups {
		end := Scanner{Src: s.Src, Pos: at}
		end.skipText()
		s.Dups = append(s.Dups, Dup{Pointer: s.Pointer(), At: at, First: first, Len: end.Pos - at})
	}
}

// names are the keys of one object with their offsets: the first few in a list, so that small
// objects cost nothing, and the others in a map, so that many keys cost no more each than few.
type names struct {
	few  [8]named
	n    int
	many map[string]int
}

type named struct {
	name string
	at   int
}

// add returns where a name was first, which is at where it is new.
func (k *names) add(name string, at int) int {
	for _, had := range k.few[:k.n] {
		if had.name == name {
			return had.at
		}
	}
	if k.n < len(k.few) {
		k.few[k.n] = named{name, at}
		k.n++
		return at
	}
	if before, twice := k.many[name]; twice {
		return before
	}
	if k.many == nil {
		k.many = make(map[string]int)
	}
	k.many[name] = at
	return at
}
