package evidence_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
)

// An end of a range at which there is no posterior gives no swing; the others are there.
func TestSwingsWithoutAnEnd(t *testing.T) {
	from := func(low, high float64) *evidence.Range { return &evidence.Range{Low: low, High: high} }
	at := evidence.Exactly
	for _, tt := range []struct {
		why                            string
		prior, sensitivity, typeIError *evidence.Range
		absent                         bool
		want                           []string
	}{
		{"all inputs are known", at(0.5), at(0.8), at(0.2), false, nil},
		{"all are ranges", from(0.25, 0.75), from(0.6, 0.8), from(0.1, 0.2), false, []string{"prior", "typeIError", "sensitivity"}},
		{"a proof of what may be excluded beforehand", from(0, 0.5), at(0.5), at(0), false, nil},
		{"an exclusion of what may be certain beforehand", from(0.5, 1), at(0), at(0.5), false, nil},
		{"a proof by what may not be found at all", from(0.25, 0.5), from(0, 0.5), at(0), false, []string{"prior"}},
		{"absent, and never to be missed at one end, whether the claim holds or not", at(0.5), from(0.5, 1), at(1), true, nil},
	} {
		p, body := two(tt.prior, nil)
		item := evidence.Item{ID: "i", Bears: []evidence.Bearing{{About: stone("p", "a"), Sensitivity: tt.sensitivity, TypeIError: tt.typeIError}}}
		if tt.absent {
			item.Status = evidence.Absent
		}
		body.Items = []evidence.Item{item}
		claim := score(t, p, body).Claim(stone("p", "a"))
		require.NotNil(t, claim.Posterior, tt.why)
		var got []string
		for _, swing := range claim.Tornado {
			got = append(got, swing.Input)
		}
		assert.Equal(t, tt.want, got, tt.why)
	}
}
