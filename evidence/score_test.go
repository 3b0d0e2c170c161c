package evidence_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/evidence/bayes"
	"github.com/outcomemap/outcomemap/pathway"
)

// employers is a small pathway of made-up evidence: four steps, three links, one rival.
func employers() ([]pathway.Pathway, *evidence.Body) {
	p := pathway.Pathway{
		ID: "employers",
		Steps: []pathway.Step{
			{Column: "do", Stones: []string{"invest"}},
			{Column: "with", Stones: []string{"people", "groups"}},
			{Column: "feel", Stones: []string{"help"}},
			{Column: "difference", Stones: []string{"life"}},
		},
		Rivals: []pathway.Rival{{ID: "pay-rise"}},
	}
	link := func(from, to string) pathway.Target { return pathway.Target{Pathway: "employers", From: from, To: to} }
	stone := func(id string) pathway.Target { return pathway.Target{Pathway: "employers", Stone: id} }
	reach, felt, made := link("do", "with"), link("with", "feel"), link("feel", "difference")
	rival := pathway.Target{Pathway: "employers", Rival: "pay-rise"}
	bear := func(on pathway.Target, s, f *evidence.Range) []evidence.Bearing {
		d := evidence.Supports
		if s.Low < f.Low {
			d = evidence.Contradicts
		}
		return []evidence.Bearing{{About: on, Direction: d, Sensitivity: s, TypeIError: f}}
	}
	at := evidence.Exactly
	body := &evidence.Body{
		Items: []evidence.Item{
			{ID: "e1", Source: "records", Bears: bear(reach, at(0.9), at(0.1))},
			{ID: "e2", Source: "survey", Bears: bear(felt, &evidence.Range{Low: 0.6, High: 0.8}, at(0.35))},
			{ID: "e3", Source: "survey", Bears: bear(felt, at(0.6), at(0.4))},
			{ID: "e4", Source: "interviews", Status: evidence.Absent, Bears: bear(made, at(0.8), at(0.5))},
			{ID: "e5", Source: "interviews", Bears: bear(made, at(0.6), at(0.3))},
			{ID: "e6", Source: "panel", Status: evidence.Planned, Cost: new(4.), Bears: bear(made, at(0.8), at(0.2))},
			{ID: "e7", Source: "survey", Bears: bear(rival, at(0.2), at(0.6))},
		},
		Claims: []evidence.Claim{
			{About: reach, Text: "Organisations reached employers", Prior: at(0.5)},
			{About: felt, Text: "Being reached, they got help", Prior: &evidence.Range{Low: 0.4, High: 0.6}},
			{About: made, Text: "Help made life better", Prior: at(0.4)},
			{About: rival, Text: "The pay rise did it", Prior: at(0.3)},
		},
		Assessments: []evidence.Assessment{
			{About: stone("invest"), Progress: "great", Confidence: "high"},
			{About: stone("people"), Progress: "great", Confidence: "medium"},
			{About: stone("groups"), Progress: "some", Confidence: "medium", By: "A"},
			{About: stone("groups"), Progress: "great", Confidence: "medium", By: "B"},
			{About: stone("help"), Progress: "some", Confidence: "low"},
		},
	}
	return []pathway.Pathway{p}, body
}

// Three layers, one place where the story breaks, and what to do next. One stone is unrated, so that
// the weakest progress may be as low as the scale goes.
func ExampleScore() {
	pathways, body := employers()
	for _, card := range evidence.Score(pathways, body) {
		r, s, p := card.Ratings, card.Structure, card.Probative
		fmt.Printf("%s: %s, %d of %d stones rated\n", card.Pathway, r.Completeness, r.Rated, r.Stones)
		fmt.Printf("weakest progress: %s; of the rated: %s\n", r.Progress.Level, r.Progress.OfRated)
		fmt.Printf("citations to cut: %d (%s on %s)\n", s.Citations.High, s.Citations.Citations[0].Item, s.Citations.Citations[0].On)
		for _, c := range p.Chain {
			fmt.Printf("%s: %+.1f dB, %.0f to %.0f in 100\n", c.About, c.Weight.Mid, 100*c.Posterior.Low, 100*c.Posterior.High)
		}
		fmt.Printf("all of it, if independent: %.0f to %.0f in 100\n", 100*p.IfIndependent.Low, 100*p.IfIndependent.High)
		fmt.Printf("breaks at %s: %s\n", card.Breaks.At, card.Breaks.Why)
		next := card.Next[0]
		fmt.Printf("next: %s %s, which removes %.0f %% of the doubt\n", next.Do, next.Items[0], 100*next.Worth.Learning)
	}
	// Output:
	// employers: incomplete, 4 of 5 stones rated
	// weakest progress: none to some; of the rated: some
	// citations to cut: 1 (e1 on employers: do -> with)
	// employers: do -> with: +9.5 dB, 90 to 90 in 100
	// employers: with -> feel: +4.8 dB, 63 to 84 in 100
	// employers: feel -> difference: -1.0 dB, 35 to 35 in 100
	// all of it, if independent: 20 to 26 in 100
	// breaks at employers: feel -> difference: the weakest claim
	// next: collect e6, which removes 34 % of the doubt
}

func score(t testing.TB, p pathway.Pathway, b *evidence.Body, opts ...evidence.Option) evidence.Scorecard {
	cards := evidence.Score([]pathway.Pathway{p}, b, opts...)
	require.Len(t, cards, 1)
	return cards[0]
}

func TestScoreOfNothing(t *testing.T) {
	assert.Empty(t, evidence.Score(nil, nil))
	card := score(t, pathway.Pathway{}, nil)
	assert.Equal(t, evidence.Incomplete, card.Ratings.Completeness, "nothing to rate is nothing rated")
	assert.Nil(t, card.Probative.IfIndependent)
	assert.Zero(t, card.Breaks)
	assert.Empty(t, card.Next)
}

// Worked by hand: 0.4/0.6 * 0.2/0.5 * 0.6/0.3 = 8/15, so 8/23.
func TestClaimByHand(t *testing.T) {
	pathways, body := employers()
	card := score(t, pathways[0], body)
	made := card.Probative.Chain[2]
	assert.InDelta(t, 8./23, made.Posterior.Mid, 1e-12)
	assert.Equal(t, []string{"e6"}, made.Planned)
	require.Len(t, made.Tests, 2)
	assert.InDelta(t, 0.4, made.Tests[0].Ratio.Mid, 1e-12)
	assert.False(t, made.Tests[0].Items[0].Found)
	assert.Equal(t, bayes.Class{Kind: bayes.SmokingGun}, made.Tests[1].Items[0].Likelihoods.Class, "0.6 over 0.3")

	product := 0.9 * card.Probative.Chain[1].Posterior.Mid * 8 / 23
	assert.InDelta(t, product, card.Probative.IfIndependent.Mid, 1e-12)
	assert.Equal(t, made.About, card.Probative.Weakest)
	assert.InDelta(t, 8./23, card.Probative.WeakestLink.Mid, 1e-12)
	assert.InDelta(t, 0.3/0.7*0.2/0.6/(1+0.3/0.7*0.2/0.6), card.Probative.Rivals[0].Posterior.Mid, 1e-12, "a rival enters no product")
}
