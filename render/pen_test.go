package render

import (
	"encoding/binary"
	"encoding/xml"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/render/internal/text"
)

func TestNumbers(t *testing.T) {
	for _, tt := range []struct {
		x    float64
		want string
	}{
		{0, "0"}, {1.04, "1"}, {1.06, "1.1"}, {-0.25, "-0.3"}, {-0.04, "0"}, {120, "120"},
		{math.NaN(), "0"}, {math.Inf(1), "100000000"}, {math.Inf(-1), "-100000000"},
		{1e8 + .5, "100000000"}, {-1e8 - .5, "-100000000"}, {99_999_999.5, "99999999.5"},
		{.5, "0.5"}, {9.9, "9.9"}, {10, "10"}, {99.9, "99.9"}, {100, "100"}, {999.9, "999.9"}, {1000, "1000"}, {9999.9, "9999.9"}, {10_000, "10000"}, {12_345.6, "12345.6"}, {12_345_678.9, "12345678.9"},
	} {
		assert.Equal(t, tt.want, string(appendNum(nil, tt.x)), "%v", tt.x)
	}
}

// Numbers of any length are those of package strconv.
func TestNumbersOfAnyLength(t *testing.T) {
	for i := int64(-10_000); i < 2_000_000; i += 7 {
		x := float64(i) / 10
		want := strings.TrimSuffix(strconv.FormatFloat(x, 'f', 1, 64), ".0")
		require.Equal(t, want, string(appendNum(nil, x)))
	}
}

// What a byte is in XML decides whether it is copied: all but printable ASCII and five marks are looked at.
func TestPlainBytes(t *testing.T) {
	for i := range 256 {
		c := byte(i)
		assert.Equal(t, c >= ' ' && c <= '~' && !strings.ContainsRune(`&<>"'`, rune(c)), isPlain(c), "%q", c)
	}
}

// Eight bytes are plain where each of them is, whatever stands beside one that is not.
func TestPlainBytesOfEight(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 8))
	for i := range 256 * 8 * 16 {
		b := []byte("~ plain!")
		for k := range b {
			if i >= 256*8 {
				b[k] = byte(r.Uint32())
			}
		}
		b[i/256%8] = byte(i)
		all := !slices.ContainsFunc(b, func(c byte) bool { return !isPlain(c) })
		require.Equal(t, all, allPlain(binary.LittleEndian.Uint64(b)), "%q", b)
	}
	for n := range 40 {
		text := strings.Repeat("a", n)
		assert.Equal(t, n, plainBytes([]byte(text)))
		assert.LessOrEqual(t, n-n%8, plainBytes([]byte(text+"<"+text)))
		assert.GreaterOrEqual(t, n, plainBytes([]byte(text+"<"+text)))
	}
}

// Text stays text in XML, whatever stands where: each character is written as it is written alone.
func TestEscape(t *testing.T) {
	written := [][2]string{
		{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {`"`, "&quot;"}, {"'", "&#39;"}, {"\t", " "}, {"\n", " "}, {"\r", " "},
		{"\x00", "\ufffd"}, {"\x1f", "\ufffd"}, {"\ufffe", "\ufffd"}, {"\xff", "\ufffd"}, {"\x7f", "\ufffd"}, {"\u0085", "\ufffd"}, // not allowed in XML, no UTF-8, or a control that XML warns of
		{"\u202e", ""}, {"\u2066", ""}, // turn what follows
		{"é", "é"}, {"漢", "漢"}, {"\ufffd", "\ufffd"}, {"😀", "😀"}, {"~", "~"}, {" ", " "}, {"%", "%"}, {"(", "("}, {"=", "="}, {"?", "?"},
	}
	r := rand.New(rand.NewPCG(5, 38))
	for i := range 10_000 {
		in, want := "", ""
		for range r.IntN(6) {
			plain := strings.Repeat("a", r.IntN(20))
			pair := written[r.IntN(len(written))]
			in, want = in+plain+pair[0], want+plain+pair[1]
		}
		if i < len(written) {
			in, want = written[i][0], written[i][1]
		}
		p := pen{b: []byte("before ")}
		p.escape(in)
		require.Equal(t, "before "+want, string(p.b), "%q", in)
	}
}

// Whatever the text, a reader of XML finds it again, in an element and in an attribute, but for what XML has not and
// what turns the direction of writing.
func FuzzEscape(f *testing.F) {
	for _, s := range []string{"", "plain", `<script>alert("x")</script>`, "eight by\x00e", "a&amp;b&#0;", "\u202eabc\u2069", "\xed\xa0\x80]]>", "seventeen bytes &"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p := new(pen)
		p.raw(`<t`)
		p.attr("a", s)
		p.raw(`>`)
		p.escape(s)
		p.raw(`</t>`)
		var read struct {
			A    string `xml:"a,attr"`
			Text string `xml:",chardata"`
		}
		require.NoError(t, xml.Unmarshal(p.b, &read), "%q", p.b)
		want := strings.Map(func(r rune) rune {
			switch {
			case strings.ContainsRune("\t\n\r", r):
				return ' '
			case text.Turns(r):
				return -1
			case !text.Legal(r):
				return '\ufffd'
			}
			return r
		}, s)
		require.Equal(t, want, read.A)
		require.Equal(t, want, read.Text)
	})
}

func TestClass(t *testing.T) {
	for n, want := range map[int]string{-1: ` class="x-om"`, 0: ` class="x-om0"`, 10: ` class="x-om10"`} {
		p := pen{prefix: "x-"}
		p.class("om", n)
		assert.Equal(t, want, string(p.b))
	}
}

func TestLetters(t *testing.T) {
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"} {
		assert.Equal(t, want, letter(i))
	}
}
