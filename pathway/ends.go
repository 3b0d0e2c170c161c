package pathway

// Ends are what a question about routes runs between. The zero value stands for the first and the
// last step of the pathway, and so does either list alone where it is empty.
type Ends struct {
	From []string // stones, or columns for their whole steps
	To   []string
}

// ends returns the nodes at both ends. An id that names nothing in g is left out.
func (g *graph) ends(e Ends) (from, to []int) {
	from, to = g.first(), g.last()
	if len(e.From) > 0 {
		from = g.nodes(g.spelledOut(e.From))
	}
	if len(e.To) > 0 {
		to = g.nodes(g.spelledOut(e.To))
	}
	return from, to
}

// spelledOut replaces columns by the stones of their steps.
func (x *index) spelledOut(ids []string) []string {
	var all []string
	for _, id := range ids {
		all = append(all, x.named(x.linkEnd(id), id)...)
	}
	return all
}

// meet reports whether some node is at both ends, so that nothing can cut the one from the other.
func meet(from, to []int) bool {
	at := make(map[int]bool, len(from))
	for _, v := range from {
		at[v] = true
	}
	for _, v := range to {
		if at[v] {
			return true
		}
	}
	return false
}
