package pathway_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/outcomemap/outcomemap/pathway"
)

// large is a pathway of six steps linked all to all with a number of stones, and three citations for
// each stone, from a source for every hundred. One of the sources cites whole pairs of steps as well.
func large(stones int) (*pathway.Pathway, []pathway.Citation) {
	rng := rand.New(rand.NewPCG(uint64(stones), 5))
	p := wideSteps(6, stones/6)
	var cites []pathway.Citation
	for i := range 3 * stones {
		from, to := p.Steps[i%5], p.Steps[i%5+1]
		source := rng.IntN(stones/100 + 1)
		c := pathway.Citation{From: from.Column, To: to.Column, Source: fmt.Sprint(source)}
		if source > 0 || rng.IntN(2) > 0 {
			c.From, c.To = from.Stones[rng.IntN(len(from.Stones))], to.Stones[rng.IntN(len(to.Stones))]
		}
		cites = append(cites, c)
	}
	return p, cites
}

// growth reports how much longer ten times the stones take than ten times as long: 1 is linear.
func growth(b *testing.B, stones int, run func(p *pathway.Pathway, cites []pathway.Citation)) {
	small, fewer := large(stones)
	big, more := large(10 * stones)
	var tSmall, tBig time.Duration
	for b.Loop() {
		t0 := time.Now()
		for range 10 {
			run(small, fewer)
		}
		t1 := time.Now()
		run(big, more)
		tSmall, tBig = tSmall+t1.Sub(t0), tBig+time.Since(t1)
	}
	b.ReportMetric(float64(tBig)/float64(tSmall), "x-linear")
	b.ReportMetric(float64(tBig)/float64(b.N)/float64(10*stones), "ns/stone")
	b.ReportMetric(0, "ns/op")
}

func BenchmarkGrowth(b *testing.B) {
	for _, bench := range []struct {
		name string
		run  func(p *pathway.Pathway, cites []pathway.Citation)
	}{
		{"Bundles", func(p *pathway.Pathway, _ []pathway.Citation) {
			for range p.Bundles() {
			}
		}},
		{"CountRoutes", func(p *pathway.Pathway, _ []pathway.Citation) { p.CountRoutes() }},
		{"FirstRoutes", func(p *pathway.Pathway, _ []pathway.Citation) { allRoutes(p, 10) }},
		{"Order", func(p *pathway.Pathway, _ []pathway.Citation) { p.Order() }},
		{"Loops", func(p *pathway.Pathway, _ []pathway.Citation) { p.Loops() }},
		{"Gaps", func(p *pathway.Pathway, _ []pathway.Citation) { p.Gaps() }},
		{"Dominators", func(p *pathway.Pathway, _ []pathway.Citation) { p.Dominators() }},
		{"CutCitations", func(p *pathway.Pathway, cites []pathway.Citation) { p.CutCitations(cites, pathway.Ends{}) }},
		{"Threads", func(p *pathway.Pathway, cites []pathway.Citation) { p.Threads(cites, pathway.Ends{}) }},
	} {
		b.Run(bench.name, func(b *testing.B) { growth(b, 1000, bench.run) })
	}
}

// Length costs nothing but itself: ten times as many steps of five stones.
func BenchmarkReliability(b *testing.B) {
	short, few := layered(6, 5, 0.3)
	long, many := layered(51, 5, 0.3)
	var tShort, tLong time.Duration
	for b.Loop() {
		t0 := time.Now()
		for range 10 {
			short.Reliability(few, pathway.Ends{}, 0)
		}
		t1 := time.Now()
		long.Reliability(many, pathway.Ends{}, 0)
		tShort, tLong = tShort+t1.Sub(t0), tLong+time.Since(t1)
	}
	b.ReportMetric(float64(tLong)/float64(tShort), "x-linear")
	b.ReportMetric(float64(tLong)/float64(b.N), "ns/op")
}
