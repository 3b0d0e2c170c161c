package schema

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/schema/internal/plan"
)

const byteMark = "\ufeff"

// unreadable returns why src is no text that a map could be in, or false.
func unreadable(src string) (plan.Fault, bool) {
	f := plan.Fault{Rule: rule.Encoding, Hint: "save the file as UTF-8"}
	switch {
	case strings.HasPrefix(src, "\xff\xfe"), strings.HasPrefix(src, "\xfe\xff"), wide(src):
		f.Message = "the file is UTF-16 or UTF-32, not UTF-8"
		return f, true
	case strings.TrimLeft(src, " \t\r\n"+byteMark) == "":
		return plan.Fault{Rule: rule.Syntax, Message: "the file is empty", Hint: `a map file starts with outcomeMap: "1"`}, true
	}
	if at := strings.IndexByte(src, 0); at >= 0 {
		f.At, f.Len, f.Message, f.Hint = at, 1, "a NUL byte: the file is not text", "open it with the program that made it, and save it as a map file"
		return f, true
	}
	if !utf8.ValidString(src) {
		f.At, f.Len = invalidAt(src), 1
		f.Message = fmt.Sprintf("the byte 0x%02X is not UTF-8", src[f.At])
		return f, true
	}
	return f, false
}

// wide reports whether every other byte of the beginning is NUL, as in UTF-16 without a mark.
func wide(src string) bool {
	nul := func(i int) bool { return src[i] == 0 }
	return len(src) >= 4 && nul(0) != nul(1) && nul(0) == nul(2) && nul(1) == nul(3)
}

func invalidAt(src string) int {
	for i, r := range src {
		if r == utf8.RuneError && !strings.HasPrefix(src[i:], "\ufffd") {
			return i
		}
	}
	return len(src)
}

// formatOf tells the format of a file: as asked, else by its name, else by its content.
func (c config) formatOf(text string) Format {
	if c.format != "" {
		return c.format
	}
	if f, err := FormatOf(c.name); err == nil {
		return f
	}
	if text = strings.TrimLeft(text, " \t\r\n"); strings.HasPrefix(text, "{") || strings.HasPrefix(text, "[") {
		return JSON
	}
	return YAML
}
