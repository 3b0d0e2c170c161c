package schematest

import "slices"

// compare finds the fewest lines to take out and put in that turn a into b (Myers 1986). Where more
// than mostEdits are needed, what is behind the common start and before the common end counts as
// changed whole.
func compare(a, b []string) []edit {
	var head, tail []edit
	for i := 0; i < min(len(a), len(b)) && a[i] == b[i]; i++ {
		head = append(head, edit{sign: ' ', text: a[i], line: i + 1})
	}
	n := len(head)
	for k := 1; k <= min(len(a), len(b))-n && a[len(a)-k] == b[len(b)-k]; k++ {
		tail = append(tail, edit{sign: ' ', text: a[len(a)-k], line: len(a) - k + 1})
	}
	slices.Reverse(tail)
	middle := shortest(a[n:len(a)-len(tail)], b[n:len(b)-len(tail)], n)
	return slices.Concat(head, middle, tail)
}

// shortest walks over the lines of a (to the right) and of b (down), along diagonals for lines that
// are equal, and keeps for each number of edits how far it came on each diagonal.
func shortest(a, b []string, line int) []edit {
	most := min(len(a)+len(b), mostEdits)
	reach := make([]int, 2*most+2) // by diagonal, shifted by most
	var trace [][]int
	for d := 0; d <= most; d++ {
		trace = append(trace, slices.Clone(reach[most-d:most+d+1]))
		for k := -d; k <= d; k += 2 {
			x := 0
			if d > 0 {
				x = step(reach, most, k, d)
			}
			for x < len(a) && x-k < len(b) && x-k >= 0 && a[x] == b[x-k] {
				x++
			}
			reach[most+k] = x
			if x >= len(a) && x-k >= len(b) {
				return walkBack(a, b, trace, k, line)
			}
		}
	}
	return replaced(a, b, line)
}

// step takes one edit to diagonal k: down from the one above, or right from the one before.
func step(reach []int, zero, k, d int) int {
	if k == -d || k != d && reach[zero+k-1] < reach[zero+k+1] {
		return reach[zero+k+1]
	}
	return reach[zero+k-1] + 1
}

// walkBack follows the trace from the end to the start.
func walkBack(a, b []string, trace [][]int, k, line int) []edit {
	x, y := len(a), len(b)
	var edits []edit
	for d := len(trace) - 1; d > 0; d-- {
		before := trace[d] // as it was before edit d, for diagonals from -d to d
		at := func(k int) int { return before[k+d] }
		from := k - 1
		if k == -d || k != d && at(k-1) < at(k+1) {
			from = k + 1
		}
		x0 := at(from)
		y0 := x0 - from
		for x > x0 && y > y0 {
			x, y = x-1, y-1
			edits = append(edits, edit{sign: ' ', text: a[x], line: line + x + 1})
		}
		if from == k+1 {
			y--
			edits = append(edits, edit{sign: '+', text: b[y], line: line + y + 1})
		} else {
			x--
			edits = append(edits, edit{sign: '-', text: a[x], line: line + x + 1})
		}
		k = from
	}
	for x > 0 && y > 0 {
		x, y = x-1, y-1
		edits = append(edits, edit{sign: ' ', text: a[x], line: line + x + 1})
	}
	slices.Reverse(edits)
	return edits
}

func replaced(a, b []string, line int) []edit {
	edits := make([]edit, 0, len(a)+len(b))
	for i, l := range a {
		edits = append(edits, edit{sign: '-', text: l, line: line + i + 1})
	}
	for i, l := range b {
		edits = append(edits, edit{sign: '+', text: l, line: line + i + 1})
	}
	return edits
}
