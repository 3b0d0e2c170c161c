package agreement_test

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence/agreement"
)

// Krippendorff's worked example; see ../testdata/README.md.
func TestPublishedAlpha(t *testing.T) {
	src, err := os.ReadFile("../testdata/scoring.json")
	require.NoError(t, err)
	var all struct {
		C struct {
			Units                      [][]*float64 `json:"ratings_by_unit"`
			Nominal, Ordinal, Interval float64
		} `json:"krippendorff_C"`
	}
	require.NoError(t, json.Unmarshal(src, &all))
	var units [][]float64
	for _, ratings := range all.C.Units {
		var given []float64
		for _, x := range ratings {
			if x != nil {
				given = append(given, *x)
			}
		}
		units = append(units, given)
	}
	require.Len(t, units, 12)
	for m, want := range map[agreement.Metric]float64{
		agreement.Nominal: all.C.Nominal, agreement.Ordinal: all.C.Ordinal, agreement.Interval: all.C.Interval,
	} {
		got, ok := agreement.Alpha(units, m)
		assert.True(t, ok)
		assert.InDelta(t, want, got, 5e-7, "%v", m)
	}
}

// By the definition: coincidences of values within units, and the metric as it is written.
func byDefinition(m agreement.Metric, units [][]float64) (float64, bool) {
	count := map[float64]float64{}
	n := 0.0
	for _, u := range units {
		if len(u) > 1 {
			for _, x := range u {
				count[x]++
				n++
			}
		}
	}
	delta := func(a, b float64) float64 {
		switch {
		case a == b:
			return 0
		case m == agreement.Nominal:
			return 1
		case m == agreement.Interval:
			return (a - b) * (a - b)
		}
		between := -(count[a] + count[b]) / 2
		for v, c := range count {
			if v >= min(a, b) && v <= max(a, b) {
				between += c
			}
		}
		return between * between
	}
	observed, expected := 0.0, 0.0
	for _, u := range units {
		for i, x := range u {
			for j, y := range u {
				if i != j {
					observed += delta(x, y) / float64(len(u)-1)
				}
			}
		}
	}
	for a, ca := range count {
		for b, cb := range count {
			expected += ca * cb * delta(a, b)
		}
	}
	return 1 - (n-1)*observed/expected, expected > 0
}

func TestAlphaFollowsItsDefinition(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2011))
	for range 500 {
		units := make([][]float64, 1+r.IntN(8))
		for i := range units {
			for range r.IntN(5) {
				units[i] = append(units[i], float64(r.IntN(4)))
			}
		}
		for _, m := range []agreement.Metric{agreement.Nominal, agreement.Ordinal, agreement.Interval} {
			want, has := byDefinition(m, units)
			got, ok := agreement.Alpha(units, m)
			require.Equal(t, has, ok, "%v %v", m, units)
			if ok {
				assert.InDelta(t, want, got, 1e-12, "%v %v", m, units)
				assert.LessOrEqual(t, got, 1.0)
			}
			for i := range units { // who gave which rating does not matter
				r.Shuffle(len(units[i]), func(a, b int) { units[i][a], units[i][b] = units[i][b], units[i][a] })
			}
			again, _ := agreement.Alpha(units, m)
			assert.InDelta(t, got, again, 1e-12)
		}
	}
}

func TestAlphaWithoutAValue(t *testing.T) {
	for why, units := range map[string][][]float64{
		"nothing":                      nil,
		"nobody rated twice":           {{1}, {2}, {}},
		"ratings that never vary":      {{0.1, 0.1}, {0.1}, {0.1, 0.1, 0.1}},
		"one rating that is no number": {{1, math.NaN()}, {math.Inf(1), 2}, {math.Inf(-1), 3}},
	} {
		for _, m := range []agreement.Metric{agreement.Nominal, agreement.Ordinal, agreement.Interval} {
			got, ok := agreement.Alpha(units, m)
			assert.False(t, ok, why)
			assert.Zero(t, got, why)
		}
	}
}

// Distances whose squares are too large or too small for a number: no value, where places still have one.
func TestAlphaOfHugeAndTinyNumbers(t *testing.T) {
	for _, big := range []float64{1e300, 1e-200} {
		got, ok := agreement.Alpha([][]float64{{big, -big}, {big, big}}, agreement.Interval)
		assert.False(t, ok)
		assert.Zero(t, got)
	}
	got, ok := agreement.Alpha([][]float64{{1e300, -1e300}, {1e300, 1e300}}, agreement.Ordinal)
	assert.True(t, ok)
	assert.InDelta(t, 0, got, 1e-12)
}

// The unit of measurement changes nothing.
func TestAlphaOfSmallDistances(t *testing.T) {
	want, _ := agreement.Alpha([][]float64{{10, 20}, {20, 20}, {30, 40}}, agreement.Interval)
	got, ok := agreement.Alpha([][]float64{{0.01, 0.02}, {0.02, 0.02}, {0.03, 0.04}}, agreement.Interval)
	assert.True(t, ok)
	assert.InDelta(t, want, got, 1e-12)
}

// Two teams who never differ by more than a level agree better on an ordered scale than on names.
func ExampleAlpha() {
	none, some, great := 0.0, 1.0, 2.0
	stones := [][]float64{{none, none}, {none, some}, {some, some}, {great, great}, {great}, {some, great}, {none, none}}
	for _, m := range []agreement.Metric{agreement.Nominal, agreement.Ordinal} {
		alpha, ok := agreement.Alpha(stones, m)
		fmt.Printf("%.2f %t\n", alpha, ok)
	}
	// Output:
	// 0.53 true
	// 0.76 true
}
