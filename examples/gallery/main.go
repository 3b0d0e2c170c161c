// Command gallery draws each sample map in every view that shows something of its own, with a page of them all.
//
//	go run ./examples/gallery [-maps examples/maps] -o out
//
// It exits with 1 where a map has errors, and with 2 where it could not run.
package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"html/template"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render"
	"github.com/outcomemap/outcomemap/render/report"
	"github.com/outcomemap/outcomemap/schema"
)

func main() {
	err := run(os.Args[1:], os.Stdout)
	if err == nil {
		return
	}
	fmt.Fprintln(os.Stderr, err)
	if errors.As(err, new(*schema.Error)) {
		os.Exit(1)
	}
	os.Exit(2)
}

func run(args []string, stdout io.Writer) error {
	flags := flag.NewFlagSet("gallery [flags]", flag.ExitOnError)
	maps := flags.String("maps", filepath.Join("examples", "maps"), "folder of map files")
	out := flags.String("o", "out", "folder to write to")
	_ = flags.Parse(args) // which ends the program itself
	if flags.NArg() != 0 {
		return errors.New("gallery: want flags alone")
	}
	if err := os.MkdirAll(*out, 0o755); err != nil {
		return err
	}
	var rooms []room
	for res, err := range schema.LoadAll(context.Background(), os.DirFS(*maps), "*.yaml") {
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
	// What has most to show comes first.
	slices.SortStableFunc(rooms, func(a, b room) int { return len(b.Views) - len(a.Views) })
	return index(filepath.Join(*out, "index.html"), rooms)
}

// A room shows one map, a view one drawing of it.
type room struct {
	Title string
	Views []view
}

type view struct {
	Title, File   string
	draw          func(io.Writer, *outcome.Map) error
	Width, Height string // of a picture, so that its place is kept until it is there
}

func (v view) picture() bool { return strings.HasSuffix(v.File, ".svg") }

// Dark reports whether a picture wants a dark ground around it.
func (v view) Dark() bool { return strings.HasSuffix(v.File, "-dark.svg") }

// Lead is the view that is shown large, Report the one that is shown above it.
func (r room) Lead() view   { return r.Views[0] }
func (r room) Report() view { return only(r.Views, false)[0] }

// Pictures are the other views that are shown in the page, Texts those that are linked to.
func (r room) Pictures() []view { return only(r.Views[1:], true) }
func (r room) Texts() []view    { return only(r.Views, false)[1:] }

func only(views []view, pictures bool) (some []view) {
	for _, v := range views {
		if v.picture() == pictures {
			some = append(some, v)
		}
	}
	return some
}

// hang draws every view of a map into the folder, but for those that show what another has shown.
func hang(out, name string, m *outcome.Map) (hung []view, err error) {
	seen := map[string]bool{}
	for _, v := range views(m) {
		v.File = name + "-" + v.File
		var b bytes.Buffer
		if err := v.draw(&b, m); err != nil {
			return nil, fmt.Errorf("%s: %w", v.Title, err)
		}
		if seen[b.String()] {
			continue
		}
		seen[b.String()] = true
		if err := os.WriteFile(filepath.Join(out, v.File), b.Bytes(), 0o644); err != nil {
			return nil, err
		}
		if size := drawnSize.FindSubmatch(b.Bytes()); size != nil && v.picture() {
			v.Width, v.Height = string(size[1]), string(size[2])
		}
		hung = append(hung, v)
	}
	// The clearest of the whole map leads.
	slices.SortStableFunc(hung, func(a, b view) int { return cmp.Compare(b.leads(), a.leads()) })
	return hung, nil
}

// drawnSize finds the size that a picture gives itself.
var drawnSize = regexp.MustCompile(`^<svg [^>]*?width="([0-9.]+)" height="([0-9.]+)"`)

func (v view) leads() int {
	if strings.HasSuffix(v.File, "-crossings.svg") {
		return 1
	}
	return 0
}

// views lists the ways to draw a map, those that it has the parts for.
func views(m *outcome.Map) []view {
	svg := func(opts ...render.Option) func(io.Writer, *outcome.Map) error {
		return func(w io.Writer, m *outcome.Map) error { return render.SVG(w, m, opts...) }
	}
	overview := func(opts ...render.Option) func(io.Writer, *outcome.Map) error {
		return func(w io.Writer, m *outcome.Map) error { return render.Overview(w, m, opts...) }
	}
	text := func(draw func(io.Writer, *outcome.Map, ...render.Option) error) func(io.Writer, *outcome.Map) error {
		return func(w io.Writer, m *outcome.Map) error { return draw(w, m) }
	}
	light := render.WithTheme(render.Light())
	all := []view{
		{Title: "The whole map, in the author's order", File: "whole.svg", draw: svg(light)},
		{Title: "The whole map, in the order of fewest crossings", File: "crossings.svg", draw: svg(render.FewestCrossings(true), light)},
	}
	if rounds := m.Evidence.Rounds; len(rounds) > 1 && rounds[0].Date.Valid() {
		since := cmp.Or(rounds[0].Title, string(rounds[0].Date))
		all = append(all, view{Title: "What moved since: " + since, File: "since.svg", draw: svg(render.Since(rounds[0].Date), light)})
	}
	if len(m.Pathways) > 1 { // one alone is the whole map
		all = append(all, view{Title: "A row for each pathway", File: "rows.svg", draw: svg(render.ByPathway(true), light)})
		for _, p := range m.Pathways {
			name := cmp.Or(p.Short, p.Title, p.ID)
			all = append(all,
				view{Title: "Pathway: " + name, File: "pathway-" + p.ID + ".svg", draw: svg(render.Pathway(p.ID), light)},
				view{Title: "In focus: " + name, File: "focus-" + p.ID + ".svg", draw: svg(render.Focus(p.ID), light)})
		}
	}
	all = append(all,
		view{Title: "Overview", File: "overview.svg", draw: overview(light)},
		view{Title: "Dark", File: "dark.svg", draw: svg(render.WithTheme(render.Dark()))},
		view{Title: "For print", File: "print.svg", draw: svg(render.WithTheme(render.Printed()))})
	return append(all,
		view{Title: "The whole story on one page: the report", File: "report.html", draw: func(w io.Writer, m *outcome.Map) error { return report.Write(w, m) }},
		view{Title: "As plain text", File: "text.txt", draw: text(render.Text)},
		view{Title: "For a wiki (Markdown)", File: "markdown.md", draw: text(render.Markdown)},
		view{Title: "For Mermaid", File: "chart.mmd", draw: text(render.Mermaid)},
		view{Title: "For Graphviz", File: "graph.dot", draw: text(render.DOT)})
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
:root { color-scheme: light dark; --ink: #1b2430; --muted: #4a5563; --page: #f4f6f9; --card: #fff; --line: #d5dae1; --link: #0b4f6c }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf1; --muted: #aeb8c4; --page: #14181f; --card: #222a35; --line: #3a4553; --link: #8cc7e6 } }
body { font: 16px/1.5 Arial, Helvetica, sans-serif; margin: 0 auto; max-width: 88rem; padding: 2rem clamp(1rem, 4vw, 3rem) 4rem; color: var(--ink); background: var(--page) }
h1 { font-size: 1.9rem; margin: 0 } h2 { font-size: 1.35rem; margin: 3.5rem 0 .75rem }
p { margin: .25rem 0; color: var(--muted) } a { color: var(--link) }
nav, .texts { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; margin-top: 1rem }
.texts { margin: 1.25rem 0 0 }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(26rem, 100%), 1fr)); gap: 1.25rem; margin-top: 1.25rem }
figure { margin: 0; background: var(--card); border: 1px solid var(--line); border-radius: 8px; overflow: hidden; display: flex; flex-direction: column }
figure a.pic { display: grid; place-items: center; flex: 1; background: #fff; overflow-x: auto }
figure.dark a.pic { background: #14181f }
.grid img { width: 100%; height: auto; max-height: 20rem; object-fit: contain }
.report { margin-bottom: 1.25rem }
.report a { display: block; font-weight: 700 }
.report iframe { display: block; width: 100%; height: 54rem; border: 0; pointer-events: none }
.lead img { width: 100%; min-width: 60rem; height: auto }
figcaption { padding: .6rem .9rem; border-top: 1px solid var(--line); font-size: .95rem }
</style>
<h1>Gallery of outcome maps</h1>
<p>Each sample map: its report, then every view that shows something of its own. Each picture is one SVG file: open it for its full size.</p>
<nav aria-label="Maps">{{range $i, $r := .}}<a href="#map-{{$i}}">{{.Title}}</a>{{end}}</nav>
<main>
{{range $i, $r := .}}<section aria-labelledby="map-{{$i}}"><h2 id="map-{{$i}}">{{.Title}}</h2>
{{with .Report}}<figure class="report"><iframe src="{{.File}}" title="First screen of the report" loading="lazy" tabindex="-1" inert></iframe><figcaption><a href="{{.File}}">{{.Title}}</a></figcaption></figure>
{{end}}{{with .Lead}}<figure class="lead"><a class="pic" href="{{.File}}"><img src="{{.File}}" alt="{{.Title}}"{{with .Width}} width="{{.}}"{{end}}{{with .Height}} height="{{.}}"{{end}}></a><figcaption>{{.Title}}</figcaption></figure>{{end}}
<div class="grid">{{range .Pictures}}
<figure{{if .Dark}} class="dark"{{end}}><a class="pic" href="{{.File}}"><img src="{{.File}}" alt="{{.Title}}" loading="lazy"{{with .Width}} width="{{.}}"{{end}}{{with .Height}} height="{{.}}"{{end}}></a><figcaption>{{.Title}}</figcaption></figure>{{end}}
</div>
<p class="texts">{{range .Texts}}<a href="{{.File}}">{{.Title}}</a>{{end}}</p>
</section>
{{end}}</main></html>
`
