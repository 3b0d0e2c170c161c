package outcome_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	. "github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/schema/schematest"
)

// draws takes random numbers from the bytes of a fuzzer, one byte each, so that what it changes is one
// choice; behind them it goes on by itself.
type draws struct {
	bytes []byte
	rest  *rand.PCG
}

func (d *draws) Uint64() uint64 {
	if len(d.bytes) == 0 {
		return d.rest.Uint64()
	}
	b := d.bytes[0]
	d.bytes = d.bytes[1:]
	return uint64(b) * 0x0101010101010101
}

// maker makes maps of any kind, and changes them, by its draws.
type maker struct{ *rand.Rand }

func made(bytes []byte) maker {
	return maker{rand.New(&draws{bytes, rand.NewPCG(uint64(len(bytes)), 2)})}
}

// seeds adds byte strings of some lengths to a fuzz target.
func seeds(f *testing.F) {
	r := rand.New(rand.NewPCG(40, 2))
	for n := range 40 {
		bytes := make([]byte, 12*n)
		for i := range bytes {
			bytes[i] = byte(r.IntN(256))
		}
		f.Add(bytes)
	}
}

// a map is sound, valid or nonsense, and changed in a few places.
func (k maker) a() *Map {
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

// FuzzCheck holds the findings of any map to their laws: they are the same twice, they are in order, and
// what they point at is there; nothing is written to the map.
func FuzzCheck(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, bytes []byte) {
		k := made(bytes)
		m := k.a()
		before := plain(m)
		profile := []Profile{Draft, Review, Final}[k.IntN(3)]
		fs := Check(m, profile)
		for _, finding := range fs {
			r, ok := RuleByID(finding.Rule)
			if !ok || finding.Message == "" || finding.Severity == Off || len(m.Rules) == 0 && finding.Severity != r.In(profile) {
				t.Fatalf("%+v", finding)
			}
			for _, place := range append(finding.Related, finding.Place) {
				if !leads(reflect.ValueOf(*m), place.Pointer) {
					t.Fatalf("%s leads nowhere: %s", place.Pointer, finding)
				}
			}
		}
		require.Equal(t, fs, Check(m.Clone(), profile))
		sorted := slices.Clone(fs)
		SortFindings(sorted)
		require.Equal(t, sorted, fs)
		x := NewIndex(m)
		Conditions(m, evidence.Score(m.Pathways, &m.Evidence))
		for _, a := range m.Evidence.Assessments {
			if name := x.Name(a.About); (name == "") != (a.About.Kind() == pathway.NoTarget) {
				t.Fatalf("%q names %+v", name, a.About)
			}
		}
		requireSame(t, before, plain(m), "the map is left alone")
	})
}

// FuzzDiff holds the changes between any two maps to their laws: there are none where the two say the same,
// and only there; forward and back they are as many; each points at something. A clone is the same map, and
// another one.
func FuzzDiff(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, bytes []byte) {
		k := made(bytes)
		a := k.a()
		b := k.changed(a)
		if k.IntN(8) == 0 {
			b = k.a()
		}
		wasA, wasB := plain(a), plain(b)
		forth, back := Diff(a, b), Diff(b, a)
		require.Equal(t, reflect.DeepEqual(wasA, wasB), len(forth) == 0, "%v", lines(forth))
		opposite := map[ChangeKind]ChangeKind{Added: Removed, Removed: Added, Changed: Changed, Moved: Moved}
		count := map[ChangeKind]int{}
		for _, c := range forth {
			count[c.Kind]++
			in := b
			if c.Kind == Removed {
				in = a
			}
			if !leads(reflect.ValueOf(*in), c.Pointer) {
				t.Fatalf("%s leads nowhere: %s", c.Pointer, c)
			}
		}
		for _, c := range back {
			count[opposite[c.Kind]]--
		}
		for kind, n := range count {
			require.Zero(t, n, "%s, there and back", kind)
		}
		c := a.Clone()
		require.Empty(t, lines(Diff(a, c)))
		require.Empty(t, Diff(a, a))
		spoil(reflect.ValueOf(c).Elem())
		requireSame(t, wasA, plain(a), "the clone shares nothing")
		requireSame(t, wasB, plain(b), "the maps are left alone")
	})
}

// FuzzMerge holds three-way merges of any maps to their laws.
func FuzzMerge(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, bytes []byte) {
		k := made(bytes)
		base := k.a()
		ours, theirs := k.changed(base), k.changed(base)
		if k.IntN(8) == 0 {
			theirs = k.a()
		}
		was := [...]*Map{plain(base), plain(ours), plain(theirs)}
		for _, tt := range []struct {
			law                       string
			base, ours, theirs, wants *Map
		}{
			{"we did nothing: theirs", base, base, theirs, theirs},
			{"they did nothing: ours", base, ours, base, ours},
			{"both did the same: that", base, ours, ours.Clone(), ours},
		} {
			merged, conflicts := Merge(tt.base, tt.ours, tt.theirs)
			require.Empty(t, lines(conflicts), tt.law)
			requireSame(t, plain(tt.wants), plain(merged), tt.law)
		}
		merged, conflicts := Merge(base, ours, theirs)
		_, mirrored := Merge(base, theirs, ours)
		for i := range mirrored {
			mirrored[i].Ours, mirrored[i].Theirs = mirrored[i].Theirs, mirrored[i].Ours
		}
		require.Equal(t, values(conflicts), values(mirrored), "whoever is who, the same is in conflict")
		for _, c := range conflicts {
			if !leads(reflect.ValueOf(*merged), c.Pointer) {
				t.Fatalf("%s leads nowhere: %s", c.Pointer, c)
			}
		}
		for i, m := range []*Map{base, ours, theirs} {
			requireSame(t, was[i], plain(m), "the maps are left alone")
		}
	})
}

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
