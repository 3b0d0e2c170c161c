// Command nextevidence says what to do next for a map: first what nothing can rank, then the planned
// evidence by what each piece is expected to teach, and by cost where that is given.
//
//	go run ./examples/nextevidence FILE
//
// It exits with 1 where the map has errors, and with 2 where it could not run.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
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
	flags := flag.NewFlagSet("nextevidence FILE", flag.ExitOnError)
	_ = flags.Parse(args) // which ends the program itself
	if flags.NArg() != 1 {
		return errors.New("nextevidence: want one map file")
	}
	m, err := schema.ReadFile(flags.Arg(0))
	if err != nil {
		return err
	}
	if len(m.Pathways) == 0 {
		fmt.Fprintln(stdout, "the map has no pathway: nothing is claimed that evidence could test")
	}
	for _, card := range evidence.Score(m.Pathways, &m.Evidence) {
		fmt.Fprintf(stdout, "%s\n", card.Pathway)
		if len(card.Next) == 0 {
			fmt.Fprintln(stdout, "  nothing is planned, and nothing is open")
			continue
		}
		if err := list(stdout, card.Next); err != nil {
			return err
		}
	}
	return nil
}

// list writes proposals as a table: learning is the share of the doubt about the claim that is
// expected to go.
func list(w io.Writer, next []evidence.Proposal) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "  do\tabout\titems\tlearning\tbits\tcost\tlearning per cost")
	for _, p := range next {
		about := p.About
		if about.Kind() != pathway.PathwayTarget {
			about.Pathway = ""
		}
		fmt.Fprintf(t, "  %s\t%s\t%s%s\n", p.Do, about, strings.Join(p.Items, ", "), worth(p.Worth))
	}
	return t.Flush()
}

func worth(w *evidence.Worth) string {
	if w == nil {
		return "\t\t\t\t"
	}
	text := fmt.Sprintf("\t%.0f %%\t%.2f", 100*w.Learning, w.Bits)
	if w.Cost == nil || w.PerCost == nil {
		return text + "\t\t"
	}
	return text + fmt.Sprintf("\t%g\t%.3g", *w.Cost, *w.PerCost)
}
