// Validate lists everything that is wrong or weak with map files.
//
//	go run ./examples/validate [-profile draft|review|final] [-format text|json] FILE...
//
// It prints a line FILE:LINE:COL: severity: OMnnn message for each finding, and exits with 0 where no
// file has an error, 1 where one has, and 2 where it could not run.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema"
	"github.com/outcomemap/outcomemap/schema/findings"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("validate", flag.ContinueOnError)
	flags.SetOutput(stderr)
	profile := flags.String("profile", "review", "how strict: draft, review or final")
	format := flags.String("format", "text", "how to print: text, json, sarif or github")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	p, err := outcome.ParseProfile(*profile)
	if err != nil {
		return fail(stderr, err)
	}
	f, err := findings.ParseFormat(*format)
	if err != nil {
		return fail(stderr, err)
	}
	if flags.NArg() == 0 {
		return fail(stderr, "no file given")
	}

	var found []outcome.Finding
	unread := 0
	for _, name := range flags.Args() {
		fs, err := check(name, p)
		if err != nil {
			fail(stderr, err)
			unread++
		}
		found = append(found, fs...)
	}
	if err := findings.Write(stdout, f, found, findings.Checked(flags.NArg()-unread)); err != nil {
		return fail(stderr, err)
	}
	switch {
	case unread > 0:
		return 2
	case findings.Summarize(found).Errors > 0:
		return 1
	}
	return 0
}

// check returns the findings of one file.
func check(name string, p outcome.Profile) ([]outcome.Finding, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return schema.Validate(file, schema.WithName(name), schema.WithProfile(p))
}

func fail(stderr io.Writer, why any) int {
	fmt.Fprintf(stderr, "validate: %v\n", why)
	return 2
}
