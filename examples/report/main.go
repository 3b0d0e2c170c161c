// Command report writes the contribution story of a map file as one web page.
//
//	go run ./examples/report [-on DATE] [-notice TEXT] [-o report.html] FILE
//
// It exits with 1 where the map has errors, and with 2 where it could not run.
package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/render/report"
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
	flags := flag.NewFlagSet("report [flags] FILE", flag.ExitOnError)
	out := flags.String("o", "", "`file` to write instead of standard output")
	on := flags.String("on", "", "the `day` to look at, YYYY, YYYY-MM or YYYY-MM-DD; today's state if left out")
	notice := flags.String("notice", "", "a line of `text` on top of the page, such as Draft")
	_ = flags.Parse(args) // which ends the program itself
	if flags.NArg() != 1 {
		return errors.New("report: want one map file, after the flags")
	}
	if *on != "" && !evidence.Date(*on).Valid() {
		return fmt.Errorf("report: -on %q is no date", *on)
	}
	src, err := os.ReadFile(flags.Arg(0))
	if err != nil {
		return err
	}
	m, err := schema.Read(bytes.NewReader(src))
	if err != nil {
		return err // every fault, each with its place
	}
	// The digest tells a reader from which state of the map the page was made.
	digest := fmt.Sprintf("sha256:%x", sha256.Sum256(src))
	var page bytes.Buffer
	err = report.Write(&page, m, report.File(digest), report.AsOf(evidence.Date(*on)), report.Notice(*notice))
	if err != nil {
		return err
	}
	if *out == "" {
		_, err = stdout.Write(page.Bytes())
		return err
	}
	return os.WriteFile(*out, page.Bytes(), 0o644)
}
