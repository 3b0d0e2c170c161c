package pathway_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/outcomemap/outcomemap/pathway"
)

// Read off the report's tables by hand.
func TestBoardOverlap(t *testing.T) {
	b := board(t)
	assert.Equal(t, ids{"mutual"}, pathway.Overlap(&b[0], &b[1]))
	assert.Equal(t, ids{"clear-needs", "good-life"}, pathway.Overlap(&b[0], &b[2]))
	assert.Equal(t, ids{"early"}, pathway.Overlap(&b[1], &b[2]))
	assert.Equal(t, b[2].Stones(), pathway.Overlap(&b[2], &b[2]))
	assert.Empty(t, pathway.Overlap(&b[0], nil))
	assert.Empty(t, pathway.Overlap(nil, &b[0]))
}

func TestStones(t *testing.T) {
	assert.Nil(t, (*pathway.Pathway)(nil).Stones())
	assert.Equal(t, ids{"a", "b", "c"}, steps(ids{"a", "", "b", "a"}, ids{"b", "c"}).Stones(), "each once")
}

func TestSkippedColumns(t *testing.T) {
	columns := ids{"do", "with", "feel", "gain", "different"}
	for _, tt := range []struct {
		why  string
		in   []string
		want []string
	}{
		{"none", ids{"with", "feel", "gain"}, nil},
		{"not those before and behind", ids{"feel"}, nil},
		{"in the order of the map", ids{"do", "gain"}, ids{"with", "feel"}},
		{"wherever the steps stand", ids{"different", "feel", "do"}, ids{"with", "gain"}},
		{"unknown columns count for nothing", ids{"do", "nowhere", "feel"}, ids{"with"}},
	} {
		p := &pathway.Pathway{}
		for _, c := range tt.in {
			p.Steps = append(p.Steps, pathway.Step{Column: c})
		}
		assert.Equal(t, tt.want, p.SkippedColumns(columns), tt.why)
	}
	assert.Nil(t, (*pathway.Pathway)(nil).SkippedColumns(columns))
}

func TestCover(t *testing.T) {
	got := pathway.Cover(ids{"mutual", "loose", "mutual", "unit"}, board(t)[:2])
	assert.Equal(t, 2, got.Held, "a stone given twice counts once")
	assert.Equal(t, ids{"loose"}, got.Loose)
	assert.Equal(t, ids{"mutual"}, got.Shared)
	assert.Len(t, got.Unknown, 13+15-1-2, "all others of the two")
	assert.Equal(t, "partnership", got.Unknown[0], "in the order of the pathways")
	assert.Equal(t, pathway.Coverage{Loose: ids{"a"}}, pathway.Cover(ids{"a"}, nil))
}

// Which stones of a map are in a pathway, which in several, and which in none?
func ExampleCover() {
	c := pathway.Cover([]string{"training", "grants", "skills", "wellbeing"}, []pathway.Pathway{
		{ID: "learning", Steps: []pathway.Step{{Stones: []string{"training"}}, {Stones: []string{"skills", "wellbeing"}}}},
		{ID: "caring", Steps: []pathway.Step{{Stones: []string{"wellbeing"}}}},
	})
	fmt.Println(c.Held, "of 4 stones are in a pathway, not", c.Loose)
	fmt.Println("in several:", c.Shared)
	// Output:
	// 3 of 4 stones are in a pathway, not [grants]
	// in several: [wellbeing]
}

// What two pathways share is where one piece of evidence may serve both.
func ExampleOverlap() {
	a := &pathway.Pathway{Steps: []pathway.Step{{Stones: []string{"training"}}, {Stones: []string{"skills"}}}}
	b := &pathway.Pathway{Steps: []pathway.Step{{Stones: []string{"skills"}}, {Stones: []string{"wellbeing"}}}}
	fmt.Println(pathway.Overlap(a, b))
	// Output: [skills]
}
