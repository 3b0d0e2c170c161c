package outcome_test

import (
	"slices"
	"strings"
	"testing"

	. "github.com/outcomemap/outcomemap/outcome"
	"github.com/stretchr/testify/assert"
)

func TestCatalogue(t *testing.T) {
	rules := Rules()
	assert.True(t, slices.IsSortedFunc(rules, func(a, b Rule) int { return strings.Compare(a.ID, b.ID) }), "sorted by id")
	for i, r := range rules {
		assert.Regexp(t, `^OM[1-4][0-9]{2}$`, r.ID)
		assert.NotEmpty(t, r.Name, r.ID)
		assert.Regexp(t, `^[A-Z].*\.$`, r.Summary, r.ID)
		assert.Regexp(t, `[.?]$`, r.Help, r.ID)
		assert.LessOrEqual(t, r.Draft, r.Review, "%s: a draft is judged no harder than a review", r.ID)
		assert.LessOrEqual(t, r.Review, r.Final, "%s: a review is judged no harder than a final", r.ID)
		assert.GreaterOrEqual(t, r.Draft, Info, r.ID)
		if i > 0 {
			assert.NotEqual(t, rules[i-1].ID, r.ID)
		}
	}
	rules[0].Name = "spoilt"
	assert.NotEqual(t, "spoilt", Rules()[0].Name, "a caller's copy is its own")
}

func TestRuleByID(t *testing.T) {
	r, ok := RuleByID("OM202")
	assert.True(t, ok)
	assert.Equal(t, "dangling id", r.Name)
	assert.False(t, r.Fixed())
	r, _ = RuleByID("OM101")
	assert.True(t, r.Fixed(), "without which nothing can be read")
	_, ok = RuleByID("OM999")
	assert.False(t, ok)
}
