package pathway

// Threads returns the sources that tell a whole route between the ends on their own: on each of its
// links there is a citation from that source (source threads; Powell, Copestake and Remnant 2024).
// They are in the order in which the citations first name them. Costs the pathway and, for each
// source, its citations with the stones that they stand for; a pair of steps that has only some of
// the links between its stones counts with those links.
//
// Where a stone is at both ends no source is needed to get there, and none is returned.
func (p *Pathway) Threads(citations []Citation, ends Ends) []string {
	s := newSupport(newGraph(p), citations, ends)
	if meet(s.from, s.to) {
		return nil
	}
	return s.threads(s.sources(citations))
}

func (s *support) threads(sources []source) []string {
	var threads []string
	w := newWeb(s)
	for _, src := range sources {
		if w.thread(src) {
			threads = append(threads, src.id)
		}
	}
	return threads
}

// source is all that one source holds up.
type source struct {
	id     string
	groups []int // in the order of its citations, each once
}

// sources lists the sources of citations that hold anything up, in the order of the citations.
func (s *support) sources(citations []Citation) []source {
	var all []source
	at := make(map[string]int)
	cites := make(map[[2]int]bool) // a source and a group
	for i, c := range citations {
		if s.of[i] == noGroup {
			continue
		}
		k, known := at[c.Source]
		if !known {
			k = len(all)
			at[c.Source] = k
			all = append(all, source{id: c.Source})
		}
		if pair := [2]int{k, s.of[i]}; !cites[pair] {
			cites[pair] = true
			all[k].groups = append(all[k].groups, s.of[i])
		}
	}
	return all
}
