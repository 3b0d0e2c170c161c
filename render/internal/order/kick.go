package order

// Iterated local search (Lourenço, Martin and Stützle 2003): kick an order at rest, let it settle,
// keep what is no worse, else take all of it back.

// kickSlack is the slack of the search after a kick: most items stay about where they are.
const kickSlack = 4

// reach is how far a kick moves an item, in places.
const reach = 8

// unlimited is more steps than anything takes: sifting ends, as every move saves a crossing.
const unlimited = 1 << 62

// patience is how many kicks an item gets, in the mean, that save nothing, before the search gives up.
const patience = 1

// search kicks until that is in vain or the steps are used up, and returns the crossings saved.
func (f *sifter) search(r *random, steps int64) (saved int64) {
	movable := f.movable()
	if len(movable) == 0 {
		return 0
	}
	slack := f.slack
	f.slack, f.logs = kickSlack, true
	idle, most := 0, patience*len(movable)
	for end := f.steps + steps; f.steps < end && idle < most; idle++ {
		f.log = f.log[:0]
		gain := f.kick(r, movable[r.below(len(movable))])
		gain += f.settle(unlimited)
		if gain < 0 {
			f.undo()
		}
		if gain > 0 {
			saved, idle = saved+gain, 0
		}
		f.steps += 20
	}
	f.slack, f.logs = slack, false
	return saved
}

// movable returns the items worth a kick: an item with one neighbour goes where that one is.
func (f *sifter) movable() (slots []int32) {
	for v := range int32(f.Len()) {
		if f.links(v) > 1 && f.width(int(f.layer[v])) > 1 {
			slots = append(slots, v)
		}
	}
	return slots
}

// kick moves v a few places and, every other time, its neighbours to the same height. Its neighbours
// are looked at before v is, so that they can follow before it goes back. It returns the crossings
// saved, as a rule fewer than none.
func (f *sifter) kick(r *random, v int32) int64 {
	n := f.width(int(f.layer[v]))
	from := max(0, int(f.pos[v])-reach)
	to := from + r.below(min(n, int(f.pos[v])+reach+1)-from)
	gain := f.force(v, to)
	if r.below(2) == 0 {
		for _, near := range [2][]int32{f.left.of(v), f.right.of(v)} {
			for _, w := range near {
				gain += f.force(w, to*f.width(int(f.layer[w]))/n)
				f.around(w)
			}
		}
	}
	f.around(v)
	f.push(v)
	return gain
}

// force moves v and returns the crossings saved.
func (f *sifter) force(v int32, to int) (gain int64) {
	f.take(v)
	at := f.row(int(f.layer[v]))
	for i := int(f.pos[v]) + 1; i <= to; i++ {
		gain -= f.cost(at[i])
	}
	for i := int(f.pos[v]) - 1; i >= to; i-- {
		gain += f.cost(at[i])
	}
	f.steps += int64(2 * len(f.rows) * max(to-int(f.pos[v]), int(f.pos[v])-to))
	f.moveTo(v, to)
	return gain
}
