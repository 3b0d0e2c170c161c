package outcome_test

import (
	"math"
	"math/rand/v2"
	"reflect"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/internal/fuzzrand"
	. "github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/schema/schematest"
)

// maker makes maps of any kind, and changes them, by its draws.
type maker struct{ *rand.Rand }

func made(bytes []byte) maker {
	return maker{fuzzrand.New(bytes, 2)}
}

// any makes a map that is sound, valid or nonsense, and changed in a few places.
func (k maker) any() *Map {
	m := &Map{}
	switch k.IntN(3) {
	case 0:
		k.fill(reflect.ValueOf(m).Elem())
	case 1:
		m = sound()
	case 2:
		m = schematest.Random(uint64(k.IntN(16)), 1+k.IntN(10))
	}
	return k.changed(m)
}

// changed is a copy with a few changes.
func (k maker) changed(m *Map) *Map {
	m = m.Clone()
	for range k.IntN(5) {
		k.change(reflect.ValueOf(m).Elem())
	}
	return m
}

// words are few, so that ids name something now and then.
var words = map[reflect.Type][]string{
	reflect.TypeFor[string]():             {"", "a", "b", "c", "d", "p", "q", "bake", "joy", "fed", "<b>", "Rain. And then; sun"},
	reflect.TypeFor[Level]():              {"", "activities", "impact", "odd"},
	reflect.TypeFor[evidence.Date]():      {"", "2021", "2022-05", "2021-12-31", "soon"},
	reflect.TypeFor[evidence.Status]():    {"", "observed", "absent", "planned", "odd"},
	reflect.TypeFor[evidence.Direction](): {"", "supports", "contradicts", "mixed"},
	reflect.TypeFor[evidence.Policy]():    {"", "package", "dominant", "correlated"},
	reflect.TypeFor[evidence.Verdict]():   {"", "holds", "partly", "fails"},
	reflect.TypeFor[evidence.Measure]():   {"", "unit", "qualitative"},
	reflect.TypeFor[FactorKind]():         {"enabler", "barrier"},
	reflect.TypeFor[pathway.Effect]():     {"", "positive", "negative"},
}

// fill makes a value of the model out of nothing.
func (k maker) fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		list := words[v.Type()]
		if list == nil {
			list = words[reflect.TypeFor[string]()]
		}
		v.SetString(list[k.IntN(len(list))])
	case reflect.Float64:
		v.SetFloat([]float64{0, 0.2, 0.5, 0.8, 1, -1, 2, math.NaN(), math.Inf(1)}[k.IntN(9)])
	case reflect.Int8:
		v.SetInt(int64(k.IntN(6)))
	case reflect.Bool:
		v.SetBool(k.IntN(2) == 0)
	case reflect.Pointer:
		if v.SetZero(); k.IntN(2) == 0 {
			v.Set(reflect.New(v.Type().Elem()))
			k.fill(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			k.fill(v.Field(i))
		}
	case reflect.Map:
		if v.SetZero(); k.IntN(3) == 0 {
			v.Set(reflect.ValueOf(map[string]string{"who": "all"}))
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			v.SetBytes([]byte([]string{"", `{"a":"<i>"}`}[k.IntN(2)]))
			return
		}
		n := k.IntN(5) - 1
		if v.SetZero(); n < 0 {
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			k.fill(v.Index(i))
		}
	}
}

// change goes down to some value and makes it anew; on the way something may leave a list, join it or
// change places.
func (k maker) change(v reflect.Value) {
	switch {
	case v.Kind() == reflect.Struct && v.Type() != reflect.TypeFor[pathway.Target]():
		k.change(v.Field(k.IntN(v.NumField())))
	case v.Kind() == reflect.Slice && v.Len() > 0 && v.Type().Elem().Kind() != reflect.Uint8:
		n, i := v.Len(), k.IntN(v.Len())
		switch list := reflect.MakeSlice(v.Type(), 0, n+1); k.IntN(6) {
		case 0:
			v.Set(reflect.AppendSlice(reflect.AppendSlice(list, v.Slice(0, i)), v.Slice(i+1, n)))
		case 1:
			more := reflect.New(v.Type().Elem()).Elem()
			k.fill(more)
			v.Set(reflect.AppendSlice(reflect.Append(reflect.AppendSlice(list, v.Slice(0, i)), more), v.Slice(i, n)))
		case 2:
			reflect.Swapper(v.Interface())(i, k.IntN(n))
		default:
			k.change(v.Index(i))
		}
	default:
		k.fill(v)
	}
}
