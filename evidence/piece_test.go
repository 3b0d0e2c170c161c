package evidence_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

func TestWhatBearsOnATarget(t *testing.T) {
	s, f := evidence.Exactly(0.8), evidence.Exactly(0.2)
	l := link("p", "a", "b")
	body := evidence.Body{
		Groups: []evidence.Group{
			{ID: "pack", Policy: evidence.Package, Bears: []evidence.Bearing{{About: l, Sensitivity: s, TypeIError: f}}},
			{ID: "loose", Bears: []evidence.Bearing{{About: stone("p", "a"), Direction: evidence.Supports}}},
		},
		Items: []evidence.Item{
			{ID: "by-itself", Bears: []evidence.Bearing{{About: l, Direction: evidence.Supports}, {About: l, Direction: evidence.Mixed}}},
			{ID: "packed", Group: "pack", Bears: []evidence.Bearing{{About: l, Direction: evidence.Contradicts}}},
			{ID: "only-packed", Group: "pack"},
			{ID: "loosely", Group: "loose"},
			{ID: "anywhere", Bears: []evidence.Bearing{{About: link("", "a", "b"), Sensitivity: f, TypeIError: s}}},
			{ID: "both", Bears: []evidence.Bearing{{About: link("", "a", "b"), Direction: evidence.Contradicts}, {About: l, Direction: evidence.Supports}}},
			{ID: "cited"},
			{ID: "absent", Status: evidence.Absent, Bears: []evidence.Bearing{{About: l, Direction: evidence.Supports}}},
			{ID: "plan", Status: evidence.Planned, Bears: []evidence.Bearing{{About: l, Direction: evidence.Supports}}},
			{ID: "odd", Bears: []evidence.Bearing{{}, {About: pathway.Target{From: "a"}}, {About: pathway.Target{Stone: "a", Column: "b"}}}},
		},
		Assessments: []evidence.Assessment{
			{About: l, Verdict: evidence.Fails, Date: "2022", Items: []string{"cited", "nobody", "cited"}},
			{About: l, Verdict: evidence.Holds, Date: "2023", Items: []string{"cited", "by-itself"}},
			{About: l, Verdict: evidence.Partly, Items: []string{"cited"}},
		},
	}
	var got []string
	for _, p := range evidence.NewIndex(&body).About(l).Pieces {
		got = append(got, fmt.Sprintf("%s for:%t against:%t packed:%t cited:%t",
			p.Item.ID, p.Supports(), p.Contradicts(), p.Package != nil, p.Cited != nil))
	}
	assert.Equal(t, []string{
		"by-itself for:true against:false packed:false cited:true", // the first of two bearings, and a citation
		"packed for:true against:false packed:true cited:false",    // the package speaks in its place
		"only-packed for:true against:false packed:true cited:false",
		"anywhere for:false against:true packed:false cited:false", // no direction: the likelihoods say it
		"both for:true against:false packed:false cited:false",     // the pathway's own before the general one
		"cited for:true against:false packed:false cited:true",     // the newest citing verdict
		"absent for:false against:true packed:false cited:false",   // expected of the target, and not there
		"plan for:false against:false packed:false cited:false",    // a plan is no evidence
	}, got)
	assert.Empty(t, evidence.NewIndex(&body).About(pathway.Target{}).Pieces)
	assert.Empty(t, evidence.NewIndex(&body).About(stone("p", "a")).Pieces, "only a package bears for its members")
}

// One chance alone does not say which way an item speaks.
func TestHalfALikelihoodHasNoDirection(t *testing.T) {
	body := evidence.Body{Items: []evidence.Item{
		{ID: "i", Bears: []evidence.Bearing{{About: stone("p", "s"), Sensitivity: evidence.Exactly(0.9)}}},
		{ID: "j", Bears: []evidence.Bearing{{About: stone("p", "s"), TypeIError: evidence.Exactly(0.1)}}},
	}}
	for _, p := range evidence.NewIndex(&body).About(stone("p", "s")).Pieces {
		assert.False(t, p.Supports(), p.Item.ID)
		assert.False(t, p.Contradicts(), p.Item.ID)
	}
}

// An item that only assessments cite says what the closest of them says: that of the pathway before the
// one for any, though it is neither for nor against.
func TestTheClosestVerdictSpeaks(t *testing.T) {
	l := link("p", "a", "b")
	for _, tt := range []struct {
		own, general  evidence.Verdict
		supports, not bool
		cited         int // of the two
	}{
		{evidence.Partly, evidence.Holds, false, false, 0},
		{evidence.Partly, evidence.Fails, false, false, 0},
		{evidence.Fails, evidence.Holds, false, true, 0},
		{evidence.Holds, evidence.Fails, true, false, 0},
		{"", evidence.Holds, true, false, 1},
		{"", evidence.Fails, false, true, 1},
		{"", "", false, false, 0},
	} {
		body := evidence.Body{
			Items: []evidence.Item{{ID: "i"}},
			Assessments: []evidence.Assessment{
				{About: l, Verdict: tt.own, Items: []string{"i"}}, {About: link("", "a", "b"), Verdict: tt.general, Items: []string{"i"}, Date: "2025"},
			},
		}
		pieces := evidence.NewIndex(&body).About(l).Pieces
		require.Len(t, pieces, 1)
		assert.Equal(t, tt.supports, pieces[0].Supports(), "%+v", tt)
		assert.Equal(t, tt.not, pieces[0].Contradicts(), "%+v", tt)
		assert.Equal(t, body.Assessments[tt.cited], *pieces[0].Cited, "the verdict is that of the assessment that is named: %+v", tt)
	}
}

// A package that judges an item in every pathway leaves it the assessment of this one that cites it.
func TestAPackageLeavesTheCitation(t *testing.T) {
	s := stone("p", "a")
	body := evidence.Body{
		Groups: []evidence.Group{{ID: "pack", Policy: evidence.Package, Bears: []evidence.Bearing{{About: stone("", "a"), Direction: evidence.Contradicts}}}},
		Items:  []evidence.Item{{ID: "i", Group: "pack", Bears: []evidence.Bearing{{About: s, Direction: evidence.Supports}}}},
		Assessments: []evidence.Assessment{
			{About: s, Narrative: "own", Items: []string{"i"}}, {About: stone("", "a"), Narrative: "general", Items: []string{"i"}},
		},
	}
	pieces := evidence.NewIndex(&body).About(s).Pieces
	require.Len(t, pieces, 1)
	assert.True(t, pieces[0].Contradicts(), "the package speaks")
	assert.Equal(t, "pack", pieces[0].Package.ID)
	assert.Equal(t, "own", pieces[0].Cited.Narrative)
}

// The item bears on the link in every pathway, with likelihoods; that one pathway's verdict rests on it
// as well takes nothing away. By hand: 1/1 * 0.8/0.2 = 4, so 4/5.
func TestACitationTakesNothingFromAnItem(t *testing.T) {
	body := evidence.Body{
		Items: []evidence.Item{
			{ID: "weighed", Bears: []evidence.Bearing{{About: link("", "a", "b"), Sensitivity: evidence.Exactly(0.8), TypeIError: evidence.Exactly(0.2)}}},
			{ID: "linked", Bears: []evidence.Bearing{{About: link("", "a", "b")}}},
		},
		Claims: []evidence.Claim{{About: link("p", "a", "b"), Prior: evidence.Exactly(0.5)}},
		Assessments: []evidence.Assessment{
			{About: link("p", "a", "b"), Verdict: evidence.Fails, Items: []string{"weighed", "linked"}},
			{About: link("", "a", "b"), Verdict: evidence.Holds, Items: []string{"linked"}},
		},
	}
	found := evidence.NewIndex(&body).About(link("p", "a", "b")).Pieces
	require.Len(t, found, 2)
	assert.Same(t, &body.Assessments[0].Items[0], &found[0].Cited.Items[0], "the closer verdict is named")
	assert.True(t, found[0].Supports(), "its likelihoods say what it says")
	assert.True(t, found[1].Contradicts(), "with nothing of its own to say, it says what the closer verdict says")

	p := pathway.Pathway{ID: "p", Steps: []pathway.Step{{Column: "x", Stones: []string{"a"}}, {Column: "y", Stones: []string{"b"}}}}
	card := score(t, p, &body)
	claim := card.Claim(link("p", "a", "b"))
	require.NotNil(t, claim)
	assert.InDelta(t, 0.8, claim.Posterior.Mid, 1e-12)
	assert.Equal(t, []string{"linked"}, claim.Unweighed)
	assert.True(t, card.Structure.Links[0].Tested)
}

// The package judges its members together in every pathway: one that bears on the stone of this pathway
// by itself too would count twice.
func TestAPackageSpeaksForItsMembersEverywhere(t *testing.T) {
	half, tenth := evidence.Exactly(0.5), evidence.Exactly(0.1)
	body := evidence.Body{
		Groups: []evidence.Group{{ID: "pack", Policy: evidence.Package, Bears: []evidence.Bearing{{About: stone("", "a"), Sensitivity: half, TypeIError: tenth}}}},
		Items: []evidence.Item{
			{ID: "one", Group: "pack"},
			{ID: "two", Group: "pack", Bears: []evidence.Bearing{{About: stone("p", "a"), Sensitivity: half, TypeIError: tenth}}},
		},
		Claims: []evidence.Claim{{About: stone("p", "a"), Prior: half}},
	}
	p := pathway.Pathway{ID: "p", Steps: []pathway.Step{{Column: "x", Stones: []string{"a"}}}}
	claim := score(t, p, &body).Claim(stone("p", "a"))
	require.Len(t, claim.Tests, 1)
	assert.Len(t, claim.Tests[0].Items, 2)
	assert.InDelta(t, 5./6, claim.Posterior.Mid, 1e-12, "0.5/0.1 once")
}

// (0.4 + 0.8)/2 is 0.6, whatever its last bit says: the find is as probable either way.
func TestEqualButForRoundingSaysNothing(t *testing.T) {
	middle := &evidence.Range{Low: 0.4, High: 0.8}
	for _, b := range []evidence.Bearing{
		{About: stone("p", "a"), Sensitivity: evidence.Exactly(0.6), TypeIError: middle},
		{About: stone("p", "a"), Sensitivity: middle, TypeIError: evidence.Exactly(0.6)},
	} {
		body := evidence.Body{Items: []evidence.Item{{ID: "i", Bears: []evidence.Bearing{b}}}}
		piece := evidence.NewIndex(&body).About(stone("p", "a")).Pieces[0]
		assert.False(t, piece.Supports())
		assert.False(t, piece.Contradicts())
		p := pathway.Pathway{ID: "p", Steps: []pathway.Step{{Column: "x", Stones: []string{"a"}}}}
		assert.Zero(t, score(t, p, &body).Claim(stone("p", "a")).Tests[0].Items[0].Likelihoods.Class)
	}
}
