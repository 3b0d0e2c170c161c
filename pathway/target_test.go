package pathway_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/outcomemap/outcomemap/pathway"
)

func TestTarget(t *testing.T) {
	for _, tt := range []struct {
		about pathway.Target
		kind  pathway.TargetKind
		name  string
	}{
		{pathway.Target{}, pathway.NoTarget, "nothing"},
		{pathway.Target{Pathway: "p"}, pathway.PathwayTarget, "p"},
		{pathway.Target{Stone: "s"}, pathway.StoneTarget, "s"},
		{pathway.Target{Pathway: "p", Stone: "s"}, pathway.StoneTarget, "p: s"},
		{pathway.Target{Column: "c"}, pathway.StepTarget, "step c"},
		{pathway.Target{Pathway: "p", From: "a", To: "b"}, pathway.LinkTarget, "p: a -> b"},
		{pathway.Target{Rival: "r"}, pathway.RivalTarget, "rival r"},
		{pathway.Target{Assumption: "a"}, pathway.AssumptionTarget, "assumption a"},
		{pathway.Target{Criterion: "c"}, pathway.CriterionTarget, "criterion c"},
		{pathway.Target{From: "a"}, pathway.BadTarget, "unclear target (from=a)"},
		{pathway.Target{Pathway: "p", To: "b"}, pathway.BadTarget, "p: unclear target (to=b)"},
		{pathway.Target{Stone: "s", From: "a"}, pathway.BadTarget, "unclear target (stone=s, from=a)"},
		{pathway.Target{Stone: "s", Rival: "r"}, pathway.BadTarget, "unclear target (stone=s, rival=r)"},
		{
			pathway.Target{Stone: "s", Column: "c", From: "a", To: "b", Rival: "r", Assumption: "n", Criterion: "k"}, pathway.BadTarget,
			"unclear target (stone=s, column=c, from=a, to=b, rival=r, assumption=n, criterion=k)",
		},
	} {
		assert.Equal(t, tt.kind, tt.about.Kind(), tt.name)
		assert.Equal(t, tt.name, tt.about.String())
	}
	assert.Equal(t, pathway.Target{Pathway: "p", Stone: "s"}, pathway.Target{Stone: "s"}.In("p"))
	assert.Equal(t, pathway.Target{Pathway: "q", Stone: "s"}, pathway.Target{Pathway: "q", Stone: "s"}.In("p"), "its own stays")
}
