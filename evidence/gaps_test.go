package evidence_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/evidence/bayes"
	"github.com/outcomemap/outcomemap/pathway"
)

// A claim has evidence as soon as some was sought, whatever became of it.
func TestClaimsWithoutEvidence(t *testing.T) {
	a := stone("p", "a")
	judged, bare := found("i", 0.8, 0.2, a), evidence.Item{ID: "j", Bears: []evidence.Bearing{{About: a}}}
	impossible, plan := found("k", 0, 0, a), found("l", 0.8, 0.2, a)
	plan.Status = evidence.Planned
	for _, tt := range []struct {
		why   string
		items []evidence.Item
		want  bool // a gap
	}{
		{"none", nil, true},
		{"only a plan", []evidence.Item{plan}, true},
		{"judged", []evidence.Item{judged}, false},
		{"not judged", []evidence.Item{bare}, false},
		{"one judged and one not", []evidence.Item{judged, bare}, false},
		{"refused", []evidence.Item{impossible}, false},
		{"judged, and one refused", []evidence.Item{judged, impossible}, false},
	} {
		p, body := two(evidence.Exactly(0.5), nil)
		body.Claims, body.Items = body.Claims[:1], tt.items
		gaps := score(t, p, body).Gaps
		gap := evidence.Gap{Kind: evidence.ClaimWithoutTests, About: a, Pathway: "p"}
		if tt.want {
			assert.Contains(t, gaps, gap, tt.why)
		} else {
			assert.NotContains(t, gaps, gap, tt.why)
		}
	}
}

// One source is behind all that was sought on a pathway, on whatever part of it.
func TestOneSourceForItAll(t *testing.T) {
	on := func(id, source string, status evidence.Status, about pathway.Target) evidence.Item {
		return evidence.Item{ID: id, Source: source, Status: status, Bears: []evidence.Bearing{{About: about}}}
	}
	first := on("i", "survey", evidence.Observed, stone("p", "a"))
	for _, tt := range []struct {
		why   string
		items []evidence.Item
		want  string // "": no such gap
	}{
		{"nothing", nil, ""},
		{"one item", []evidence.Item{first}, "survey"},
		{"two of it", []evidence.Item{first, on("j", "survey", evidence.Absent, link("p", "a", "b"))}, "survey"},
		{"a second source on another stone", []evidence.Item{first, on("j", "talks", evidence.Absent, stone("", "b"))}, ""},
		{"on a step", []evidence.Item{first, on("j", "talks", "", pathway.Target{Pathway: "p", Column: "y"})}, ""},
		{"on a link", []evidence.Item{first, on("j", "talks", "", link("p", "a", "b"))}, ""},
		{"on a rival", []evidence.Item{first, on("j", "talks", "", pathway.Target{Pathway: "p", Rival: "r"})}, ""},
		{"on an assumption", []evidence.Item{first, on("j", "talks", "", pathway.Target{Pathway: "p", Assumption: "m"})}, ""},
		{"on the pathway", []evidence.Item{first, on("j", "talks", "", pathway.Target{Pathway: "p"})}, ""},
		{"on another pathway", []evidence.Item{first, on("j", "talks", "", stone("q", "a"))}, "survey"},
		{"only planned", []evidence.Item{first, on("j", "talks", evidence.Planned, stone("p", "b"))}, "survey"},
		{"an item without a source is one of its own", []evidence.Item{first, on("j", "", "", stone("p", "b"))}, ""},
	} {
		p, body := two(nil, nil)
		p.Rivals, p.Assumptions = []pathway.Rival{{ID: "r"}}, []pathway.Assumption{{Text: "without an id"}, {ID: "m"}}
		body.Items = tt.items
		got := ""
		for _, gap := range score(t, p, body).Gaps {
			if gap.Kind == evidence.OneSource {
				got = gap.Source
			}
		}
		assert.Equal(t, tt.want, got, tt.why)
	}
}

// A rival that stands twice is one, and one without an id is none.
func TestRivalsCountOnce(t *testing.T) {
	p, body := two(nil, nil)
	p.Rivals = []pathway.Rival{{ID: "r"}, {Text: "without an id"}, {ID: "r", Text: "again"}, {ID: "q"}}
	var got []string
	for _, c := range score(t, p, body).Probative.Rivals {
		got = append(got, c.About.Rival)
	}
	assert.Equal(t, []string{"r", "q"}, got)
}

// A prior that is no chance is refused, and no item is to blame for it.
func TestAPriorThatIsNoChance(t *testing.T) {
	p, body := two(evidence.Exactly(0.5), evidence.Exactly(50))
	body.Items = []evidence.Item{found("i", 0.8, 0.2, stone("p", "b"))}
	card := score(t, p, body)
	require.Len(t, card.Refused, 1)
	assert.Equal(t, stone("p", "b"), card.Refused[0].About)
	assert.Empty(t, card.Refused[0].Items)
	assert.ErrorIs(t, card.Refused[0].Err, bayes.ErrNotChance)
	claim := card.Claim(stone("p", "b"))
	assert.Nil(t, claim.Prior)
	assert.Nil(t, claim.Posterior)
}
