package scan

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// special marks the bytes at which a text is more than a run of its own bytes.
var special = func() (t [256]bool) {
	for c := range 0x20 {
		t[c] = true
	}
	t['"'], t['\\'] = true, true
	return t
}()

// Text reads the string at Pos, which is at its opening quote. Without escapes it is a part of Src.
func (s *Scanner) Text() (text string, ok bool) {
	src, start := s.Src, s.Pos+1
	for i := start; i < len(src); i++ {
		if c := src[i]; special[c] {
			if c == '"' {
				s.Pos = i + 1
				return src[start:i], true
			}
			return s.escaped(start, i)
		}
	}
	s.unclosed(s.Pos, len(src))
	return "", false
}

// escaped reads on from i, the first byte that is not plain, in the text that began at start.
func (s *Scanner) escaped(start, i int) (string, bool) {
	buf := append(s.buf[:0], s.Src[start:i]...)
	for i < len(s.Src) {
		c := s.Src[i]
		switch {
		case c == '"':
			s.Pos = i + 1
			s.buf = buf
			return string(buf), true
		case c == '\\':
			var n int
			if buf, n = s.escape(buf, i); n == 0 {
				return "", false
			}
			i += n
		case c < ' ':
			s.unclosed(start-1, i)
			return "", false
		default:
			next := i + 1
			for next < len(s.Src) && !special[s.Src[next]] {
				next++
			}
			buf = append(buf, s.Src[i:next]...)
			i = next
		}
	}
	s.unclosed(start-1, i)
	return "", false
}

// escape appends what the escape at i stands for, and returns its length, 0 on a fault.
func (s *Scanner) escape(buf []byte, i int) ([]byte, int) {
	if i+1 == len(s.Src) {
		s.unclosed(i, len(s.Src))
		return nil, 0
	}
	switch c := s.Src[i+1]; c {
	case '"', '\\', '/':
		return append(buf, c), 2
	case 'b':
		return append(buf, '\b'), 2
	case 'f':
		return append(buf, '\f'), 2
	case 'n':
		return append(buf, '\n'), 2
	case 'r':
		return append(buf, '\r'), 2
	case 't':
		return append(buf, '\t'), 2
	case 'u':
		return s.unicode(buf, i)
	}
	s.Fail(i, `no escape begins like this`, `JSON has \" \\ \/ \b \f \n \r \t and \uXXXX; write a backslash as \\`)
	return nil, 0
}

func (s *Scanner) unicode(buf []byte, i int) ([]byte, int) {
	r, ok := hex4(s.Src[i+2:])
	if !ok {
		s.Fail(i, `\u wants four hexadecimal digits`, "")
		return nil, 0
	}
	if r == 0 && s.NUL == 0 {
		s.NUL, s.NULAt = i, s.Pointer()
	}
	if !utf16.IsSurrogate(r) {
		return utf8.AppendRune(buf, r), 6
	}
	if other, ok := strings.CutPrefix(s.Src[i+6:], `\u`); ok {
		if low, ok := hex4(other); ok {
			if whole := utf16.DecodeRune(r, low); whole != utf8.RuneError {
				return utf8.AppendRune(buf, whole), 12
			}
		}
	}
	s.fail(&Fault{Kind: LoneSurrogate, Offset: i, Opened: -1})
	return nil, 0
}

// hex4 returns what the four hexadecimal digits that src begins with stand for.
func hex4(src string) (rune, bool) {
	digits := src[:min(4, len(src))]
	x, err := strconv.ParseUint(digits, 16, 16)
	return rune(x), err == nil && len(digits) == 4
}

// AppendText appends text as a JSON string with no more escapes than JSON asks for.
func AppendText(dst []byte, text string) []byte {
	const hex = "0123456789abcdef"
	dst = append(dst, '"')
	for {
		i := 0
		for i < len(text) && !special[text[i]] {
			i++
		}
		dst = append(dst, text[:i]...)
		if i == len(text) {
			return append(dst, '"')
		}
		switch c := text[i]; c {
		case '"', '\\':
			dst = append(dst, '\\', c)
		case '\b':
			dst = append(dst, '\\', 'b')
		case '\f':
			dst = append(dst, '\\', 'f')
		case '\n':
			dst = append(dst, '\\', 'n')
		case '\r':
			dst = append(dst, '\\', 'r')
		case '\t':
			dst = append(dst, '\\', 't')
		default:
			dst = append(dst, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
		text = text[i+1:]
	}
}
