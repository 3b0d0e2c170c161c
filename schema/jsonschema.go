package schema

import (
	"bytes"
	_ "embed"
	"sync"

	"github.com/outcomemap/outcomemap/schema/internal/plan"
)

//go:generate go run ./internal/plangen outcomemap.schema.json internal/plan/mapplan.go

//go:embed outcomemap.schema.json
var jsonSchema []byte

// JSONSchema returns the JSON Schema (draft 2020-12) of the map file. Every field has a
// description, so that an editor that is given it completes and explains the fields of a map. It
// says all of the structure rules but what no schema can: dates that do not exist, texts of white
// space alone, and keys that stand twice.
func JSONSchema() []byte { return bytes.Clone(jsonSchema) }

// compiled is the plan of map files. What judges by the schema is made on the first doubt, and shared by
// all who read. Read-only afterwards.
var compiled = sync.OnceValue(func() *plan.Plan { return plan.OfMaps(jsonSchema) })
