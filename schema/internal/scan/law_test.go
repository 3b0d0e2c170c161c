package scan

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What is a number is one for encoding/json, and the other way round, and it comes back as it stands.
func TestNumberIsThatOfEncodingJSON(t *testing.T) {
	pieces := []string{"0", "1", "9", "10", "-", "+", ".", "e", "E", "e-", "E+", ".5", "x", "_", "\x00", "/", ":"}
	r := rand.New(rand.NewPCG(27, 182))
	read, refused := 0, 0
	for range 20_000 {
		src := []string{"", "-", "1", "0", "9"}[r.IntN(5)]
		for range r.IntN(4) {
			src += pieces[r.IntN(len(pieces))]
		}
		s := New(src, 1)
		text, ok := s.Number()
		require.Equal(t, s.Err == nil, ok, "%q", src)
		if !ok || !s.End() {
			refused++
			require.False(t, json.Valid([]byte(src)), "%q: %s", src, s.Err.Message)
			continue
		}
		read++
		require.True(t, json.Valid([]byte(src)), "%q", src)
		require.Equal(t, src, text)
		require.Equal(t, src, string(New(src, 1).Compact(nil)))
		var want any
		if json.Unmarshal([]byte(src), &want) == nil && want != 0.0 { // minus zero is zero
			require.Equal(t, want, New(src, 1).Any(0), "%q", src)
		}
	}
	assert.Greater(t, read, 4_000)
	assert.Greater(t, refused, 5_000)
}

// A name, a word or a number is there if and only if there is no fault.
func TestWhatIsFalseIsAFault(t *testing.T) {
	for _, src := range []string{
		`true`, `false`, `null`, `tru`, `truex`, `nulll`, `True`, ``, `-`, `1`, `1.`, `1e`, `01`, `1x`, `x`,
		`"a":1`, `"a" : 1`, `"a"`, `"a" 1`, `"a`, `"\x":1`, `"\`, "\"\n\":1", `,`, `a:1`,
	} {
		for name, read := range map[string]func(s *Scanner) (string, bool){
			"Word": (*Scanner).Word, "Number": (*Scanner).Number, "Key": func(s *Scanner) (string, bool) { return s.Key(0) },
		} {
			s := New(src, 1)
			text, ok := read(s)
			assert.Equal(t, s.Err == nil, ok, "%s of %s", name, src)
			assert.Equal(t, ok, text != "", "%s of %s", name, src)
		}
	}
}

// Without a comma or a bracket there is no next entry, and at the end no next byte.
func TestMoreIsFalseOnAFault(t *testing.T) {
	for _, src := range []string{`2]`, ` }`, `,]`, ` , ]`, ``, ` `} {
		s := New(src, 1)
		assert.False(t, s.More(0, ']', false), src)
		require.NotNil(t, s.Err, src)
		assert.False(t, s.More(0, ']', true), "%s: nor is there one behind a fault", src)
	}
	assert.Equal(t, byte(0), New(" ", 1).Peek())
}

// Behind its name a value is where it begins, whatever white space there is.
func TestKeyEndsAtTheValue(t *testing.T) {
	for _, src := range []string{`"a":1`, `"a" : 1`, "\"a\"\n\t:\r\n 1", ` "a":1`} {
		s := New(src, 1)
		name, ok := s.Key(0)
		require.True(t, ok, src)
		assert.Equal(t, "a", name)
		assert.Equal(t, strings.Index(src, "1"), s.Pos, src)
	}
}

// A text with a NUL is named by its pointer.
func TestNULHasAPointer(t *testing.T) {
	for src, want := range map[string]string{
		`"\u0000"`: "", `["","a\u0000"]`: "/1", `[["\u0000"],"\u0000"]`: "/0/0", `{"a":0,"b":{"c/d":["x","\u0000"]}}`: "/b/c~1d/1", `[[],{"a":[0,0]},"\u0000"]`: "/2",
	} {
		for name, read := range map[string]func(s *Scanner){
			"Skip": func(s *Scanner) { s.Skip() }, "Any": func(s *Scanner) { s.Any(0) },
		} {
			s := New(src, 10)
			read(s)
			require.True(t, s.End(), src)
			assert.Equal(t, want, s.NULAt, "%s of %s", name, src)
			assert.Equal(t, strings.Index(src, `\u0000`), s.NUL, "%s of %s", name, src)
		}
	}
}

// Stepping over a value builds nothing: texts with escapes are the only ones that are copied, once each.
func TestSkipAllocatesNothingByTheEntry(t *testing.T) {
	list := func(entry string) string { return "[" + strings.Repeat(entry+",", 999) + entry + "]" }
	for _, tt := range []struct {
		why, src string
		atMost   float64
	}{
		{"plain texts are parts of the source", list(`"a"`), 20},
		{"a few keys are remembered without a map", list(`{"a":1,"b":2,"c":"x"}`), 20},
		{"one copy of a text with escapes", list(`"a\n\"some more\""`), 1020},
		{"a list in a list", list(`[[1,2],[true]]`), 20},
	} {
		got := testing.AllocsPerRun(3, func() {
			s := New(tt.src, 10)
			require.True(t, s.Skip() && s.End())
		})
		assert.LessOrEqual(t, got, tt.atMost, tt.why)
	}
}
