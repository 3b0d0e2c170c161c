package evidence_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
)

// The history of a target is in the order of dates, whatever the order of the file and whether it was
// said of one pathway, for another one or of all. What has no date is oldest, and of one date the
// later in the file is newer.
func TestHistoryInTheOrderOfDates(t *testing.T) {
	s := stone("p", "s")
	body := evidence.Body{Assessments: []evidence.Assessment{
		{About: s, Progress: "great", Date: "2023"},
		{About: s, Progress: "none", Date: "2021", Narrative: "first of that year"},
		{About: stone("", "s"), Progress: "none", Date: "2022-03"},
		{About: stone("q", "s"), Progress: "great", Date: "2022-06", Also: []string{"p"}},
		{About: s, Progress: "some", Date: "2021", Narrative: "second of that year"},
		{About: s, Progress: "none", Narrative: "undated"},
	}}
	x := evidence.NewIndex(&body)
	var dates []evidence.Date
	var year []string
	for _, a := range x.About(s).Assessments {
		dates = append(dates, a.Date)
		if a.Date == "2021" {
			year = append(year, a.Progress)
		}
	}
	assert.Equal(t, []evidence.Date{"", "2021", "2021", "2022-03", "2022-06", "2023"}, dates)
	assert.Equal(t, []string{"none", "some"}, year)

	var states []string
	for _, state := range x.History(s) {
		states = append(states, string(state.From)+": "+state.Rating.Progress.Low)
	}
	assert.Equal(t, []string{": none", "2021: some", "2022-03: some", "2022-06: some", "2023: great"}, states,
		"its own beats what was said of any pathway or of another, though that is newer")
}

// What a pathway has of its own comes before what was said of every one, but evidence of its own is
// no rating.
func TestEvidenceOfItsOwnTakesNoRatingAway(t *testing.T) {
	s := stone("p", "a")
	p, body := two(nil, nil)
	body.Items = []evidence.Item{{ID: "i", Bears: []evidence.Bearing{{About: s}}}}
	body.Assessments = []evidence.Assessment{{About: stone("", "a"), Progress: "some", Confidence: "low"}}
	require.Equal(t, "some", evidence.NewIndex(body).Rating(s).Progress.Low)
	card := score(t, p, body)
	assert.Equal(t, 1, card.Ratings.Rated)
	assert.Equal(t, "some", card.Ratings.Steps[0].Stones[0].Progress.Low)

	body.Assessments = append(body.Assessments, evidence.Assessment{About: s, Progress: "none"})
	assert.Equal(t, "none", evidence.NewIndex(body).Rating(s).Progress.Low)
}
