package report_test

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render"
	"github.com/outcomemap/outcomemap/render/report"
	"github.com/outcomemap/outcomemap/schema"
	"github.com/outcomemap/outcomemap/schema/schematest"
)

// sample reads one of the maps that the library ships.
func sample(t testing.TB, name string) *outcome.Map {
	t.Helper()
	m, err := schema.ReadFile(filepath.Join("..", "..", "examples", "maps", name))
	require.NoError(t, err)
	return m
}

func write(t testing.TB, m *outcome.Map, opts ...report.Option) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, report.Write(&b, m, opts...))
	return b.String()
}

func TestGoldens(t *testing.T) {
	small := write(t, small(), report.File("sha256:00"), report.Notice("Draft"))
	small = hashes.ReplaceAllString(rawText.ReplaceAllString(small, "<$1>…</$1>"), "sha256-…") // both stand in files of their own
	schematest.Golden(t, "small.html", []byte(small))
	schematest.Golden(t, "rated.txt", []byte(outline(t, write(t, sample(t, "programme-board-rated.yaml")))))
	schematest.Golden(t, "unrated.txt", []byte(outline(t, write(t, sample(t, "programme-board.yaml")))))
	schematest.Golden(t, "no-pathways.txt", []byte(outline(t, write(t, sample(t, "sssc-personal-assistants.yaml")))))
}

// A page answers the four questions before anything else, for each pathway.
func TestFirstScreenAnswersFourQuestions(t *testing.T) {
	text := outline(t, write(t, small()))
	brief, _, found := strings.Cut(text[strings.Index(text, "What difference are we making?"):], "\nRead along the columns")
	require.True(t, found)
	// Worked by hand: odds 1 · 0.8/0.2 = 4, so 80 in 100; odds 1 · 0.5/0.75 = 2/3, so 40 in 100, and with
	// the prior from 0.4 to 0.6 from 31 to 50.
	for _, want := range []string{"Help comes in time.", "1 Great progress", "2 of 4 stones rated.", "0 of 1 other explanations open.",
		"I feel safe → People stay at home", "The weakest claim: 40 in 100 (31 to 50).", "Rank 1"} {
		assert.Contains(t, brief, want)
	}
}

func TestSoundPages(t *testing.T) {
	for name, m := range sound(t) {
		t.Run(name, func(t *testing.T) {
			before := m.Clone()
			page := write(t, m)
			check(t, page)
			assert.Equal(t, before, m, "the map is left alone")
			assert.Equal(t, page, write(t, m), "same in, same out")
		})
	}
}

func TestOptions(t *testing.T) {
	m := sample(t, "programme-board-rated.yaml")
	early := outline(t, write(t, m, report.AsOf("2022-12")))
	assert.Contains(t, early, "As it stood on December 2022")
	assert.Contains(t, early, "11 of 13 stones rated.", "two stones of the first pathway were first rated in 2023")
	assert.NotContains(t, early, "71 of the 101 pairs", "found in 2024")
	assert.Contains(t, early, "Trained pairs score better", "planned, and so known of at any time")

	aim := outline(t, write(t, m, report.Scoring(evidence.Aim(0.8))))
	assert.Contains(t, aim, "before the claim falls to 80 in 100")

	noticed := write(t, small(), report.Notice("Draft <1>"))
	assert.Contains(t, noticed, `<p class="notice">Draft &lt;1&gt;</p>`)
	assert.Contains(t, noticed, `Draft \00003c 1\00003e `, "on each printed sheet")

	light, dark := write(t, small(), report.Theme(render.Light())), write(t, small(), report.Theme(render.Dark()))
	assert.Contains(t, light, `content="light"`)
	assert.False(t, strings.Contains(light, "prefers-color-scheme:dark"))
	assert.Contains(t, dark, `content="dark"`)
}

func TestErrors(t *testing.T) {
	var b bytes.Buffer
	assert.ErrorContains(t, report.Write(&b, nil), "no map")
	assert.ErrorContains(t, report.Write(&b, small(), report.WithWords(report.Words{"nav.breif": "x"})), `"nav.breif"`)
	assert.ErrorContains(t, report.Write(&b, small(), report.WithWords(report.Words{"brief.rated": "{n} rated"})), "[n of]")
	bad := render.Light()
	bad.Screen.Ink = "red;}"
	assert.ErrorContains(t, report.Write(&b, small(), report.Theme(bad)), "#RRGGBB")
	assert.Zero(t, b.Len(), "nothing is written before the page is complete")
	full := errors.New("disk full")
	assert.ErrorIs(t, report.Write(failing{full}, small()), full)
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestManyAtOnce(t *testing.T) {
	m := small()
	want := write(t, m)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() { assert.Equal(t, want, write(t, m)) })
	}
	wait.Wait()
}

// The page beside the picture alone: how many times its bytes, and how many bytes a stone.
func BenchmarkWrite(b *testing.B) {
	m := sample(b, "programme-board-rated.yaml")
	var page, svg bytes.Buffer
	for b.Loop() {
		page.Reset()
		require.NoError(b, report.Write(&page, m))
	}
	require.NoError(b, render.SVG(&svg, m))
	b.ReportMetric(float64(page.Len())/float64(svg.Len()), "x-svg-bytes")
}

// A page that a browser opens with nothing else: the band of each pathway is one of its first words.
func ExampleWrite() {
	m, err := schema.ReadFile("../../examples/maps/programme-board-rated.yaml")
	if err != nil {
		fmt.Println(err) // every fault, each with file:line:col
		return
	}
	var page bytes.Buffer // or a file, or an http.ResponseWriter
	if err := report.Write(&page, m, report.Notice("Draft")); err != nil {
		fmt.Println(err)
		return
	}
	_, brief, _ := strings.Cut(page.String(), "How sure are we?</h4>")
	words, _, _ := strings.Cut(strings.TrimPrefix(brief, `<p class="big">`), "<")
	fmt.Println(words)
	// Output: Unlikely to about as likely as not
}

// Another language replaces the words that it has; the rest stays English.
func ExampleWithWords() {
	m, err := schema.ReadFile("../../examples/maps/ten-stones.yaml")
	if err != nil {
		fmt.Println(err)
		return
	}
	words := report.Words{"brief.what": "Was bewirken wir?", "brief.rated": "{n} von {of} Schritten bewertet."}
	var page bytes.Buffer
	if err := report.Write(&page, m, report.WithWords(words)); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.Contains(page.String(), "Was bewirken wir?"))
	// Output: true
}

// Where every rating that was given is the highest of its scale nothing breaks, and the page does not point at a step; where all
// progress is the highest, what is weak is the confidence, and the page says that.
func TestNothingIsWeak(t *testing.T) {
	m := small()
	m.Pathways[0].Links = nil
	m.Evidence.Claims, m.Evidence.Standard = nil, evidence.Standard{}
	for _, step := range []pathway.Target{{From: "do", To: "feel"}, {From: "feel", To: "gain"}} {
		m.Evidence.Items = append(m.Evidence.Items, evidence.Item{ID: step.From + "s", Text: "Seen", Bears: []evidence.Bearing{{About: step.In("help"), Direction: evidence.Supports}}})
	}
	rate := func(confidence string) string {
		m.Evidence.Assessments = nil
		for _, stone := range []string{"visit", "ring", "safe", "stay"} {
			m.Evidence.Assessments = append(m.Evidence.Assessments, evidence.Assessment{About: pathway.Target{Pathway: "help", Stone: stone}, Progress: "great", Confidence: confidence})
		}
		return write(t, m)
	}
	top := rate("high")
	check(t, top)
	assert.Contains(t, top, "No rating is weak: each that was given is the highest of its scale.")
	assert.NotContains(t, top, "The story breaks here.")
	unsure := rate("medium")
	assert.Contains(t, unsure, "The weakest confidence is here: Medium")
	assert.Contains(t, unsure, "The story breaks here.")

	// A level that stands twice, or has no id, is no level: what is at the top stays at the top.
	def := evidence.DefaultStandard()
	m.Evidence.Standard.ID = def.ID
	m.Evidence.Standard.Progress = append(def.Progress, def.Progress[2], evidence.Level{Label: "Nameless"})
	m.Evidence.Standard.Confidence = append([]evidence.Level{{Label: "Nameless"}}, def.Confidence...)
	assert.Equal(t, outline(t, unsure), outline(t, rate("medium")))
	assert.Equal(t, outline(t, top), outline(t, rate("high")))
}

// A first map: one stone is rated, one is not, and one link has evidence and no claim. What is not known is a range,
// and evidence without a claim was looked at.
func TestFirstSteps(t *testing.T) {
	about := func(target pathway.Target) pathway.Target { return target.In("mending") }
	m := &outcome.Map{
		Title: "Repair café",
		Columns: []outcome.Column{
			{ID: "do", Heading: "What we do", Stones: []outcome.Stone{{ID: "tables", Text: "Set up repair tables"}}},
			{ID: "impact", Heading: "What difference does this make?", Stones: []outcome.Stone{{ID: "waste", Text: "Less is thrown away"}}},
		},
		Pathways: []pathway.Pathway{{ID: "mending", Title: "Mending", Steps: []pathway.Step{{Column: "do", Stones: []string{"tables"}}, {Column: "impact", Stones: []string{"waste"}}}}},
	}

	m.Evidence.Assessments = []evidence.Assessment{{About: about(pathway.Target{Stone: "tables"}), Progress: "great", Confidence: "high"}}
	m.Evidence.Items = []evidence.Item{{ID: "march", Text: "30 left mended", Bears: []evidence.Bearing{{About: about(pathway.Target{From: "tables", To: "waste"}), Direction: evidence.Supports}}}}
	got := outline(t, write(t, m))
	assert.Contains(t, got, "Weakest confidence: Low to High", "a stone that nobody rated may be at any level")
	assert.Contains(t, got, "Say how “What we do” leads to “What difference does this make?”\n")
	_, steps, _ := strings.Cut(got, "Step by step\n")
	steps, _, _ = strings.Cut(steps, "Three layers")
	assert.Contains(t, steps, "no claim stated")
	assert.NotContains(t, steps, "not looked at", "it was")
}

// The word for what has no title goes for a map as for a column in its picture.
func TestUntitled(t *testing.T) {
	m := small()
	m.Title, m.Columns[0].Heading = "", ""
	page := write(t, m)
	check(t, page)
	assert.Contains(t, page, "<h1>Untitled</h1>")
	assert.Contains(t, page, "Untitled 1 (")
}
