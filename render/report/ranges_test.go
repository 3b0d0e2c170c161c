package report_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

// The legend has two signs of progress, or of confidence, exactly where the page has.
func TestLegendHasTheRangesOfThePage(t *testing.T) {
	stone, loose := pathway.Target{Pathway: "p", Stone: "a"}, pathway.Target{Stone: "z"}
	rate := func(about pathway.Target, date evidence.Date, by, progress, confidence string) evidence.Assessment {
		return evidence.Assessment{About: about, Date: date, By: by, Progress: progress, Confidence: confidence}
	}
	judge := func(about pathway.Target, by, confidence string) evidence.Assessment {
		return evidence.Assessment{About: about, By: by, Verdict: evidence.Holds, Confidence: confidence}
	}
	maps := sound(t)
	type kinds struct{ progress, confidence bool }
	want := map[string]kinds{}
	for _, tt := range []struct {
		why  string
		all  []evidence.Assessment
		want kinds
	}{
		{"nobody rated anything", nil, kinds{}},
		{"one rater", []evidence.Assessment{rate(stone, "2023", "Ann", "some", "low")}, kinds{}},
		{"differ on progress", []evidence.Assessment{rate(stone, "2023", "Ann", "some", "low"), rate(stone, "2023", "Bob", "none", "low")}, kinds{progress: true}},
		{"differ on confidence", []evidence.Assessment{rate(stone, "2023", "Ann", "some", "low"), rate(stone, "2023", "Bob", "some", "high")}, kinds{confidence: true}},
		{"differ on a stone in no pathway", []evidence.Assessment{rate(stone, "2023", "Ann", "some", "low"), rate(loose, "2023", "Ann", "some", "low"), rate(loose, "2023", "Bob", "none", "low")}, kinds{progress: true}},
		{"differ on a step", []evidence.Assessment{rate(stone, "2023", "Ann", "some", "low"), rate(pathway.Target{Pathway: "p", Column: "do"}, "2023", "Ann", "some", "low"), rate(pathway.Target{Pathway: "p", Column: "do"}, "2023", "Bob", "some", "high")}, kinds{confidence: true}},
		{"differ on an assumption", []evidence.Assessment{judge(pathway.Target{Pathway: "p", Assumption: "as"}, "Ann", "low"), judge(pathway.Target{Pathway: "p", Assumption: "as"}, "Bob", "high")}, kinds{confidence: true}},
		{"differ on a criterion of the pathway", []evidence.Assessment{judge(pathway.Target{Criterion: "own"}, "Ann", "low"), judge(pathway.Target{Criterion: "own"}, "Bob", "high")}, kinds{confidence: true}},
		{"differ on a criterion of none", []evidence.Assessment{judge(pathway.Target{Criterion: "any"}, "Ann", "low"), judge(pathway.Target{Criterion: "any"}, "Bob", "high")}, kinds{confidence: true}},
		{"differed in the first round", []evidence.Assessment{
			rate(stone, "2021", "Ann", "some", "low"), rate(stone, "2021", "Bob", "none", "low"), rate(stone, "2023", "Ann", "some", "low")}, kinds{progress: true}},
		{"a stone is not rated, so the weakest may be any below", []evidence.Assessment{rate(stone, "2023", "Ann", "some", "medium")}, kinds{true, true}},
	} {
		for i := range tt.all {
			if tt.all[i].Date == "2021" {
				tt.all[i].Round = "first"
			} else {
				tt.all[i].Round = "second"
			}
		}
		want[tt.why] = tt.want
		maps[tt.why] = &outcome.Map{
			Columns: []outcome.Column{{ID: "do", Stones: []outcome.Stone{{ID: "a", Text: "A"}}}, {ID: "gain", Stones: []outcome.Stone{{ID: "z", Text: "Z"}}}},
			Pathways: []pathway.Pathway{{ID: "p", Steps: []pathway.Step{{Column: "do", Stones: []string{"a"}}},
				Assumptions: []pathway.Assumption{{ID: "as", Text: "It holds"}}}},
			Evidence: evidence.Body{
				Rounds:      []evidence.Round{{ID: "first", Date: "2021"}, {ID: "second", Date: "2023"}},
				Criteria:    []evidence.Criterion{{ID: "own", Text: "Own", About: pathway.Target{Pathway: "p"}}, {ID: "any", Text: "Any"}},
				Assessments: tt.all,
			},
		}
	}
	half := maps["a stone is not rated, so the weakest may be any below"]
	half.Pathways[0].Steps = append(half.Pathways[0].Steps, pathway.Step{Column: "gain", Stones: []string{"z"}})
	two := regexp.MustCompile(`<span class="lv ([qk])\w"><svg class="i" aria-hidden="true"><use href="#\w+"/></svg><svg `)
	signs := func(part string) (found kinds) {
		for _, m := range two.FindAllStringSubmatch(part, -1) {
			found.progress, found.confidence = found.progress || m[1] == "q", found.confidence || m[1] == "k"
		}
		return found
	}
	for name, m := range maps {
		page, legend, there := strings.Cut(write(t, m), `<section class="sec full" id="legend"`)
		if !there {
			assert.Equal(t, kinds{}, signs(page), name)
			continue
		}
		assert.Equal(t, signs(page), signs(legend), name)
		if kinds, ok := want[name]; ok {
			require.Equal(t, kinds, signs(page), name)
		}
		assert.Equal(t, strings.Count(legend, "anything from the first to the second"), len(two.FindAllString(legend, -1)), name)
	}
}

// Of two signs of one rating each has the colour of its own level, as on the map.
func TestSignsOfARangeHaveTheirOwnColours(t *testing.T) {
	page := write(t, small())
	assert.Contains(t, page, `<span class="lv q0"><svg class="i" aria-hidden="true"><use href="#q0"/></svg><svg class="i q1" aria-hidden="true"><use href="#q4"/></svg><span><span class="vh">Progress: </span>No progress to Some progress</span>`)
	_, legend, _ := strings.Cut(page, `id="legend"`)
	assert.Contains(t, legend, `<span class="lv k0"><svg class="i" aria-hidden="true"><use href="#k1"/></svg><svg class="i k2" aria-hidden="true"><use href="#k3"/></svg>`)
}
