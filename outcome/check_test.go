package outcome_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/outcomemap/outcomemap/evidence"
	. "github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type (
	target = pathway.Target
	num    = evidence.Range
)

// sound returns a small map about which the review profile finds nothing above info.
func sound() *Map {
	return &Map{
		Title: "Bread",
		Columns: []Column{
			{ID: "do", Level: Activities, Stones: []Stone{{ID: "bake", Text: "Bake bread"}, {ID: "teach", Text: "Teach baking"}}},
			{ID: "feel", Level: Reactions, Stones: []Stone{{ID: "joy", Text: "Joy in baking"}}},
			{ID: "gain", Level: Impact, Stones: []Stone{{ID: "fed", Text: "People are fed"}, {ID: "skill", Text: "People can bake"}}},
		},
		Pathways: []pathway.Pathway{{
			ID: "p",
			Steps: []pathway.Step{
				{Column: "do", Stones: []string{"bake", "teach"}}, {Column: "feel", Stones: []string{"joy"}}, {Column: "gain", Stones: []string{"fed", "skill"}},
			},
			Links:       []pathway.Link{{From: "bake", To: "joy"}, {From: "teach", To: "feel"}},
			Assumptions: []pathway.Assumption{{ID: "flour", Text: "There is flour", About: target{Stone: "bake"}}},
			Rivals:      []pathway.Rival{{ID: "shop", Text: "A shop opened"}},
		}},
		Evidence: evidence.Body{
			Sources: []evidence.Source{{ID: "count"}, {ID: "talk"}},
			Items: []evidence.Item{
				{ID: "e1", Source: "count", Bears: []evidence.Bearing{{About: target{Pathway: "p", Stone: "fed"}, Direction: evidence.Supports,
					Sensitivity: &num{Low: .8, High: .9}, TypeIError: &num{Low: .2, High: .2}, Because: "counted"}}},
				{ID: "e2", Source: "talk", Bears: []evidence.Bearing{{About: target{Pathway: "p", From: "joy", To: "fed"}, Direction: evidence.Supports}}},
			},
			Groups:     []evidence.Group{},
			Criteria:   []evidence.Criterion{{ID: "c1", Text: "Nobody hungry", About: target{Stone: "fed"}}},
			Claims:     []evidence.Claim{{About: target{Pathway: "p", Stone: "fed"}, Prior: &num{Low: .5, High: .5}}},
			Indicators: []evidence.Indicator{{ID: "loaves", About: target{Stone: "bake"}, Source: "count", Measure: evidence.UnitMeasure, Baseline: evidence.Baselines{{Value: evidence.Number(3)}}, Periods: []evidence.Period{{Start: "2021", End: "2022", Actual: evidence.Number(4)}}}},
			Rounds:     []evidence.Round{{ID: "r1"}},
			Assessments: []evidence.Assessment{
				{About: target{Pathway: "p", Stone: "bake"}, Progress: "great"}, {About: target{Pathway: "p", Stone: "teach"}, Progress: "some"},
				{About: target{Pathway: "p", Stone: "joy"}, Progress: "some"}, {About: target{Pathway: "p", Stone: "skill"}, Progress: "some"},
				{About: target{Pathway: "p", Stone: "fed"}, Progress: "some", Confidence: "high", Round: "r1", Items: []string{"e1"}},
				{About: target{Pathway: "p", Rival: "shop"}, Verdict: evidence.Fails},
			},
		},
	}
}

func TestSoundMap(t *testing.T) {
	assert.Empty(t, Check(sound(), Review))
	assert.Empty(t, Check(nil, Review))
	assert.Empty(t, Check(&Map{}, Final), "an empty map has nothing to refer to")
}

// Each row spoils the sound map in one way and names every finding of the review profile.
var faults = []fault{
	{"two stones of one id", func(m *Map) { m.Columns[2].Stones[1].ID = "bake" },
		"OM201 /columns/2/stones/1/id, OM202 /pathways/0/steps/2/stones/1"},
	{"a column named like a stone", func(m *Map) { m.Columns = append(m.Columns, Column{ID: "joy", Stones: []Stone{{ID: "x", Text: "X"}}}) },
		"OM201 /columns/3/id, OM301 /columns/3/stones/0, OM304 /pathways/0"},
	{"two rivals of one id", func(m *Map) { m.Pathways[0].Rivals = append(m.Pathways[0].Rivals, m.Pathways[0].Rivals[0]) }, "OM201 /pathways/0/rivals/1/id"},
	{"a level twice", func(m *Map) { m.Evidence.Standard.Confidence = []evidence.Level{{ID: "high"}, {ID: "high"}} }, "OM201 /evidence/standard/confidence/1/id"},
	{"stone nobody knows", func(m *Map) { m.Pathways[0].Steps[1].Stones[0] = "jyo" },
		"OM202 /pathways/0/steps/1/stones/0"},
	{"a column among the stones", func(m *Map) { m.Pathways[0].Steps[1].Stones = []string{"joy", "do"} }, "OM202 /pathways/0/steps/1/stones/1"},
	{"step in no column", func(m *Map) { m.Pathways[0].Steps[1].Column = "fel" }, "OM202 /pathways/0/steps/1/column"},
	{"link to nowhere", func(m *Map) { m.Pathways[0].Links[0].To = "jox" }, "OM202 /pathways/0/links/0/to"},
	{"source nobody knows", func(m *Map) { m.Evidence.Items[0].Source = "cuont" }, "OM202 /evidence/items/0/source"},
	{"rival nobody knows", func(m *Map) { m.Evidence.Assessments[5].About.Rival = "shpo" }, "OM202 /evidence/assessments/5/about/rival"},
	{"pathway nobody knows", func(m *Map) { m.Evidence.Assessments[5].About.Pathway = "q" }, "OM202 /evidence/assessments/5/about/pathway"},
	{"item nobody knows", func(m *Map) { m.Evidence.Assessments[4].Items = []string{"e1", "e9"} }, "OM202 /evidence/assessments/4/items/1"},
	{"stone of another column", func(m *Map) {
		m.Pathways[0].Steps[0].Stones, m.Pathways[0].Steps[1].Stones = []string{"bake"}, []string{"joy", "teach"}
	}, "OM203 /pathways/0/steps/1/stones/1"},
	{"steps in another order", func(m *Map) { s := m.Pathways[0].Steps; s[0], s[1] = s[1], s[0] },
		"OM204 /pathways/0/steps/1/column"},
	{"two steps in a column", func(m *Map) {
		s := m.Pathways[0].Steps
		m.Pathways[0].Steps = []pathway.Step{s[0], s[1], {Column: "gain", Stones: []string{"fed"}}, {Column: "gain", Stones: []string{"skill"}}}
	}, "OM204 /pathways/0/steps/3/column"},
	{"a stone twice", func(m *Map) { m.Pathways[0].Steps[2].Stones = []string{"fed", "skill", "fed"} }, "OM205 /pathways/0/steps/2/stones/2"},
	{"evidence on a stone elsewhere", func(m *Map) { m.Pathways[0].Steps[2].Stones = []string{"fed"} }, "OM301 /columns/2/stones/1, OM206 /evidence/assessments/3/about/stone"},
	{"a level that is none", func(m *Map) { m.Columns[0].Level = "activites" }, "OM207 /columns/0/level"},
	{"a link to itself", func(m *Map) { m.Pathways[0].Links[0].To = "bake" }, "OM208 /pathways/0/links/0"},
	{"a rating off the scale", func(m *Map) { m.Evidence.Assessments[0].Progress = "grate" }, "OM209 /evidence/assessments/0/progress"},
	{"a package that is none", func(m *Map) { m.Evidence.Groups = []evidence.Group{{ID: "g", Policy: evidence.Package}} }, "OM210 /evidence/groups/0"},
	{"rho without a pair", func(m *Map) {
		m.Evidence.Groups = []evidence.Group{{ID: "g", Policy: evidence.Dominant, Rho: &evidence.Rho{}}}
	}, "OM210 /evidence/groups/0"},
	{"a pair of one", func(m *Map) {
		m.Evidence.Items[0].Group = "g"
		m.Evidence.Groups = []evidence.Group{{ID: "g", Policy: evidence.Correlated, Rho: &evidence.Rho{}}}
	}, "OM210 /evidence/groups/0"},
	{"a period that runs back", func(m *Map) { m.Evidence.Indicators[0].Periods[0].Start = "2023-05" }, "OM211 /evidence/indicators/0/periods/0"},
	{"a verdict on a stone", func(m *Map) { m.Evidence.Assessments[0].Verdict = evidence.Holds }, "OM212 /evidence/assessments/0/verdict"},
	{"progress of a rival", func(m *Map) { m.Evidence.Assessments[5].Progress = "some" }, "OM212 /evidence/assessments/5/progress"},
	{"a setting for no rule", func(m *Map) { m.Rules = []RuleSetting{{Rule: "OM999", Severity: Off}} }, "OM213 /rules/0/rule"},
	{"a setting a map has no right to", func(m *Map) { m.Rules = []RuleSetting{{Rule: "OM202", Severity: Off}} }, "OM213 /rules/0/rule"},
	{"half a link as target", func(m *Map) { m.Evidence.Items[1].Bears[0].About.To = "" }, "OM120 /evidence/items/1/bears/0/about"},
	{"no target", func(m *Map) { m.Evidence.Claims[0].About = target{} }, "OM120 /evidence/claims/0/about"},
	{"a percentage as a chance", func(m *Map) { m.Evidence.Claims[0].Prior = &num{Low: 50, High: 50} },
		"OM118 /evidence/claims/0/prior, OM323 /evidence/claims/0/prior"},
	{"a range upside down", func(m *Map) { m.Evidence.Items[0].Bears[0].Sensitivity = &num{Low: .9, High: .8} }, "OM118 /evidence/items/0/bears/0/sensitivity"},

	{"an empty column", func(m *Map) { m.Columns = append(m.Columns[:1:1], append([]Column{{ID: "new"}}, m.Columns[1:]...)...) },
		"OM302 /columns/1, OM303 /pathways/0/steps/1"},
	{"stops short", func(m *Map) { m.Columns = append(m.Columns, Column{ID: "end", Stones: []Stone{{ID: "z", Text: "Z"}}}) },
		"OM301 /columns/3/stones/0, OM304 /pathways/0"},
	{"a long text", func(m *Map) { m.Columns[0].Stones[0].Text = strings.Repeat("é", 151) }, "OM306 /columns/0/stones/0/text"},
	{"one letter less is fine", func(m *Map) { m.Columns[0].Stones[0].Text = strings.Repeat("é", 150) }, ""},
	{"the same text", func(m *Map) { m.Columns[0].Stones[1].Text = "bake  BREAD" }, "OM308 /columns/0/stones/1/text"},
	{"HTML", func(m *Map) { m.Description = "see <b>here</b>" }, "OM320 /description"},
	{"an autolink is CommonMark", func(m *Map) { m.Description = "see <https://example.org> and a < b" }, ""},
	{"half a likelihood", func(m *Map) { m.Evidence.Items[0].Bears[0].TypeIError = nil }, "OM322 /evidence/items/0/bears/0"},
	{"direction against numbers", func(m *Map) { m.Evidence.Items[0].Bears[0].Direction = evidence.Contradicts }, "OM315 /evidence/items/0/bears/0"},
	{"infinite weight", func(m *Map) { m.Evidence.Items[0].Bears[0].TypeIError = &num{} }, "OM316 /evidence/items/0/bears/0"},
	{"a certain prior", func(m *Map) { m.Evidence.Claims[0].Prior = &num{Low: .5, High: 1} }, "OM323 /evidence/claims/0/prior"},
	{"words for a number", func(m *Map) { m.Evidence.Indicators[0].Periods[0].Actual = evidence.Text("many") }, "OM324 /evidence/indicators/0/periods/0/actual"},
	{"raters who differ", func(m *Map) {
		m.Evidence.Assessments = append(m.Evidence.Assessments, evidence.Assessment{About: target{Pathway: "p", Stone: "joy"}, Progress: "none", By: "Ann"})
	}, "OM310 /evidence/assessments/6"},
	{"the agreed rating counts", func(m *Map) {
		m.Evidence.Assessments = append(m.Evidence.Assessments, evidence.Assessment{About: target{Pathway: "p", Stone: "joy"}, Progress: "none", By: "Ann", Agreed: true})
	}, ""},
	{"not assessed", func(m *Map) { m.Evidence.Assessments = m.Evidence.Assessments[1:] }, "OM309 /pathways/0/steps/0/stones/0"},
	{"nobody is assessed yet", func(m *Map) { m.Evidence.Assessments = nil }, ""},
	{"confident of nothing", func(m *Map) { m.Evidence.Assessments[0].Confidence = "medium" }, "OM311 /evidence/assessments/0"},
	{"the lowest confidence that a rating can name needs no evidence", func(m *Map) {
		m.Evidence.Standard.Confidence = []evidence.Level{{}, {ID: "low"}, {ID: "high"}}
		m.Evidence.Assessments[0].Confidence = "low"
	}, ""},
	{"no level of confidence has a name", func(m *Map) {
		m.Evidence.Standard.Confidence = []evidence.Level{{}}
	}, "OM209 /evidence/assessments/4/confidence"},
	{"low confidence needs no evidence", func(m *Map) { m.Evidence.Assessments[0].Confidence = "low" }, ""},
	{"bears on nothing", func(m *Map) { m.Evidence.Items[1].Bears = nil }, "OM312 /evidence/items/1"},
	{"one source", func(m *Map) { m.Evidence.Items[1].Source = "count" }, "OM313 /pathways/0, OM319 /evidence/sources/1"},
	{"no rival", func(m *Map) { m.Pathways[0].Rivals, m.Evidence.Assessments = nil, m.Evidence.Assessments[:5] }, "OM314 /pathways/0"},
	{"two items of one source on one claim", func(m *Map) {
		twin := m.Evidence.Items[0]
		twin.ID = "e3"
		m.Evidence.Items = append(m.Evidence.Items, twin)
	}, "OM318 /evidence/items/2/bears/0"},
	{"but in a group", func(m *Map) {
		m.Evidence.Groups = []evidence.Group{{ID: "g", Policy: evidence.Dominant}}
		m.Evidence.Items[0].Group = "g"
		twin := m.Evidence.Items[0]
		twin.ID = "e3"
		m.Evidence.Items = append(m.Evidence.Items, twin)
	}, ""},
	{"likelihoods without a reason", func(m *Map) { m.Evidence.Items[0].Bears[0].Because = "" }, "OM317 /evidence/items/0/bears/0"},
	{"a loop", func(m *Map) {
		m.Pathways[0].Links = append(m.Pathways[0].Links, pathway.Link{From: "joy", To: "bake"})
	}, "OM305 /pathways/0"},
	{"a gap", func(m *Map) { m.Pathways[0].Links = []pathway.Link{} }, "OM321 /pathways/0, OM325 /evidence/items/1/bears/0/about"},
	{"two ideas", func(m *Map) { m.Columns[0].Stones[0].Text = "Bake bread; sell it" }, "OM307 /columns/0/stones/0/text"},
	{"two sentences", func(m *Map) { m.Columns[0].Stones[0].Text = "Bake bread. Sell it" }, "OM307 /columns/0/stones/0/text"},
	{"a short form is no sentence", func(m *Map) { m.Columns[0].Stones[0].Text = "Bake e.g. Rye bread" }, ""},
	{"two claims about one target, in a pathway or in any", func(m *Map) {
		k := evidence.Claim{About: target{Stone: "fed"}}
		m.Evidence.Claims = append(m.Evidence.Claims, m.Evidence.Claims[0], k, k, k)
	}, "OM326 /evidence/claims/1/about, OM326 /evidence/claims/3/about, OM326 /evidence/claims/4/about"},
	{"claims about nothing are not about the same", func(m *Map) {
		m.Evidence.Claims = append(m.Evidence.Claims, evidence.Claim{}, evidence.Claim{})
	}, "OM120 /evidence/claims/1/about, OM120 /evidence/claims/2/about"},
	{"no such link", func(m *Map) { m.Evidence.Items[1].Bears[0].About = target{Pathway: "p", From: "bake", To: "fed"} }, "OM325 /evidence/items/1/bears/0/about"},
}

func TestFaults(t *testing.T) {
	for _, tt := range slices.Concat(faults, referenceFaults, figureFaults, methodFaults) {
		m := sound()
		tt.spoil(m)
		var got []string
		for f := range (Checker{}).Findings(m) {
			got = append(got, f.Rule+" "+f.Pointer)
		}
		var want []string
		if tt.want != "" {
			want = strings.Split(tt.want, ", ")
		}
		assert.ElementsMatch(t, want, got, tt.why)
	}
}

// Every rule about references and method has a map that breaks it.
func TestEveryRuleHasAFault(t *testing.T) {
	for _, r := range Rules() {
		if r.ID[2] != '2' && r.ID[2] != '3' {
			continue
		}
		found := false
		for _, tt := range faults {
			found = found || strings.Contains(tt.want, r.ID)
		}
		assert.True(t, found, "%s %s", r.ID, r.Name)
	}
}

func TestSettings(t *testing.T) {
	long := func(m *Map) { m.Columns[0].Stones[0].Text = strings.Repeat("x", 151) }
	for _, tt := range []struct {
		why    string
		own    []RuleSetting
		caller []RuleSetting
		want   Severity // 0: nothing is found
	}{
		{"by default", nil, nil, Warning},
		{"a map may turn a method rule off", []RuleSetting{{"OM306", Off, "a quotation"}}, nil, 0},
		{"the caller has the last word", []RuleSetting{{"OM306", Off, "a quotation"}}, []RuleSetting{{"OM306", Error, ""}}, Error},
		{"a severity that is none changes nothing", []RuleSetting{{Rule: "OM306"}}, nil, Warning},
	} {
		m := sound()
		long(m)
		m.Rules = tt.own
		fs := Check(m, Review, tt.caller...)
		if tt.want == 0 {
			assert.Empty(t, fs, tt.why)
		} else if assert.Len(t, fs, 1, tt.why) {
			assert.Equal(t, tt.want, fs[0].Severity, tt.why)
		}
	}
	m := sound()
	m.Columns[0].Stones[0].Text = strings.Repeat("x", 151)
	fs := Check(m, Review, RuleSetting{"OM306", Info, "a quotation"})
	require.Len(t, fs, 1)
	assert.Equal(t, "a quotation", fs[0].Because, "the reason is kept")
	m.Columns[0].Stones[0].ID = "joy"
	assert.NotEmpty(t, Check(m, Final, RuleSetting{"OM201", Off, ""}), "a caller can lower a reference rule, but then others follow")
}

func TestStopsWhenAsked(t *testing.T) {
	m := sound()
	for i := range m.Pathways[0].Steps {
		m.Pathways[0].Steps[i].Column = "nowhere"
	}
	n := 0
	for range (Checker{}).Findings(m) {
		n++
		break
	}
	assert.Equal(t, 1, n)
}

func TestSuggestions(t *testing.T) {
	m := sound()
	m.Pathways[0].Links[0].To = "jox"
	fs := Check(m, Review)
	require.Len(t, fs, 1)
	assert.Equal(t, `error: OM202 no stone or column "jox" (did you mean "joy"?)`, fs[0].String())
}
