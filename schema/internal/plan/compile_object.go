package plan

import (
	"reflect"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

func (c *compiler) object(s *jsonschema.Schema, t reflect.Type) *Node {
	key := objectKey{s, t}
	if n := c.objects[key]; n != nil {
		return n
	}
	n := c.known(newNode(object, s), s, "an object", "object",
		"Properties", "Required", "AdditionalProperties", "MinProperties", "DependentRequired", "Not")
	c.objects[key] = n
	if s.AdditionalProperties != false {
		n.unsure = true
	}
	c.fields(n, s, t)
	n.least = s.MinProperties
	n.required = c.set(n, s.Required)
	for _, from := range sorted(s.DependentRequired) {
		n.needs = append(n.needs, [2]uint64{c.set(n, []string{from}), c.set(n, s.DependentRequired[from])})
	}
	c.never(n, s.Not)
	return n
}

// fields pairs the properties of the schema with the fields of the Go type, in the order of the
// Go type; what only the schema has comes last.
func (c *compiler) fields(n *Node, s *jsonschema.Schema, t reflect.Type) {
	for i := range t.NumField() {
		f := t.Field(i)
		name, opts, _ := strings.Cut(f.Tag.Get("json"), ",")
		property := s.Properties[name]
		if property == nil && t == targetType {
			continue // inside a pathway a target does not name it
		}
		if property == nil {
			c.fail("%s: no property for %v.%s", s.Location, t, f.Name)
			continue
		}
		if f.Type == extraType {
			n.extra = i
		}
		n.fields = append(n.fields, field{
			name: name, node: c.node(property, f.Type), index: i,
			keepEmpty: !strings.Contains(opts, "omitempty"),
		})
	}
	for _, name := range sorted(s.Properties) {
		if n.find(name, 0) < 0 {
			n.fields = append(n.fields, c.extraField(n, s, t, name))
		}
	}
	if len(n.fields) > 64 {
		c.fail("%s: more than 64 fields", s.Location)
	}
}

// extraField plans a property that has no Go field of its own.
func (c *compiler) extraField(n *Node, s *jsonschema.Schema, t reflect.Type, name string) field {
	property := s.Properties[name]
	if at := n.find("steps", 0); t == pathwayType && name == "stones" && at >= 0 {
		steps := n.fields[at]
		list := c.node(property, reflect.TypeFor[[]string]())
		short := &Node{kind: shorthand, at: list.at, unsure: list.unsure, want: list.want, noun: list.noun, extra: -1, max: -1, elem: list}
		return field{name: name, node: short, index: steps.index}
	}
	if !strings.HasPrefix(name, "$") {
		c.fail("%s: no Go field for %q", s.Location, name)
	}
	word := c.node(property, reflect.TypeFor[string]())
	ignore := new(*word)
	ignore.kind = ignored
	return field{name: name, node: ignore, index: -1}
}

// set returns the bits of the fields with these names.
func (c *compiler) set(n *Node, names []string) uint64 {
	var bits uint64
	for _, name := range names {
		i := n.find(name, 0)
		if i < 0 {
			n.unsure = true // asks for a field that there cannot be
			continue
		}
		bits |= 1 << i
	}
	return bits
}

// never reads a "not" that forbids some fields to stand together, its only known form.
func (c *compiler) never(n *Node, not *jsonschema.Schema) {
	if not == nil {
		return
	}
	for _, k := range keywords(not) {
		if k != "Properties" && k != "Required" {
			n.unsure = true
		}
	}
	for _, p := range not.Properties {
		if len(keywords(p)) > 0 {
			n.unsure = true
		}
	}
	if len(not.Required) == 0 {
		n.unsure = true
		return
	}
	n.never = append(n.never, c.set(n, not.Required))
}

func sorted[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
