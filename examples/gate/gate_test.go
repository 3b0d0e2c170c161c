package gate

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"testing"
	"testing/fstest"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render"
	"github.com/outcomemap/outcomemap/schema"
	"github.com/outcomemap/outcomemap/schema/schematest"
)

var maps = os.DirFS("../maps")

// Every map can be read and is sound; what is only weak is logged. A map that is to be published has
// to do better, and a rule that does not fit is set, with the reason.
func TestMaps(t *testing.T) {
	schematest.Valid(t, maps, "*.yaml")
}

func TestPublished(t *testing.T) {
	schematest.Valid(t, maps, "community-*.yaml", schematest.Profile(outcome.Final),
		schematest.Settings(outcome.RuleSetting{Rule: "OM307", Severity: outcome.Off, Because: "we quote people as they spoke"}))
}

// The rules of the house are a function from a map to complaints.
func TestHouseRules(t *testing.T) {
	for res, err := range schema.LoadAll(t.Context(), maps, "community-*.yaml") {
		if err != nil {
			t.Fatal(err)
		}
		for _, complaint := range complaints(res.Map) {
			t.Errorf("%s: %s", res.Name, complaint)
		}
	}
}

func complaints(m *outcome.Map) (all []string) {
	if m.Provenance.Publisher == "" {
		all = append(all, "nobody publishes it")
	}
	for _, p := range m.Pathways {
		if p.Summary == "" {
			all = append(all, fmt.Sprintf("pathway %s: say what difference it makes", p.ID))
		}
	}
	for _, a := range m.Evidence.Assessments {
		if a.Narrative == "" {
			all = append(all, fmt.Sprintf("%s: a rating without a word on why", a.About))
		}
	}
	return all
}

// Whoever changes a map sees what becomes of its drawing, and accepts it with GOLDEN_UPDATE=1. In
// Markdown the difference can be read.
func TestDrawing(t *testing.T) {
	m, err := schema.ReadFS(maps, "community-garden.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var drawing bytes.Buffer
	if err := render.Markdown(&drawing, m); err != nil {
		t.Fatal(err)
	}
	schematest.Golden(t, "community-garden.md", drawing.Bytes())
}

// A gate that lets everything through is none: one that was never seen to close is not to be trusted.
func TestGateCloses(t *testing.T) {
	sound, err := fs.ReadFile(maps, "community-garden.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, spoilt := range []struct{ why, old, with string }{
		{"a misspelt id", "stones: [plots, sessions, welcome", "stones: [plots, sessions, welcom"},
		{"an unassessed stone", "{about: {pathway: company, stone: lonely}", "{about: {pathway: company, stone: help}"},
		{"a rating without a word on why", ", narrative: All plots are in use.", ""},
		{"no publisher", "publisher: Made up for this library, ", ""},
		{"a pathway that says nothing", "summary: People who garden together look after each other.", "short: Company"},
	} {
		text := bytes.Replace(sound, []byte(spoilt.old), []byte(spoilt.with), 1)
		if bytes.Equal(text, sound) {
			t.Fatalf("%s: the map does not have %q any more", spoilt.why, spoilt.old)
		}
		m, err := schema.ReadFS(fstest.MapFS{"m.yaml": {Data: text}}, "m.yaml", schema.Profile(outcome.Final))
		if err == nil && len(complaints(m)) == 0 {
			t.Errorf("%s: nobody noticed", spoilt.why)
		}
	}
}
