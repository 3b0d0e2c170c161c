package outcome_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/internal/fuzzrand"
	. "github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

// FuzzCheck holds the findings of any map to their laws: they are the same twice, they are in order, and
// what they point at is there; nothing is written to the map.
func FuzzCheck(f *testing.F) {
	fuzzrand.Seed(f, 12)
	f.Fuzz(func(t *testing.T, bytes []byte) {
		k := made(bytes)
		m := k.any()
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
	fuzzrand.Seed(f, 12)
	f.Fuzz(func(t *testing.T, bytes []byte) {
		k := made(bytes)
		a := k.any()
		b := k.changed(a)
		if k.IntN(8) == 0 {
			b = k.any()
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
	fuzzrand.Seed(f, 12)
	f.Fuzz(func(t *testing.T, bytes []byte) {
		k := made(bytes)
		base := k.any()
		ours, theirs := k.changed(base), k.changed(base)
		if k.IntN(8) == 0 {
			theirs = k.any()
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
