package render_test

import (
	"math/rand/v2"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/internal/needtool"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

// hostile is text that would break out, run, mirror or overflow where it is not escaped.
var hostile = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onload='alert(1)`, `]]>`, `<!--`, `&lt;&#0;&bogus;`, `javascript:alert(1)`,
	"\x00\x01\x1b\ufffe\uffff", "\xff\xfe", "\u202egnp.exe\u2066", "\\N \\\" \\", strings.Repeat("W", 10000), "</style><style>*{}", "{}[];->",
	strings.Repeat("e\u0301\u0302", 50), "a\nb\tc\u2028d",
}

// poison puts a text into every field of a map that is drawn.
func poison(s string) *outcome.Map {
	m := &outcome.Map{
		ID: s, Title: s, Language: s, Summary: s,
		Provenance: outcome.Provenance{Publisher: s, Date: evidence.Date(s), URL: s, Licence: s},
		Columns:    []outcome.Column{{ID: s, Heading: s, Level: outcome.Level(s), Stones: []outcome.Stone{{ID: s + "1", Text: s}, {ID: s + "2", Text: s}}}, {ID: s + "b", Heading: s, Stones: []outcome.Stone{{ID: s + "3", Text: s}, {ID: s + "4", Text: s}}}},
		Pathways: []pathway.Pathway{{ID: s, Title: s, Short: s, Summary: s, Steps: []pathway.Step{{Column: s, Stones: []string{s + "1", s + "2"}}, {Column: s + "b", Stones: []string{s + "3", s + "4"}}}},
			{ID: s + "q", Title: s, Steps: []pathway.Step{{Column: s, Stones: []string{s + "1"}}, {Column: s + "b", Stones: []string{s + "3"}}}, Links: []pathway.Link{{From: s + "1", To: s + "3", Effect: pathway.Effect(s)}}}},
	}
	m.Evidence.Standard = evidence.Standard{Progress: []evidence.Level{{ID: s, Label: s}}, Confidence: []evidence.Level{{ID: s, Label: s}}}
	m.Evidence.Assessments = []evidence.Assessment{{About: pathway.Target{Pathway: s, Stone: s + "1"}, Progress: s, Confidence: s}}
	return m
}

func TestHostileText(t *testing.T) {
	for _, s := range hostile {
		m := poison(s)
		got := svg(t, m)
		for _, e := range parse(t, got) {
			assert.NotContains(t, e.text, "\u202e")
		}
		assert.NotContains(t, got, "<script")
		for _, c := range layout(t, m).Cards {
			assert.LessOrEqual(t, c.Width, 600.0)
		}
	}
}

func TestSVGOfRandomMaps(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	for range 40 {
		m := randomMap(r)
		got := svg(t, m)
		parse(t, got)
		require.Equal(t, got, svg(t, m), "same in, same out")
	}
}

func FuzzSVG(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { parse(t, svg(t, poison(short(s)))) })
}

// short cuts a fuzzed text: TestHostileText has the long ones, and here they would only cost time.
func short(s string) string { return s[:min(len(s), 300)] }

func TestXMLLintAccepts(t *testing.T) {
	lint := needtool.Path(t, "xmllint")
	for _, src := range []string{svg(t, readMap(t, "board-rated.json")), svg(t, poison(strings.Join(hostile, " ")))} {
		cmd := exec.Command(lint, "--noout", "-")
		cmd.Stdin = strings.NewReader(src)
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, "%s", out)
	}
}
