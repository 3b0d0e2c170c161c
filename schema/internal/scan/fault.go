package scan

import "strings"

// unexpected records that something else stands at Pos than what is wanted.
func (s *Scanner) unexpected(open int, want string) {
	at, hint := s.Pos, s.hint()
	if s.Pos >= len(s.Src) {
		s.fail(&Fault{Offset: s.Pos, Opened: open, Message: "the file ends too soon: want " + want})
		return
	}
	s.Fail(at, "want "+want+", not "+s.found(), hint)
}

func (s *Scanner) wantComma(open int, closing byte) {
	s.unexpected(open, "a comma or '"+string(rune(closing))+"'")
}

func (s *Scanner) wantKey(open int) {
	want := "the name of a field in double quotes"
	if s.Pos < len(s.Src) && s.Src[s.Pos] == ',' {
		s.Fail(s.Pos, "a comma with nothing before it", "take it out")
		return
	}
	s.unexpected(open, want)
}

// hint guesses what the writer had in mind.
func (s *Scanner) hint() string {
	rest := s.Src[min(s.Pos, len(s.Src)):]
	switch {
	case rest == "":
		return ""
	case rest[0] == '\'' || strings.HasPrefix(rest, "\u201c") || strings.HasPrefix(rest, "\u201d"):
		return `JSON takes straight double quotes only: "`
	case rest[0] == '#' || strings.HasPrefix(rest, "//") || strings.HasPrefix(rest, "/*"):
		return "JSON has no comments; YAML has"
	case strings.HasPrefix(rest, "NaN"), strings.HasPrefix(rest, "Infinity"), strings.HasPrefix(rest, "-Infinity"):
		return "JSON has finite numbers only; leave the field out where the value is unknown"
	case strings.HasPrefix(rest, "True"), strings.HasPrefix(rest, "False"), strings.HasPrefix(rest, "None"):
		return "write true, false or null, in small letters"
	}
	return ""
}

// unclosed records a text without its closing quote.
func (s *Scanner) unclosed(quote, at int) {
	if at >= len(s.Src) {
		s.fail(&Fault{Offset: at, Opened: quote, Message: "the file ends inside a text"})
		return
	}
	f := &Fault{Offset: at, Opened: quote, Message: "a control character inside a text", Hint: `write it as an escape such as \t`}
	if c := s.Src[at]; c == '\n' || c == '\r' {
		f.Message, f.Hint = "a line ends inside a text", `the closing quote is missing, or the line break has to be written as \n`
	}
	s.fail(f)
}
