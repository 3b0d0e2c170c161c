package outcome_test

import (
	"fmt"
	"testing"

	. "github.com/outcomemap/outcomemap/outcome"
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

// Where does a stone stand, and which pathways run through it?
func ExampleNewIndex() {
	x := NewIndex(sound())
	stone, column := x.Stone("joy")
	fmt.Printf("%s, in column %s\n", stone.Text, column.ID)
	for _, p := range x.Through("joy") {
		fmt.Println("pathway", p.ID)
	}
	// Output:
	// Joy in baking, in column feel
	// pathway p
}
