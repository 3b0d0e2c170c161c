// Package needtool finds the outside programs that some tests compare with.
package needtool

import (
	"os"
	"os/exec"
	"testing"
)

// Require is the environment variable that turns a skip into a failure, so that a run meant to
// have every tool cannot pass by lacking one.
const Require = "OUTCOMEMAP_REQUIRE_TOOLS"

// Path returns where the first of the named programs is. Where none is installed the test is
// skipped with a message that names them, or fails if [Require] is set.
func Path(t testing.TB, names ...string) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv(Require) != "" {
		t.Fatalf("none of %q is installed, and %s is set", names, Require)
	}
	t.Skipf("none of %q is installed", names)
	return ""
}
