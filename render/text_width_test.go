package render

import (
	"testing"

	"github.com/rivo/uniseg"
	"github.com/stretchr/testify/assert"
)

// The short way gives what the tables of Unicode say.
func TestCellsOf(t *testing.T) {
	plain := ""
	for c := range 256 {
		s := string(rune(c))
		assert.Equal(t, uniseg.StringWidth(s), cellsOf(s), "%q", s)
		if c >= ' ' && c <= '~' {
			plain += s
		}
	}
	for _, s := range []string{"", plain, plain + "\u00e9", "e\u0301", "漢字 and words", "👩‍👩‍👧 family", "\xff", "a\tb"} {
		assert.Equal(t, uniseg.StringWidth(s), cellsOf(s), "%q", s)
	}
}
