package pathway

// Robustness is how much evidence holds the routes of a pathway up, seen from three sides.
type Robustness struct {
	Citations CitationCut // as of [Pathway.CutCitations]
	Sources   SourceCut   // as of [Pathway.CutSources]
	Threads   []string    // as of [Pathway.Threads]
}

// Robustness answers [Pathway.CutCitations], [Pathway.CutSources] and [Pathway.Threads] together, and
// reads the pathway and the citations only once for it. effort is that of CutSources; ok is false
// where a stone is at both ends.
func (p *Pathway) Robustness(citations []Citation, ends Ends, effort int) (r Robustness, ok bool) {
	s := newSupport(p, citations, ends)
	if meet(s.from, s.to) {
		return Robustness{}, false
	}
	sources := s.sources(citations)
	return Robustness{s.cutCitations(), s.cutSources(sources, effort), s.threads(sources)}, true
}
