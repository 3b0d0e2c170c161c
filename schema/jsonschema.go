package schema

import (
	"bytes"
	_ "embed"
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
