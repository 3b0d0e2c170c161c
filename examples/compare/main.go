// Command compare tells what differs between two versions of a map file, wherever things stand in it:
// a line for each change, in words or as JSON.
//
//	go run ./examples/compare [-format text|json] OLD NEW
//
// It exits with 0 where the two say the same, 1 where they differ, and 2 where it could not run.
package main

import (
	"encoding/json"
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
	flags := flag.NewFlagSet("compare [flags] OLD NEW", flag.ContinueOnError)
	flags.SetOutput(stderr)
	format := flags.String("format", "text", "text: a line for each change; json: with both values")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if flags.NArg() != 2 {
		return fail(stderr, "want two map files, after the flags")
	}
	var maps [2]*outcome.Map
	for i, name := range flags.Args() {
		var err error
		// As a draft, for what is wrong with a version is not the question here.
		if maps[i], err = schema.ReadFile(name, schema.Profile(outcome.Draft)); err != nil {
			return fail(stderr, err)
		}
	}
	changes := outcome.Diff(maps[0], maps[1])
	if err := write(stdout, changes, *format); err != nil {
		return fail(stderr, err)
	}
	if len(changes) > 0 {
		return 1
	}
	return 0
}

func write(w io.Writer, changes []outcome.Change, format string) error {
	switch format {
	case "text":
		for _, c := range changes {
			if _, err := fmt.Fprintln(w, c); err != nil {
				return err
			}
		}
		return nil
	case "json":
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(append([]outcome.Change{}, changes...)) // a list, even where nothing changed
	}
	return fmt.Errorf("-format %q: want text or json", format)
}

func fail(stderr io.Writer, why any) int {
	fmt.Fprintf(stderr, "compare: %v\n", why)
	return 2
}
