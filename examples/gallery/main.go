// Command gallery draws every sample map in every view, with a page that shows them all.
//
//	go run ./examples/gallery [-maps examples/maps] -o out
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"html/template"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render"
	"github.com/outcomemap/outcomemap/render/report"
	"github.com/outcomemap/outcomemap/schema"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("gallery [flags]", flag.ContinueOnError)
	maps := flags.String("maps", filepath.Join("examples", "maps"), "folder of map files")
	out := flags.String("o", "out", "folder to write to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if err := os.MkdirAll(*out, 0o755); err != nil {
		return err
	}
	var rooms []room
	for res, err := range schema.ReadAll(context.Background(), os.DirFS(*maps), "*.yaml") {
		if err == nil {
			err = res.Err()
		}
		if err != nil {
			return err
		}
		name := strings.TrimSuffix(res.Name, ".yaml")
		hung, err := hang(*out, name, res.Map)
		if err != nil {
			return fmt.Errorf("gallery: %s: %w", res.Name, err)
		}
		rooms = append(rooms, room{res.Map.Title, hung})
		fmt.Fprintf(stdout, "%s: %d views\n", res.Name, len(hung))
	}
	if len(rooms) == 0 {
		return fmt.Errorf("gallery: no map files in %s", *maps)
	}
	return index(filepath.Join(*out, "index.html"), rooms)
}

// A room shows one map, a view one drawing of it.
type room struct {
	Title string
	Views []view
}

type view struct {
	Title, File string
	draw        func(io.Writer, *outcome.Map) error
}

// Picture reports whether a view is shown in the page and not just linked to.
func (v view) Picture() bool { return strings.HasSuffix(v.File, ".svg") }

// hang draws every view of a map into the folder.
func hang(out, name string, m *outcome.Map) ([]view, error) {
	all := views(m)
	for i := range all {
		v := &all[i]
		v.File = name + "-" + v.File
		var b bytes.Buffer
		if err := v.draw(&b, m); err != nil {
			return nil, fmt.Errorf("%s: %w", v.Title, err)
		}
		if err := os.WriteFile(filepath.Join(out, v.File), b.Bytes(), 0o644); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// views lists the ways to draw a map, those that it has the parts for.
func views(m *outcome.Map) []view {
	svg := func(opts ...render.Option) func(io.Writer, *outcome.Map) error {
		return func(w io.Writer, m *outcome.Map) error { return render.SVG(w, m, opts...) }
	}
	text := func(draw func(io.Writer, *outcome.Map, ...render.Option) error) func(io.Writer, *outcome.Map) error {
		return func(w io.Writer, m *outcome.Map) error { return draw(w, m) }
	}
	all := []view{
		{"The whole map, in the author's order", "whole.svg", svg(render.WithTheme(render.Light()))},
		{"In the order of fewest crossings", "crossings.svg", svg(render.FewestCrossings(true), render.WithTheme(render.Light()))},
		{"Dark", "dark.svg", svg(render.WithTheme(render.Dark()))},
		{"For print", "print.svg", svg(render.WithTheme(render.Printed()))},
		{"Overview", "overview.svg", text(render.Overview)},
	}
	if len(m.Pathways) > 0 {
		all = append(all, view{"A row for each pathway", "rows.svg", svg(render.ByPathway(true), render.WithTheme(render.Light()))})
	}
	for _, p := range m.Pathways {
		all = append(all,
			view{"Pathway: " + p.Title, "pathway-" + p.ID + ".svg", svg(render.Pathway(p.ID), render.WithTheme(render.Light()))},
			view{"In focus: " + p.Title, "focus-" + p.ID + ".svg", svg(render.Focus(p.ID), render.WithTheme(render.Light()))})
	}
	if rounds := m.Evidence.Rounds; len(rounds) > 1 && rounds[0].Date.Valid() {
		all = append(all, view{"What moved since " + string(rounds[0].Date), "since.svg", svg(render.Since(rounds[0].Date), render.WithTheme(render.Light()))})
	}
	return append(all,
		view{"The report", "report.html", func(w io.Writer, m *outcome.Map) error { return report.Write(w, m) }},
		view{"Plain text", "text.txt", text(render.Text)},
		view{"Markdown", "markdown.md", text(render.Markdown)},
		view{"Mermaid", "chart.mmd", text(render.Mermaid)},
		view{"Graphviz", "graph.dot", text(render.DOT)})
}

func index(file string, rooms []room) error {
	var b bytes.Buffer
	if err := template.Must(template.New("index").Parse(page)).Execute(&b, rooms); err != nil {
		return err
	}
	return os.WriteFile(file, b.Bytes(), 0o644)
}

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Gallery of outcome maps</title>
<style>
body { font: 16px/1.5 Arial, Helvetica, sans-serif; margin: 2rem; color: #1b2430; background: #fff }
figure { margin: 0 0 2.5rem } figcaption { margin-bottom: .5rem; font-weight: bold }
img { max-width: 100%; border: 1px solid #d5dae1 }
</style>
<h1>Gallery of outcome maps</h1>
{{range .}}<h2>{{.Title}}</h2>
{{range .Views}}{{if .Picture}}<figure><figcaption><a href="{{.File}}">{{.Title}}</a></figcaption><img src="{{.File}}" alt="{{.Title}}"></figure>
{{else}}<p><a href="{{.File}}">{{.Title}}</a></p>
{{end}}{{end}}{{end}}</html>
`
