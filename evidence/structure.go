package evidence

import "github.com/outcomemap/outcomemap/pathway"

// structure works out layer 2.
func (s *scorer) structure() Structure {
	st := Structure{
		Connected:  s.p.Gaps().Connected,
		Links:      s.supports(),
		Dominators: s.p.Dominators(),
	}
	cited := s.cited()
	graph := make([]pathway.Citation, len(cited))
	for i, c := range cited {
		graph[i] = pathway.Citation{From: c.On.From, To: c.On.To, Source: c.sourceKey()}
	}
	if cut, ok := s.p.CutCitations(graph, s.ends); ok {
		r := Robustness{Low: cut.Size, High: cut.Size, Flow: cut.Size}
		if !cut.Exact {
			r.Low = min(1, cut.Size)
		}
		for _, place := range cut.Citations {
			r.Citations = append(r.Citations, cited[place])
		}
		st.Citations = &r
	}
	if cut, ok := s.p.CutSources(graph, s.ends, sourceEffort(len(cited))); ok {
		r := Robustness{Low: cut.Low, High: cut.High, Flow: cut.Flow}
		for _, key := range cut.Sources {
			if item, unsourced := itemOfKey(key); unsourced {
				r.Items = append(r.Items, item)
			} else {
				r.Sources = append(r.Sources, key)
			}
		}
		st.Sources = &r
	}
	for _, key := range s.p.Threads(graph, s.ends) {
		if _, unsourced := itemOfKey(key); !unsourced {
			st.Threads = append(st.Threads, key)
		}
	}
	return st
}

// sourceEffort is how many links to look at: enough for any map of a few hundred citations, and in
// proportion to the citations beyond.
func sourceEffort(citations int) int { return max(1_000_000, 50*citations) }

// An item that states no source is one of its own. Its key can be no id.
const unsourced = "\x00"

func (c Citation) sourceKey() string {
	if c.Source == "" {
		return unsourced + c.Item
	}
	return c.Source
}

func itemOfKey(key string) (string, bool) {
	if key != "" && key[:1] == unsourced {
		return key[1:], true
	}
	return "", false
}

// cited lists the citations that hold links of the pathway up, in the order of the links.
func (s *scorer) cited() []Citation {
	var all []Citation
	for _, t := range s.links {
		for _, p := range s.index.pieces(t.Target) {
			if p.Supports() {
				all = append(all, p.citation(t.Target))
			}
		}
	}
	return all
}

func (p Piece) citation(on pathway.Target) Citation {
	return Citation{Item: p.Item.ID, Source: p.Item.Source, On: on}
}

// supports sorts what bears on each link. A target about several links, such as a pair of steps,
// bears on each of them.
func (s *scorer) supports() []LinkSupport {
	all := make([]LinkSupport, len(s.bundles))
	for n, b := range s.bundles {
		t := s.bundle(n)
		all[n] = LinkSupport{About: t, Implied: b.Implied(), Rating: s.index.Rating(t)}
	}
	for _, t := range s.links {
		claimed := s.index.stated(t.Target) != nil
		var sorted LinkSupport
		for _, p := range s.index.pieces(t.Target) {
			sorted.file(p, t.Target)
		}
		for _, n := range t.covers {
			l := &all[n]
			l.Citations = append(l.Citations, sorted.Citations...)
			l.Against = append(l.Against, sorted.Against...)
			l.Unclear = append(l.Unclear, sorted.Unclear...)
			l.Planned = append(l.Planned, sorted.Planned...)
			l.Tested = l.Tested || sorted.Tested
			l.Claimed = l.Claimed || claimed
		}
	}
	return all
}

// file puts a piece where it belongs. An item of a status that nobody knows belongs nowhere.
func (l *LinkSupport) file(p Piece, on pathway.Target) {
	c := p.citation(on)
	switch {
	case p.Item.Status == Planned:
		l.Planned = append(l.Planned, c)
	case !p.Item.Status.sought():
	case p.Supports():
		l.Citations = append(l.Citations, c)
	case p.Contradicts():
		l.Against = append(l.Against, c)
	default:
		l.Unclear = append(l.Unclear, c)
	}
	l.Tested = l.Tested || p.Item.Status.sought() && p.Bearing.judged()
}
