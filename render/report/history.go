package report

import (
	"html/template"

	"github.com/outcomemap/outcomemap/evidence"
)

// history is where the map stood after each round.
type history struct {
	Rounds  []string
	Chances []chanceHistory
	Stones  []stoneHistory
	Axis    template.HTML
}

// A chanceHistory is how sure one could be that a pathway holds all along, round by round.
type chanceHistory struct {
	*path
	Cells []chanceCell
}

type chanceCell struct {
	Chart  template.HTML
	Figure string
}

// A stoneHistory is the ratings of a pathway, stone by stone.
type stoneHistory struct {
	*path
	Stones []stone
}

// maxRounds bounds the rounds whose scores are worked out again.
const maxRounds = 12

// history tells what changed, nothing where there was one round only.
func (t *teller) history(stories []*story) *history {
	rounds := t.m.Evidence.Rounds
	if t.asOf != "" {
		var known []evidence.Round
		for _, r := range rounds {
			if r.Date.Compare(t.asOf) <= 0 {
				known = append(known, r)
			}
		}
		rounds = known
	}
	if len(rounds) < 2 {
		return nil
	}
	h := &history{Axis: t.chanceAxis()}
	for i := range rounds {
		h.Rounds = append(h.Rounds, t.roundName(&rounds[i]))
	}
	for _, s := range stories {
		own := stoneHistory{path: s.path}
		for _, step := range s.Steps {
			for _, st := range step.Stones {
				if len(st.Rating.Past) == len(rounds) {
					own.Stones = append(own.Stones, st)
				}
			}
		}
		if len(own.Stones) > 0 {
			h.Stones = append(h.Stones, own)
		}
	}
	h.Chances = t.chanceHistory(rounds)
	if len(h.Stones) == 0 && len(h.Chances) == 0 {
		return nil
	}
	return h
}

// chanceHistory scores the map again as it stood after each of the rounds.
func (t *teller) chanceHistory(rounds []evidence.Round) []chanceHistory {
	if len(rounds) > maxRounds {
		return nil
	}
	all := make([]chanceHistory, len(t.paths))
	known := false
	for i, p := range t.paths {
		all[i].path = p
	}
	for _, r := range rounds {
		if !r.Date.Valid() {
			return nil
		}
		opts := append([]evidence.Option{evidence.AsOf(r.Date)}, t.score...)
		for i, card := range evidence.Score(t.m.Pathways, &t.m.Evidence, opts...) {
			cell := chanceCell{Figure: t.word("number.unknown"), Chart: band(nil, nil, false)}
			if p := &card.Probative; p.IfIndependent != nil {
				known = true
				cell = chanceCell{whole(*p.Lowest, *p.IfIndependent, *p.WeakestLink, len(p.Open) > 0), t.estimate(*p.IfIndependent)}
			}
			all[i].Cells = append(all[i].Cells, cell)
		}
	}
	if !known {
		return nil
	}
	return all
}
