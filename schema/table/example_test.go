package table_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/outcomemap/outcomemap/schema/table"
)

// A report has the map, then a pathway whose first cell is spelt otherwise. It is read as the same
// stone, and said so; the sentence around the tables stays what it is.
func ExampleLoad() {
	report := strings.Join([]string{
		"Community garden",
		"",
		"This map was made by the neighbours.",
		"",
		"What we do\tWho with\tWhat difference does this make?",
		"Open the garden every day\tNeighbours\tPeople are less lonely",
		"Teach growing food\tSchools\t",
		"",
		"Meeting each other",
		"",
		"What we do\tWho with\tWhat difference does this make?",
		"Open the garden evry day\tNeighbours\tPeople are less lonely",
	}, "\n")
	res, err := table.Load(strings.NewReader(report), table.Name("garden.txt"))
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range res.Map.Columns {
		fmt.Printf("%s: %d stones\n", c.Heading, len(c.Stones))
	}
	for _, p := range res.Map.Pathways {
		fmt.Printf("pathway %q, %d steps\n", p.Title, len(p.Steps))
	}
	for _, f := range res.Findings {
		fmt.Println(f)
	}
	// Output:
	// What we do: 2 stones
	// Who with: 2 stones
	// What difference does this make?: 1 stones
	// pathway "Meeting each other", 3 steps
	// garden.txt:12:1: warning: OM404 table 2, row 1, "What we do": "Open the garden evry day" was read as the stone "Open the garden every day", which differs in spelling (see that they are the same)
}
