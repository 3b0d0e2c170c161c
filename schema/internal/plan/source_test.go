package plan

import (
	"go/format"
	"os"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/outcome"
)

func compiledMaps(t *testing.T) *Plan {
	t.Helper()
	src, err := os.ReadFile("../../outcomemap.schema.json")
	require.NoError(t, err)
	root, err := Schema(src, MapID)
	require.NoError(t, err)
	p, err := Compile(root, reflect.TypeFor[outcome.Map]())
	require.NoError(t, err)
	return p
}

// The plan that is part of the program is the one that the schema and the model make now.
func TestMapPlanIsUpToDate(t *testing.T) {
	now, err := format.Source(compiledMaps(t).Source("mapPlan"))
	require.NoError(t, err)
	got, err := os.ReadFile("mapplan.go")
	require.NoError(t, err)
	assert.Equal(t, string(now), string(got), "go generate ./... writes it")
}

// Nothing is lost on the way into Go and back: what was written says the same, node by node.
func TestMapPlanIsWhatWasCompiled(t *testing.T) {
	want := compiledMaps(t)
	assert.Equal(t, want.root, mapPlan.root)
	assert.Equal(t, want.said, mapPlan.said)
	assert.Equal(t, want.lists, mapPlan.lists)
	assert.Equal(t, want.unsure, mapPlan.unsure)
}

// Whatever the plan asks about, there is a schema to judge it.
func TestEveryNodeHasItsJudge(t *testing.T) {
	src, err := os.ReadFile("../../outcomemap.schema.json")
	require.NoError(t, err)
	p := OfMaps(src)
	j, err := p.judges()
	require.NoError(t, err)
	seen := map[*Node]bool{}
	var walk func(n *Node)
	walk = func(n *Node) {
		if n == nil || seen[n] {
			return
		}
		seen[n] = true
		assert.NotNil(t, j.schemas[n.at], n.at)
		walk(n.elem)
		for _, f := range n.fields {
			walk(f.node)
		}
	}
	walk(p.root)
	assert.Greater(t, len(seen), 100)
	for _, one := range p.said {
		assert.NotNil(t, j.schemas[one.at], one.at)
	}
}

// A plan whose schema cannot be compiled still reads, and says of what it doubts that it could not be judged.
func TestNoJudge(t *testing.T) {
	p := OfMaps([]byte(`{"$ref": "https://example.org/"}`))
	reading := p.Read(`{"outcomeMap": "1", "title": 5}`, new(outcome.Map), Options{Depth: 9, Stones: 9, Links: 9, Faults: 9})
	require.NotEmpty(t, reading.Faults)
	assert.Equal(t, "/title", reading.Faults[0].Pointer)
	assert.Contains(t, reading.Faults[0].Message, "is not loaded")
	_, err := Schema([]byte("{"), MapID)
	assert.ErrorContains(t, err, "unexpected EOF")
}

// A plan that holds itself comes to an end, in Go that does not compile.
func TestSourceOfWhatHoldsItself(t *testing.T) {
	n := &Node{kind: list, at: "tree"}
	n.elem = &Node{fields: []field{{name: "branches", node: n}}}
	p := &Plan{root: n}
	assert.Contains(t, string(p.Source("p")), `{name: "branches", node: &itself}`)
	assert.NotContains(t, string(mapPlan.Source("mapPlan")), "itself")
}
