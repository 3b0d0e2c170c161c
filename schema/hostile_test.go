package schema

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Each of these has to end in a refusal with a place, soon, and without taking the machine along.
func TestHostile(t *testing.T) {
	// Not all can be fewer: what empty objects may take depends on their size in memory.
	many := func(n int, s string) string { return strings.Repeat(s, shorter(n)) }
	top := `{"outcomeMap":"1","title":"T","columns":[{"id":"a","stones":[{"id":"s","text":"S"}]}]`
	for _, tt := range []struct {
		name   string
		format Format
		src    string
		rules  []string // at least these
	}{
		{"brackets", JSON, many(1e5, "["), []string{"OM103"}},
		{"brackets", YAML, many(1e5, "["), []string{"OM103"}},
		{"objects", JSON, many(1e5, `{"a":`), []string{"OM103"}},
		{"objects", YAML, many(1e5, `{a: `), []string{"OM103"}},
		{"dashes", YAML, many(1e5, "- "), []string{"OM103"}},
		{"question marks", YAML, many(1e5, "? "), []string{"OM103"}},
		{"closing brackets", JSON, many(1e6, "]"), []string{"OM101"}},
		{"quotes", JSON, many(1e6, `"`), []string{"OM111"}},
		{"backslashes", JSON, `"` + many(1e6, `\`), []string{"OM101"}},
		{"open quote", YAML, `a: "` + many(1e6, "x "), []string{"OM101"}},
		{"commas", JSON, "[" + many(1e6, ","), []string{"OM111", "OM101"}[1:]},
		{"one long number", JSON, top + `,"evidence":{"items":[{"id":"e","cost":` + many(1e6, "9") + `}]}}`, []string{"OM103"}},
		{"one long number", YAML, "outcomeMap: '1'\nevidence: {items: [{id: e, cost: " + many(1e6, "9") + "}]}", []string{"OM103"}},
		{"large exponents", JSON, top + `,"evidence":{"items":[` + many(100, `{"id":"e","cost":9e999999},`) + `{"id":"f","cost":1e1000001}]}}`, []string{"OM118"}},
		{"one long text", JSON, top + `,"description":"` + many(4e6, "x") + `","language":"` + many(1e6, "x") + `"}`, []string{"OM117"}},
		{"one long id", JSON, top + `,"id":"` + many(1e6, "x") + `"}`, []string{"OM114"}},
		{"one long name", JSON, top + `,"` + many(1e6, "x") + `":1}`, []string{"OM113"}},
		{"many ids that stand twice", JSON, `{"outcomeMap":"1","title":"T","columns":[{"id":"a","stones":[` + many(1e5, `{"id":"s","text":"S"},`) + `{"id":"s","text":"S"}]}]}`, []string{"OM201"}},
		{"a key many times", JSON, top + many(2e5, `,"title":"T"`) + "}", []string{"OM106"}},
		{"an unknown key many times", JSON, top + many(2e5, `,"x":1`) + "}", []string{"OM106"}},
		{"many unknown keys", JSON, top + manyKeys(1e5) + "}", []string{"OM103"}},
		{"many keys in extra", JSON, top + `,"extra":{"a":1` + manyKeys(1e5) + "}}", nil},
		{"many keys twice in extra", JSON, top + `,"extra":{"a":1` + manyKeys(5e4) + manyKeys(5e4) + "}}", []string{"OM106"}},
		{"many faults", JSON, `{"outcomeMap":"1","title":"T","columns":[` + many(3e5, `1,`) + "1]}", []string{"OM111", "OM103"}},
		{"many faults", YAML, "outcomeMap: '1'\ntitle: T\ncolumns:\n" + many(1e5, "- 1\n"), []string{"OM111", "OM103"}},
		{"many empty objects", JSON, top + `,"evidence":{"indicators":[{"id":"i","periods":[` + strings.Repeat(`{},`, 1e6) + `{}]}]}}`, []string{"OM103"}},
		{"many columns without ids", JSON, `{"outcomeMap":"1","title":"T","columns":[` + strings.Repeat(`{},`, 1e6) + `{}]}`, []string{"OM103"}},
		{"a range of many", JSON, top + `,"evidence":{"claims":[{"about":{"stone":"s"},"prior":[` + many(1e6, "0.5,") + `1]}]}}`, []string{"OM119"}},
		{"a range of lists", JSON, top + `,"evidence":{"claims":[{"about":{"stone":"s"},"prior":[` + many(1e5, "[],") + `[]]}]}}`, []string{"OM119"}},
		{"misspelt and long", JSON, top + `,"evidence":{"items":[` + many(900, `{"`+many(60, "i")+`":1,"id":"e"},`) + `{"id":"f"}]}}`, []string{"OM113"}},
		{"NUL bytes", JSON, many(1e6, "\x00"), []string{"OM102"}},
		{"NUL behind", JSON, top + "}\x00", []string{"OM102"}},
		{"NUL escapes", JSON, top + `,"description":"` + many(1e5, `\u0000`) + `"}`, []string{"OM102"}},
		{"invalid UTF-8", YAML, "title: \xff", []string{"OM102"}},
		{"overlong slash", YAML, "title: \xc0\xaf", []string{"OM102"}},
		{"blanks", JSON, many(1e6, " "), []string{"OM101"}},
		{"line ends", YAML, many(1e6, "\n"), []string{"OM101"}},
		{"comments", YAML, many(1e5, "# x\n"), []string{"OM101"}},
		{"documents", YAML, many(1e4, "---\na: 1\n"), []string{"OM104"}},
		{"alias bomb", YAML, aliasBomb(), []string{"OM104"}},
		{"self alias", YAML, "a: &a [*a]", []string{"OM104"}},
		{"merge keys", YAML, "a: &a {x: 1}\nb:\n" + many(1e4, "  <<: *a\n"), []string{"OM104"}},
		{"tags", YAML, "a: !!python/object:os.system x\nb: !!binary aGk=\nc: !<tag:x> y", []string{"OM104"}},
		{"NaN and infinity", YAML, "outcomeMap: '1'\ntitle: T\ncolumns: [{id: a, stones: [{id: s, text: S}]}]\nevidence: {items: [{id: e, cost: .nan}, {id: f, cost: .inf}, {id: g, cost: -.INF}]}", []string{"OM111"}},
		{"schema and references", JSON, `{"$schema":"file:///etc/passwd","$ref":"http://localhost:1/x","outcomeMap":"1","title":"T","columns":[{"id":"a","stones":[{"id":"s","text":"S"}]}]}`, []string{"OM113"}},
		{"a C1 control in YAML", YAML, "title: \u0085\u2028\u2029", []string{"OM105"}},
		{"a control character in YAML", YAML, "title: \x1b[31m", []string{"OM101"}},
		{"a million brackets", JSON, many(1e6, "["), []string{"OM103"}},
		{"a million brackets", YAML, many(1e6, "["), []string{"OM103"}},
		{"fifty megabytes of one text", JSON, top + `,"description":"` + many(5e7, "x") + `"}`, nil},
		{"odd numbers that are sound", JSON, top + `,"evidence":{"items":[{"id":"e","cost":-0,"bears":[{"about":{"stone":"s"}}]}]},"extra":{"a":-0,"b":1e-400,"c":0.0e+00}}`, nil},
		{"numbers in extra are kept as they are written", JSON, top + `,"extra":{"a":[1e400,-9e999999]}}`, nil},
		{"anchors and aliases for names", YAML, "? &a title\n: T\n*a : U\n", []string{"OM104"}},
		{"a list for a name", YAML, "? [a, b]\n: 1\n", []string{"OM104"}},
		{"UTF-32", JSON, "\x00\x00\xfe\xff\x00\x00\x00{", []string{"OM102"}},
		{"UTF-32, little end first", YAML, "\xff\xfe\x00\x00a\x00\x00\x00", []string{"OM102"}},
		{"a package of many items and bearings", JSON, top + `,"evidence":{"sources":[{"id":"w"}],"groups":[{"id":"g","policy":"package","bears":[` +
			many(5e4, `{"about":{"stone":"s"}},`) + `{"about":{"stone":"s"}}]}],"items":[` + numbered(5e4, `{"id":"e%d","group":"g","source":"w"},`) + `{"id":"e","group":"g"}]}}`, nil},
		{"many claims of one stone in many pathways", JSON, top + `,"pathways":[` + numbered(3e4, `{"id":"p%d","title":"P","stones":["s"]},`) +
			`{"id":"p","title":"P","stones":["s"]}],"evidence":{"claims":[` + many(1e5, `{"about":{"stone":"s"}},`) + `{"about":{"stone":"t"}}]}}`, []string{"OM202"}},
		{"one dangling id in many places", JSON, top + `,"evidence":{"claims":[` + many(1e5, `{"about":{"stone":"t"}},`) + `{"about":{"stone":"t"}}]}}`, []string{"OM202"}},
		{"many dangling ids", JSON, top + `,"evidence":{"claims":[` + numbered(1e5, `{"about":{"stone":"t%d"}},`) + `{"about":{"stone":"t"}}]}}`, []string{"OM202"}},
		{"half a character in YAML", YAML, `title: "\uD800"`, []string{"OM101"}},
	} {
		t.Run(tt.name+" "+string(tt.format), func(t *testing.T) {
			began := time.Now()
			res, err := Load(strings.NewReader(tt.src), WithFormat(tt.format))
			require.NoError(t, err)
			for _, rule := range tt.rules {
				found := false
				for _, f := range res.Findings {
					found = found || f.Rule == rule
				}
				assert.True(t, found, "no %s in %.300v", rule, &Error{Findings: res.Findings})
			}
			if len(tt.rules) > 0 {
				assert.Error(t, res.Err())
			}
			assert.LessOrEqual(t, len(res.Findings), 1000)
			requirePlaces(t, res)
			t.Log(time.Since(began))
		})
	}
}

// shorter is a twentieth of what is much, where tests have to be short.
func shorter(n int) int {
	if testing.Short() && n > 10_000 {
		return n / 20
	}
	return n
}

// numbered returns a text so many times, with a number in each.
func numbered(n int, text string) string {
	var b strings.Builder
	for i := range shorter(n) {
		fmt.Fprintf(&b, text, i)
	}
	return b.String()
}

// manyKeys returns so many members with names of their own.
func manyKeys(n int) string {
	var b strings.Builder
	for i := range shorter(n) {
		fmt.Fprintf(&b, `,"k%d":1`, i)
	}
	return b.String()
}

func aliasBomb() string {
	bomb := "a: &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c <= 'k'; c++ {
		bomb += fmt.Sprintf("%c: &%c [%s]\n", c, c, strings.Repeat(fmt.Sprintf("*%c,", c-1), 9))
	}
	return bomb
}

// A file cut off anywhere is refused, with the place.
func TestCutOffAnywhere(t *testing.T) {
	src, err := os.ReadFile("testdata/good/every_part.json")
	require.NoError(t, err)
	src = bytes.TrimRight(src, "\n")
	stride := 7
	if testing.Short() {
		stride = 49
	}
	for n := 0; n < len(src); n += stride {
		res, err := Load(bytes.NewReader(src[:n]), WithFormat(JSON))
		require.NoError(t, err)
		require.Error(t, res.Err(), "%d bytes", n)
		requirePlaces(t, res)
	}
	src, err = os.ReadFile("testdata/good/every_part.yaml")
	require.NoError(t, err)
	for n := 0; n < len(src); n += 4 * stride {
		res, err := Load(bytes.NewReader(src[:n]), WithFormat(YAML)) // may end where an entry ends
		require.NoError(t, err)
		requirePlaces(t, res)
	}
}

// Lengths count characters, whatever bytes they take.
func TestLengthsCountCharacters(t *testing.T) {
	for _, letter := range []string{"a", "é", "日", "😀", "e\u0301"} {
		per := len([]rune(letter))
		for _, tt := range []struct {
			n  int
			ok bool
		}{{10_000 / per, true}, {10_000/per + 1, false}} {
			src := fmt.Sprintf(`{"outcomeMap":"1","title":"%s","columns":[{"id":"a","stones":[{"id":"s","text":"S"}]}]}`, strings.Repeat(letter, tt.n))
			_, err := Read(strings.NewReader(src))
			assert.Equal(t, tt.ok, err == nil, "%d times %s", tt.n, letter)
		}
	}
}

// 150 characters are a stone's custom, not its limit.
func TestLongStoneIsAWarning(t *testing.T) {
	for n, want := range map[int]int{150: 0, 151: 1} {
		src := fmt.Sprintf(`{"outcomeMap":"1","title":"T","columns":[{"id":"a","stones":[{"id":"s","text":"%s"}]}]}`, strings.Repeat("é", n))
		fs, err := Validate(strings.NewReader(src))
		require.NoError(t, err)
		require.Len(t, fs, want)
		for _, f := range fs {
			assert.Equal(t, "OM306", f.Rule)
			assert.Equal(t, outcome.Warning, f.Severity)
		}
	}
}
