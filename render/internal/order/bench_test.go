package order

import (
	"fmt"
	"testing"
	"time"

	"github.com/outcomemap/outcomemap/internal/needtool"
	"github.com/stretchr/testify/require"
)

// "of-dot-cpu" is our time over the processor time of a dot process on the same graph, "of-dot-crossings"
// our crossings over dot's.
func BenchmarkMinimise(b *testing.B) {
	for _, tt := range measured {
		b.Run(tt.graph, func(b *testing.B) {
			m, g := load(b, tt.graph)
			y, dotTime := m.dot(b, g, needtool.Path(b, "dot"))
			dot := newCounter(g).count(byHeight(g, y))
			var got int64
			start := time.Now()
			for b.Loop() {
				n, err := Crossings(g, Minimise(g))
				require.NoError(b, err)
				got = n
			}
			took := time.Since(start) / time.Duration(b.N)
			b.ReportMetric(float64(took)/float64(dotTime), "of-dot-cpu")
			b.ReportMetric(float64(got)/float64(dot), "of-dot-crossings")
			b.ReportMetric(float64(got), "crossings")
		})
	}
}

// Growth: nanoseconds and bytes an item.
func BenchmarkMinimiseGrowth(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			m := randMap(n, 1)
			g := m.graph(b)
			b.ReportAllocs()
			for b.Loop() {
				Minimise(g)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/box")
		})
	}
}
