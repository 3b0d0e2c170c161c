package evidence_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

// Each row puts in place what the row before lacks, but for the first two, whose links lead nowhere.
func TestWhereTheStoryBreaks(t *testing.T) {
	half, low := evidence.Exactly(0.5), evidence.Exactly(0.2)
	first, second := link("p", "x", "y"), link("p", "y", "z")
	supports := func(on ...pathway.Target) []evidence.Item {
		item := evidence.Item{ID: "i"}
		for _, about := range on {
			item.Bears = append(item.Bears, evidence.Bearing{About: about, Direction: evidence.Supports})
		}
		return []evidence.Item{item}
	}
	rated := []evidence.Assessment{{About: stone("p", "a"), Progress: "great"}, {About: stone("p", "c"), Progress: "some"}, {About: stone("p", "d"), Progress: "some"}}
	for _, tt := range []struct {
		why   string
		links []pathway.Link // nil: all implied
		body  evidence.Body
		at    pathway.Target
		want  evidence.Reason
	}{
		{"no links at all", []pathway.Link{}, evidence.Body{}, first, evidence.NoLink},
		{"a link leads on, but from a stone that nothing leads to", []pathway.Link{{From: "a", To: "b"}, {From: "c", To: "d"}}, evidence.Body{}, second, evidence.NoLink},
		{"nothing supports any link", nil, evidence.Body{Assessments: rated}, first, evidence.NothingSupports},
		{"nothing supports the second", nil, evidence.Body{Items: supports(first), Assessments: rated}, second, evidence.NothingSupports},
		{"all is supported, and nothing claimed", nil, evidence.Body{Items: supports(first, second), Assessments: rated},
			pathway.Target{Pathway: "p", Column: "y"}, evidence.WeakestRating},
		{"a claim without a chance changes nothing", nil, evidence.Body{Items: supports(first, second), Assessments: rated, Claims: []evidence.Claim{{About: second}}},
			pathway.Target{Pathway: "p", Column: "y"}, evidence.WeakestRating},
		{"one link is claimed, however unlikely, and the other is not", nil, evidence.Body{Items: supports(first, second), Assessments: rated,
			Claims: []evidence.Claim{{About: second, Prior: low}}}, first, evidence.NoClaim},
		{"both are claimed", nil, evidence.Body{Items: supports(first, second), Assessments: rated,
			Claims: []evidence.Claim{{About: second, Prior: low}, {About: first, Prior: half}}}, second, evidence.WeakestClaim},
		{"the weakest confidence, where all progress is the greatest", nil, evidence.Body{Items: supports(first, second), Assessments: []evidence.Assessment{
			{About: stone("p", "a"), Progress: "great", Confidence: "high"}, {About: stone("p", "d"), Progress: "great", Confidence: "medium"},
		}}, pathway.Target{Pathway: "p", Column: "z"}, evidence.WeakestRating},
		{"all that is rated is at the top", nil, evidence.Body{Items: supports(first, second), Assessments: []evidence.Assessment{
			{About: stone("p", "a"), Progress: "great", Confidence: "high"}, {About: stone("p", "d"), Progress: "great"},
		}}, pathway.Target{}, evidence.NothingWeak},
		{"raters differ, and one is below the top", nil, evidence.Body{Items: supports(first, second), Assessments: []evidence.Assessment{
			{About: stone("p", "a"), Progress: "great", By: "Ann"}, {About: stone("p", "a"), Progress: "some", By: "Bob"},
		}}, pathway.Target{Pathway: "p", Column: "x"}, evidence.WeakestRating},
		{"nothing is rated either", nil, evidence.Body{Items: supports(first, second)}, pathway.Target{}, ""},
	} {
		p := pathway.Pathway{ID: "p", Links: tt.links, Steps: []pathway.Step{
			{Column: "x", Stones: []string{"a"}}, {Column: "y", Stones: []string{"b", "c"}}, {Column: "z", Stones: []string{"d"}},
		}}
		got := score(t, p, &tt.body).Breaks
		assert.Equal(t, tt.at, got.At, tt.why)
		assert.Equal(t, tt.want, got.Why, tt.why)
	}
}

// What is between two steps is named by their columns.
func TestWhereRoutesEnd(t *testing.T) {
	for _, tt := range []struct {
		why   string
		steps []pathway.Step
		links []pathway.Link
		at    pathway.Target // zero: it has no name
		want  evidence.Reason
	}{
		{"nothing starts", []pathway.Step{{Column: "x"}, {Column: "y", Stones: []string{"b"}}}, nil, link("p", "x", "y"), evidence.NoLink},
		{"nothing is reached", []pathway.Step{{Column: "x", Stones: []string{"a"}}, {Column: "y"}}, nil, link("p", "x", "y"), evidence.NoLink},
		{"between steps of which one has no column", []pathway.Step{{Column: "x", Stones: []string{"a"}}, {Stones: []string{"b"}}}, []pathway.Link{}, pathway.Target{}, ""},
		{"or the other", []pathway.Step{{Stones: []string{"a"}}, {Column: "y", Stones: []string{"b"}}}, []pathway.Link{}, pathway.Target{}, ""},
		{"a single step is all there is", []pathway.Step{{Column: "x", Stones: []string{"a"}}}, nil, pathway.Target{}, ""},
	} {
		got := score(t, pathway.Pathway{ID: "p", Steps: tt.steps, Links: tt.links}, nil).Breaks
		assert.Equal(t, evidence.Breaks{At: tt.at, Why: tt.want, Structure: tt.at}, got, tt.why)
	}
}

// A step without a column has no name to break at, which makes its rating no better.
func TestAWeakRatingWithoutAName(t *testing.T) {
	for _, tt := range []struct {
		why   string
		rated evidence.Assessment
		want  evidence.Reason
	}{
		{"progress is weak", evidence.Assessment{Progress: "some", Confidence: "high"}, ""},
		{"confidence is weak", evidence.Assessment{Progress: "great", Confidence: "low"}, ""},
		{"nothing is weak", evidence.Assessment{Progress: "great", Confidence: "high"}, evidence.NothingWeak},
		{"nor is it where progress alone is rated", evidence.Assessment{Progress: "great"}, evidence.NothingWeak},
		{"or confidence alone", evidence.Assessment{Confidence: "high"}, evidence.NothingWeak},
		{"nothing is rated", evidence.Assessment{}, ""},
	} {
		tt.rated.About = stone("p", "a")
		p := pathway.Pathway{ID: "p", Steps: []pathway.Step{{Stones: []string{"a"}}}}
		got := score(t, p, &evidence.Body{Assessments: []evidence.Assessment{tt.rated}}).Breaks
		assert.Equal(t, evidence.Breaks{Why: tt.want}, got, tt.why)
	}
}

// What is weak is what can be named: progress before confidence, each below the highest level that a rating
// can have.
func TestWhichRatingIsWeak(t *testing.T) {
	scale := []evidence.Level{{}, {ID: "little"}, {ID: "much"}, {ID: "little", Label: "Little again"}, {}}
	for _, tt := range []struct {
		why                string
		first, second      string // progress and confidence of the stones in a step without a column, and in y
		progress, sureness bool
	}{
		{"both", "much much", "little little", true, false},
		{"progress alone", "much much", "little much", true, false},
		{"confidence alone", "much much", "much little", false, true},
		{"progress in a step that has no name, confidence in one that has", "little much", "much little", false, true},
		{"both where there is no name", "little little", "much much", false, false},
		{"neither", "much much", "much much", false, false},
		{"nothing is rated", "- -", "- -", false, false},
	} {
		body := &evidence.Body{Standard: evidence.Standard{Progress: scale, Confidence: scale}}
		for id, given := range map[string]string{"a": tt.first, "b": tt.second} {
			progress, confidence, _ := strings.Cut(given, " ")
			body.Assessments = append(body.Assessments, evidence.Assessment{About: stone("p", id), Progress: progress, Confidence: confidence})
		}
		p := pathway.Pathway{ID: "p", Steps: []pathway.Step{{Stones: []string{"a"}}, {Column: "y", Stones: []string{"b"}}}}
		card := score(t, p, body)
		r := &card.Ratings
		assert.Equal(t, tt.progress, r.Weakest() == &r.Progress, tt.why)
		assert.Equal(t, tt.sureness, r.Weakest() == &r.Confidence, tt.why)
		want := pathway.Target{}
		if tt.progress || tt.sureness {
			want = pathway.Target{Pathway: "p", Column: "y"}
		}
		assert.Equal(t, want, card.Breaks.Ratings, tt.why)
	}
	assert.Nil(t, new(evidence.Ratings).Weakest())
	assert.Nil(t, (&evidence.Ratings{Progress: evidence.Weakest{Rated: 1, At: "y"}}).Weakest(), "no scale, no highest level")
}
