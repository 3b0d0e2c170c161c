package evidence_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

// Ratings of a chain of single stones, step by step, on a scale of three; "" is unrated.
func TestTheWeakestRating(t *testing.T) {
	three := []evidence.Level{{ID: "low"}, {ID: "mid"}, {ID: "high"}}
	for _, tt := range []struct {
		why    string
		scale  []evidence.Level
		given  []string // by step
		level  string
		of     string // the rated alone
		at     string // step
		drops  string
		counts string // of the first step
	}{
		{"one step", three, []string{"mid"}, "mid", "mid", "c0", "", "[0 1 0]"},
		{"it falls, and falls again", three, []string{"high", "mid", "low"}, "low", "low", "c2", "c1", "[0 0 1]"},
		{"it rises, falls, and is at its lowest twice", three, []string{"low", "high", "low"}, "low", "low", "c0", "c2", "[1 0 0]"},
		{"an unrated step is passed over", three, []string{"high", "", "mid"}, "low to mid", "mid", "c2", "c2", "[0 0 1]"},
		{"it only rises", three, []string{"low", "mid", "mid"}, "low", "low", "c0", "", "[1 0 0]"},
		{"nothing is rated, so that anything may be", three, []string{"", ""}, "low to high", "not rated", "", "", "[0 0 0]"},
		{"a level that the scale lacks is no rating", three, []string{"splendid", "mid"}, "low to mid", "mid", "c1", "", "[0 0 0]"},
		{"a scale of one, nothing rated", three[:1], []string{""}, "low", "not rated", "", "", "[0]"},
		{"a level that stands twice is that of its first place, and one without an id is none", []evidence.Level{{ID: "low"}, {}, {ID: "mid"}, {ID: "low"}, {ID: "high"}},
			[]string{"mid", "low", "high"}, "low", "low", "c1", "c1", "[0 1 0]"},
		{"a scale of levels without ids", []evidence.Level{{Label: "Low"}}, []string{"low"}, "not rated", "not rated", "", "", "[]"},
		{"no steps", three, nil, "not rated", "not rated", "", "", ""},
	} {
		p := pathway.Pathway{ID: "p"}
		body := &evidence.Body{Standard: evidence.Standard{Progress: tt.scale}}
		for i, level := range tt.given {
			id := fmt.Sprint("s", i)
			p.Steps = append(p.Steps, pathway.Step{Column: fmt.Sprint("c", i), Stones: []string{id}})
			body.Assessments = append(body.Assessments, evidence.Assessment{About: stone("p", id), Progress: level})
		}
		r := score(t, p, body).Ratings
		assert.Equal(t, tt.level, r.Progress.Level.String(), tt.why)
		assert.Equal(t, tt.of, r.Progress.OfRated.String(), tt.why)
		assert.Equal(t, tt.at, r.Progress.At, tt.why)
		assert.Equal(t, tt.drops, r.Progress.DropsAt, tt.why)
		if len(r.Steps) > 0 {
			assert.Equal(t, tt.counts, fmt.Sprint(r.Steps[0].Progress), tt.why)
			assert.Len(t, r.Steps[0].Progress, len(r.Standard.Progress), "%s: a count for each level of the standard", tt.why)
		}
		assert.Equal(t, len(tt.given), r.Stones, tt.why)
	}
}

// A pathway is complete with its last rating, of which both kinds are needed.
func TestWhenRatingsAreComplete(t *testing.T) {
	for _, tt := range []struct {
		why   string
		given []evidence.Assessment
		rated int
		want  evidence.Completeness
	}{
		{"nothing", nil, 0, evidence.Incomplete},
		{"progress alone", []evidence.Assessment{{About: stone("p", "a"), Progress: "some"}, {About: stone("p", "b"), Progress: "some"}}, 0, evidence.Incomplete},
		{"one of two", []evidence.Assessment{{About: stone("p", "a"), Progress: "some", Confidence: "low"}}, 1, evidence.Incomplete},
		{"both", []evidence.Assessment{{About: stone("p", "a"), Progress: "some", Confidence: "low"}, {About: stone("", "b"), Progress: "some", Confidence: "low"}}, 2, evidence.Complete},
	} {
		p, body := two(nil, nil)
		body.Assessments = tt.given
		r := score(t, p, body).Ratings
		assert.Equal(t, tt.rated, r.Rated, tt.why)
		assert.Equal(t, tt.want, r.Completeness, tt.why)
	}
	one := pathway.Pathway{ID: "p", Steps: []pathway.Step{{Column: "x", Stones: []string{"a"}}}}
	r := score(t, one, &evidence.Body{Assessments: []evidence.Assessment{{About: stone("p", "a"), Progress: "some", Confidence: "low"}}}).Ratings
	assert.Equal(t, evidence.Complete, r.Completeness, "a pathway of one step")
}
