package render_test

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os/exec"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/internal/needtool"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render"
)

// sized makes a map of six columns with about so many stones, a pathway for every ten, each step of a
// pathway with up to four stones that all lead to all of the next, and everything rated.
func sized(stones int) *outcome.Map {
	r := rand.New(rand.NewPCG(uint64(stones), 6))
	words := strings.Fields("people trust community access skills developed families practice voice in the of more support early")
	m := &outcome.Map{Title: fmt.Sprintf("A map of %d stones", stones)}
	for c := range 6 {
		col := outcome.Column{ID: fmt.Sprintf("c%d", c), Heading: "What they learn and gain"}
		for i := c; i < stones; i += 6 {
			var text []string
			for range 4 + r.IntN(14) {
				text = append(text, words[r.IntN(len(words))])
			}
			col.Stones = append(col.Stones, outcome.Stone{ID: fmt.Sprintf("s%d", i), Text: strings.Join(text, " ")})
		}
		m.Columns = append(m.Columns, col)
	}
	for p := range stones / 10 {
		path := pathway.Pathway{ID: fmt.Sprintf("p%d", p), Title: fmt.Sprintf("Pathway %d", p)}
		for c := range m.Columns {
			step := pathway.Step{Column: m.Columns[c].ID}
			for range 1 + r.IntN(4) {
				id := m.Columns[c].Stones[r.IntN(len(m.Columns[c].Stones))].ID
				step.Stones = append(step.Stones, id)
				m.Evidence.Assessments = append(m.Evidence.Assessments, evidence.Assessment{
					About: pathway.Target{Pathway: path.ID, Stone: id}, Progress: "some", Confidence: "high",
				})
			}
			path.Steps = append(path.Steps, step)
		}
		m.Pathways = append(m.Pathways, path)
	}
	return m
}

func TestAllocationsPerCard(t *testing.T) {
	m := sized(60)
	allocs := testing.AllocsPerRun(5, func() { _ = render.SVG(io.Discard, m) })
	t.Logf("%.1f allocations a card", allocs/60)
	assert.LessOrEqual(t, allocs/60, 10.0) // 7.6 when this was written, a little more with the race detector
}

// "of-dot" is our time over the CPU time of a dot process that draws the same map from DOT.
func BenchmarkSVG(b *testing.B) {
	tool := needtool.Path(b, "dot")
	m := sized(60)
	var graph bytes.Buffer
	require.NoError(b, render.DOT(&graph, m))
	var ours, dots time.Duration
	for b.Loop() {
		start := time.Now()
		require.NoError(b, render.SVG(io.Discard, m))
		ours += time.Since(start)
		cmd := exec.Command(tool, "-Tsvg")
		cmd.Stdin = bytes.NewReader(graph.Bytes())
		require.NoError(b, cmd.Run())
		dots += cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	}
	b.ReportMetric(float64(ours)/float64(dots), "of-dot")
	b.ReportMetric(float64(ours)/float64(b.N), "ns/op")
}

// "x" is how much longer a map of ten times the stones takes, over ten: 1 is linear.
func BenchmarkLayoutIsLinear(b *testing.B) {
	small, large := sized(1000), sized(10000)
	var one, ten time.Duration
	for b.Loop() {
		start := time.Now()
		_, err := render.Layout(small)
		one += time.Since(start)
		require.NoError(b, err)
		start = time.Now()
		_, err = render.Layout(large)
		ten += time.Since(start)
		require.NoError(b, err)
	}
	b.ReportMetric(float64(ten)/float64(one)/10, "x")
}

// "B/card" is what the layout of a large map holds on to, the result included, and "peak-B/card" the
// most of it that was in use when looked at.
func BenchmarkMemory(b *testing.B) {
	m := sized(100_000)
	m.Evidence = evidence.Body{}
	for b.Loop() {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		g, err := render.Layout(m)
		require.NoError(b, err)
		runtime.ReadMemStats(&after)
		peak := after.HeapAlloc - before.HeapAlloc
		runtime.GC()
		runtime.ReadMemStats(&after)
		b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/100_000, "B/card")
		b.ReportMetric(float64(peak)/100_000, "peak-B/card")
		runtime.KeepAlive(g)
	}
}
