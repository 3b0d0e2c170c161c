package render_test

import (
	"html"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/internal/needtool"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render"
)

// bothWays is a map in a language, with stones in English and in Hebrew.
func bothWays(language string) *outcome.Map {
	m := &outcome.Map{Language: language, Title: "מפה (2024)!", Columns: []outcome.Column{
		{ID: "do", Heading: "What we do, now?", Stones: []outcome.Stone{{ID: "en", Text: "Self-Directed Support works, as it should (12 of 14)."}}},
		{ID: "gain", Heading: "מה אנחנו עושים?", Stones: []outcome.Stone{{ID: "he", Text: "אנחנו צוות, כולנו."}, {ID: "mixed", Text: "עבודת צוות עם NHS Scotland COVID."}}},
	}}
	m.Provenance.Publisher, m.Provenance.Date = "שלום", "2024-12"
	m.Pathways = []pathway.Pathway{
		{ID: "p", Title: "כוח אדם", Steps: []pathway.Step{{Column: "do", Stones: []string{"en"}}, {Column: "gain", Stones: []string{"he"}}}},
		{ID: "q", Title: "שיתוף פעולה!", Steps: []pathway.Step{{Column: "do", Stones: []string{"en"}}, {Column: "gain", Stones: []string{"mixed"}}}},
	}
	return m
}

// A text that runs against the picture keeps its own direction, over all of its lines, and starts where others do.
func TestTextsKeepTheirDirection(t *testing.T) {
	const fromLeft, fromRight = ` direction="ltr" text-anchor="end"`, ` direction="rtl" text-anchor="end"`
	for _, tt := range []struct {
		why, language, stone, want string
	}{
		{"English in English", "en", "en", ""},
		{"Hebrew in English", "en", "he", fromRight},
		{"a sentence in Hebrew with most of its letters in English, in English", "en", "mixed", ""},
		{"English in Hebrew", "he", "en", fromLeft},
		{"Hebrew in Hebrew", "he", "he", ""},
		{"a sentence in Hebrew with most of its letters in English, in Hebrew", "he", "mixed", ""},
	} {
		card := cardOf(svg(t, bothWays(tt.language), render.CardWidth(140)), tt.stone)
		_, card, _ = strings.Cut(card, `<g aria-hidden="true">`)
		card, _, _ = strings.Cut(card, `<g font-size="11"`)
		lines := strings.Count(card, "<text")
		require.Positive(t, lines, tt.why)
		assert.Equal(t, lines, strings.Count(card, "<text"+tt.want+" x="), "%s: %s", tt.why, card)
	}
}

// seen asks a browser in which order the letters of each text stand from left to right, and from where to where.
const seen = `<pre></pre><script>
document.querySelector("pre").textContent = [...document.querySelectorAll("svg text")].map((text) => {
	const all = text.textContent, at = [...all].map((c, i) => [text.getExtentOfChar(i).x, c]).filter(([x, c]) => c !== "\u200e" && c !== "\u200f");
	at.sort((a, b) => a[0] - b[0]);
	const box = text.getBBox(), x = Number(text.getAttribute("x"));
	const side = Math.abs(box.x - x) < 2 ? "left" : Math.abs(box.x + box.width - x) < 2 ? "right" : "middle";
	return [all.replace(/[\u200e\u200f]/g, ""), at.map((a) => a[1]).join(""), side].join("|");
}).join("\n");
</script>`

// Words, numbers and marks stand in the order in which they are read, whichever way the picture is read.
func TestOrderOfWordsInABrowser(t *testing.T) {
	for _, tt := range []struct {
		language, side string
		want           map[string]string // of texts that are not in English throughout, as they are seen from left to right: a bracket is drawn turned round
	}{
		{"en", "left", map[string]string{
			"שיתוף פעולה!":       "!הלועפ ףותיש",
			"מפה (2024)!":        "!)2024( הפמ",
			"אנחנו צוות, כולנו.": ".ונלוכ ,תווצ ונחנא",
			"מה אנחנו עושים?":    "?םישוע ונחנא המ",
			"Outcome map · In focus: A כוח אדם · 3 stepping stones · 2 pathways · 2 links · December 2024": "Outcome map · In focus: A םדא חוכ · 3 stepping stones · 2 pathways · 2 links · December 2024",
			"שלום · December 2024": "םולש · December 2024",
		}},
		{"he", "right", map[string]string{
			"שיתוף פעולה!":       "!הלועפ ףותיש",
			"מפה (2024)!":        "!)2024( הפמ",
			"אנחנו צוות, כולנו.": ".ונלוכ ,תווצ ונחנא",
			"מה אנחנו עושים?":    "?םישוע ונחנא המ",
			"Outcome map · In focus: A כוח אדם · 3 stepping stones · 2 pathways · 2 links · December 2024": "Outcome map · In focus: A םדא חוכ · 3 stepping stones · 2 pathways · 2 links · December 2024",
			"שלום · December 2024": "December 2024 · םולש",
		}},
	} {
		picture := svg(t, bothWays(tt.language), render.Focus("p"), render.CardWidth(300))
		told := needtool.Told(t, "<!doctype html><meta charset=utf-8><body>"+picture+seen)
		require.Greater(t, len(told), 12)
		met := []string{}
		for _, line := range told {
			parts := strings.Split(html.UnescapeString(line), "|")
			require.Len(t, parts, 3, line)
			want, known := tt.want[parts[0]]
			hebrew := strings.ContainsFunc(parts[0], func(r rune) bool { return r >= 0x590 && r < 0x600 })
			if !hebrew {
				want = parts[0]
			}
			if known || !hebrew {
				assert.Equal(t, want, parts[1], "%s: %s", tt.language, parts[0])
			}
			if len(parts[0]) > 2 { // and no letter of a pathway, in the middle of its ring
				assert.Equal(t, tt.side, parts[2], "%s: %s", tt.language, parts[0])
			}
			met = append(met, parts[0])
		}
		for text := range tt.want {
			assert.True(t, slices.Contains(met, text), "%s: no text %q in %q", tt.language, text, met)
		}
	}
}

// An arrow in text points on, which is to the left where that is how the text runs.
func TestArrowsOfMarkdownPointOn(t *testing.T) {
	for language, arrows := range map[string][2]string{"en": {" → ", " ← "}, "he": {" ← ", " → "}} {
		m := bothWays(language)
		m.Pathways[0].Links = []pathway.Link{{From: "en", To: "he", Effect: pathway.Negative}}
		var told strings.Builder
		require.NoError(t, render.Markdown(&told, m))
		assert.Equal(t, 2, strings.Count(told.String(), arrows[0]), told.String())
		assert.Contains(t, told.String(), arrows[0]+"(leads to less of it) ")
		assert.NotContains(t, told.String(), arrows[1])
	}
}
