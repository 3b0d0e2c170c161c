// Command sensitivity shows how far a judgement matters: it varies one likelihood of one item over its
// whole range, works the chance of the claim out anew at each point, and plots it.
//
//	go run ./examples/sensitivity -item ID [-vary typeIError|sensitivity] [-pathway ID]
//	    [-format svg|csv] [-points 101] FILE
//
// The curve is the posterior of the claim that the item bears on, with its range; the upright band is
// where somebody judged the likelihood to lie. If the curve is flat over the band, the argument about
// it is settled. One input is varied at a time: inputs that are wrong together may do more.
//
// It exits with 1 where the map has errors, and with 2 where it could not run.
package main

import (
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"

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
	flags := flag.NewFlagSet("sensitivity -item ID [flags] FILE", flag.ExitOnError)
	item := flags.String("item", "", "`id` of the item")
	vary := flags.String("vary", "typeIError", "the likelihood to vary: typeIError or sensitivity")
	only := flags.String("pathway", "", "`id` of the pathway; the first whose claim the item bears on if left out")
	format := flags.String("format", "svg", "svg: a plot; csv: its points")
	points := flags.Int("points", 101, "how many values to try, 2 to 10001")
	_ = flags.Parse(args) // which ends the program itself
	switch {
	case flags.NArg() != 1:
		return errors.New("sensitivity: want one map file, after the flags")
	case *item == "":
		return errors.New("sensitivity: say which item to look at, with -item ID")
	case *points < 2 || *points > 10_001:
		return fmt.Errorf("sensitivity: -points %d: want 2 to 10001", *points)
	case *format != "svg" && *format != "csv":
		return fmt.Errorf("sensitivity: no format %q: want svg or csv", *format)
	}
	m, err := schema.ReadFile(flags.Arg(0))
	if err != nil {
		return err
	}
	s, err := newStudy(m, *item, *vary, *only)
	if err != nil {
		return err
	}
	curve := s.curve(*points)
	if *format == "csv" {
		return s.table(stdout, curve)
	}
	return s.plot(stdout, curve)
}

// table writes the points; where nothing can be scored the cells are empty.
func (s *study) table(w io.Writer, curve []point) error {
	rows := [][]string{{s.vary, "posterior_low", "posterior_mid", "posterior_high"}}
	for _, p := range curve {
		row := []string{number(p.at), "", "", ""}
		if p.posterior != nil {
			row = []string{number(p.at), number(p.posterior.Low), number(p.posterior.Mid), number(p.posterior.High)}
		}
		rows = append(rows, row)
	}
	return csv.NewWriter(w).WriteAll(rows)
}

func number(x float64) string { return strconv.FormatFloat(x, 'g', 6, 64) }
