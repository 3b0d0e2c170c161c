package plan

import (
	"reflect"
	"slices"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

const wantChance = "a number or a list of two numbers"

// choice reads a schema of the form: if the type is typ, then one thing, else another.
func (c *compiler) choice(n *Node, s *jsonschema.Schema, want, typ string) (then, otherwise *jsonschema.Schema, ok bool) {
	n.want = want
	if s.If == nil || s.Then == nil || s.Else == nil {
		c.fail("%s: no choice of two", s.Location)
		return nil, nil, false
	}
	n.unsure = len(keywords(s)) != 3 ||
		!slices.Equal(keywords(s.If), []string{"Types"}) || !slices.Equal(s.If.Types, []string{typ})
	return s.Then, s.Else, true
}

// chance is a number, or a list of exactly two.
func (c *compiler) chance(s *jsonschema.Schema) *Node {
	n := newNode(chance, s)
	pair, single, ok := c.choice(n, s, wantChance, "array")
	if !ok {
		return n
	}
	float := reflect.TypeFor[float64]()
	both, one := c.list(pair, reflect.SliceOf(float)), c.node(single, float)
	n.elem, n.low, n.high = one, one.low, one.high
	n.unsure = n.unsure || both.unsure || one.unsure || both.min != 2 || both.max != 2 ||
		both.elem.unsure || both.elem.low != one.low || both.elem.high != one.high
	return n
}

// value is a text that says something, or a number.
func (c *compiler) value(s *jsonschema.Schema) *Node {
	n := newNode(value, s)
	word, single, ok := c.choice(n, s, "a number or text", "string")
	if !ok {
		return n
	}
	txt, num := c.text(word, reflect.TypeFor[string]()), c.node(single, reflect.TypeFor[float64]())
	n.low, n.high, n.min, n.max, n.own = num.low, num.high, txt.min, txt.max, txt.own
	n.unsure = n.unsure || txt.unsure || num.unsure || txt.form != anyForm || txt.enum != nil
	return n
}

// oneOrMany is an object, or a list of such objects.
func (c *compiler) oneOrMany(s *jsonschema.Schema, t reflect.Type) *Node {
	n := newNode(oneOrMany, s)
	many, one, ok := c.choice(n, s, "an object or a list of objects", "array")
	if !ok {
		return n
	}
	n.elem = c.node(many, reflect.SliceOf(t.Elem()))
	single := c.node(one, t.Elem())
	n.unsure = n.unsure || n.elem.unsure || n.elem.elem != single || n.elem.min > 0 || n.elem.max >= 0
	return n
}
