// Package plan reads a JSON text straight into Go structs and checks it against a JSON Schema in
// the same pass. A plan is compiled from the schema that jsonschema/v5 compiled, paired with the
// Go types by their json tags. That of map files is compiled by go generate and stands in mapplan.go
// as data, so that a program neither compiles a schema nor makes a plan before it reads its first map.
//
// The rule to know: jsonschema is the judge, the plan only spares it work. Where the plan is
// certain that jsonschema would accept, it goes on; every doubt is put to jsonschema itself, about
// that value alone, and what it answers becomes the finding. A part of the schema with a keyword
// that the plan does not know is always put to jsonschema, so an edit of the schema can never
// switch a rule off. Costs are linear in the text and, for doubts, in their number.
package plan

import "github.com/santhosh-tekuri/jsonschema/v5"

// A Plan knows how to read and check one kind of file. It is safe for concurrent use.
type Plan struct {
	root   *Node
	said   []said
	lists  int // numbered so far
	unsure []string
	judges func() (*judges, error) // made on the first doubt: most files raise none
}

// Unsure lists the locations in the schema that jsonschema always has to judge, because they use
// keywords that the plan does not know.
func (p *Plan) Unsure() []string { return p.unsure }

// Root returns the node of the whole file.
func (p *Plan) Root() *Node { return p.root }

// kind is what a Node reads.
type kind int8

const (
	object kind = iota
	list
	text
	number
	flag
	chance    // number or list of two: evidence.Range
	value     // text or number: evidence.Value
	oneOrMany // object or list of them: evidence.Baselines
	words     // object of texts: a map[string]string
	raw       // any object, kept as it is: pathway.Extra
	ignored   // no field in Go
	shorthand // stones of a pathway in place of its steps
)

// A Node is the plan of one value.
type Node struct {
	kind   kind
	at     string // location of the schema that judges a doubt, references resolved
	unsure bool   // jsonschema judges always
	want   string // what the value has to be, in words
	noun   string // what the value is called

	fields   []field // object
	required uint64
	never    []uint64    // sets of fields that cannot stand together
	needs    [][2]uint64 // where the first is, the second has to be
	least    int         // fewest fields
	extra    int         // index of the Go field for what is not known, -1: none

	elem     *Node // list, words, oneOrMany
	min, max int   // entries of a list, or characters of a text; max -1: no limit
	limit    limit
	list     int // number of the list

	form   form     // text
	enum   []string // text; nil: anything
	own    own      // text
	parsed bool     // text that its Go type parses

	low, high float64 // number
	pointer   bool    // the Go field is a pointer
}

type field struct {
	name      string
	node      *Node
	index     int // of the Go field, -1: none
	keepEmpty bool
}

func newNode(k kind, s *jsonschema.Schema) *Node {
	return &Node{kind: k, at: s.Location, extra: -1, max: -1}
}

// limit tells which of the caller's limits the entries of a list count against.
type limit int8

const (
	unlimited limit = iota
	stones
	links
)

// Field returns the node of a member, nil where there is none of that name.
func (n *Node) Field(name string) *Node {
	switch {
	case n == nil:
	case n.kind == object:
		for i := range n.fields {
			if n.fields[i].name == name {
				return n.fields[i].node
			}
		}
	case n.kind == words:
		return n.elem
	case n.kind == oneOrMany:
		return n.elem.elem.Field(name)
	}
	return nil
}

// Item returns the node of an entry, nil where the node is no list.
func (n *Node) Item() *Node {
	switch {
	case n == nil:
	case n.kind == oneOrMany:
		return n.elem.elem
	case n.kind == list, n.kind == chance, n.kind == shorthand:
		return n.elem
	}
	return nil
}

// WantsText reports whether the value has to be text.
func (n *Node) WantsText() bool {
	return n != nil && (n.kind == text || n.kind == ignored)
}

// TakesText reports whether the value may be text as well as a number.
func (n *Node) TakesText() bool { return n != nil && n.kind == value }

// Names returns the names of the fields of an object.
func (n *Node) Names() []string {
	if n == nil || n.kind != object {
		return nil
	}
	names := make([]string, len(n.fields))
	for i, f := range n.fields {
		names[i] = f.name
	}
	return names
}

// index of a field by its name, guess being the likeliest; -1: no such field.
func (n *Node) find(name string, guess int) int {
	if guess < len(n.fields) && n.fields[guess].name == name {
		return guess
	}
	for i := range n.fields {
		if n.fields[i].name == name {
			return i
		}
	}
	return -1
}
