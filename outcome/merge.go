package outcome

import (
	"fmt"
	"reflect"
	"slices"

	"github.com/outcomemap/outcomemap/internal/jsonpointer"
)

// A Conflict is a part of a map that both sides changed in different ways. The values are those of
// the model; of a thing that one side removed, and of what the base does not have, it is nil. Where
// two sides put the things of a list in different orders, they are lists of their ids, and where they
// moved a stone, its columns.
type Conflict struct {
	Part       // in the merged map
	Base   any `json:"base"`
	Ours   any `json:"ours"`
	Theirs any `json:"theirs"`
}

// String returns a line such as
//
//	stone "help", text: was "Help", ours "Help in time", theirs "Quick help"
func (c Conflict) String() string {
	return fmt.Sprintf("%s: was %s, ours %s, theirs %s", c.Part, inWords(c.Base), inWords(c.Ours), inWords(c.Theirs))
}

// Merge brings together what two sides made of a common base, such as a child map and a new version
// of its parent, with the parent as it was taken over (three-way merge). Things are the same where
// [Diff] takes them to be. What only one side changed, added, removed or moved is taken from that
// side. What both changed in different ways is a conflict: the merged map has our value, but where
// one side removed a thing that the other changed, or put something into, it is kept as changed. No
// conflict loses anything, as it holds all three values.
//
// Lists keep our order unless only they changed theirs; what they added comes behind the thing that
// it follows on their side. Texts are not merged word by word. That ids still lead somewhere, when
// one side removed what the other refers to, is for [Check] to say.
//
// A nil base is an empty map; a nil side has nothing to say and leaves the other as it is. The
// result shares nothing with the maps. Costs the three maps.
func Merge(base, ours, theirs *Map) (*Map, []Conflict) {
	switch {
	case ours == nil:
		return theirs.Clone(), nil
	case theirs == nil:
		return ours.Clone(), nil
	}
	var m merger
	merged := m.merge(newTree(orEmpty(base)), newTree(ours), newTree(theirs), nil)
	v := reflect.New(reflect.TypeFor[Map]())
	merged.write(v.Elem())
	return v.Interface().(*Map).Clone(), m.placed()
}

// clash is a conflict whose place is not known before the merged map is written.
type clash struct {
	Conflict
	at    *tree
	field string
}

// placed returns the conflicts with their places.
func (m *merger) placed() []Conflict {
	var all []Conflict
	for _, c := range m.clashes {
		c.Part = c.at.part()
		if c.field != "" {
			c.Field = c.field
		}
		all = append(all, c.Conflict)
	}
	slices.SortStableFunc(all, func(a, b Conflict) int { return jsonpointer.Compare(a.Pointer, b.Pointer) })
	return all
}
