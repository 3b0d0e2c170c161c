package evidence_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

func TestValuesAsJSON(t *testing.T) {
	for _, tt := range []struct {
		value      evidence.Value
		text, file string
	}{
		{*evidence.Number(2.5), "2.5", "2.5"},
		{*evidence.Number(0), "0", "0"},
		{*evidence.Number(1e21), "1e+21", "1e+21"},
		{*evidence.Text("a third"), "a third", `"a third"`},
		{*evidence.Text(""), "", `""`},
		{*evidence.Text("7"), "7", `"7"`},
	} {
		assert.Equal(t, tt.text, tt.value.String())
		file, err := json.Marshal(tt.value)
		require.NoError(t, err)
		assert.Equal(t, tt.file, string(file))
		for _, before := range []evidence.Value{*evidence.Number(9), *evidence.Text("old")} {
			require.NoError(t, json.Unmarshal(file, &before))
			assert.Equal(t, tt.value, before, "nothing is left of what was there before")
		}
	}
	for _, x := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		_, err := json.Marshal(evidence.Number(x))
		assert.ErrorContains(t, err, "no number")
	}
	var v evidence.Value
	for _, bad := range []string{`"open`, `[1]`, `true`} {
		assert.Error(t, v.UnmarshalJSON([]byte(bad)), bad)
	}
}

func TestBaselinesAsJSON(t *testing.T) {
	one := evidence.Baselines{{Value: evidence.Number(4), Date: "2021"}}
	two := append(one, evidence.Baseline{Value: evidence.Text("few"), Date: "2022"})
	for _, tt := range []struct {
		baselines evidence.Baselines
		file      string
	}{
		{one, `{"value":4,"date":"2021"}`},
		{two, `[{"value":4,"date":"2021"},{"value":"few","date":"2022"}]`},
	} {
		file, err := json.Marshal(tt.baselines)
		require.NoError(t, err)
		assert.JSONEq(t, tt.file, string(file))
		got := evidence.Baselines{{Date: "1999"}, {Date: "1998"}, {Date: "1997"}}
		require.NoError(t, json.Unmarshal([]byte(" "+tt.file), &got))
		assert.Equal(t, tt.baselines, got)
	}
}

func chance(x float64) *evidence.Range { return evidence.Exactly(x) }

// BreakEven of a claim at 0.8 by one find of 0.8 to 0.2: at an aim t the Type I error may be
// s·(1-t)/t, by hand. An aim that is no chance between is the one that counts without.
func TestAim(t *testing.T) {
	p := []pathway.Pathway{{ID: "p", Steps: []pathway.Step{{Column: "a", Stones: []string{"x"}}}}}
	about := pathway.Target{Pathway: "p", Stone: "x"}
	body := &evidence.Body{
		Items:  []evidence.Item{{ID: "i", Bears: []evidence.Bearing{{About: about, Sensitivity: chance(0.5), TypeIError: chance(0.125)}}}},
		Claims: []evidence.Claim{{About: about, Prior: chance(0.5)}},
	}
	for aim, want := range map[float64]float64{0.5: 0.5, 0.75: 0.5 / 3, 0: 0.5, 1: 0.5, -3: 0.5, math.NaN(): 0.5} {
		claim := evidence.Score(p, body, evidence.Aim(aim))[0].Claim(about)
		require.Len(t, claim.BreakEven, 1, "%v", aim)
		require.NotNil(t, claim.BreakEven[0].TypeIError, "%v", aim)
		assert.InDelta(t, want, *claim.BreakEven[0].TypeIError, 1e-12, "%v", aim)
	}
}

// The first of two steps of one column has its ratings, and the first place of a stone that stands
// twice; what has no id has none.
func TestScoreOfADoubtfulPathway(t *testing.T) {
	p := []pathway.Pathway{{ID: "p", Steps: []pathway.Step{
		{Column: "a", Stones: []string{"x", "", "x"}}, {Column: "b", Stones: []string{"y"}}, {Column: "a", Stones: []string{"x", "z"}}, {},
	}, Assumptions: []pathway.Assumption{{Text: "without an id"}}}}
	body := &evidence.Body{Assessments: []evidence.Assessment{
		{About: pathway.Target{Pathway: "p", Column: "a"}, Progress: "some"},
		{About: pathway.Target{Pathway: "p", Stone: "x"}, Confidence: "low"},
	}}
	card := evidence.Score(p, body)[0]
	require.Len(t, card.Ratings.Steps, 4)
	stones := [][]string{}
	for _, step := range card.Ratings.Steps {
		var ids []string
		for _, s := range step.Stones {
			ids = append(ids, s.About.Stone)
		}
		stones = append(stones, ids)
	}
	assert.Equal(t, [][]string{{"x"}, {"y"}, {"z"}, nil}, stones)
	assert.Equal(t, 3, card.Ratings.Stones)
	assert.Equal(t, "some", card.Ratings.Steps[0].Whole.Progress.Low)
	assert.False(t, card.Ratings.Steps[2].Whole.Progress.Rated())
	assert.Equal(t, pathway.Target{Pathway: "p", Column: "a"}, card.Breaks.Ratings, "nobody rated progress: where confidence is weakest")
}

// A body that states one scale keeps its name; what it leaves out is the library's own. Levels that no
// rating can name do not count.
func TestEffectiveStandard(t *testing.T) {
	mine := []evidence.Level{{ID: "no"}, {ID: "yes"}}
	fallback := evidence.DefaultStandard()
	assert.Equal(t, fallback, (*evidence.Body)(nil).EffectiveStandard(), "no body is an empty one")
	for _, tt := range []struct {
		stated, want evidence.Standard
	}{
		{evidence.Standard{}, fallback},
		{evidence.Standard{ID: "mine"}, evidence.Standard{ID: "mine", Progress: fallback.Progress, Confidence: fallback.Confidence}},
		{evidence.Standard{Progress: mine}, evidence.Standard{Progress: mine, Confidence: fallback.Confidence}},
		{evidence.Standard{Confidence: mine}, evidence.Standard{Progress: fallback.Progress, Confidence: mine}},
		{evidence.Standard{Progress: []evidence.Level{{}, mine[0], {ID: "no", Label: "No again"}, {Label: "Maybe"}, mine[1], {}}, Confidence: mine},
			evidence.Standard{Progress: mine, Confidence: mine}},
		{evidence.Standard{Progress: mine, Confidence: []evidence.Level{{Label: "Low"}}}, evidence.Standard{Progress: mine, Confidence: []evidence.Level{}}},
	} {
		body := evidence.Body{Standard: tt.stated}
		assert.Equal(t, tt.want, body.EffectiveStandard())
		assert.Equal(t, tt.stated, body.Standard)
	}
}

// Two items that state no source are two sources, whose loss is told by their ids.
func TestItemsWithoutASourceAreTheirOwn(t *testing.T) {
	p := []pathway.Pathway{{ID: "p", Steps: []pathway.Step{{Column: "a", Stones: []string{"x"}}, {Column: "b", Stones: []string{"y"}}}}}
	link := pathway.Target{Pathway: "p", From: "x", To: "y"}
	body := &evidence.Body{Items: []evidence.Item{
		{ID: "i", Bears: []evidence.Bearing{{About: link, Direction: evidence.Supports}}},
		{ID: "j", Bears: []evidence.Bearing{{About: link, Direction: evidence.Supports}}},
	}}
	sources := evidence.Score(p, body)[0].Structure.Sources
	require.NotNil(t, sources)
	assert.Equal(t, 2, sources.Low)
	assert.ElementsMatch(t, []string{"i", "j"}, sources.Items)
	assert.Empty(t, sources.Sources)
}
