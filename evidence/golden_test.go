package evidence_test

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/schema"
	"github.com/outcomemap/outcomemap/schema/schematest"
)

// Whole scorecards of small maps, each made for what it says in its description, and of a sample.
// They hold what a reader of the figures sees together, where other tests hold one rule each.
func TestScorecards(t *testing.T) {
	maps, err := filepath.Glob("testdata/maps/*.yaml")
	require.NoError(t, err)
	for _, file := range append(maps, "../examples/maps/community-garden.yaml") {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".yaml"), func(t *testing.T) {
			m, err := schema.ReadFile(file)
			require.NoError(t, err)
			out, err := json.MarshalIndent(struct {
				Cards []evidence.Scorecard
				Gaps  []evidence.Gap
			}{evidence.Score(m.Pathways, &m.Evidence), evidence.NewIndex(&m.Evidence).Gaps()}, "", " ")
			require.NoError(t, err)
			schematest.Golden(t, "scorecards/"+filepath.Base(strings.TrimSuffix(file, ".yaml"))+".json", append(out, '\n'))
		})
	}
}
