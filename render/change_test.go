package render_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render"
)

// A hole where the other half of a rating has an arrow would read as a figure that is missing.
func TestWhatStayedIsSaid(t *testing.T) {
	const stayed = "h8m-8 4h8"
	got := svg(t, moved(), render.Since("2021-12-31"))
	for stone, signs := range map[string]int{"a": 1, "b": 1, "c": 0, "d": 1, "e": 0} {
		assert.Equal(t, signs, strings.Count(cardOf(got, stone)[:min(len(cardOf(got, stone)), 3000)], stayed), stone)
	}
	assert.Contains(t, got, "the same as before")
	nothing := svg(t, moved(), render.Since("2023"))
	assert.NotContains(t, nothing, stayed, "where nothing moved a faint card says it")
	assert.NotContains(t, nothing, "the same as before")
	assert.NotContains(t, svg(t, moved()), stayed)
}

// Raters who differ are two signs, the lowest level and the highest, and a column gets the room that their words want.
func TestRangesAreTwoSigns(t *testing.T) {
	m := moved()
	rate := func(progress, confidence, by string) evidence.Assessment {
		return evidence.Assessment{About: pathway.Target{Pathway: "p", Stone: "a"}, Progress: progress, Confidence: confidence, Date: "2023", By: by}
	}
	m.Evidence.Assessments = []evidence.Assessment{rate("none", "low", "Ann"), rate("great", "high", "Bob")}
	const empty, full = `r="4.4"`, `r="5.2"`
	got := svg(t, m)
	card := cardOf(got, "a")
	assert.Equal(t, 1, strings.Count(card, empty))
	assert.Equal(t, 1, strings.Count(card, full))
	assert.Equal(t, 6, strings.Count(card, ` width="3"`), "three bars for either level of confidence")
	assert.Contains(t, got, "from the lowest to the highest that raters gave")
	m.Evidence.Assessments[1] = rate("none", "low", "Bob")
	got = svg(t, m)
	assert.Equal(t, 1, strings.Count(cardOf(got, "a"), empty))
	assert.Equal(t, 3, strings.Count(cardOf(got, "a"), ` width="3"`))
	assert.NotContains(t, got, "from the lowest to the highest")

	m = readMap(t, "board-rated.json")
	m.Evidence.Assessments = []evidence.Assessment{}
	m.Evidence.Standard = evidence.Standard{
		Progress:   []evidence.Level{{ID: "none", Label: "None"}, {ID: "some", Label: "Some"}, {ID: "great", Label: "Very great"}},
		Confidence: []evidence.Level{{ID: "low", Label: "Low confidence"}, {ID: "high", Label: "High confidence"}},
	}
	for _, by := range []string{"Ann", "Bob"} {
		a := evidence.Assessment{About: pathway.Target{Pathway: "workforce", Stone: "promote-role"}, Progress: "none", Confidence: "low", Date: "2023", By: by}
		if by == "Bob" {
			a.Progress = "some"
		}
		m.Evidence.Assessments = append(m.Evidence.Assessments, a)
	}
	g, narrow := layout(t, m), layout(t, m, render.CardWidth(150))
	assert.Greater(t, g.Columns[0].Width, g.Columns[1].Width, "room for the range")
	assert.InDelta(t, 11*2+17+6+19, g.Cards[6].Height, 1e-9, "one line of words and one of ratings")
	assert.Greater(t, narrow.Cards[6].Height, g.Cards[6].Height)
}
