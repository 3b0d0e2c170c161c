package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/render"
	"github.com/outcomemap/outcomemap/schema"
	"github.com/outcomemap/outcomemap/schema/schematest"
)

// reading takes a file of a thousand stones to a map that has been checked. The others do parts of it:
// bare decoding checks nothing, a schema knows no references and no rule of meaning.
func reading(b bench) error {
	var file strings.Builder
	if err := schema.Write(&file, schematest.Random(1, 1000), schema.JSON); err != nil {
		return err
	}
	src := []byte(file.String())
	task := fmt.Sprintf("read and check a map of 1000 stones (%d kB of JSON)", len(src)>>10)
	base := ours(task, "`schema.Read`", func() error {
		_, err := schema.Read(strings.NewReader(file.String()))
		return err
	})
	line(task, "`encoding/json` into `any`, no check", base, func() error { return json.Unmarshal(src, new(any)) })
	compiled, err := jsonschema.CompileString("map.json", string(schema.JSONSchema()))
	if err != nil {
		return err
	}
	line(task, "the same and jsonschema/v5", base, func() error {
		var v any
		if err := json.Unmarshal(src, &v); err != nil {
			return err
		}
		return compiled.Validate(v)
	})
	data, err := b.file("map.json", src)
	if err != nil {
		return err
	}
	rules, err := b.file("schema.json", schema.JSONSchema())
	if err != nil {
		return err
	}
	b.peer(task, "JSON.parse and ajv (node)", base, "node", "ajv.mjs", rules, data)
	return nil
}

// layingOut finds places for cards and links. Dot and ELK also choose the order inside of columns,
// which ours does on request.
func layingOut(b bench) error {
	for _, stones := range []int{40, 200} {
		m := schematest.Random(2, stones)
		task := fmt.Sprintf("lay out a map of %d stones", stones)
		base := ours(task, "`render.Layout`, fewest crossings", func() error {
			_, err := render.Layout(m, render.FewestCrossings(true))
			return err
		})
		line(task, "`render.Layout`, the author's order", base, func() error {
			_, err := render.Layout(m)
			return err
		})
		if err := dot(b, task, base, m); err != nil {
			return err
		}
		g, err := render.Layout(m)
		if err != nil {
			return err
		}
		edges, err := b.file("layout.json", g)
		if err != nil {
			return err
		}
		b.peer(task, "ELK layered (node)", base, "node", "elk.mjs", edges)
	}
	return nil
}

// dot is timed as a program, less the time that it takes for an empty graph.
func dot(b bench, task string, base time.Duration, m *outcome.Map) error {
	var text strings.Builder
	if err := render.DOT(&text, m); err != nil {
		return err
	}
	file, err := b.file("map.dot", []byte(text.String()))
	if err != nil {
		return err
	}
	empty, err := b.file("empty.dot", []byte("digraph {}"))
	if err != nil {
		return err
	}
	took := time.Hour
	for range 5 {
		all, err := clock("dot", "-Tdot", "-o", os.DevNull, file)
		if err != nil {
			fmt.Printf("| %s | Graphviz dot | not installed here | | | |\n", task)
			return nil //nolint:nilerr // a program that is not there has no row
		}
		start, _ := clock("dot", "-Tdot", "-o", os.DevNull, empty) // as it ran just now
		took = min(took, all-start)
	}
	fmt.Printf("| %s | Graphviz dot | %s | %s | | |\n", task, rounded(took), times(took, base))
	return nil
}

func clock(command string, args ...string) (time.Duration, error) {
	start := time.Now()
	err := exec.Command(command, args...).Run()
	return time.Since(start), err
}

// lattice is a pathway of steps, each stone linked to three of the next step.
func lattice(steps, wide int) (*pathway.Pathway, [][2]string) {
	p := &pathway.Pathway{ID: "p"}
	var links [][2]string
	name := func(step, i int) string { return fmt.Sprintf("s%d.%d", step, i%wide) }
	for step := range steps {
		s := pathway.Step{Column: fmt.Sprint("c", step)}
		for i := range wide {
			s.Stones = append(s.Stones, name(step, i))
			for k := range min(3, wide) {
				if step+1 < steps {
					links = append(links, [2]string{name(step, i), name(step+1, i+k)})
				}
			}
		}
		p.Steps = append(p.Steps, s)
	}
	for _, l := range links {
		p.Links = append(p.Links, pathway.Link{From: l[0], To: l[1]})
	}
	return p, links
}

// cutting finds how many citations have to be lost before no route is left.
func cutting(b bench) error {
	p, links := lattice(30, 30)
	var cited []pathway.Citation
	for _, l := range links {
		cited = append(cited, pathway.Citation{From: l[0], To: l[1], Source: "s"})
	}
	task := fmt.Sprintf("minimum cut of %d stones, %d links", len(p.Stones()), len(links))
	size := 0
	base := ours(task, "`Pathway.CutCitations`", func() error {
		cut, _ := p.CutCitations(cited, pathway.Ends{})
		size = cut.Size
		return nil
	})
	file, err := b.file("cut.json", map[string]any{"links": links, "from": p.Steps[0].Stones, "to": p.Steps[29].Stones, "want": size})
	if err != nil {
		return err
	}
	b.peer(task, "networkx maximum_flow_value (Python)", base, "python3", "networkx_cut.py", file)
	return nil
}

// holding finds the chance that some route holds. Networkx has no such function: its paths are gone
// through by inclusion and exclusion.
func holding(b bench) error {
	p, links := lattice(4, 3)
	p.Steps[0].Stones, p.Steps[3].Stones = p.Steps[0].Stones[:1], p.Steps[3].Stones[:1]
	var chances []pathway.Chance
	kept := links[:0]
	for _, l := range links {
		if has(p, l[0]) && has(p, l[1]) {
			kept = append(kept, l)
			chances = append(chances, pathway.Chance{From: l[0], To: l[1], Low: 0.9, High: 0.9})
		}
	}
	p.Links = nil
	for _, l := range kept {
		p.Links = append(p.Links, pathway.Link{From: l[0], To: l[1]})
	}
	task := fmt.Sprintf("chance that a route holds, %d links", len(kept))
	var r pathway.Reliability
	base := ours(task, "`Pathway.Reliability`", func() error {
		r = p.Reliability(chances, pathway.Ends{}, 0)
		return nil
	})
	file, err := b.file("hold.json", map[string]any{"links": kept, "from": p.Steps[0].Stones[0], "to": p.Steps[3].Stones[0], "chance": 0.9, "want": r.Low})
	if err != nil {
		return err
	}
	b.peer(task, "networkx paths, inclusion and exclusion (Python)", base, "python3", "networkx_hold.py", file)
	return nil
}

func has(p *pathway.Pathway, id string) bool {
	for _, s := range p.Stones() {
		if s == id {
			return true
		}
	}
	return false
}
