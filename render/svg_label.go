package render

import (
	"strings"

	"github.com/outcomemap/outcomemap/internal/grouped"
)

// outgoing sorts the strokes by the card where they start.
func (s *scene) outgoing() grouped.Groups {
	return grouped.By(len(s.strokes), len(s.cards), func(i int) int {
		if from := int(s.strokes[i].from); from < len(s.cards) {
			return from
		}
		return -1
	})
}

const (
	maxNamed   = 12   // stones that a card's label names as what it leads to
	maxCounted = 1000 // and counts beyond
)

// label writes what a screen reader says of a card: its text, its pathways with their ratings, and
// what it leads to.
func (d *drawing) label(i int32) {
	c := &d.cards[i]
	d.sentence(c.text)
	seats := d.seats[c.firstSeat:c.lastSeat]
	if len(seats) == 0 && len(d.paths) > 0 {
		d.raw(" ")
		d.sentence(d.words.NoPathway)
	}
	for k := range seats {
		d.raw(" ")
		d.escape(d.paths[seats[k].path].title)
		if d.rated {
			d.raw(": ")
			d.ratingWords(seats[k].rating)
			if seats[k].move() != same {
				d.raw(" (")
				d.escape(d.words.Before)
				d.raw(": ")
				d.ratingWords(seats[k].before)
				d.raw(")")
			}
		}
		d.raw(".")
	}
	d.leadsTo(i)
}

func (d *drawing) ratingWords(r rating) {
	if !r.rated() {
		d.escape(d.words.NotRated)
		return
	}
	d.escape(d.ratings.progress.label(r.progress, &d.words))
	d.raw(", ")
	d.escape(d.words.Confidence)
	d.raw(" ")
	d.escape(d.ratings.confidence.label(r.confidence, &d.words))
}

// sentence writes text with a full stop, unless it ends in a mark of its own.
func (d *drawing) sentence(s string) {
	d.escape(s)
	if !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "?") && !strings.HasSuffix(s, "!") {
		d.raw(".")
	}
}

func (d *drawing) leadsTo(i int32) {
	named, more := 0, 0
	d.eachTarget(i, func(to int32) bool {
		if named == maxNamed {
			more++
			return more < maxCounted
		}
		if named == 0 {
			d.raw(" ")
			d.escape(d.words.LeadsTo)
			d.raw(": ")
		} else {
			d.raw("; ")
		}
		named++
		d.escape(d.cards[to].text)
		return true
	})
	if more > 0 {
		d.raw("; ")
		d.escape(withNumber(d.words.More, more))
	}
	if named > 0 {
		d.raw(".")
	}
}

// eachTarget calls f for each card that a card leads to, each once, until f returns false.
func (d *drawing) eachTarget(i int32, f func(to int32) bool) {
	visit := func(to int32) bool {
		if d.seen[to] == i+1 {
			return true
		}
		d.seen[to] = i + 1
		return f(to)
	}
	for _, k := range d.outs.In(int(i)) {
		h, ok := d.isHub(d.strokes[k].to)
		if !ok {
			if !visit(d.strokes[k].to) {
				return
			}
			continue
		}
		for _, to := range h.to {
			if !visit(to) {
				return
			}
		}
	}
}
