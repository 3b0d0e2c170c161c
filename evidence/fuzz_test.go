package evidence_test

import (
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/evidence/bayes"
	"github.com/outcomemap/outcomemap/pathway"
)

// Whatever is wrong with a body, its score is there: no panic, no NaN, no chance outside of 0 to 1,
// the same twice, and nothing of the caller's is changed.
func FuzzScore(f *testing.F) {
	for seed := range uint64(40) {
		f.Add(seed, seed%2 == 0, int(seed%12))
	}
	f.Fuzz(func(t *testing.T, seed uint64, wild bool, items int) {
		w := seeded(seed)
		w.wild = wild
		pathways := []pathway.Pathway{w.pathway("p"), w.pathway("q")}
		body := w.body(&pathways[0], min(max(items, 0), 40))
		before := snapshot(t, pathways, body)
		cards := evidence.Score(pathways, body, evidence.AsOf(pick(w, evidence.Date(""), "2021", "never")))
		for i := range cards {
			sane(t, reflect.ValueOf(cards[i]), "card")
			for _, e := range chances(cards[i]) {
				require.True(t, e.Low >= 0 && e.High <= 1, "%v", e)
			}
		}
		first, err := json.Marshal(cards)
		require.NoError(t, err)
		require.Equal(t, before, snapshot(t, pathways, body), "the caller's is left alone")
		w2 := seeded(seed)
		w2.wild = wild
		again := []pathway.Pathway{w2.pathway("p"), w2.pathway("q")}
		body2 := w2.body(&again[0], min(max(items, 0), 40))
		second, err := json.Marshal(evidence.Score(again, body2, evidence.AsOf(pick(w2, evidence.Date(""), "2021", "never"))))
		require.NoError(t, err)
		require.Equal(t, string(first), string(second), "the same in, the same out")
	})
}

// snapshot prints all of it, numbers that JSON has no word for included.
func snapshot(t *testing.T, pathways []pathway.Pathway, body *evidence.Body) string {
	t.Helper()
	var text []byte
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
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Float64:
			text = fmt.Appendf(text, "%x", math.Float64bits(v.Float()))
		case reflect.String:
			text = append(text, v.String()...)
		}
		text = append(text, '|')
	}
	walk(reflect.ValueOf(pathways))
	walk(reflect.ValueOf(body))
	return string(text)
}

var estimate = reflect.TypeFor[bayes.Estimate]()

// sane looks at every number of a scorecard.
func sane(t *testing.T, v reflect.Value, path string) {
	t.Helper()
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			sane(t, v.Elem(), path)
		}
	case reflect.Struct:
		if v.Type() == estimate {
			e := v.Interface().(bayes.Estimate)
			require.True(t, e.Low <= e.Mid && e.Mid <= e.High, "%s: %v", path, e)
		}
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if field.IsExported() && field.Name != "Err" && field.Name != "Counts" {
				sane(t, v.Field(i), path+"."+field.Name)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			sane(t, v.Index(i), path)
		}
	case reflect.Float64:
		require.False(t, math.IsNaN(v.Float()), path)
	}
}

func chances(card evidence.Scorecard) []bayes.Estimate {
	var all []bayes.Estimate
	add := func(e *bayes.Estimate) {
		if e != nil {
			all = append(all, *e)
		}
	}
	p := card.Probative
	for _, c := range append(append([]evidence.ClaimScore{}, p.Chain...), p.Rivals...) {
		add(c.Posterior)
		for _, w := range c.Without {
			all = append(all, w.Posterior)
		}
	}
	add(p.Lowest)
	add(p.IfIndependent)
	add(p.WeakestLink)
	return all
}
