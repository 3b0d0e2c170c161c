// Validate lists everything that is wrong or weak with map files.
//
//	go run ./examples/validate [-profile draft|review|final] [-format text|json|sarif|github]
//	    [-rule OM301=off:because…]... [-excerpts N] FILE|FOLDER|GLOB...
//
// As text it prints a line FILE:LINE:COL: severity: OMnnn message for each finding, with the lines at
// fault below the first of them. Of a folder it takes every .json, .yaml and .yml file at any depth;
// in a pattern ** stands for any number of folders. It exits with 0 where no file has an error, 1
// where one has, and 2 where it could not run or could not read a file.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema"
	"github.com/outcomemap/outcomemap/schema/findings"
)

func main() {
	plain := os.Getenv("NO_COLOR") != "" //nolint:misspell // by that name others obey it too
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr, terminal(os.Stderr), terminal(os.Stdout) && !plain))
}

// terminal reports whether somebody may be watching.
func terminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

func run(args []string, stdout, stderr io.Writer, watched, colour bool) int {
	flags := flag.NewFlagSet("validate [flags] FILE|FOLDER|GLOB...", flag.ContinueOnError)
	flags.SetOutput(stderr)
	profile := flags.String("profile", "review", "how strict: draft, review or final")
	format := flags.String("format", "text", "how to print: text, json, sarif or github")
	excerpts := flags.Int("excerpts", 20, "for how many findings text shows the lines at fault")
	var settings []outcome.RuleSetting
	flags.Func("rule", "what a rule weighs, and why: OM301=off:because…; can be given again", func(s string) error {
		setting, err := parseSetting(s)
		settings = append(settings, setting)
		return err
	})
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
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
	names, err := expand(flags.Args())
	if err != nil {
		return fail(stderr, err)
	}

	var watcher io.Writer
	if watched {
		watcher = stderr
	}
	reports := checkAll(names, watcher, schema.Profile(p), schema.Settings(settings...))
	var found []outcome.Finding
	unread := 0
	for _, r := range reports {
		if r.err != nil {
			fail(stderr, r.err)
			unread++
		}
		if r.more > 0 {
			fmt.Fprintf(stderr, "validate: %s: %d more findings are left out\n", r.name, r.more)
		}
		found = append(found, r.findings...)
	}
	if unread == len(names) { // then there is nothing to say of what was found
		return 2
	}
	err = findings.Write(stdout, found, f, findings.Checked(len(names)-unread),
		findings.Sources(os.ReadFile), findings.Excerpts(*excerpts), findings.Colour(colour))
	switch {
	case err != nil:
		return fail(stderr, err)
	case unread > 0:
		return 2
	case findings.Count(found).Errors > 0:
		return 1
	}
	return 0
}

func fail(stderr io.Writer, why any) int {
	fmt.Fprintf(stderr, "validate: %v\n", why)
	return 2
}
