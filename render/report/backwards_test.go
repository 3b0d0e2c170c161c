package report_test

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/internal/needtool"
	"github.com/outcomemap/outcomemap/render/report"
)

// On a page that runs from right to left an arrow points on, which is to the left, also in the words of a caller who
// left it as it was; and the bars of confidence rise to the left, as those of the map do.
func TestSignsRunWithThePage(t *testing.T) {
	m := sample(t, "programme-board-rated.yaml")
	words := report.Words{"target.link": "{from} → {to}!"}
	page := write(t, m, report.WithWords(words))
	assert.Contains(t, page, " → What they do differently!")
	assert.Contains(t, page, `<symbol id="k2" viewBox="0 0 11 11"><rect`)
	m.Language = "fa"
	page = write(t, m, report.WithWords(words))
	assert.Contains(t, page, " ← What they do differently!")
	assert.NotContains(t, page, "→")
	assert.Contains(t, page, `<symbol id="k2" viewBox="0 0 11 11"><g transform="matrix(-1 0 0 1 11 0)"><rect`)
	assert.Equal(t, "{from} → {to}", report.English()["target.link"])
}

// letters asks a browser in which order the letters of short lines stand, from left to right.
const letters = `<pre></pre><script>
document.querySelector("pre").textContent = [...document.querySelectorAll(".facts0 dd,.facts dd,.qs span,.row h4,.key span,.mapsec .meta")].filter((e) => !e.children.length).map((e) => {
	const node = e.firstChild, range = document.createRange(), at = [];
	if (!node || e.getClientRects().length !== 1) return "";
	for (let i = 0; i < node.data.length; i++) {
		range.setStart(node, i); range.setEnd(node, i + 1);
		const box = range.getBoundingClientRect();
		at.push([Math.round(box.top) * 1e6 + box.left, node.data[i]]);
	}
	return node.data + "|" + at.sort((a, b) => a[0] - b[0]).map((a) => a[1]).join("");
}).filter((line) => line).join("\n");
</script></body>`

// Who has not translated the words of the page reads them in their own order: the number first, the full stop last.
func TestWordsOfThePageKeepTheirOrder(t *testing.T) {
	m := sample(t, "programme-board-rated.yaml")
	m.Language = "ar"
	page := regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`).ReplaceAllString(write(t, m), "") // it would refuse the script
	told := needtool.Told(t, strings.Replace(page, "</body>", letters, 1))
	require.Greater(t, len(told), 10)
	numbers := 0
	for _, line := range told {
		logical, seen, _ := strings.Cut(html.UnescapeString(line), "|")
		assert.Equal(t, logical, seen)
		if logical != "" && logical[0] >= '0' && logical[0] <= '9' {
			numbers++
		}
	}
	assert.Positive(t, numbers, "some start with a number")
}
