package render_test

import (
	"bytes"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render"
)

// worded draws a map in all the ways that have fixed words.
func worded(t *testing.T, m *outcome.Map, opts ...render.Option) string {
	t.Helper()
	var b bytes.Buffer
	for _, draw := range []func(io.Writer, *outcome.Map, ...render.Option) error{render.SVG, render.Overview, render.Text, render.Markdown} {
		require.NoError(t, draw(&b, m, opts...))
	}
	return b.String()
}

// wordy is a map for each fixed word to be said of: two days of ratings that moved in every way, and a
// stone that leads to more than a label lists.
func wordy() *outcome.Map {
	m := moved()
	rate := func(stone string, all ...evidence.Assessment) {
		for _, a := range all {
			a.About = pathway.Target{Pathway: "p", Stone: stone}
			m.Evidence.Assessments = append(m.Evidence.Assessments, a)
		}
	}
	one := &m.Columns[0]
	last := &m.Columns[len(m.Columns)-1]
	p := &m.Pathways[0]
	for _, id := range []string{"unsure", "otherwise", "same"} {
		one.Stones = append(one.Stones, outcome.Stone{ID: id, Text: "Stone " + id})
		p.Steps[0].Stones = append(slices.Clip(p.Steps[0].Stones), id)
	}
	rate("unsure", evidence.Assessment{Progress: "some", Confidence: "high", Date: "2021"}, evidence.Assessment{Progress: "some", Confidence: "low", Date: "2022"})
	rate("otherwise", evidence.Assessment{Progress: "some", By: "A", Date: "2021"}, evidence.Assessment{Progress: "some", By: "B", Date: "2021"},
		evidence.Assessment{Progress: "none", By: "A", Date: "2022"}, evidence.Assessment{Progress: "great", By: "B", Date: "2022"})
	rate("same", evidence.Assessment{Progress: "some", Date: "2021"})
	for i := range 20 {
		id := "many-" + string(rune('a'+i))
		last.Stones = append(last.Stones, outcome.Stone{ID: id, Text: "Stone " + id})
		p.Steps[len(p.Steps)-1].Stones = append(slices.Clip(p.Steps[len(p.Steps)-1].Stones), id)
		p.Links = append(p.Links, pathway.Link{From: "a", To: id})
	}
	m.Columns = append(m.Columns, outcome.Column{ID: "unnamed", Stones: []outcome.Stone{{ID: "loose", Text: "Stone loose"}}})
	m.Provenance.Publisher, m.Provenance.Date = "Somebody", "2024-05"
	return m
}

// Every word of the table is said somewhere, and what is said comes from the table: with every word
// replaced none of the English ones is left, and every number and day is filled in.
func TestEveryWordIsSaidAndCanBeReplaced(t *testing.T) {
	named := regexp.MustCompile(`\{\w+\}`)
	words := render.English()
	keys := slices.Sorted(maps.Keys(words))
	sign := func(i int) string { return "¿" + strconv.Itoa(i) + "?" }
	for i, key := range keys {
		words[key] = sign(i) + strings.Join(named.FindAllString(words[key], -1), "")
		if key == "date.months" {
			words[key] = strings.Repeat(sign(i)+"|", 11) + sign(i)
		}
	}
	backwards, single := wordy(), small()
	backwards.Language, backwards.Title = "ar", ""
	single.Columns, single.Pathways = single.Columns[:1], single.Pathways[:1]
	single.Columns[0].Stones = single.Columns[0].Stones[:1]
	other := render.WithWords(words)
	said := visible(t, worded(t, wordy(), render.Since("2021-12-31"), other)+worded(t, backwards, render.AsOf("2022-12-31"), other)+
		worded(t, single, render.Since("2021-12-31"), other)+worded(t, oneLink(), other)+worded(t, small(), render.Focus("p"), other))
	for i, key := range keys {
		assert.True(t, strings.Contains(said, sign(i)), "nobody says %s", key)
	}
	assert.Empty(t, named.FindAllString(said, -1), "not filled in")
	for key, sentence := range render.English() {
		for _, part := range named.Split(sentence, -1) {
			if part = strings.TrimSpace(part); part != "" && part != "to" && part != "and" { // which are in words of the map
				assert.False(t, regexp.MustCompile(`\b`+regexp.QuoteMeta(part)+`\b`).MatchString(said), "%s: %s", key, part)
			}
		}
	}
}

// visible is what a reader of pictures sees or hears: no element, no attribute but labels.
func visible(t *testing.T, s string) string {
	t.Helper()
	s = regexp.MustCompile(`(?s)<style>.*?</style>`).ReplaceAllString(s, "")
	labels := regexp.MustCompile(`(?:aria-label|aria-roledescription)="([^"]*)"`).FindAllString(s, -1)
	return regexp.MustCompile(`<[^>]*>`).ReplaceAllString(s, "\n") + strings.Join(labels, "\n")
}

// oneLink is a map with one link in one pathway.
func oneLink() *outcome.Map {
	return &outcome.Map{
		Title:    "M",
		Columns:  []outcome.Column{{ID: "c", Heading: "C", Stones: []outcome.Stone{{ID: "x", Text: "X"}}}, {ID: "d", Heading: "D", Stones: []outcome.Stone{{ID: "y", Text: "Y"}}}},
		Pathways: []pathway.Pathway{{ID: "p", Title: "P", Steps: []pathway.Step{{Column: "c", Stones: []string{"x"}}, {Column: "d", Stones: []string{"y"}}}}},
	}
}

// The list to translate, untranslated, changes nothing.
func TestEnglishWordsAreTheDefault(t *testing.T) {
	assert.Equal(t, worded(t, wordy(), render.Since("2021")), worded(t, wordy(), render.Since("2021"), render.WithWords(render.English())))
	mine := render.English()
	mine["map.name"] = "Karte"
	assert.Equal(t, "Outcome map", render.English()["map.name"], "a caller's list is the caller's")
}

func TestWordsThatCannotBeUsed(t *testing.T) {
	var b bytes.Buffer
	require.EqualError(t, render.SVG(&b, small(), render.WithWords(render.Words{"map.nmae": "Karte"})), `render: no word has the key "map.nmae"`)
	require.EqualError(t, render.Text(&b, small(), render.WithWords(render.Words{"count.links.one": "eine Verbindung"})), `render: the words of "count.links.one" name [], not [n]`)
	assert.Zero(t, b.Len())
}

// A caller's words are text like any other: whatever they hold, a picture stays whole and inert.
func TestHostileWords(t *testing.T) {
	named := regexp.MustCompile(`\{\w+\}`)
	for _, s := range hostile {
		s = strings.NewReplacer("{", "(", "}", ")").Replace(s) // braces would name what is filled in
		words := render.English()
		for key, sentence := range words {
			words[key] = s + strings.Join(named.FindAllString(sentence, -1), " ")
		}
		for _, opts := range [][]render.Option{{render.WithWords(words), render.Since("2021-12-31")}, {render.WithWords(words), render.ByPathway(true)}} {
			parse(t, svg(t, wordy(), opts...))
			parse(t, overview(t, wordy(), opts...))
			read(t, markdown(t, wordy(), opts...))
			for _, c := range plain(t, wordy(), opts...) {
				require.True(t, c >= ' ' && c != 0x7f && (c < 0x80 || c > 0x9f) || c == '\n', "%q", c)
			}
		}
	}
}
