package render

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
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

// Numbers of any length are those of package strconv.
func TestNumbersOfAnyLength(t *testing.T) {
	for i := int64(-10_000); i < 2_000_000; i += 7 {
		x := float64(i) / 10
		want := strings.TrimSuffix(strconv.FormatFloat(x, 'f', 1, 64), ".0")
		require.Equal(t, want, string(appendNum(nil, x)))
	}
}

// What a byte is in XML decides whether it is copied: all but printable ASCII and five marks are looked at.
func TestPlainBytes(t *testing.T) {
	for i := range 256 {
		c := byte(i)
		assert.Equal(t, c >= ' ' && c <= '~' && !strings.ContainsRune(`&<>"'`, rune(c)), isPlain(c), "%q", c)
	}
}

// Eight bytes are plain where each of them is, whatever stands beside one that is not.
func TestPlainBytesOfEight(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 8))
	for i := range 256 * 8 * 16 {
		b := []byte("~ plain!")
		for k := range b {
			if i >= 256*8 {
				b[k] = byte(r.Uint32())
			}
		}
		b[i/256%8] = byte(i)
		all := !slices.ContainsFunc(b, func(c byte) bool { return !isPlain(c) })
		require.Equal(t, all, allPlain(binary.LittleEndian.Uint64(b)), "%q", b)
	}
	for n := range 40 {
		text := strings.Repeat("a", n)
		assert.Equal(t, n, plainBytes([]byte(text)))
		assert.LessOrEqual(t, n-n%8, plainBytes([]byte(text+"<"+text)))
		assert.GreaterOrEqual(t, n, plainBytes([]byte(text+"<"+text)))
	}
}

func TestLetters(t *testing.T) {
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"} {
		assert.Equal(t, want, letter(i))
	}
}
