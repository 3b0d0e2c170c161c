// Command merge brings together what two sides made of a common base, such as a map that was made from
// another and a new version of that other: a three-way merge by ids, which lines cannot do.
//
//	go run ./examples/merge [-o FILE] BASE OURS THEIRS
//
// Where both sides changed the same thing in different ways, ours stays and standard error lists the
// conflict with all three values. It exits with 0 where all is well, 1 where there is a conflict or the
// merged map has an error, and 2 where it could not run. Comments are not carried. Git takes it as a
// merge driver:
//
//	git config merge.outcomemap.driver 'merge -o %A %O %A %B'
//	echo 'maps/*.yaml merge=outcomemap' >> .gitattributes
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
	flags := flag.NewFlagSet("merge [flags] BASE OURS THEIRS", flag.ContinueOnError)
	flags.SetOutput(stderr)
	out := flags.String("o", "", "`file` to write instead of standard output; it may be OURS")
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	if flags.NArg() != 3 {
		return fail(stderr, "want three map files: the base, ours and theirs")
	}
	var sides [3]*schema.Result
	for i, name := range flags.Args() {
		var err error
		if sides[i], err = read(name); err != nil {
			return fail(stderr, err)
		}
	}
	merged, conflicts := outcome.Merge(sides[0].Map, sides[1].Map, sides[2].Map)
	var b bytes.Buffer
	if err := schema.Write(&b, merged, sides[1].Format); err != nil {
		return fail(stderr, err)
	}
	if err := keep(*out, b.Bytes(), stdout); err != nil {
		return fail(stderr, err)
	}
	for _, c := range conflicts {
		fmt.Fprintf(stderr, "conflict: %s\n", c)
	}
	// What one side removed and the other refers to is no conflict, but it is a fault now.
	status := min(len(conflicts), 1)
	for _, f := range outcome.Check(merged, outcome.Review) {
		if f.Severity == outcome.Error {
			fmt.Fprintf(stderr, "%s (at %s)\n", f, f.Pointer)
			status = 1
		}
	}
	return status
}

// read takes a file as a draft: whether a side is ready to publish is not the question here. The format
// is told by the content, since git hands over files without an ending.
func read(name string) (*schema.Result, error) {
	res, err := schema.LoadFile(name, schema.Profile(outcome.Draft))
	if err == nil {
		err = res.Err()
	}
	return res, err
}

func keep(name string, text []byte, stdout io.Writer) error {
	if name == "" {
		_, err := stdout.Write(text)
		return err
	}
	return os.WriteFile(name, text, 0o644)
}

func fail(stderr io.Writer, why any) int {
	fmt.Fprintf(stderr, "merge: %v\n", why)
	return 2
}
