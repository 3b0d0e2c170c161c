package outcome

// mergeList merges the items of a list one by one, and then their order, which stones have in each
// column or step.
func (m *merger) mergeList(base, ours, theirs *tree, needed map[key]bool) *tree {
	merged := &tree{value: ours.value, grown: true}
	alive := make(map[key]*tree)
	var homes []key
	known := make(map[key]bool)
	try := func(k key) {
		item := m.mergeItem(base.item(k), ours.item(k), theirs.item(k), needed[k])
		if item == nil {
			return
		}
		alive[k] = item
		if !known[item.home] {
			known[item.home] = true
			homes = append(homes, item.home)
		}
	}
	for _, item := range ours.items {
		try(item.key)
	}
	for _, item := range theirs.items {
		if ours.item(item.key) == nil {
			try(item.key)
		}
	}
	was, our, their := base.byHome(alive), ours.byHome(alive), theirs.byHome(alive)
	for _, home := range homes {
		order, clash := mergeOrder(was[home], our[home], their[home])
		if clash {
			at := &tree{value: merged.value, in: merged, home: home}
			merged.clashing = append(merged.clashing, at)
			m.clash(at, "", names(was[home]), names(our[home]), names(their[home]))
		}
		for _, k := range order {
			merged.items = append(merged.items, alive[k])
		}
	}
	m.mergeNone(merged, base, ours, theirs)
	return merged
}

// byHome lists, for each home, the keys of the items that are alive and have it, in order.
func (t *tree) byHome(alive map[key]*tree) map[key][]key {
	lists := make(map[key][]key)
	if t == nil {
		return lists
	}
	for _, item := range t.items {
		if merged := alive[item.key]; merged != nil && merged.home == item.home {
			lists[item.home] = append(lists[item.home], item.key)
		}
	}
	return lists
}

func names(keys []key) []string {
	list := []string{}
	for _, k := range keys {
		list = append(list, k.name)
	}
	return list
}

// mergeOrder merges two orders. Ours leads unless only theirs differs from the base; what is in the
// other alone comes behind what it follows there. It reports whether the two contradict each other in
// what the base cannot settle.
func mergeOrder(base, ours, theirs []key) (order []key, clash bool) {
	our, their := !sameOrder(base, ours), !sameOrder(base, theirs)
	clash = our == their && !sameOrder(ours, theirs)
	lead, follow := ours, theirs
	if their && !our {
		lead, follow = theirs, ours
	}
	leads := make(map[key]bool)
	for _, k := range lead {
		leads[k] = true
	}
	var first []key
	after := make(map[key][]key)
	var before *key
	for i, k := range follow {
		switch {
		case leads[k]:
			before = &follow[i]
		case before == nil:
			first = append(first, k)
		default:
			after[*before] = append(after[*before], k)
		}
	}
	order = first
	for _, k := range lead {
		order = append(append(order, k), after[k]...)
	}
	return order, clash
}

// sameOrder reports whether what two lists have in common stands in the same order.
func sameOrder(a, b []key) bool {
	place := make(map[key]int)
	for i, k := range a {
		place[k] = i + 1
	}
	last := 0
	for _, k := range b {
		if p := place[k]; p > 0 {
			if p < last {
				return false
			}
			last = p
		}
	}
	return true
}

// mergeNone settles whether a list without items is there, and notes it where one side says that a
// pathway has no links while the other adds some, or says no more which there are.
func (m *merger) mergeNone(merged, base, ours, theirs *tree) {
	wasNil := base == nil || base.value.IsNil()
	none := func(t *tree) bool { return saysNone(t.value) && (base == nil || !saysNone(base.value)) }
	if ours.value.IsNil() == wasNil && !none(ours) {
		merged.value = theirs.value
	}
	if (none(ours) || none(theirs)) && (len(merged.items) > 0 || ours.value.IsNil() != theirs.value.IsNil()) {
		m.clash(merged, "", base.content(), ours.content(), theirs.content())
	}
}
