package bayes_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence/bayes"
)

// oracle reads one key of the published figures; testdata/README.md says where each is from.
func oracle(t *testing.T, key string, into any) {
	t.Helper()
	src, err := os.ReadFile("../testdata/scoring.json")
	require.NoError(t, err)
	var all map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(src, &all))
	require.Contains(t, all, key)
	require.NoError(t, json.Unmarshal(all[key], into))
}

// A rational is a JSON number or a fraction in quotes, read without loss.
type rational struct{ big.Rat }

func (r *rational) UnmarshalJSON(src []byte) error {
	text := string(src)
	if len(text) > 1 && text[0] == '"' {
		text = text[1 : len(text)-1]
	}
	if _, ok := r.SetString(text); !ok {
		return fmt.Errorf("%s is no fraction", src)
	}
	return nil
}

func (r *rational) float() float64 { x, _ := r.Float64(); return x }

func TestPublishedPosteriors(t *testing.T) {
	var cases []struct {
		ID           string
		Prior        rational
		Tests        [][]any
		Posterior    rational
		PrintedWrong *float64 `json:"printed_wrong"`
		Tol          float64
	}
	oracle(t, "bayes", &cases)
	require.Len(t, cases, 8)
	for _, c := range cases {
		all := bayes.Nothing()
		for _, test := range c.Tests {
			r, err := bayes.Test{
				Sensitivity: bayes.Exactly(test[0].(float64)),
				TypeIError:  bayes.Exactly(test[1].(float64)),
				Found:       test[2] == "observed",
			}.Ratio()
			require.NoError(t, err, c.ID)
			all, err = all.Times(r)
			require.NoError(t, err, c.ID)
		}
		got, err := all.Update(bayes.Exactly(c.Prior.float()))
		require.NoError(t, err, c.ID)
		assert.InDelta(t, c.Posterior.float(), got.Mid, c.Tol, c.ID)
		if c.PrintedWrong != nil {
			assert.Greater(t, math.Abs(got.Mid-*c.PrintedWrong), 0.05, "%s: the misprint must not come out", c.ID)
		}
	}
}

func TestPublishedProbativeValues(t *testing.T) {
	var rows [][4]json.RawMessage
	oracle(t, "probative_value_log10", &rows)
	require.Len(t, rows, 5)
	for _, r := range rows {
		var l bayes.Likelihoods
		var how string
		var want float64
		for i, into := range []any{&l.Sensitivity, &l.TypeIError, &how, &want} {
			require.NoError(t, json.Unmarshal(r[i], into))
		}
		got, err := l.Weight(how == "observed")
		require.NoError(t, err)
		_, decimals, _ := strings.Cut(string(r[3]), ".")
		unit := math.Pow10(-len(decimals))
		if want == 0.47 { // log10(3) = 0.4771: cut off in print, not rounded
			unit *= 2
		}
		assert.InDelta(t, want, got/10, unit/2, "%s", r)
	}
}

func TestPublishedClasses(t *testing.T) {
	var rows [][3]any
	oracle(t, "classes", &rows)
	require.Len(t, rows, 12)
	for _, r := range rows {
		l := bayes.Likelihoods{Sensitivity: r[0].(float64), TypeIError: r[1].(float64)}
		assert.Equal(t, r[2], l.Class(bayes.Thresholds{Presence: 2, Absence: 2}).String(), "%v", r)
		assert.Equal(t, r[2], l.Class(bayes.Thresholds{}).String(), "the default: %v", r)
	}
}

func TestPublishedLearning(t *testing.T) {
	var rows [][4]float64
	oracle(t, "expected_learning", &rows)
	require.Len(t, rows, 4)
	for _, r := range rows {
		assert.InDelta(t, r[3], bayes.Likelihoods{Sensitivity: r[1], TypeIError: r[2]}.ExpectedLearning(r[0]), 5e-8, "%v", r)
	}
	oracle(t, "info_gain_bits", &rows)
	require.Len(t, rows, 4)
	for _, r := range rows {
		assert.InDelta(t, r[3], bayes.Likelihoods{Sensitivity: r[1], TypeIError: r[2]}.InformationGain(r[0]), 5e-10, "%v", r)
	}
}

func TestPublishedInterval(t *testing.T) {
	var c struct {
		P, S, F   [2]float64
		Posterior [2]rational
	}
	oracle(t, "interval", &c)
	r, err := bayes.Test{Sensitivity: interval(c.S), TypeIError: interval(c.F), Found: true}.Ratio()
	require.NoError(t, err)
	got, err := r.Update(interval(c.P))
	require.NoError(t, err)
	assert.InDelta(t, c.Posterior[0].float(), got.Low, 1e-12)
	assert.InDelta(t, c.Posterior[1].float(), got.High, 1e-12)
}

func interval(pair [2]float64) bayes.Range { return bayes.Range{Low: pair[0], High: pair[1]} }

func TestPublishedBreakEven(t *testing.T) {
	var c struct{ P, S, T, F float64 }
	oracle(t, "break_even", &c)
	got, ok := bayes.Likelihoods{Sensitivity: c.S}.BreakEven(c.P, c.T)
	assert.True(t, ok)
	assert.InDelta(t, c.F, got, 5e-16)
	back, err := bayes.Likelihoods{Sensitivity: c.S, TypeIError: got}.Posterior(c.P, true)
	require.NoError(t, err)
	assert.InDelta(t, c.T, back, 1e-12, "at the break-even the posterior is what was asked for")
}

// The joint tables give each world's prior of H and its chances of K; posteriors averaged over the
// worlds would give the figure that is marked as wrong.
func TestPublishedWorlds(t *testing.T) {
	var c struct {
		Weights []rational
		Joint   []map[string]rational
		Want    rational `json:"posterior_H_given_K1"`
		Naive   rational `json:"naive_wrong"`
	}
	oracle(t, "worlds", &c)
	var worlds []bayes.World
	naive := 0.0
	for i, j := range c.Joint {
		p := func(key string) float64 { v := j[key]; return v.float() }
		w := bayes.World{Weight: c.Weights[i].float(), Prior: p("H1K0") + p("H1K1")}
		w.Sensitivity, w.TypeIError = p("H1K1")/w.Prior, p("H0K1")/(1-w.Prior)
		worlds = append(worlds, w)
		alone, err := w.Posterior(w.Prior, true)
		require.NoError(t, err)
		naive += w.Weight * alone
	}
	prior, l, err := bayes.Mix(worlds...)
	require.NoError(t, err)
	got, err := l.Posterior(prior, true)
	require.NoError(t, err)
	assert.InDelta(t, c.Want.float(), got, 1e-12)
	assert.InDelta(t, c.Naive.float(), naive, 1e-12, "the average of posteriors, which is another number")
}

// Brute force over the four cells of each case, in rational numbers but for the square root, which
// is squared away: with r = rho·sqrt(v), a posterior is compared through the cells themselves.
func TestPublishedCorrelatedPairs(t *testing.T) {
	var cases []struct {
		Prior, RhoH, RhoN float64
		E1, E2            [2]float64
	}
	oracle(t, "correlated", &cases)
	require.Len(t, cases, 6)
	for _, c := range cases {
		for _, seen := range [][2]bool{{true, true}, {true, false}, {false, true}, {false, false}} {
			a := bayes.Test{Sensitivity: bayes.Exactly(c.E1[0]), TypeIError: bayes.Exactly(c.E1[1]), Found: seen[0]}
			b := bayes.Test{Sensitivity: bayes.Exactly(c.E2[0]), TypeIError: bayes.Exactly(c.E2[1]), Found: seen[1]}
			h := cells(c.E1[0], c.E2[0], c.RhoH)[seen]
			n := cells(c.E1[1], c.E2[1], c.RhoN)[seen]
			r, err := bayes.Pair(a, b, c.RhoH, c.RhoN)
			require.NoError(t, err)
			got, err := r.Update(bayes.Exactly(c.Prior))
			require.NoError(t, err)
			assert.InDelta(t, c.Prior*h/(c.Prior*h+(1-c.Prior)*n), got.Mid, 1e-12, "%+v %v", c, seen)
		}
	}
}

// cells are the joint chances of two events with a correlation, written out.
func cells(p1, p2, rho float64) map[[2]bool]float64 {
	r := rho * math.Sqrt(p1*p2*(1-p1)*(1-p2))
	return map[[2]bool]float64{
		{true, true}: p1*p2 + r, {true, false}: p1*(1-p2) - r, {false, true}: (1-p1)*p2 - r, {false, false}: (1-p1)*(1-p2) + r,
	}
}
