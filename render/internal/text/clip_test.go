package text

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestClip(t *testing.T) {
	face := Face{Size: 10, Measure: func(s string, size float64, _ bool) float64 {
		return size * float64(strings.Count(s, "")-1) // each character is as wide as it is tall
	}}
	for _, tt := range []struct {
		why, s string
		room   float64
		want   string
	}{
		{"fits", "great", 50, "great"},
		{"fits not by one", "great", 49, "gre…"},
		{"a space does not stand before the ellipsis", "no progress", 45, "no…"},
		{"an accent stays with its letter", "re\u0301sume", 35, "r…"},
		{"a flag is one", "🇫🇷🇫🇷🇫🇷", 30, "🇫🇷…"},
		{"no room at all", "great", 0, "…"},
		{"less than none", "great", -5, "…"},
		{"nothing", "", 0, ""},
		{"no number", "great", math.NaN(), "…"},
	} {
		assert.Equal(t, tt.want, face.Clip(tt.s, tt.room), tt.why)
	}
	plain := Face{Size: 11}
	long := strings.Repeat("Some progress ", 100_000)
	assert.LessOrEqual(t, plain.Width(plain.Clip(long, 120)), 120.0)
	assert.Greater(t, plain.Width(plain.Clip(long, 120)), 100.0)
}
