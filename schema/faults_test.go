package schema

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema/internal/plan"
	"github.com/outcomemap/outcomemap/schema/internal/yamltext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// judged puts every file to jsonschema as a whole, whatever the plan is certain of.
func judged(on bool) Option { return func(c *config) { c.judge = on } }

// bothWays runs a test with the plan, and with jsonschema judging everything.
func bothWays(t *testing.T, name string, test func(t *testing.T, way Option)) {
	t.Run(name+"/plan", func(t *testing.T) { test(t, judged(false)) })
	t.Run(name+"/jsonschema", func(t *testing.T) { test(t, judged(true)) })
}

// spots lists findings as "line:column rule", sorted by place.
func spots(fs []outcome.Finding) []string {
	out := []string{}
	for _, f := range fs {
		out = append(out, fmt.Sprintf("%d:%d %s", f.Pos.Line, f.Pos.Column, f.Rule))
	}
	slices.Sort(out)
	return out
}

// wanted reads what a faulty file expects of itself: "# want OM113:5" is that rule in column 5 of
// the line.
func wanted(t *testing.T, src []byte) []string {
	out := []string{}
	lines := bufio.NewScanner(bytes.NewReader(src))
	for line := 1; lines.Scan(); line++ {
		_, wants, _ := strings.Cut(lines.Text(), "# want ")
		for _, want := range strings.Fields(wants) {
			rule, column, ok := strings.Cut(want, ":")
			require.True(t, ok, want)
			out = append(out, fmt.Sprintf("%d:%s %s", line, column, rule))
		}
	}
	slices.Sort(out)
	return out
}

// Every fault carries its expectation on its line, and a surplus finding fails like a missing one.
func TestFaultyYAML(t *testing.T) {
	files, err := filepath.Glob("testdata/bad/*.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		bothWays(t, filepath.Base(file), func(t *testing.T, way Option) {
			src, err := os.ReadFile(file)
			require.NoError(t, err)
			res, err := Load(bytes.NewReader(src), Name(file), way)
			require.NoError(t, err)
			assert.Equal(t, wanted(t, src), spots(res.Findings), "%v", &Error{Findings: res.Findings})
			assert.Error(t, res.Err())
		})
	}
}

// A fault is the same in both formats: what the YAML says, its JSON says in the same words.
func TestFaultyYAMLAsJSON(t *testing.T) {
	files, err := filepath.Glob("testdata/bad/*.yaml")
	require.NoError(t, err)
	p := compiled()
	say := func(fs []outcome.Finding) []string {
		var out []string
		for _, f := range fs {
			out = append(out, fmt.Sprintf("%s %s %s: %s (%s)", f.Severity, f.Rule, f.Pointer, f.Message, f.Hint))
		}
		slices.Sort(out)
		return out
	}
	twins := 0
	for _, file := range files {
		src, err := os.ReadFile(file)
		require.NoError(t, err)
		twin := yamltext.Convert(string(src), p.Root(), yamltext.Options{Depth: 64, Nodes: 1e6, Faults: 100})
		if twin.Fatal || len(twin.Faults) > 0 {
			continue // a fault of YAML alone
		}
		twins++
		asYAML, err := Load(bytes.NewReader(src), WithFormat(YAML))
		require.NoError(t, err)
		asJSON, err := Load(strings.NewReader(twin.JSON), WithFormat(JSON))
		require.NoError(t, err)
		assert.Equal(t, say(asYAML.Findings), say(asJSON.Findings), file)
	}
	assert.Greater(t, twins, 6)
}

func TestFaultyJSON(t *testing.T) {
	for _, tt := range []struct{ name, src, want, why string }{
		{"comma behind the last", "{\"outcomeMap\": \"1\", \"title\": \"T\",\n \"columns\": [{\"id\": \"do\"},]}", "2:26 OM101", "at the comma"},
		{"no comma", "{\"outcomeMap\": \"1\", \"title\": \"T\"\n \"columns\": []}", "2:2 OM101", "where it is missed"},
		{"comma first", "{, \"outcomeMap\": \"1\"}", "1:2 OM101", ""},
		{"more behind", `{"outcomeMap": "1", "title": "T", "columns": [{"id": "do"}]} x`, "1:62 OM101", "one map and nothing else"},
		{"brace behind", "{\"outcomeMap\": \"1\", \"title\": \"T\", \"columns\": [{\"id\": \"do\"}]}\n}", "2:1 OM101", "json.Decoder.More misses it"},
		{"comment", "{\"outcomeMap\": \"1\", // version\n \"title\": \"T\"}", "1:21 OM101", ""},
		{"single quotes", `{'outcomeMap': '1'}`, "1:2 OM101", ""},
		{"no quotes", `{outcomeMap: "1"}`, "1:2 OM101", ""},
		{"cut off", "{\"outcomeMap\": \"1\",\n \"columns\": [{\"id\": \"do\"}", "2:26 OM101", "at the end"},
		{"open quote", "{\"outcomeMap\": \"1\", \"title\": \"é T,\n \"columns\": []}", "1:35 OM101", "columns count code points"},
		{"tab in a text", "{\"outcomeMap\": \"1\", \"title\": \"a\tb\"}", "1:32 OM101", ""},
		{"odd escape", `{"outcomeMap": "1", "title": "C:\path"}`, "1:33 OM101", ""},
		{"half an escape", `{"outcomeMap": "1", "title": "\u12"}`, "1:31 OM101", ""},
		{"half a character", `{"outcomeMap": "1", "title": "\ud800"}`, "1:31 OM102", "encoding/json makes it U+FFFD"},
		{"other half", `{"outcomeMap": "1", "title": "\udc00\ud800"}`, "1:31 OM102", ""},
		{"leading zero", `{"outcomeMap": "1", "extra": {"a": 01}}`, "1:37 OM101", ""},
		{"plus", `{"outcomeMap": "1", "extra": {"a": +1}}`, "1:36 OM101", ""},
		{"ends in a dot", `{"outcomeMap": "1", "extra": {"a": 1.}}`, "1:37 OM101", ""},
		{"NaN", `{"outcomeMap": "1", "extra": {"a": NaN}}`, "1:36 OM101", ""},
		{"YAML", "outcomeMap: \"1\"\ntitle: T", "1:1 OM101", "asked for as JSON"},
		{"a list", `[{"outcomeMap": "1"}]`, "1:1 OM111", ""},
		{"null", `null`, "1:1 OM111", ""},
		{"twice", "{\"outcomeMap\": \"1\", \"title\": \"T\", \"title\": \"U\",\n \"columns\": [{\"id\": \"do\", \"stones\": [{\"id\": \"a\", \"text\": \"A\", \"text\": \"B\"}]}], \"extra\": {\"a\": 1, \"\\u0061\": 2}}",
			"1:35 OM106, 2:63 OM106, 2:98 OM106", "an escape does not hide a key"},
		{"NUL", "{\"outcomeMap\": \"1\", \"title\": \"T\\u0000\",\n \"columns\": [{\"id\": \"do\", \"stones\": [{\"id\": \"a\", \"text\": \"A\"}]}]}", "1:32 OM102", ""},
		{"null for fields", "{\"outcomeMap\": \"1\", \"title\": null,\n \"columns\": [{\"id\": \"do\", \"stones\": [{\"id\": null, \"text\": \"A\", \"tags\": null}]}]}",
			"1:30 OM111, 2:45 OM111, 2:72 OM111", "encoding/json takes them for nothing"},
		{"other case", "{\"outcomeMap\": \"1\", \"Title\": \"T\",\n \"columns\": [{\"id\": \"do\", \"stones\": [{\"ID\": \"a\", \"text\": \"A\"}]}]}", "1:21 OM113, 2:39 OM113", "encoding/json takes them"},
		{"large numbers", "{\"outcomeMap\": \"1\", \"title\": \"T\", \"columns\": [{\"id\": \"do\", \"stones\": [{\"id\": \"a\", \"text\": \"A\"}]}],\n" +
			" \"evidence\": {\"items\": [{\"id\": \"e\", \"cost\": 9e999999, \"bears\": [{\"about\": {\"stone\": \"a\"}, \"typeIError\": 1e400, \"sensitivity\": 0." + strings.Repeat("0", 70) + "1}]}]}}",
			"2:105 OM118, 2:127 OM103, 2:45 OM118", "none of them reaches jsonschema"},
		{"newer, as a number", `{"outcomeMap": 2, "title": 5}`, "1:16 OM105", "nothing else is said"},
		{"version as a number", `{"outcomeMap": 1, "title": "T", "columns": [{"id": "do", "stones": [{"id": "a", "text": "A"}]}]}`, "1:16 OM111", ""},
		{"byte order mark", "\ufeff{\"outcomeMap\": \"1\", \"title\": \"T\", \"columns\": [{\"id\": \"a b\", \"stones\": [{\"id\": \"a\", \"text\": \"A\"}]}]}", "1:1 OM121, 1:54 OM114", "it takes no column"},
		{"UTF-16 with a mark", "\xff\xfe{\x00\"\x00", "1:1 OM102", ""},
		{"UTF-16 without", "{\x00\"\x00a\x00", "1:1 OM102", ""},
		{"UTF-16, big end first", "\x00{\x00\"\x00a", "1:1 OM102", ""},
		{"not UTF-8", "{\"outcomeMap\": \"1\",\n \"title\": \"é\xff\"}", "2:13 OM102", ""},
		{"overlong", "{\"title\": \"\xc0\xaf\"}", "1:12 OM102", ""},
		{"a surrogate in UTF-8", "{\"title\": \"\xed\xa0\x80\"}", "1:12 OM102", ""},
		{"binary", "PK\x03\x04\x00\x00", "1:5 OM102", ""},
		{"empty", "", "1:1 OM101", ""},
		{"blank", " \n\t", "1:1 OM101", ""},
		{"deep", strings.Repeat("[", 300), "1:65 OM103", "the 65th"},
		{"deep in extra", `{"extra":` + strings.Repeat(`{"a":`, 300), "1:325 OM103", "9 characters and 63 times 5 before it"},
	} {
		bothWays(t, tt.name, func(t *testing.T, way Option) {
			res, err := Load(strings.NewReader(tt.src), WithFormat(JSON), way)
			require.NoError(t, err)
			assert.Equal(t, tt.want, strings.Join(spots(res.Findings), ", "), "%s\n%v", tt.why, &Error{Findings: res.Findings})
		})
	}
}

// What is no text is told by its beginning: every other byte of UTF-16 is NUL in most languages.
func TestFilesThatAreNoText(t *testing.T) {
	for _, tt := range []struct{ src, want string }{
		{"{\x00}\x00", "UTF-16"},
		{"\x00{\x00}", "UTF-16"},
		{"\xff\xfe{\x00", "UTF-16"},
		{"\xfe\xff\x00{", "UTF-16"},
		{"{\x00}", "NUL"},
		{"\x00\x00\x01\x00", "NUL"},
		{"ab\x00\x00", "NUL"},
		{"a\x00bc", "NUL"},
		{"\x00ab\x00", "NUL"},
		{"a\x00\x00b", "NUL"},
		{"\x00ab\xff", "NUL"},
		{"{}\xff", "the byte 0xFF"},
	} {
		_, err := Read(strings.NewReader(tt.src), WithFormat(JSON))
		assert.ErrorContains(t, err, tt.want, "%q", tt.src)
	}
}

// A plan that is never certain would be right and useless.
func TestPlanIsCertainOfGoodMaps(t *testing.T) {
	p := compiled()
	src, err := os.ReadFile("testdata/good/every_part.json")
	require.NoError(t, err)
	reading := p.Read(string(src), new(outcome.Map), plan.Options{Depth: 64, Stones: 1e6, Links: 1e6, Faults: 100})
	assert.Empty(t, reading.Faults)
	assert.Zero(t, reading.Asked, "questions put to jsonschema")
}
