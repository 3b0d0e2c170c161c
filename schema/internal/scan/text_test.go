package scan

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Any text in quotes reads as encoding/json reads it, escapes and all; what it refuses is refused, and
// so is half a character, which it would change without a word.
func TestTextIsThatOfEncodingJSON(t *testing.T) {
	pieces := []string{
		"a", " ", "é", "😀", "/", "\u2028", `\"`, `\\`, `\/`, `\b`, `\f`, `\n`, `\r`, `\t`, `\u0041`, `\u00e9`, `\u00E9`, `\uFfFf`, `\u0000`, `\u09aF`, `\uA0F9`, `\ud83d\ude00`, `\uDBFF\uDFFF`, `\ud800\udc00`,
		`\ud83d`, `\ude00`, `\ud83d\u0041`, `\ud83d\n`, `\ud83dx`, `\ud83d\ud83d`, `\u12G4`, `\u12g4`, `\u12/4`, `\u12:4`, `\u12@4`, `\u12` + "`4", `\u123`, `\u`, `\x`, `\`, "\x1f", "\n", "\t", `"`,
	}
	r := rand.New(rand.NewPCG(8, 259))
	read, halves, refused := 0, 0, 0
	for range 20_000 {
		src := ""
		for range r.IntN(4) {
			src += pieces[r.IntN(len(pieces))]
		}
		src = `"` + src + []string{`"`, `"`, `"`, ``}[r.IntN(4)]
		s := New(src, 4)
		text, ok := s.Text()
		require.Equal(t, s.Err == nil, ok, "%s", src)
		ok = ok && s.End()
		var want string
		err := json.Unmarshal([]byte(src), &want)
		switch {
		case ok:
			read++
			require.NoError(t, err, "%s", src)
			require.Equal(t, want, text, "%s", src)
		case s.Err.Kind == LoneSurrogate:
			halves++
			require.Regexp(t, `^\\u[dD][89a-fA-F]`, src[s.Err.Offset:])
			require.True(t, err != nil || strings.ContainsRune(want, '\ufffd'), "encoding/json puts another character there: %s", src)
		default:
			refused++
			require.Error(t, err, "%s", src)
		}
		if ok {
			require.Equal(t, strings.Contains(want, "\x00"), s.NUL > 0, "%s", src)
			require.True(t, s.NUL == 0 || strings.HasPrefix(src[s.NUL:], `\u0000`), "%s", src)
		}
	}
	assert.Greater(t, read, 2_000)
	assert.Greater(t, halves, 1_000)
	assert.Greater(t, refused, 5_000)
}

// Values of all kinds are those of encoding/json, but for what its documentation says.
func TestAny(t *testing.T) {
	for _, src := range []string{
		`null`, `true`, `false`, `"a\u00e9"`, `-1.5e3`, `0`, `[]`, `{}`, `[1,"x",[true,null],{"a":{}}]`, ` { "a" : [ 1 , 2 ] , "b\n" : false } `,
	} {
		s := New(src, 10)
		got := s.Any(0)
		require.True(t, s.End(), src)
		var want any
		require.NoError(t, json.Unmarshal([]byte(src), &want))
		assert.Equal(t, want, got, src)
	}
	for _, tt := range []struct {
		why, src string
		cut      int
		want     any
	}{
		{"the first of two counts", `{"a":1,"a":[2],"b":3}`, 0, map[string]any{"a": 1.0, "b": 3.0}},
		{"too large a number", `[1e999,-1e999,1]`, 0, []any{0.0, 0.0, 1.0}},
		{"a list that is cut", `[1,2,3,4]`, 3, []any{1.0, 2.0, 3.0}},
		{"one that need not be", `[1,2,3]`, 3, []any{1.0, 2.0, 3.0}},
		{"lists in lists", `[[1,2],[3,4],[5]]`, 2, []any{[]any{1.0, 2.0}, []any{3.0, 4.0}}},
		{"in objects", `{"a":[1,2],"b":[{"c":[1,2]}]}`, 1, map[string]any{"a": []any{1.0}, "b": []any{map[string]any{"c": []any{1.0}}}}},
	} {
		s := New(tt.src, 10)
		assert.Equal(t, tt.want, s.Any(tt.cut), tt.why)
		assert.True(t, s.End(), tt.why)
	}
	for _, src := range []string{``, `nul`, `[1 2]`, `{"a" 1}`, `[[[`, `{"a":{"b":{}}}`, `{a:1}`, `[1,`} {
		s := New(src, 2)
		s.Any(0)
		assert.False(t, s.End(), src)
		assert.NotNil(t, s.Err, src)
	}
}

// What the writer may have had in mind.
func TestHints(t *testing.T) {
	for src, want := range map[string]string{
		`{'a':1}`: "straight double quotes", "{“a”:1}": "straight double quotes", "[”a”]": "straight double quotes", "[1, # one\n2]": "no comments", "[// one\n1]": "no comments", "[/* one */1]": "no comments",
		`[NaN]`: "finite numbers", `[Infinity]`: "finite numbers", `[-Infinity]`: "finite numbers", `[True]`: "small letters", `[False]`: "small letters", `[None]`: "small letters",
		`[01]`: "no leading zero", `[-007]`: "no leading zero", `[09]`: "no leading zero", `[0x1]`: "", `[1x]`: "", `[10x]`: "",
		`["\x"]`: "write a backslash", "[\"a\n\"]": "the line break has to be written", "[\"a\r\"]": "the line break has to be written", "[\"a\tb\"]": `such as \t`, `[x]`: "", `[`: "",
	} {
		s := New(src, 10)
		require.False(t, s.Skip() && s.End(), src)
		assert.Contains(t, s.Err.Hint, want, src)
		assert.Equal(t, want == "", s.Err.Hint == "", "%s: %s", src, s.Err.Hint)
	}
}

// What stays open is where the bracket or the quote is.
func TestOpened(t *testing.T) {
	for src, want := range map[string]int{`[1,[2`: 3, `{"a":{`: 5, `{"a":"b`: 5, `{"a":"b\"`: 5, "[1,\"b\n": 3, `["\`: 2, `[1 2]`: -1, `{"a":1 "b"}`: -1, ``: -1, `[01`: -1, `[[[[`: -1, `["\ud83d`: -1} {
		s := New(src, 3)
		require.False(t, s.Skip() && s.End(), src)
		assert.Equal(t, want, s.Err.Opened, src)
	}
}
