package schema_test

import (
	"fmt"
	"log"
	"strings"

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

// Every finding about a map that comes from elsewhere, with no map in return.
func ExampleValidate() {
	weak := strings.Replace(cafe, "stones: [tables, waste]", "stones: [tables]", 1)
	found, err := schema.Validate(strings.NewReader(weak), schema.Name("cafe.yaml"))
	if err != nil {
		log.Fatal(err) // the reader failed
	}
	for _, f := range found {
		fmt.Println(f.Pos, f.Severity, f.Rule)
	}
	// Output:
	// cafe.yaml:6:30 warning OM301
	// cafe.yaml:8:5 warning OM304
}
