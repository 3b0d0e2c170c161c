package render

import (
	"math"
	"slices"

	"github.com/outcomemap/outcomemap/internal/grouped"
)

const (
	mostUntied  = 300    // strokes of a picture; in a larger one nobody follows a single line
	mostStrands = 48     // of a gutter; in a thicket no way is free
	mostHeights = 20_000 // of the grid that they come to: a look takes as many steps as two have in common
	mostLooks   = 6_000  // at pairs of strands, in a picture
	untieRounds = 3
	slimBend    = 40.0 // the least width of a bend that leads a strand off another
	bendStep    = 5.0  // between two places of a bend
)

// What a place costs: a rope by its length, a crossing more than any rope, and hubs as crowding has it.
const (
	ropeCost  = 4.0
	ropeFree  = 12.0 // of the length of a rope
	crossCost = 2000.0
	crowdCost = 120.0 // by the square of what is missing
	leastGain = 20.0
)

// A tangle is the strands of one gutter, while those that lie on one another are led apart.
type tangle struct {
	*scene
	gutter  *column
	strands []strand
	hubs    []int32
	tried   []int32   // hubs, of one round
	room    []float32 // of the strands
	looks   int       // that are left
}

// untie leads strokes of different pathways apart that lie on one another: one gets a bend further left or
// right, or a hub moves with what it joins. Nothing moves that would cross more strokes then. It tells
// whether anything has moved.
func (s *scene) untie(bends []bend) (moved bool) {
	if len(s.paths) < 2 || len(s.strokes) > mostUntied {
		return false
	}
	all := s.strands(bends)
	byGutter := grouped.By(len(all), len(s.columns), func(i int) int { return int(s.gutterOf(all[i].from[0])) })
	t := tangle{scene: s, looks: mostLooks}
	for g := range s.columns {
		in := byGutter.In(g)
		if len(in) > mostStrands || !t.take(int32(g), all, in) {
			continue
		}
		for range untieRounds {
			if !t.loosen() {
				break
			}
			moved = true
		}
		for _, r := range t.strands {
			if r.turn >= 0 {
				bends[r.turn] = r.bend
			}
		}
	}
	return moved
}

// strands lists what all strokes draw in the gutters.
func (s *scene) strands(bends []bend) []strand {
	all := make([]strand, 0, len(s.strokes)+len(s.lanes))
	for i := range s.strokes {
		k := &s.strokes[i]
		if s.inside(k) {
			continue
		}
		outRight, inRight := s.sides(k)
		r := strand{path: k.path, from: s.endPoint(k.from, k.fromPort, outRight), hubs: [2]int32{s.hubOf(k.from), -1}}
		lanes := s.lanes[k.firstLane:k.lastLane]
		for n := range len(lanes) + 1 {
			at := k.firstLane + int32(i+n)
			r.bend, r.turn = bends[at], at
			var behind Point
			if n < len(lanes) {
				ends := s.passEnds(lanes[n], outRight)
				r.to, behind = ends[0], ends[1]
			} else {
				r.to, r.hubs[1] = s.endPoint(k.to, k.toPort, inRight), s.hubOf(k.to)
			}
			if !outRight || r.hubs != [2]int32{-1, -1} {
				r.turn = -1
			}
			all = append(all, r.turned())
			r.from, r.hubs[0] = behind, -1
		}
	}
	return all
}

// hubOf is the number of the hub that a stroke ends at, or -1.
func (s *scene) hubOf(node int32) int32 { return max(node-int32(len(s.cards)), -1) }

// turned is a strand from left to right.
func (r strand) turned() strand {
	if r.from[0] > r.to[0] {
		r.from, r.to = r.to, r.from
		r.hubs[0], r.hubs[1] = r.hubs[1], r.hubs[0]
	}
	return r
}

// take fills a tangle with the strands of a gutter, unless they have tracks there, which keep them apart.
func (t *tangle) take(gutter int32, all []strand, in []int32) bool {
	t.gutter, t.strands, t.hubs = &t.columns[gutter], t.strands[:0], t.hubs[:0]
	heights := 0
	for _, i := range in {
		if all[i].bend != (bend{}) {
			return false
		}
		t.strands = append(t.strands, all[i])
		heights += all[i].heights()
	}
	if heights > mostHeights {
		return false
	}
	t.room = slices.Grow(t.room[:0], heights)
	for i := range t.strands {
		r := &t.strands[i]
		n := len(t.room)
		t.room = t.room[:n+r.heights()]
		r.at = t.room[n:n:len(t.room)]
		r.trace()
	}
	for h := range t.scene.hubs {
		if t.scene.hubs[h].gutter == gutter {
			t.hubs = append(t.hubs, int32(h))
		}
	}
	return true
}

// loosen moves one strand or hub after the other that is part of a rope, and tells whether any moved.
func (t *tangle) loosen() (moved bool) {
	tried := t.tried[:0]
	for i := range t.strands {
		if t.looks < 0 || !t.tied(i) {
			continue
		}
		r := &t.strands[i]
		if r.turn >= 0 {
			moved = t.bendOff(r) || moved
		}
		for _, h := range r.hubs {
			if h >= 0 && !slices.Contains(tried, h) {
				tried = append(tried, h)
				moved = t.shift(h) || moved
			}
		}
	}
	t.tried = tried
	return moved
}

// tied reports whether a strand is part of a rope.
func (t *tangle) tied(i int) bool {
	r := &t.strands[i]
	for k := range t.strands {
		if o := &t.strands[k]; o.path != r.path && r.near(o) {
			t.looks--
			if rope, _ := r.beside(o); rope > ropeLong {
				return true
			}
		}
	}
	return false
}

// bendOff gives a strand the bend that costs least.
func (t *tangle) bendOff(r *strand) bool {
	left, right := t.gutter.x+t.gutter.width+bendLeft, t.gutter.x+t.gutter.width+t.gutter.gutter-bendRight
	own, least := r.bend, t.cost(r, math.Inf(1))
	best := own
	for wide := right - left; wide >= slimBend; wide -= 2 * bendStep {
		for from := left; from+wide <= right; from += bendStep {
			r.bend = bend{from, from + wide}
			r.trace()
			if cost := t.cost(r, least-leastGain); cost < least-leastGain {
				best, least = r.bend, cost
			}
		}
	}
	r.bend = best
	r.trace()
	return best != own
}

// shift gives a hub the place that costs least.
func (t *tangle) shift(h int32) bool {
	hub := &t.scene.hubs[h]
	reach := t.reach(hub)
	left := t.gutter.x + t.gutter.width + hubEdge
	right := t.gutter.x + t.gutter.width + t.gutter.gutter - hubEdge
	own := Point{hub.x, hub.y}
	best, least := own, t.hubCost(h, math.Inf(1))
	for i := -hubReach; i <= hubReach; i++ {
		for j := -1; j <= 1; j++ {
			if j != 0 && i%2 != 0 {
				continue
			}
			dx, dy := hubStep*float64(i), 2*hubStep*float64(j)
			to := Point{own[0] + dx, own[1] + dy}
			if to[0] < left || to[0] > right || to[1] < reach[0] || to[1] > reach[1] || t.looks < 0 {
				continue
			}
			t.put(h, to)
			far := float64(dx*dx)/16 + float64(dy*dy)/16
			if cost := t.hubCost(h, least-leastGain-far) + far; cost < least-leastGain {
				best, least = to, cost
			}
		}
	}
	t.put(h, best)
	return best != own
}

// put moves a hub and the strands that meet in it.
func (t *tangle) put(h int32, to Point) {
	t.scene.hubs[h].x, t.scene.hubs[h].y = to[0], to[1]
	for i := range t.strands {
		r := &t.strands[i]
		if r.hubs[0] == h {
			r.from = to
		} else if r.hubs[1] == h {
			r.to = to
		} else {
			continue
		}
		r.trace()
	}
}

// hubCost is what the place of a hub costs: its own, and that of all strands that meet in it. At limit it
// looks no further.
func (t *tangle) hubCost(h int32, limit float64) float64 {
	sum, at := 0.0, Point{t.scene.hubs[h].x, t.scene.hubs[h].y}
	for i := range t.strands {
		r := &t.strands[i]
		if r.hubs[0] == h || r.hubs[1] == h {
			if sum += t.cost(r, limit-sum); sum >= limit {
				return sum
			}
		} else {
			sum += crowd(r.apart(at, hubClear), hubClear)
		}
	}
	for _, o := range t.hubs {
		if o != h {
			sum += crowd(distance(Point{t.scene.hubs[o].x, t.scene.hubs[o].y}, at), hubApart)
		}
	}
	return sum
}

// cost is what the way of a strand costs. At limit it looks no further.
func (t *tangle) cost(r *strand, limit float64) float64 {
	sum := 0.0
	for i := range t.strands {
		o := &t.strands[i]
		if o == r || !r.near(o) {
			continue
		}
		t.looks--
		rope, crossings := r.beside(o)
		sum += float64(crossCost * float64(crossings))
		if o.path != r.path && rope > ropeFree {
			sum += float64(ropeCost * (rope - ropeFree))
		}
		if sum >= limit {
			return sum
		}
	}
	for _, h := range t.hubs {
		if r.hubs[0] != h && r.hubs[1] != h {
			sum += crowd(r.apart(Point{t.scene.hubs[h].x, t.scene.hubs[h].y}, hubClear), hubClear)
		}
	}
	return sum
}

// crowd is what it costs to come nearer than wanted.
func crowd(gap, wanted float64) float64 {
	if gap >= wanted {
		return 0
	}
	return float64(crowdCost * (wanted - gap) * (wanted - gap)) // rounded, as it is summed up
}
