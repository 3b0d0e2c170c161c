package schema

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/schema/internal/mapgen"
	"github.com/stretchr/testify/require"
)

// BenchmarkRead reports what reading and checking a map costs against a bare json.Unmarshal of the
// same bytes into the same structs, turn by turn, so that a busy machine slows both. "read" looks
// for errors only, as Read does; "load" finds and places every warning as well. The maps of "sound"
// are rated and have evidence for every stone, so that there is little to find; those of "random"
// use every part of the format and have a finding or more for each stone.
func BenchmarkRead(b *testing.B) {
	for _, stones := range []int{50, 1_000, 10_000, 100_000} {
		if testing.Short() && stones > 1_000 {
			continue
		}
		benchMap(b, "sound", stones, soundMap(stones))
		benchMap(b, "random", stones, mapgen.Map(1, stones))
	}
}

func benchMap(b *testing.B, kind string, stones int, m *outcome.Map) {
	var out bytes.Buffer
	require.NoError(b, Write(&out, m, JSON))
	src := out.Bytes()
	b.Run(fmt.Sprintf("%s/%d/read", kind, stones), func(b *testing.B) {
		against(b, src, func() error { _, err := Read(bytes.NewReader(src)); return err })
	})
	b.Run(fmt.Sprintf("%s/%d/load", kind, stones), func(b *testing.B) {
		against(b, src, func() error {
			res, err := Load(bytes.NewReader(src))
			return errors.Join(err, res.Err())
		})
	})
}

func against(b *testing.B, src []byte, ours func() error) {
	var own, bare time.Duration
	for b.Loop() {
		t0 := time.Now()
		err := ours()
		t1 := time.Now()
		err = errors.Join(err, json.Unmarshal(src, new(outcome.Map)))
		own, bare = own+t1.Sub(t0), bare+time.Since(t1)
		require.NoError(b, err)
	}
	b.ReportMetric(float64(own)/float64(bare), "x-decode")
	b.ReportMetric(float64(own)/float64(b.N), "ns/op") // ours alone
	b.ReportMetric(float64(own)/float64(b.N)/float64(len(src)), "ns/byte")
	b.ReportMetric(float64(len(src)), "file-bytes")
}

// soundMap returns a map of six columns in which a pathway runs through every twelve stones, and
// every stone has an item of evidence, an assessment that cites it, and a link to the next.
func soundMap(stones int) *outcome.Map {
	m := &outcome.Map{Version: outcome.FormatVersion, Title: "Sound", Columns: make([]outcome.Column, 6)}
	body := &m.Evidence
	for i, level := range outcome.Levels()[:6] {
		m.Columns[i] = outcome.Column{ID: string(level), Level: level}
	}
	body.Sources = []evidence.Source{{ID: "survey", Title: "Survey"}, {ID: "interviews", Title: "Interviews"}}
	for k := 0; k < stones; k += 12 {
		p := pathway.Pathway{ID: fmt.Sprintf("p%d", k/12), Title: fmt.Sprintf("Pathway %d", k/12), Rivals: []pathway.Rival{{ID: "r", Text: "Prices fell"}}}
		for i := range min(12, stones-k) {
			col, id := i/2, fmt.Sprintf("stone-%d", k+i)
			m.Columns[col].Stones = append(m.Columns[col].Stones, outcome.Stone{ID: id, Text: fmt.Sprintf("Families know where to turn when they need help, case %d", k+i)})
			if i%2 == 0 {
				p.Steps = append(p.Steps, pathway.Step{Column: m.Columns[col].ID})
			}
			step := &p.Steps[len(p.Steps)-1]
			step.Stones = append(step.Stones, id)
			if i >= 2 {
				p.Links = append(p.Links, pathway.Link{From: fmt.Sprintf("stone-%d", k+i-2), To: id, Effect: pathway.Positive})
			}
			about := pathway.Target{Pathway: p.ID, Stone: id}
			item := evidence.Item{ID: "e-" + id, Source: body.Sources[i%2].ID, Text: "18 of 22 families say that they got help within a week", Date: "2022-04-30",
				Bears: []evidence.Bearing{{About: about, Direction: evidence.Supports, Sensitivity: evidence.Exactly(.8), TypeIError: evidence.Exactly(.3), Because: "Few would say so otherwise."}}}
			body.Items = append(body.Items, item)
			body.Assessments = append(body.Assessments, evidence.Assessment{About: about, Progress: "some", Confidence: "medium",
				Narrative: "Most families get help fast.", Date: "2022-05-20", Items: []string{item.ID}})
		}
		m.Pathways = append(m.Pathways, p)
	}
	return m
}
