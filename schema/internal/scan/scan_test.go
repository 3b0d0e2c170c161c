package scan

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What is accepted here is what encoding/json accepts, lone surrogates aside; and the compact text
// means the same.
func FuzzScan(f *testing.F) {
	for _, seed := range []string{
		`{"a":[1,2.50,-0,1e5,"x\u00e9\n\"",true,false,null,{"b":{}}]}`, `[`, `{"a"`, `"\ud83d\ude00"`, `"\ud83d"`, `01`, `1.`, `-`, `{"a":1,"a":2}`, " [ ] ", `nulll`, `{"a":1,}`, `["a`, "\"\x01\"", `"\u0000"`, `["\\","\\\"",{"\\":"\""}]`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		src = strings.ToValidUTF8(src, "?")
		located := Locate(src, []string{"/a/0", ""})
		require.Len(t, located, 2)
		valid := New(src, 1000)
		valid.SkipValid()
		require.LessOrEqual(t, valid.Pos, len(src), "what is not valid does no harm")
		s := New(src, 1000)
		s.MaxDups = 1
		compact := s.Compact(nil)
		if !s.End() {
			require.GreaterOrEqual(t, s.Err.Offset, 0)
			require.LessOrEqual(t, s.Err.Offset, len(src))
			if s.Err.Kind == Syntax {
				require.False(t, json.Valid([]byte(src)), "%s: %s", src, s.Err.Message)
			}
			return
		}
		require.True(t, json.Valid([]byte(src)))
		again := New(string(compact), 1000)
		require.Equal(t, string(compact), string(again.Compact(nil)), "compact text stays as it is")
		require.True(t, again.End())
		if len(s.Dups) == 0 {
			require.Equal(t, decoded(t, src), decoded(t, string(compact)))
		}
		skip := New(src, 1000)
		require.True(t, skip.Skip())
		require.Equal(t, skip.Pos, valid.Pos, "both ways to step over a value end behind it")
		var v any
		if len(s.Dups) == 0 && json.Unmarshal([]byte(src), &v) == nil && !strings.ContainsAny(src, "eE.") && len(src) < MaxNumber {
			require.Equal(t, v, New(src, 1000).Any(0))
		}
	})
}

// decoded is what encoding/json makes of a text, numbers as they are written: no float holds all of them.
func decoded(t *testing.T, src string) (v any) {
	d := json.NewDecoder(strings.NewReader(src))
	d.UseNumber()
	require.NoError(t, d.Decode(&v))
	return v
}

func TestFaults(t *testing.T) {
	for _, tt := range []struct {
		src     string
		at      int
		message string
	}{
		{``, 0, "the file ends where a value is wanted"},
		{`{`, 1, "the file ends too soon"},
		{`[1`, 2, "the file ends too soon"},
		{`[1 2]`, 3, "want a comma or ']', not '2'"},
		{`[1,]`, 2, "a comma with nothing behind it"},
		{`[,1]`, 1, "want a value, not ','"},
		{`{,}`, 1, "a comma with nothing before it"},
		{`{"a" 1}`, 5, "want a colon"},
		{`{"a":}`, 5, "want a value, not '}'"},
		{`{a:1}`, 1, "want the name of a field in double quotes, not 'a'"},
		{`"a`, 2, "the file ends inside a text"},
		{`"a\`, 3, "the file ends inside a text"},
		{"\"a\nb\"", 2, "a line ends inside a text"},
		{"\"a\x02b\"", 2, "a control character inside a text"},
		{`"\x"`, 1, "no escape begins like this"},
		{`"\u0041`, 7, "the file ends inside a text"},
		{`"\u004`, 1, `\u wants four hexadecimal digits`},
		{`"\u12G4"`, 1, `\u wants four hexadecimal digits`},
		{`-`, 0, "no number"},
		{`1.e1`, 1, "ends in a dot"},
		{`1e+`, 3, "no digits in its exponent"},
		{`012`, 1, "goes on with something that is no digit"},
		{`1x`, 1, "goes on with something that is no digit"},
		{`1 x`, 2, "more text behind the end: 'x'"},
		{`tru`, 0, "want a value, not 't'"},
		{`truex`, 0, "want a value"},
		{"\v1", 0, "want a value, not a control character"},
	} {
		s := New(tt.src, 10)
		require.False(t, s.Skip() && s.End(), tt.src)
		assert.Equal(t, tt.at, s.Err.Offset, tt.src)
		assert.Contains(t, s.Err.Message, tt.message, tt.src)
	}
}

func TestDepth(t *testing.T) {
	deep := func(n int) *Scanner { return New(strings.Repeat("[", n)+strings.Repeat("]", n), 5) }
	s := deep(5)
	assert.True(t, s.Skip() && s.End())
	s = deep(6)
	require.False(t, s.Skip())
	assert.Equal(t, TooDeep, s.Err.Kind)
	assert.Equal(t, 5, s.Err.Offset)
	for name, read := range map[string]func(s *Scanner){
		"Skip": func(s *Scanner) { s.Skip() }, "Compact": func(s *Scanner) { s.Compact(nil) }, "Any": func(s *Scanner) { s.Any(0) },
	} {
		s = New(`[[],[[]],{"a":[],"b":{}},{},{},[{"a":0}]]`, 3)
		read(s)
		assert.True(t, s.End(), "%s: how many lists and objects there are does not count", name)
		assert.Empty(t, s.Path, name)
	}
	s = New(strings.Repeat(`{"a":`, 1e6), 10_000)
	require.False(t, s.Skip(), "a million open objects end in an error")
	assert.Equal(t, TooDeep, s.Err.Kind)
}

func TestKeysThatStandTwice(t *testing.T) {
	s := New(`{"a":1,"b":{"c":1,"c":2},"\u0061":3,"d":[{"x":1},{"x":1,"x":2}],"e":[{"y":1,"y":2}]}`, 10)
	s.MaxDups = 10
	assert.Equal(t, `{"a":1,"b":{"c":1},"d":[{"x":1},{"x":1}],"e":[{"y":1}]}`, string(s.Compact(nil)), "the first counts")
	assert.Equal(t, []Dup{{"/b/c", 18, 12, 3}, {"/a", 25, 1, 8}, {"/d/1/x", 56, 50, 3}, {"/e/0/y", 76, 70, 3}}, s.Dups)
	s = New(`{"a":[1,[2]],"b":{"c":1,"c":2}}`, 10)
	s.MaxDups = 10
	require.True(t, s.Skip())
	assert.Equal(t, "/b/c", s.Dups[0].Pointer, "behind a list")
	var many strings.Builder
	for i := range 100 {
		many.WriteString(`,"` + strings.Repeat("k", i+1) + `":1`)
	}
	src := "{" + many.String()[1:] + many.String() + "}"
	s = New(src, 10)
	s.MaxDups = 1000
	require.True(t, s.Skip())
	assert.Len(t, s.Dups, 100)
	for _, dup := range s.Dups {
		key := src[dup.At : dup.At+dup.Len]
		require.Equal(t, strings.Index(src, key), dup.First, "of few keys and of many: %s", key)
	}
	s = New(src, 10)
	s.MaxDups = 3
	require.True(t, s.Skip())
	assert.Len(t, s.Dups, 3)
}

func TestAppendTextEscapesNoMoreThanNeeded(t *testing.T) {
	assert.Equal(t, `"a\"b\\c/\b\f\n\r\t\u0000\u001fé😀<&>`+"\u2028\x7f"+`"`, string(AppendText(nil, "a\"b\\c/\b\f\n\r\t\x00\x1fé😀<&>\u2028\x7f")))
}

func TestFloat(t *testing.T) {
	for text, want := range map[string]float64{"1": 1, "5.0": 5, "50e-1": 5, "1e-400": 0, "0.1": 0.1, strings.Repeat("1", 64): 1.1111111111111112e63} {
		x, ok := Float(text)
		assert.True(t, ok, text)
		assert.Equal(t, want, x, text)
	}
	for _, text := range []string{"1e999", "-1e999", "9e999999", strings.Repeat("1", 65), "", "NaN", "Inf", "+Inf", "-inf", "infinity"} {
		x, ok := Float(text)
		assert.False(t, ok, text)
		assert.Zero(t, x, text)
	}
	x, _ := Float("-0")
	assert.False(t, math.Signbit(x), "minus zero is zero")
}

func TestLocate(t *testing.T) {
	src := ` {"a": [1, {"b/c": "x", "~": true}], "d\u0065": {}} `
	spots := Locate(src, []string{"", "/a", "/a/0", "/a/1/b~1c", "/a/1/~0", "/a/7/z", "/de", "/de/none", "/none", "/a/x"})
	text := func(pointer string) string { return src[spots[pointer].Start:spots[pointer].End] }
	assert.Equal(t, strings.TrimSpace(src), text(""))
	assert.Equal(t, `1`, text("/a/0"))
	assert.Equal(t, `"x"`, text("/a/1/b~1c"))
	assert.Equal(t, `true`, text("/a/1/~0"))
	assert.Equal(t, `{}`, text("/de"))
	assert.Equal(t, `{}`, text("/de/none"), "the nearest that is there")
	assert.Equal(t, text("/a"), text("/a/7/z"))
	assert.Equal(t, text(""), text("/none"))
	assert.Equal(t, text("/a"), text("/a/x"))
	spots = Locate(`{"a":5,"b":[6]}`, []string{"/a/x", "/b/0"})
	assert.Equal(t, map[string]Spot{"/a/x": {5, 6}, "/b/0": {12, 13}}, spots, "what is below a number is the number")
	escaped := `{"a\\":"x\\\"","b":["\\","\""],"c":1}`
	for pointer, want := range map[string]string{`/a\`: `"x\\\""`, "/b/1": `"\""`, "/c": "1"} {
		spot := Locate(escaped, []string{pointer})[pointer]
		assert.Equal(t, want, escaped[spot.Start:spot.End], pointer)
	}
}

func TestPointers(t *testing.T) {
	assert.Equal(t, "/a~1b/~0c", Join(Join("", "a/b"), "~c"))
	assert.Equal(t, []string{"a/b", "~c", "", "0"}, Split("/a~1b/~0c//0"))
	assert.Nil(t, Split(""))
}
