package evidence

import (
	"strings"

	"github.com/outcomemap/outcomemap/pathway"
)

// structure works out layer 2.
func (s *scorer) structure() Structure {
	links, cited := s.supports()
	st := Structure{Connected: s.gaps.Connected, Links: links, Dominators: s.graph.Dominators()}
	citations := make([]pathway.Citation, len(cited))
	for i, c := range cited {
		citations[i] = pathway.Citation{From: c.On.From, To: c.On.To, Source: c.sourceKey()}
	}
	r, ok := s.graph.Robustness(citations, s.ends, sourceEffort(len(citations)))
	if !ok {
		return st
	}
	st.Citations = &Loss{Low: r.Citations.Size, High: r.Citations.Size, Flow: r.Citations.Size}
	if !r.Citations.Exact {
		st.Citations.Low = min(1, r.Citations.Size)
	}
	for _, place := range r.Citations.Citations {
		st.Citations.Citations = append(st.Citations.Citations, cited[place])
	}
	st.Sources = &Loss{Low: r.Sources.Low, High: r.Sources.High, Flow: r.Sources.Flow}
	st.Sources.Sources, st.Sources.Items = bySource(r.Sources.Sources)
	st.Threads, _ = bySource(r.Threads)
	return st
}

// bySource tells sources from items that state none.
func bySource(keys []string) (sources, items []string) {
	for _, key := range keys {
		if item, unsourced := strings.CutPrefix(key, unsourced); unsourced {
			items = append(items, item)
		} else {
			sources = append(sources, key)
		}
	}
	return sources, items
}

// sourceEffort is how many links to look at: enough for most maps of a hundred citations, and in
// proportion to the citations beyond.
func sourceEffort(citations int) int { return max(200_000, 20*citations) }

// An item that states no source is one of its own. Its key can be no id.
const unsourced = "\x00"

func (c LinkItem) sourceKey() string {
	if c.Source == "" {
		return unsourced + c.Item
	}
	return c.Source
}

// supports sorts what bears on each link, and lists the citations that hold anything up in the order
// of the links. A target about several links, such as a pair of steps, bears on each of them.
func (s *scorer) supports() (links []LinkSupport, cited []LinkItem) {
	links = make([]LinkSupport, len(s.bundles))
	for n := range s.bundles {
		links[n] = LinkSupport{About: s.bundle(n), Implied: s.bundles[n].Implied(), Claimed: s.claimed[n]}
		links[n].Rating.About = links[n].About
	}
	for i := range s.links {
		t := &s.links[i]
		for j := range t.pieces {
			p := &t.pieces[j]
			if p.Supports() {
				cited = append(cited, p.citation(&t.Target))
			}
			for _, n := range t.covers {
				links[n].file(p, &t.Target)
			}
		}
		for _, n := range t.covers {
			if links[n].About == t.Target {
				links[n].Rating = s.index.rating(&t.subject)
			}
		}
	}
	return links, cited
}

func (p *Piece) citation(on *pathway.Target) LinkItem {
	return LinkItem{Item: p.Item.ID, Source: p.Item.Source, On: on}
}

// file puts a piece where it belongs. An item of a status that nobody knows belongs nowhere.
func (l *LinkSupport) file(p *Piece, on *pathway.Target) {
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
