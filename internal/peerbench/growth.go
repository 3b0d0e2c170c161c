package main

import (
	"fmt"
	"io"
	"math"
	"strings"
	"time"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render"
	"github.com/outcomemap/outcomemap/schema"
	"github.com/outcomemap/outcomemap/schema/schematest"
)

var sizes = []int{50, 500, 5_000, 50_000, 100_000}

// growth times the main jobs on maps of rising size, and fits time = a·stones^k by least squares on
// logarithms, over the maps of 500 stones and more.
func growth() error {
	fmt.Print("\n| job |")
	for _, n := range sizes {
		fmt.Printf(" %d stones |", n)
	}
	fmt.Print(" exponent |\n| --- |" + strings.Repeat(" ---: |", len(sizes)+1) + "\n")
	took := make([][]time.Duration, len(jobs))
	for _, n := range sizes {
		m := schematest.Random(3, n)
		var file strings.Builder
		if err := schema.Write(&file, m, schema.JSON); err != nil {
			return err
		}
		for i, j := range jobs {
			best, err := best(func() error { return j.run(m, file.String()) })
			if err != nil {
				return fmt.Errorf("%s, %d stones: %w", j.name, n, err)
			}
			took[i] = append(took[i], best)
		}
	}
	for i, j := range jobs {
		fmt.Printf("| %s |", j.name)
		for _, d := range took[i] {
			fmt.Printf(" %s |", rounded(d))
		}
		fmt.Printf(" %.2f |\n", exponent(sizes[1:], took[i][1:]))
	}
	return nil
}

var jobs = []struct {
	name string
	run  func(*outcome.Map, string) error
}{
	{"read (JSON)", func(_ *outcome.Map, file string) error {
		_, err := schema.Read(strings.NewReader(file), schema.WithLimits(schema.Limits{Bytes: 1 << 30}))
		return err
	}},
	{"check", func(m *outcome.Map, _ string) error { _ = outcome.Check(m, outcome.Review); return nil }},
	{"score", func(m *outcome.Map, _ string) error { _ = evidence.Score(m.Pathways, &m.Evidence); return nil }},
	{"lay out", func(m *outcome.Map, _ string) error { _, err := render.Layout(m); return err }},
	{"draw (SVG)", func(m *outcome.Map, _ string) error { return render.SVG(io.Discard, m) }},
	{"write (JSON)", func(m *outcome.Map, _ string) error { return schema.Write(io.Discard, m, schema.JSON) }},
}

// best is the shortest of several runs: of at most a second together, but three at least.
func best(run func() error) (time.Duration, error) {
	least, begin := time.Duration(math.MaxInt64), time.Now()
	for n := 0; n < 3 || n < 200 && time.Since(begin) < time.Second; n++ {
		start := time.Now()
		if err := run(); err != nil {
			return 0, err
		}
		least = min(least, time.Since(start))
	}
	return least, nil
}

func exponent(sizes []int, took []time.Duration) float64 {
	var n, sx, sy, sxx, sxy float64
	for i := range sizes {
		x, y := math.Log(float64(sizes[i])), math.Log(float64(took[i]))
		n, sx, sy, sxx, sxy = n+1, sx+x, sy+y, sxx+x*x, sxy+x*y
	}
	return (n*sxy - sx*sy) / (n*sxx - sx*sx)
}
