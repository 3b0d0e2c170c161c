package evidence_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

// The index finds what a search through the whole body finds.
func TestIndexFindsAll(t *testing.T) {
	for seed := range uint64(200) {
		w := seeded(seed)
		w.wild = seed%2 == 0
		p := w.pathway("p")
		b := w.body(&p, 15)
		x := evidence.NewIndex(b)
		for range 10 {
			target := w.target(&p)
			if k := target.Kind(); k == pathway.NoTarget || k == pathway.BadTarget {
				assert.Empty(t, x.About(target).Pieces)
				continue
			}
			matches := func(about pathway.Target) bool {
				return about == target || about.Kind() != pathway.NoTarget && about.In(target.Pathway) == target
			}
			bears := map[int]bool{}
			for i, item := range b.Items {
				for _, bearing := range item.Bears {
					bears[i] = bears[i] || matches(bearing.About)
				}
				if g := groupOf(b, item.Group); g.Policy == evidence.Package {
					for _, bearing := range g.Bears {
						bears[i] = bears[i] || matches(bearing.About)
					}
				}
			}
			assessed := 0
			for _, a := range b.Assessments {
				serves := matches(a.About)
				if also := a.About; also.Pathway != "" {
					for _, also.Pathway = range a.Also {
						serves = serves || also.Pathway != "" && also == target
					}
				}
				if !serves {
					continue
				}
				assessed++
				for _, id := range a.Items {
					if i := slices.IndexFunc(b.Items, func(i evidence.Item) bool { return i.ID == id && id != "" }); i >= 0 {
						bears[i] = true
					}
				}
			}
			want := 0
			for _, yes := range bears {
				if yes {
					want++
				}
			}
			found := x.About(target)
			assert.Len(t, found.Pieces, want, "seed %d %v", seed, target)
			assert.Len(t, found.Assessments, assessed, "seed %d %v", seed, target)
		}
	}
}
