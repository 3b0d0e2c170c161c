package outcome

import "reflect"

type merger struct{ clashes []clash }

func (m *merger) clash(at *tree, field string, base, ours, theirs any) {
	m.clashes = append(m.clashes, clash{Conflict{Base: base, Ours: ours, Theirs: theirs}, at, field})
}

// merge brings two trees together; the base is nil where it lacks them. Of a list of columns or
// steps those that are needed stay. What comes of it may be one of the trees.
func (m *merger) merge(base, ours, theirs *tree, needed map[key]bool) *tree {
	was := reflect.Zero(ours.value.Type())
	if base != nil {
		was = base.value
	}
	switch whole := len(needed) == 0; {
	case whole && (same(ours.value, theirs.value) || same(was, theirs.value)):
		return ours
	case whole && same(was, ours.value):
		return theirs
	case ours.isStruct():
		return m.mergeFields(base.grow(), ours.grow(), theirs.grow())
	case ours.isList():
		return m.mergeList(base.grow(), ours.grow(), theirs.grow(), needed)
	}
	merged := &tree{value: ours.value}
	m.clash(merged, "", base.content(), ours.content(), theirs.content())
	return merged
}

// content is the value of a tree as it is in the map, nil for none.
func (t *tree) content() any {
	if t == nil {
		return nil
	}
	return t.value.Interface()
}

// mergeFields merges stones before the columns or steps that have to be there for them.
func (m *merger) mergeFields(base, ours, theirs *tree) *tree {
	merged := &tree{value: ours.value, grown: true}
	var needed map[key]bool
	if ours.stones != nil {
		var was *tree
		if base != nil {
			was = base.stones
		}
		merged.stones = m.mergeList(was, ours.stones, theirs.stones, nil)
		needed = make(map[key]bool)
		for _, stone := range merged.stones.items {
			needed[stone.home] = true
		}
	}
	for i, branch := range ours.branches {
		var was *tree
		if base != nil {
			was = base.branches[i]
		}
		var homes map[key]bool
		if branch.hasHomes() {
			homes = needed
		}
		merged.branches = append(merged.branches, m.merge(was, branch, theirs.branches[i], homes))
	}
	return merged
}

// mergeItem merges what one list item became, which one side has at least. It is nil where the item
// is gone.
func (m *merger) mergeItem(base, ours, theirs *tree, needed bool) *tree {
	if ours != nil && theirs != nil {
		merged := m.merge(base, ours, theirs, nil)
		if merged == ours || merged == theirs { // which keep what they are
			copied := *merged
			merged = &copied
		}
		merged.thing, merged.id, merged.key = ours.thing, ours.id, ours.key
		merged.home = m.mergeHome(merged, base, ours, theirs)
		return merged
	}
	left := ours
	if left == nil {
		left = theirs
	}
	if base == nil {
		return left
	}
	if !needed && unchanged(base, left) {
		return nil
	}
	m.clash(left, "", base.content(), ours.content(), theirs.content())
	return left
}

// mergeHome merges the column or step of a stone.
func (m *merger) mergeHome(at, base, ours, theirs *tree) key {
	switch {
	case ours.home == theirs.home, base != nil && base.home == theirs.home:
		return ours.home
	case base != nil && base.home == ours.home:
		return theirs.home
	}
	var was any
	if base != nil {
		was = base.home.name
	}
	m.clash(at, "column", was, ours.home.name, theirs.home.name)
	return ours.home
}

// unchanged reports whether an item is as it was. The stones of a column are items of their own.
func unchanged(base, now *tree) bool {
	var d differ
	d.compare(base, now)
	return len(d.changes) == 0 && base.home == now.home
}
