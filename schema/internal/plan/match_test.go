package plan

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A matcher has to say what its pattern says: on every short text over letters that matter to it,
// and on random longer ones.
func TestMatchersAgreeWithTheirPatterns(t *testing.T) {
	for f, pattern := range patterns {
		re, match := regexp.MustCompile(pattern), form(f).matches
		name := pattern[:min(24, len(pattern))]
		t.Run(name, func(t *testing.T) {
			agree := func(s string) {
				if match(s) != re.MatchString(s) {
					t.Errorf("%q: by hand %v", s, match(s))
				}
			}
			everyText([]string{"a", "0", "1", "2", "-", ".", "_", " ", ":", "/", "é", "\n", "Z"}, 5, agree)
			for _, s := range trickyTexts {
				agree(s)
			}
			for r := range rune(0x10000) {
				agree("a" + string(r) + "b")
			}
			r := rand.New(rand.NewPCG(1, 2))
			for range 100_000 {
				agree(randomText(r))
			}
		})
	}
}

// everyText calls visit with all texts of up to n of the letters.
func everyText(letters []string, n int, visit func(string)) {
	visit("")
	if n == 0 {
		return
	}
	for _, letter := range letters {
		everyText(letters, n-1, func(rest string) { visit(letter + rest) })
	}
}

var trickyTexts = []string{
	"2022-00", "2022-01", "2022-09", "2022-10", "2022-12", "2022-13", "2022-19", "2022-20", "2022-99",
	"2022-01-00", "2022-01-01", "2022-01-09", "2022-01-31", "2022-01-32", "2022-01-39", "2022-02-30", "20220101", "2022-1-1", "2022-01-1", "2022-01-011", "２０２２", "2022\n",
	"en", "en-GB", "en-GB-oxendict", "abcdefghi", "en-", "-en", "en--GB", "e1", "en-123456789", "EN-1", "az-az", "AZ-AZ", "az-09", "AZ9", "en_GB",
	"http://x", "HTTP://X", "hTTps://x", "https://", "http:///x", "http://?x", "http://#", "http:x", "http:/x", "httpx://x", "http\u017f://x", "mailto:a", "mailto:", "MailTo:a b", "mai\u212ato:a",
	"javascript:alert(1)", "JAVASCRIPT:1", "java\tscript:1", "\x01javascript:1", " javascript:1", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//x", "/x", "x", "./x", "../x", "#x", "?x", "x:y", "x/y:z", "x?y:z", "x#y:z", ":x",
	"a b", "a\u00a0b", "a\u2028b", "a\u200bb", "a\ufeffb", "a\u00adb", "a\u202eb", "é/ü", "日本", "a\\b", "a\"b", "a<b", "a>b", "a`b", "a|b", "a{b}", "a^b", "a\x7fb", "a\x00b", "http://x\\y", "a\u2060b", "a\u3000b", "a\ufff9b", "a\ufffdb",
}

func randomText(r *rand.Rand) string {
	parts := []string{"http", "https", "mailto", "://", ":", "//", "/", "?", "#", "a", "Z", "0", "9", "2022", "-", "-1", "-02", "-31", ".", "_", "é", " ", "\t", "\x00", "\\", "<", "en", "GB", "\u200b", "\u2028", "\ufeff", "\u017f", "😀", "\x7f"}
	var b strings.Builder
	for range r.IntN(7) {
		b.WriteString(parts[r.IntN(len(parts))])
	}
	return b.String()
}

func TestUnsafeURLsAreRefused(t *testing.T) {
	for _, s := range []string{"javascript:alert(1)", "JaVaScRiPt:x", "java\nscript:x", " javascript:x", "\ufeffjavascript:x", "data:text/html,x", "vbscript:x", "file:///x", "http:javascript:x", "https://", ""} {
		assert.False(t, isURL(s), "%q", s)
	}
	for _, s := range []string{"https://example.org/a?b=c#d", "mailto:a@example.org", "map.yaml", "../maps/b.json", "#part", "?q=1", "/x", "//example.org/x", "a%20b", "päge"} {
		assert.True(t, isURL(s), "%q", s)
	}
}

func TestDateExists(t *testing.T) {
	for s, want := range map[string]bool{"2024-02-29": true, "2023-02-29": false, "2022-04-31": false, "2022-12-31": true, "2022-04": true, "2022": true, "May": true, "1900-02-29": false} {
		assert.Equal(t, want, realDate.problem(s) == nil, "%q: what has not the form of a date is not asked about", s)
	}
}

func TestNotBlank(t *testing.T) {
	for s, want := range map[string]bool{"": true, "x": true, " x": true, "é": true, " ": false, "\u00a0\n": false, "\u3000": false} {
		require.Equal(t, want, notBlank.problem(s) == nil, "%q", s)
	}
}
