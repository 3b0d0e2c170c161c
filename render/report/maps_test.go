package report_test

import (
	"fmt"
	"testing"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

// small is a map with a bit of everything, written by hand.
func small() *outcome.Map {
	in := func(t pathway.Target) pathway.Target { return t.In("help") }
	doFeel, safeStay := in(pathway.Target{From: "do", To: "feel"}), in(pathway.Target{From: "safe", To: "stay"})
	visit, safe := in(pathway.Target{Stone: "visit"}), in(pathway.Target{Stone: "safe"})
	cost := 3.0
	return &outcome.Map{
		Title: "Help at home", Language: "en", Summary: "People get help *sooner*.",
		Columns: []outcome.Column{
			{ID: "do", Heading: "What we do", Level: outcome.Activities, Stones: []outcome.Stone{{ID: "visit", Text: "Visits"}, {ID: "ring", Text: "A line to ring", Tags: []string{"phone"}}}},
			{ID: "feel", Heading: "How they feel", Stones: []outcome.Stone{{ID: "safe", Text: "I feel safe", Notes: "Asked twice."}}},
			{ID: "gain", Heading: "What difference", Stones: []outcome.Stone{{ID: "stay", Text: "People stay at home", Refs: []pathway.Ref{{Scheme: "sdg", Code: "3.8", URL: "https://example.org/3.8"}}}}},
		},
		Pathways: []pathway.Pathway{{
			ID: "help", Title: "Help comes", Summary: "Help comes in time.",
			Steps: []pathway.Step{
				{Column: "do", Stones: []string{"visit", "ring"}, Summary: "All visits were made."},
				{Column: "feel", Stones: []string{"safe"}}, {Column: "gain", Stones: []string{"stay"}},
			},
			Links:       []pathway.Link{{From: "safe", To: "stay", Effect: pathway.Negative, Mechanism: "Who feels safe may wait too long."}},
			Assumptions: []pathway.Assumption{{ID: "a", Text: "They ring"}, {ID: "r", Kind: pathway.Risk, Text: "The line is busy"}},
			Rivals:      []pathway.Rival{{ID: "kin", Text: "Their children did it"}},
		}},
		Evidence: evidence.Body{
			Sources: []evidence.Source{{ID: "log", Title: "Log", Kind: "records", URL: "https://example.org/log"}},
			Items: []evidence.Item{
				{ID: "e1", Source: "log", Text: "40 of 50 ring when afraid", Date: "2024-03", Bears: []evidence.Bearing{
					{About: doFeel, Direction: evidence.Supports, Sensitivity: evidence.Exactly(0.8), TypeIError: evidence.Exactly(0.2), Because: "Few rang before."},
				}},
				{ID: "e2", Source: "log", Text: "Fewer falls", Date: "2024-04", Status: evidence.Absent, Bears: []evidence.Bearing{
					{About: safeStay, Direction: evidence.Supports, Sensitivity: evidence.Exactly(0.5), TypeIError: evidence.Exactly(0.25)},
				}},
				{ID: "e3", Text: "Those who wait fall more", Status: evidence.Planned, Cost: &cost, Bears: []evidence.Bearing{
					{About: safeStay, Sensitivity: evidence.Exactly(0.8), TypeIError: evidence.Exactly(0.2)},
				}},
			},
			Claims: []evidence.Claim{
				{About: doFeel, Text: "Being able to ring makes people feel safe", Prior: evidence.Exactly(0.5)},
				{About: safeStay, Text: "Who feels safe stays", Prior: &evidence.Range{Low: 0.4, High: 0.6}},
			},
			Indicators: []evidence.Indicator{{
				ID: "i", Title: "Calls answered", Unit: "%", Direction: evidence.Up, About: pathway.Target{Stone: "ring"},
				Baseline: evidence.Baselines{{Value: evidence.Number(50), Date: "2023"}},
				Periods:  []evidence.Period{{Start: "2024-01", End: "2024-12", Target: evidence.Number(80), Actual: evidence.Number(75)}},
			}},
			Criteria: []evidence.Criterion{{ID: "c", Text: "Nobody waits for more than a minute", About: pathway.Target{Stone: "ring"}}},
			Assessments: []evidence.Assessment{
				{About: visit, Progress: "some", Confidence: "low", Date: "2023-12"},
				{About: visit, Progress: "great", Confidence: "high", Date: "2024-12", Narrative: "All of them.", Items: []string{"e1"}},
				{About: safe, Progress: "none", Confidence: "medium", Date: "2024-12", By: "Ann"},
				{About: safe, Progress: "some", Confidence: "low", Date: "2024-12", By: "Bob"},
				{About: in(pathway.Target{Rival: "kin"}), Verdict: evidence.Fails, Date: "2024-12"},
				{About: in(pathway.Target{Assumption: "r"}), Verdict: evidence.Holds, Date: "2024-12"},
			},
		},
	}
}

// sound are maps of every kind that a page has to be made of.
func sound(t testing.TB) map[string]*outcome.Map {
	maps := map[string]*outcome.Map{
		"empty":         {},
		"small":         small(),
		"rated":         sample(t, "programme-board-rated.yaml"),
		"unrated":       sample(t, "programme-board.yaml"),
		"no pathways":   sample(t, "sssc-personal-assistants.yaml"),
		"ten stones":    sample(t, "ten-stones.yaml"),
		"twelve":        many(12),
		"right to left": small(),
		"no evidence":   small(),
		"loops":         small(),
		"dangling":      small(),
		"same ids":      small(),
	}
	maps["right to left"].Language = "ar"
	maps["no evidence"].Evidence = evidence.Body{}
	maps["loops"].Pathways[0].Links = []pathway.Link{{From: "visit", To: "safe"}, {From: "safe", To: "visit"}, {From: "safe", To: "safe"}}
	d := maps["dangling"]
	d.Pathways[0].Steps[1].Stones = append(d.Pathways[0].Steps[1].Stones, "nobody", "")
	d.Pathways = append(d.Pathways, pathway.Pathway{}, pathway.Pathway{ID: "help", Steps: []pathway.Step{{}, {Column: "gain", Stones: []string{"stay", "stay"}}}})
	d.Evidence.Items = append(d.Evidence.Items, evidence.Item{ID: "e1"}, evidence.Item{Source: "none", Group: "none"})
	d.Evidence.Assessments = append(d.Evidence.Assessments, evidence.Assessment{About: pathway.Target{Pathway: "no"}, Items: []string{"no"}})
	s := maps["same ids"]
	s.Columns = append(s.Columns, s.Columns[0], outcome.Column{})
	s.Pathways = append(s.Pathways, s.Pathways[0])
	s.Evidence.Sources = append(s.Evidence.Sources, s.Evidence.Sources[0], evidence.Source{})
	return maps
}

// many is a map with so many pathways, each rated in part.
func many(n int) *outcome.Map {
	m := small()
	p := m.Pathways[0]
	for i := 1; i < n; i++ {
		p.ID, p.Title = fmt.Sprintf("p%d", i), fmt.Sprintf("Pathway number %d", i)
		m.Pathways = append(m.Pathways, p)
		m.Evidence.Assessments = append(m.Evidence.Assessments, evidence.Assessment{About: pathway.Target{Pathway: p.ID, Stone: "ring"}, Progress: "some", Confidence: "low"})
	}
	return m
}
