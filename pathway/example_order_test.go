package pathway_test

import (
	"fmt"

	"github.com/outcomemap/outcomemap/pathway"
)

// What has to come before what; stones that lead to each other in a circle are one group.
func ExamplePathway_Order() {
	p := &pathway.Pathway{
		Steps: []pathway.Step{
			{Column: "do", Stones: []string{"meet"}},
			{Column: "feel", Stones: []string{"trust"}},
			{Column: "gain", Stones: []string{"talk"}},
			{Column: "difference", Stones: []string{"wellbeing"}},
		},
		Links: []pathway.Link{{From: "talk", To: "trust"}}, // talking brings more trust: a loop
	}
	fmt.Println(p.Order())
	fmt.Println("skipped:", p.SkippedColumns([]string{"do", "with", "feel", "gain", "change", "difference"}))
	// Output:
	// [[meet] [trust talk] [wellbeing]]
	// skipped: [with change]
}
