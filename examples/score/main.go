// Command score judges the contribution of each pathway of a map file, and explains every figure.
//
//	go run ./examples/score [-format text|json|csv] [-pathway ID] [-on DATE] FILE
//
// It exits with 1 where the map has errors, and with 2 where it could not run.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render"
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
	flags := flag.NewFlagSet("score [flags] FILE", flag.ExitOnError)
	format := flags.String("format", "text", "text: each figure explained; json: the whole scorecards; csv: one tidy table")
	only := flags.String("pathway", "", "id of one pathway; all if left out")
	on := flags.String("on", "", "the day to look at, YYYY, YYYY-MM or YYYY-MM-DD; today's state if left out")
	_ = flags.Parse(args) // which ends the program itself
	if flags.NArg() != 1 {
		return errors.New("score: want one map file, after the flags")
	}
	if *on != "" && !evidence.Date(*on).Valid() {
		return fmt.Errorf("score: -on %q is no date", *on)
	}
	m, err := schema.ReadFile(flags.Arg(0))
	if err != nil {
		return err
	}
	cards := evidence.Score(m.Pathways, &m.Evidence, evidence.AsOf(evidence.Date(*on)))
	if *only != "" {
		cards = slices.DeleteFunc(cards, func(c evidence.Scorecard) bool { return c.Pathway != *only })
		if len(cards) == 0 {
			return fmt.Errorf("score: no pathway %q in %s", *only, flags.Arg(0))
		}
	}
	return write(stdout, m, cards, *format)
}

func write(w io.Writer, m *outcome.Map, cards []evidence.Scorecard, format string) error {
	switch format {
	case "text":
		if len(cards) == 0 {
			fmt.Fprintln(w, "The map has no pathway: nothing is claimed that could be judged.")
		}
		return render.Explain(w, m, cards)
	case "json":
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(cards)
	case "csv":
		return render.Table(w, m, cards, render.CSV)
	}
	return fmt.Errorf("score: no format %q: want text, json or csv", format)
}
