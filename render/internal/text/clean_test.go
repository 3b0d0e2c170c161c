package text

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Wherever a byte stands, it decides alone or with the one before it whether a text is plain.
func TestPlainText(t *testing.T) {
	plain := func(s string) bool {
		for i := range len(s) {
			if s[i] < ' ' || s[i] > '~' {
				return false
			}
		}
		return !strings.Contains(s, "  ") && strings.Trim(s, " ") == s
	}
	r := rand.New(rand.NewPCG(5, 2))
	yes := 0
	for n := range 20 {
		for i := range n {
			for c := range 256 {
				b := []byte(strings.Repeat("a", n))
				b[i] = byte(c)
				require.Equal(t, plain(string(b)), isPlain(string(b)), "%q", b)
			}
		}
		for range 2000 {
			b := make([]byte, n)
			for i := range b {
				b[i] = "aaaaaaaz~,. \x1f\x7f\x80\xff"[r.IntN(12+r.IntN(2)*r.IntN(5))]
			}
			require.Equal(t, plain(string(b)), isPlain(string(b)), "%q", b)
			if isPlain(string(b)) {
				yes++
			}
		}
	}
	require.Greater(t, yes, 1000)
}
