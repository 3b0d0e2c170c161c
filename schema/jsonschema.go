package schema

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"reflect"
	"sync"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema/internal/plan"
	"github.com/santhosh-tekuri/jsonschema/v5"
)

//go:embed outcomemap.schema.json
var jsonSchema []byte

// schemaID is the address by which the schema names itself. Nothing is ever fetched from it.
const schemaID = "https://outcomemap.org/schema/1/map.json"

// JSONSchema returns the JSON Schema (draft 2020-12) of the map file. Every field has a
// description, so that an editor that is given it completes and explains the fields of a map. It
// says all of the structure rules but what no schema can: dates that do not exist, texts of white
// space alone, and keys that stand twice.
func JSONSchema() []byte { return bytes.Clone(jsonSchema) }

// compiled is the plan made from the schema. Made on first use, in a millisecond or two; what judges by it
// is made on the first doubt, in ten times that. Read-only afterwards.
var compiled = sync.OnceValues(func() (*plan.Plan, error) {
	s, ok := plan.Tree(jsonSchema, schemaID)
	if !ok {
		return nil, errors.New("schema: the embedded JSON Schema has a keyword that no plan is made of")
	}
	p, err := plan.Compile(s, reflect.TypeFor[outcome.Map]())
	if err == nil {
		p.JudgeBy(func() (*jsonschema.Schema, error) { return compileSchema(jsonSchema) })
	}
	return p, err
})

// compileSchema compiles a schema that is complete in itself: nothing is read from elsewhere.
func compileSchema(src []byte) (*jsonschema.Schema, error) {
	c := jsonschema.NewCompiler()
	c.LoadURL = func(url string) (io.ReadCloser, error) {
		return nil, fmt.Errorf("%q is not loaded: the schema has to be complete in itself", url)
	}
	if err := c.AddResource(schemaID, bytes.NewReader(src)); err != nil {
		return nil, err
	}
	return c.Compile(schemaID)
}
