package schema_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema"
)

const cafe = `
outcomeMap: "1"
title: Repair café
columns:
  - {level: activities, stones: [{id: tables, text: Set up repair tables}]}
  - {level: impact, stones: [{id: waste, text: Less is thrown away}]}
pathways:
  - {id: mending, stones: [tables, waste]}
`

// A pathway may name its stones alone: its steps follow from their columns.
func ExampleRead() {
	m, err := schema.Read(strings.NewReader(cafe))
	if err != nil {
		log.Fatal(err) // every fault, each with its place
	}
	for _, step := range m.Pathways[0].Steps {
		fmt.Println(step.Column, step.Stones)
	}
	// Output:
	// activities [tables]
	// impact [waste]
}

// All faults come at once, and a fault that follows from another is not told.
func ExampleRead_faults() {
	broken := strings.NewReplacer("title:", "titel:", "stones: [tables, waste]", "stones: [table, waste]").Replace(cafe)
	_, err := schema.Read(strings.NewReader(broken), schema.Name("cafe.yaml"))
	fmt.Println(err)

	var faults *schema.Error
	if errors.As(err, &faults) {
		fmt.Println(len(faults.Findings), "faults; the first is at", faults.Findings[0].Pos)
	}
	// Output:
	// cafe.yaml:3:1: error: OM113 an outcome map has no field "titel", and lacks "title" (did you mean "title"?)
	// cafe.yaml:8:28: error: OM202 no stone "table" (did you mean "tables"?)
	// 2 faults; the first is at cafe.yaml:3:1
}

// What is weak about a sound map is a warning; a map to be published has to do better.
func ExampleLoad() {
	res, err := schema.Load(strings.NewReader(cafe+"  - {id: new, stones: [tables]}\n"),
		schema.Profile(outcome.Final),
		schema.Settings(outcome.RuleSetting{Rule: "OM304", Severity: outcome.Info, Because: "the second pathway is new"}))
	if err != nil {
		log.Fatal(err) // the reader failed
	}
	for _, f := range res.Findings {
		fmt.Println(f, f.Because)
	}
	// Output:
	// 9:5: info: OM304 pathway "new" does not reach the last column, "impact" (say what difference it makes) the second pathway is new
}

// A map made by a program becomes a map file; what Read makes of it is the same map.
func ExampleWrite() {
	m := &outcome.Map{Title: "Repair café", Columns: []outcome.Column{
		{ID: "do", Stones: []outcome.Stone{{ID: "tables", Text: "Set up repair tables"}}},
	}}
	if err := schema.Write(os.Stdout, m, schema.YAML); err != nil {
		log.Fatal(err)
	}
	// Output:
	// outcomeMap: "1"
	// title: Repair café
	// columns:
	//   - id: do
	//     stones:
	//       - {id: tables, text: Set up repair tables}
}

// A folder of maps in a test or a program: name, and what is wrong.
func ExampleLoadAll() {
	for res, err := range schema.LoadAll(context.Background(), os.DirFS("testdata"), "good/**/*.yaml") {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(res.Name, res.Map.Title, res.Err())
	}
	// Output:
	// good/every_part.yaml Value and support employers <nil>
}

// A service that takes uploads bounds them more tightly than the library does by itself.
func ExampleWithLimits() {
	upload := strings.NewReader(cafe + strings.Repeat("# and on it goes\n", 100_000))
	_, err := schema.Read(upload, schema.WithLimits(schema.Limits{Bytes: 1 << 20, Stones: 500}))
	var faulty *schema.Error
	if errors.As(err, &faulty) {
		for _, f := range faulty.Findings {
			fmt.Println(f.Rule, f.Message)
		}
	}
	// Output:
	// OM103 the file has more than 1048576 bytes
}

// The schema makes an editor complete and explain what its user types, and lets other languages check
// the structure of maps. Write it to a file and name that file in the editor's settings.
func ExampleJSONSchema() {
	var s struct {
		Schema     string `json:"$schema"`
		Properties map[string]struct{ Description string }
	}
	if err := json.Unmarshal(schema.JSONSchema(), &s); err != nil {
		log.Fatal(err)
	}
	fmt.Println(s.Schema)
	fmt.Println("summary:", s.Properties["summary"].Description)
	// Output:
	// https://json-schema.org/draft/2020-12/schema
	// summary: The headline: one or two sentences (CommonMark).
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
