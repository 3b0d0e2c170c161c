package plan

import (
	"slices"
)

// objectAt is an object as it stands in the text, compared with the schema that has fault with it.
type objectAt struct {
	note    *note
	id      string
	members []member
	unknown []string        // names that the schema lacks
	strange map[string]bool // the same
	missing []string        // names that have to be there
	absent  []string        // names that could be there
	present []string        // names of the schema that are there
}

func newObjectAt(src string, open int, n *note) objectAt {
	o := objectAt{note: n, members: membersOf(src, open), strange: make(map[string]bool)}
	names := make(map[string]bool)
	for _, m := range o.members {
		names[m.name] = true
		if n.schema.Properties[m.name] == nil {
			o.unknown, o.strange[m.name] = append(o.unknown, m.name), true
		} else {
			o.present = append(o.present, m.name)
		}
		if m.name == "id" && src[m.start] == '"' {
			o.id, _ = textAt(src, m.start)
		}
	}
	for _, name := range n.schema.Required {
		if !names[name] {
			o.missing = append(o.missing, name)
		}
	}
	for _, name := range sorted(n.schema.Properties) {
		if !names[name] && !slices.Contains(o.missing, name) {
			o.absent = append(o.absent, name)
		}
	}
	return o
}

func (o objectAt) a() string { return an(o.note.noun) }

func (o objectAt) name() string {
	if o.id != "" {
		return o.note.noun + " " + quote(o.id)
	}
	return o.a()
}
