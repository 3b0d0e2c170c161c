package evidence_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/schema"
)

// big makes a map of n stones over six columns: three items and one rating a stone, a claim for each
// pair of steps and every fourth stone. A third of the items bears on stones, a third on links, a third
// on pairs of steps. It has as many pathways as that leaves with the given number of stones each.
func big(n, perPathway int) *outcome.Map {
	w := seeded(uint64(n))
	m := &outcome.Map{Title: "Employers find help", Columns: make([]outcome.Column, 6)}
	b := &m.Evidence
	for i := range n/10 + 1 {
		b.Sources = append(b.Sources, evidence.Source{ID: fmt.Sprintf("source%d", i), Title: "Survey of employers"})
	}
	for i := range m.Columns {
		m.Columns[i] = outcome.Column{ID: fmt.Sprintf("c%d", i), Heading: "What they gain"}
	}
	claim := func(on pathway.Target) {
		b.Claims = append(b.Claims, evidence.Claim{About: on, Text: "It leads on", Prior: evidence.Exactly(0.5)})
	}
	for len(m.Pathways)*perPathway < n {
		p := pathway.Pathway{ID: fmt.Sprintf("p%d", len(m.Pathways)), Title: "Help in time", Steps: make([]pathway.Step, 6)}
		for i := range perPathway {
			step := &p.Steps[i*6/perPathway]
			step.Column = fmt.Sprintf("c%d", i*6/perPathway)
			id := fmt.Sprintf("s%d", len(m.Pathways)*perPathway+i)
			step.Stones = append(step.Stones, id)
			col := &m.Columns[i*6/perPathway]
			col.Stones = append(col.Stones, outcome.Stone{ID: id, Text: "Employers know where to ask for help"})
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
		m.Pathways = append(m.Pathways, p)
	}
	return m
}

// "of-read" is the time to score all pathways over that of reading and checking their file, "of-decode"
// over that of a bare decode, turn by turn, so that a busy machine slows all; ns/stone shows how costs
// grow.
func BenchmarkScore(b *testing.B) {
	for _, size := range []struct{ stones, perPathway int }{{100, 20}, {1_000, 20}, {10_000, 20}, {100_000, 20}, {1_000, 1_000}, {10_000, 10_000}} {
		b.Run(fmt.Sprintf("stones=%d/a-pathway=%d", size.stones, size.perPathway), func(b *testing.B) {
			m := big(size.stones, size.perPathway)
			var file bytes.Buffer
			require.NoError(b, schema.Write(&file, m, schema.JSON))
			var ours, reading, decoding time.Duration
			for b.Loop() {
				t0 := time.Now()
				cards := evidence.Score(m.Pathways, &m.Evidence)
				t1 := time.Now()
				_, err := schema.Read(bytes.NewReader(file.Bytes()), schema.WithLimits(schema.Limits{Bytes: file.Len(), Stones: size.stones}))
				t2 := time.Now()
				require.NoError(b, err)
				require.NoError(b, json.Unmarshal(file.Bytes(), new(outcome.Map)))
				ours, reading, decoding = ours+t1.Sub(t0), reading+t2.Sub(t1), decoding+time.Since(t2)
				require.Len(b, cards, len(m.Pathways))
			}
			b.ReportMetric(float64(ours)/float64(reading), "of-read")
			b.ReportMetric(float64(ours)/float64(decoding), "of-decode")
			b.ReportMetric(float64(ours)/float64(b.N)/float64(size.stones), "ns/stone")
			b.ReportMetric(float64(ours)/float64(b.N), "ns/op") // ours alone
		})
	}
}
