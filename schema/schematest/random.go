package schematest

import (
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema/internal/mapgen"
)

// Random returns a map with so many stones, at least one, and pathways and evidence in proportion:
// about a pathway to twelve stones, an item to two and an assessment to each. Over a few seeds every
// field of the format is used, with texts that are hard to quote, links that skip, run back and form
// loops, raters who differ, and evidence that contradicts. The profile review finds no error in it,
// and much that is weak. The same seed and number give the same map, within one version of this
// library. Costs are linear in the stones.
func Random(seed uint64, stones int) *outcome.Map { return mapgen.Map(seed, stones) }
