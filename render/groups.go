package render

// groups are numbers sorted into groups.
type groups struct{ order, off []int32 }

// grouped sorts the numbers below n into so many groups, by what of says of each; below 0 is none. Costs are
// linear in both.
func grouped(n, count int, of func(i int) int) groups {
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
	return groups{order, off[:count+1]}
}

// in returns the numbers of a group, in rising order.
func (g groups) in(group int) []int32 { return g.order[g.off[group]:g.off[group+1]] }
