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
// (Brecht and Colbourn 1988). A chance for a pair of steps that has only some of the links between its stones is
// tried both ways, each with that effort, for up to 8 such pairs.
func (p *Pathway) Reliability(chances []Chance, ends Ends, effort int) Reliability {
	return newEvents(newGraph(p), chances, ends).reliability(chances, effort)
}

// reliability works with chances for what the events were made of.
func (e *events) reliability(chances []Chance, effort int) Reliability {
	if meet(e.from, e.to) {
		return Reliability{Low: 1, High: 1, Exact: true}
	}
	if effort <= 0 {
		effort = reliabilityEffort
	}
	lows, highs := e.spans(chances)
	low := e.holds(lows, effort)
	high := low
	if !slices.Equal(lows, highs) {
		high = e.holds(highs, effort)
	}
	return Reliability{Low: low.low, High: high.high, Exact: low.exact && high.exact}
}

// bounds enclose a chance.
type bounds struct {
	low, high float64
	exact     bool
}

// holds returns the chance that a route holds, given that of each event. What a ragged event decides
// is tried both ways; those beyond the limit are taken not to hold for the low bound, to hold for
// the high one.
func (e *events) holds(chances []float64, effort int) bounds {
	var ragged []int
	without, with := slices.Clone(chances), slices.Clone(chances)
	for i, ev := range e.all {
		if ev.ragged() && chances[i] > 0 && chances[i] < 1 {
			ragged = append(ragged, i)
			if len(ragged) > raggedLimit {
				without[i], with[i] = 0, 1
			}
		}
	}
	if len(ragged) <= raggedLimit {
		return e.mixed(chances, ragged, effort)
	}
	ragged = ragged[:raggedLimit]
	return bounds{low: e.mixed(without, ragged, effort).low, high: e.mixed(with, ragged, effort).high}
}

// mixed weighs all the ways in which some of the events can turn out.
func (e *events) mixed(chances []float64, tried []int, effort int) bounds {
	total := bounds{exact: true}
	for outcome := range 1 << len(tried) {
		given, weight := slices.Clone(chances), 1.0
		for i, k := range tried {
			given[k] = float64(outcome >> i & 1)
			weight *= 1 - math.Abs(given[k]-chances[k])
		}
		b := e.diagram(given).solve(effort)
		total.low += float64(weight * b.low)
		total.high += float64(weight * b.high)
		total.exact = total.exact && b.exact
	}
	return bounds{min(total.low, 1), min(total.high, 1), total.exact}
}

// diagram draws the links that may hold as independent arcs from the start to the end.
func (e *events) diagram(chances []float64) *diagram {
	var arcs []chancy
	for i, ev := range e.all {
		if ev.ragged() { // here it holds for sure, or it does not
			arcs = appendArcs(arcs, ev.links, chances[i])
		} else if chances[i] > 0 {
			arcs = append(arcs, chancy{ev.arc[0], ev.arc[1], chances[i]})
			arcs = appendArcs(arcs, ev.free, 1)
		}
	}
	return newDiagram(e.nodes, arcs, e.from, e.to)
}

func appendArcs(arcs []chancy, links [][2]int, chance float64) []chancy {
	if chance > 0 {
		for _, l := range links {
			arcs = append(arcs, chancy{l[0], l[1], chance})
		}
	}
	return arcs
}
