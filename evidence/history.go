package evidence

import "github.com/outcomemap/outcomemap/pathway"

// Rating returns where t stands now: the newest round counts, in it the agreed rating, or else the
// newest of each rater, as a range; those without a rater's name are one rater's, and those without a
// round are a round together, the newest where nothing in a round is as new. What has no date is oldest,
// and on equal dates the later in the file counts. A pathway's own assessments come before those it shares by [Assessment.Also], and
// these before those made for any pathway. Costs what the target has of assessments.
func (x *Index) Rating(t pathway.Target) Rating {
	sub := x.subject(t)
	return x.rating(&sub)
}

// rating leaves out what was said without the pathway where something was said with it: that cannot
// count, and there may be as much of it for each pathway as there are assessments in the map.
func (x *Index) rating(s *subject) Rating {
	near := *s
	if e := s.said[0]; e != nil && len(e.assessments) > 0 {
		near.said[1] = nil
	}
	return x.rate(s.Target, near.assessments())
}

// A State is how a target stood from a day on.
type State struct {
	From   Date // "": from the start
	Rating Rating
}

// History returns how t stood after each date on which it was assessed, oldest first; the last is
// [Index.Rating]. Costs the square of the number of dates on which t was assessed.
func (x *Index) History(t pathway.Target) []State {
	sub := x.subject(t)
	all := sub.assessments()
	var states []State
	for n := range all {
		if n+1 == len(all) || all[n+1].Date.Compare(all[n].Date) > 0 {
			states = append(states, State{From: all[n].Date, Rating: x.rate(t, all[:n+1])})
		}
	}
	return states
}

// Standard returns the scale that the body's ratings are on: [Body.EffectiveStandard].
func (x *Index) Standard() Standard { return x.standard }

// Item returns the item with an id, or nil.
func (x *Index) Item(id string) *Item { return byID(x.body.Items, x.items, id) }

// Source returns the source with an id, or nil.
func (x *Index) Source(id string) *Source { return byID(x.body.Sources, x.sources, id) }

func byID[T any](all []T, at map[string]int, id string) *T {
	if i, ok := at[id]; ok {
		return &all[i]
	}
	return nil
}
