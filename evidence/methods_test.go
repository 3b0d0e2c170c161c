package evidence_test

import (
	"fmt"

	"github.com/outcomemap/outcomemap/evidence"
)

// Where does a figure come from, and when should one not use it?
func ExampleMethods() {
	for _, method := range evidence.Methods() {
		if method.Figure == "probative.ifIndependent" {
			fmt.Println(method.Rule)
			fmt.Println("Assumes:", method.Assumes)
			fmt.Println("Not for:", method.NotFor)
		}
	}
	// Output:
	// The product of the posteriors of the chain. 0 at the low end where a link has no claim or a claim no posterior.
	// Assumes: Claims hold independently, and all of them are needed.
	// Not for: Pathways with several ways through: see reliability.
}
