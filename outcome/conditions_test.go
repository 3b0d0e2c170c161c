package outcome_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/outcomemap/outcomemap/evidence"
	. "github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// settled returns a map of which all four conditions are met.
func settled() *Map {
	verdict := func(t target, v evidence.Verdict) evidence.Assessment {
		t.Pathway = "p"
		return evidence.Assessment{About: t, Verdict: v}
	}
	found := func(id, from, to string) evidence.Item {
		return evidence.Item{ID: id, Status: evidence.Observed, Bears: []evidence.Bearing{{About: target{Pathway: "p", From: from, To: to}, Direction: evidence.Supports}}}
	}
	m := &Map{
		Columns: []Column{{ID: "do", Stones: []Stone{{ID: "bake"}}}, {ID: "gain", Stones: []Stone{{ID: "fed"}}}},
		Pathways: []pathway.Pathway{{
			ID:          "p",
			Steps:       []pathway.Step{{Column: "do", Stones: []string{"bake"}}, {Column: "gain", Stones: []string{"fed"}}},
			Assumptions: []pathway.Assumption{{ID: "flour"}, {ID: "fire", Kind: pathway.Risk}},
			Rivals:      []pathway.Rival{{ID: "shop"}},
		}},
	}
	m.Evidence.Items = []evidence.Item{found("e1", "bake", "fed")}
	m.Evidence.Assessments = []evidence.Assessment{
		{About: target{Pathway: "p", Stone: "bake"}, Progress: "great", Confidence: "high"},
		{About: target{Pathway: "p", Stone: "fed"}, Progress: "none", Confidence: "high"},
		verdict(target{Assumption: "flour"}, evidence.Holds), verdict(target{Assumption: "fire"}, evidence.Fails),
		verdict(target{Rival: "shop"}, evidence.Fails),
	}
	return m
}

func open(m *Map) []string {
	var open []string
	for _, c := range Conditions(m, evidence.Score(m.Pathways, &m.Evidence))[0] {
		for _, o := range c.Open {
			open = append(open, fmt.Sprintf("%s: %s: %s (%s)", c.Kind, o.About, o.Why, o.Reason))
		}
	}
	return open
}

func TestConditions(t *testing.T) {
	require.Empty(t, open(settled()))
	rate := func(i int, v evidence.Verdict) func(*Map) {
		return func(m *Map) { m.Evidence.Assessments[i].Verdict = v }
	}
	for _, tt := range []struct {
		why   string
		spoil func(*Map)
		want  string
	}{
		{"no route", func(m *Map) { m.Pathways[0].Links = []pathway.Link{} }, "the theory of change is plausible: p: no links lead from the first step to the last (no-route)"},
		{"no assumption", func(m *Map) { m.Pathways[0].Assumptions = nil }, "the theory of change is plausible: p: nothing is said of what has to hold for it to work (no-assumption)"},
		{"assumption in part", rate(2, evidence.Partly), "the theory of change is plausible: p: assumption flour: this assumption holds only in part (assumption-partly)"},
		{"assumption fails", rate(2, evidence.Fails), "the theory of change is plausible: p: assumption flour: this assumption does not hold (assumption-fails)"},
		{"assumption not looked at", rate(2, ""), "the theory of change is plausible: p: assumption flour: nobody has looked whether this assumption holds (assumption-unknown)"},
		{"risk came true", rate(3, evidence.Holds), "the theory of change is plausible: p: assumption fire: this risk happened (risk-holds)"},
		{"risk in part", rate(3, evidence.Partly), "the theory of change is plausible: p: assumption fire: this risk happened in part (risk-partly)"},
		{"risk not looked at", rate(3, ""), "the theory of change is plausible: p: assumption fire: nobody has looked whether this risk came true (risk-unknown)"},
		{"not carried out", func(m *Map) { m.Evidence.Assessments[0].Progress = "none" }, "the activities were carried out: p: bake: progress is none (stone-lowest)"},
		{"at the lowest level that a rating can name", func(m *Map) {
			m.Evidence.Standard.Progress = []evidence.Level{{Label: "Nameless"}, {ID: "none"}, {ID: "great"}}
			m.Evidence.Assessments[0].Progress = "none"
		}, "the activities were carried out: p: bake: progress is none (stone-lowest)"},
		{"not rated", func(m *Map) { m.Evidence.Assessments[0].Progress = "" },
			"the activities were carried out: p: bake: not rated, so nobody knows whether it was carried out (stone-unrated)"},
		{"link unsupported", func(m *Map) { m.Evidence.Items[0].Status = evidence.Planned }, "evidence verifies the chain of results: p: do -> gain: no evidence was found that supports this link (link-unsupported)"},
		{"a claim that cannot be weighed", claim(2, 2), "evidence verifies the chain of results: p: fed: the evidence could not be weighed: prior 2: not a chance between 0 and 1 (refused)"},
		{"more of them unrated", func(m *Map) { m.Evidence.Assessments = m.Evidence.Assessments[2:] }, "evidence verifies the chain of results: p: 2 of 2 stones are not rated (stones-unrated)"},
		{"stones unrated", func(m *Map) { m.Evidence.Assessments[1].Confidence = "" }, "evidence verifies the chain of results: p: 1 of 2 stones is not rated (stones-unrated)"},
		{"claim false", claim(.1, .1), "evidence verifies the chain of results: p: fed: no more likely true than false on the evidence (claim-unlikely)"},
		{"claim in doubt", claim(.4, .6), "evidence verifies the chain of results: p: fed: may be no more likely true than false on the evidence (claim-doubtful)"},
		{"no rival", func(m *Map) { m.Pathways[0].Rivals = nil }, "other explanations are dealt with: p: no other explanation is named (no-rival)"},
		{"rival stands", rate(4, evidence.Holds), "other explanations are dealt with: p: rival shop: this explanation stands (rival-holds)"},
		{"rival in part", rate(4, evidence.Partly), "other explanations are dealt with: p: rival shop: this explanation stands in part (rival-partly)"},
		{"no step", func(m *Map) { m.Pathways[0].Steps = nil }, "the activities were carried out: p: it has no step of activities (no-step)"},
		{"no link", func(m *Map) { m.Pathways[0].Steps = m.Pathways[0].Steps[:1] }, "evidence verifies the chain of results: p: it has no link that evidence could verify (no-link)"},
		{"rival not looked at", rate(4, ""), "other explanations are dealt with: p: rival shop: nobody has looked at this explanation (rival-unknown)"},
	} {
		m := settled()
		tt.spoil(m)
		assert.Contains(t, open(m), tt.want, tt.why)
	}
}

func TestConditionsThatAreMet(t *testing.T) {
	for _, prior := range []evidence.Range{{Low: .6, High: .8}, {Low: .51, High: .51}} {
		m := settled()
		claim(prior.Low, prior.High)(m)
		assert.Empty(t, open(m), "more likely true than false, at %v", prior)
	}
	m := settled()
	m.Evidence.Standard.Progress = []evidence.Level{{ID: "great"}}
	m.Evidence.Assessments[1].Progress = "great"
	assert.Equal(t, []string{"the activities were carried out: p: bake: progress is great (stone-lowest)"}, open(m), "the only level is the lowest")
	cards := evidence.Score(m.Pathways, &m.Evidence)
	cards[0].Ratings.Standard = evidence.Standard{}
	assert.True(t, Conditions(m, cards)[0][1].Met(), "of a scorecard without its standard nobody knows which level is the lowest")
}

// Why evidence could not be weighed is handed on as the error that it was.
func TestConditionsTellWhatWasRefused(t *testing.T) {
	m := settled()
	claim(2, 2)(m)
	cards := evidence.Score(m.Pathways, &m.Evidence)
	require.Len(t, cards[0].Refused, 1)
	require.Error(t, cards[0].Refused[0].Err)
	verified := Conditions(m, cards)[0][2].Open
	require.NotEmpty(t, verified)
	for _, o := range verified {
		if o.Reason == "refused" {
			assert.Equal(t, cards[0].Refused[0].Err, o.Err)
		} else {
			assert.NoError(t, o.Err)
		}
	}
	assert.True(t, slices.ContainsFunc(verified, func(o OpenPoint) bool { return o.Err != nil }))
}

func claim(low, high float64) func(*Map) {
	return func(m *Map) {
		m.Evidence.Claims = []evidence.Claim{{About: target{Pathway: "p", Stone: "fed"}, Prior: &evidence.Range{Low: low, High: high}}}
	}
}

func TestConditionsOfNothing(t *testing.T) {
	for _, c := range Conditions(nil, []evidence.Scorecard{{Pathway: "p"}})[0] {
		assert.False(t, c.Met(), "%s: nothing is known of it", c.Kind)
	}
}

// Scorecards of several pathways and days get each their own list, in their order.
func TestConditionsOfSeveral(t *testing.T) {
	m := settled()
	m.Pathways = append(m.Pathways, pathway.Pathway{ID: "q"}, pathway.Pathway{ID: "p", Title: "another of that name"}, pathway.Pathway{})
	m.Evidence.Assessments[2].Date = "2022" // that the flour is there
	cards := evidence.Score(m.Pathways[:2], &m.Evidence)
	cards = append(cards, evidence.Score(m.Pathways[:1], &m.Evidence, evidence.AsOf("2021"))...)
	cards = append(cards, evidence.Scorecard{})
	all := Conditions(m, cards)
	require.Len(t, all, 4)
	for i, card := range cards {
		assert.Equal(t, Conditions(m, []evidence.Scorecard{card})[0], all[i], "scorecard %d", i)
	}
	assert.True(t, all[0][0].Met(), "the first pathway of two with one id counts")
	assert.Equal(t, []OpenPoint{{About: target{Pathway: "q"}, Reason: "no-rival", Why: "no other explanation is named"}}, all[1][3].Open)
	assert.Equal(t, []OpenPoint{{About: target{Pathway: "p", Assumption: "flour"}, Reason: "assumption-unknown", Why: "nobody has looked whether this assumption holds"}}, all[2][0].Open,
		"in 2021 nobody had looked")
	assert.Empty(t, Conditions(m, nil))
}
