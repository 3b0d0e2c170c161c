package plan

import (
	"bytes"
	"fmt"
	"io"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// MapID is the address by which the schema of map files names itself. Nothing is ever fetched from it.
const MapID = "https://outcomemap.org/schema/1/map.json"

// OfMaps returns the plan of map files, which src is the schema of. The schema is compiled on the first
// doubt: most files raise none.
func OfMaps(src []byte) *Plan {
	p := mapPlan
	p.judges = sync.OnceValues(func() (*judges, error) {
		root, err := Schema(src, MapID)
		if err != nil {
			return new(judges), err
		}
		return p.judgeBy(byLocation(root)), nil
	})
	return &p
}

// Schema compiles a JSON Schema that is complete in itself: nothing is read from elsewhere.
func Schema(src []byte, id string) (*jsonschema.Schema, error) {
	c := jsonschema.NewCompiler()
	c.ExtractAnnotations = true
	c.LoadURL = func(url string) (io.ReadCloser, error) {
		return nil, fmt.Errorf("%q is not loaded: the schema has to be complete in itself", url)
	}
	if err := c.AddResource(id, bytes.NewReader(src)); err != nil {
		return nil, err
	}
	return c.Compile(id)
}
