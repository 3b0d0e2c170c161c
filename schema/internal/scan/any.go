package scan

import (
	"math"
	"strconv"
)

// Any reads the value at Pos as encoding/json would into an any, with two differences that keep a
// validator safe: of a key that stands twice the first counts, and a number that float64 cannot
// hold, or of more than MaxNumber characters, is read as 0. Lists are cut off behind cut entries;
// 0 means that they are not.
func (s *Scanner) Any(cut int) any {
	switch c := s.Peek(); {
	case s.Err != nil:
		return nil
	case c == '{':
		return s.anyObject(cut)
	case c == '[':
		return s.anyList(cut)
	case c == '"':
		text, _ := s.Text()
		return text
	case c == '-' || '0' <= c && c <= '9':
		text, _ := s.Number()
		x, _ := Float(text)
		return x
	}
	switch word, _ := s.Word(); word {
	case "true":
		return true
	case "false":
		return false
	}
	return nil
}

func (s *Scanner) anyObject(cut int) any {
	out := make(map[string]any)
	s.members(func(name string, _ int) {
		if _, twice := out[name]; twice {
			s.Skip()
			return
		}
		out[name] = s.Any(cut)
	})
	return out
}

func (s *Scanner) anyList(cut int) any {
	out := []any{}
	s.entries(func(i int) {
		if cut > 0 && i >= cut {
			s.Skip()
			return
		}
		out = append(out, s.Any(cut))
	})
	return out
}

// MaxNumber is how many characters a number may have. The longest that float64 needs is 24.
const MaxNumber = 64

// Float returns the number that text stands for, 0 and false where float64 cannot hold it or it is
// longer than MaxNumber. Minus zero is zero.
func Float(text string) (float64, bool) {
	if len(text) > MaxNumber {
		return 0, false
	}
	x, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsInf(x, 0) || math.IsNaN(x) {
		return 0, false
	}
	return x + 0, true
}
