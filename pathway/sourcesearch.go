package pathway

// search looks for a loss of low sources, then of one more, and so on up to the known least. It
// returns a lower bound on the smallest loss, and the smallest that it knows.
func (c *cutter) search(low int, least []int) (int, []int) {
	for low < len(least) {
		switch found, finished := c.atMost(low); {
		case found != nil:
			return low, found
		case !finished:
			return low, least
		}
		low++
	}
	return low, least
}

// branch is one route that has to be broken: in the current try, by the loss of the group before
// next, with all before that kept.
type branch struct {
	route []int
	next  int
	gone  []int // the sources lost for it
}

// atMost returns a loss of at most n sources that breaks every route, or nil where there is none,
// and whether it came to the end of its search. Only where it found nothing is the cutter as it was.
func (c *cutter) atMost(n int) (found []int, finished bool) {
	finished = true
	open := []*branch{{route: c.route()}}
	for len(open) > 0 {
		b := open[len(open)-1]
		c.undo(b)
		if finished = finished && c.effort > 0; b.next == len(b.route) || !finished {
			c.release(b)
			open = open[:len(open)-1]
			continue
		}
		k := b.route[b.next]
		b.next++
		if c.count+c.live[k] > n || !c.loseAll(b, k) {
			continue
		}
		route := c.route()
		if route == nil {
			return c.lostNow(), true
		}
		open = append(open, &branch{route: route})
	}
	return nil, finished
}

// undo takes the last try back. From then on its group is kept: the next tries are those in which
// another one gives way.
func (c *cutter) undo(b *branch) {
	for _, i := range b.gone {
		c.regain(i)
	}
	b.gone = b.gone[:0]
	if b.next > 0 {
		c.kept[b.route[b.next-1]]++
	}
}

// release forgets what a branch kept.
func (c *cutter) release(b *branch) {
	for _, k := range b.route[:b.next] {
		c.kept[k]--
	}
}

// loseAll loses what is left of a group's sources, and reports whether all groups that have to be
// kept still have some.
func (c *cutter) loseAll(b *branch, k int) bool {
	spared := true
	for _, i := range c.holders[k] {
		if !c.lost[i] {
			b.gone = append(b.gone, i)
			spared = c.lose(i) && spared
		}
	}
	return spared
}
