package outcome_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/outcomemap/outcomemap/evidence"
	. "github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/schema/schematest"
)

// doubtful are maps whose findings are held with their words alone, besides those of [faults].
var doubtful = []struct {
	why   string
	spoil func(*Map)
}{
	{"evidence said to speak against what it makes more probable", func(m *Map) { m.Evidence.Items[0].Bears[0].Direction = evidence.Contradicts }},
	{"evidence said to speak for what it makes less probable", func(m *Map) { m.Evidence.Items[0].Bears[0].TypeIError = &num{Low: .95, High: .95} }},
	{"sources without items, one of them planned", func(m *Map) {
		m.Evidence.Sources = append(m.Evidence.Sources, evidence.Source{ID: "walk"},
			evidence.Source{ID: "visit", Collection: evidence.Collection{Status: evidence.CollectionPlanned}})
	}},
	{"a column where a stone is meant", func(m *Map) { m.Evidence.Claims[0].About = target{Pathway: "p", Stone: "do"} }},
	{"a criterion nearly of that name", func(m *Map) {
		m.Evidence.Criteria[0].ID = "nobody-hungry"
		m.Evidence.Claims[0].About = target{Criterion: "nobody-hungri"}
	}},
	{"raters who differ, one of them for any pathway, one for another as well", func(m *Map) {
		other := m.Pathways[0]
		other.ID = "q"
		m.Pathways = append(m.Pathways, other)
		m.Evidence.Assessments[0].By, m.Evidence.Assessments[0].Also = "Ann", []string{"q", "p", ""}
		m.Evidence.Assessments = append(m.Evidence.Assessments,
			evidence.Assessment{About: target{Pathway: "q", Stone: "bake"}, Progress: "none", By: "Ben"},
			evidence.Assessment{About: target{Stone: "joy"}, Progress: "none", By: "Cem"},
			evidence.Assessment{About: target{Stone: "joy"}, Progress: "great", By: "Dee"},
			evidence.Assessment{About: target{Pathway: "p", From: "bake", To: "joy"}, Verdict: evidence.Holds, By: "Ann"},
			evidence.Assessment{About: target{From: "bake", To: "joy"}, Verdict: evidence.Fails, By: "Ben"})
	}},
	{"only one of two likelihoods", func(m *Map) { m.Evidence.Items[0].Bears[0].TypeIError = nil }},
	{"planned, and about nothing", func(m *Map) {
		m.Evidence.Items = append(m.Evidence.Items, evidence.Item{ID: "e3", Status: evidence.Planned})
	}},
	{"a package's likelihoods in another group", func(m *Map) {
		m.Evidence.Groups = []evidence.Group{{ID: "g", Policy: evidence.Dominant, Bears: m.Evidence.Items[0].Bears}}
	}},
	{"no correlation", func(m *Map) {
		m.Evidence.Groups = []evidence.Group{{ID: "g", Policy: evidence.Correlated, Rho: &evidence.Rho{IfTrue: -1.5, IfFalse: 1.5}}}
	}},
	{"full correlation", func(m *Map) {
		m.Evidence.Groups = []evidence.Group{{ID: "g", Policy: evidence.Correlated, Rho: &evidence.Rho{IfTrue: -1, IfFalse: 1}}}
	}},
	{"numbers where words are wanted", func(m *Map) {
		x := &m.Evidence.Indicators[0]
		x.Measure, x.Periods[0].Target = evidence.Qualitative, evidence.Number(5)
	}},
	{"words where numbers are wanted, in the second baseline", func(m *Map) {
		x := &m.Evidence.Indicators[0]
		x.Baseline = append(x.Baseline, evidence.Baseline{Value: evidence.Text("few"), Date: "2020"})
	}},
	{"words for a single baseline", func(m *Map) { m.Evidence.Indicators[0].Baseline[0].Value = evidence.Text("few") }},
	{"two columns of one id", func(m *Map) { m.Columns[1].ID = "do" }},
	{"a stone named like a column before it", func(m *Map) { m.Columns[2].Stones[0].ID = "do" }},
	{"a stone named like a column after it", func(m *Map) { m.Columns[0].Stones[0].ID = "gain" }},
	{"a step without stones", func(m *Map) { m.Pathways[0].Steps[1].Stones, m.Pathways[0].Links = nil, nil }},
	{"two ids nearly alike", func(m *Map) { m.Columns[2].Stones[1].ID = "Fed" }},
	{"a stone where a column is meant", func(m *Map) { m.Evidence.Claims[0].About = target{Pathway: "p", Column: "joy"} }},
	{"a step that the pathway has not", func(m *Map) {
		m.Columns = append(m.Columns, Column{ID: "extra", Stones: []Stone{{ID: "more", Text: "More"}}})
		m.Evidence.Claims[0].About = target{Pathway: "p", Column: "extra"}
	}},
	{"rivals, assumptions and criteria nobody knows", func(m *Map) {
		for _, t := range []target{{Pathway: "p", Rival: "shp"}, {Pathway: "p", Assumption: "flower"}, {Criterion: "c2"}, {Rival: "shop"}, {Pathway: "p"}, {Pathway: "q", Stone: "fed"}} {
			m.Evidence.Claims = append(m.Evidence.Claims, evidence.Claim{About: t})
		}
	}},
	{"about nothing, and about two things", func(m *Map) {
		m.Evidence.Assessments = append(m.Evidence.Assessments, evidence.Assessment{Progress: "some"},
			evidence.Assessment{About: target{Pathway: "p", Stone: "fed", Column: "do"}, Progress: "some"})
	}},
	{"steps out of order", func(m *Map) {
		s := m.Pathways[0].Steps
		s[0], s[2] = s[2], s[0]
	}},
	{"stones in steps of other columns", func(m *Map) {
		m.Pathways[0].Steps[0].Stones, m.Pathways[0].Steps[1].Stones = []string{"bake", "joy"}, []string{"teach"}
	}},
	{"a step of no known column, with stones of one", func(m *Map) { m.Pathways[0].Steps[1].Column = "joy" }},
	{"a long loop", func(m *Map) {
		for i := range 12 {
			id := fmt.Sprint("round", i)
			m.Columns[1].Stones = append(m.Columns[1].Stones, Stone{ID: id, Text: fmt.Sprintf("Round %d", i)})
			m.Pathways[0].Steps[1].Stones = append(m.Pathways[0].Steps[1].Stones, id)
			m.Pathways[0].Links = append(m.Pathways[0].Links, pathway.Link{From: id, To: fmt.Sprint("round", (i+1)%12)})
		}
	}},
	{"raters who differ", func(m *Map) {
		m.Evidence.Assessments[0].By = "Ann"
		m.Evidence.Assessments = append(m.Evidence.Assessments, evidence.Assessment{About: target{Pathway: "p", Stone: "bake"}, Progress: "none", By: "Ben"})
	}},
	{"a stone rated in no pathway, and in another", func(m *Map) {
		other := m.Pathways[0]
		other.ID, other.Links = "q", nil
		m.Pathways = append(m.Pathways, other)
		m.Evidence.Assessments = append(m.Evidence.Assessments[1:], evidence.Assessment{About: target{Stone: "bake"}, Progress: "some", Confidence: "low"})
	}},
	{"a misspelt level", func(m *Map) { m.Columns[2].Level = "impct" }},
	{"a pathway of one step", func(m *Map) {
		m.Pathways = append(m.Pathways, pathway.Pathway{ID: "one", Steps: []pathway.Step{{Column: "gain", Stones: []string{"fed"}}}})
	}},
	{"a link between columns beside one of its stones", func(m *Map) {
		m.Pathways[0].Links = append(m.Pathways[0].Links, pathway.Link{From: "do", To: "feel"}, pathway.Link{From: "do", To: "feel"})
	}},
	{"a link to itself, and to a column twice over", func(m *Map) {
		m.Pathways[0].Links = append(m.Pathways[0].Links, pathway.Link{From: "joy", To: "joy"}, pathway.Link{From: "feel", To: "feel"})
	}},
}

// The words of findings, with the hints, in the profile that finds the most: for people to read, who
// may reword them.
func TestWording(t *testing.T) {
	var b strings.Builder
	tell := func(why string, spoil func(*Map)) {
		m := sound()
		spoil(m)
		fmt.Fprintf(&b, "%s\n", why)
		for _, f := range Check(m, Final) {
			fmt.Fprintf(&b, "  %s %s\n", f.Pointer, f)
		}
	}
	for _, row := range faults {
		tell(row.why, row.spoil)
	}
	for _, row := range doubtful {
		tell(row.why, row.spoil)
	}
	schematest.Golden(t, "wording.txt", []byte(b.String()))
}

// What is put in front of a list changes nothing about what stands behind it: each element is found
// again by its name, whatever kind it is.
func TestDiffFindsElementsAgain(t *testing.T) {
	full := func() *Map {
		m := sound()
		m.Factors = []Factor{{Kind: "barrier", Text: "Rain"}, {Kind: "enabler", Text: "Sun"}}
		m.Rules, m.Refs = []RuleSetting{{Rule: "OM301"}}, []pathway.Ref{{Scheme: "sdg", Code: "1"}}
		e := &m.Evidence
		e.Standard.Progress = []evidence.Level{{ID: "none"}, {ID: "some"}, {ID: "great"}}
		e.Groups = []evidence.Group{{ID: "g1"}, {ID: "g2", Policy: evidence.Dominant}}
		e.Indicators[0].Baseline = evidence.Baselines{{Date: "2020", Value: evidence.Number(1)}, {Date: "2021", Value: evidence.Number(2)}}
		return m
	}
	old, m := full(), full()
	e := &m.Evidence
	p := &m.Pathways[0]
	p.Rivals = append([]pathway.Rival{{ID: "mall"}}, p.Rivals...)
	p.Assumptions = append([]pathway.Assumption{{ID: "yeast"}}, p.Assumptions...)
	p.Links = append([]pathway.Link{{From: "bake", To: "fed"}}, p.Links...)
	m.Pathways = append([]pathway.Pathway{{ID: "q"}}, m.Pathways...)
	m.Rules = append([]RuleSetting{{Rule: "OM302"}}, m.Rules...)
	m.Refs = append([]pathway.Ref{{Scheme: "sdg", Code: "2"}}, m.Refs...)
	m.Columns = append([]Column{{ID: "before"}}, m.Columns...)
	m.Factors = append([]Factor{{Kind: "barrier", Text: "Frost"}}, m.Factors...)
	e.Standard.Progress = append([]evidence.Level{{ID: "worse"}}, e.Standard.Progress...)
	e.Sources = append([]evidence.Source{{ID: "walk", Title: "A walk"}}, e.Sources...)
	e.Items = append([]evidence.Item{{ID: "e0", Text: "Crumbs"}}, e.Items...)
	e.Groups = append([]evidence.Group{{ID: "g0", Policy: evidence.Package}}, e.Groups...)
	e.Criteria = append([]evidence.Criterion{{ID: "c0"}}, e.Criteria...)
	e.Rounds = append([]evidence.Round{{ID: "r0"}}, e.Rounds...)
	e.Claims = append([]evidence.Claim{{About: target{Pathway: "p"}}}, e.Claims...)
	e.Indicators[0].Baseline = append(evidence.Baselines{{Date: "2019", Value: evidence.Number(9)}}, e.Indicators[0].Baseline...)
	assert.ElementsMatch(t, []string{
		`pathway "p", rival "mall": added`, `pathway "p", assumption "yeast": added`, `pathway "p", link "bake -> fed": added`,
		`pathway "q": added`, `rule "OM302": added`, `reference "sdg 2": added`, `column "before": added`,
		`factor "Frost": added`, `level "worse": added`, `source "walk": added`, `item "e0": added`, `group "g0": added`,
		`criterion "c0": added`, `round "r0": added`, `claim "p": added`, `indicator "loaves", baseline "2019": added`,
	}, lines(Diff(old, m)))
}

// A stone is told of each pathway that runs through it, once, however often it stands there; and a
// stone of no column goes with the first that is of one.
func TestThroughAndSteps(t *testing.T) {
	m := sound()
	other := m.Pathways[0]
	other.ID = "q"
	other.Steps = append(other.Steps, pathway.Step{Column: "gain", Stones: []string{"fed"}})
	m.Pathways = append(m.Pathways, other)
	x := NewIndex(m)
	var through []string
	for _, p := range x.Through("fed") {
		through = append(through, p.ID)
	}
	assert.Equal(t, []string{"p", "q"}, through)
	assert.Equal(t, []pathway.Step{{Column: "do", Stones: []string{"bake"}}, {Column: "feel", Stones: []string{"nowhere", "joy"}}}, x.Steps("nowhere", "joy", "bake"))
	assert.Len(t, x.Steps("nowhere"), 1)
}

// At even chances a claim is no more likely true than false; a rival at even chances is not more likely true.
func TestConditionsAtEvenChances(t *testing.T) {
	even := &evidence.Range{Low: 0.5, High: 0.5}
	about := func(t target, prior *evidence.Range) func(*Map) {
		return func(m *Map) {
			t.Pathway = "p"
			m.Evidence.Claims = []evidence.Claim{{About: t, Prior: prior}}
			m.Evidence.Items = append(m.Evidence.Items, evidence.Item{ID: "i", Bears: []evidence.Bearing{{About: t, Sensitivity: even, TypeIError: even}}})
			m.Evidence.Assessments = m.Evidence.Assessments[:4] // nobody judged the rival
		}
	}
	for _, tt := range []struct {
		why   string
		spoil func(*Map)
		want  []string
	}{
		{"a range from even upwards", about(target{Stone: "fed"}, &evidence.Range{Low: 0.5, High: 0.9}),
			[]string{"evidence verifies the chain of results: p: fed: may be no more likely true than false on the evidence (claim-doubtful)", "other explanations are dealt with: p: rival shop: nobody has looked at this explanation (rival-unknown)"}},
		{"even", about(target{Stone: "fed"}, even),
			[]string{"evidence verifies the chain of results: p: fed: no more likely true than false on the evidence (claim-unlikely)", "other explanations are dealt with: p: rival shop: nobody has looked at this explanation (rival-unknown)"}},
		{"a rival at even chances, tested", about(target{Rival: "shop"}, even), nil},
		{"a rival that is unlikely, tested", about(target{Rival: "shop"}, &evidence.Range{Low: 0.1, High: 0.2}), nil},
		{"a rival that may be likely, tested", about(target{Rival: "shop"}, &evidence.Range{Low: 0.4, High: 0.6}),
			[]string{"other explanations are dealt with: p: rival shop: this explanation may be more likely true than false on the evidence (rival-likely)"}},
	} {
		m := settled()
		tt.spoil(m)
		assert.Equal(t, tt.want, open(m), tt.why)
	}
}
