package table

import (
	"regexp"
	"sync"
)

// lazily returns a regular expression that is compiled when it is first used: to import the package costs nothing.
func lazily(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
