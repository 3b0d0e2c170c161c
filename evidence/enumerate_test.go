package evidence_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
)

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
