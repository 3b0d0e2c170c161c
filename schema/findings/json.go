package findings

import (
	"encoding/json"
	"io"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/outcomemap/outcomemap/internal/harmless"
	"github.com/outcomemap/outcomemap/outcome"
)

// json prints an object with the findings, one a line, and their summary. The findings are those of
// [outcome.Finding] in its own JSON, and can be read back into it.
func (c *config) json(w io.Writer, fs []outcome.Finding) {
	write := func(s string) { _, _ = io.WriteString(w, s) } // the writer keeps its error
	write("{\"findings\": [")
	for i := range fs {
		if i > 0 {
			write(",")
		}
		write("\n  ")
		_, _ = w.Write(encode(&fs[i]))
	}
	if len(fs) > 0 {
		write("\n")
	}
	write("], \"summary\": ")
	_, _ = w.Write(encode(c.summary(fs)))
	write("}\n")
}

// encode returns JSON in which nothing unsafe stands as it is. Its callers give it plain data with
// texts, numbers and severities that were checked, so that it cannot fail.
func encode(v any) []byte {
	out, _ := json.Marshal(v)
	return escape(out)
}

// escape writes what is unsafe in JSON as escapes. It stands inside of texts alone, as all around
// them is ASCII and printable.
func escape(src []byte) []byte {
	clean := true
	for i := 0; i < len(src) && clean; i++ {
		clean = src[i] >= ' ' && src[i] < 0x7f
	}
	if clean {
		return src
	}
	out := make([]byte, 0, len(src)+len(src)/8)
	for len(src) > 0 {
		r, n := utf8.DecodeRune(src)
		switch {
		case r == '\n' || !harmless.Unsafe(r):
			out = append(out, src[:n]...)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			out = appendEscape(appendEscape(out, high), low)
		default:
			out = appendEscape(out, r)
		}
		src = src[n:]
	}
	return out
}

func appendEscape(out []byte, r rune) []byte {
	const hex = "0123456789abcdef"
	return append(out, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
}
