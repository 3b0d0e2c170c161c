package render_test

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

// samples are words of many scripts, lawful places to break and none.
var samples = strings.Fields(`people trust community Self-Directed (employer) interdependence 10 km, and/or
	Zuständigkeitsverteilungsverfahren наставничество υποστήριξη תמיכה دعم الأسرة 支援を受ける 従業員 ช่วยเหลือ 👩‍👩‍👧 e\u0301lan`)

// randomMap makes a map of 1 to 12 columns with all that real maps have: stones in several pathways
// and in none, steps that skip columns, links that are stated, skip, run back and stay inside a column,
// ratings that are there and not.
func randomMap(r *rand.Rand) *outcome.Map {
	m := &outcome.Map{Title: randomText(r, 12), Language: []string{"en", "ar", "", "he-IL"}[r.IntN(4)]}
	var ids []string
	for c := range 1 + r.IntN(12) {
		col := outcome.Column{ID: fmt.Sprintf("c%d", c), Heading: randomText(r, 6)}
		for range r.IntN(9) {
			id := fmt.Sprintf("s%d", len(ids))
			ids = append(ids, id)
			col.Stones = append(col.Stones, outcome.Stone{ID: id, Text: randomText(r, 24)})
		}
		m.Columns = append(m.Columns, col)
	}
	for p := range r.IntN(9) {
		m.Pathways = append(m.Pathways, randomPathway(r, m, fmt.Sprintf("p%d", p)))
	}
	for _, p := range m.Pathways {
		for _, step := range p.Steps {
			for _, id := range step.Stones {
				if r.IntN(3) > 0 {
					m.Evidence.Assessments = append(m.Evidence.Assessments, evidence.Assessment{
						About:    pathway.Target{Pathway: p.ID, Stone: id},
						Progress: []string{"none", "some", "great", ""}[r.IntN(4)], Confidence: []string{"low", "high", ""}[r.IntN(3)],
						By: []string{"", "A", "B"}[r.IntN(3)],
					})
				}
			}
		}
	}
	return m
}

func randomPathway(r *rand.Rand, m *outcome.Map, id string) pathway.Pathway {
	p := pathway.Pathway{ID: id, Title: randomText(r, 8)}
	var in []string
	for _, c := range m.Columns {
		if r.IntN(4) == 0 {
			continue
		}
		step := pathway.Step{Column: c.ID}
		for _, s := range c.Stones {
			if r.IntN(2) == 0 {
				step.Stones = append(step.Stones, s.ID)
				in = append(in, s.ID)
			}
		}
		p.Steps = append(p.Steps, step)
	}
	if len(in) > 1 {
		for range r.IntN(6) {
			p.Links = append(p.Links, pathway.Link{
				From: in[r.IntN(len(in))], To: in[r.IntN(len(in))],
				Effect: []pathway.Effect{"", pathway.Positive, pathway.Negative}[r.IntN(3)],
			})
		}
	}
	return p
}

func randomText(r *rand.Rand, words int) string {
	text := make([]string, r.IntN(words+1))
	for i := range text {
		text[i] = samples[r.IntN(len(samples))]
	}
	return strings.Join(text, " ")
}
