package outcome

import (
	"fmt"
	"reflect"

	"github.com/outcomemap/outcomemap/pathway"
)

// write turns a merged tree back into a value, and gives its branches their places in that.
func (t *tree) write(v reflect.Value) {
	if t.hasHomes() {
		t.grow() // the stones do not come with their homes
	}
	switch {
	case t.grown && t.isStruct():
		t.writeFields(v)
	case t.grown && t.isList():
		t.writeItems(v)
	default:
		v.Set(t.value)
		if housed(v.Type(), "Stones") {
			v.FieldByName("Stones").SetZero()
		}
	}
}

func (t *tree) writeFields(v reflect.Value) {
	k := 0
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if housed(v.Type(), f.Name) {
			continue
		}
		branch := t.branches[k]
		branch.in, branch.name, branch.step = t, fileName(f), "/"+fileName(f)
		branch.write(v.Field(i))
		k++
	}
	switch x := v.Addr().Interface().(type) {
	case *Map:
		t.settle("columns", func(home int, stone *tree) int {
			list := &x.Columns[home].Stones
			*list = append(*list, Stone{})
			stone.write(reflect.ValueOf(&(*list)[len(*list)-1]).Elem())
			return len(*list) - 1
		})
	case *pathway.Pathway:
		t.settle("steps", func(home int, stone *tree) int {
			list := &x.Steps[home].Stones
			*list = append(*list, stone.value.String())
			return len(*list) - 1
		})
	}
}

func (t *tree) writeItems(v reflect.Value) {
	n := len(t.items)
	if n == 0 && t.value.IsNil() {
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), n, n))
	for i, item := range t.items {
		item.in, item.step = t, t.stepTo(i, n)
		item.write(v.Index(i))
	}
}

// settle puts the stones of a map or pathway into their homes by put, which returns the place.
func (t *tree) settle(kind string, put func(home int, stone *tree) int) {
	var homes *tree
	for _, branch := range t.branches {
		if branch.hasHomes() {
			homes = branch
		}
	}
	place := make(map[key]int)
	for i, home := range homes.items {
		place[home.key] = i
	}
	for _, at := range t.stones.clashing {
		at.in, at.name, at.step = homes.items[place[at.home]], "stones", "/stones"
	}
	for _, stone := range t.stones.items {
		home := place[stone.home]
		stone.in, stone.step = t, fmt.Sprintf("/%s/%d/stones/%d", kind, home, put(home, stone))
	}
}
