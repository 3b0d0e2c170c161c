package render

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

func TestNames(t *testing.T) {
	m := &outcome.Map{
		Columns:  []outcome.Column{{ID: "do", Heading: "What we do", Stones: []outcome.Stone{{ID: "tables", Text: "Set up tables"}}}},
		Pathways: []pathway.Pathway{{ID: "mending", Rivals: []pathway.Rival{{ID: "prices", Text: "New things cost more"}}, Assumptions: []pathway.Assumption{{ID: "open"}}}},
		Evidence: evidence.Body{
			Items:    []evidence.Item{{ID: "log", Text: "The log"}, {ID: "log", Text: "Another"}},
			Criteria: []evidence.Criterion{{ID: "monthly", Text: "Held each month"}},
		},
	}
	n := newNames(m)
	for _, tt := range []struct {
		why          string
		about        pathway.Target
		target, text string
	}{
		{"a stone by its text, with its id", pathway.Target{Pathway: "mending", Stone: "tables"}, "Set up tables (tables)", "Set up tables"},
		{"a column stands for the step in it", pathway.Target{Column: "do"}, "step What we do (do)", "What we do"},
		{"a rival in its own pathway", pathway.Target{Pathway: "mending", Rival: "prices"}, "rival New things cost more (prices)", "New things cost more"},
		{"a rival of another pathway is not this one", pathway.Target{Pathway: "meeting", Rival: "prices"}, "rival prices", ""},
		{"nothing is said of it", pathway.Target{Pathway: "mending", Assumption: "open"}, "assumption open", ""},
		{"criteria are the whole map's", pathway.Target{Pathway: "mending", Criterion: "monthly"}, "criterion Held each month (monthly)", "Held each month"},
		{"of a link each end", pathway.Target{From: "tables", To: "waste"}, "Set up tables (tables) -> waste", "Set up tables → waste"},
		{"a pathway without a title", pathway.Target{Pathway: "mending"}, "mending", ""},
		{"no target", pathway.Target{}, "nothing", ""},
	} {
		assert.Equal(t, tt.target, n.target(tt.about), tt.why)
		assert.Equal(t, tt.text, n.text(tt.about), tt.why)
	}
	assert.Equal(t, `log "The log"`, n.item("log"), "of two with one id the first has it, as in every index")
	assert.Equal(t, "gone", n.item("gone"))
	assert.Equal(t, "gone", newNames(nil).target(pathway.Target{Stone: "gone"}))
}
