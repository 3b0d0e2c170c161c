package render

import (
	"encoding/binary"
	"io"
	"math"
	"strconv"
	"unicode/utf8"

	"github.com/outcomemap/outcomemap/internal/output"
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
		p.err = output.Write(p.w, p.b)
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
	switch {
	case math.IsNaN(x):
		x = 0
	case x > 1e8:
		x = 1e8
	case x < -1e8:
		x = -1e8
	}
	tenths := uint32(float64(math.Abs(x)*10) + .5)
	if x < 0 && tenths != 0 {
		b = append(b, '-')
	}
	whole, d := tenths/10, byte(tenths%10)
	switch {
	case whole < 10_000: // as almost all are
		b = appendSmall(b, whole)
	case whole < 100_000_000:
		b = appendSmall(b, whole/10_000)
		whole %= 10_000
		b = append(b, byte('0'+whole/1000), byte('0'+whole/100%10), byte('0'+whole/10%10), byte('0'+whole%10))
	default:
		b = strconv.AppendUint(b, uint64(whole), 10)
	}
	if d != 0 {
		b = append(b, '.', '0'+d)
	}
	return b
}

// appendSmall writes a number below 10,000.
func appendSmall(b []byte, n uint32) []byte {
	switch a, b1, c, d := byte('0'+n/1000), byte('0'+n/100%10), byte('0'+n/10%10), byte('0'+n%10); {
	case n >= 1000:
		return append(b, a, b1, c, d)
	case n >= 100:
		return append(b, b1, c, d)
	case n >= 10:
		return append(b, c, d)
	default:
		return append(b, d)
	}
}

// attr writes an attribute with a text from outside.
func (p *pen) attr(name, value string) {
	p.begins(name)
	p.escape(value)
	p.b = append(p.b, '"')
}

// size writes an attribute with a number.
func (p *pen) size(name string, x float64) {
	p.begins(name)
	p.b = append(appendNum(p.b, x), '"')
}

// begins writes what stands before the value of an attribute.
func (p *pen) begins(name string) {
	b := append(p.b, ' ')
	b = append(b, name...)
	p.b = append(b, '=', '"')
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
	b := appendNum(append(p.b, command), x)
	p.b = appendNum(append(b, ' '), y)
}

// to writes a command of a path with one number.
func (p *pen) to(command byte, x float64) {
	p.b = appendNum(append(p.b, command), x)
}

// escape writes text so that it is text in XML, in an element or an attribute. Characters that XML
// forbids become U+FFFD, and controls that turn the direction of writing are left out.
func (p *pen) escape(s string) {
	start := len(p.b)
	p.b = append(p.b, s...)
	plain := plainBytes(p.b[start:])
	if plain == len(s) { // as almost all is
		return
	}
	p.b = p.b[:start+plain]
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

// plainBytes returns how many bytes at the start of b stand for themselves in XML, or some fewer if not all
// do. It looks at eight at a time: most of a picture is text.
func plainBytes(b []byte) (n int) {
	for ; n+8 <= len(b); n += 8 {
		if !allPlain(binary.LittleEndian.Uint64(b[n:])) {
			return n
		}
	}
	if n > 0 && n < len(b) && allPlain(binary.LittleEndian.Uint64(b[len(b)-8:])) { // some for a second time
		return len(b)
	}
	for n < len(b) && isPlain(b[n]) {
		n++
	}
	return n
}

// allPlain reports whether isPlain holds for eight bytes. Where it does, no byte of five numbers has its
// highest bit; else the lowest byte that is not plain has it in one of them, as nothing is carried into it.
func allPlain(eight uint64) bool {
	const (
		ones  = ^uint64(0) / 255
		signs = ones << 7
	)
	beyond := eight | (eight + ones)               // above 127, or 127 and one
	below := eight - ones*' '                      // a space less
	quot := (eight ^ ones*'"') - ones              // zero less one
	amp := ((eight | ones) ^ ones*'\'') - ones     // '&' and '\'' differ in the last bit alone
	angle := ((eight | ones<<1) ^ ones*'>') - ones // '<' and '>' in the one before
	return (beyond|below|quot|amp|angle)&signs == 0
}

// isPlain reports whether a byte stands for itself in XML: printable ASCII but for five marks.
func isPlain(c byte) bool {
	const (
		marks = 1<<'&' | 1<<'<' | 1<<'>' | 1<<'"' | 1<<'\''
		low   = (1<<64 - 1<<' ') &^ marks // of 0 to 63
		high  = 1<<63 - 1                 // of 64 to 127, all but DEL
	)
	return c < 64 && uint64(low)>>c&1 != 0 || c >= 64 && c < 128 && uint64(high)>>(c-64)&1 != 0
}
