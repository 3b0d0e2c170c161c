package render

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/outcomemap/outcomemap/pathway"
)

// A stroke is one line of the picture, in one pathway: from a card or a hub to another.
type stroke struct {
	path     int32
	from, to int32 // a card, or number of cards + hub
	effect   effect

	fromPort, toPort    int32 // -1 at a hub
	firstLane, lastLane int32 // in the order in which it passes them
	first, last         int32 // its points
}

// A hub is the point in one gutter through which all links of a step pass. Where they pass a column on
// their way, a second hub of the same set stands in the last gutter.
type hub struct {
	path     int32
	effect   effect
	from, to []int32 // cards
	gutter   int32   // the column before it
	second   int32   // the hub that spreads out again, or -1
	spreads  bool    // it is a second one
	x, y     float64
}

// strokes is how many strokes draw the links through a hub, or through it and its second.
func (h *hub) strokes() int {
	n := len(h.from) + len(h.to)
	if h.spreads {
		n++ // from the first to the second
	}
	return n
}

type effect uint8

const (
	unstated effect = iota
	positive
	negative
)

func effectOf(e pathway.Effect) effect {
	switch e {
	case pathway.Positive:
		return positive
	case pathway.Negative:
		return negative
	}
	return unstated
}

// String is the effect as the map file has it.
func (e effect) String() string { return [...]string{"", "positive", "negative"}[e] }

// A tie is one link between two cards.
type tie struct {
	group    int64 // those that join the same columns with the same effect have the same
	from, to int32
	effect   effect
}

func (s *scene) tie(from, to int32, e effect) tie {
	group := int64(s.cards[from].column)<<32 | int64(s.cards[to].column)<<2 | int64(e)
	return tie{group: group, from: from, to: to, effect: e}
}

// mostLinks is how many links a picture or a text gives one by one, which is as many as a map file may
// state unless its reader allows more. A file of a megabyte can ask for more than any memory holds:
// all stones of one step lead to all of the next.
const mostLinks = 1_000_000

var errCrowded = fmt.Errorf("render: more than %d links to give one by one: ask for one pathway, or link fewer stones", mostLinks)

// connect turns the links of the pathways into strokes and hubs.
func (s *scene) connect(at map[string]int32) {
	var ties []tie
	s.strokes, s.hubs = make([]stroke, 0, 2*len(s.cards)), make([]hub, 0, len(s.cards)/2)
	for p := range s.paths {
		ties = slices.Grow(ties[:0], len(s.paths[p].Links))
		for b := range s.paths[p].Bundles() {
			from, to := s.cardsOf(b.From, at), s.cardsOf(b.To, at)
			e := effectOf(b.Link.Effect)
			if s.throughHub(from, to) {
				s.addHub(int32(p), e, from, to)
				continue
			}
			if s.apiece += int64(len(from)) * int64(len(to)); s.apiece > mostLinks {
				return
			}
			ties = s.cross(ties, from, to, e)
		}
		s.addTies(int32(p), ties)
	}
}

// cardsOf returns the cards of some stones, without those that do not exist.
func (s *scene) cardsOf(ids []string, at map[string]int32) []int32 {
	s.room(len(ids))
	first := len(s.ends)
	for _, id := range ids {
		if i, ok := at[id]; ok {
			s.ends = append(s.ends, i)
		}
	}
	return s.ends[first:len(s.ends):len(s.ends)]
}

// room makes room for so many ends of a hub. What has been handed out stays where it is.
func (s *scene) room(n int) {
	if cap(s.ends)-len(s.ends) < n {
		s.ends = make([]int32, 0, max(256, n))
	}
}

// cross appends every link from one side to the other.
func (s *scene) cross(ties []tie, from, to []int32, e effect) []tie {
	for _, a := range from {
		for _, b := range to {
			if a != b {
				ties = append(ties, s.tie(a, b, e))
			}
		}
	}
	return ties
}

// throughHub reports whether links of all cards of one side to all of the other are drawn through a
// hub: both sides have several cards, each side in one column, and the links run forward.
func (s *scene) throughHub(from, to []int32) bool {
	return len(from) > 1 && len(to) > 1 && s.oneColumn(from) && s.oneColumn(to) &&
		s.cards[from[0]].column < s.cards[to[0]].column
}

func (s *scene) oneColumn(cards []int32) bool {
	for _, c := range cards {
		if s.cards[c].column != s.cards[cards[0]].column {
			return false
		}
	}
	return true
}

// addTies draws single links: those that together join all cards of one column to all of another
// through a hub after all, each of the others by itself, none twice.
func (s *scene) addTies(p int32, ties []tie) {
	slices.SortFunc(ties, func(a, b tie) int {
		if a.group != b.group {
			return cmp.Compare(a.group, b.group)
		}
		return cmp.Compare(joined(a.from, a.to), joined(b.from, b.to))
	})
	ties = slices.Compact(ties)
	for len(ties) > 0 {
		n := 1
		for n < len(ties) && ties[n].group == ties[0].group {
			n++
		}
		left := s.undrawn(p, ties[:n])
		if from, to := s.allToAll(left); s.throughHub(from, to) {
			s.addHub(p, ties[0].effect, from, to)
		} else {
			s.addStrokes(p, left)
		}
		ties = ties[n:]
	}
}

// undrawn returns the links of a group that are not part of a hub already, as they are where a map
// states a whole step and a part of it.
func (s *scene) undrawn(p int32, group []tie) []tie {
	for i := len(s.hubs) - 1; i >= 0 && s.hubs[i].path == p && len(group) > 0; i-- {
		h, t := &s.hubs[i], group[0]
		if h.spreads || h.effect != t.effect || h.gutter != s.cards[t.from].column || s.cards[h.to[0]].column != s.cards[t.to].column {
			continue
		}
		in := make(map[int32]bool, len(h.from)+len(h.to))
		for _, c := range h.from {
			in[c] = true
		}
		for _, c := range h.to {
			in[c] = true
		}
		group = slices.DeleteFunc(slices.Clone(group), func(t tie) bool { return in[t.from] && in[t.to] })
	}
	return group
}

// allToAll returns the cards on both sides of some sorted links, none of which is there twice, if these are
// all links from the ones to the others.
func (s *scene) allToAll(ties []tie) (from, to []int32) {
	width := 0 // how many cards the first one leads to
	for width < len(ties) && ties[width].from == ties[0].from {
		width++
	}
	if width == 0 || len(ties)%width != 0 {
		return nil, nil
	}
	for i, t := range ties {
		if first := i - i%width; t.from != ties[first].from || t.to != ties[i%width].to {
			return nil, nil
		}
	}
	s.room(len(ties)/width + width)
	first := len(s.ends)
	for i := 0; i < len(ties); i += width {
		s.ends = append(s.ends, ties[i].from)
	}
	second := len(s.ends)
	for _, t := range ties[:width] {
		s.ends = append(s.ends, t.to)
	}
	return s.ends[first:second:second], s.ends[second:len(s.ends):len(s.ends)]
}

func (s *scene) addStrokes(p int32, ties []tie) {
	s.links += len(ties)
	for _, t := range ties {
		s.strokes = append(s.strokes, stroke{path: p, from: t.from, to: t.to, effect: t.effect})
	}
}

// addHub draws all links between two sides, unless they are drawn already.
func (s *scene) addHub(p int32, e effect, from, to []int32) {
	for i := len(s.hubs) - 1; i >= 0 && s.hubs[i].path == p; i-- {
		if h := &s.hubs[i]; h.effect == e && slices.Equal(h.from, from) && slices.Equal(h.to, to) {
			return
		}
	}
	s.links = int(min(int64(s.links)+int64(len(from))*int64(len(to)), math.MaxInt))
	before, after := s.cards[from[0]].column, s.cards[to[0]].column-1
	in := s.hubNode()
	out := in
	s.hubs = append(s.hubs, hub{path: p, effect: e, from: from, to: to, gutter: before, second: -1})
	if after > before {
		out = s.hubNode()
		s.hubs[len(s.hubs)-1].second = int32(len(s.hubs))
		s.hubs = append(s.hubs, hub{path: p, effect: e, from: from, to: to, gutter: after, second: -1, spreads: true})
		s.strokes = append(s.strokes, stroke{path: p, from: in, to: out, effect: e})
	}
	for _, c := range from {
		s.strokes = append(s.strokes, stroke{path: p, from: c, to: in, effect: e})
	}
	for _, c := range to {
		s.strokes = append(s.strokes, stroke{path: p, from: out, to: c, effect: e})
	}
}

// hubNode is the number that strokes know the next hub by.
func (s *scene) hubNode() int32 { return int32(len(s.cards) + len(s.hubs)) }

// isHub reports whether a stroke's end is a hub, and which.
func (s *scene) isHub(node int32) (*hub, bool) {
	if i := int(node) - len(s.cards); i >= 0 {
		return &s.hubs[i], true
	}
	return nil, false
}
