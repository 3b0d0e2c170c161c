package mapgen

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Maps are written and read back as they were, in both formats, without an error.
func TestMapsAreValid(t *testing.T) {
	for seed := range uint64(100) {
		m := Map(seed, 1+int(seed)%90)
		for _, format := range []schema.Format{schema.JSON, schema.YAML} {
			var file bytes.Buffer
			require.NoError(t, schema.Write(&file, m, format))
			got, err := schema.Read(&file, schema.WithFormat(format))
			require.NoError(t, err, "seed %d", seed)
			require.Equal(t, m, got, "seed %d", seed)
		}
	}
}

func TestSameSeedSameMap(t *testing.T) {
	assert.Equal(t, Map(7, 40), Map(7, 40))
	assert.NotEqual(t, Map(7, 40), Map(8, 40))
}

func TestSize(t *testing.T) {
	for _, n := range []int{-1, 0, 1, 2, 13, 1000} {
		stones := 0
		m := Map(1, n)
		for _, c := range m.Columns {
			stones += len(c.Stones)
		}
		assert.Equal(t, max(n, 1), stones)
		assert.Equal(t, n/2, len(m.Evidence.Items), "evidence in proportion")
	}
}

// Every field of every type of the model is used, and every rule of method finds something.
func TestEveryPartIsUsed(t *testing.T) {
	used, all := map[string]bool{}, map[string]bool{}
	found := map[string]bool{}
	for seed := range uint64(120) {
		m := Map(seed, 60)
		fields(reflect.ValueOf(*m), used)
		for _, f := range outcome.Check(m, outcome.Review) {
			found[f.Rule] = true
		}
	}
	everyField(reflect.TypeFor[outcome.Map](), all)
	for field := range all {
		assert.True(t, used[field], "%s is never set", field)
	}
	var silent []string
	for _, r := range outcome.Rules() {
		if r.ID > "OM3" && r.ID < "OM4" && !found[r.ID] {
			silent = append(silent, r.ID)
		}
	}
	slices.Sort(silent)
	// No empty column, long text, two ideas, same text, infinite weight, HTML, certain prior, values
	// that do not fit, directions against numbers, or missing links: those are for who breaks a map.
	assert.Equal(t, []string{"OM302", "OM306", "OM307", "OM308", "OM315", "OM316", "OM320", "OM323", "OM324", "OM325"}, silent)
}

func fields(v reflect.Value, used map[string]bool) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			fields(v.Elem(), used)
		}
	case reflect.Slice:
		for i := 0; i < v.Len() && v.Type().Elem().Kind() == reflect.Struct; i++ {
			fields(v.Index(i), used)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if !v.Field(i).IsZero() {
				used[name(v.Type(), i)] = true
				fields(v.Field(i), used)
			}
		}
	}
}

func everyField(t reflect.Type, all map[string]bool) {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return
	}
	for i := range t.NumField() {
		all[name(t, i)] = true
		everyField(t.Field(i).Type, all)
	}
}

func name(t reflect.Type, field int) string { return fmt.Sprintf("%s.%s", t, t.Field(field).Name) }
