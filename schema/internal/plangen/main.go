// Command plangen writes the plan of map files as Go, out of their JSON Schema and the types of the model.
//
//	go run ./internal/plangen outcomemap.schema.json internal/plan/mapplan.go
package main

import (
	"fmt"
	"go/format"
	"os"
	"reflect"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema/internal/plan"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: plangen SCHEMA FILE.go")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(schema, out string) error {
	src, err := os.ReadFile(schema)
	if err != nil {
		return err
	}
	root, err := plan.Schema(src, plan.MapID)
	if err != nil {
		return err
	}
	p, err := plan.Compile(root, reflect.TypeFor[outcome.Map]())
	if err != nil {
		return err
	}
	formatted, err := format.Source(p.Source("mapPlan"))
	if err != nil {
		return err
	}
	return os.WriteFile(out, formatted, 0o644)
}
