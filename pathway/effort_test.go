package pathway_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/pathway"
)

// even gives each link of a pathway a chance of one half.
func even(p *pathway.Pathway) []pathway.Chance {
	var all []pathway.Chance
	for l := range p.AllLinks() {
		all = append(all, chance(l.From, l.To, .5))
	}
	return all
}

// What has to be looked at is counted, so that a shortcut that is lost, or a state that is gone through
// twice, is noticed: with this effort the answer is exact, with one less it is not. An effort of 1 means
// that nothing is left to go through once what is in series, in parallel and without use is taken out.
func TestReliabilityLooksAtNoMoreThanItHasTo(t *testing.T) {
	for _, tt := range []struct {
		why   string
		p     *pathway.Pathway
		least int
	}{
		{"in series", steps(ids{"S"}, ids{"a"}, ids{"b"}, ids{"T"}), 1},
		{"in parallel", steps(ids{"S"}, ids{"a", "b", "c"}, ids{"T"}), 1},
		{"what leads nowhere, and what nothing leads to", with(steps(ids{"S"}, ids{"a", "b", "c", "d"}, ids{"T"}),
			"S", "a", "a", "T", "a", "b", "b", "c", "c", "b", "d", "a"), 1},
		{"a way back to where one has to come from", with(steps(ids{"S"}, ids{"v", "w"}, ids{"T"}), "S", "v", "v", "w", "w", "v", "v", "T", "w", "T"), 1},
		{"a way from where one has to go on to", with(steps(ids{"S"}, ids{"v", "w"}, ids{"T"}), "S", "v", "S", "w", "v", "w", "w", "v", "w", "T"), 1},
		{"back into the start and out of the end", with(steps(ids{"S"}, ids{"v", "w"}, ids{"T"}), "S", "v", "S", "w", "v", "T", "w", "T", "v", "S", "T", "w", "T", "S"), 1},
		{"the bridge: one state before a, two before b", with(steps(ids{"S"}, ids{"a", "b"}, ids{"T"}), "S", "a", "S", "b", "a", "T", "b", "T", "a", "b"), 1 + 2},
		{"two steps of two: one and two; then three that can lead on, twice", wideSteps(4, 2), 1 + 2 + 3 + 3},
		{"of three: up to all sets of the step before but the empty one", wideSteps(4, 3), 1 + 2 + 4 + 7 + 7 + 7},
	} {
		all := even(tt.p)
		assert.True(t, tt.p.Reliability(all, pathway.Ends{}, tt.least).Exact, tt.why)
		if tt.least > 1 {
			assert.False(t, tt.p.Reliability(all, pathway.Ends{}, tt.least-1).Exact, tt.why)
		}
	}
	for length := range 20 { // as many as for the five steps before, and ten for each more
		p := wideSteps(5+length, 2)
		assert.True(t, p.Reliability(even(p), pathway.Ends{}, 23+10*length).Exact, "%d steps", 5+length)
		assert.False(t, p.Reliability(even(p), pathway.Ends{}, 22+10*length).Exact, "%d steps", 5+length)
	}
}

// In a loop, too: by its nature two stones that lead to each other take more than the bridge's three.
func TestReliabilityOfALoopLooksAtNoMoreThanItHasTo(t *testing.T) {
	for stones, least := range map[int]int{2: 9, 3: 54, 4: 303} {
		p := steps(ids{"S"}, nil, ids{"T"})
		for i := range stones {
			p.Steps[1].Stones = append(p.Steps[1].Stones, fmt.Sprint(i))
			p.Links = append(p.Links, pathway.Link{From: "S", To: fmt.Sprint(i)}, pathway.Link{From: fmt.Sprint(i), To: "T"})
			for k := range stones {
				p.Links = append(p.Links, pathway.Link{From: fmt.Sprint(i), To: fmt.Sprint(k)})
			}
		}
		known := p.Reliability(even(p), pathway.Ends{}, least)
		assert.True(t, known.Exact, "%d stones", stones)
		for effort := 1; effort < least; effort++ {
			got := p.Reliability(even(p), pathway.Ends{}, effort)
			require.False(t, got.Exact, "%d stones", stones)
			require.LessOrEqual(t, got.Low, known.Low+1e-12, "%d stones, effort %d", stones, effort)
			require.GreaterOrEqual(t, got.High, known.High-1e-12, "%d stones, effort %d", stones, effort)
		}
	}
}

// What is given up inside a loop, to leave effort for the many steps that come after it, is still in the range.
func TestReliabilityOfALoopThatIsGivenUpInPart(t *testing.T) {
	p := wideSteps(16, 2)
	p.Steps[1].Stones = ids{"a", "b", "c", "d", "e"}
	loop := p.Steps[1].Column
	for _, from := range p.Steps[1].Stones {
		p.Links = append(p.Links, pathway.Link{From: from, To: loop})
	}
	for _, holds := range []float64{.3, .6, .9} {
		var all []pathway.Chance
		for l := range p.AllLinks() {
			all = append(all, chance(l.From, l.To, holds))
		}
		known := p.Reliability(all, pathway.Ends{}, 0)
		require.True(t, known.Exact)
		for effort := 1; effort < 4000; effort += 1 + effort/10 {
			got := p.Reliability(all, pathway.Ends{}, effort)
			require.LessOrEqual(t, got.Low, known.Low+1e-12, "effort %d", effort)
			require.GreaterOrEqual(t, got.High, known.High-1e-12, "effort %d", effort)
		}
	}
}

// A loop of 64 stones is the largest that is gone through. Of 65 the last one alone has a sure way in, which
// no bound may forget.
func TestReliabilityOfTheLargestLoop(t *testing.T) {
	for _, n := range []int{64, 65} {
		p := steps(ids{"S"}, nil, ids{"T"})
		name := func(i int) string { return fmt.Sprint("x", i) }
		var all []pathway.Chance
		join := func(from, to string, holds float64) {
			p.Links = append(p.Links, pathway.Link{From: from, To: to})
			all = append(all, chance(from, to, holds))
		}
		join("S", name(0), .01)
		join("S", name(n-1), .99)
		join(name(0), "T", .01)
		join(name(n-1), "T", .01)
		join(name(n/2), "T", .99)
		for i := range n {
			p.Steps[1].Stones = append(p.Steps[1].Stones, name(i))
			if i > 0 {
				join(name(i-1), name(i), .99)
				join(name(i), name(i-1), .99)
			}
		}
		got := p.Reliability(all, pathway.Ends{}, 0)
		route := math.Pow(.99, float64(2+n-1-n/2)) // in at the last stone, out in the middle
		assert.Equal(t, n == 64, got.Exact)
		assert.GreaterOrEqual(t, got.High, route)
		assert.GreaterOrEqual(t, got.Low, route, "which is a route as good as any")
		assert.LessOrEqual(t, got.High, 1-.99*.01, "something has to leave the start")
	}
}

// More stones than a state has room for, all of which matter until the last of them: nothing is gone
// through, and whichever of them is the way to the end is not forgotten.
func TestReliabilityOfTooWideASet(t *testing.T) {
	const n = 260
	for probable := range n {
		if probable > 10 && probable < n-10 {
			continue
		}
		p := steps(ids{"S"}, nil, ids{"y", "z"}, ids{"T"})
		p.Links = []pathway.Link{{From: "y", To: "T"}, {From: "z", To: "T"}}
		all := []pathway.Chance{chance("y", "T", .9), chance("z", "T", .9)}
		for i := range n {
			x, reached := fmt.Sprint(i), 1e-9
			if i == probable {
				reached = .9
			}
			p.Steps[1].Stones = append(p.Steps[1].Stones, x)
			p.Links = append(p.Links, pathway.Link{From: "S", To: x}, pathway.Link{From: x, To: "y"}, pathway.Link{From: x, To: "z"})
			all = append(all, chance("S", x, reached), chance(x, "y", .9), chance(x, "z", .9))
		}
		got := p.Reliability(all, pathway.Ends{}, 10_000)
		want := .9 * (1 - (1-.9*.9)*(1-.9*.9)) // by way of that stone alone; the others add 260e-9 at most
		assert.False(t, got.Exact)
		assert.LessOrEqual(t, got.Low, want+260e-9, "%d", probable)
		assert.GreaterOrEqual(t, got.High, want, "%d", probable)
	}
}

// What is left of a pair of steps once some of its links have chances of their own is one arc where it is
// whole, so that any number of such pairs is worked out.
func TestReliabilityOfWholeRemainders(t *testing.T) {
	p := wideSteps(12, 2)
	var all []pathway.Chance
	want := 1.0
	for i := range 11 {
		from, to := p.Steps[i], p.Steps[i+1]
		all = append(all, chance(from.Stones[0], to.Column, 0), chance(from.Column, to.Column, .9))
		want *= .9
	}
	got := p.Reliability(all, pathway.Ends{}, 0)
	assert.True(t, got.Exact)
	assert.InDelta(t, want, got.Low, 1e-12, "from the second stone of each step to all of the next")
}

// The effort of a search for sources, by hand: each look for a route costs one for each link that is still
// told of, and one for itself.
func TestCutSourcesLooksAtNoMoreThanItHasTo(t *testing.T) {
	crossed := wideSteps(5, 2)
	var crossing []pathway.Citation
	for l := range crossed.AllLinks() {
		i := len(crossing) / 2
		crossing = append(crossing, pathway.Citation{From: l.From, To: l.To, Source: fmt.Sprint(i % 5)}, pathway.Citation{From: l.From, To: l.To, Source: fmt.Sprint(i % 7)})
	}
	for _, tt := range []struct {
		why   string
		p     *pathway.Pathway
		all   []pathway.Citation
		least int
	}{
		{"a source that tells all has to go, and that does it", steps(ids{"a"}, ids{"b"}, ids{"c"}), cites("a", "b", "s", "b", "c", "s"), 1},
		{"two links: is there a route, without s, without t, and one that one source breaks (3 each); then something must be left",
			steps(ids{"a"}, ids{"b"}, ids{"c"}), cites("a", "b", "s", "a", "b", "t", "b", "c", "u", "b", "c", "v"), 4*3 + 1},
		{"three links, of which each two share a source", steps(ids{"a"}, ids{"b"}, ids{"c"}, ids{"d"}),
			cites("a", "b", "s", "a", "b", "t", "b", "c", "t", "b", "c", "u", "c", "d", "u", "c", "d", "s"), 4*4 + 1},
		{"as counted: what was kept before is not lost again", crossed, crossing, 358},
	} {
		cut, ok := tt.p.CutSources(tt.all, pathway.Ends{}, tt.least)
		require.True(t, ok)
		assert.Equal(t, cut.High, cut.Low, tt.why)
		if tt.least > 1 {
			cut, _ = tt.p.CutSources(tt.all, pathway.Ends{}, tt.least-1)
			assert.Less(t, cut.Low, cut.High, tt.why)
		}
	}
}

// A room of stones that all lead to one another and have one door: who goes in through it cannot come out,
// which is seen from the door. To try all ways through the room would take for ever.
func TestRoutesLookAhead(t *testing.T) {
	p := with(steps(ids{"start"}, ids{"door"}, ids{"end"}), "start", "door", "door", "end")
	for i := range 20 {
		p.Steps[1].Stones = append(p.Steps[1].Stones, fmt.Sprint(i))
	}
	for _, from := range p.Steps[1].Stones {
		p.Links = append(p.Links, pathway.Link{From: from, To: "B"})
	}
	assert.Equal(t, [][]string{{"start", "door", "end"}}, allRoutes(p, 0))
	n, exact := p.CountRoutes()
	assert.Equal(t, uint64(1), n)
	assert.True(t, exact)
}
