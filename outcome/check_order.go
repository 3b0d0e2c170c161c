package outcome

import (
	"slices"

	"github.com/outcomemap/outcomemap/pathway"
)

// misplaced returns the places of the fewest steps without which the others are in the order of the
// columns, each in one of its own: one step that was moved is one fault, and not one for each step that it
// now stands before. Where either of two could be meant it is the later. Steps of unknown columns are left
// out. Costs n log n, and n where all is in order (Schensted 1961: longest increasing subsequence).
func (c *check) misplaced(p *pathway.Pathway) map[int]bool {
	columns, before, ordered := make([]int, len(p.Steps)), -1, true
	for j := range p.Steps {
		columns[j] = -1
		if n, ok := c.known.nodes[p.Steps[j].Column]; ok && n.stone < 0 {
			columns[j] = n.column
			ordered, before = ordered && n.column > before, n.column
		}
	}
	if ordered {
		return nil
	}
	return outOfOrder(columns)
}

// outOfOrder goes from the last to the first, so that of two that could stay the earlier does.
func outOfOrder(columns []int) map[int]bool {
	wrong, next := map[int]bool{}, make([]int, len(columns))
	var starts []int // of the longest runs of each length, where the best begins, the shortest first
	for j := len(columns) - 1; j >= 0; j-- {
		if columns[j] < 0 {
			continue
		}
		wrong[j] = true
		length, _ := slices.BinarySearchFunc(starts, columns[j], func(start, column int) int { return column - columns[start] })
		next[j] = -1
		if length > 0 {
			next[j] = starts[length-1]
		}
		if length == len(starts) {
			starts = append(starts, j)
		}
		starts[length] = j
	}
	if len(starts) > 0 {
		for j := starts[len(starts)-1]; j >= 0; j = next[j] {
			delete(wrong, j)
		}
	}
	return wrong
}
