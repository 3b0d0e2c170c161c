package outcome_test

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	. "github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

// values are the values of conflicts, sorted.
func values(conflicts []Conflict) []string {
	var all []string
	for _, c := range conflicts {
		all = append(all, fmt.Sprintf("%s %v | %v | %v", c.Thing, c.Base, c.Ours, c.Theirs))
	}
	slices.Sort(all)
	return all
}

// leads reports whether a JSON Pointer into the map file leads to something that the file can hold.
func leads(v reflect.Value, pointer string) bool {
	for _, step := range strings.Split(pointer, "/")[1:] {
		for v.Kind() == reflect.Pointer && !v.IsNil() {
			v = v.Elem()
		}
		place, err := strconv.Atoi(step)
		if v.Type() == reflect.TypeFor[evidence.Baselines]() && v.Len() == 1 && err != nil {
			v = v.Index(0)
		}
		switch v.Kind() {
		case reflect.Slice:
			if err != nil || place >= v.Len() {
				return false
			}
			v = v.Index(place)
		case reflect.Struct:
			field := slices.IndexFunc(reflect.VisibleFields(v.Type()), func(f reflect.StructField) bool {
				name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
				return name == step
			})
			if field < 0 {
				return false
			}
			v = v.Field(field)
		default:
			return false
		}
	}
	return true
}

// plain is a copy in which what says the same is the same: no list that is empty, but for links, and no
// number that differs from itself.
func plain(m *Map) *Map {
	m = m.Clone()
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				walk(v.Elem())
			}
		case reflect.Struct:
			for i := range v.NumField() {
				walk(v.Field(i))
			}
		case reflect.Slice:
			if v.Len() == 0 && v.Type() != reflect.TypeFor[[]pathway.Link]() {
				v.SetZero()
			}
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Float64:
			if math.IsNaN(v.Float()) {
				v.SetFloat(-1e99)
			}
		}
	}
	walk(reflect.ValueOf(m).Elem())
	return m
}

func requireSame(t *testing.T, want, got *Map, why string) {
	if !reflect.DeepEqual(want, got) {
		require.Equal(t, want, got, why)
	}
}
