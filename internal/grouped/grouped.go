// Package grouped sorts numbers into groups by counting.
package grouped

// Groups are numbers sorted into groups.
type Groups struct{ order, off []int32 }

// By sorts the numbers below n into so many groups, by what of says of each; below 0 is none. Costs are
// linear in both.
func By(n, count int, of func(i int) int) Groups {
	off := make([]int32, count+2) // first two places on, so that it ends up where the groups begin
	for i := range n {
		if g := of(i); g >= 0 {
			off[g+2]++
		}
	}
	for g := range count {
		off[g+2] += off[g+1]
	}
	order := make([]int32, off[count+1])
	for i := range n {
		if g := of(i); g >= 0 {
			order[off[g+1]] = int32(i)
			off[g+1]++
		}
	}
	return Groups{order, off[:count+1]}
}

// In returns the numbers of a group, in rising order.
func (g Groups) In(group int) []int32 { return g.order[g.off[group]:g.off[group+1]] }

// Len returns how many numbers are in a group.
func (g Groups) Len() int { return len(g.order) }
