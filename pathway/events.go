package pathway

import "slices"

// event is a set of links that hold together or not at all.
type event struct {
	group
	place int // of the chance that they hold; -1 where any is possible
}

// events is a pathway with each of its links in one event.
type events struct {
	gates
	from, to []int
	all      []event
}

// newEvents gives each link to the chance that is nearest to it, and makes the links that are left,
// about which nothing is known, events of any chance.
func newEvents(g *graph, chances []Chance, ends Ends) *events {
	e := &events{gates: gates{len(g.out)}}
	e.from, e.to = g.ends(ends)
	d := newDealer(g)
	for _, c := range g.byNearness(chances) {
		e.take(d, c.key, c.place)
	}
	for i := range g.bundled {
		if key, ok := g.keyOf(&g.bundled[i]); ok {
			e.take(d, key, -1)
		}
	}
	return e
}

// spans returns the ends of the chance of each event.
func (e *events) spans(chances []Chance) (lows, highs []float64) {
	lows, highs = make([]float64, len(e.all)), make([]float64, len(e.all))
	for i, ev := range e.all {
		highs[i] = 1
		if ev.place >= 0 && ev.place < len(chances) {
			lows[i], highs[i] = chances[ev.place].span()
		}
	}
	return lows, highs
}

// take makes an event of those links of a key that are not dealt yet.
func (e *events) take(d *dealer, key [2]int, place int) {
	if gr, ok := d.deal(&e.gates, key); ok {
		e.all = append(e.all, event{gr, place})
	}
}

// keyed is a chance with its ends read.
type keyed struct {
	key   [2]int
	place int
}

// byNearness reads chances and sorts them, the nearest to a link first.
func (g *graph) byNearness(chances []Chance) []keyed {
	var known []keyed
	for place, c := range chances {
		if key, ok := g.key(c.From, c.To); ok {
			known = append(known, keyed{key, place})
		}
	}
	distance := func(k keyed) (d int) {
		if k.key[0] < 0 { // the whole step that a link leads from is further than the one it leads to
			d = 2
		}
		if k.key[1] < 0 {
			d++
		}
		return d
	}
	slices.SortStableFunc(known, func(a, b keyed) int { return distance(a) - distance(b) })
	return known
}

// span returns the ends of a chance in order and inside [0, 1].
func (c Chance) span() (low, high float64) {
	if c.Low != c.Low || c.High != c.High { // NaN
		return 0, 1
	}
	low, high = min(max(c.Low, 0), 1), min(max(c.High, 0), 1)
	return min(low, high), max(low, high)
}

// keyOf is the key of all links of a bundle, unless it has none.
func (g *graph) keyOf(b *Bundle) (key [2]int, ok bool) {
	if b.Implied() {
		return [2]int{-1 - b.FromStep, -1 - b.ToStep}, true
	}
	return g.key(b.Link.From, b.Link.To)
}
