// Programmeboard turns the tables of a published report into a map file, checks it and draws it.
//
//	go run ./examples/programmeboard -o out
//
// The tables are those of the outcome map of the Personal Assistants Programme Board, made by Matter
// of Focus for the Scottish Government in 2021; see NOTICE beside this file. It exits with 1 where the map
// has an error, and with 2 where it could not be made.
package main

import (
	"bytes"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render"
	"github.com/outcomemap/outcomemap/schema"
	"github.com/outcomemap/outcomemap/schema/findings"
	"github.com/outcomemap/outcomemap/schema/table"
)

//go:embed tables.txt
var tables string

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("programmeboard [-o FOLDER]", flag.ContinueOnError)
	flags.SetOutput(stderr)
	dir := flags.String("o", "out", "`folder` for the map file and the pictures")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if flags.NArg() != 0 {
		fmt.Fprintln(stderr, "programmeboard: want flags alone")
		return 2
	}

	res, err := table.Load(strings.NewReader(tables), table.Name("tables.txt"))
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 2
	}
	m := res.Map
	describe(m)
	found := append(res.Findings, outcome.Check(m, outcome.Review)...)
	outcome.SortFindings(found)

	files, err := write(m, *dir)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 2
	}
	summarize(stdout, m, found, files)
	if findings.Count(found).Errors > 0 {
		return 1
	}
	return 0
}

// describe adds what the tables do not say: where they come from, and short names.
func describe(m *outcome.Map) {
	m.ID, m.Language = "programme-board", "en-GB"
	m.Provenance = outcome.Provenance{
		Publisher: "Matter of Focus, for the Scottish Government's Personal Assistants Programme Board",
		Date:      "2021-11-25",
		URL:       "https://www.matter-of-focus.com",
	}
	for i, short := range []string{"Relationships", "Workforce", "Employers"} {
		m.Pathways[i].ID, m.Pathways[i].Short = strings.ToLower(short), short
	}
}

// write writes the map in both formats and draws it, and returns the names of the files.
func write(m *outcome.Map, dir string) ([]string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	var files []string
	for _, out := range []struct {
		ending string
		write  func(io.Writer) error
	}{
		{".yaml", func(w io.Writer) error { return schema.Write(w, m, schema.YAML) }},
		{".json", func(w io.Writer) error { return schema.Write(w, m, schema.JSON) }},
		{".svg", func(w io.Writer) error { return render.SVG(w, m) }},
		{".dot", func(w io.Writer) error { return render.DOT(w, m) }},
	} {
		var b bytes.Buffer
		if err := out.write(&b); err != nil {
			return nil, err
		}
		name := filepath.Join(dir, m.ID+out.ending)
		if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
			return nil, err
		}
		files = append(files, name)
	}
	return files, nil
}

// summarize says in a few lines what the map holds and what is open.
func summarize(w io.Writer, m *outcome.Map, found []outcome.Finding, files []string) {
	index := outcome.NewIndex(m)
	stones := 0
	shared := 0
	for _, c := range m.Columns {
		stones += len(c.Stones)
		for _, s := range c.Stones {
			if len(index.Through(s.ID)) > 1 {
				shared++
			}
		}
	}
	fmt.Fprintf(w, "%s\n\n%d stepping stones in %d columns\n", m.Title, stones, len(m.Columns))
	for _, c := range m.Columns {
		fmt.Fprintf(w, "%4d  %s\n", len(c.Stones), c.Heading)
	}
	fmt.Fprintf(w, "\n%d pathways; %d stones are in more than one\n", len(m.Pathways), shared)
	for _, p := range m.Pathways {
		n := 0
		for _, s := range p.Steps {
			n += len(s.Stones)
		}
		fmt.Fprintf(w, "%4d  %s: %s\n", n, p.Short, p.Title)
	}
	fmt.Fprintf(w, "\n%s\n", findings.Count(found))
	for _, f := range found {
		fmt.Fprintf(w, "      %s: %s %s\n", f.Severity, f.Rule, f.Message)
	}
	fmt.Fprintf(w, "\nwritten: %s\n", strings.Join(files, ", "))
}
