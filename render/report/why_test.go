package report

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/evidence/bayes"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
)

// wideOpen is a map in which everything is open that can keep a contribution claim from standing.
func wideOpen() *outcome.Map {
	m := &outcome.Map{
		Columns: []outcome.Column{
			{ID: "do", Stones: []outcome.Stone{{ID: "bake"}, {ID: "sell"}}}, {ID: "gain", Stones: []outcome.Stone{{ID: "fed"}, {ID: "glad"}}},
		},
		Pathways: []pathway.Pathway{
			{ID: "bare"},
			{ID: "p", Steps: []pathway.Step{{Column: "do", Stones: []string{"bake", "sell"}}, {Column: "gain", Stones: []string{"fed", "glad"}}}},
			{ID: "q", Steps: []pathway.Step{{Column: "do", Stones: []string{"bake"}}}},
		},
	}
	b := &m.Evidence
	b.Standard.Progress = []evidence.Level{{ID: "none"}, {ID: "some"}} // in words that are their ids
	judge := func(about pathway.Target, verdict evidence.Verdict) {
		b.Assessments = append(b.Assessments, evidence.Assessment{About: about.In("p"), Verdict: verdict})
	}
	for _, verdict := range []evidence.Verdict{evidence.Fails, evidence.Partly, evidence.Holds, ""} {
		p, id := &m.Pathways[1], "v"+string(verdict)
		p.Assumptions = append(p.Assumptions, pathway.Assumption{ID: id}, pathway.Assumption{ID: "risk-" + id, Kind: pathway.Risk})
		p.Rivals = append(p.Rivals, pathway.Rival{ID: id})
		judge(pathway.Target{Assumption: id}, verdict)
		judge(pathway.Target{Assumption: "risk-" + id}, verdict)
		judge(pathway.Target{Rival: id}, verdict)
	}
	m.Pathways[1].Rivals = append(m.Pathways[1].Rivals, pathway.Rival{ID: "likely"})
	for _, r := range []evidence.Assessment{{About: pathway.Target{Stone: "bake"}, Progress: "none", Confidence: "low"}, {About: pathway.Target{Stone: "fed"}, Progress: "some", Confidence: "low"}} {
		r.About.Pathway = "p"
		b.Assessments = append(b.Assessments, r)
	}
	claim := func(about pathway.Target, low, high float64) {
		b.Claims = append(b.Claims, evidence.Claim{About: about.In("p"), Prior: &evidence.Range{Low: low, High: high}})
	}
	claim(pathway.Target{Rival: "likely"}, 0.5, 0.6)
	claim(pathway.Target{Stone: "bake"}, 0.1, 0.2)
	claim(pathway.Target{Stone: "sell"}, 0.4, 0.6)
	claim(pathway.Target{Stone: "fed"}, 2, 2)
	b.Items = []evidence.Item{{ID: "i", Bears: []evidence.Bearing{{About: pathway.Target{Pathway: "p", Rival: "likely"}, Sensitivity: evidence.Exactly(0.5), TypeIError: evidence.Exactly(0.5)}}}}
	return m
}

// Each reason why a condition is not met has its words, which are those of package outcome, figures and all,
// until somebody has others.
func TestReasonsOfConditions(t *testing.T) {
	louder := English()
	for key := range louder {
		if strings.HasPrefix(key, "mayne.why.") {
			louder[key] += "!"
		}
	}
	m := wideOpen()
	asIs, loud := newTeller(m, config{}, english), newTeller(m, config{}, louder)
	reasons := map[string]bool{}
	for i, conditions := range outcome.Conditions(m, asIs.cards) {
		for _, c := range conditions {
			for _, o := range c.Open {
				reasons[o.Reason] = true
				assert.Equal(t, o.Why, asIs.why(&asIs.cards[i], o), o.Reason)
				assert.Equal(t, o.Why+"!", loud.why(&loud.cards[i], o), o.Reason)
			}
		}
	}
	keys := map[string]bool{}
	for key := range english {
		if reason, ok := strings.CutPrefix(key, "mayne.why."); ok {
			reason, _ = strings.CutSuffix(reason, ".one")
			reason, _ = strings.CutSuffix(reason, ".other")
			keys[reason] = true
		}
	}
	assert.Equal(t, slices.Sorted(maps.Keys(keys)), slices.Sorted(maps.Keys(reasons)), "a map for each, and each in the table")

	later := outcome.OpenPoint{Reason: "not-yet-known", Why: "a reason that the table lacks"}
	assert.Equal(t, later.Why, loud.why(&loud.cards[0], later))
	labels := newTeller(m, config{}, louder)
	labels.progress.levels = []evidence.Level{{ID: "none", Label: "Nichts"}, {ID: "some", Label: "Etwas"}}
	assert.Equal(t, "progress is Nichts!", labels.why(&labels.cards[1], outcome.OpenPoint{About: pathway.Target{Pathway: "p", Stone: "bake"}, Reason: "stone-lowest", Why: "progress is none"}),
		"by the label, which is in the language of the map")
}

// So has each reason why evidence was refused.
func TestReasonsOfRefusals(t *testing.T) {
	for _, err := range []error{bayes.ErrNotChance, bayes.ErrImpossible, bayes.ErrContradiction, bayes.ErrCorrelation, evidence.ErrGroup} {
		err := fmt.Errorf("prior 2: %w", err)
		assert.Equal(t, err.Error(), (&teller{Words: english}).refusal(err))
		words := English()
		for key := range words {
			if strings.HasPrefix(key, "refusal.") {
				assert.Equal(t, strings.HasSuffix(err.Error(), words[key]), errors.Is(err, causeOf(key)), "%s: as its package words it", key)
				words[key] = "¿" + key
			}
		}
		other := &teller{Words: words}
		require.True(t, strings.HasPrefix(other.refusal(err), "¿refusal."), "%v", err)
		point := outcome.OpenPoint{Reason: "refused", Why: "the evidence could not be weighed: " + err.Error(), Err: err}
		assert.Equal(t, "the evidence could not be weighed: "+other.refusal(err), other.why(new(evidence.Scorecard), point))
	}
	assert.Equal(t, "something else", (&teller{Words: english}).refusal(errors.New("something else")))
}

func causeOf(key string) error {
	for _, r := range refusals {
		if r.key == key {
			return r.err
		}
	}
	return nil
}

// Whoever replaces one word keeps all the others, reasons too, and the whole list untranslated changes nothing.
func TestOneWordReplacesNoOther(t *testing.T) {
	page := func(words Words) string {
		var b bytes.Buffer
		require.NoError(t, Write(&b, wideOpen(), WithWords(words)))
		return b.String()
	}
	plain := page(nil)
	for _, reason := range []string{"nobody has looked whether this assumption holds", "the evidence could not be weighed: prior 2: not a chance between 0 and 1", "progress is none", "2 of 4 stones are not rated"} {
		require.Contains(t, plain, reason)
	}
	assert.True(t, strings.ReplaceAll(plain, ">Which<", ">Welche<") == page(Words{"mayne.which": "Welche"}), "one word")
	assert.True(t, plain == page(English()), "all, as they are")
}
