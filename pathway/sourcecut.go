package pathway

// sourceEffort is how many links [Pathway.CutSources] looks at unless told otherwise.
const sourceEffort = 5_000_000

// A SourceCut is what is known about the smallest loss of sources that breaks every route.
type SourceCut struct {
	Low, High int      // the smallest number of sources lies between these, and is known where they are equal
	Sources   []string // High sources whose loss does it, in the order in which the citations name them

	// Flow is the maximum flow where a link carries as many units as it has sources: the robustness
	// by sources of a causal map. It never lies below High, as a source on two links counts twice.
	Flow int
}

// CutSources returns the smallest number of sources whose loss leaves no route between the ends on
// which every link is cited. As one source may stand behind many links this is NP-hard (a minimum
// label cut; Coudert and others 2007). It is answered by branch and bound: a route that is left has
// to lose all sources of one of its links, so each of them is tried in turn; sources that tell a
// whole route on their own have to go at once. effort is the number of links, and of stones for whole
// steps, that are looked at on the way, 5,000,000 where it is not above 0. When it is used up, Low and
// High are the best bounds so far: High from the maximum flow or better, Low from what was ruled out.
//
// ok is false where a stone is at both ends: no loss of evidence can cut it from itself. Where no
// route is cited all along, nothing has to be lost.
func (p *Pathway) CutSources(citations []Citation, ends Ends, effort int) (cut SourceCut, ok bool) {
	s := newSupport(newGraph(p), citations, ends)
	if meet(s.from, s.to) {
		return SourceCut{}, false
	}
	cut, _ = s.cutSources(s.sources(citations), effort)
	return cut, true
}

func (s *support) cutSources(sources []source, effort int) (cut SourceCut, threads []string) {
	if effort <= 0 {
		effort = sourceEffort
	}
	c := newCutter(s, sources, effort)
	least, flow := c.ofFlow()
	for i := range c.sources {
		if c.web.thread(c.sources[i]) {
			c.lose(i)
			threads = append(threads, c.sources[i].id)
		}
	}
	if lost := c.lostNow(); c.broken() {
		cut.Low, least = len(lost), lost // all of them have to go, and that does it
	} else {
		cut.Low, least = c.search(len(lost)+1, c.thinned(least))
	}
	cut.High, cut.Flow = len(least), flow
	for _, i := range least {
		cut.Sources = append(cut.Sources, c.sources[i].id)
	}
	return cut, threads
}
