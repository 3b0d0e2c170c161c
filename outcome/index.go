package outcome

import "github.com/outcomemap/outcomemap/pathway"

// An Index answers questions by id in constant time. It is a snapshot: it does not see what is
// changed in the map later. Where an id stands twice, the first has it.
type Index struct {
	stones   map[string]spot
	columns  map[string]*Column
	pathways map[string]*pathway.Pathway
	through  map[string][]*pathway.Pathway
}

type spot struct {
	stone  *Stone
	column *Column
}

// NewIndex returns an index of m. Costs are linear in the map; that of nil is empty.
func NewIndex(m *Map) *Index {
	x := &Index{
		stones:   map[string]spot{},
		columns:  map[string]*Column{},
		pathways: map[string]*pathway.Pathway{},
		through:  map[string][]*pathway.Pathway{},
	}
	if m == nil {
		return x
	}
	for i := range m.Columns {
		c := &m.Columns[i]
		setFirst(x.columns, c.ID, c)
		for j := range c.Stones {
			setFirst(x.stones, c.Stones[j].ID, spot{&c.Stones[j], c})
		}
	}
	for i := range m.Pathways {
		p := &m.Pathways[i]
		setFirst(x.pathways, p.ID, p)
		for _, step := range p.Steps {
			for _, id := range step.Stones {
				if seen := x.through[id]; len(seen) == 0 || seen[len(seen)-1] != p {
					x.through[id] = append(seen, p)
				}
			}
		}
	}
	return x
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
