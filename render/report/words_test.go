package report_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render"
	"github.com/outcomemap/outcomemap/render/report"
)

// Every key that the page asks for is in the table, and nothing is in the table that no page asks for.
func TestEveryWordIsUsed(t *testing.T) {
	words := report.English()
	used := map[string]bool{}
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	templates, err := filepath.Glob("page/*.tmpl")
	require.NoError(t, err)
	var src strings.Builder
	for _, name := range append(files, templates...) {
		if strings.HasSuffix(name, "_test.go") || name == "words_en.go" {
			continue
		}
		b, err := os.ReadFile(name)
		require.NoError(t, err)
		src.Write(b)
	}
	for _, m := range regexp.MustCompile(`\b(?:[wW]ord|[sS]ay|html|[cC]ount|pair)(?:\(| )"([a-z0-9.]+)"`).FindAllStringSubmatch(src.String(), -1) {
		key := m[1]
		if _, ok := words[key]; !ok {
			assert.Contains(t, words, key+".one")
			assert.Contains(t, words, key+".other")
			used[key+".one"], used[key+".other"] = true, true
		}
		used[key] = true
	}
	drawn, marked := "", report.English()
	for key := range render.English() { // the picture in the page asks for some of those
		if sentence, mine := words[key]; mine {
			marked[key] = "<" + key + ">" + sentence
		}
	}
	maps := sound(t)
	maps["a fan"] = fan(30)
	for _, m := range maps {
		drawn += write(t, m, report.WithWords(marked))
	}
	for key := range render.English() {
		used[key] = used[key] || strings.Contains(drawn, "&lt;"+key+"&gt;")
	}
	// Keys that are put together from a part of the page and an id.
	made := regexp.MustCompile(`^(nav|scale|class|bearing|verdict|gap|task|input|sphere|legend\.v\d|legend\.vu|mayne|how|front|background|provenance|pathway|count|mayne\.open|claim\.unclaimed|indicator|group|refusal)\b`)
	for key := range words {
		assert.True(t, used[key] || made.MatchString(key), "nobody asks for %q", key)
		assert.NotEmpty(t, words[key], key)
	}
}

// fan is a map in which one stone leads to so many.
func fan(n int) *outcome.Map {
	m := &outcome.Map{Columns: []outcome.Column{{ID: "a", Stones: []outcome.Stone{{ID: "one", Text: "One"}}}, {ID: "b"}}}
	p := pathway.Pathway{ID: "p", Steps: []pathway.Step{{Column: "a", Stones: []string{"one"}}, {Column: "b"}}}
	for i := range n {
		id := fmt.Sprint("s", i)
		m.Columns[1].Stones = append(m.Columns[1].Stones, outcome.Stone{ID: id, Text: id})
		p.Steps[1].Stones = append(p.Steps[1].Stones, id)
	}
	m.Pathways = append(m.Pathways, p)
	return m
}

// What a picture says by itself and in a report stands under one key, and in the same words.
func TestWordsSharedWithPictures(t *testing.T) {
	shared := 0
	for key, sentence := range render.English() {
		if mine, ok := report.English()[key]; ok {
			assert.Equal(t, sentence, mine, key)
			shared++
		}
	}
	assert.Equal(t, 27, shared, "a key of one of the two tables was renamed")
}

// A page in other words has no word of the first language left.
func TestEveryWordCanBeReplaced(t *testing.T) {
	words := report.English()
	names := regexp.MustCompile(`\{\w+\}`)
	for key, sentence := range words {
		words[key] = "¿" + strings.Join(names.FindAllString(sentence, -1), "¿") + "?"
	}
	words["date.months"] = strings.Repeat("¿|", 11) + "¿"
	foreign := map[string]*outcome.Map{"small": small(), "twelve": many(12), "no pathways": small()}
	foreign["no pathways"].Pathways = nil
	for name, m := range foreign {
		mute(m)
		text := outline(t, write(t, m, report.WithWords(words)))
		for _, attr := range regexp.MustCompile(`(?:aria-label|title|alt|data-none|data-loose|data-read|data-evidence|aria-roledescription)="([^"]*)"`).FindAllStringSubmatch(write(t, m, report.WithWords(words)), -1) {
			text += attr[1] + "\n"
		}
		for line := range strings.Lines(text) {
			for _, word := range regexp.MustCompile(`[A-Za-z]{2,}`).FindAllString(line, -1) {
				assert.True(t, slices.Contains([]string{"el"}, word), "%s: %q in %q", name, word, line)
			}
		}
	}
}

// mute takes all Latin letters out of a map.
func mute(m *outcome.Map) {
	letters := func(s *string) { *s = regexp.MustCompile(`[A-Za-z]+`).ReplaceAllString(*s, "ω") }
	for _, s := range []*string{&m.Title, &m.Summary} {
		letters(s)
	}
	m.Language = "el"
	for i := range m.Columns {
		c := &m.Columns[i]
		letters(&c.Heading)
		for k := range c.Stones {
			letters(&c.Stones[k].Text)
			letters(&c.Stones[k].Notes)
			c.Stones[k].Tags, c.Stones[k].Refs = nil, nil
		}
	}
	for i := range m.Pathways {
		p := &m.Pathways[i]
		for _, s := range []*string{&p.Title, &p.Summary} {
			letters(s)
		}
		p.Steps = slices.Clone(p.Steps)
		for k := range p.Steps {
			letters(&p.Steps[k].Summary)
		}
		for k := range p.Links {
			letters(&p.Links[k].Mechanism)
		}
		for k := range p.Assumptions {
			letters(&p.Assumptions[k].Text)
		}
		for k := range p.Rivals {
			letters(&p.Rivals[k].Text)
		}
	}
	b := &m.Evidence
	b.Standard = evidence.Standard{ID: "ω", Progress: []evidence.Level{{ID: "none", Label: "α"}, {ID: "some", Label: "β"}, {ID: "great", Label: "γ"}}, Confidence: []evidence.Level{{ID: "low", Label: "α"}, {ID: "medium", Label: "β"}, {ID: "high", Label: "γ"}}}
	for i := range b.Sources {
		letters(&b.Sources[i].Title)
		letters(&b.Sources[i].Kind)
	}
	for i := range b.Items {
		letters(&b.Items[i].Text)
		for k := range b.Items[i].Bears {
			letters(&b.Items[i].Bears[k].Because)
		}
	}
	for i := range b.Claims {
		letters(&b.Claims[i].Text)
	}
	for i := range b.Criteria {
		letters(&b.Criteria[i].Text)
	}
	for i := range b.Indicators {
		letters(&b.Indicators[i].Title)
	}
	for i := range b.Assessments {
		letters(&b.Assessments[i].Narrative)
		letters(&b.Assessments[i].By)
	}
}
