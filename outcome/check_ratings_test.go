package outcome_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/outcomemap/outcomemap/evidence"
	. "github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/schema/schematest"
)

// spread makes a map less tidy: what was said of a pathway is now and then said of any, or serves
// another one too, and items lose the targets that they bear on.
func spread(r *rand.Rand, m *Map) {
	body := &m.Evidence
	for i := range body.Assessments {
		a := &body.Assessments[i]
		if r.IntN(3) == 0 {
			a.About = body.Assessments[r.IntN(len(body.Assessments))].About
		}
		if r.IntN(4) == 0 && a.About.Kind() != pathway.PathwayTarget {
			a.About.Pathway = ""
		}
		for r.IntN(3) == 0 && len(m.Pathways) > 0 {
			a.Also = append(a.Also, m.Pathways[r.IntN(len(m.Pathways))].ID)
		}
	}
	for i := range body.Items {
		if r.IntN(2) == 0 {
			body.Items[i].Bears = nil
		}
		if r.IntN(3) > 0 && len(body.Sources) > 0 {
			body.Items[i].Source = body.Sources[0].ID
		}
	}
}

// What is found by looking at each thing once is what the index of the evidence, asked about every
// target, and a walk over all items for every pathway say.
func TestEvidenceRulesAgainstTheIndex(t *testing.T) {
	found := map[string]int{}
	for seed := range uint64(150) {
		m := schematest.Random(seed, 8+int(seed)%60)
		spread(rand.New(rand.NewPCG(seed, 7)), m)
		var want, got []string
		want = append(indexFindings(m), sourceFindings(m)...)
		for _, f := range Check(m, Review) {
			if f.Rule == "OM310" || f.Rule == "OM311" || f.Rule == "OM313" || f.Rule == "OM314" {
				got = append(got, f.Rule+" "+f.Pointer+" "+f.Message)
				found[f.Rule]++
			}
		}
		assert.ElementsMatch(t, want, got, "seed %d", seed)
	}
	for _, rule := range []string{"OM310", "OM311", "OM313", "OM314"} {
		assert.Greater(t, found[rule], 20, rule)
	}
}

func indexFindings(m *Map) (out []string) {
	body := &m.Evidence
	last := map[pathway.Target]int{}
	for i := range body.Assessments {
		last[body.Assessments[i].About] = i
	}
	x := evidence.NewIndex(body)
	for i := range body.Assessments {
		t := body.Assessments[i].About
		if last[t] != i {
			continue
		}
		d := x.About(t)
		if d.Rating.Differ {
			out = append(out, fmt.Sprintf("OM310 /evidence/assessments/%d %d raters differ on %s", i, len(d.Rating.Counts), t))
		}
		sure := d.Rating.Confidence.Rated() && d.Rating.Confidence.High != x.Standard().Confidence[0].ID
		if sure && len(d.Pieces) == 0 {
			out = append(out, fmt.Sprintf("OM311 /evidence/assessments/%d confidence in %s is %s, and no evidence bears on it", i, t, d.Rating.Confidence))
		}
	}
	return out
}

func sourceFindings(m *Map) (out []string) {
	body := &m.Evidence
	for i := range m.Pathways {
		p := &m.Pathways[i]
		parts := map[string]bool{}
		for _, step := range p.Steps {
			parts[step.Column] = true
			for _, id := range step.Stones {
				parts[id] = true
			}
		}
		in := func(t pathway.Target) bool {
			return t.Pathway == p.ID || t.Pathway == "" && (parts[t.Stone] || parts[t.From] || parts[t.Column])
		}
		items, sources := map[string]bool{}, map[string]bool{}
		for _, item := range body.Items {
			speaks := false
			for _, b := range item.Bears {
				speaks = speaks || in(b.About)
			}
			for _, g := range body.Groups {
				for _, b := range g.Bears {
					speaks = speaks || g.ID == item.Group && in(b.About)
				}
			}
			for _, a := range body.Assessments {
				speaks = speaks || strings.Contains(" "+strings.Join(a.Items, " ")+" ", " "+item.ID+" ") && in(a.About)
			}
			if speaks && item.Source != "" && item.Status != evidence.Planned {
				items[item.ID], sources[item.Source] = true, true
			}
		}
		if len(items) > 1 && len(sources) == 1 {
			for source := range sources {
				out = append(out, fmt.Sprintf("OM313 /pathways/%d all the evidence on pathway %q comes from source %q", i, p.ID, source))
			}
		}
		for _, k := range body.Claims {
			if in(k.About) && len(p.Rivals) == 0 {
				out = append(out, fmt.Sprintf("OM314 /pathways/%d pathway %q has a claim that is tested and no rival", i, p.ID))
				break
			}
		}
	}
	return out
}
