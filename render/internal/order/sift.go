package order

import "slices"

// sifter moves items, one at a time, to the place in their layer where they cross least, all others
// held (sifting: Rudell 1993 for decision diagrams, Matuszewski, Schönfeld and Molitor 1999 for
// layers), with both neighbouring layers in view. It remembers the neighbours of what it moved, which that
// may have unsettled, so that an order at rest costs nothing; items that were passed are not looked at again.
type sifter struct {
	*state
	layer []int32 // of each slot
	table *table  // nil in large graphs
	slack int64   // a search that is worse than its best place by this for each link of the item gives up
	steps int64   // work done so far, about a nanosecond each

	held    int     // links of the item in hand
	rows    []int32 // where its rows in the table are, or without a table
	onLeft  []int32 // the places of its neighbours to the left
	onRight []int32 // and to the right, sorted

	waiting ring // slots to look at
	log     []move
	logs    bool // whether moves go to log
}

// move is a slot and the place it came from.
type move struct{ v, from int32 }

func newSifter(s *state) *sifter {
	f := &sifter{state: s, layer: make([]int32, s.Len()), table: newTable(s.Graph), waiting: newRing(s.Len())}
	for l := range s.Layers() {
		for v := s.first[l]; v < s.first[l+1]; v++ {
			f.layer[v] = int32(l)
		}
	}
	return f
}

// settleSlack is the slack of the first sifting, in which items still travel far, and farSlack that of
// graphs too large for it to come to rest. With half as much again settleSlack finds no fewer crossings up to
// 3,000 boxes of the families of families_test.go, a quarter of a percent fewer at 12,000. briefSlack costs
// 1,000 to 2,000 items a tenth of a percent and saves a third of the sifting where links are few.
const briefSlack, settleSlack, farSlack = 3, 16, 60

// reset turns to an order of the graph; a new sifter needs it as well.
func (f *sifter) reset(s *state) {
	f.state = s
	if f.table != nil {
		f.table.fill(s)
	}
}

func (f *sifter) push(v int32) { f.waiting.push(v) }

// pushAll has every item looked at, layer by layer.
func (f *sifter) pushAll() {
	for _, v := range f.at {
		f.push(v)
	}
}

// around has the neighbours of v looked at.
func (f *sifter) around(v int32) {
	for _, w := range f.left.of(v) {
		f.push(w)
	}
	for _, w := range f.right.of(v) {
		f.push(w)
	}
}

// settle sifts until nothing waits or the steps are used up, and returns the crossings saved.
func (f *sifter) settle(steps int64) (saved int64) {
	for end := f.steps + steps; f.waiting.n > 0 && f.steps < end; {
		saved += f.sift(f.waiting.pop())
	}
	return saved
}

// sift moves v to its best place, the nearest of equals, and returns the crossings saved.
func (f *sifter) sift(v int32) int64 {
	if !f.take(v) {
		return 0
	}
	at, p := f.row(int(f.layer[v])), int(f.pos[v])
	down, i := f.scan(at, p, 1)
	up, j := f.scan(at, p, -1)
	if up < down {
		down, i = up, j
	}
	if down < 0 {
		f.moveTo(v, i)
		f.around(v)
	}
	return -down
}

// far is how many places an item is moved at most, so that items which cross nothing cost nothing much.
const far = 4096

// scan walks from place p and returns what v gains, as a number below zero, and where.
func (f *sifter) scan(at []int32, p, step int) (least int64, to int) {
	sum, i := int64(0), p+step
	slack := f.slack * int64(f.held)
	to = p
	for end := p + step*far; uint(i) < uint(len(at)) && i != end; i += step {
		sum += f.cost(at[i]) * int64(step)
		if sum < least {
			least, to = sum, i
		} else if sum > least+slack {
			break
		}
	}
	f.steps += int64(20 + (i-p)*step*(1+len(f.rows)))
	return least, to
}

// take takes an item in hand for cost and reports whether it has neighbours at all.
func (f *sifter) take(v int32) bool {
	a, b := f.left.of(v), f.right.of(v)
	f.held = len(a) + len(b)
	if f.held == 0 {
		return false
	}
	if f.table == nil {
		f.onLeft, f.onRight = f.places(f.onLeft, a), f.places(f.onRight, b)
		return true
	}
	f.rows = f.rows[:0]
	for _, w := range a {
		f.rows = append(f.rows, f.table.left[w])
	}
	for _, w := range b {
		f.rows = append(f.rows, f.table.right[w])
	}
	return true
}

func (f *sifter) places(to, slots []int32) []int32 {
	to = to[:0]
	for _, w := range slots {
		to = append(to, f.pos[w])
	}
	slices.Sort(to)
	return to
}

// cost returns how many more crossings there are with u above the item in hand than below it.
func (f *sifter) cost(u int32) (sum int64) {
	if f.table == nil {
		return f.signs(f.onLeft, f.left.of(u)) + f.signs(f.onRight, f.right.of(u))
	}
	return f.table.sum(f.rows, u)
}

// signs returns the sum of sign(b-a) over places a and the places b of slots.
func (f *sifter) signs(places, slots []int32) (sum int64) {
	if len(places) == 0 {
		return 0
	}
	for _, w := range slots {
		b := f.pos[w]
		sum += int64(count(places, b) + count(places, b+1) - len(places))
	}
	f.steps += int64(4 * len(slots))
	return sum
}

// count returns how many of the sorted places are below b. Few are counted faster than searched.
func count(places []int32, b int32) (n int) {
	if len(places) > 16 {
		n, _ = slices.BinarySearch(places, b)
		return n
	}
	for _, a := range places {
		if a < b {
			n++
		}
	}
	return n
}

// moveTo moves v within its layer.
func (f *sifter) moveTo(v int32, to int) {
	l, p := int(f.layer[v]), int(f.pos[v])
	if f.logs {
		f.log = append(f.log, move{v, int32(p)})
	}
	at, step := f.row(l), 1
	if to < p {
		step = -1
	}
	f.steps += 10 + int64((to-p)*step)*int64(5*f.links(v))
	for ; p != to; p += step {
		w := at[p+step]
		if f.table != nil {
			f.table.pass(f.state, v, w, int8(2*step))
		}
		at[p], f.pos[w] = w, int32(p)
	}
	at[to], f.pos[v] = v, int32(to)
}

// undo takes back all that is logged.
func (f *sifter) undo() {
	f.logs = false
	for i := len(f.log) - 1; i >= 0; i-- {
		f.moveTo(f.log[i].v, int(f.log[i].from))
	}
	f.logs, f.log = true, f.log[:0]
}

// ring is a queue that holds each slot at most once.
type ring struct {
	slots   []int32
	head, n int
	in      []bool
}

func newRing(size int) ring { return ring{slots: make([]int32, size), in: make([]bool, size)} }

func (r *ring) push(v int32) {
	if r.in[v] {
		return
	}
	i := r.head + r.n
	if i >= len(r.slots) {
		i -= len(r.slots)
	}
	r.slots[i], r.in[v] = v, true
	r.n++
}

func (r *ring) pop() int32 {
	v := r.slots[r.head]
	if r.head++; r.head == len(r.slots) {
		r.head = 0
	}
	r.n--
	r.in[v] = false
	return v
}
