package render_test

import (
	"fmt"
	"io"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render"
	"github.com/outcomemap/outcomemap/render/report"
)

// crowd returns a map of one pathway with so many stones in each of its columns c0, c1, ... and with the
// links that are stated.
func crowd(links []pathway.Link, sizes ...int) *outcome.Map {
	m := &outcome.Map{Title: "Crowd", Pathways: []pathway.Pathway{{ID: "p", Links: links}}}
	for c, size := range sizes {
		column := outcome.Column{ID: fmt.Sprintf("c%d", c)}
		step := pathway.Step{Column: column.ID}
		for i := range size {
			id := fmt.Sprintf("s%d-%d", c, i)
			column.Stones = append(column.Stones, outcome.Stone{ID: id, Text: id})
			step.Stones = append(step.Stones, id)
		}
		m.Columns = append(m.Columns, column)
		m.Pathways[0].Steps = append(m.Pathways[0].Steps, step)
	}
	return m
}

// A file of some kilobytes can ask for more links than memory holds. What gives each by itself refuses
// more than a million; what draws or tells whole steps at once does not care how many they stand for.
func TestMoreLinksThanCanBeGiven(t *testing.T) {
	const refused = "more than 1000000 links"
	wide := crowd(nil, 1001, 1000)
	for name, draw := range map[string]func() error{
		"DOT":     func() error { return render.DOT(io.Discard, wide) },
		"Mermaid": func() error { return render.Mermaid(io.Discard, wide) },
		"Layout":  func() error { _, err := render.Layout(wide); return err },
		"report":  func() error { return report.Write(io.Discard, wide) },
	} {
		assert.ErrorContains(t, draw(), refused, name)
	}
	for name, draw := range map[string]func(io.Writer, *outcome.Map, ...render.Option) error{
		"SVG": render.SVG, "Markdown": render.Markdown, "Text": render.Text, "Overview": render.Overview,
	} {
		assert.NoError(t, draw(io.Discard, wide), name)
	}
	back := []pathway.Link{{From: "c1", To: "c0"}}
	assert.NoError(t, render.Overview(io.Discard, crowd(back, 1000, 1000)), "as many as may be")
	for name, draw := range map[string]func(io.Writer, *outcome.Map, ...render.Option) error{
		"SVG": render.SVG, "Markdown": render.Markdown, "Text": render.Text, "Overview": render.Overview,
	} {
		assert.ErrorContains(t, draw(io.Discard, crowd(back, 1001, 1000)), refused, "%s: no hub draws what runs back", name)
	}
	over := crowd([]pathway.Link{{From: "c0", To: "c2"}}, 1001, 1, 1000)
	assert.ErrorContains(t, render.Text(io.Discard, over), refused, "what passes over a step is told link by link")
	assert.NoError(t, render.SVG(io.Discard, over), "and drawn through hubs")
}
