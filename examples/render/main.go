// Render draws a map: as a picture, for Graphviz or Mermaid, as text, as a report, or as coordinates for
// another program to draw.
//
//	go run ./examples/render -format svg|dot|layout|mermaid|text|markdown|html
//	    [-order author|crossings] [-pathway ID] [-theme auto|light|dark|print] [-width CELLS] [-o FILE] FILE
//
// A report (html) tells the whole map: of the other flags only -theme and -o change it. Render exits with
// 1 where FILE cannot be read as a map, and with 2 where it could not run.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render"
	"github.com/outcomemap/outcomemap/render/report"
	"github.com/outcomemap/outcomemap/schema"
)

func main() {
	// A program that draws one map and ends needs no garbage collection, up to a limit.
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(1 << 30)
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("render [flags] FILE", flag.ContinueOnError)
	flags.SetOutput(stderr)
	format := flags.String("format", "svg", "what to draw: svg, dot, layout, mermaid, text, markdown or html (a report)")
	order := flags.String("order", "author", "order of the stones in a column: author, or crossings for the fewest")
	pathway := flags.String("pathway", "", "`id` of the one pathway to draw")
	theme := flags.String("theme", "auto", "colours: auto (as the reader prefers), light, dark or print")
	width := flags.Int("width", 0, "width of plain text, in cells of a terminal")
	out := flags.String("o", "", "`file` to write instead of standard output")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if flags.NArg() != 1 {
		return fail(stderr, "want one map file, after the flags")
	}
	colours, err := themed(*theme)
	if err != nil {
		return fail(stderr, err)
	}
	opts, err := options(*order, *pathway, *width)
	if err != nil {
		return fail(stderr, err)
	}
	opts = append(opts, render.WithTheme(colours))

	// As a draft, for a picture helps to find what is wrong; examples/validate says it in words.
	m, err := schema.ReadFile(flags.Arg(0), schema.Profile(outcome.Draft))
	var faulty *schema.Error
	switch {
	case errors.As(err, &faulty):
		fmt.Fprintln(stderr, faulty)
		return 1
	case err != nil:
		return fail(stderr, err)
	}
	// Nothing is written before the drawing is complete, so a file is made with the first bytes.
	to := &target{Writer: stdout, file: *out}
	if err := errors.Join(draw(to, m, *format, colours, opts), to.Close()); err != nil {
		return fail(stderr, err)
	}
	return 0
}

// A target is standard output, or a file that is made when something is written to it.
type target struct {
	io.Writer
	file string // "": standard output
	made *os.File
}

func (t *target) Write(p []byte) (int, error) {
	if t.file != "" && t.made == nil {
		made, err := os.Create(t.file)
		if err != nil {
			return 0, err
		}
		t.Writer, t.made = made, made
	}
	return t.Writer.Write(p)
}

func (t *target) Close() error {
	if t.made == nil {
		return nil
	}
	return t.made.Close()
}

func options(order, pathway string, width int) ([]render.Option, error) {
	var opts []render.Option
	switch order {
	case "author":
	case "crossings":
		opts = append(opts, render.FewestCrossings(true))
	default:
		return nil, fmt.Errorf("-order %q: want author or crossings", order)
	}
	if pathway != "" {
		opts = append(opts, render.Pathway(pathway))
	}
	if width > 0 {
		opts = append(opts, render.TextWidth(width))
	}
	return opts, nil
}

func themed(name string) (render.Theme, error) {
	switch name {
	case "auto":
		return render.Auto(), nil
	case "light":
		return render.Light(), nil
	case "dark":
		return render.Dark(), nil
	case "print":
		return render.Printed(), nil
	}
	return render.Theme{}, fmt.Errorf("-theme %q: want auto, light, dark or print", name)
}

func draw(w io.Writer, m *outcome.Map, format string, colours render.Theme, opts []render.Option) error {
	switch format {
	case "svg":
		return render.SVG(w, m, opts...)
	case "dot":
		return render.DOT(w, m, opts...)
	case "mermaid":
		return render.Mermaid(w, m, opts...)
	case "text":
		return render.Text(w, m, opts...)
	case "markdown":
		return render.Markdown(w, m, opts...)
	case "html":
		return report.Write(w, m, report.Theme(colours)) // always the whole story
	case "layout":
		geometry, err := render.Layout(m, opts...)
		if err != nil {
			return err
		}
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(geometry)
	}
	return fmt.Errorf("-format %q: want svg, dot, layout, mermaid, text, markdown or html", format)
}

func fail(stderr io.Writer, why any) int {
	fmt.Fprintf(stderr, "render: %v\n", why)
	return 2
}
