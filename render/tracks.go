package render

import (
	"cmp"
	"slices"

	"github.com/outcomemap/outcomemap/internal/grouped"
)

// A run is the way up or down that strokes take in one gutter: one from a lane, or all from one port.
// Runs that pass each other bend at different places, so that no two lie on one another.
type run struct {
	gutter     int32
	start, end float64
	track      int32 // from the right, from 0
}

const (
	trackStep = 7.0  // between the bends of two tracks
	bendLeast = 20.0 // half the width of a bend
	bendLeft  = 8.0  // between bends and the cards before them
	bendRight = 16.0 // and those behind them, which have arrows
	levelRun  = 14.0 // what rises less is level
	crowded   = 8    // runs abreast; fewer are told apart where each takes the whole gutter
	mostRuns  = 64   // of a gutter; more abreast cannot be told apart
)

// A bend is where a stroke changes its height in a gutter, between left and right of the cards before
// it. The zero value is none: its curve takes the whole gutter.
type bend struct{ left, right float64 }

// bends gives all runs their tracks. The bend of a stroke in the gutter behind its lane number n, 0 for
// the gutter that it starts in, has the place of the stroke and its first lane and n, added up. Costs
// are linear in the strokes.
func (s *scene) bends() []bend {
	of, runs := s.runs()
	gutters := grouped.By(len(runs), len(s.columns), func(i int) int { return int(runs[i].gutter) })
	abreast := make([]int32, len(s.columns))
	for g := range abreast {
		if in := gutters.In(g); len(in) <= mostRuns {
			slices.SortStableFunc(in, func(a, b int32) int { return compareRuns(&runs[a], &runs[b]) })
			abreast[g] = lineUp(runs, in)
		}
	}
	bends := make([]bend, len(of))
	for i, r := range of {
		if r > 0 {
			bends[i] = s.bendOf(&runs[r-1], abreast[runs[r-1].gutter])
		}
	}
	return bends
}

// runs lists the runs of all strokes that go forward between cards, and for each place of a bend the
// number of its run, from 1.
func (s *scene) runs() (of []int32, runs []run) {
	of = make([]int32, len(s.strokes)+len(s.lanes))
	runs = make([]run, 0, len(s.ports))
	fromPort := make([]int32, 2*len(s.ports)) // the run that rises from a port, and the one that falls
	for i := range s.strokes {
		k := &s.strokes[i]
		if s.backward(k) || s.inside(k) {
			continue
		}
		lanes := s.lanes[k.firstLane:k.lastLane]
		for n := range len(lanes) + 1 {
			start, end, ok := s.rise(k, lanes, n)
			if !ok {
				continue
			}
			var shared *int32
			if n == 0 {
				shared = &fromPort[2*k.fromPort]
				if end > start {
					shared = &fromPort[2*k.fromPort+1]
				}
			}
			at := int(k.firstLane) + i + n
			if shared != nil && *shared > 0 {
				of[at] = *shared
				runs[*shared-1].reach(end)
				continue
			}
			runs = append(runs, run{gutter: s.after(k.from) - 1 + int32(n), start: start, end: end})
			of[at] = int32(len(runs))
			if shared != nil {
				*shared = of[at]
			}
		}
	}
	return of, runs
}

// rise returns the heights that a stroke has before and behind a gutter, and whether it has a bend there:
// at a hub it has not.
func (s *scene) rise(k *stroke, lanes []lane, n int) (start, end float64, ok bool) {
	switch {
	case n > 0:
		start = lanes[n-1].y
	case k.fromPort < 0:
		return 0, 0, false
	default:
		start = s.ports[k.fromPort].y
	}
	switch {
	case n < len(lanes):
		end = lanes[n].y
	case k.toPort < 0:
		return 0, 0, false
	default:
		end = s.ports[k.toPort].y
	}
	return start, end, end-start > levelRun || start-end > levelRun
}

// reach makes a run go as far as one more of its strokes does.
func (r *run) reach(end float64) {
	if r.start < r.end {
		r.end = max(r.end, end)
	} else {
		r.end = min(r.end, end)
	}
}

// compareRuns orders the runs of a gutter so that each has its track left of those before it that it passes, and none
// crosses another twice: first those that fall, from the top, then those that rise, from the bottom.
func compareRuns(a, b *run) int {
	down := a.start < a.end
	if c := cmp.Compare(bit(!down), bit(b.start > b.end)); c != 0 {
		return c
	}
	if down {
		return cmp.Compare(a.start, b.start)
	}
	return cmp.Compare(b.start, a.start)
}

// lineUp gives the runs of one gutter their tracks, and returns how many it takes.
func lineUp(runs []run, order []int32) (tracks int32) {
	for i, r := range order {
		own := &runs[r]
		for _, o := range order[:i] {
			if other := &runs[o]; own.passes(other) {
				own.track = max(own.track, other.track+1)
			}
		}
		tracks = max(tracks, own.track+1)
	}
	return tracks
}

func (r *run) passes(o *run) bool {
	return min(r.start, r.end) < max(o.start, o.end) && min(o.start, o.end) < max(r.start, r.end)
}

// bendOf is the bend of a run in a gutter that has so many tracks.
func (s *scene) bendOf(r *run, tracks int32) bend {
	if tracks < crowded {
		return bend{}
	}
	c := &s.columns[r.gutter]
	room := c.gutter - bendLeft - bendRight
	step := min(trackStep, (room-2*bendLeast)/float64(tracks-1))
	half := (room - float64(step*float64(tracks-1))) / 2
	right := c.x + c.width + c.gutter - bendRight - float64(step*float64(r.track))
	return bend{right - 2*half, right}
}
