package findings

import (
	"bufio"
	"fmt"
	"io"

	"github.com/outcomemap/outcomemap/outcome"
)

// Format is a way to print findings.
type Format string

// The formats of [Write].
const (
	Text   Format = "text"   // a line each, for people, with the lines at fault
	JSON   Format = "json"   // an object with findings, one a line, and their summary
	SARIF  Format = "sarif"  // SARIF 2.1.0 (OASIS 2020, errata 01 of 2023), for tools that gather findings
	GitHub Format = "github" // workflow commands that a GitHub runner turns into annotations
)

// ParseFormat reads the name of a format.
func ParseFormat(name string) (Format, error) {
	switch f := Format(name); f {
	case Text, JSON, SARIF, GitHub:
		return f, nil
	}
	return "", fmt.Errorf("findings: no format %q: want text, json, sarif or github", name)
}

// An Option changes what [Write] shows. One that a format has no use for changes nothing.
type Option func(*config)

type config struct {
	open     func(file string) ([]byte, error)
	excerpts int
	width    int
	colour   bool
	checked  int
	root     string
}

// Sources says how the files are read that findings lie in, by the names in their positions: such as
// [os.ReadFile], or the method ReadFile of a file system. A file that cannot be read has no excerpts;
// that is no error. What read returns is never written to.
func Sources(read func(file string) ([]byte, error)) Option {
	return func(c *config) { c.open = read }
}

// Excerpts sets for how many findings text shows the lines at fault: the first n, 20 without this
// option. The rest are one line each.
func Excerpts(n int) Option { return func(c *config) { c.excerpts = n } }

// Width sets how many columns of a terminal an excerpt may take beside its line number, 100 without
// this option and 20 at least. Of a longer line the part around the fault is shown.
func Width(columns int) Option { return func(c *config) { c.width = max(columns, 20) } }

// Colour sets whether text is coloured with the escape sequences of terminals. It is off unless
// asked for.
func Colour(on bool) Option { return func(c *config) { c.colour = on } }

// Checked says how many files were checked, for the summary. Without it the files are counted that
// findings lie in.
func Checked(files int) Option { return func(c *config) { c.checked = files } }

// Root names the folder that SARIF and GitHub see as the top of the project: files inside it are
// named from there. Names are compared as text, so both have to be absolute or neither.
func Root(dir string) Option { return func(c *config) { c.root = dir } }

// Write prints findings in a format, in the order given. A finding whose severity is not info,
// warning or error is an error, as is an unknown format, and then nothing is written.
func Write(w io.Writer, fs []outcome.Finding, format Format, opts ...Option) error {
	c := config{excerpts: 20, width: 100, checked: -1}
	for _, o := range opts {
		if o != nil {
			o(&c)
		}
	}
	if _, err := ParseFormat(string(format)); err != nil {
		return err
	}
	for i := range fs {
		if s := fs[i].Severity; s < outcome.Info || s > outcome.Error {
			return fmt.Errorf("findings: finding %d, of rule %q, has severity %s", i, fs[i].Rule, s)
		}
	}
	out := bufio.NewWriter(w)
	switch format {
	case Text:
		c.text(out, fs)
	case JSON:
		c.json(out, fs)
	case SARIF:
		c.sarif(out, fs)
	case GitHub:
		c.github(out, fs)
	}
	return out.Flush() // a bufio.Writer keeps its first error
}

// summary counts as [Checked] asks.
func (c *config) summary(fs []outcome.Finding) Summary {
	s := Count(fs)
	if c.checked >= 0 {
		s.Files = c.checked
	}
	return s
}
