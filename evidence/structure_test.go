package evidence_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

// One item on one link: where it is listed, and whether it tests the link.
func TestWhereEvidenceOnALinkIsListed(t *testing.T) {
	half, low := evidence.Exactly(0.5), evidence.Exactly(0.1)
	for _, tt := range []struct {
		why    string
		status evidence.Status
		bears  evidence.Bearing
		want   string
		tested bool
	}{
		{"found and for it", evidence.Observed, evidence.Bearing{Direction: evidence.Supports}, "for", false},
		{"no status is found", "", evidence.Bearing{Direction: evidence.Supports}, "for", false},
		{"found and against it", evidence.Observed, evidence.Bearing{Direction: evidence.Contradicts}, "against", false},
		{"expected and absent", evidence.Absent, evidence.Bearing{Direction: evidence.Supports}, "against", false},
		{"absent, and would have been against it", evidence.Absent, evidence.Bearing{Direction: evidence.Contradicts}, "unclear", false},
		{"both at once", evidence.Observed, evidence.Bearing{Direction: evidence.Mixed}, "unclear", false},
		{"nobody said", evidence.Observed, evidence.Bearing{}, "unclear", false},
		{"its chances say it", evidence.Observed, evidence.Bearing{Sensitivity: half, TypeIError: low}, "for", true},
		{"said in a word as well", evidence.Absent, evidence.Bearing{Direction: evidence.Supports, Sensitivity: half, TypeIError: low}, "against", true},
		{"half a test is none", evidence.Observed, evidence.Bearing{Direction: evidence.Supports, Sensitivity: half}, "for", false},
		{"a plan", evidence.Planned, evidence.Bearing{Direction: evidence.Supports, Sensitivity: half, TypeIError: low}, "planned", false},
		{"a status that nobody knows", "lost", evidence.Bearing{Direction: evidence.Supports, Sensitivity: half, TypeIError: low}, "", false},
	} {
		p, body := two(nil, nil)
		tt.bears.About = link("p", "a", "b")
		body.Items = []evidence.Item{{ID: "i", Source: "s", Status: tt.status, Bears: []evidence.Bearing{tt.bears}}}
		st := score(t, p, body).Structure
		require.Len(t, st.Links, 1)
		l := st.Links[0]
		listed := ""
		for name, list := range map[string][]evidence.LinkItem{"for": l.Citations, "against": l.Against, "unclear": l.Unclear, "planned": l.Planned} {
			for _, c := range list {
				listed += name
				assert.Equal(t, evidence.LinkItem{Item: "i", Source: "s", On: &tt.bears.About}, c, tt.why)
			}
		}
		assert.Equal(t, tt.want, listed, tt.why)
		assert.Equal(t, tt.tested, l.Tested, tt.why)
		holds := 0
		if tt.want == "for" {
			holds = 1
		}
		assert.Equal(t, holds, st.Citations.High, "%s: only what was found and supports holds anything up", tt.why)
	}
}

// Where the first step is the last nothing can be cut, and the rest is known all the same.
func TestStructureOfAStep(t *testing.T) {
	p := pathway.Pathway{ID: "p", Steps: []pathway.Step{{Column: "x", Stones: []string{"a", "b"}}}, Links: []pathway.Link{{From: "a", To: "b"}}}
	st := score(t, p, nil).Structure
	assert.True(t, st.Connected)
	require.Len(t, st.Links, 1)
	assert.Equal(t, link("p", "a", "b"), st.Links[0].About)
	assert.Nil(t, st.Citations)
	assert.Nil(t, st.Sources)
}

// Two citations on each pair of steps, which have some of all links between their stones. The loss of two
// does it. Up to eight such pairs are tried in and out; with one more it is only known that one has to go.
func TestPairsOfStepsWithSomeOfTheirLinks(t *testing.T) {
	for pairs, want := range map[int]evidence.Loss{8: {Low: 2, High: 2}, 9: {Low: 1, High: 2}} {
		p, body := pathway.Pathway{ID: "p"}, &evidence.Body{}
		for i := range pairs + 1 {
			a, b := fmt.Sprint("a", i), fmt.Sprint("b", i)
			p.Steps = append(p.Steps, pathway.Step{Column: fmt.Sprint("c", i), Stones: []string{a, b}})
			if i == 0 {
				continue
			}
			p.Links = append(p.Links, pathway.Link{From: fmt.Sprint("a", i-1), To: a}, pathway.Link{From: fmt.Sprint("b", i-1), To: b})
			for n := range 2 {
				body.Items = append(body.Items, evidence.Item{ID: fmt.Sprint(i, "-", n),
					Bears: []evidence.Bearing{{About: link("p", fmt.Sprint("c", i-1), fmt.Sprint("c", i)), Direction: evidence.Supports}}})
			}
		}
		got := score(t, p, body).Structure.Citations
		assert.Equal(t, want.Low, got.Low, "%d pairs", pairs)
		assert.Equal(t, want.High, got.High, "%d pairs", pairs)
		assert.Len(t, got.Citations, 2)
	}
}
