package pathway

import (
	"math"
	"slices"
)

// reliabilityEffort is how many states [Pathway.Reliability] looks at unless told otherwise.
const reliabilityEffort = 1_000_000

// A Chance is how probable it is that a link holds. From and To name a stone or a column. A column
// stands for its whole step, and the chance is then that all the links which the pathway has there
// hold together: one event, not many. Of several chances for a link the nearest to it counts: that
// of the two stones, then of a stone and the step it leads to, of a step and the stone it leads to,
// and of two steps; of equal ones the first. A chance for what the pathway has no link for counts
// for nothing.
type Chance struct {
	From, To string

	// Low and High lie in [0, 1] and are equal where the chance is known. What lies outside is
	// moved inside; with NaN any chance is possible.
	Low, High float64
}

// Reliability is the chance that a route holds, as a range.
type Reliability struct {
	Low, High float64

	// Exact says that Low is what the low ends of all chances give, and High what the high ends
	// give. Otherwise the effort did not suffice, and Low and High are bounds on those.
	Exact bool
}

// Reliability returns the chance that some route between the ends holds, link by link (two-terminal
// reliability), where the events that a [Chance] describes are independent. A link without a chance
// may hold or not: Low does without it, High counts on it. As more links do no harm, the ends of
// the ranges give the ends of the result. It is 1 where a stone is at both ends, 0 where there is no
// route. It is never the noisy-or of the routes' products, which takes links that routes share for
// many.
//
// The question is #P-complete (Valiant 1979). Links in series, in parallel and without use are taken
// out first (Moskowitz 1958). What remains is gone through from left to right, with the chance of
// each set of stones that may have been reached among those that still matter (boundary sets,
// Rosenthal 1977); a loop stone by stone. That grows exponentially with the width of what remains,
// but not with its length. effort is the number of states to look at, 1,000,000 where it is not
// above 0, for each end of the range. Where it does not suffice the least probable states are set
// aside, and bounds come from the others and from routes, and cuts, that have no link in common
// (edge packings; Colbourn 1987). A chance for a pair of steps that has only some of the links between
// its stones is tried both ways, each with that effort, for up to 8 such pairs.
func (p *Pathway) Reliability(chances []Chance, ends Ends, effort int) Reliability {
	return newEvents(newGraph(p), chances, ends).reliability([][]Chance{chances}, effort)[0]
}

// reliability works with chances for what the events were made of, in several cases.
func (e *events) reliability(cases [][]Chance, effort int) []Reliability {
	all := make([]Reliability, len(cases))
	if meet(e.from, e.to) {
		for i := range all {
			all[i] = Reliability{Low: 1, High: 1, Exact: true}
		}
		return all
	}
	if effort <= 0 {
		effort = reliabilityEffort
	}
	var known [][]float64            // the chance of each event, at an end of the ranges of a case
	at := make([][2]int, len(cases)) // per case, where its low and its high ends are known
	for i, chances := range cases {
		lows, highs := e.spans(chances)
		known = append(known, lows)
		at[i] = [2]int{len(known) - 1, len(known) - 1}
		if !slices.Equal(lows, highs) {
			known = append(known, highs)
			at[i][1]++
		}
	}
	found := e.holds(known, effort)
	for i := range all {
		low, high := found[at[i][0]], found[at[i][1]]
		all[i] = Reliability{Low: low.low, High: high.high, Exact: low.exact && high.exact}
	}
	return all
}

// bounds enclose a chance.
type bounds struct {
	low, high float64
	exact     bool
}

// holds returns the chance that a route holds, given that of each event, case by case. Cases that are
// alike are worked out side by side.
func (e *events) holds(cases [][]float64, effort int) []bounds {
	found := make([]bounds, len(cases))
	done := make([]bool, len(cases))
	for first := range cases {
		var places []int
		var some [][]float64
		for k := first; k < len(cases) && len(some) < lanes; k++ {
			if !done[k] && alike(cases[first], cases[k]) {
				done[k] = true
				places, some = append(places, k), append(some, cases[k])
			}
		}
		if len(some) > 0 {
			b := e.holdsIn(abreast(some), len(some), effort)
			for lane, k := range places {
				found[k] = b[lane]
			}
		}
	}
	return found
}

// holdsIn works on n cases side by side. What a ragged event decides is tried both ways; those beyond
// the limit are taken not to hold for the low bound, to hold for the high one.
func (e *events) holdsIn(given []chances, n, effort int) (found [lanes]bounds) {
	var ragged []int
	without, with := slices.Clone(given), slices.Clone(given)
	for i, ev := range e.all {
		if ev.ragged() && given[i].possible() && !given[i].sure() {
			ragged = append(ragged, i)
			if len(ragged) > raggedLimit {
				without[i], with[i] = chances{}, certain
			}
		}
	}
	if len(ragged) <= raggedLimit {
		return e.mixed(given, ragged, n, effort)
	}
	ragged = ragged[:raggedLimit]
	low, high := e.mixed(without, ragged, n, effort), e.mixed(with, ragged, n, effort)
	for lane := range found {
		found[lane] = bounds{low: low[lane].low, high: high[lane].high}
	}
	return found
}

// mixed weighs all the ways in which some of the events can turn out.
func (e *events) mixed(given []chances, tried []int, n, effort int) (total [lanes]bounds) {
	for lane := range total {
		total[lane].exact = true
	}
	for outcome := range 1 << len(tried) {
		now, weight := slices.Clone(given), certain
		for i, k := range tried {
			now[k] = chances{}
			if outcome>>i&1 == 1 {
				now[k] = certain
			}
			for lane := range weight {
				weight[lane] *= 1 - math.Abs(now[k][lane]-given[k][lane])
			}
		}
		for lane, b := range e.diagram(now).solve(n, effort) {
			t := &total[lane]
			t.low = min(t.low+float64(weight[lane]*b.low), 1)
			t.high = min(t.high+float64(weight[lane]*b.high), 1)
			t.exact = t.exact && b.exact
		}
	}
	return total
}

// diagram draws the links that may hold as independent arcs from the start to the end.
func (e *events) diagram(given []chances) *diagram {
	n := 0
	for i := range e.all {
		n += e.all[i].size()
	}
	arcs := make([]chancy, 0, n)
	for i := range e.all {
		ev := &e.all[i]
		if ev.ragged() { // here it holds for sure, or it does not
			arcs = appendArcs(arcs, ev.links, given[i])
		} else if given[i].possible() {
			arcs = append(arcs, chancy{ev.arc[0], ev.arc[1], given[i]})
			arcs = appendArcs(arcs, ev.in, certain)
			arcs = appendArcs(arcs, ev.out, certain)
		}
	}
	return newDiagram(e.nodes, arcs, e.from, e.to)
}

func appendArcs(arcs []chancy, links [][2]int, chance chances) []chancy {
	if chance.possible() {
		for _, l := range links {
			arcs = append(arcs, chancy{l[0], l[1], chance})
		}
	}
	return arcs
}
