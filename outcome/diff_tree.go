package outcome

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

// tree is a map, or a part of it, in the shape in which versions are compared: things in lists are
// found by what they go by, not by their place. A stone is not inside its column but in a list of
// all stones, with the column as its home, so that one that moves is still the same; so are the
// stones of a pathway's steps. Branches grow when they are asked for. The types of the model are not
// recursive: depth is bounded.
type tree struct {
	value reflect.Value // as it is in the map
	in    *tree         // what it is part of
	step  string        // the pointer to it from there
	name  string        // of a field, as in the file
	thing string        // of an item of a list: what it is, and what it is called
	id    string
	key   key // of an item
	home  key // of a stone: that of its column or step
	rank  int // of an item: its place, from 1, among those with the same home

	branches []*tree // of a struct: fields, of which two of one type have the same
	items    []*tree // of a list
	stones   *tree   // of a map or pathway: the list of stones that stand in its columns or steps
	grown    bool
	at       map[key]int    // of a list: the place of an item
	counts   map[string]int // of a list: the items of one name
	ranks    map[key]int    // of a list: the items of one home
	clashing []*tree        // of a merged list: what stands for its order, in some home, where that is a conflict
}

// key is what an item of a list goes by, and how many of that name come before it.
type key struct {
	name string
	nth  int
}

func newTree(m *Map) *tree { return &tree{value: reflect.ValueOf(*m)} }

// isStruct tells what is compared field by field. A target is one value.
func (t *tree) isStruct() bool {
	return t.value.Kind() == reflect.Struct && t.value.Type() != reflect.TypeFor[pathway.Target]()
}

// isList tells a list from JSON text.
func (t *tree) isList() bool {
	return t.value.Kind() == reflect.Slice && t.value.Type().Elem().Kind() != reflect.Uint8
}

// hasHomes tells a list of columns or of steps.
func (t *tree) hasHomes() bool {
	return t.value.Type() == reflect.TypeFor[[]Column]() || t.value.Type() == reflect.TypeFor[[]pathway.Step]()
}

// housed reports whether a field holds stones, which have a list of their own.
func housed(t reflect.Type, field string) bool {
	return field == "Stones" && (t == reflect.TypeFor[Column]() || t == reflect.TypeFor[pathway.Step]())
}

// grow makes the branches of a struct or list, once.
func (t *tree) grow() *tree {
	switch {
	case t == nil || t.grown:
	case t.isStruct():
		t.growFields()
	case t.isList():
		t.growItems()
	}
	if t != nil {
		t.grown = true
	}
	return t
}

func (t *tree) growFields() {
	for i := range t.value.NumField() {
		f := t.value.Type().Field(i)
		if housed(t.value.Type(), f.Name) {
			continue
		}
		t.branches = append(t.branches, &tree{value: t.value.Field(i), in: t, step: "/" + fileName(f), name: fileName(f)})
	}
	switch x := t.value.Interface().(type) {
	case Map:
		t.growStones(x.Columns)
	case pathway.Pathway:
		t.growSteps(x.Steps)
	}
}

// fileName is the name of a field in the map file.
func fileName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

func (t *tree) growItems() {
	for i := range t.value.Len() {
		v := t.value.Index(i)
		item := &tree{value: v, in: t, step: t.stepTo(i, t.value.Len())}
		name := v.String()
		if v.Kind() != reflect.String { // a mere text says something about the thing that has the list
			item.thing, item.id, name = identify(v.Interface())
		}
		t.add(item, name, key{})
	}
}

// stepTo leads to item i of n. A single baseline stands in the file without its list.
func (t *tree) stepTo(i, n int) string {
	if n == 1 && t.value.Type() == reflect.TypeFor[evidence.Baselines]() {
		return ""
	}
	return "/" + strconv.Itoa(i)
}

// growStones lists the stones of all columns.
func (t *tree) growStones(columns []Column) {
	t.stones = &tree{value: reflect.ValueOf([]Stone(nil)), in: t, grown: true}
	counts := make(map[string]int)
	for i := range columns {
		home := next(counts, columns[i].ID)
		for k, stone := range columns[i].Stones {
			step := fmt.Sprintf("/columns/%d/stones/%d", i, k)
			t.stones.add(&tree{value: reflect.ValueOf(stone), in: t, step: step, thing: "stone", id: stone.ID}, stone.ID, home)
		}
	}
}

// growSteps lists the stones of all steps.
func (t *tree) growSteps(steps []pathway.Step) {
	t.stones = &tree{value: reflect.ValueOf([]string(nil)), in: t, grown: true}
	counts := make(map[string]int)
	for i := range steps {
		home := next(counts, steps[i].Column)
		for k, id := range steps[i].Stones {
			step := fmt.Sprintf("/steps/%d/stones/%d", i, k)
			t.stones.add(&tree{value: reflect.ValueOf(id), in: t, step: step, thing: "stone", id: id}, id, home)
		}
	}
}

// add puts an item into a list.
func (t *tree) add(item *tree, name string, home key) {
	if t.at == nil {
		t.at, t.counts, t.ranks = make(map[key]int), make(map[string]int), make(map[key]int)
	}
	item.key, item.home = next(t.counts, name), home
	t.ranks[home]++
	item.rank = t.ranks[home]
	t.at[item.key] = len(t.items)
	t.items = append(t.items, item)
}

// next counts one more of a name.
func next(counts map[string]int, name string) key {
	k := key{name, counts[name]}
	counts[name]++
	return k
}

// item returns the item with a key, or nil. A nil tree has none.
func (t *tree) item(k key) *tree {
	if t == nil {
		return nil
	}
	if i, ok := t.at[k]; ok {
		return t.items[i]
	}
	return nil
}
