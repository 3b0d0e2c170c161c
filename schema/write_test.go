package schema

import (
	"bytes"
	"io"
	"math"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// odd returns a map whose texts try to be something else.
func odd() *outcome.Map {
	return &outcome.Map{
		Title: "A map: with colon", Language: "no", Conclusions: "First.\n\nSecond line.\n",
		Provenance: outcome.Provenance{Date: "2021", People: []string{"y", "12:30", "0x1F", "Ann"}},
		Columns: []outcome.Column{{ID: "do", Stones: []outcome.Stone{
			{ID: "a", Text: `say "hi", or {x} # no`, Tags: []string{"x", "~"}},
			{ID: "b", Text: "two\nlines", Extra: pathway.Extra(`{"b":1e400,"a":[{"x":1.50}]}`)},
		}}},
		Pathways: []pathway.Pathway{{ID: "p", Links: []pathway.Link{}}},
		Evidence: evidence.Body{Claims: []evidence.Claim{
			{About: pathway.Target{Pathway: "p"}, Prior: &evidence.Range{Low: .3, High: .5}},
		}},
	}
}

func TestWrite(t *testing.T) {
	for _, tt := range []struct {
		format Format
		why    string
		want   string
	}{
		{JSON, "one stone a line where it fits, numbers of extra as written", `{
  "outcomeMap": "1",
  "title": "A map: with colon",
  "language": "no",
  "conclusions": "First.\n\nSecond line.\n",
  "provenance": {"date": "2021", "people": ["y", "12:30", "0x1F", "Ann"]},
  "columns": [
    {
      "id": "do",
      "stones": [
        {"id": "a", "text": "say \"hi\", or {x} # no", "tags": ["x", "~"]},
        {
          "id": "b",
          "text": "two\nlines",
          "extra": {
            "b": 1e400,
            "a": [
              {"x": 1.50}
            ]
          }
        }
      ]
    }
  ],
  "pathways": [
    {"id": "p", "links": []}
  ],
  "evidence": {
    "claims": [
      {"about": {"pathway": "p"}, "prior": [0.3, 0.5]}
    ]
  }
}
`},
		{YAML, "what YAML 1.1 takes for a number, a time or a truth value stands in quotes", `outcomeMap: "1"
title: 'A map: with colon'
language: "no"
conclusions: |
  First.

  Second line.
provenance: {date: "2021", people: ["y", "12:30", "0x1F", Ann]}
columns:
  - id: do
    stones:
      - {id: a, text: 'say "hi", or {x} # no', tags: [x, "~"]}
      - id: b
        text: |-
          two
          lines
        extra:
          b: 1e400
          a:
            - {x: 1.50}
pathways:
  - {id: p, links: []}
evidence:
  claims:
    - {about: {pathway: p}, prior: [0.3, 0.5]}
`},
	} {
		var out bytes.Buffer
		require.NoError(t, Write(&out, odd(), tt.format))
		assert.Equal(t, tt.want, out.String(), "%s: %s", tt.format, tt.why)
	}
}

// An object or a list stays on its line where that is at most a hundred characters wide: in JSON the
// whole line, in YAML what is in the braces, quotes aside.
func TestWriteBreaksLines(t *testing.T) {
	for _, tt := range []struct {
		why    string
		format Format
		extra  string // %s: as many letters as fit
		line   string // that it stands on, without them
	}{
		{"object", JSON, `{"a":{"b":"%s","c":[1,true,null]}}`, `    "a": {"b": "", "c": [1, true, null]}`},
		{"list", JSON, `{"a":["%s",false,-1.5e3]}`, `    "a": ["", false, -1.5e3]`},
		{"in an object, with a comma behind", JSON, `{"a":["%s"],"b":1}`, `    "a": [""]`},
		{"object", YAML, `{"a":{"b":"%s","c":[1,true,null],"d":{}}}`, `{b: , c: [1, true, null], d: {}}`},
		{"list", YAML, `{"a":["%s",false,-1.5e3,[]]}`, `[, false, -1.5e3, []]`},
		{"characters, not bytes", YAML, `{"a":["é%s"]}`, `[é]`},
	} {
		for more, breaks := range []bool{false, true} {
			m := odd()
			letters := strings.Repeat("x", 100-utf8.RuneCountInString(tt.line)+more)
			m.Extra = pathway.Extra(strings.ReplaceAll(tt.extra, "%s", letters) + "\n")
			out := string(write(t, m, tt.format))
			assert.Equal(t, breaks, !regexp.MustCompile(`(?m)^ *"?a"?: [\[{].*x`).MatchString(out), "%s %s, %d more:\n%s", tt.format, tt.why, more, out)
		}
	}
	m := &outcome.Map{Title: "T"}
	assert.Equal(t, "{\n  \"outcomeMap\": \"1\",\n  \"title\": \"T\",\n  \"columns\": []\n}\n", string(write(t, m, JSON)), "the map itself never stays on one line")
	assert.Equal(t, "outcomeMap: \"1\"\ntitle: T\ncolumns: []\n", string(write(t, m, YAML)))
}

// Texts of which some reader or editor makes something else stand in quotes, with escapes.
func TestWriteQuotesWhatIsOdd(t *testing.T) {
	for text, want := range map[string]string{
		"a\u2028b": `"a\Lb"`, "a\u2029b": `"a\Pb"`, "a\u0085b": `"a\Nb"`, "a\tb": `"a\tb"`, "a\tb\nc": `"a\tb\nc"`, "a\x01b": `"a\x01b"`, "a\u009fb": `"a\x9Fb"`, "a\r\nb": `"a\r\nb"`,
		" a\nb": `" a\nb"`, "\na": `"\na"`, "a\nb ": `"a\nb "`, "a \nb": `"a \nb"`, "a\n\n": `"a\n\n"`,
		"a\nb": "|-\n  a\n  b", "a\n\nb\n": "|\n  a\n\n  b", "a\n b": "|-\n  a\n   b", "a\u00a0b\u2027c": "a\u00a0b\u2027c", "- a": `'- a'`, "yes": `"yes"`, "yes!": "yes!", "1:30": `"1:30"`, "<<": `"<<"`, ".5": `".5"`, "0x1f": `"0x1f"`, "2021-01-01 10:00": `"2021-01-01 10:00"`, ".NaN": `".NaN"`, "v1": "v1",
	} {
		out := string(write(t, &outcome.Map{Title: text}, YAML))
		assert.Equal(t, "outcomeMap: \"1\"\ntitle: "+want+"\ncolumns: []\n", out, "%q", text)
	}
}

func TestWriteRefuses(t *testing.T) {
	infinite := math.Inf(1)
	for _, tt := range []struct {
		why, want string
		format    Format
		spoil     func(*outcome.Map)
	}{
		{"no JSON number", `"/evidence/claims/0/prior" is not finite`, JSON, func(m *outcome.Map) { m.Evidence.Claims[0].Prior.Low = math.NaN() }},
		{"nor is this", `"/evidence/items/0/cost" is not finite`, YAML, func(m *outcome.Map) { m.Evidence.Items = []evidence.Item{{Cost: &infinite}} }},
		{"of two kinds, this one", `"/evidence/indicators/0/baseline/0/value" is not finite`, JSON, func(m *outcome.Map) {
			m.Evidence.Indicators = []evidence.Indicator{{Baseline: evidence.Baselines{{Value: evidence.Number(infinite)}}}}
		}},
		{"none that has a name", "no severity 0", JSON, func(m *outcome.Map) { m.Rules = []outcome.RuleSetting{{Rule: "OM306"}} }},
		{"would come back as U+FFFD", `"/columns/0/stones/1/text" is not UTF-8`, YAML, func(m *outcome.Map) { m.Columns[0].Stones[1].Text = "\xff" }},
		{"would be lost", `"/extra" is no JSON object`, JSON, func(m *outcome.Map) { m.Extra = pathway.Extra(`[1]`) }},
		{"broken", `"/extra" is no JSON object`, JSON, func(m *outcome.Map) { m.Extra = pathway.Extra(`{"a":`) }},
		{"and of a name that an author gave", `"/evidence/indicators/0/baseline/0/dimensions" is not UTF-8`, JSON, func(m *outcome.Map) { m.Evidence.Indicators = countOf("\xff", "all") }},
		{"and of what it stands for", `"/evidence/indicators/0/baseline/0/dimensions" is not UTF-8`, YAML, func(m *outcome.Map) { m.Evidence.Indicators = countOf("who", "\xff") }},
		{"unknown", `no format "xml"`, "xml", func(*outcome.Map) {}},
	} {
		m := odd()
		tt.spoil(m)
		var out bytes.Buffer
		require.ErrorContains(t, Write(&out, m, tt.format), tt.want, tt.why)
		assert.Zero(t, out.Len(), tt.why)
	}
	require.Error(t, Write(new(bytes.Buffer), nil, JSON), "nil map")
	for _, format := range []Format{JSON, YAML} {
		require.ErrorIs(t, Write(half{}, odd(), format), io.ErrShortWrite, "half a file must not pass for a whole one")
	}
}

// half loses half of what it is given and says nothing of it.
type half struct{}

func (half) Write(b []byte) (int, error) { return len(b) / 2, nil }

// countOf is an indicator that counts one group of people.
func countOf(name, group string) []evidence.Indicator {
	return []evidence.Indicator{{ID: "i", Baseline: evidence.Baselines{{Dimensions: map[string]string{name: group}}}}}
}

func TestWriteLeavesTheMapAlone(t *testing.T) {
	m := odd()
	require.NoError(t, Write(new(bytes.Buffer), m, YAML))
	assert.Equal(t, odd(), m)
}
