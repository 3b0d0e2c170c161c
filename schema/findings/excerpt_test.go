package findings

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

// A line is cut by bytes before it is looked at, and never inside a character: of letters with many marks, which
// take many bytes and one column, the cut is in what is shown.
func TestCutsStandBetweenCharacters(t *testing.T) {
	letter := "e" + strings.Repeat("\u0301", 10)
	for shift := range 4 {
		before := strings.Repeat(letter, 60) + strings.Repeat("a", shift)
		for behind := range 4 {
			line := before + "x" + strings.Repeat("b", behind) + strings.Repeat(letter, 60)
			at := spot{source: &source{src: []byte(line)}, end: len(line), from: len(before), to: len(before) + 1}
			v := at.view(100)
			assert.True(t, utf8.ValidString(v.text))
			assert.NotContains(t, v.text, "<0x", "half a character, %d bytes further", shift)
			assert.Contains(t, v.text, "x")
		}
	}
}
