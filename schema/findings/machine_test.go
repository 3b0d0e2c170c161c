package findings

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sarifSchema is the official schema, with its formats asserted.
var sarifSchema = sync.OnceValues(func() (*jsonschema.Schema, error) {
	src, err := os.ReadFile("testdata/sarif-schema-2.1.0.json")
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat = true
	if err := c.AddResource("sarif.json", bytes.NewReader(src)); err != nil {
		return nil, err
	}
	return c.Compile("sarif.json")
})

func requireSARIF(t testing.TB, out string) {
	t.Helper()
	schema, err := sarifSchema()
	require.NoError(t, err)
	var log any
	require.NoError(t, json.Unmarshal([]byte(out), &log))
	require.NoError(t, schema.Validate(log), "%s", out)
}

func TestJSON(t *testing.T) {
	fs := mixed()
	out := printed(t, JSON, fs, Checked(7))
	var got struct {
		Findings []outcome.Finding
		Summary  Summary
	}
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	assert.Equal(t, fs, got.Findings)
	assert.Equal(t, Summary{1, 1, 1, 7}, got.Summary)
	assert.Equal(t, "{\"findings\": [], \"summary\": {\"errors\":0,\"warnings\":0,\"infos\":0,\"files\":0}}\n", printed(t, JSON, nil))

	// The bytes are a contract: one finding a line, fields in this order.
	assert.Equal(t, `{"findings": [
  {"rule":"OM202","severity":"error","pointer":"/x","pos":{"file":"f","line":2,"column":3,"offset":9,"length":1},"message":"no \u202e\u007f\udb40\udc41\uffff é"}
], "summary": {"errors":1,"warnings":0,"infos":0,"files":1}}
`, printed(t, JSON, []outcome.Finding{{
		Rule: "OM202", Severity: outcome.Error, Message: "no \u202e\x7f\U000e0041\uffff é",
		Place: outcome.Place{Pointer: "/x", Pos: at("f", 2, 3, 9, 1)},
	}}))
}

func TestSARIF(t *testing.T) {
	for _, fs := range [][]outcome.Finding{nil, mixed()} {
		requireSARIF(t, printed(t, SARIF, fs))
	}
	every := make([]outcome.Finding, 0, 100)
	for _, r := range outcome.Rules() {
		every = append(every, outcome.Finding{Rule: r.ID, Severity: r.In(outcome.Final)})
	}
	requireSARIF(t, printed(t, SARIF, every))

	out := printed(t, SARIF, mixed(), from(twoLines))
	requireSARIF(t, out)
	var log sarifLog
	require.NoError(t, json.Unmarshal([]byte(out), &log))
	run := log.Runs[0]
	assert.Equal(t, "unicodeCodePoints", run.ColumnKind)

	first := run.Results[0]
	assert.Equal(t, "OM201", run.Tool.Driver.Rules[first.RuleIndex].ID)
	assert.Equal(t, "error", first.Level)
	assert.Equal(t, `stone "s1" stands twice (give one of the two another id)`, first.Message.Text)
	where := first.Locations[0]
	assert.Equal(t, sarifArtifact{"maps/a%20b%3Ac.json", sourceRoot}, where.Physical.File, "a blank and a colon, encoded")
	assert.Equal(t, &sarifRegion{StartLine: 2, StartColumn: 9, EndColumn: 13}, where.Physical.Region)
	assert.Equal(t, []sarifLogical{{"/columns/0/stones/1/id"}}, where.Logical)
	assert.Equal(t, 1, first.Related[0].ID)
	assert.Equal(t, 1, first.Related[0].Physical.Region.StartLine)

	assert.Equal(t, "warning", run.Results[1].Level)
	assert.Nil(t, run.Results[1].Locations[0].Physical.Region, "a file without a line")
	assert.Contains(t, run.Results[1].Message.Text, "because: the pilot has none")
	assert.Equal(t, "note", run.Results[2].Level)
	assert.Equal(t, `{{0}} "[x] (y)" may say two things`, run.Results[2].Message.Text, "neither a placeholder nor a link")
	assert.Nil(t, run.Results[2].Locations[0].Physical, "no file")

	for _, r := range run.Results {
		assert.Equal(t, r.RuleID, run.Tool.Driver.Rules[r.RuleIndex].ID)
	}
	rule := run.Tool.Driver.Rules[0]
	want, _ := outcome.RuleByID("OM201")
	assert.Equal(t, want.Summary, rule.Short.Text)
	assert.Equal(t, want.Help, rule.Help.Markdown)
	assert.Equal(t, "DuplicateId", rule.Name)
	assert.Len(t, run.Tool.Driver.Rules, 3, "those that found something")
}

// A rule is described once, in the words of the catalogue; of one that it does not know there is the id.
func TestSARIFRules(t *testing.T) {
	var fs []outcome.Finding
	for _, id := range []string{"OM402", "X1", "OM302", "OM102", "OM202", "OM302", "X1"} {
		fs = append(fs, outcome.Finding{Rule: id, Severity: outcome.Error})
	}
	for _, r := range outcome.Rules() {
		fs = append(fs, outcome.Finding{Rule: r.ID, Severity: outcome.Error})
	}
	out := printed(t, SARIF, fs)
	requireSARIF(t, out)
	var log sarifLog
	require.NoError(t, json.Unmarshal([]byte(out), &log))
	rules, code := log.Runs[0].Tool.Driver.Rules, 0
	assert.Len(t, rules, len(outcome.Rules())+1)
	for i, r := range log.Runs[0].Results {
		assert.Equal(t, fs[i].Rule, rules[r.RuleIndex].ID)
	}
	parts := map[string]string{"1": "structure", "2": "references", "3": "method", "4": "tables"}
	for _, r := range rules[:len(rules)-1] {
		assert.Equal(t, []string{parts[r.ID[2:3]]}, r.Properties.Tags, r.ID)
		assert.NotContains(t, r.Help.Text, "`", r.ID)
		code += strings.Count(r.Help.Markdown, "`")
	}
	assert.Positive(t, code, "the catalogue marks code")
	assert.Equal(t, sarifRule{ID: "X1"}, rules[len(rules)-1])
}

// Columns count code points: an emoji is one, where UTF-16 has two and UTF-8 four.
func TestSARIFColumnsAreCodePoints(t *testing.T) {
	out := printed(t, SARIF, []outcome.Finding{one(at("f", 1, 2, 1, 6))}, from(`"😀é"`))
	assert.Contains(t, out, `"startColumn": 2`)
	assert.Contains(t, out, `"endColumn": 4`)
}

func TestURI(t *testing.T) {
	for _, tt := range []struct{ file, root, want string }{
		{"maps/a.json", "", "maps/a.json"},
		{"./maps//a.json", "", "maps/a.json"},
		{"maps/100 % ü?#.json", "", "maps/100%20%25%20%C3%BC%3F%23.json"},
		{"a:b.json", "", "a%3Ab.json"},
		{"../a.json", "", "../a.json"},
		{"/srv/maps/a.json", "", "file:///srv/maps/a.json"},
		{"/srv/maps/a.json", "/srv", "maps/a.json"},
		{"/srv/maps/a.json", "/srv/maps/", "a.json"},
		{"/srvx/a.json", "/srv", "file:///srvx/a.json"},
		{"/a.json", "/", "a.json"},
		{"C:/maps/a.json", "", "file:///C%3A/maps/a.json"},
		{"azAZ09-._~.json", "", "azAZ09-._~.json"},
		{"a@[`{/:.json", "", "a%40%5B%60%7B/%3A.json"},
		{"C:", "", "C%3A"},
	} {
		c := config{root: tt.root}
		got, relative := c.uri(tt.file)
		assert.Equal(t, tt.want, got)
		assert.Equal(t, tt.want[0] != 'f', relative)
	}
}

func TestGitHub(t *testing.T) {
	fs := mixed()
	fs[1].Message = "100 %\nof: a, b\r\x1b"
	assert.Equal(t, `::error file=maps/a b%3Ac.json,line=2,col=9,endColumn=13,title=OM201::stone "s1" stands twice (give one of the two another id)
::warning file=maps/b.yaml,title=OM301::/columns/0/stones/1: 100 %25%0Aof: a, b%0D<U+001B> (because: the pilot has none)
::notice title=OM307::/columns/0/stones/0/text: {0} "[x](y)" may say two things
`, printed(t, GitHub, fs, from(twoLines)))
	assert.Empty(t, printed(t, GitHub, nil))
}

// What is not known of a place is left out.
func TestPlacesOfGitHub(t *testing.T) {
	for _, tt := range []struct {
		why  string
		pos  outcome.Position
		want string
	}{
		{"the very first letter", at("f", 1, 1, 0, 1), "file=f,line=1,col=1,endColumn=2,title=OM202::no stone"},
		{"no column", at("f", 1, 0, 0, 1), "file=f,line=1,title=OM202::no stone"},
		{"no length", at("f", 2, 3, 5, 0), "file=f,line=2,col=3,title=OM202::no stone"},
		{"no line", at("f", 0, 3, 5, 1), "file=f,title=OM202::/x: no stone"},
		{"behind the last line", at("f", 9, 3, 5, 1), "file=f,line=9,col=3,title=OM202::no stone"},
		{"no file", at("", 1, 1, 0, 1), "line=1,col=1,title=OM202::no stone"},
	} {
		assert.Equal(t, "::error "+tt.want+"\n", printed(t, GitHub, []outcome.Finding{one(tt.pos)}, from("abc\ndef")), tt.why)
	}
	assert.Contains(t, printed(t, GitHub, []outcome.Finding{one(at("/srv/maps/a.json", 1, 1, 0, 0))}, Root("/srv")), "file=maps/a.json,")
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestErrors(t *testing.T) {
	var out bytes.Buffer
	assert.ErrorContains(t, Write(&out, mixed(), "xml"), `no format "xml"`)
	for _, s := range []outcome.Severity{0, outcome.Off, 99} {
		for _, format := range []Format{Text, JSON, SARIF, GitHub} {
			assert.ErrorContains(t, Write(&out, []outcome.Finding{{Rule: "OM202", Severity: s}}, format), `finding 0, of rule "OM202"`)
		}
	}
	assert.Zero(t, out.Len(), "nothing is written before all that can fail is behind")
	require.NoError(t, Write(&out, mixed(), JSON, nil), "a nil option sets nothing")
	broken := errors.New("broken pipe")
	for _, format := range []Format{Text, JSON, SARIF, GitHub} {
		assert.ErrorIs(t, Write(failing{broken}, mixed(), format), broken)
	}
}

func TestParseFormat(t *testing.T) {
	for _, format := range []Format{Text, JSON, SARIF, GitHub} {
		got, err := ParseFormat(string(format))
		assert.NoError(t, err)
		assert.Equal(t, format, got)
	}
	_, err := ParseFormat("")
	assert.ErrorContains(t, err, "want text, json, sarif or github")
}
