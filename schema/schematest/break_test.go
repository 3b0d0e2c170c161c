package schematest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// found lists findings as "rule pointer message", how often each.
func found(fs []outcome.Finding) map[string]int {
	n := map[string]int{}
	for _, f := range fs {
		n[f.Rule+" "+f.Pointer+" "+f.Message]++
	}
	return n
}

// news lists what is found of a broken map and was not before, without the messages.
func news(before, after []outcome.Finding) []string {
	old := found(before)
	var out []string
	for _, f := range after {
		key := f.Rule + " " + f.Pointer + " " + f.Message
		if old[key] > 0 {
			old[key]--
			continue
		}
		out = append(out, f.Rule+" "+f.Pointer)
	}
	slices.Sort(out)
	return out
}

// Every fault that a model can have is found by outcome.Check, and nothing else is, on random maps
// of several sizes.
func TestBrokenModelsAreFound(t *testing.T) {
	var maps []*outcome.Map
	var before [][]outcome.Finding
	for seed := range uint64(16) {
		maps = append(maps, Random(seed, 5+int(seed)))
		before = append(before, outcome.Check(maps[seed], outcome.Review))
	}
	for _, fault := range Faults() {
		if fault.model == nil || strings.HasPrefix(fault.Rule, "OM11") {
			continue // structure is for package schema to check
		}
		broken := 0
		for seed, m := range maps {
			b, err := Break(m, fault.Name)
			if err != nil {
				continue
			}
			broken++
			got := news(before[seed], outcome.Check(b.Map, outcome.Review))
			if fault.Rule == "OM302" { // a column in front moves all others
				got = slices.DeleteFunc(got, func(f string) bool { return f != "OM302 /columns/0" })
			}
			require.Equal(t, []string{b.Rule + " " + b.Pointer}, got, "%s, seed %d", fault.Name, seed)
		}
		assert.Greater(t, broken, 5, "%s: few maps can be broken so", fault.Name)
	}
}

// Every fault is found in a file by schema.Load, in JSON and, if the model can have it, in YAML: on
// the line where it is, and nothing else is found.
func TestBrokenFilesAreFound(t *testing.T) {
	m := Random(1, 30)
	before := map[schema.Format][]outcome.Finding{}
	for _, format := range []schema.Format{schema.JSON, schema.YAML} {
		before[format] = load(t, written(t, m, format), format)
	}
	for _, fault := range Faults() {
		b, err := Break(m, fault.Name)
		require.NoError(t, err)
		requireOnly(t, fault.Name, b, before[b.Format], load(t, string(b.File), b.Format))
		if b.Map != nil {
			requireOnly(t, fault.Name, b, before[schema.YAML], load(t, written(t, b.Map, schema.YAML), schema.YAML))
		}
	}
}

func requireOnly(t *testing.T, name string, b *Broken, before, after []outcome.Finding) {
	t.Helper()
	got := news(before, after)
	if b.Rule == "OM302" { // a column in front moves all others
		got = slices.DeleteFunc(got, func(f string) bool { return f != "OM302 /columns/0" })
	}
	assert.Equal(t, []string{b.Rule + " " + b.Pointer}, got, name)
	for _, f := range after {
		require.NotZero(t, f.Pos.Line, "%s: %s", name, f)
	}
}

func written(t *testing.T, m *outcome.Map, format schema.Format) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, schema.Write(&b, m, format))
	return b.String()
}

func load(t *testing.T, src string, format schema.Format) []outcome.Finding {
	t.Helper()
	res, err := schema.Load(strings.NewReader(src), schema.WithFormat(format))
	require.NoError(t, err)
	return res.Findings
}

func TestBreakLeavesTheMapAlone(t *testing.T) {
	for _, fault := range Faults() {
		m := Random(1, 30)
		_, err := Break(m, fault.Name)
		require.NoError(t, err)
		require.Equal(t, Random(1, 30), m, fault.Name)
	}
}

// What a map has no room for is an error that says what is missing, never a panic.
func TestBreakSaysWhyNot(t *testing.T) {
	nameless := Random(1, 30)
	nameless.Evidence.Standard = evidence.Standard{Progress: []evidence.Level{{Label: "Some"}}, Confidence: []evidence.Level{{}, {}}}
	unsure := Random(1, 30)
	unsure.Evidence.Standard.Confidence = nameless.Evidence.Standard.Confidence
	require.NotEmpty(t, nameless.Evidence.Assessments)
	for _, tt := range []struct {
		m     *outcome.Map
		fault string
		want  string
	}{
		{&outcome.Map{}, "no such", `no fault "no such"`},
		{nil, "NUL byte", "no map"},
		{&outcome.Map{Columns: []outcome.Column{{ID: "c"}}}, "stone twice in a pathway", `fault "stone twice in a pathway": the map has no pathway`},
		{&outcome.Map{Rules: []outcome.RuleSetting{{Rule: "OM302", Severity: outcome.Off}}}, "empty column", "turns rule OM302 off"},
		{Random(1, 30), "stone twice in a pathway", ""},
		{nameless, "raters who differ", "the map has no level of progress"},
		{unsure, "confidence without evidence", "the map has no second level of confidence"},
	} {
		_, err := Break(tt.m, tt.fault)
		if tt.want == "" {
			assert.NoError(t, err)
		} else {
			assert.ErrorContains(t, err, tt.want)
		}
	}
	for _, fault := range Faults() {
		for _, m := range []*outcome.Map{{}, {Columns: make([]outcome.Column, 1)}, {Columns: make([]outcome.Column, 3), Pathways: Random(1, 30).Pathways[:1]}, nameless, unsure} {
			b, err := Break(m, fault.Name)
			assert.True(t, (b == nil) == (err != nil), fault.Name)
		}
	}
}

// Every rule of structure, reference and method has a fault, but those that no single fault shows.
func TestEveryRuleHasAFault(t *testing.T) {
	has, names := map[string]bool{}, map[string]bool{}
	for _, f := range Faults() {
		assert.False(t, names[f.Name], "%s stands twice", f.Name)
		has[f.Rule], names[f.Name] = true, true
	}
	var without []string
	for _, r := range outcome.Rules() {
		if !has[r.ID] && r.ID < "OM4" {
			without = append(without, fmt.Sprint(r.ID, " ", r.Name))
		}
	}
	assert.Empty(t, without)
}
