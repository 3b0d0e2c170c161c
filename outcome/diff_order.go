package outcome

import (
	"reflect"
	"slices"
	"sort"

	"github.com/outcomemap/outcomemap/pathway"
)

// saysNone reports whether a list is a pathway's links and says that there are none, which is not
// the same as saying nothing.
func saysNone(list reflect.Value) bool {
	return list.Type() == reflect.TypeFor[[]pathway.Link]() && !list.IsNil() && list.Len() == 0
}

// displaced marks the items of b, by place, that changed places among those that are in a and have
// the same home there: as few as can explain the order.
func displaced(a, b *tree) map[int]bool {
	stayed := make(map[key][]int) // per home, places in b
	for i, item := range b.items {
		if old := a.item(item.key); old != nil && old.home == item.home {
			stayed[item.home] = append(stayed[item.home], i)
		}
	}
	moved := make(map[int]bool)
	for _, places := range stayed {
		before := make([]int, len(places)) // places in a
		for k, i := range places {
			before[k] = a.at[b.items[i].key]
		}
		if slices.IsSorted(before) {
			continue
		}
		kept := longestRising(before)
		for k, i := range places {
			if !kept[k] {
				moved[i] = true
			}
		}
	}
	return moved
}

// longestRising marks a longest rising subsequence of distinct numbers, of which there are some
// (Schensted 1961, with the sorting of Fredman 1975).
func longestRising(seq []int) []bool {
	var ends []int // per length, the place of the smallest number that such a sequence can end with
	before := make([]int, len(seq))
	for i, x := range seq {
		n := sort.Search(len(ends), func(n int) bool { return seq[ends[n]] >= x })
		before[i] = -1
		if n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	kept := make([]bool, len(seq))
	for i := ends[len(ends)-1]; i >= 0; i = before[i] {
		kept[i] = true
	}
	return kept
}
