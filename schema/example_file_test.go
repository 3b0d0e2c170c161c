package schema_test

import (
	"fmt"
	"log"

	"github.com/outcomemap/outcomemap/schema"
)

// The usual start: a map, or an error that tells file, line and column of every fault.
func ExampleReadFile() {
	m, err := schema.ReadFile("../examples/maps/ten-stones.yaml")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(m.Title)
	for _, p := range m.Pathways {
		fmt.Println("-", p.Title)
	}
	// Output:
	// Repair café
	// - Mending instead of buying
	// - Meeting the neighbours
}
