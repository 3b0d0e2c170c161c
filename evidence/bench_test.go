package evidence_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

// big makes a map of n stones over six columns: three items and one rating a stone, a claim for each
// pair of steps and every fourth stone. A third of the items bears on stones, a third on links, a third
// on pairs of steps. It has as many pathways as that leaves with the given number of stones each.
func big(n, perPathway int) ([]pathway.Pathway, *evidence.Body) {
	w := seeded(uint64(n))
	var pathways []pathway.Pathway
	b := &evidence.Body{}
	claim := func(on pathway.Target) {
		b.Claims = append(b.Claims, evidence.Claim{About: on, Text: "It leads on", Prior: evidence.Exactly(0.5)})
	}
	for len(pathways)*perPathway < n {
		p := pathway.Pathway{ID: fmt.Sprintf("p%d", len(pathways)), Steps: make([]pathway.Step, 6)}
		for i := range perPathway {
			step := &p.Steps[i*6/perPathway]
			step.Column = fmt.Sprintf("c%d", i*6/perPathway)
			step.Stones = append(step.Stones, fmt.Sprintf("s%d", len(pathways)*perPathway+i))
		}
		for i, step := range p.Steps {
			next := p.Steps[min(i+1, 5)]
			if i < 5 {
				claim(link(p.ID, step.Column, next.Column))
			}
			for j, s := range step.Stones {
				about := []pathway.Target{stone(p.ID, s), stone(p.ID, s), stone(p.ID, s)}
				if i < 5 {
					about[1], about[2] = link(p.ID, s, next.Stones[j%len(next.Stones)]), link(p.ID, step.Column, next.Column)
				}
				for _, on := range about {
					l, h := w.chance(), w.chance()
					b.Items = append(b.Items, evidence.Item{
						ID: fmt.Sprintf("e%d", len(b.Items)), Source: fmt.Sprintf("source%d", w.IntN(n/10+1)),
						Text: "Eighteen of twenty-two employers say that they got help within a week of asking", Date: "2022-04-30",
						Status: pick(w, evidence.Observed, evidence.Observed, evidence.Absent, evidence.Planned),
						Bears: []evidence.Bearing{{About: on, Direction: evidence.Supports,
							Sensitivity: &evidence.Range{Low: min(l, h), High: max(l, h)}, TypeIError: evidence.Exactly(w.chance()),
							Because: "Without the service few would find help so fast."}},
					})
				}
				if j%4 == 0 {
					claim(stone(p.ID, s))
				}
				b.Assessments = append(b.Assessments, evidence.Assessment{About: stone(p.ID, s), Progress: pick(w, "none", "some", "great"),
					Confidence: pick(w, "low", "high"), Date: "2022-05-20", Narrative: "Most employers get help fast."})
			}
		}
		pathways = append(pathways, p)
	}
	return pathways, b
}

// "of-decode" is the time to score all pathways over that of decoding their bare JSON, turn by turn,
// so that a busy machine slows both; ns/stone shows how costs grow.
func BenchmarkScore(b *testing.B) {
	for _, size := range []struct{ stones, perPathway int }{{100, 20}, {1_000, 20}, {10_000, 20}, {100_000, 20}, {1_000, 1_000}, {10_000, 10_000}} {
		b.Run(fmt.Sprintf("stones=%d/a-pathway=%d", size.stones, size.perPathway), func(b *testing.B) {
			pathways, body := big(size.stones, size.perPathway)
			src, err := json.Marshal(body)
			require.NoError(b, err)
			paths, err := json.Marshal(pathways)
			require.NoError(b, err)
			var ours, bare time.Duration
			for b.Loop() {
				t0 := time.Now()
				cards := evidence.Score(pathways, body)
				t1 := time.Now()
				var readBody evidence.Body
				require.NoError(b, json.Unmarshal(src, &readBody))
				var readPaths []pathway.Pathway
				require.NoError(b, json.Unmarshal(paths, &readPaths))
				ours, bare = ours+t1.Sub(t0), bare+time.Since(t1)
				require.Len(b, cards, len(pathways))
			}
			b.ReportMetric(float64(ours)/float64(bare), "of-decode")
			b.ReportMetric(float64(ours)/float64(b.N)/float64(size.stones), "ns/stone")
			b.ReportMetric(float64(ours)/float64(b.N), "ns/op") // ours alone
		})
	}
}
