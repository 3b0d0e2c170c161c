package outcome

import (
	"maps"
	"slices"

	"github.com/outcomemap/outcomemap/pathway"
)

// An Index answers questions by id in constant time. It is a snapshot: it does not see what is
// changed in the map later. Where an id stands twice, the first has it.
type Index struct {
	stones   map[string]spot
	columns  map[string]*Column
	pathways map[string]*pathway.Pathway
	through  map[string][]*pathway.Pathway
	texts    map[pathway.Target]string // of rivals, assumptions and criteria
}

type spot struct {
	stone  *Stone
	column *Column
	place  int // of the column in the map
}

// NewIndex returns an index of m. Costs are linear in the map; that of nil is empty.
func NewIndex(m *Map) *Index {
	x := &Index{
		stones:   map[string]spot{},
		columns:  map[string]*Column{},
		pathways: map[string]*pathway.Pathway{},
		through:  map[string][]*pathway.Pathway{},
		texts:    map[pathway.Target]string{},
	}
	if m == nil {
		return x
	}
	for i := range m.Columns {
		c := &m.Columns[i]
		setFirst(x.columns, c.ID, c)
		for j := range c.Stones {
			setFirst(x.stones, c.Stones[j].ID, spot{&c.Stones[j], c, i})
		}
	}
	for i := range m.Pathways {
		p := &m.Pathways[i]
		setFirst(x.pathways, p.ID, p)
		x.addPathway(p)
	}
	for _, c := range m.Evidence.Criteria {
		setFirst(x.texts, pathway.Target{Criterion: c.ID}, c.Text)
	}
	return x
}

func (x *Index) addPathway(p *pathway.Pathway) {
	for _, step := range p.Steps {
		for _, id := range step.Stones {
			if seen := x.through[id]; len(seen) == 0 || seen[len(seen)-1] != p {
				x.through[id] = append(seen, p)
			}
		}
	}
	for _, r := range p.Rivals {
		setFirst(x.texts, pathway.Target{Pathway: p.ID, Rival: r.ID}, r.Text)
	}
	for _, a := range p.Assumptions {
		setFirst(x.texts, pathway.Target{Pathway: p.ID, Assumption: a.ID}, a.Text)
	}
}

// setFirst books a key that is not empty, unless it is booked.
func setFirst[K comparable, V any](m map[K]V, key K, value V) {
	var empty K
	if _, taken := m[key]; !taken && key != empty {
		m[key] = value
	}
}

// Stone returns the stepping stone with an id and the column that it stands in, or nil and nil.
func (x *Index) Stone(id string) (*Stone, *Column) {
	at := x.stones[id]
	return at.stone, at.column
}

// Column returns the column with an id, or nil.
func (x *Index) Column(id string) *Column { return x.columns[id] }

// Pathway returns the pathway with an id, or nil.
func (x *Index) Pathway(id string) *pathway.Pathway { return x.pathways[id] }

// Through returns the pathways that run through the stone with an id, in the map's order. The
// slice is the index's own: read only.
func (x *Index) Through(stone string) []*pathway.Pathway { return x.through[stone] }

// Steps sorts the ids of stones into the steps of a pathway: one for each column that they stand in,
// in the order of the map's columns, the stones in the order given. It is what a map file means by
// a pathway with a list of stones. An id that stands in no column joins the one before it (or the
// first that does), so that [Check] tells of it.
func (x *Index) Steps(stones ...string) []pathway.Step {
	place := -1
	for _, id := range stones {
		if at := x.stones[id]; at.stone != nil {
			place = at.place
			break
		}
	}
	steps := map[int]*pathway.Step{}
	for _, id := range stones {
		column := ""
		if at := x.stones[id]; at.stone != nil {
			place, column = at.place, at.column.ID
		}
		if steps[place] == nil {
			steps[place] = &pathway.Step{}
		}
		step := steps[place]
		step.Column, step.Stones = firstOf(step.Column, column), append(step.Stones, id)
	}
	var sorted []pathway.Step
	for _, place := range slices.Sorted(maps.Keys(steps)) {
		sorted = append(sorted, *steps[place])
	}
	return sorted
}
