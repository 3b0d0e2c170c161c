package scan

import "strings"

// Number reads the number at Pos and returns its source text.
func (s *Scanner) Number() (text string, ok bool) {
	src, i := s.Src, s.Pos
	if i < len(src) && src[i] == '-' {
		i++
	}
	switch {
	case i < len(src) && src[i] == '0':
		i++
	case i < len(src) && '1' <= src[i] && src[i] <= '9':
		i = digits(src, i)
	default:
		s.Fail(s.Pos, "no number, text, list, object, true, false or null begins like this", s.hint())
		return "", false
	}
	if i < len(src) && src[i] == '.' {
		end := digits(src, i+1)
		if end == i+1 {
			s.Fail(i, "a number ends in a dot", "write a digit behind it, or leave the dot out")
			return "", false
		}
		i = end
	}
	if i < len(src) && (src[i] == 'e' || src[i] == 'E') {
		i++
		if i < len(src) && (src[i] == '+' || src[i] == '-') {
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
		s.Fail(i, "a number goes on with something that is no digit", numberHint(src[s.Pos:], src[i]))
		return "", false
	}
	text, s.Pos = src[s.Pos:i], i
	return text, true
}

func numberHint(number string, next byte) string {
	if '0' <= next && next <= '9' && strings.HasPrefix(strings.TrimPrefix(number, "-"), "0") {
		return "JSON numbers have no leading zero"
	}
	return ""
}

// ends marks what may stand right behind a number or a word.
var ends = func() (t [256]bool) {
	for _, c := range " \t\r\n,:]}/#\"'[{" {
		t[c] = true
	}
	return t
}()

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
		s.fail(&Error{Offset: s.Pos, Opened: -1, Message: "the file ends where a value is wanted"})
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
	open := s.Pos
	if !s.Enter(false) {
		return
	}
	put(dst, '{')
	var seen names
	wrote := false
	for first := true; s.More(open, '}', first); first = false {
		at := s.Pos
		name, ok := s.Key(open)
		if !ok {
			return
		}
		s.Path[len(s.Path)-1].Name = name
		if before, twice := seen.add(name, at); twice {
			s.Twice(at, before)
			s.walk(nil)
			continue
		}
		if wrote {
			put(dst, ',')
		}
		wrote = true
		if dst != nil {
			*dst = append(AppendText(*dst, name), ':')
		}
		s.walk(dst)
	}
	put(dst, '}')
	s.Leave()
}

func (s *Scanner) walkList(dst *[]byte) {
	open := s.Pos
	if !s.Enter(true) {
		return
	}
	put(dst, '[')
	for first := true; s.More(open, ']', first); first = false {
		if !first {
			s.Path[len(s.Path)-1].Index++
			put(dst, ',')
		}
		s.walk(dst)
	}
	put(dst, ']')
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
		end := (&Scanner{Src: s.Src, Pos: at, NUL: -1})
		end.Text()
		s.Dups = append(s.Dups, Dup{Pointer: s.Pointer(), At: at, First: first, Len: end.Pos - at})
	}
}

// names are the keys of one object with their offsets: a list while there are few, so that small
// objects cost nothing, and a map beyond, so that many keys cost no more each than few.
type names struct {
	few  [8]named
	n    int
	many map[string]int
}

type named struct {
	name string
	at   int
}

func (k *names) add(name string, at int) (before int, twice bool) {
	if k.many != nil {
		if before, twice = k.many[name]; !twice {
			k.many[name] = at
		}
		return before, twice
	}
	for _, had := range k.few[:k.n] {
		if had.name == name {
			return had.at, true
		}
	}
	if k.n < len(k.few) {
		k.few[k.n] = named{name, at}
		k.n++
		return 0, false
	}
	k.many = make(map[string]int, 2*len(k.few))
	for _, had := range k.few {
		k.many[had.name] = had.at
	}
	k.many[name] = at
	return 0, false
}
