// Command mutate tells how much the tests of a package would notice: it breaks the code in one small
// place at a time and runs the tests. A mutant that turns a test red is killed; one that no test
// minds has lived, and either wants a test or is no change at all.
//
//	go run ./internal/mutate -sample 300 ./pathway
//
// All mutants of a run are compiled into one test binary, each in a copy of its function that an
// environment variable switches on, so that a mutant costs one start of the tests that reach it and
// no compilation (mutant schemata: Untch, Offutt and Harrold 1993). The tree itself is not touched:
// what differs reaches the compiler as an overlay.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"log"
	"math/rand/v2"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("mutate: ")
	sample := flag.Int("sample", 0, "mutants to try, drawn at random (0: all)")
	seed := flag.Uint64("seed", 1, "seed of the draw")
	only := flag.String("only", "", "try the mutants that this file lists instead, as a run printed them")
	by := flag.String("by", "", "packages whose tests are run instead of its own, one after the other, such as ./schema/internal/plan,./schema for ./schema/internal/plan")
	verbose := flag.Bool("v", false, "print killed mutants too")
	flag.Parse()
	if flag.NArg() != 1 {
		log.Fatal("name one package, such as ./pathway")
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	want, err := listed(*only)
	if err == nil {
		err = mutate(ctx, os.Stdout, flag.Arg(0), choice{*sample, *seed, want}, *by, *verbose)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// mutate tries the chosen mutants of one package on its tests, or on those of other ones, and writes what
// came of them.
func mutate(ctx context.Context, w io.Writer, pattern string, chosen choice, by string, verbose bool) error {
	p, err := load(ctx, pattern)
	if err != nil {
		return err
	}
	tests := []string{p.dir}
	if by != "" {
		if tests, err = folders(ctx, strings.Split(by, ",")); err != nil {
			return err
		}
	}
	all := p.mutants()
	mutants := chosen.from(all)
	dir, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }() // of copies
	var benches []*workbench
	var unfit []string
	for i, folder := range tests {
		var b *workbench
		if b, mutants, err = p.workbench(ctx, filepath.Join(dir, strconv.Itoa(i)), folder, mutants); err != nil {
			return err
		}
		benches, unfit = append(benches, b), append(unfit, b.unfit...)
	}
	fmt.Fprintf(w, "%s: %d mutants, %d tried; tests that are red in a copy anyway: %s\n",
		p.path, len(all), len(mutants), orNone(unfit))
	var score tally
	for _, m := range mutants {
		fate, err := try(ctx, benches, m)
		if err != nil {
			return err
		}
		score.add(fate)
		if verbose || !fate.killed() {
			fmt.Fprintf(w, "%s\t%s\n", fate, m)
		}
	}
	fmt.Fprintf(w, "%s: %s (seed %d)\n", p.path, score, chosen.seed)
	return nil
}

// A choice says which mutants to try.
type choice struct {
	size int
	seed uint64
	only []string
}

// from returns the chosen ones in the order of the code.
func (c choice) from(all []*mutant) []*mutant {
	mutants := slices.Clone(all)
	if len(c.only) > 0 {
		return slices.DeleteFunc(mutants, func(m *mutant) bool { return !slices.Contains(c.only, m.String()) })
	}
	if c.size <= 0 || c.size >= len(mutants) {
		return mutants
	}
	r := rand.New(rand.NewPCG(c.seed, 0))
	r.Shuffle(len(mutants), func(i, j int) { mutants[i], mutants[j] = mutants[j], mutants[i] })
	mutants = mutants[:c.size]
	slices.SortFunc(mutants, func(a, b *mutant) int { return a.number - b.number })
	return mutants
}

// listed reads the mutants that lived from the output of an earlier run.
func listed(name string) ([]string, error) {
	if name == "" {
		return nil, nil
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var only []string
	for line := range strings.Lines(string(text)) {
		if _, m, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t"); ok {
			only = append(only, m)
		}
	}
	return only, nil
}

func orNone(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, " ")
}
