package plan

import (
	"fmt"
	"maps"
	"math"
	"math/big"
	"reflect"
	"slices"
	"sync"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/santhosh-tekuri/jsonschema/v5"
)

// Compile pairs a compiled schema with the Go type that its files are read into. A Go field that
// the schema lacks, or the other way round, is an error; a keyword that the plan does not know is
// not, see [Plan.Unsure].
func Compile(root *jsonschema.Schema, t reflect.Type) (*Plan, error) {
	c := &compiler{plan: new(Plan), objects: make(map[objectKey]*Node)}
	c.plan.root = c.node(root, t)
	schemas := byLocation(root)
	if slices.ContainsFunc(slices.Collect(maps.Values(schemas)), dynamic) {
		// What such a reference means depends on the way to it, so no part can be judged alone.
		c.plan.root = new(*c.plan.root)
		c.plan.root.at, c.plan.root.unsure = root.Location, true
		c.plan.unsure = append(c.plan.unsure, root.Location)
	}
	c.plan.judges = sync.OnceValues(func() (*judges, error) { return c.plan.judgeBy(schemas), nil })
	c.plan.said = latest(c.plan.said)
	slices.Sort(c.plan.unsure)
	c.plan.unsure = slices.Compact(c.plan.unsure)
	return c.plan, c.err
}

type compiler struct {
	plan    *Plan
	objects map[objectKey]*Node
	err     error
}

type objectKey struct {
	schema *jsonschema.Schema
	typ    reflect.Type
}

var (
	extraType     = reflect.TypeFor[pathway.Extra]()
	rangeType     = reflect.TypeFor[evidence.Range]()
	valueType     = reflect.TypeFor[evidence.Value]()
	baselinesType = reflect.TypeFor[evidence.Baselines]()
	severityType  = reflect.TypeFor[outcome.Severity]()
	pathwayType   = reflect.TypeFor[pathway.Pathway]()
	targetType    = reflect.TypeFor[pathway.Target]()
	stoneType     = reflect.TypeFor[outcome.Stone]()
	linkType      = reflect.TypeFor[pathway.Link]()
)

func (c *compiler) fail(format string, args ...any) {
	if c.err == nil {
		c.err = fmt.Errorf("plan: "+format, args...)
	}
}

// deref follows references that say nothing else.
func deref(s *jsonschema.Schema) *jsonschema.Schema {
	for range 100 {
		if s.Ref == nil || len(keywords(s)) != 1 {
			break
		}
		s = s.Ref
	}
	return s
}

func (c *compiler) node(s *jsonschema.Schema, t reflect.Type) *Node {
	s = deref(s)
	pointer := t.Kind() == reflect.Pointer
	if pointer {
		t = t.Elem()
	}
	n := c.byType(s, t)
	if pointer && n.kind == object {
		n = new(*n) // the same object may stand elsewhere without a pointer
	}
	n.pointer = pointer
	if n.unsure {
		c.plan.unsure = append(c.plan.unsure, s.Location)
	}
	n.noun = s.Title
	c.remember(s, n)
	return n
}

func (c *compiler) byType(s *jsonschema.Schema, t reflect.Type) *Node {
	switch {
	case t == extraType:
		return c.known(newNode(raw, s), s, "an object", "object")
	case t == rangeType:
		return c.chance(s)
	case t == valueType:
		return c.value(s)
	case t == baselinesType:
		return c.oneOrMany(s, t)
	case t.Kind() == reflect.Struct:
		return c.object(s, t)
	case t.Kind() == reflect.Slice:
		return c.list(s, t)
	case t.Kind() == reflect.String, t == severityType:
		return c.text(s, t)
	case t.Kind() == reflect.Float64:
		return c.number(s)
	case t.Kind() == reflect.Bool:
		return c.known(newNode(flag, s), s, "true or false", "boolean")
	case t.Kind() == reflect.Map:
		return c.words(s, t)
	}
	c.fail("no way to read a %v", t)
	return newNode(ignored, s)
}

// known marks n as unsure unless its schema asks for one type and uses no keywords but those named.
func (c *compiler) known(n *Node, s *jsonschema.Schema, want, typ string, names ...string) *Node {
	n.want = want
	if len(s.Types) != 1 || s.Types[0] != typ {
		n.unsure = true
	}
	for _, k := range keywords(s) {
		if k != "Types" && !slices.Contains(names, k) {
			n.unsure = true
		}
	}
	return n
}

// annotations are the fields of a compiled schema that decide nothing (ContainsEval without
// Contains does not, and jsonschema sets it always).
var annotations = []string{
	"Location", "Draft", "Title", "Description", "Default", "Comment", "ReadOnly", "WriteOnly", "Examples",
	"Deprecated", "ContainsEval",
}

// keywords lists the fields of s that are set and may decide something. It reads the struct itself,
// so that no keyword that jsonschema knows is overlooked.
func keywords(s *jsonschema.Schema) []string {
	var set []string
	v := reflect.ValueOf(s).Elem()
	for _, f := range deciding() {
		if !unset(f.Name, v.Field(f.Index[0])) {
			set = append(set, f.Name)
		}
	}
	return set
}

// deciding are the fields of a compiled schema that are no annotations.
var deciding = sync.OnceValue(func() (all []reflect.StructField) {
	for _, f := range reflect.VisibleFields(reflect.TypeFor[jsonschema.Schema]()) {
		if f.IsExported() && !slices.Contains(annotations, f.Name) {
			all = append(all, f)
		}
	}
	return all
})

func unset(name string, v reflect.Value) bool {
	switch {
	case v.Kind() == reflect.Int && name == "MinContains":
		return v.Int() == 1
	case v.Kind() == reflect.Int:
		return v.Int() == -1
	case v.Kind() == reflect.Slice, v.Kind() == reflect.Map:
		return v.Len() == 0
	}
	return v.IsZero()
}

// remember keeps what is said of s.
func (c *compiler) remember(s *jsonschema.Schema, n *Node) {
	c.plan.said = append(c.plan.said, said{at: s.Location, want: n.want, noun: n.noun})
}

// latest drops what was said of a schema before it was said again.
func latest(all []said) []said {
	seen := make(map[string]bool)
	var kept []said
	for _, one := range slices.Backward(all) {
		if !seen[one.at] {
			seen[one.at] = true
			kept = append(kept, one)
		}
	}
	slices.Reverse(kept)
	return kept
}

func (c *compiler) text(s *jsonschema.Schema, t reflect.Type) *Node {
	n := c.known(newNode(text, s), s, "text", "string", "MinLength", "MaxLength", "Pattern", "Enum", "Constant")
	n.min, n.max = s.MinLength, s.MaxLength
	n.parsed = t == severityType
	if s.Pattern != nil {
		n.form = form(max(0, slices.Index(patterns[:], s.Pattern.String())))
		n.unsure = n.unsure || n.form == anyForm
	}
	n.unsure = n.unsure || s.Enum != nil && s.Constant != nil // a text has to be in both
	for _, allowed := range append(slices.Clone(s.Enum), s.Constant...) {
		word, ok := allowed.(string)
		n.enum = append(n.enum, word)
		n.unsure = n.unsure || !ok
	}
	switch {
	case n.form == dateForm:
		n.own = realDate
	case n.min > 0 && s.Pattern == nil && n.enum == nil:
		n.own = notBlank
	}
	return n
}

func (c *compiler) number(s *jsonschema.Schema) *Node {
	n := c.known(newNode(number, s), s, "a number", "number", "Minimum", "Maximum")
	n.low, n.unsure = bound(s.Minimum, -math.MaxFloat64, n.unsure)
	n.high, n.unsure = bound(s.Maximum, math.MaxFloat64, n.unsure)
	return n
}

// bound takes over a bound that float64 holds exactly: only then does comparing numbers agree with
// what jsonschema does.
func bound(r *big.Rat, otherwise float64, unsure bool) (float64, bool) {
	if r == nil {
		return otherwise, unsure
	}
	x, exact := r.Float64()
	return x, unsure || !exact
}

func (c *compiler) list(s *jsonschema.Schema, t reflect.Type) *Node {
	n := c.known(newNode(list, s), s, "a list", "array", "Items2020", "MinItems", "MaxItems")
	n.min, n.max = s.MinItems, s.MaxItems
	n.list = c.plan.lists
	c.plan.lists++
	switch t.Elem() {
	case stoneType:
		n.limit = stones
	case linkType:
		n.limit = links
	}
	if s.Items2020 == nil {
		c.fail("%s: a list of anything", s.Location)
		return n
	}
	n.elem = c.node(s.Items2020, t.Elem())
	return n
}

func (c *compiler) words(s *jsonschema.Schema, t reflect.Type) *Node {
	n := c.known(newNode(words, s), s, "an object", "object", "AdditionalProperties")
	entry, ok := s.AdditionalProperties.(*jsonschema.Schema)
	if !ok {
		c.fail("%s: an object of anything", s.Location)
		return n
	}
	n.elem = c.node(entry, t.Elem())
	return n
}
