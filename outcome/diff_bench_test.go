package outcome_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	. "github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

// many is a map of six columns with a number of stones, a pathway through all and a rating each.
func many(stones int) *Map {
	m := &Map{Title: "Many"}
	p := pathway.Pathway{ID: "p"}
	for i := range 6 {
		c := Column{ID: fmt.Sprint("c", i)}
		s := pathway.Step{Column: c.ID}
		for k := range stones / 6 {
			stone := Stone{ID: fmt.Sprint(i, "-", k), Text: "A stone"}
			c.Stones = append(c.Stones, stone)
			s.Stones = append(s.Stones, stone.ID)
			m.Evidence.Assessments = append(m.Evidence.Assessments,
				evidence.Assessment{About: pathway.Target{Pathway: "p", Stone: stone.ID}, Progress: "some"})
		}
		m.Columns, p.Steps = append(m.Columns, c), append(p.Steps, s)
	}
	m.Pathways = append(m.Pathways, p)
	return m
}

// "x-clone": the time over that of copying the same map, turn by turn. "x-linear": ten times the
// stones over ten times the map.
func BenchmarkDiffAndMerge(b *testing.B) {
	for _, bench := range []struct {
		name string
		run  func(base, ours, theirs *Map)
	}{
		{"Diff", func(base, ours, _ *Map) { require.NotEmpty(b, Diff(base, ours)) }},
		{"Merge", func(base, ours, theirs *Map) { Merge(base, ours, theirs) }},
	} {
		b.Run(bench.name, func(b *testing.B) {
			versions := func(stones int) (base, ours, theirs *Map) {
				base = many(stones)
				ours, theirs = base.Clone(), base.Clone()
				for i := 0; i < stones/6; i += 10 {
					ours.Columns[1].Stones[i].Text = "Ours"
					theirs.Columns[2].Stones[i].Text = "Theirs"
				}
				return base, ours, theirs
			}
			base, ours, theirs := versions(1_000)
			baseBig, oursBig, theirsBig := versions(10_000)
			var small, big, clone time.Duration
			for b.Loop() {
				t0 := time.Now()
				for range 10 {
					bench.run(base, ours, theirs)
				}
				t1 := time.Now()
				bench.run(baseBig, oursBig, theirsBig)
				t2 := time.Now()
				oursBig.Clone()
				small, big, clone = small+t1.Sub(t0), big+t2.Sub(t1), clone+time.Since(t2)
			}
			b.ReportMetric(float64(big)/float64(small), "x-linear")
			b.ReportMetric(float64(big)/float64(clone), "x-clone")
			b.ReportMetric(float64(big)/float64(b.N), "ns/op")
		})
	}
}
