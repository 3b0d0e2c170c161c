package render

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNumbers(t *testing.T) {
	for _, tt := range []struct {
		x    float64
		want string
	}{
		{0, "0"}, {1.04, "1"}, {1.06, "1.1"}, {-0.25, "-0.3"}, {-0.04, "0"}, {120, "120"},
		{math.NaN(), "0"}, {math.Inf(1), "100000000"}, {math.Inf(-1), "-100000000"},
	} {
		assert.Equal(t, tt.want, string(appendNum(nil, tt.x)), "%v", tt.x)
	}
}

func TestLetters(t *testing.T) {
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"} {
		assert.Equal(t, want, letter(i))
	}
}
