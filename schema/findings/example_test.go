package findings_test

import (
	"fmt"
	"log"
	"os"
	"testing/fstest"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema/findings"
)

// Findings know where they are; the file system says what stands there.
func ExampleWrite() {
	maps := fstest.MapFS{"maps/demo.json": {Data: []byte(`{
  "outcomeMap": "1", "title": "Demo",
  "columns": [{
    "id": "c1",
    "heading": "What we do",
    "stones": [
      {"id": "s1", "text": "Bake bread"},
      {"id": "s2", "texd": "Teach baking"}
    ]
  }]
}
`)}}
	found := []outcome.Finding{{
		Rule: "OM113", Severity: outcome.Error,
		Message: `stone "s2" has no field "texd"`, Hint: `did you mean "text"?`,
		Place: outcome.Place{
			Pointer: "/columns/0/stones/1/texd",
			Pos:     outcome.Position{File: "maps/demo.json", Line: 8, Column: 21, Offset: 178, Length: 6},
		},
	}}
	if err := findings.Write(os.Stdout, found, findings.Text, findings.Sources(maps.ReadFile)); err != nil {
		log.Fatal(err)
	}
	// Output:
	// maps/demo.json:8:21: error: OM113 stone "s2" has no field "texd" (did you mean "text"?)
	//     7 |       {"id": "s1", "text": "Bake bread"},
	//  >  8 |       {"id": "s2", "texd": "Teach baking"}
	//       |                    ^^^^^^
	// 1 error in 1 file
}

// On a GitHub runner a finding becomes an annotation of the line that it is about.
func ExampleWrite_annotations() {
	found := outcome.Check(&outcome.Map{Columns: []outcome.Column{{ID: "do", Level: "activites"}}}, outcome.Review)
	if err := findings.Write(os.Stdout, found, findings.GitHub); err != nil {
		log.Fatal(err)
	}
	// Output:
	// ::warning title=OM302::/columns/0: column "do" has no stones (fill it, or leave it out)
	// ::error title=OM207::/columns/0/level: no level "activites" (did you mean "activities"?)
}

// A program that only wants to know whether to go on counts.
func ExampleCount() {
	found := outcome.Check(&outcome.Map{Columns: []outcome.Column{{ID: "do", Level: "activites"}}}, outcome.Review)
	fmt.Println(findings.Count(found))
	// Output: 1 error, 1 warning
}
