package outcome_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	. "github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/schema/schematest"
)

// told lists findings as "rule pointer: message (hint)".
func told(fs []Finding) []string {
	var all []string
	for _, f := range fs {
		all = append(all, fmt.Sprintf("%s %s: %s (%s)", f.Rule, f.Pointer, f.Message, f.Hint))
	}
	return all
}

// A caller may stop after any finding. What was found by then is a beginning of what there is, and
// nothing comes behind it.
func TestStopsAnywhere(t *testing.T) {
	m := schematest.Random(3, 25)
	m.Columns[0].ID, m.Pathways[0].Steps[0].Stones = "renamed", []string{"nobody", "nobody"}
	m.Evidence.Claims = append(m.Evidence.Claims, evidence.Claim{}, evidence.Claim{About: target{Rival: "nobody"}, Prior: evidence.Exactly(2)})
	m.Evidence.Groups = append(m.Evidence.Groups, evidence.Group{ID: "odd", Policy: evidence.Package})
	m.Rules = []RuleSetting{{Rule: "none"}}
	m.Conclusions = "<b>"
	var all []Finding
	for f := range (Checker{Profile: Final}).Findings(m) {
		all = append(all, f)
	}
	require.Greater(t, len(all), 40)
	for stop := 1; stop <= len(all); stop++ {
		var got []Finding
		for f := range (Checker{Profile: Final}).Findings(m) {
			if got = append(got, f); len(got) == stop {
				break
			}
		}
		require.Equal(t, all[:stop], got)
	}
}

// What is not looked for changes nothing about the rest.
func TestLookingForSomeRulesOnly(t *testing.T) {
	for seed := range uint64(12) {
		m := schematest.Random(seed, 20)
		all := Check(m, Final)
		for _, off := range []string{"OM305", "OM310", "OM311", "OM312", "OM313", "OM314", "OM318", "OM319", "OM320", "OM321"} {
			var want []Finding
			for _, f := range all {
				if f.Rule != off {
					want = append(want, f)
				}
			}
			assert.Equal(t, want, Check(m, Final, RuleSetting{Rule: off, Severity: Off}), "without %s, seed %d", off, seed)
		}
		var fewer []Finding // of what people rated, nothing but whether they did
		for _, f := range all {
			if f.Rule != "OM310" && f.Rule != "OM311" {
				fewer = append(fewer, f)
			}
		}
		assert.Equal(t, fewer, Check(m, Final, RuleSetting{Rule: "OM310", Severity: Off}, RuleSetting{Rule: "OM311", Severity: Off}), "seed %d", seed)
		var errors []Finding
		for _, f := range all {
			if f.Severity == Error {
				errors = append(errors, f)
			}
		}
		var got []Finding
		for f := range (Checker{Profile: Final, Least: Error}).Findings(m) {
			got = append(got, f)
		}
		SortFindings(got)
		assert.Equal(t, errors, got, "errors alone, seed %d", seed)
	}
}

// Whoever does not ask for the order of steps is still told what they come to.
func TestStepsInAnyOrder(t *testing.T) {
	for _, tt := range []struct {
		why   string
		links []pathway.Link
		want  []string
	}{
		{"all links implied: those between the steps as they stand", nil, nil},
		{"one back in the map, on in the pathway", []pathway.Link{{From: "fed", To: "joy"}, {From: "joy", To: "bake"}}, nil},
		{"no links", []pathway.Link{}, []string{"OM321 /pathways/0"}},
		{"one on in the map, back in the pathway, against those implied", []pathway.Link{{From: "fed", To: "joy"}, {From: "bake", To: "joy"}}, []string{"OM305 /pathways/0"}},
		{"a loop", []pathway.Link{{From: "fed", To: "joy"}, {From: "joy", To: "bake"}, {From: "bake", To: "fed"}}, []string{"OM305 /pathways/0"}},
	} {
		m := sound()
		p := &m.Pathways[0]
		p.Steps[0], p.Steps[2], p.Links = p.Steps[2], p.Steps[0], tt.links
		m.Evidence.Items[1].Bears[0].About = target{Stone: "joy"}
		var got []string
		for _, f := range Check(m, Review, RuleSetting{Rule: "OM204", Severity: Off}) {
			got = append(got, f.Rule+" "+f.Pointer)
		}
		assert.Equal(t, tt.want, got, tt.why)
	}
}

// An id that is wrong everywhere is one fault, with twenty of its places and the number of all.
func TestAFaultInManyPlaces(t *testing.T) {
	m := sound()
	for range 25 {
		m.Evidence.Claims = append(m.Evidence.Claims, evidence.Claim{About: target{Stone: "fedd"}})
	}
	fs := Check(m, Review)
	require.Len(t, fs, 1)
	assert.Equal(t, []string{`OM202 /evidence/claims/1/about/stone: no stone "fedd", in 25 places (did you mean "fed"?)`}, told(fs))
	require.Len(t, fs[0].Related, 20)
	assert.Equal(t, "/evidence/claims/2/about/stone", fs[0].Related[0].Pointer)
	assert.Equal(t, "/evidence/claims/21/about/stone", fs[0].Related[19].Pointer)
}

// A file that is all wrong is told of in full. The first hundred misspelt ids are asked what they may have
// meant.
func TestAMapThatIsAllWrong(t *testing.T) {
	m := &Map{Columns: []Column{{ID: "gain", Stones: []Stone{{ID: "employers"}}}}}
	const wrong = 10_050 // more than are held back until all their places are known
	for i := range wrong {
		m.Evidence.Claims = append(m.Evidence.Claims, evidence.Claim{About: target{Stone: fmt.Sprintf("employers%d", i%1000) + strings.Repeat("_", i/1000)}})
	}
	m.Evidence.Claims = append(m.Evidence.Claims, evidence.Claim{About: target{Stone: "employers0"}})
	hints, places := 0, map[string]bool{}
	for _, f := range Check(m, Review) {
		require.Equal(t, "OM202", f.Rule)
		places[f.Pointer] = true
		if f.Hint != "" {
			hints++
		}
	}
	assert.Len(t, places, wrong, "each, and the last with the first")
	assert.Equal(t, 100, hints)
}

// The words in which levels, loops and stones are listed: ten levels at most, ten stones of a loop, five
// that are not assessed.
func TestListsInFindings(t *testing.T) {
	levels := func(n int) (all []evidence.Level) {
		for i := range n {
			all = append(all, evidence.Level{ID: fmt.Sprintf("l%02d", n-i)}) // not in the order of the alphabet
		}
		return all
	}
	loop := func(n int) *Map {
		m := &Map{Columns: []Column{{ID: "c"}}, Pathways: []pathway.Pathway{{ID: "p", Steps: []pathway.Step{{Column: "c"}}}}}
		for i := range n {
			id := fmt.Sprintf("s%02d", i)
			m.Columns[0].Stones = append(m.Columns[0].Stones, Stone{ID: id, Text: id})
			m.Pathways[0].Steps[0].Stones = append(m.Pathways[0].Steps[0].Stones, id)
			m.Pathways[0].Links = append(m.Pathways[0].Links, pathway.Link{From: id, To: fmt.Sprintf("s%02d", (i+1)%n)})
		}
		return m
	}
	rated := func(n int) *Map {
		m := loop(n)
		m.Pathways[0].Links = nil
		m.Evidence.Assessments = []evidence.Assessment{{About: target{Pathway: "p"}}}
		return m
	}
	scaled := func(n int) *Map {
		m := &Map{}
		m.Evidence.Standard.Progress = levels(n)
		m.Evidence.Assessments = []evidence.Assessment{{About: target{Criterion: "c"}, Confidence: "low"}, {Progress: "otherwise"}}
		return m
	}
	for _, tt := range []struct {
		m    *Map
		rule string
		want string
	}{
		{scaled(3), "OM209", `the standard has no progress level "otherwise" (its levels are l03, l02, l01)`},
		{scaled(10), "OM209", `the standard has no progress level "otherwise" (its levels are l10, l09, l08, l07, l06, l05, l04, l03, l02, l01)`},
		{scaled(11), "OM209", `the standard has no progress level "otherwise" (its levels are l11, l10, l09, l08, l07, l06, l05, l04, l03, l02 and 1 more)`},
		{loop(10), "OM305", `the links run in a circle: s00, s01, s02, s03, s04, s05, s06, s07, s08, s09 (see that it is meant)`},
		{loop(12), "OM305", `the links run in a circle: s00, s01, s02, s03, s04, s05, s06, s07, s08, s09 and 2 more (see that it is meant)`},
		{rated(5), "OM309", `5 of the 5 stones of pathway "p" are not assessed: s00, s01, s02, s03, s04 (rate their progress and confidence)`},
		{rated(6), "OM309", `6 of the 6 stones of pathway "p" are not assessed: s00, s01, s02, s03, s04 and 1 more (rate their progress and confidence)`},
	} {
		var got []string
		for _, f := range Check(tt.m, Review) {
			if f.Rule == tt.rule {
				got = append(got, fmt.Sprintf("%s (%s)", f.Message, f.Hint))
			}
		}
		assert.Equal(t, []string{tt.want}, got)
	}
}

// What may have been meant is looked for among what could stand there: the pathway's own rivals, or those
// of any pathway; stones, or columns, or both. Of equals it is the first by name.
func TestWhatMayHaveBeenMeant(t *testing.T) {
	for _, tt := range []struct {
		why   string
		about target
		want  string
	}{
		{"a rival of this pathway", target{Pathway: "p", Rival: "reason2"}, `no rival "reason2" in pathway "p" (did you mean "reason1"?)`},
		{"one that the other has alone", target{Pathway: "q", Rival: "reason2"}, `no rival "reason2" in pathway "q" (did you mean "reason3"?)`},
		{"one of any", target{Rival: "reason2"}, `no rival "reason2" (did you mean "reason1"?)`},
		{"an assumption", target{Assumption: "reeson"}, `no assumption "reeson" (did you mean "reason"?)`},
		{"a stone, not a column", target{Stone: "learnin"}, `no stone "learnin" (did you mean "learnt"?)`},
		{"a column, not a stone", target{Column: "learnin"}, `no column "learnin" (did you mean "learning"?)`},
		{"either end of a link", target{From: "learnin", To: "learnt"}, `no stone or column "learnin" (did you mean "learning"?)`},
		{"nothing near", target{Stone: "else"}, `no stone "else" ()`},
	} {
		m := &Map{
			Columns: []Column{{ID: "learning", Stones: []Stone{{ID: "learnt"}}}},
			Pathways: []pathway.Pathway{
				{ID: "p", Rivals: []pathway.Rival{{ID: "reason9"}, {ID: "reason1"}}, Assumptions: []pathway.Assumption{{ID: "reason"}}},
				{ID: "q", Rivals: []pathway.Rival{{ID: "reason8"}, {ID: "reason3"}}},
			},
			Evidence: evidence.Body{Claims: []evidence.Claim{{About: tt.about}}},
		}
		for range 5 { // whatever the order in which ids are kept
			var got []string
			for _, f := range Check(m, Review) {
				if f.Rule == "OM202" {
					got = append(got, fmt.Sprintf("%s (%s)", f.Message, f.Hint))
				}
			}
			assert.Equal(t, []string{tt.want}, got, tt.why)
		}
	}
}
