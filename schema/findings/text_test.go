package findings

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/stretchr/testify/assert"
)

func TestTextShowsAllThereIs(t *testing.T) {
	src := "{\"id\": \"s1\"}\n{\"😀\": \"s1\"}\n"
	fs := mixed()
	fs[0].Pos = at("m.json", 2, 7, 22, 4)
	fs[0].Related[0].Pos = at("m.json", 1, 8, 7, 4)
	assert.Equal(t, `m.json:2:7: error: OM201 stone "s1" stands twice (give one of the two another id)
    1 | {"id": "s1"}
 >  2 | {"😀": "s1"}
      |        ^^^^
      = see: m.json:1:8
 >  1 | {"id": "s1"}
      |        ----
maps/b.yaml: warning: OM301 stone "s2" is in no pathway
      = because: the pilot has none
info: OM307 {0} "[x](y)" may say two things
      = at: /columns/0/stones/0/text
      = see: /columns/1
1 error, 1 warning, 1 info in 2 files
`, printed(t, Text, fs, from(src)))
}

func TestExcerpts(t *testing.T) {
	long := strings.Repeat("0123456789", 40)
	// Expectations are counted by hand: 40 columns hold 38 digits and two signs that some are left out.
	for _, tt := range []struct {
		why, src string
		pos      outcome.Position
		want     string // the lines below the first, without the summary
	}{
		{"a tab takes one to four columns", "\ta\t\"x\"", at("f", 1, 4, 3, 3), " >  1 |     a   \"x\"\n      |         ^^^\n"},
		{"an ideograph takes two", `日本 x`, at("f", 1, 4, 7, 1), " >  1 | 日本 x\n      |      ^\n"},
		{"a wide value is marked at full width", `"日本"`, at("f", 1, 1, 0, 8), " >  1 | \"日本\"\n      | ^^^^^^\n"},
		{"a combining mark takes none", "e\u0301e\u0301 x", at("f", 1, 6, 7, 1), " >  1 | e\u0301e\u0301 x\n      |    ^\n"},
		{"a position inside a cluster marks it whole", "ae\u0301", at("f", 1, 3, 2, 2), " >  1 | ae\u0301\n      |  ^\n"},
		{"a family of joined emoji takes two", "👨\u200d👩\u200d👧 x", at("f", 1, 7, 19, 1), " >  1 | 👨\u200d👩\u200d👧 x\n      |    ^\n"},
		{"an override turns nothing", "a\u202eb c", at("f", 1, 5, 6, 1), " >  1 | a<U+202E>b c\n      |            ^\n"},
		{"an escape colours nothing", "a\x1b[31mb", at("f", 1, 7, 6, 1), " >  1 | a<U+001B>[31mb\n      |              ^\n"},
		{"a tag hides no letter", "a\U000e0041b", at("f", 1, 3, 5, 1), " >  1 | a<U+E0041>b\n      |           ^\n"},
		{"tags make the flag of Scotland", "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f x", at("f", 1, 9, 29, 1),
			" >  1 | 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f x\n      |    ^\n"},
		{"what is no UTF-8 is shown as bytes", "a\xff b", at("f", 1, 4, 3, 1), " >  1 | a<0xFF> b\n      |         ^\n"},
		{"behind the last character", "{", at("f", 1, 2, 1, 0), " >  1 | {\n      |  ^\n"},
		{"an empty file", "", at("f", 1, 1, 0, 0), " >  1 |\n      | ^\n"},
		{"line ends of Windows are no part of a line", "a\r\n\r\nb\r\n", at("f", 3, 1, 5, 9), "    2 |\n >  3 | b\n      | ^\n"},
		{"nor are those of old", "a\rb\n", at("f", 2, 1, 2, 1), "    1 | a\n >  2 | b\n      | ^\n"},
		{"a byte order mark has no column", "\ufeff{}", at("f", 1, 1, 0, 1), " >  1 | {}\n      | ^\n"},
		{"nor does it move the columns behind it", "\ufeff{}", at("f", 1, 2, 4, 1), " >  1 | {}\n      |  ^\n"},
		{"without an offset the column serves", "é\nüö x", at("f", 2, 4, 0, 0), "    1 | é\n >  2 | üö x\n      |    ^\n"},
		{"also on the first line", "éö x", at("f", 1, 4, 0, 0), " >  1 | éö x\n      |    ^\n"},
		{"a column beyond the line", "ab", at("f", 1, 99, 0, 3), " >  1 | ab\n      |   ^\n"},
		{"a line beyond the file", "ab", at("f", 2, 1, 0, 0), ""},
		{"line numbers of three digits", strings.Repeat("\n", 99) + "x", at("f", 100, 1, 99, 1), "    99 |\n > 100 | x\n       | ^\n"},
		{"a line of just the width", long[:40], at("f", 1, 15, 14, 1), " >  1 | " + long[:40] + "\n      |               ^\n"},
		{"one character more, of which the first is left out", long[:41], at("f", 1, 15, 14, 1), " >  1 | …12345678901234567890123456789012345678…\n      |               ^\n"},
		{"tabs are as wide as they are shown", "\t\t\t\t\t\t\t\t\t\t\tx", at("f", 1, 12, 11, 1), " >  1 | …                                   x\n      |                                     ^\n"},
		{"on the first line the second column", "日x", at("f", 1, 2, 0, 0), " >  1 | 日x\n      |   ^\n"},
		{"a long line, near its start", long, at("f", 1, 3, 2, 2), " >  1 | 01234567890123456789012345678901234567…\n      |   ^^\n"},
		{"a long line, in its middle", long, at("f", 1, 206, 205, 2), " >  1 | …23456789012345678901234567890123456789…\n      |               ^^\n"},
		{"a long line, at its end", long, at("f", 1, 401, 400, 0), " >  1 | …23456789012345678901234567890123456789\n      |                                        ^\n"},
		{"a value that is longer than the width", long, at("f", 1, 11, 10, 300), " >  1 | 01234567890123456789012345678901234567…\n      |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"},
		{"above a long line cut on its left nothing is shown", "above\n" + long, at("f", 2, 206, 211, 1), " >  2 | …23456789012345678901234567890123456789…\n      |               ^\n"},
		{"no wide character is halved", strings.Repeat("日", 100), at("f", 1, 50, 147, 3), " >  1 | …日日日日日日日日日日日日日日日日日日日…\n      |              ^^\n"},
	} {
		out := printed(t, Text, []outcome.Finding{one(tt.pos)}, from(tt.src), Width(40))
		_, out, _ = strings.Cut(out, "\n")
		assert.Equal(t, tt.want, strings.TrimSuffix(out, "1 error in 1 file\n"), tt.why)
	}
}

func TestTextWithoutSource(t *testing.T) {
	fs := []outcome.Finding{one(at("gone.json", 3, 4, 40, 2))}
	want := "gone.json:3:4: error: OM202 no stone\n1 error in 1 file\n"
	assert.Equal(t, want, printed(t, Text, fs))
	assert.Equal(t, want, printed(t, Text, fs, Sources(func(string) ([]byte, error) { return nil, errors.New("gone") })))
}

func TestMessagesAndNamesAreHarmless(t *testing.T) {
	f := one(at("a\x1b[2J\n.json", 1, 1, 0, 0))
	f.Message, f.Hint, f.Because = "no \u202e", "or \x00", "line\nline"
	assert.Equal(t, `a<U+001B>[2J<U+000A>.json:1:1: error: OM202 no <U+202E> (or <U+0000>)
      = because: line<U+000A>line
1 error in 1 file
`, printed(t, Text, []outcome.Finding{f}))
}

func TestColourOnlyWhenAsked(t *testing.T) {
	fs := []outcome.Finding{one(at("f", 1, 1, 0, 1))}
	fs[0].Related = []outcome.Place{{Pointer: "/y"}}
	assert.NotContains(t, printed(t, Text, fs, from("x")), "\x1b")
	coloured := printed(t, Text, fs, from("x"), Colour(true))
	assert.Equal(t, strings.ReplaceAll(`[1mf:1:1: [0m[1;31merror[0m: OM202 no stone
[34m >  1 |[0m x
[34m      |[0m [1;31m^[0m
[34m      =[0m see: /y
1 error in 1 file
`, "[0m", "\x1b[0m"), strings.NewReplacer("\x1b[1", "[1", "\x1b[34", "[34").Replace(coloured))
}

// A warning and a remark have colours of their own.
func TestColoursOfSeverities(t *testing.T) {
	for severity, want := range map[outcome.Severity]string{outcome.Error: "\x1b[1;31merror", outcome.Warning: "\x1b[1;33mwarning", outcome.Info: "\x1b[1;36minfo"} {
		f := one(at("f", 1, 1, 0, 1))
		f.Severity = severity
		assert.Contains(t, printed(t, Text, []outcome.Finding{f}, Colour(true)), want)
	}
}

// Fewer than twenty columns show nothing; a hundred are usual.
func TestWidths(t *testing.T) {
	long := strings.Repeat("0123456789", 40)
	show := func(opts ...Option) string {
		return printed(t, Text, []outcome.Finding{one(at("f", 1, 1, 0, 1))}, append(opts, from(long))...)
	}
	assert.Contains(t, show(Width(1)), " >  1 | "+long[:18]+"…\n")
	assert.Contains(t, show(Width(21)), " >  1 | "+long[:19]+"…\n")
	assert.Contains(t, show(), " >  1 | "+long[:98]+"…\n")
}

// The first findings have excerpts, the rest a line each; a file is read once, and not at all where
// nothing of it is shown.
func TestSourcesAreReadOnce(t *testing.T) {
	var fs []outcome.Finding
	for i := range 1000 {
		fs = append(fs, one(at(fmt.Sprintf("f%d", i/10), 1, 1, 0, 1)))
	}
	reads := 0
	read := Sources(func(string) ([]byte, error) { reads++; return []byte("x"), nil })
	out := printed(t, Text, fs, read, Excerpts(25))
	assert.Equal(t, 3, reads)
	assert.Equal(t, 25, strings.Count(out, "^"))
	assert.Equal(t, 1000+2*25+1, strings.Count(out, "\n"))
	reads = 0
	printed(t, SARIF, fs, read)
	assert.Equal(t, 100, reads)
	reads = 0
	printed(t, JSON, fs, read)
	assert.Zero(t, reads)
}

func TestSummary(t *testing.T) {
	for _, tt := range []struct {
		s    Summary
		want string
	}{
		{Summary{}, "no findings"},
		{Summary{Files: 3}, "no findings in 3 files"},
		{Summary{Errors: 2, Warnings: 1, Files: 1}, "2 errors, 1 warning in 1 file"},
		{Summary{Errors: 1, Warnings: 2, Infos: 4}, "1 error, 2 warnings, 4 info"},
	} {
		assert.Equal(t, tt.want, tt.s.String())
	}
	assert.Equal(t, Summary{Errors: 1, Warnings: 1, Infos: 1, Files: 2}, Count(mixed()))
	assert.Equal(t, Summary{Errors: 3, Files: 2}, Count([]outcome.Finding{one(at("f", 1, 1, 0, 1)), one(at("g", 1, 1, 0, 1)), one(at("f", 2, 1, 0, 1))}), "each file once")
	assert.Equal(t, "no findings in 9 files\n", printed(t, Text, nil, Checked(9)))
}

// Two other places are shown with their lines, more only where they are.
func TestOtherPlaces(t *testing.T) {
	src := "a\nb\nc\nd\n"
	f := one(at("f", 1, 1, 0, 1))
	for line := 2; line <= 3; line++ {
		f.Related = append(f.Related, outcome.Place{Pos: at("f", line, 1, 2*line-2, 1)})
	}
	shown := printed(t, Text, []outcome.Finding{f}, from(src), Excerpts(9))
	assert.Contains(t, shown, "      = see: f:2:1\n    1 | a\n >  2 | b\n      | -\n")
	for range 9 {
		f.Related = append(f.Related, outcome.Place{Pointer: "/x"})
	}
	listed := printed(t, Text, []outcome.Finding{f}, from(src), Excerpts(9))
	assert.Contains(t, listed, "      = see: f:2:1, f:3:1, /x, /x, /x, /x, /x, /x, …\n")
	assert.NotContains(t, listed, ">  2 | b")
}
