package evidence_test

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/evidence/bayes"
	"github.com/outcomemap/outcomemap/pathway"
)

func near(t testing.TB, want, got bayes.Estimate, why string) {
	t.Helper()
	assert.InDelta(t, want.Low, got.Low, 1e-12, why)
	assert.InDelta(t, want.Mid, got.Mid, 1e-12, why)
	assert.InDelta(t, want.High, got.High, 1e-12, why)
}

// only returns the score of the one claim of a single pathway.
func only(t testing.TB, p pathway.Pathway, b *evidence.Body) evidence.ClaimScore {
	card := score(t, p, b)
	require.Len(t, card.Probative.Chain, 1)
	return card.Probative.Chain[0]
}

// groupOf returns the group that an item names, and how it counts.
func groupOf(b *evidence.Body, id string) evidence.Group {
	for _, g := range b.Groups {
		if g.ID == id {
			return g
		}
	}
	return evidence.Group{}
}

// byEnumeration works a posterior out at the middle of all inputs by going through every joint
// outcome of all items, given the claim and given its negation, and keeping those that agree with
// what was seen. Only what a dominant group leaves out is taken from its definition.
func byEnumeration(b *evidence.Body) (float64, bool) {
	type event struct {
		s, f  float64
		found bool
	}
	mid := func(r *evidence.Range) float64 { return (r.Low + r.High) / 2 }
	judged := func(x evidence.Bearing) bool { return x.Sensitivity != nil && x.TypeIError != nil }
	var events []event
	var dominant, pair, pack []event
	packFound, packSought := false, false
	rho := evidence.Rho{}
	for _, item := range b.Items {
		if item.Status == evidence.Planned {
			continue
		}
		g := groupOf(b, item.Group)
		found := item.Status != evidence.Absent
		if g.Policy == evidence.Package && len(g.Bears) > 0 {
			packSought, packFound = true, packFound || found
			pack = []event{{mid(g.Bears[0].Sensitivity), mid(g.Bears[0].TypeIError), packFound}}
			continue
		}
		if len(item.Bears) == 0 || !judged(item.Bears[0]) {
			continue
		}
		e := event{mid(item.Bears[0].Sensitivity), mid(item.Bears[0].TypeIError), found}
		switch g.Policy {
		case evidence.Dominant:
			dominant = append(dominant, e)
		case evidence.Correlated:
			pair, rho = append(pair, e), *g.Rho
		default:
			events = append(events, e)
		}
	}
	if packSought {
		events = append(events, pack...)
	}
	weight := func(e event) float64 {
		if !e.found {
			return math.Abs(math.Log((1 - e.s) / (1 - e.f)))
		}
		return math.Abs(math.Log(e.s / e.f))
	}
	if len(dominant) > 0 {
		best := dominant[0]
		for _, e := range dominant {
			if weight(e) > weight(best)+1e-12 {
				best = e
			}
		}
		events = append(events, best)
	}
	if len(pair) > 2 {
		return 0, false
	}
	events = append(events, pair...)
	prior := mid(b.Claims[0].Prior)
	chanceOfAll := func(of func(event) float64, rho float64) float64 {
		total := 0.0
		for outcome := range 1 << len(events) {
			chance, agrees := 1.0, true
			for i, e := range events {
				happens := outcome>>i&1 == 1
				agrees = agrees && happens == e.found
				p := of(e)
				if !happens {
					p = 1 - p
				}
				if len(pair) == 2 && i == len(events)-1 { // given the one before it
					before := events[i-1]
					q, r := of(before), rho*math.Sqrt(of(e)*(1-of(e))*of(before)*(1-of(before)))
					if (outcome>>(i-1)&1 == 1) != happens {
						r = -r
					}
					if outcome>>(i-1)&1 == 0 {
						q = 1 - q
					}
					p = (p*q + r) / q
				}
				chance *= p
			}
			if agrees {
				total += chance
			}
		}
		return total
	}
	with := prior * chanceOfAll(func(e event) float64 { return e.s }, rho.IfTrue)
	without := (1 - prior) * chanceOfAll(func(e event) float64 { return e.f }, rho.IfFalse)
	return with / (with + without), true
}

func TestPosteriorsAgreeWithEnumeration(t *testing.T) {
	refused, pairs := 0, 0
	for seed := range uint64(600) {
		p, b := seeded(seed).single(1 + int(seed%7))
		got := only(t, p, b)
		want, ok := byEnumeration(b)
		if !ok || got.Posterior == nil {
			refused++
			continue
		}
		for _, test := range got.Tests {
			if test.Rho != nil {
				pairs++
			}
		}
		require.InDelta(t, want, got.Posterior.Mid, 1e-9, "seed %d", seed)
	}
	assert.Less(t, refused, 60)
	assert.Greater(t, pairs, 20)
}

func TestOrderOfItemsNeverMatters(t *testing.T) {
	for seed := range uint64(150) {
		w := seeded(seed)
		p := w.pathway("p")
		b := w.body(&p, 12)
		first := score(t, p, b)
		w.Shuffle(len(b.Items), func(i, j int) { b.Items[i], b.Items[j] = b.Items[j], b.Items[i] })
		second := score(t, p, b)
		require.Len(t, second.Probative.Chain, len(first.Probative.Chain))
		byTarget := map[pathway.Target]evidence.ClaimScore{}
		for _, c := range second.Probative.Chain {
			byTarget[c.About] = c
		}
		for _, c := range first.Probative.Chain {
			if c.Posterior != nil {
				near(t, *c.Posterior, *byTarget[c.About].Posterior, c.About.String())
			}
		}
		assert.Equal(t, first.Structure.Citations == nil, second.Structure.Citations == nil)
		if first.Structure.Citations != nil {
			assert.Equal(t, first.Structure.Citations.High, second.Structure.Citations.High)
		}
		assert.Equal(t, first.Ratings, second.Ratings)
	}
}

// What was not sought, and what is as probable either way, moves nothing.
func TestWhatChangesNothing(t *testing.T) {
	for seed := range uint64(150) {
		w := seeded(seed)
		p, b := w.single(6)
		before := only(t, p, b)
		s := w.span()
		b.Items = append(b.Items,
			evidence.Item{ID: "plan", Status: evidence.Planned, Bears: []evidence.Bearing{{About: stone("p", "s"), Sensitivity: w.span(), TypeIError: w.span()}}},
			evidence.Item{ID: "even", Status: pick(w, evidence.Observed, evidence.Absent), Bears: []evidence.Bearing{{About: stone("p", "s"), Sensitivity: evidence.Exactly(s.Low), TypeIError: evidence.Exactly(s.Low)}}},
			evidence.Item{ID: "unweighed", Bears: []evidence.Bearing{{About: stone("p", "s"), Sensitivity: s}}},
		)
		after := only(t, p, b)
		require.Equal(t, before.Posterior == nil, after.Posterior == nil)
		if before.Posterior != nil {
			near(t, *before.Posterior, *after.Posterior, "")
			assert.Contains(t, after.Planned, "plan")
			assert.Contains(t, after.Unweighed, "unweighed")
		}
	}
}

// An interval holds what comes out for any point inside of the inputs.
func TestIntervalsHoldEveryPoint(t *testing.T) {
	for seed := range uint64(150) {
		w := seeded(seed)
		p, b := w.single(6)
		whole := only(t, p, b)
		if whole.Posterior == nil {
			continue
		}
		narrow := func(r *evidence.Range) *evidence.Range {
			x := r.Low + w.Float64()*(r.High-r.Low)
			return evidence.Exactly(pick(w, x, x, r.Low, r.High))
		}
		for i := range b.Items {
			for j := range b.Items[i].Bears {
				x := &b.Items[i].Bears[j]
				x.Sensitivity, x.TypeIError = narrow(x.Sensitivity), narrow(x.TypeIError)
			}
		}
		for i := range b.Groups[0].Bears {
			x := &b.Groups[0].Bears[i]
			x.Sensitivity, x.TypeIError = narrow(x.Sensitivity), narrow(x.TypeIError)
		}
		b.Claims[0].Prior = narrow(b.Claims[0].Prior)
		at := only(t, p, b)
		require.NotNil(t, at.Posterior)
		assert.True(t, at.Posterior.Mid >= whole.Posterior.Low-1e-12 && at.Posterior.Mid <= whole.Posterior.High+1e-12,
			"seed %d: %v in %v", seed, at.Posterior.Mid, whole.Posterior)
		d, all := at.DoubleCounting, whole.DoubleCounting
		assert.True(t, d.Dominant.Mid >= all.Dominant.Low-1e-12 && d.Dominant.Mid <= all.Dominant.High+1e-12)
		assert.True(t, d.Independent.Mid >= all.Independent.Low-1e-12 && d.Independent.Mid <= all.Independent.High+1e-12)
	}
}

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

// Lowest <= if independent <= weakest link, one more claim never raises any of them, and what is
// open takes the low ends to nothing.
func TestChainsOnlyGetWeaker(t *testing.T) {
	for seed := range uint64(200) {
		w := seeded(seed)
		p := w.pathway("p")
		b := w.body(&p, 10)
		var before []bayes.Estimate
		known, all := 0, b.Claims
		for n := range len(all) + 1 {
			b.Claims = all[:n]
			x := score(t, p, b).Probative
			if x.IfIndependent == nil {
				continue
			}
			now := []bayes.Estimate{*x.Lowest, *x.IfIndependent, *x.WeakestLink}
			for i := range 2 {
				assert.True(t, now[i].Low <= now[i+1].Low && now[i].Mid <= now[i+1].Mid && now[i].High <= now[i+1].High)
			}
			for i := range before {
				if posteriors(x) <= known { // the claim takes the place of a less direct one, or is about something else
					break
				}
				assert.True(t, now[i].High <= before[i].High+1e-12 && now[i].Mid <= before[i].Mid+1e-12, "seed %d", seed)
			}
			if len(x.Open) > 0 {
				assert.Zero(t, now[2].Low)
			}
			before, known = now, posteriors(x)
		}
	}
}

func posteriors(p evidence.Probative) (n int) {
	for _, c := range p.Chain {
		if c.Posterior != nil {
			n++
		}
	}
	return n
}

// Threads <= sources that cut <= citations that cut, and to lose what the cut names leaves no route.
func TestCutsCut(t *testing.T) {
	cut := 0
	for seed := range uint64(300) {
		w := seeded(seed)
		p := w.pathway("p")
		b := w.body(&p, 25)
		s := score(t, p, b).Structure
		if s.Citations == nil {
			continue
		}
		assert.LessOrEqual(t, len(s.Threads), s.Sources.High)
		assert.LessOrEqual(t, s.Sources.Low, s.Sources.High)
		assert.LessOrEqual(t, s.Sources.High, s.Sources.Flow)
		assert.LessOrEqual(t, s.Sources.High, s.Citations.High)
		assert.Len(t, s.Citations.Citations, s.Citations.High)
		assert.Equal(t, s.Sources.High, len(s.Sources.Sources)+len(s.Sources.Items))
		if s.Citations.High == 0 {
			continue
		}
		cut++
		fewer := *b
		fewer.Items = slices.Clone(b.Items)
		for i := range fewer.Items {
			it := &fewer.Items[i]
			if slices.Contains(s.Sources.Sources, it.Source) || slices.Contains(s.Sources.Items, it.ID) {
				it.Status = evidence.Planned
			}
		}
		assert.Zero(t, score(t, p, &fewer).Structure.Citations.High, "without the sources, seed %d", seed)
	}
	assert.Greater(t, cut, 10)
}

// The index finds what a search through the whole body finds.
func TestIndexFindsAll(t *testing.T) {
	for seed := range uint64(200) {
		w := seeded(seed)
		w.wild = seed%2 == 0
		p := w.pathway("p")
		b := w.body(&p, 15)
		x := evidence.NewIndex(b)
		for range 10 {
			target := w.target(&p)
			if k := target.Kind(); k == pathway.NoTarget || k == pathway.BadTarget {
				assert.Empty(t, x.About(target).Pieces)
				continue
			}
			matches := func(about pathway.Target) bool {
				return about == target || about.Kind() != pathway.NoTarget && about.In(target.Pathway) == target
			}
			bears := map[int]bool{}
			for i, item := range b.Items {
				for _, bearing := range item.Bears {
					bears[i] = bears[i] || matches(bearing.About)
				}
				if g := groupOf(b, item.Group); g.Policy == evidence.Package {
					for _, bearing := range g.Bears {
						bears[i] = bears[i] || matches(bearing.About)
					}
				}
			}
			assessed := 0
			for _, a := range b.Assessments {
				serves := matches(a.About)
				if also := a.About; also.Pathway != "" {
					for _, also.Pathway = range a.Also {
						serves = serves || also.Pathway != "" && also == target
					}
				}
				if !serves {
					continue
				}
				assessed++
				for _, id := range a.Items {
					if i := slices.IndexFunc(b.Items, func(i evidence.Item) bool { return i.ID == id && id != "" }); i >= 0 {
						bears[i] = true
					}
				}
			}
			want := 0
			for _, yes := range bears {
				if yes {
					want++
				}
			}
			found := x.About(target)
			assert.Len(t, found.Pieces, want, "seed %d %v", seed, target)
			assert.Len(t, found.Assessments, assessed, "seed %d %v", seed, target)
		}
	}
}
