package evidence_test

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/evidence/bayes"
)

// Leaving one out is scoring without it, the tornado's ends are scores with one input moved, and at
// the break-even the posterior is the aim.
func TestVariationsAreScores(t *testing.T) {
	swings, left, even := 0, 0, 0
	for seed := range uint64(200) {
		p, b := seeded(seed).single(6)
		c := only(t, p, b)
		if c.Posterior == nil {
			continue
		}
		item := func(id string) *evidence.Item {
			return &b.Items[slices.IndexFunc(b.Items, func(i evidence.Item) bool { return i.ID == id })]
		}
		for _, w := range c.Without {
			var before []evidence.Status
			for _, id := range w.Items {
				before = append(before, item(id).Status)
				item(id).Status = evidence.Planned
			}
			near(t, *only(t, p, b).Posterior, w.Posterior, "without")
			for i, id := range w.Items {
				item(id).Status = before[i]
			}
			left++
		}
		middled := middle(b)
		for _, s := range c.Tornado {
			m := middle(b)
			for _, end := range []struct{ input, want float64 }{{s.Range.Low, s.Low}, {s.Range.High, s.High}} {
				set := func(x *evidence.Bearing) {
					if s.Input == "sensitivity" {
						x.Sensitivity = evidence.Exactly(end.input)
					} else {
						x.TypeIError = evidence.Exactly(end.input)
					}
				}
				switch i := slices.IndexFunc(m.Items, func(i evidence.Item) bool { return len(s.Items) > 0 && i.ID == s.Items[0] }); {
				case s.Input == "prior":
					m.Claims[0].Prior = evidence.Exactly(end.input)
				case m.Items[i].Group == "pack" && len(m.Groups[0].Bears) > 0:
					set(&m.Groups[0].Bears[0])
				default:
					set(&m.Items[i].Bears[0])
				}
				assert.InDelta(t, end.want, only(t, p, m).Posterior.Mid, 1e-12, "seed %d %+v", seed, s)
			}
			swings++
		}
		for _, e := range c.BreakEven {
			if e.TypeIError == nil {
				continue
			}
			m := middle(b)
			i := slices.IndexFunc(m.Items, func(i evidence.Item) bool { return i.ID == e.Items[0] })
			if m.Items[i].Group == "pack" && len(m.Groups[0].Bears) > 0 {
				m.Groups[0].Bears[0].TypeIError = evidence.Exactly(*e.TypeIError)
			} else {
				m.Items[i].Bears[0].TypeIError = evidence.Exactly(*e.TypeIError)
			}
			assert.InDelta(t, 0.5, only(t, p, m).Posterior.Mid, 1e-9)
			even++
		}
		assert.InDelta(t, c.Posterior.Mid, only(t, p, middled).Posterior.Mid, 1e-12, "the middle is a score of middles")
		assert.True(t, slices.IsSortedFunc(c.Tornado, func(a, b evidence.Swing) int {
			return int(math.Copysign(1, math.Abs(b.High-b.Low)-math.Abs(a.High-a.Low)+1e-15))
		}), "the widest first")
	}
	assert.Greater(t, swings, 300)
	assert.Greater(t, left, 300)
	assert.Greater(t, even, 50)
}

// middle copies a body with every range narrowed to its middle.
func middle(b *evidence.Body) *evidence.Body {
	m := *b
	at := func(r *evidence.Range) *evidence.Range {
		if r == nil {
			return nil
		}
		return evidence.Exactly((r.Low + r.High) / 2)
	}
	bears := func(all []evidence.Bearing) []evidence.Bearing {
		all = slices.Clone(all)
		for i := range all {
			all[i].Sensitivity, all[i].TypeIError = at(all[i].Sensitivity), at(all[i].TypeIError)
		}
		return all
	}
	m.Items, m.Groups, m.Claims = slices.Clone(b.Items), slices.Clone(b.Groups), slices.Clone(b.Claims)
	for i := range m.Items {
		m.Items[i].Bears = bears(m.Items[i].Bears)
	}
	for i := range m.Groups {
		m.Groups[i].Bears = bears(m.Groups[i].Bears)
	}
	for i := range m.Claims {
		m.Claims[i].Prior = at(m.Claims[i].Prior)
	}
	return &m
}

// The worth of a plan is the score with the plan carried out, and what it is expected to bring
// averages to what is known now wherever Bayes' rule alone decides.
func TestWorthIsAScore(t *testing.T) {
	ranked := 0
	for seed := range uint64(300) {
		p, b := seeded(seed).single(7)
		card := score(t, p, b)
		last, unrankedOver := 2.0, false
		for _, n := range card.Next {
			if n.Do != evidence.Collect {
				assert.False(t, unrankedOver, "what nothing can rank comes first")
				continue
			}
			unrankedOver = true
			ranked++
			assert.LessOrEqual(t, n.Worth.Learning, last)
			last = n.Worth.Learning
			for _, outcome := range []struct {
				status evidence.Status
				want   *bayes.Estimate
			}{{evidence.Observed, n.Worth.IfFound}, {evidence.Absent, n.Worth.IfAbsent}} {
				after := *b
				after.Items = slices.Clone(b.Items)
				for i := range after.Items {
					if slices.Contains(n.Items, after.Items[i].ID) {
						after.Items[i].Status = outcome.status
					}
				}
				require.NotNil(t, outcome.want)
				near(t, *only(t, p, &after).Posterior, *outcome.want, "seed")
			}
			w := n.Worth
			if group := groupOf(b, b.Items[slices.IndexFunc(b.Items, func(i evidence.Item) bool { return i.ID == n.Items[0] })].Group); group.Policy != evidence.Dominant {
				assert.InDelta(t, w.Now.Mid, w.Chance*w.IfFound.Mid+(1-w.Chance)*w.IfAbsent.Mid, 1e-9, "seed %d %v", seed, group.Policy)
				spread := func(p float64) float64 { return p * (1 - p) }
				want := 1 - (w.Chance*spread(w.IfFound.Mid)+(1-w.Chance)*spread(w.IfAbsent.Mid))/spread(w.Now.Mid)
				assert.InDelta(t, want, w.Learning, 1e-9)
			}
		}
	}
	assert.Greater(t, ranked, 200)
}
