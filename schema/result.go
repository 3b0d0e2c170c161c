package schema

import (
	"fmt"
	"strings"

	"github.com/outcomemap/outcomemap/outcome"
)

// A Result is a map file as it was read, with all that was found wrong or weak.
type Result struct {
	Name     string            // of the file, "" where none was given
	Format   Format            // in which it was read
	Map      *outcome.Map      // nil where nothing could be read; whole where no finding is an error
	Findings []outcome.Finding // sorted by place
	// More is how many findings were left out beyond [Limits.Findings]. The heaviest are kept, so that
	// an error is left out only where every kept one is an error, and Err never misses that a file has
	// one. Faults of structure are not counted on beyond the limit: the reading stops there, with a
	// finding of rule OM103 that says so.
	More   int
	Source string // text of the file, for excerpts; it is kept in memory as long as the texts of Map are
}

// Err returns an [*Error] with the findings that are errors, or nil where there are none.
func (r *Result) Err() error {
	var errs []outcome.Finding
	for _, f := range r.Findings {
		if f.Severity == outcome.Error {
			errs = append(errs, f)
		}
	}
	if errs == nil {
		return nil
	}
	return &Error{Name: r.Name, Findings: errs}
}

// An Error is why a map file cannot be used: every fault with its place, sorted.
type Error struct {
	Name     string            // of the file, "" where none was given
	Findings []outcome.Finding // never empty
}

// Error lists the faults, one a line as file:line:column, the first hundred of them.
func (e *Error) Error() string {
	const most = 100
	var b strings.Builder
	for i, f := range e.Findings {
		if i == most {
			fmt.Fprintf(&b, "\nand %d more", len(e.Findings)-most)
			break
		}
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(f.String())
	}
	return b.String()
}
