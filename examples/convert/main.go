// Convert turns one form of a map into another: the tables of a report, JSON or YAML into JSON or YAML.
//
//	go run ./examples/convert -from table|json|yaml -to json|yaml [-o FILE] FILE
//
// What is lost on the way, and what has to be looked at, is printed on standard error. It exits with 1
// where FILE has errors, and then writes nothing; with 2 where it could not run.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema"
	"github.com/outcomemap/outcomemap/schema/findings"
	"github.com/outcomemap/outcomemap/schema/table"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("convert -from FORMAT [flags] FILE", flag.ContinueOnError)
	flags.SetOutput(stderr)
	from := flags.String("from", "", "what FILE is: table, json or yaml")
	to := flags.String("to", "yaml", "what to make of it: json or yaml")
	out := flags.String("o", "", "`file` to write instead of standard output")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if flags.NArg() != 1 {
		return fail(stderr, "want one file, after the flags")
	}

	res, err := read(flags.Arg(0), *from)
	var faulty *schema.Error
	switch {
	case errors.As(err, &faulty):
		fmt.Fprintln(stderr, faulty)
		return 1
	case err != nil:
		return fail(stderr, err)
	}
	found := append(worth(res.Findings), comment(res)...)
	if len(found) > 0 {
		if err := findings.Write(stderr, found, findings.Text); err != nil {
			return fail(stderr, err)
		}
	}
	if res.Err() != nil || res.Map == nil {
		return 1
	}
	var b bytes.Buffer
	if err := schema.Write(&b, res.Map, schema.Format(*to)); err != nil {
		return fail(stderr, err)
	}
	if *out != "" {
		err = os.WriteFile(*out, b.Bytes(), 0o644)
	} else {
		_, err = stdout.Write(b.Bytes())
	}
	if err != nil {
		return fail(stderr, err)
	}
	return 0
}

// read reads a file. As a draft, a map is carried over whole even where it is wrong: only a file that
// cannot be read is an error.
func read(name, from string) (*schema.Result, error) {
	switch from {
	case "table":
		file, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		return table.Load(file, table.Name(name))
	case "json", "yaml":
		return schema.LoadFile(name, schema.WithFormat(schema.Format(from)), schema.Profile(outcome.Draft))
	}
	return nil, fmt.Errorf("-from %q: want table, json or yaml", from)
}

// worth leaves out what a conversion does not change: weak spots of the map itself.
func worth(fs []outcome.Finding) []outcome.Finding {
	var out []outcome.Finding
	for _, f := range fs {
		if f.Severity > outcome.Info || strings.HasPrefix(f.Rule, "OM4") {
			out = append(out, f)
		}
	}
	return out
}

var startOfComment = regexp.MustCompile(`(?m)(?:^|\s)#(?:\s|$)`)

// comment says where a YAML file has its first comment: comments are not carried.
func comment(res *schema.Result) []outcome.Finding {
	at := startOfComment.FindStringIndex(res.Source)
	if res.Format != schema.YAML || at == nil {
		return nil
	}
	line := 1 + strings.Count(res.Source[:at[1]-1], "\n")
	lossy := outcome.Finding{Rule: "OM407", Severity: outcome.Info, Message: "what follows # is not carried, unless it is part of a text"}
	lossy.Pos = outcome.Position{File: res.Name, Line: line, Column: 1}
	return []outcome.Finding{lossy}
}

func fail(stderr io.Writer, why any) int {
	fmt.Fprintf(stderr, "convert: %v\n", why)
	return 2
}
