package render

import "math"

// A strand is what one stroke draws in one gutter, from the left to the right, with where it stands at each
// height of a grid, so that two are compared in a few steps.
type strand struct {
	path     int32
	from, to Point
	hubs     [2]int32 // that it starts and ends at, or -1
	turn     int32    // the place of its bend, or -1 where it can have none
	bend     bend
	low      int32     // the first height of the grid that it comes to
	at       []float32 // its x from there on
}

const (
	gridStep  = 8.0
	ropeWidth = 4.0  // strands as close as this cannot be told apart
	ropeLong  = 24.0 // if they stay so for longer
	curveBits = 20   // straight pieces that stand for a curve
)

// heights is how many heights of the grid a strand comes to at most, wherever its hubs move.
func (r *strand) heights() int { return int(math.Abs(r.to[1]-r.from[1])/gridStep) + 16 }

// trace finds where a strand stands on the grid.
func (r *strand) trace() {
	left, right := r.from, r.to
	if r.bend != (bend{}) {
		left[0], right[0] = r.bend.left, r.bend.right
	}
	if left[1] > right[1] {
		left, right = right, left
	}
	width, height := right[0]-left[0], right[1]-left[1]
	r.low, r.at = int32(math.Ceil(left[1]/gridStep)), r.at[:0]
	next, before := float64(r.low)*gridStep, left
	for i := 1; i <= curveBits && next <= right[1]; i++ {
		t := float64(i) / curveBits
		to := Point{left[0] + float64(width*t*(1.5-float64(t*(1.5-t)))), left[1] + float64(height*t*t*(3-float64(2*t)))}
		for ; next <= to[1]; next += gridStep {
			share := 0.0
			if to[1] > before[1] {
				share = (next - before[1]) / (to[1] - before[1])
			}
			r.at = append(r.at, float32(before[0]+float64(share*(to[0]-before[0]))))
		}
		before = to
	}
}

// height returns where a strand is at an x.
func (r *strand) height(x float64) float64 {
	left, right := r.from[0], r.to[0]
	if r.bend != (bend{}) {
		left, right = r.bend.left, r.bend.right
	}
	switch {
	case x <= left:
		return r.from[1]
	case x >= right:
		return r.to[1]
	}
	t := part((x - left) / (right - left))
	return r.from[1] + float64((r.to[1]-r.from[1])*t*t*(3-float64(2*t)))
}

// near reports whether two strands come to the same height.
func (r *strand) near(o *strand) bool {
	return max(r.from[1], r.to[1]) > min(o.from[1], o.to[1]) && max(o.from[1], o.to[1]) > min(r.from[1], r.to[1])
}

// beside returns how long two strands stay so close that they look like one, at a stretch, and how often
// they cross.
func (r *strand) beside(o *strand) (rope float64, crossings int) {
	from, to := max(r.low, o.low), min(r.low+int32(len(r.at)), o.low+int32(len(o.at)))
	if from < to {
		rope, crossings = together(r.at[from-r.low:to-r.low], o.at[from-o.low:to-o.low])
	}
	left, right := max(r.from[0], o.from[0]), min(r.to[0], o.to[0])
	if left < right {
		before, behind := r.above(o, left, right), r.above(o, right, left)
		if turned := float64(before*behind) < -0.25; turned != (crossings%2 == 1) {
			crossings++ // where one of them is level
		}
	}
	return rope, crossings
}

// above is how far a strand is above another at an x or, where they meet there, a bit towards another x.
func (r *strand) above(o *strand, x, towards float64) float64 {
	gap := o.height(x) - r.height(x)
	if math.Abs(gap) < 0.5 {
		x += (towards - x) / 4
		gap = o.height(x) - r.height(x)
	}
	return gap
}

func together(a, b []float32) (longest float64, crossings int) {
	run, side := 0.0, float32(0)
	for i := range a {
		gap := a[i] - b[i]
		if gap > 0.5 || gap < -0.5 {
			if side*gap < 0 {
				crossings++
			}
			side = gap
		}
		if i+1 == len(a) || gap > 2*ropeWidth || gap < -2*ropeWidth {
			run = 0
			continue
		}
		along := float64(a[i+1] - a[i])
		step := math.Sqrt(gridStep*gridStep + float64(along*along))
		if math.Abs(float64(gap))*gridStep/step >= ropeWidth {
			run = 0
			continue
		}
		run += step
		longest = max(longest, run)
	}
	return longest, crossings
}

// apart is how far a strand stays from a point beside its curve, at most reach.
func (r *strand) apart(at Point, reach float64) float64 {
	near := reach
	for _, end := range [2]Point{r.from, r.to} {
		near = min(near, distance(end, at))
	}
	if at[0] < r.from[0] || at[0] > r.to[0] {
		return near
	}
	left, right := r.from, r.to
	if r.bend != (bend{}) {
		near = min(near, fromLevel(at, r.from, r.bend.left), fromLevel(at, r.to, r.bend.right))
		left[0], right[0] = r.bend.left, r.bend.right
	}
	return min(near, gapTo(at, left, right))
}

// distance is the same on every architecture, which that of package math is not.
func distance(a, b Point) float64 {
	dx, dy := a[0]-b[0], a[1]-b[1]
	return math.Sqrt(float64(dx*dx) + float64(dy*dy))
}

// fromLevel is how far a point is from the level line between a point and an x.
func fromLevel(at, from Point, x float64) float64 {
	if at[0] < min(from[0], x) || at[0] > max(from[0], x) {
		return math.Inf(1)
	}
	return math.Abs(at[1] - from[1])
}
