package evidence

import "github.com/outcomemap/outcomemap/pathway"

// structure works out layer 2.
func (s *scorer) structure() Structure {
	links, cited := s.supports()
	st := Structure{Connected: s.gaps.Connected, Links: links, Dominators: s.p.Dominators()}
	graph := make([]pathway.Citation, len(cited))
	for i, c := range cited {
		graph[i] = pathway.Citation{From: c.On.From, To: c.On.To, Source: c.sourceKey()}
	}
	cut, ok := s.p.CutCitations(graph, s.ends)
	if !ok {
		return st
	}
	st.Citations = &Robustness{Low: cut.Size, High: cut.Size, Flow: cut.Size}
	if !cut.Exact {
		st.Citations.Low = min(1, cut.Size)
	}
	for _, place := range cut.Citations {
		st.Citations.Citations = append(st.Citations.Citations, cited[place])
	}
	st.Sources = s.cutSources(graph)
	for _, key := range s.p.Threads(graph, s.ends) {
		if _, unsourced := itemOfKey(key); !unsourced {
			st.Threads = append(st.Threads, key)
		}
	}
	return st
}

// cutSources asks for the smallest loss of sources, where there is a loss to ask for.
func (s *scorer) cutSources(graph []pathway.Citation) *Robustness {
	cut, _ := s.p.CutSources(graph, s.ends, sourceEffort(len(graph)))
	r := &Robustness{Low: cut.Low, High: cut.High, Flow: cut.Flow}
	for _, key := range cut.Sources {
		if item, unsourced := itemOfKey(key); unsourced {
			r.Items = append(r.Items, item)
		} else {
			r.Sources = append(r.Sources, key)
		}
	}
	return r
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

// supports sorts what bears on each link, and lists the citations that hold anything up in the order
// of the links. A target about several links, such as a pair of steps, bears on each of them.
func (s *scorer) supports() (links []LinkSupport, cited []Citation) {
	links = make([]LinkSupport, len(s.bundles))
	for n := range s.bundles {
		links[n] = LinkSupport{About: s.bundle(n), Implied: s.bundles[n].Implied(), Claimed: s.claimed[n]}
		links[n].Rating.About = links[n].About
	}
	for i := range s.links {
		t := &s.links[i]
		var sorted LinkSupport
		for j := range t.pieces {
			sorted.file(&t.pieces[j], t.Target)
		}
		cited = append(cited, sorted.Citations...)
		for _, n := range t.covers {
			l := &links[n]
			l.Citations = append(l.Citations, sorted.Citations...)
			l.Against = append(l.Against, sorted.Against...)
			l.Unclear = append(l.Unclear, sorted.Unclear...)
			l.Planned = append(l.Planned, sorted.Planned...)
			l.Tested = l.Tested || sorted.Tested
			if l.About == t.Target {
				l.Rating = s.index.rating(&t.subject)
			}
		}
	}
	return links, cited
}

// file puts a piece where it belongs. An item of a status that nobody knows belongs nowhere.
func (l *LinkSupport) file(p *Piece, on pathway.Target) {
	c := Citation{Item: p.Item.ID, Source: p.Item.Source, On: on}
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
