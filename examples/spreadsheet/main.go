// Command spreadsheet moves a plan that was kept in a spreadsheet into a checked map file. Export it
// as CSV with a row for each thing:
//
//	kind,id,column,text,pathway,from,to
//	pathway,mending,,Mending instead of buying,,,
//	stone,tables,What we do,Set up repair tables,mending,,
//	stone,waste,What difference does this make?,Less is thrown away,mending,,
//	link,,,Who can mend throws less away,mending,tables,waste
//
// Columns are told by their headings, in the order in which stones first name them. A stone is in the
// pathways that its row lists, by id. What is wrong is told by the row of the spreadsheet that it came
// from; where anything is an error, no map is written. (For the tables that reports publish, see
// schema/table.)
//
//	go run ./examples/spreadsheet [-title TITLE] [-o map.yaml] FILE.csv
//
// It exits with 1 where the spreadsheet is at fault, and with 2 where it could not run.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("spreadsheet [flags] FILE.csv", flag.ContinueOnError)
	flags.SetOutput(stderr)
	title := flags.String("title", "", "title of the map; the name of the file if left out")
	out := flags.String("o", "", "`file` to write instead of standard output")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if flags.NArg() != 1 {
		return fail(stderr, "want one file, after the flags")
	}
	name := flags.Arg(0)
	rows, err := os.ReadFile(name)
	if err != nil {
		return fail(stderr, err)
	}
	if *title == "" {
		*title = name
	}
	s, err := read(bytes.NewReader(rows), *title)
	if err != nil {
		fmt.Fprintf(stderr, "%s: %v\n", name, err)
		return 1
	}
	// A map that a program made is checked as a file is: written, and read again.
	var text bytes.Buffer
	if err := schema.Write(&text, s.m, schema.YAML); err != nil {
		return fail(stderr, err)
	}
	res, err := schema.Load(bytes.NewReader(text.Bytes()))
	if err != nil {
		return fail(stderr, err)
	}
	for _, f := range res.Findings {
		if f.Severity >= outcome.Warning {
			f.Pos = outcome.Position{File: name, Line: s.rowOf(f.Pointer)}
			fmt.Fprintln(stderr, f)
		}
	}
	if res.Err() != nil {
		return 1
	}
	if *out != "" {
		err = os.WriteFile(*out, text.Bytes(), 0o644)
	} else {
		_, err = stdout.Write(text.Bytes())
	}
	if err != nil {
		return fail(stderr, err)
	}
	return 0
}

func fail(stderr io.Writer, why any) int {
	fmt.Fprintf(stderr, "spreadsheet: %v\n", why)
	return 2
}
