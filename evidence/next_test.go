package evidence_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/evidence/bayes"
	"github.com/outcomemap/outcomemap/pathway"
)

// What cannot be ranked comes first, each with what is to be done about it.
func TestWhatToDoWithAClaim(t *testing.T) {
	about := stone("p", "a")
	half := evidence.Exactly(0.5)
	bears := []evidence.Bearing{{About: about}}
	weighed := []evidence.Bearing{{About: about, Sensitivity: evidence.Exactly(0.8), TypeIError: evidence.Exactly(0.2)}}
	impossible := []evidence.Bearing{{About: about, Sensitivity: evidence.Exactly(2), TypeIError: half}}
	none, stated, withPrior := []evidence.Claim(nil), []evidence.Claim{{About: about}}, []evidence.Claim{{About: about, Prior: half}}
	for _, tt := range []struct {
		why    string
		claims []evidence.Claim
		items  []evidence.Item
		want   []evidence.Task
	}{
		{"nothing is claimed or planned", none, nil, nil},
		{"evidence was found, and nobody claims anything", none, []evidence.Item{{ID: "i", Bears: weighed}}, nil},
		{"evidence is planned for no claim", none, []evidence.Item{{ID: "i", Status: evidence.Planned, Bears: weighed}}, []evidence.Task{evidence.StateClaim}},
		{"a claim without a prior", stated, []evidence.Item{{ID: "i", Bears: weighed}}, []evidence.Task{evidence.SetPrior}},
		{"a claim that nobody sought evidence for", withPrior, nil, []evidence.Task{evidence.SeekEvidence}},
		{"evidence that nobody judged", withPrior, []evidence.Item{{ID: "i", Bears: bears}}, []evidence.Task{evidence.JudgeFound}},
		{"some of it judged", withPrior, []evidence.Item{{ID: "i", Bears: bears}, {ID: "j", Bears: weighed}}, nil},
		{"a plan that nobody judged", withPrior, []evidence.Item{{ID: "i", Status: evidence.Planned, Bears: bears}}, []evidence.Task{evidence.JudgePlan}},
		{"a plan", withPrior, []evidence.Item{{ID: "i", Status: evidence.Planned, Bears: weighed}}, []evidence.Task{evidence.Collect}},
		{"one plan judged and one not", withPrior, []evidence.Item{{ID: "i", Status: evidence.Planned, Bears: weighed}, {ID: "j", Status: evidence.Planned, Bears: bears}},
			[]evidence.Task{evidence.JudgePlan, evidence.Collect}},
		{"found and judged, planned and judged, and found that nobody judged", withPrior,
			[]evidence.Item{{ID: "i", Bears: weighed}, {ID: "j", Bears: bears}, {ID: "k", Status: evidence.Planned, Bears: weighed}}, []evidence.Task{evidence.Collect}},
		{"as many found as planned", withPrior, []evidence.Item{{ID: "i", Bears: weighed}, {ID: "k", Status: evidence.Planned, Bears: weighed}}, []evidence.Task{evidence.Collect}},
		{"a plan with a chance that is none", withPrior, []evidence.Item{{ID: "i", Status: evidence.Planned, Bears: impossible}}, []evidence.Task{evidence.JudgePlan}},
		{"likelihoods that cannot be", withPrior, []evidence.Item{{ID: "i", Bears: impossible}}, []evidence.Task{evidence.Mend}},
	} {
		p := pathway.Pathway{ID: "p", Steps: []pathway.Step{{Column: "x", Stones: []string{"a"}}}}
		var got []evidence.Task
		for _, next := range score(t, p, &evidence.Body{Items: tt.items, Claims: tt.claims}).Next {
			assert.Equal(t, about, next.About, tt.why)
			got = append(got, next.Do)
		}
		assert.Equal(t, tt.want, got, tt.why)
	}
}

// The items of a group are weighed together. A plan whose find, or whose lack, would contradict a proof
// in its group has no posterior there, so that it cannot be ranked.
func TestAPlanAgainstAProof(t *testing.T) {
	about := stone("p", "a")
	for _, tt := range []struct {
		why                     string
		sensitivity, typeIError float64 // of the plan
		want                    evidence.Task
	}{
		{"to find it excludes the claim", 0, 0.5, evidence.JudgePlan},
		{"to miss it excludes the claim", 1, 0.5, evidence.JudgePlan},
		{"neither does", 0.9, 0.5, evidence.Collect},
	} {
		plan := found("plan", tt.sensitivity, tt.typeIError, about)
		plan.Status, plan.Group = evidence.Planned, "g"
		proof := found("proof", 0.5, 0, about)
		proof.Group = "g"
		p, body := two(evidence.Exactly(0.5), nil)
		body.Claims = body.Claims[:1]
		body.Items, body.Groups = []evidence.Item{proof, plan}, []evidence.Group{{ID: "g", Policy: evidence.Dominant}}
		next := score(t, p, body).Next
		require.Len(t, next, 2, "the link that nobody claims comes first")
		assert.Equal(t, tt.want, next[1].Do, tt.why)
		assert.Equal(t, []string{"plan"}, next[1].Items, tt.why)
	}
}

// What is certain beforehand cannot be excluded: there is no posterior for that outcome, and one for the
// other.
func TestAPlanAgainstACertainPrior(t *testing.T) {
	p, body := two(evidence.Exactly(1), nil)
	body.Claims = body.Claims[:1]
	plan := found("plan", 0, 0.5, stone("p", "a"))
	plan.Status = evidence.Planned
	body.Items = []evidence.Item{plan}
	next := score(t, p, body).Next
	require.Len(t, next, 2)
	require.Equal(t, evidence.Collect, next[1].Do)
	assert.Nil(t, next[1].Worth.IfFound)
	require.NotNil(t, next[1].Worth.IfAbsent)
	assert.Equal(t, 1., next[1].Worth.IfAbsent.Mid)
	assert.Zero(t, next[1].Worth.Learning)
}

// Expected learning of a test of its own by hand: (s-f)² p (1-p) / (m (1-m)), m = p s + (1-p) f. A cost
// that is none is not known. Learning for nothing is worth more than any that has a price, and nothing
// for nothing is worth nothing.
func TestWhatPlansAreWorth(t *testing.T) {
	about := stone("p", "a")
	p, body := two(evidence.Exactly(0.5), nil)
	body.Claims = body.Claims[:1]
	for _, plan := range []struct {
		id                      string
		sensitivity, typeIError float64
		cost                    *float64
	}{
		{"dear", 0.9, 0.1, new(10.)},
		{"cheap", 0.7, 0.3, new(1.)},
		{"free", 0.6, 0.4, new(0.)},
		{"idle", 0.5, 0.5, new(0.)},
		{"idle and dear", 0.5, 0.5, new(9.)},
		{"unpriced", 0.8, 0.2, nil},
		{"paid for", 0.55, 0.45, new(-1.)},
		{"no number", 0.56, 0.44, new(math.NaN())},
		{"endless", 0.57, 0.43, new(math.Inf(1))},
	} {
		item := found(plan.id, plan.sensitivity, plan.typeIError, about)
		item.Status, item.Cost = evidence.Planned, plan.cost
		body.Items = append(body.Items, item)
	}
	type worth struct {
		id       string
		learning float64
		perCost  float64 // -1: not known
		costRank int
	}
	var got []worth
	for n, next := range score(t, p, body).Next[1:] { // behind the link that nobody claims
		require.Equal(t, evidence.Collect, next.Do)
		require.Equal(t, n+1, next.Worth.Rank)
		w := worth{next.Items[0], math.Round(next.Worth.Learning*1e6) / 1e6, -1, next.Worth.CostRank}
		if next.Worth.PerCost != nil {
			w.perCost = math.Round(*next.Worth.PerCost*1e6) / 1e6
		}
		got = append(got, w)
		assert.InDelta(t, 0.5, next.Worth.Chance, 1e-12)
		known := map[string]bool{"dear": true, "cheap": true, "free": true, "idle": true, "idle and dear": true}
		assert.Equal(t, known[next.Items[0]], next.Worth.Cost != nil, "cost of %s", next.Items[0])
	}
	assert.Equal(t, []worth{
		{"dear", 0.64, 0.064, 3}, {"unpriced", 0.36, -1, 0}, {"cheap", 0.16, 0.16, 2}, {"free", 0.04, -1, 1},
		{"endless", 0.0196, -1, 0}, {"no number", 0.0144, -1, 0}, {"paid for", 0.01, -1, 0},
		{"idle", 0, -1, 4}, {"idle and dear", 0, 0, 5},
	}, got)
}

// A package has the cost of all its items, and none where that of one is not known.
func TestCostOfAPackage(t *testing.T) {
	about := stone("p", "a")
	for _, tt := range []struct{ second, want *float64 }{{new(3.), new(5.)}, {nil, nil}} {
		p, body := two(evidence.Exactly(0.5), nil)
		body.Items = []evidence.Item{
			{ID: "i", Status: evidence.Planned, Group: "pack", Cost: new(2.)}, {ID: "j", Status: evidence.Planned, Group: "pack", Cost: tt.second},
		}
		body.Groups = []evidence.Group{{ID: "pack", Policy: evidence.Package, Bears: found("", 0.8, 0.2, about).Bears}}
		next := score(t, p, body).Next
		last := next[len(next)-1]
		require.Equal(t, evidence.Collect, last.Do)
		assert.Equal(t, []string{"i", "j"}, last.Items)
		assert.Equal(t, "pack", last.Group)
		assert.Equal(t, tt.want, last.Worth.Cost)
	}
}

// By hand: 0.8 to 0.2 is four to one on presence, and as much on absence.
func TestThresholds(t *testing.T) {
	p, body := two(nil, nil)
	body.Items = []evidence.Item{found("i", 0.8, 0.2, stone("p", "a"))}
	for _, tt := range []struct {
		at   bayes.Thresholds
		want bayes.Kind
	}{
		{bayes.Thresholds{}, bayes.DoublyDecisive},
		{bayes.Thresholds{Presence: 3, Absence: 5}, bayes.SmokingGun},
		{bayes.Thresholds{Presence: 5, Absence: 3}, bayes.Hoop},
		{bayes.Thresholds{Presence: 5, Absence: 5}, bayes.Straw},
	} {
		class := score(t, p, body, evidence.Thresholds(tt.at)).Claim(stone("p", "a")).Tests[0].Items[0].Likelihoods.Class
		assert.Equal(t, bayes.Class{Kind: tt.want}, class, "%+v", tt.at)
	}
}
