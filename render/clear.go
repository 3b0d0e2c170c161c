package render

import (
	"math"
	"slices"
	"sort"
)

// A piece is what a stroke draws in one gutter: the curve from one of its points to the next.
type piece struct {
	gutter int32
	stroke int32
	first  int32 // of its two points
}

// Room around a hub, and how far one may move to get it.
const (
	hubClear  = 9.0 // from its middle to the middle of another link
	hubApart  = 16.0
	hubStep   = 6.0
	hubReach  = 3      // steps each way
	hubEdge   = 26.0   // from the cards on both sides
	mostPairs = 20_000 // of hubs and pieces in a gutter; in a thicket no place is free
)

// clearHubs moves hubs off the links of other steps, so that nobody takes a link that runs through a hub
// for one of its own. A hub that is clear of them stays where it is.
func (s *scene) clearHubs() {
	if len(s.hubs) == 0 {
		return
	}
	pieces, end := s.pieces()
	order := make([]int32, len(s.hubs))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return int(s.hubs[a].gutter - s.hubs[b].gutter) })
	for n := 0; len(order) > 0; order = order[n:] {
		g := s.hubs[order[0]].gutter
		for n = 1; n < len(order) && s.hubs[order[n]].gutter == g; n++ {
		}
		here, first := order[:n], int32(0)
		if g > 0 {
			first = end[g-1]
		}
		run := pieces[first:end[g]]
		if len(here)*len(run) > mostPairs {
			continue
		}
		for _, h := range here {
			s.clearHub(h, here, run)
		}
	}
}

// pieces lists what is drawn in each gutter, gutter by gutter; that of gutter g ends at end[g].
func (s *scene) pieces() (all []piece, end []int32) {
	all, end = make([]piece, 0, len(s.strokes)+len(s.lanes)), make([]int32, len(s.columns))
	for i := range s.strokes {
		k := &s.strokes[i]
		if s.inside(k) {
			continue
		}
		for p := k.first; p+1 < k.last; p++ {
			if g := s.gutterOf(math.Min(s.points[p][0], s.points[p+1][0])); s.points[p][1] != s.points[p+1][1] || !s.overColumn(g, p) {
				all = append(all, piece{gutter: g, stroke: int32(i), first: p})
				end[g]++
			}
		}
	}
	slices.SortStableFunc(all, func(a, b piece) int { return int(a.gutter - b.gutter) })
	for g := 1; g < len(end); g++ {
		end[g] += end[g-1]
	}
	return all, end
}

// overColumn reports whether a level piece reaches over the column behind a gutter.
func (s *scene) overColumn(gutter, first int32) bool {
	right := math.Max(s.points[first][0], s.points[first+1][0])
	return int(gutter)+1 < len(s.columns) && right > s.columns[gutter+1].x
}

// gutterOf returns the gutter that starts at x or left of it.
func (s *scene) gutterOf(x float64) int32 {
	right := sort.Search(len(s.columns), func(i int) bool { return s.columns[i].x+s.columns[i].width > x })
	return int32(max(0, right-1))
}

// clearHub gives one hub the nearest place that is clear, or the clearest.
func (s *scene) clearHub(h int32, others []int32, run []piece) {
	hub := &s.hubs[h]
	at := Point{hub.x, hub.y}
	if s.crowding(h, at, others, run) == 0 {
		return
	}
	col, reach := &s.columns[hub.gutter], s.reach(hub)
	left := col.x + col.width + hubEdge
	right := col.x + col.width + col.gutter - hubEdge
	best, least := at, math.Inf(1)
	for i := -hubReach; i <= hubReach; i++ {
		for j := -hubReach; j <= hubReach; j++ {
			dx, dy := hubStep*float64(i), hubStep*float64(j)
			to := Point{at[0] + dx, at[1] + dy}
			if to[0] < left || to[0] > right || to[1] < reach[0] || to[1] > reach[1] {
				continue
			}
			cost := s.crowding(h, to, others, run) + float64(dx*dx)/16 + float64(dy*dy)/16
			if cost < least {
				best, least = to, cost
			}
		}
	}
	s.moveHub(h, best, run)
}

// crowding is 0 where a hub is clear of everything that is not its own, and grows with what is near.
func (s *scene) crowding(h int32, at Point, others []int32, run []piece) float64 {
	sum := 0.0
	node := int32(len(s.cards)) + h
	for _, p := range run {
		k := &s.strokes[p.stroke]
		if k.from == node || k.to == node {
			continue
		}
		if gap := hubClear - gapTo(at, s.points[p.first], s.points[p.first+1]); gap > 0 {
			sum += float64(4 * gap * gap)
		}
	}
	for _, o := range others {
		if gap := hubApart - distance(Point{s.hubs[o].x, s.hubs[o].y}, at); o != h && gap > 0 {
			sum += float64(4 * gap * gap)
		}
	}
	return sum
}

// gapTo is how far a point is from the curve that is drawn from one point to another, as its tangent
// below or above the point says; more than [hubClear] where they are well apart.
func gapTo(at, from, to Point) float64 {
	if at[1] < math.Min(from[1], to[1])-hubClear || at[1] > math.Max(from[1], to[1])+hubClear ||
		at[0] < math.Min(from[0], to[0]) || at[0] > math.Max(from[0], to[0]) {
		return 2 * hubClear
	}
	width, height := to[0]-from[0], to[1]-from[1]
	t := part((at[0] - from[0]) / width)
	y := from[1] + float64(height*t*t*(3-float64(2*t)))
	slope := float64(6*height*t*(1-t)) / float64(width*steep(t))
	return math.Abs(y-at[1]) / math.Sqrt(1+float64(slope*slope))
}

// part returns the parameter at which the curve has come the share u of its width: see curve in
// svg_links.go, x(t) = 1.5t - 1.5t² + t³.
func part(u float64) float64 {
	t := u
	for range 4 { // Newton's method; the slope is at least 0.75
		x := float64(t * (1.5 - float64(t*(1.5-t))))
		t -= (x - u) / steep(t)
	}
	return t
}

// steep is the slope of x(t).
func steep(t float64) float64 { return 1.5 - float64(3*t) + float64(3*t*t) }

// moveHub puts a hub and the ends of its strokes elsewhere.
func (s *scene) moveHub(h int32, to Point, run []piece) {
	s.hubs[h].x, s.hubs[h].y = to[0], to[1]
	node := int32(len(s.cards)) + h
	for _, p := range run {
		if s.strokes[p.stroke].from == node && p.first == s.strokes[p.stroke].first {
			s.points[p.first] = to
		}
		if s.strokes[p.stroke].to == node && p.first+2 == s.strokes[p.stroke].last {
			s.points[p.first+1] = to
		}
	}
}
