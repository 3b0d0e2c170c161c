package render

import (
	"io"
	"math"
	"strconv"
	"unicode/utf8"

	"github.com/outcomemap/outcomemap/render/internal/text"
)

// A pen gathers the bytes of an XML picture. All text and every attribute that comes from a map goes
// through escape, all numbers through num.
type pen struct {
	b      []byte
	prefix string    // of ids and classes
	w      io.Writer // where sheets go
	err    error     // of the first that could not be written: nothing is, after it
}

// sheet is how many bytes are gathered before they are written.
const sheet = 32 << 10

// spill writes what there is, if that is enough for a sheet.
func (p *pen) spill() {
	if len(p.b) >= sheet {
		p.flush()
	}
}

// flush writes what there is.
func (p *pen) flush() {
	if p.err == nil {
		_, p.err = p.w.Write(p.b)
	}
	p.b = p.b[:0]
}

func (p *pen) raw(parts ...string) {
	for _, s := range parts {
		p.b = append(p.b, s...)
	}
}

// num writes a number with at most one decimal. What is no number, or out of all bounds, becomes one.
func (p *pen) num(x float64) { p.b = appendNum(p.b, x) }

func appendNum(b []byte, x float64) []byte {
	if math.IsNaN(x) {
		x = 0
	}
	tenths := int64(math.Round(min(max(x, -1e8), 1e8) * 10))
	if tenths < 0 {
		b = append(b, '-')
		tenths = -tenths
	}
	b = strconv.AppendInt(b, tenths/10, 10)
	if d := tenths % 10; d != 0 {
		b = append(b, '.', byte('0'+d))
	}
	return b
}

// attr writes an attribute with a text from outside.
func (p *pen) attr(name, value string) {
	p.raw(" ", name, `="`)
	p.escape(value)
	p.raw(`"`)
}

// size writes an attribute with a number.
func (p *pen) size(name string, x float64) {
	p.raw(" ", name, `="`)
	p.num(x)
	p.raw(`"`)
}

// class writes a class of this picture, with a number where n is not negative.
func (p *pen) class(name string, n int) {
	p.raw(` class="`, p.prefix, name)
	if n >= 0 {
		p.b = strconv.AppendInt(p.b, int64(n), 10)
	}
	p.raw(`"`)
}

// xy writes a command of a path with a point.
func (p *pen) xy(command byte, x, y float64) {
	p.b = append(p.b, command)
	p.num(x)
	p.b = append(p.b, ' ')
	p.num(y)
}

// to writes a command of a path with one number.
func (p *pen) to(command byte, x float64) {
	p.b = append(p.b, command)
	p.num(x)
}

// escape writes text so that it is text in XML, in an element or an attribute. Characters that XML
// forbids become U+FFFD, and controls that turn the direction of writing are left out.
func (p *pen) escape(s string) {
	plain := 0
	for plain < len(s) && isPlain(s[plain]) {
		plain++
	}
	p.b = append(p.b, s[:plain]...)
	for _, r := range s[plain:] {
		switch {
		case r == '&':
			p.raw("&amp;")
		case r == '<':
			p.raw("&lt;")
		case r == '>':
			p.raw("&gt;")
		case r == '"':
			p.raw("&quot;")
		case r == '\'':
			p.raw("&#39;")
		case r == '\t', r == '\n', r == '\r':
			p.raw(" ")
		case text.Turns(r):
		case !text.Legal(r):
			p.b = utf8.AppendRune(p.b, utf8.RuneError)
		default:
			p.b = utf8.AppendRune(p.b, r)
		}
	}
}

// isPlain reports whether a byte stands for itself in XML.
func isPlain(c byte) bool {
	return c >= ' ' && c < 0x7f && c != '&' && c != '<' && c != '>' && c != '"' && c != '\''
}
