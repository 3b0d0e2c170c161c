package render_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// bakery is a map of one link whose figures can be worked out by hand: prior 0.5, an item found with
// s = 0.8 and f = 0.2, so that the odds are 4 to 1 and the chance is 0.8.
func bakery() *outcome.Map {
	about := pathway.Target{Pathway: "p", From: "bake", To: "fed"}
	rival := pathway.Target{Pathway: "p", Rival: "shop"}
	return &outcome.Map{
		Title: "Bakery",
		Columns: []outcome.Column{
			{ID: "do", Heading: "What we do", Stones: []outcome.Stone{{ID: "bake", Text: "Bake bread"}}},
			{ID: "gain", Heading: "Difference", Stones: []outcome.Stone{{ID: "fed", Text: "=People are fed"}}},
		},
		Pathways: []pathway.Pathway{{
			ID: "p", Title: "Bread",
			Steps:  []pathway.Step{{Column: "do", Stones: []string{"bake"}}, {Column: "gain", Stones: []string{"fed"}}},
			Links:  []pathway.Link{{From: "bake", To: "fed"}},
			Rivals: []pathway.Rival{{ID: "shop", Text: "A shop\x1b[31m opened"}},
		}},
		Evidence: evidence.Body{
			Items: []evidence.Item{
				{ID: "e1", Source: "count", Text: "Fewer hungry", Status: evidence.Observed, Bears: []evidence.Bearing{
					{About: about, Direction: evidence.Supports, Sensitivity: evidence.Exactly(.8), TypeIError: evidence.Exactly(.2), Because: "rare otherwise"}}},
				{ID: "e2", Status: evidence.Planned, Bears: []evidence.Bearing{
					{About: rival, Sensitivity: evidence.Exactly(1), TypeIError: evidence.Exactly(0)}}},
			},
			Claims: []evidence.Claim{
				{About: about, Text: "Bread feeds people", Prior: evidence.Exactly(.5)},
				{About: rival, Prior: &evidence.Range{Low: .1, High: .3}},
			},
			Assessments: []evidence.Assessment{{About: pathway.Target{Pathway: "p", Stone: "bake"}, Progress: "great", Confidence: "high"}},
		},
	}
}

func explained(t *testing.T, m *outcome.Map) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, render.Explain(&out, m, evidence.Score(m.Pathways, &m.Evidence)))
	return out.String()
}

func TestExplain(t *testing.T) {
	text := explained(t, bakery())
	for _, want := range []string{
		"Pathway: Bread (p)",
		"Coverage: 1 of 2 stones have progress and confidence: incomplete. [1]",
		"Weakest progress: none to great, as 1 of 2 stones has no rating of it; over the rest great, first in step What we do (do).",
		"Bake bread (bake) -> =People are fed (fed): e1 supports it",
		"Robustness by citations: 1.",
		"It breaks with the loss of e1 on Bake bread (bake) -> =People are fed (fed).",
		"Claim: Bread feeds people",
		"Before the evidence: 0.5",
		`e1 "Fewer hungry": found`,
		"s = 0.8, f = 0.2: s/f = 4, +6.0 dB; doubly decisive",
		"because: rare otherwise",
		"Weight of all tests: ratio 4, +6.0 dB",
		"if each item counts in full 0.80, if the weightiest counts alone 0.80",
		"the product without e1, which matters most to it: 0.50",
		"that some route holds by its links alone: 0.80",
		"unassessed stone: =People are fed (fed)\n",
		"rival without evidence: rival A shop",
		"It is 0.80, if of the evidence on each claim only the weightiest item counts.",
		"After the evidence: 0.80",
		"without e1: 0.50",
		"Not yet sought, so without effect: e2",
		"other explanations are dealt with: 1 point is open",
		"collect: rival A shop<U+001B>[31m opened (shop)",
		"if found 1.00, if absent 0.00",
		"Source: Bayes 1763",
		"Source: Good 1950",
	} {
		assert.Contains(t, text, want)
	}
	assert.NotContains(t, text, "\x1b", "no control character reaches a terminal")
	assert.Equal(t, text, explained(t, bakery()), "the same bytes each time")
}

// Several scorecards are explained as each would be alone, with an empty line between.
func TestExplainSeveral(t *testing.T) {
	m := bakery()
	m.Pathways = append(m.Pathways, pathway.Pathway{ID: "q", Title: "Cake"})
	cards := evidence.Score(m.Pathways, &m.Evidence)
	var both, bread, cake, none bytes.Buffer
	require.NoError(t, render.Explain(&both, m, cards))
	require.NoError(t, render.Explain(&bread, m, cards[:1]))
	require.NoError(t, render.Explain(&cake, m, cards[1:]))
	require.NoError(t, render.Explain(&none, m, nil))
	assert.Equal(t, bread.String()+"\n"+cake.String(), both.String())
	assert.Contains(t, cake.String(), "Pathway: Cake (q)")
	assert.Contains(t, cake.String(), "\n  [1] ", "with notes of its own")
	assert.Empty(t, none.String())
}

// At the highest level of its scale no rating is weak, so there is no place to name.
func TestExplainWhereNothingIsWeak(t *testing.T) {
	m := small()
	var out bytes.Buffer
	card := evidence.Scorecard{Pathway: "p", Breaks: evidence.Breaks{Why: evidence.NothingWeak}}
	require.NoError(t, render.Explain(&out, m, []evidence.Scorecard{card}))
	assert.Contains(t, out.String(), "The story breaks nowhere that is known: every rating that was given is the highest of its scale.")
	assert.Contains(t, out.String(), "Nowhere that is known: every rating that was given is the highest of its scale.")
	assert.NotContains(t, out.String(), "Nobody can say: nothing is known")
}

func TestExplainOfNothing(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, render.Explain(&out, nil, []evidence.Scorecard{{}}))
	assert.Contains(t, out.String(), "unknown, as no stone is rated")
	assert.Contains(t, out.String(), "Nobody can say: nothing is known of it.")
	assert.Contains(t, out.String(), "Nothing: all is rated, claimed and looked at.")
	assert.NotContains(t, out.String(), "%!", "no directive without its argument")
}

// Each changes the bakery in one way.
func TestExplainInWords(t *testing.T) {
	about := pathway.Target{Pathway: "p", From: "bake", To: "fed"}
	add := func(i evidence.Item) func(*outcome.Map) {
		return func(m *outcome.Map) { m.Evidence.Items = append(m.Evidence.Items, i) }
	}
	weighed := func(s, f float64) []evidence.Bearing {
		return []evidence.Bearing{{About: about, Sensitivity: evidence.Exactly(s), TypeIError: evidence.Exactly(f)}}
	}
	likelihoods := func(s, f float64) func(*outcome.Map) {
		return func(m *outcome.Map) {
			m.Evidence.Items[0].Bears[0].Sensitivity, m.Evidence.Items[0].Bears[0].TypeIError = evidence.Exactly(s), evidence.Exactly(f)
		}
	}
	for _, tt := range []struct {
		name   string
		change func(*outcome.Map)
		want   string
	}{
		{"hoop", likelihoods(.95, .6), "hoop ["},
		{"smoking gun", likelihoods(.4, .1), "smoking gun ["},
		{"straw", likelihoods(.6, .4), "straw in the wind ["},
		{"against", likelihoods(.1, .4), "smoking gun against it ["},
		{"neither", likelihoods(.4, .4), "no test, as it is as probable either way ["},
		{"planned on a link", add(evidence.Item{ID: "e3", Status: evidence.Planned, Bears: weighed(.5, .1)}), "e1 supports it; e3 is planned"},
		{"mixed on a link", add(evidence.Item{ID: "e3", Bears: []evidence.Bearing{{About: about, Direction: evidence.Mixed}}}), "e1 supports it; e3 speaks for neither side"},
		{"against on a link", add(evidence.Item{ID: "e3", Status: evidence.Absent, Bears: weighed(.5, .1)}), "e1 supports it; e3 speaks against it"},
		{"refused", func(m *outcome.Map) {
			likelihoods(1, 0)(m)
			add(evidence.Item{ID: "e3", Bears: weighed(0, 1)})(m)
		}, "Not scored: Bake bread (bake) -> =People are fed (fed) (e1, e3): one thing proves the claim and another excludes it"},
		{"verdict", func(m *outcome.Map) {
			m.Evidence.Assessments = append(m.Evidence.Assessments, evidence.Assessment{About: about, Verdict: evidence.Partly, Confidence: "low"})
		}, "Judged by people, and in no figure: partly (confidence: low)"},
		{"a part without a chance", func(m *outcome.Map) {
			m.Evidence.Claims = append(m.Evidence.Claims, evidence.Claim{About: pathway.Target{Pathway: "p", Stone: "fed"}})
		}, "That is at most: 1 part of it has no chance yet."},
		{"a swing that two places do not show", func(m *outcome.Map) {
			m.Evidence.Items[0].Bears[0].TypeIError = &evidence.Range{Low: .2, High: .202}
		}, "Type I error of e1 from 0.2 to 0.202: 0.800 to 0.798"},
		{"nothing supports it", func(m *outcome.Map) { m.Evidence.Items[0].Bears[0].Direction = evidence.Contradicts }, "No route from the first step to the last is supported link by link."},
	} {
		m := bakery()
		tt.change(m)
		assert.Contains(t, explained(t, m), tt.want, tt.name)
	}
}

// One source holds up both links in a row and each is one link wide, so that the flow by sources is 1; with a
// second source on the first link alone it still is. Side by side, one source on two links counts twice.
func TestExplainTellsTheFlowThatIsNotTheCut(t *testing.T) {
	m := bakery()
	m.Columns[0].Stones = append(m.Columns[0].Stones, outcome.Stone{ID: "cake", Text: "Bake cake"})
	p := &m.Pathways[0]
	p.Steps[0].Stones = append(p.Steps[0].Stones, "cake")
	p.Links = append(p.Links, pathway.Link{From: "cake", To: "fed"})
	m.Evidence.Items = append(m.Evidence.Items, evidence.Item{ID: "e3", Source: "count", Bears: []evidence.Bearing{
		{About: pathway.Target{Pathway: "p", From: "cake", To: "fed"}, Direction: evidence.Supports}}})
	text := explained(t, m)
	assert.Contains(t, text, "Robustness by citations: 2. [")
	assert.Contains(t, text, "Robustness by sources: 1. [")
	assert.Contains(t, text, "The maximum flow, which counts a source once for each link, is 2.")
}

func TestTableAsCSV(t *testing.T) {
	m := bakery()
	cards := evidence.Score(m.Pathways, &m.Evidence)
	var out bytes.Buffer
	require.NoError(t, render.Table(&out, m, cards, render.CSV))
	lines, err := csv.NewReader(&out).ReadAll()
	require.NoError(t, err)
	at := map[string]int{}
	for i, name := range lines[0] {
		at[name] = i
	}
	var kinds []string
	rows := map[string][]string{}
	for _, line := range lines[1:] {
		kinds = append(kinds, line[at["kind"]])
		rows[line[at["kind"]]+" "+line[at["target"]]] = line
	}
	assert.Equal(t, "pathway step stone step stone link claim rival", strings.Join(kinds, " "))
	for _, tt := range []struct{ row, column, want, why string }{
		{"pathway p", "stones", "2", ""},
		{"pathway p", "rated", "1", ""},
		{"pathway p", "progress_low", "none", "an unrated stone may be anything"},
		{"pathway p", "chance_mid", "0.8", "the chain is one claim"},
		{"stone bake", "progress_high", "great", ""},
		{"stone fed", "progress_low", "", "unrated is not the lowest level"},
		{"stone fed", "text", "'=People are fed", "no formula in a spreadsheet"},
		{"link bake -> fed", "citations", "1", ""},
		{"link bake -> fed", "text", "Bake bread → =People are fed", "what it leads from and to"},
		{"claim bake -> fed", "in_full_mid", "0.8", ""},
		{"claim bake -> fed", "alone_high", "0.8", "one item alone"},
		{"pathway p", "alone_mid", "0.8", "the chain is one claim"},
		{"pathway p", "route_low", "0.8", "and one link"},
		{"stone bake", "route_low", "", ""},
		{"claim bake -> fed", "prior_low", "0.5", ""},
		{"claim bake -> fed", "chance_high", "0.8", ""},
		{"claim bake -> fed", "text", "Bread feeds people", ""},
		{"rival shop", "prior_high", "0.3", ""},
		{"rival shop", "weight_db_mid", "0", "planned evidence has no weight"},
	} {
		require.Contains(t, rows, tt.row)
		assert.Equal(t, tt.want, rows[tt.row][at[tt.column]], "%s %s: %s", tt.row, tt.column, tt.why)
	}
}

func TestTableAsJSON(t *testing.T) {
	m := bakery()
	m.Evidence.Items[0].Bears[0].TypeIError = evidence.Exactly(0) // infinite weight
	cards := evidence.Score(m.Pathways, &m.Evidence)
	var out bytes.Buffer
	require.NoError(t, render.Table(&out, m, cards, render.JSON))
	var rows []map[string]any
	require.NoError(t, json.Unmarshal(out.Bytes(), &rows))
	require.Len(t, rows, 8)
	assert.Equal(t, "inf", rows[6]["weight_db_mid"])
	assert.Equal(t, 1.0, rows[6]["chance_mid"])
	assert.Nil(t, rows[5]["chance_mid"])

	require.ErrorContains(t, render.Table(&out, m, cards, "xml"), `no format "xml"`)
	out.Reset()
	require.NoError(t, render.Table(&out, nil, nil, render.JSON))
	assert.Equal(t, "[]\n", out.String())
}

// A stone may have the id of its pathway, and both a claim: their rows must not be taken for one.
func TestTableRowsAreToldApart(t *testing.T) {
	m := bakery()
	m.Pathways[0].ID = "bake"
	for i := range m.Evidence.Claims {
		m.Evidence.Claims[i].About.Pathway = "bake"
	}
	m.Evidence.Claims = append(m.Evidence.Claims,
		evidence.Claim{About: pathway.Target{Pathway: "bake"}, Prior: evidence.Exactly(.5)},
		evidence.Claim{About: pathway.Target{Pathway: "bake", Stone: "bake"}, Prior: evidence.Exactly(.6)})
	var out bytes.Buffer
	require.NoError(t, render.Table(&out, m, evidence.Score(m.Pathways, &m.Evidence), render.CSV))
	lines, err := csv.NewReader(&out).ReadAll()
	require.NoError(t, err)
	seen := map[string]bool{}
	for _, line := range lines {
		key := strings.Join(line[:3], " ")
		assert.False(t, seen[key], key)
		seen[key] = true
	}
	assert.Equal(t, []string{"kind", "pathway", "target"}, lines[0][:3])
	assert.True(t, seen["claim bake bake"])
	assert.True(t, seen["contribution bake bake"])
}
