package evidence_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

// One item may bear on several targets, by itself or because an assessment rests on it.
func ExampleNewIndex() {
	help := pathway.Target{Pathway: "support", Stone: "help"}
	body := evidence.Body{
		Items: []evidence.Item{
			{ID: "survey-12", Bears: []evidence.Bearing{{About: help, Direction: evidence.Supports}}},
			{ID: "call-log", Bears: []evidence.Bearing{{About: pathway.Target{Stone: "help"}, Direction: evidence.Contradicts}}},
			{ID: "interview-3"},
		},
		Assessments: []evidence.Assessment{
			{About: help, Progress: "none", Date: "2021-12-01"},
			{About: help, Progress: "some", Date: "2022-05-20", Items: []string{"interview-3"}},
		},
	}
	found := evidence.NewIndex(&body).About(help)
	for _, p := range found.Pieces {
		fmt.Printf("%s supports: %t, contradicts: %t\n", p.Item.ID, p.Supports(), p.Contradicts())
	}
	fmt.Println("progress:", found.Rating.Progress)
	// Output:
	// survey-12 supports: true, contradicts: false
	// call-log supports: false, contradicts: true
	// interview-3 supports: false, contradicts: false
	// progress: some
}

// Without an agreed rating the newest of each rater counts, as a range. What went before is history.
func ExampleIndex_History() {
	skills := pathway.Target{Pathway: "support", Stone: "skills"}
	body := evidence.Body{Assessments: []evidence.Assessment{
		{About: skills, Progress: "none", By: "Team A", Date: "2021"},
		{About: skills, Progress: "great", By: "Team A", Date: "2022-05-09"},
		{About: skills, Progress: "some", By: "Team B", Date: "2022-05-10"},
		{About: skills, Progress: "some", Agreed: true, Date: "2022-05-20"},
	}}
	for _, state := range evidence.NewIndex(&body).History(skills) {
		fmt.Printf("%s: %s (raters differ: %t)\n", state.From, state.Rating.Progress, state.Rating.Differ)
	}
	// Output:
	// 2021: none (raters differ: false)
	// 2022-05-09: great (raters differ: false)
	// 2022-05-10: some to great (raters differ: true)
	// 2022-05-20: some (raters differ: false)
}

func stone(p, s string) pathway.Target { return pathway.Target{Pathway: p, Stone: s} }

func link(p, from, to string) pathway.Target { return pathway.Target{Pathway: p, From: from, To: to} }

func TestWhichAssessmentCounts(t *testing.T) {
	rounds := []evidence.Round{{ID: "one", Date: "2021"}, {ID: "two", Date: "2022"}}
	type a = evidence.Assessment
	target := stone("p", "s")
	for _, tt := range []struct {
		why    string
		given  []a
		want   string
		differ bool
	}{
		{"no assessment, no rating", nil, "not rated", false},
		{"the newest round, whatever the dates",
			[]a{{Round: "two", Progress: "some", Date: "2021-01-01"}, {Round: "one", Progress: "great", Date: "2021-06-01"}}, "some", false},
		{"in it the agreed one, older than the others or not",
			[]a{{Round: "two", Progress: "none", Agreed: true, Date: "2022-01-01"}, {Round: "two", Progress: "great", By: "A", Date: "2022-02-01"}}, "none", false},
		{"the newest of two that were agreed",
			[]a{{Progress: "none", Agreed: true, Date: "2022-03"}, {Progress: "great", Agreed: true, Date: "2022-02"}}, "none", false},
		{"an agreed one of an older round is history",
			[]a{{Round: "one", Progress: "none", Agreed: true}, {Round: "two", Progress: "some", By: "A"}}, "some", false},
		{"else the newest of each rater, as a range",
			[]a{{Progress: "great", By: "A", Date: "2021"}, {Progress: "none", By: "B", Date: "2022"}, {Progress: "some", By: "A", Date: "2023"}}, "none to some", true},
		{"raters of one mind do not differ",
			[]a{{Progress: "some", By: "A"}, {Progress: "some", By: "B"}}, "some", false},
		{"undated is oldest", []a{{Progress: "some", Date: "1999"}, {Progress: "great"}}, "some", false},
		{"on equal dates the later in the file", []a{{Progress: "some", Date: "2022-05"}, {Progress: "great", Date: "2022-05-31"}}, "great", false},
		{"a month is as new as its last day", []a{{Progress: "some", Date: "2022-05"}, {Progress: "great", Date: "2022-05-30"}}, "some", false},
		{"outside of any round and newer", []a{{Round: "two", Progress: "some", Date: "2022"}, {Progress: "great", Date: "2023"}}, "great", false},
		{"outside of any round and not newer", []a{{Progress: "great", Date: "2022"}, {Round: "two", Progress: "some", Date: "2022"}}, "some", false},
		{"outside, and newer than the only round in which it was assessed", []a{{Round: "one", Progress: "some", Date: "2022"}, {Progress: "great", Date: "2023"}}, "great", false},
		{"outside, by another rater, and older than that round", []a{{Round: "one", Progress: "some", By: "A", Date: "2022"}, {Progress: "great", By: "B", Date: "2021"}}, "some", false},
		{"outside, and newer than the last in the file but not than the newest of the round",
			[]a{{Round: "one", Progress: "some", Date: "2023"}, {Round: "one", Progress: "none", Date: "2021"}, {Progress: "great", Date: "2022"}}, "some", false},
		{"a round that nobody declared is none", []a{{Round: "nine", Progress: "great"}, {Round: "one", Progress: "some"}}, "some", false},
		{"a level that the standard lacks is no rating", []a{{Progress: "splendid"}}, "not rated", false},
		{"raters may differ in their confidence alone",
			[]a{{Progress: "some", Confidence: "low", By: "A"}, {Progress: "some", Confidence: "high", By: "B"}}, "some", true},
	} {
		for i := range tt.given {
			tt.given[i].About = target
		}
		got := evidence.NewIndex(&evidence.Body{Rounds: rounds, Assessments: tt.given}).Rating(target)
		assert.Equal(t, tt.want, got.Progress.String(), tt.why)
		assert.Equal(t, tt.differ, got.Differ, tt.why)
	}
}

func TestAPathwaysOwnAssessmentCountsFirst(t *testing.T) {
	body := evidence.Body{Assessments: []evidence.Assessment{
		{About: stone("", "s"), Progress: "great", Date: "2025"},
		{About: stone("p", "s"), Progress: "some", Date: "2023", Also: []string{"q", "q", "p", ""}},
		{About: stone("r", "s"), Progress: "none", Date: "2021"},
	}}
	x := evidence.NewIndex(&body)
	assert.Equal(t, "some", x.Rating(stone("p", "s")).Progress.Low, "its own, though one for any pathway is newer")
	assert.Equal(t, "some", x.Rating(stone("q", "s")).Progress.Low, "one that serves it by name")
	assert.Equal(t, "none", x.Rating(stone("r", "s")).Progress.Low, "its own, though older")
	assert.Equal(t, "great", x.Rating(stone("z", "s")).Progress.Low, "what is said without a pathway holds in every one")
	assert.Equal(t, "great", x.Rating(stone("", "s")).Progress.Low)
	assert.Len(t, x.About(stone("q", "s")).Assessments, 2, "also naming q twice counts once")

	own := append(body.Assessments, evidence.Assessment{About: stone("q", "s"), Progress: "none", Date: "1999"})
	x = evidence.NewIndex(&evidence.Body{Assessments: own})
	assert.Equal(t, "none", x.Rating(stone("q", "s")).Progress.Low, "its own, though older than what it shares")
}

func TestVerdictsRange(t *testing.T) {
	l := link("p", "a", "b")
	got := evidence.NewIndex(&evidence.Body{Assessments: []evidence.Assessment{
		{About: l, Verdict: evidence.Holds, By: "A"},
		{About: l, Verdict: evidence.Fails, By: "B"},
	}}).Rating(l)
	assert.Equal(t, evidence.LevelRange{Low: "fails", High: "holds"}, got.Verdict)
	assert.True(t, got.Differ)
	assert.Len(t, got.Counts, 2)
}

func TestAsOf(t *testing.T) {
	s := stone("p", "s")
	on := []evidence.Bearing{{About: s, Direction: evidence.Supports}}
	body := evidence.Body{
		Items: []evidence.Item{
			{ID: "old", Date: "2021-12-31", Bears: on},
			{ID: "month", Date: "2022-05", Bears: on},
			{ID: "new", Date: "2022-06-01", Status: evidence.Absent, Bears: on},
			{ID: "undated", Bears: on},
			{ID: "plan", Date: "2030", Status: evidence.Planned, Bears: on},
		},
		Assessments: []evidence.Assessment{{About: s, Progress: "none", Date: "2021"}, {About: s, Progress: "some", Date: "2022-05-31"}},
		Indicators:  []evidence.Indicator{{About: s, Periods: []evidence.Period{{End: "2021"}, {End: "2023"}}}},
	}
	for _, tt := range []struct {
		on       evidence.Date
		items    int
		progress string
		periods  int
		why      string
	}{
		{"", 5, "some", 2, "no date, no limit"},
		{"someday", 5, "some", 2, "nor is what is no date"},
		{"2020", 2, "not rated", 0, "undated and planned stay"},
		{"2022-05-30", 3, "none", 1, "a month is over on its last day"},
		{"2022-05", 4, "some", 1, "that day included"},
		{"2024-02-29", 5, "some", 2, "all was there"},
	} {
		got := evidence.NewIndex(&body, evidence.AsOf(tt.on)).About(s)
		assert.Len(t, got.Pieces, tt.items, tt.why)
		assert.Equal(t, tt.progress, got.Rating.Progress.String(), tt.why)
		assert.Len(t, got.Indicators[0].Periods, tt.periods, tt.why)
	}
	assert.Len(t, body.Items, 5, "the caller's body is left alone")
	assert.Len(t, body.Indicators[0].Periods, 2)
}

func TestIndexIsASnapshot(t *testing.T) {
	s := stone("p", "s")
	body := evidence.Body{
		Sources: []evidence.Source{{ID: "x", Title: "first"}, {ID: "x", Title: "second"}},
		Items:   []evidence.Item{{ID: "i", Bears: []evidence.Bearing{{About: s}}}},
		Claims:  []evidence.Claim{{About: s, Text: "claim"}},
	}
	x := evidence.NewIndex(&body)
	body.Items[0], body.Claims[0].Text = evidence.Item{ID: "j"}, "changed"
	assert.Equal(t, "i", x.About(s).Pieces[0].Item.ID)
	assert.Equal(t, "claim", x.About(s).Claims[0].Text)
	x.About(s).Pieces[0] = evidence.Piece{}
	assert.NotNil(t, x.About(s).Pieces[0].Item, "what is handed out is the caller's")
	assert.Equal(t, "first", x.Source("x").Title, "the first of two keeps the id")
	assert.Nil(t, x.Source("y"))
	assert.Equal(t, "i", x.Item("i").ID)
	assert.Nil(t, x.Item(""))
}

// Whatever is replaced in any list of the body, the index answers as before.
func TestIndexKeepsItsOwnLists(t *testing.T) {
	s := stone("p", "s")
	body := evidence.Body{
		Sources:    []evidence.Source{{ID: "x", Title: "Survey"}},
		Items:      []evidence.Item{{ID: "i", Group: "g"}, {ID: "j", Bears: []evidence.Bearing{{About: s}}}},
		Groups:     []evidence.Group{{ID: "g", Policy: evidence.Package, Bears: []evidence.Bearing{{About: s}}}},
		Criteria:   []evidence.Criterion{{ID: "c", About: s}},
		Claims:     []evidence.Claim{{About: s, Text: "claim"}},
		Indicators: []evidence.Indicator{{ID: "n", About: s}},
		Rounds:     []evidence.Round{{ID: "one"}, {ID: "two"}},
		Assessments: []evidence.Assessment{
			{About: s, Round: "two", Progress: "some"}, {About: s, Round: "one", Progress: "great"},
		},
	}
	answers := func(x *evidence.Index) string {
		found := x.About(s)
		return fmt.Sprintf("%s %s %s %s %s %s %s %d %v", x.Source("x").Title, x.Item("i").Group, found.Pieces[0].Package.ID, found.Pieces[1].Item.ID,
			found.Criteria[0].ID, found.Claims[0].Text, found.Indicators[0].ID, len(found.Assessments), found.Rating.Progress)
	}
	x := evidence.NewIndex(&body)
	require.Equal(t, "Survey g g j c claim n 2 some", answers(x))
	body.Sources[0], body.Criteria[0], body.Claims[0], body.Indicators[0] = evidence.Source{}, evidence.Criterion{}, evidence.Claim{}, evidence.Indicator{}
	clear(body.Items)
	clear(body.Groups)
	clear(body.Rounds)
	clear(body.Assessments)
	assert.Equal(t, "Survey g g j c claim n 2 some", answers(x))
}

func TestEmptyIndex(t *testing.T) {
	x := evidence.NewIndex(nil, nil)
	got := x.About(stone("p", "s"))
	assert.Empty(t, got.Pieces)
	assert.Equal(t, "not rated", got.Rating.Progress.String())
	assert.Empty(t, x.History(stone("p", "s")))
	assert.Equal(t, "default", x.Standard().ID)
}
