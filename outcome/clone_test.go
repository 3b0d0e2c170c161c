package outcome_test

import (
	"reflect"
	"testing"

	. "github.com/outcomemap/outcomemap/outcome"
	"github.com/stretchr/testify/assert"
)

// Every string that can be reached from the clone is changed; the original must not see it.
func TestCloneSharesNothing(t *testing.T) {
	m := sound()
	m.Extra = []byte(`{"a":1}`)
	m.Evidence.Indicators[0].Periods[0].Dimensions = map[string]string{"area": "rural"}
	c := m.Clone()
	assert.Equal(t, m, c)
	spoil(reflect.ValueOf(c).Elem())
	want := sound()
	want.Extra = []byte(`{"a":1}`)
	want.Evidence.Indicators[0].Periods[0].Dimensions = map[string]string{"area": "rural"}
	assert.Equal(t, want, m)
	assert.NotEqual(t, want, c)
	assert.Nil(t, (*Map)(nil).Clone())
}

func TestCloneKeepsNilAndEmptyApart(t *testing.T) {
	m := sound()
	m.Pathways[0].Links = m.Pathways[0].Links[:0]
	assert.NotNil(t, m.Clone().Pathways[0].Links, "no links at all")
	m.Pathways[0].Links = nil
	assert.Nil(t, m.Clone().Pathways[0].Links, "all links implied")
}

func spoil(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(v.String() + "!")
	case reflect.Uint8:
		v.SetUint(v.Uint() + 1)
	case reflect.Float64:
		v.SetFloat(v.Float() + 1)
	case reflect.Pointer:
		if !v.IsNil() {
			spoil(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			spoil(v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			spoil(v.Index(i))
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			v.SetMapIndex(k, reflect.ValueOf("spoilt"))
		}
	}
}
