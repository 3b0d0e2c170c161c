// Command fingerprint prints a hash of each thing that the library makes of the maps that are named,
// and of random ones: files, findings, scores, pictures, pages. Built for two kinds of processor it has
// to print the same; .ci/architectures holds that.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render"
	"github.com/outcomemap/outcomemap/render/report"
	"github.com/outcomemap/outcomemap/schema"
	"github.com/outcomemap/outcomemap/schema/schematest"
)

// random is how many random maps are hashed.
const random = 20

func main() {
	log.SetFlags(0)
	for _, file := range os.Args[1:] {
		m, err := schema.ReadFile(file)
		if err != nil {
			log.Fatal(err)
		}
		fingerprint(os.Stdout, filepath.Base(file), m)
	}
	for seed := range uint64(random) {
		fingerprint(os.Stdout, fmt.Sprint("random ", seed), schematest.Random(seed, 5+4*int(seed)))
	}
}

// fingerprint prints one line for each output. An error is an output too.
func fingerprint(w io.Writer, name string, m *outcome.Map) {
	for _, o := range outputs {
		var b bytes.Buffer
		if err := o.write(&b, m); err != nil {
			fmt.Fprintln(&b, err)
		}
		fmt.Fprintf(w, "%s, %s: %d bytes, %x\n", name, o.name, b.Len(), sha256.Sum256(b.Bytes()))
	}
}

var outputs = []struct {
	name  string
	write func(io.Writer, *outcome.Map) error
}{
	{"JSON", func(w io.Writer, m *outcome.Map) error { return schema.Write(w, m, schema.JSON) }},
	{"YAML", func(w io.Writer, m *outcome.Map) error { return schema.Write(w, m, schema.YAML) }},
	{"findings of a draft", checked(outcome.Draft)},
	{"findings", checked(outcome.Review)},
	{"findings before publishing", checked(outcome.Final)},
	{"scores", func(w io.Writer, m *outcome.Map) error { return plain(w, evidence.Score(m.Pathways, &m.Evidence)) }},
	{"gaps", func(w io.Writer, m *outcome.Map) error { return plain(w, evidence.NewIndex(&m.Evidence).Gaps()) }},
	{"conditions", conditions},
	{"routes", routes},
	{"changes", func(w io.Writer, m *outcome.Map) error { return plain(w, outcome.Diff(&outcome.Map{}, m)) }},
	{"layout", layout()},
	{"layout with fewest crossings", layout(render.FewestCrossings(true))},
	{"SVG", drawn(render.SVG)},
	{"SVG with fewest crossings", drawn(render.SVG, render.FewestCrossings(true), render.WithTheme(render.Dark()))},
	{"SVG by pathway", drawn(render.SVG, render.ByPathway(true))},
	{"overview", drawn(render.Overview)},
	{"DOT", drawn(render.DOT)},
	{"Mermaid", drawn(render.Mermaid)},
	{"Markdown", drawn(render.Markdown)},
	{"text", drawn(render.Text, render.TextWidth(100))},
	{"explanation", explained},
	{"report", func(w io.Writer, m *outcome.Map) error { return report.Write(w, m) }},
}

func checked(p outcome.Profile) func(io.Writer, *outcome.Map) error {
	return func(w io.Writer, m *outcome.Map) error { return plain(w, outcome.Check(m, p)) }
}

func drawn(draw func(io.Writer, *outcome.Map, ...render.Option) error, opts ...render.Option) func(io.Writer, *outcome.Map) error {
	return func(w io.Writer, m *outcome.Map) error { return draw(w, m, opts...) }
}

func layout(opts ...render.Option) func(io.Writer, *outcome.Map) error {
	return func(w io.Writer, m *outcome.Map) error {
		g, err := render.Layout(m, opts...)
		if err != nil {
			return err
		}
		return plain(w, g)
	}
}

func conditions(w io.Writer, m *outcome.Map) error {
	for _, four := range outcome.Conditions(m, evidence.Score(m.Pathways, &m.Evidence)) {
		if err := plain(w, four); err != nil {
			return err
		}
	}
	return nil
}

func explained(w io.Writer, m *outcome.Map) error {
	return render.Explain(w, m, evidence.Score(m.Pathways, &m.Evidence))
}

func routes(w io.Writer, m *outcome.Map) error {
	for i := range m.Pathways {
		p := &m.Pathways[i]
		for r := range p.Routes(1000) {
			if err := plain(w, r); err != nil {
				return err
			}
		}
		if err := plain(w, []any{p.Loops(), p.Order(), p.Dominators(), p.Gaps()}); err != nil {
			return err
		}
	}
	return nil
}

// plain writes a value with all that it holds.
func plain(w io.Writer, v any) error { return json.NewEncoder(w).Encode(v) }
