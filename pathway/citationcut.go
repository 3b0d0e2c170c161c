package pathway

import (
	"math"
	"slices"
)

// raggedLimit is how many ragged groups are tried in and out; 2 to the power of it is the number of
// flows that takes.
const raggedLimit = 8

// A CitationCut is a smallest loss of citations that breaks every route.
type CitationCut struct {
	Size      int      // the number of citations: the robustness by citations
	Near      []string // the stones that the start still leads to by what is left
	Citations []int    // places in the list that was given, rising
	Exact     bool     // false: a smaller loss may do it, though this one does
}

// CutCitations returns the smallest number of citations whose loss leaves no route between the ends
// on which every link is cited: the robustness of a causal map (Powell, Copestake and Remnant 2024),
// as a maximum flow and minimum cut (Ford and Fulkerson 1956, by the method of Dinic 1970). Of
// several such losses it is one close to the start. Links without a citation carry no route.
//
// A citation of a whole pair of steps counts once. It is one arc that all links of the pair share,
// so that nothing is spelled out: the costs are those of a flow through the stones and citations.
// Where the pair has only some of all links between its stones, no single flow answers (which
// colours of links to lose is NP-hard to say, Coudert and others 2007); up to 8 such pairs are tried
// in and out, beyond that the answer is an upper bound and not Exact.
//
// ok is false where a stone is at both ends: no loss of evidence can cut it from itself. Where no
// route is cited all along, the cut is empty.
func (p *Pathway) CutCitations(citations []Citation, ends Ends) (cut CitationCut, ok bool) {
	s := newSupport(newGraph(p), citations, ends)
	if meet(s.from, s.to) {
		return CitationCut{}, false
	}
	return s.cutCitations(), true
}

func (s *support) cutCitations() CitationCut {
	weights := make([]int64, len(s.groups))
	for k, gr := range s.groups {
		weights[k] = int64(len(gr.places))
	}
	lost, near, exact := s.lightest(weights)
	cut := CitationCut{Near: s.g.near(near), Exact: exact}
	for _, k := range lost {
		cut.Citations = append(cut.Citations, s.groups[k].places...)
	}
	slices.Sort(cut.Citations)
	cut.Size = len(cut.Citations)
	return cut
}

// lightest returns the groups that weigh the least together and break every route when they are
// lost, and the nodes that the start still leads to.
func (s *support) lightest(weights []int64) (lost []int, near []bool, exact bool) {
	var ragged []int
	for k, gr := range s.groups {
		if gr.ragged() && weights[k] > 0 {
			ragged = append(ragged, k)
		}
	}
	if len(ragged) > raggedLimit {
		_, lost, near = s.cut(weights, nil, true)
		return lost, near, false
	}
	least := int64(math.MaxInt64)
	for kept := range 1 << len(ragged) {
		held := make(map[int]bool)
		for i, k := range ragged {
			held[k] = kept>>(len(ragged)-1-i)&1 == 1 // what is cited first is lost first
		}
		if total, l, n := s.cut(weights, held, false); total < least {
			least, lost, near = total, l, n
		}
	}
	return lost, near, true
}

// cut finds the minimum cut by groups with the given weights. A ragged group is one shared arc, which
// holds up more than its links; or else it is held, at any price, or lost from the start.
func (s *support) cut(weights []int64, held map[int]bool, shared bool) (total int64, lost []int, near []bool) {
	never := int64(1) // more than all weights together
	for _, w := range weights {
		never += w
	}
	arcs := len(s.from) + len(s.to) + 2*len(s.g.names)
	for k := range s.groups {
		arcs += s.groups[k].size()
	}
	steps := 2 * len(s.g.stones)
	n := newNetwork(s.nodes+steps+2, arcs)
	start, end := s.nodes+steps, s.nodes+steps+1
	n.open(start, s.from, end, s.to, never)
	s.joinSteps(n, never)
	for k, gr := range s.groups {
		switch {
		case weights[k] == 0:
		case shared || !gr.ragged():
			n.join(gr.arc[0], gr.arc[1], weights[k])
			in, out := s.free(&gr)
			n.joinAll(in, never)
			n.joinAll(out, never)
		case held[k]:
			n.joinAll(gr.links, never)
		default:
			total += weights[k]
			lost = append(lost, k)
		}
	}
	total += n.maxFlow(start, end)
	near = n.near(start)
	for k, gr := range s.groups {
		if weights[k] > 0 && near[gr.arc[0]] && !near[gr.arc[1]] {
			lost = append(lost, k)
		}
	}
	return total, lost, near
}

// anyOf and allOf are the nodes for leaving a step from any of its stones and for having reached them all.
func (s *support) anyOf(step int) int { return s.nodes + 2*step }
func (s *support) allOf(step int) int { return s.nodes + 2*step + 1 }

// joinSteps joins the stones of each step of several with its two nodes, once for all groups.
func (s *support) joinSteps(n *network, never int64) {
	for i, stones := range s.g.numbers {
		if len(stones) < 2 {
			continue
		}
		for _, v := range stones {
			n.join(v, s.anyOf(i), never)
			n.join(s.allOf(i), v, never)
		}
	}
}

// free returns the arcs before and behind that of a group, which cost nothing: one for an end that is all of a
// step.
func (s *support) free(gr *group) (in, out [][2]int) {
	in, out = gr.in, gr.out
	if gr.whole[0] {
		in = [][2]int{{s.anyOf(-1 - gr.key[0]), gr.arc[0]}}
	}
	if gr.whole[1] {
		out = [][2]int{{gr.arc[1], s.allOf(-1 - gr.key[1])}}
	}
	return in, out
}
