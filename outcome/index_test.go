package outcome_test

import (
	"testing"

	. "github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestIndex(t *testing.T) {
	m := sound()
	m.Columns[2].Stones = append(m.Columns[2].Stones, Stone{ID: "bake", Text: "again"})
	x := NewIndex(m)
	stone, column := x.Stone("bake")
	require.NotNil(t, stone)
	assert.Equal(t, "Bake bread", stone.Text, "the first of two equal ids")
	assert.Equal(t, "do", column.ID)
	assert.Equal(t, Reactions, x.Column("feel").Level)
	assert.Equal(t, "shop", x.Pathway("p").Rivals[0].ID)
	assert.Equal(t, "p", x.Through("joy")[0].ID)
	assert.Len(t, x.Through("joy"), 1)

	stone, column = x.Stone("nobody")
	assert.Nil(t, stone)
	assert.Nil(t, column)
	assert.Nil(t, x.Column(""))
	assert.Nil(t, x.Pathway("nobody"))
	assert.Empty(t, x.Through("nobody"))

	m.Columns[0].Stones = nil
	stone, _ = x.Stone("bake")
	assert.Equal(t, "Bake bread", stone.Text, "a snapshot does not see a stone go")
	assert.Nil(t, NewIndex(nil).Column("do"))
}

func TestName(t *testing.T) {
	m := sound()
	m.Pathways[0].Title = "Bread for all"
	m.Pathways[0].Assumptions = append(m.Pathways[0].Assumptions, pathway.Assumption{ID: "silent"})
	m.Columns[1].Heading = "How they feel"
	x := NewIndex(m)
	for _, tt := range []struct {
		why   string
		about target
		want  string
	}{
		{"a stone", target{Pathway: "p", Stone: "joy"}, "Joy in baking"},
		{"a stone in any pathway", target{Stone: "joy"}, "Joy in baking"},
		{"a step", target{Pathway: "p", Column: "feel"}, "How they feel"},
		{"a step whose column has no heading", target{Column: "do"}, "do"},
		{"a link from a step to a stone", target{Pathway: "p", From: "feel", To: "fed"}, "How they feel → People are fed"},
		{"a link to nobody", target{From: "joy", To: "nobody"}, "Joy in baking → nobody"},
		{"a pathway", target{Pathway: "p"}, "Bread for all"},
		{"no such pathway", target{Pathway: "q"}, "q"},
		{"a rival", target{Pathway: "p", Rival: "shop"}, "A shop opened"},
		{"a rival of another pathway", target{Pathway: "q", Rival: "shop"}, "shop"},
		{"an assumption", target{Pathway: "p", Assumption: "flour"}, "There is flour"},
		{"an assumption without words", target{Pathway: "p", Assumption: "silent"}, "silent"},
		{"a criterion", target{Pathway: "p", Criterion: "c1"}, "Nobody hungry"},
		{"no such criterion", target{Criterion: "c9"}, "c9"},
		{"two forms at once", target{Stone: "joy", Rival: "shop"}, "unclear target (stone=joy, rival=shop)"},
		{"half a link", target{From: "joy"}, "unclear target (from=joy)"},
		{"nothing", target{}, ""},
	} {
		assert.Equal(t, tt.want, x.Name(tt.about), tt.why)
		assert.NotPanics(t, func() { NewIndex(nil).Name(tt.about) }, tt.why)
	}
	m.Pathways[0].Short = "Bread"
	assert.Equal(t, "Bread", NewIndex(m).Name(target{Pathway: "p"}), "the short title first")
}

func TestSteps(t *testing.T) {
	x := NewIndex(sound())
	for _, tt := range []struct {
		why    string
		stones []string
		want   []pathway.Step
	}{
		{"none", nil, nil},
		{"in the order of the columns, stones in the order given", []string{"skill", "teach", "fed", "bake"}, []pathway.Step{
			{Column: "do", Stones: []string{"teach", "bake"}}, {Column: "gain", Stones: []string{"skill", "fed"}}}},
		{"a stone twice stays twice, for Check to tell", []string{"joy", "joy"}, []pathway.Step{{Column: "feel", Stones: []string{"joy", "joy"}}}},
		{"an unknown one joins the one before", []string{"joy", "nobody", "bake"}, []pathway.Step{
			{Column: "do", Stones: []string{"bake"}}, {Column: "feel", Stones: []string{"joy", "nobody"}}}},
		{"an unknown one in front joins the first that is known", []string{"nobody", "fed", "bake"}, []pathway.Step{
			{Column: "do", Stones: []string{"bake"}}, {Column: "gain", Stones: []string{"nobody", "fed"}}}},
		{"a column is no stone", []string{"do"}, []pathway.Step{{Stones: []string{"do"}}}},
	} {
		assert.Equal(t, tt.want, x.Steps(tt.stones...), tt.why)
	}
}
