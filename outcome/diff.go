package outcome

import (
	"encoding/json"
	"fmt"
	"strings"
)

// ChangeKind is what happened to a part of a map.
type ChangeKind string

// The kinds of a [Change].
const (
	Added   ChangeKind = "added"
	Removed ChangeKind = "removed"
	Changed ChangeKind = "changed" // another value
	Moved   ChangeKind = "moved"   // the same thing in another column, step or place
)

// A Change is one difference between two versions of a map.
type Change struct {
	Kind ChangeKind `json:"kind"`
	Part            // in the new version; what was removed, in the old one

	// Before and After are the values, of the types of the model; of a stone in a pathway its id. The
	// value that is not there is nil. Of a thing that moved inside its list, or its column, they are
	// its places, counted from 1. They share memory with the maps: read only.
	Before any `json:"before,omitempty"`
	After  any `json:"after,omitempty"`

	// From and To are the columns that a stone left and came to.
	From string `json:"from,omitempty"`
	To   string `json:"to,omitempty"`
}

// String returns a line such as
//
//	stone "help": moved from "feel" to "gain"
func (c Change) String() string {
	line := c.Part.String() + ": " + string(c.Kind)
	switch {
	case c.Kind == Changed:
		line += fmt.Sprintf(" from %s to %s", inWords(c.Before), inWords(c.After))
	case c.Kind == Moved && c.From != c.To:
		line += fmt.Sprintf(" from %q to %q", c.From, c.To)
	case c.Kind == Moved && c.Before == c.After:
		line += ", as others passed it"
	case c.Kind == Moved:
		line += fmt.Sprintf(" from place %v to place %v", c.Before, c.After)
	case c.Kind == Added && c.To != "":
		line += fmt.Sprintf(" to %q", c.To)
	case c.Kind == Removed && c.From != "":
		line += fmt.Sprintf(" from %q", c.From)
	case c.Kind == Added && c.Field != "":
		line += " " + inWords(c.After)
	case c.Field != "":
		line += " " + inWords(c.Before)
	}
	return line
}

// inWords shows a value as it stands in the file, cut to fit a line.
func inWords(value any) string {
	var text strings.Builder
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(value); err != nil {
		return short(fmt.Sprint(value))
	}
	switch line := strings.TrimSpace(text.String()); line {
	case `""`, "null", "{}":
		return "nothing"
	default:
		return short(line)
	}
}

// Diff returns how map b differs from a, an older version of it: nothing where they say the same.
// Things are the same where their ids are, wherever they stand; what has no id goes by what it is
// about (links by their ends, evidence by its targets, ratings also by round, date and rater). So a
// stone with another text has changed, and one with another id is another stone. Changes are in the
// order of b's parts, in each list what was removed last. What was added or removed is one change,
// with all that belongs to it, but the stones of a column, and of a pathway's step, which can move:
// each is one of its own. Of several that changed places, as few as can explain it have moved.
//
// A nil map is an empty one. Costs the two maps, times the logarithm of the longest list.
func Diff(a, b *Map) []Change {
	var d differ
	d.compare(newTree(orEmpty(a)), newTree(orEmpty(b)))
	return d.changes
}

func orEmpty(m *Map) *Map {
	if m == nil {
		return &Map{}
	}
	return m
}

type differ struct{ changes []Change }

func (d *differ) note(kind ChangeKind, t *tree, before, after any) *Change {
	d.changes = append(d.changes, Change{Kind: kind, Part: t.part(), Before: before, After: after})
	return &d.changes[len(d.changes)-1]
}

// compare notes how b differs from a.
func (d *differ) compare(a, b *tree) {
	switch {
	case same(a.value, b.value):
	case b.isStruct():
		a.grow()
		for i, branch := range b.grow().branches {
			d.compare(a.branches[i], branch)
			if branch.hasHomes() {
				d.compareLists(a.stones, b.stones)
			}
		}
	case b.isList():
		d.compareLists(a.grow(), b.grow())
	default:
		d.note(Changed, b, a.value.Interface(), b.value.Interface())
	}
}

func (d *differ) compareLists(a, b *tree) {
	if saysNone(a.value) != saysNone(b.value) {
		d.note(Changed, b, a.value.Interface(), b.value.Interface())
	}
	moved := displaced(a, b)
	for i, item := range b.items {
		old := a.item(item.key)
		if old == nil {
			d.note(Added, item, nil, item.value.Interface()).To = item.home.name
			continue
		}
		if old.home != item.home {
			c := d.note(Moved, item, nil, nil)
			c.From, c.To = old.home.name, item.home.name
		} else if moved[i] {
			d.note(Moved, item, old.rank, item.rank)
		}
		d.compare(old, item)
	}
	for _, item := range a.items {
		if b.item(item.key) == nil {
			d.note(Removed, item, item.value.Interface(), nil).From = item.home.name
		}
	}
}
