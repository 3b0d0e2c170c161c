package bayes_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence/bayes"
)

func TestRange(t *testing.T) {
	for _, tt := range []struct {
		r          bayes.Range
		mid        float64
		text, file string
	}{
		{bayes.Exactly(0.4), 0.4, "0.4", "0.4"},
		{bayes.Range{Low: 0.4, High: 0.6}, 0.5, "0.4 to 0.6", "[0.4,0.6]"},
		{bayes.Range{}, 0, "0", "0"},
		{bayes.Exactly(5e-324), 5e-324, "5e-324", "5e-324"}, // half of it is 0, and the middle is not
		{bayes.Range{Low: -math.MaxFloat64, High: math.MaxFloat64}, 0, "-1.7976931348623157e+308 to 1.7976931348623157e+308", "[-1.7976931348623157e+308,1.7976931348623157e+308]"},
	} {
		assert.Equal(t, tt.mid, tt.r.Mid(), tt.text)
		assert.Equal(t, tt.text, tt.r.String())
		assert.Equal(t, tt.r.Low == tt.r.High, tt.r.IsPoint(), tt.text)
		written, err := json.Marshal(tt.r)
		require.NoError(t, err, tt.text)
		assert.JSONEq(t, tt.file, string(written))
		var back bayes.Range
		require.NoError(t, json.Unmarshal(written, &back), tt.text)
		assert.Equal(t, tt.r, back, "what was written comes back")
	}
	for _, file := range []string{`null`, `"0.4"`, `[]`, `[0.4]`, `[null,0.4]`, `[0.4,null]`, `[0.4,0.5,0.6]`, `["a","b"]`, `{}`, `true`} {
		require.ErrorContains(t, new(bayes.Range).UnmarshalJSON([]byte(file)), "want a number or a list of two", file)
	}
	for _, bound := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		_, err := json.Marshal(bayes.Range{Low: bound, High: 1})
		require.ErrorContains(t, err, "no number")
		_, err = json.Marshal(bayes.Range{Low: 0, High: bound})
		require.ErrorContains(t, err, "no number")
	}
}
