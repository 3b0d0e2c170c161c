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
	"github.com/outcomemap/outcomemap/internal/fuzzrand"
	"github.com/outcomemap/outcomemap/pathway"
)

// Whatever is wrong with a body, its score is there: no panic, no NaN, no chance outside of 0 to 1,
// the same twice, and nothing of the caller's is changed.
func FuzzScore(f *testing.F) {
	fuzzrand.Seed(f, 15)
	f.Fuzz(func(t *testing.T, bytes []byte) {
		w := world{Rand: fuzzrand.New(bytes, 1)}
		w.wild = w.one(2)
		pathways := []pathway.Pathway{w.pathway("p"), w.pathway("q")}
		body := w.body(&pathways[0], w.IntN(16))
		on := evidence.AsOf(pick(w, evidence.Date(""), "2021", "never"))
		before := snapshot(pathways, body)
		cards := evidence.Score(pathways, body, on)
		if before != snapshot(pathways, body) {
			t.Fatal("the caller's is changed")
		}
		for i := range cards {
			if fault := insane(reflect.ValueOf(cards[i])); fault != "" {
				t.Fatal(fault)
			}
			for _, e := range chances(cards[i]) {
				if !(e.Low >= 0 && e.High <= 1) {
					t.Fatalf("%v is no chance", e)
				}
			}
		}
		if _, err := json.Marshal(cards); err != nil {
			t.Fatal(err)
		}
		if again := evidence.Score(pathways, body, on); !reflect.DeepEqual(cards, again) {
			require.Equal(t, cards, again, "the same in, the same out")
		}
	})
}

// snapshot prints all of it, numbers that JSON has no word for included.
func snapshot(pathways []pathway.Pathway, body *evidence.Body) string {
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

// insane looks at every number of a scorecard, and returns what is wrong with the first that is.
func insane(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			return insane(v.Elem())
		}
	case reflect.Struct:
		if v.Type() == estimate {
			if e := v.Interface().(bayes.Estimate); !(e.Low <= e.Mid && e.Mid <= e.High) {
				return fmt.Sprintf("%v does not rise", e)
			}
		}
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if !field.IsExported() || field.Name == "Err" || field.Name == "Counts" {
				continue
			}
			if fault := insane(v.Field(i)); fault != "" {
				return field.Name + ": " + fault
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			if fault := insane(v.Index(i)); fault != "" {
				return fault
			}
		}
	case reflect.Float64:
		if math.IsNaN(v.Float()) {
			return "no number"
		}
	}
	return ""
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
