// Package yamltext turns the YAML of a map file into JSON text, with a table from the places in the
// JSON to those in the YAML, so that one reader and one checker serve both.
//
// A plain scalar where the plan wants text is its source text, whatever YAML would make of it: 2021,
// no, an unquoted date. What has no equal in JSON (anchors, aliases, merge keys, tags, several
// documents, keys that are not text) is a fault. Nothing is expanded, so no file grows here.
package yamltext

import (
	"strings"
	"unicode/utf8"

	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/schema/internal/plan"
	"github.com/outcomemap/outcomemap/schema/internal/scan"
	"go.yaml.in/yaml/v4"
)

// Options bound a conversion.
type Options struct {
	Depth  int
	Nodes  int
	Faults int
}

// Text is a YAML file as JSON. Where Faults is not empty and Fatal is set, JSON is of no use.
type Text struct {
	JSON   string
	Faults []plan.Fault // places are offsets in the JSON, see Table
	Fatal  bool
	Table  Table
}

// Convert turns src into JSON. Src has to be UTF-8.
func Convert(src string, root *plan.Node, opts Options) Text {
	c := &converter{opts: opts}
	if n := c.load(src); n != nil {
		c.buf = make([]byte, 0, len(src)+len(src)/4)
		c.value(n, root)
	}
	return Text{JSON: string(c.buf), Faults: c.faults, Fatal: c.fatal, Table: Table{src, c.table}}
}

type converter struct {
	opts   Options
	buf    []byte
	table  []entry
	path   []scan.Segment
	faults []plan.Fault
	fatal  bool
}

// refuse notes a part of YAML that a map file does without.
func (c *converter) refuse(n *yaml.Node, message, hint string) {
	c.fatal = true
	c.fault(n, plan.Fault{Rule: rule.YAML, Message: message, Hint: hint})
}

func (c *converter) fault(n *yaml.Node, f plan.Fault) {
	if len(c.faults) > c.opts.Faults {
		return
	}
	if len(c.faults) == c.opts.Faults {
		c.fatal = true
		f = plan.TooMany(c.opts.Faults)
	}
	f.Pointer, f.At = (&scan.Scanner{Path: c.path}).Pointer(), len(c.buf)
	c.mark(n)
	c.faults = append(c.faults, f)
}

// mark notes that what is written next comes from n. Where that was said already, of a fault or of a
// name with nothing behind it, it counts what was said first.
func (c *converter) mark(n *yaml.Node) {
	e := entry{at: len(c.buf), line: int32(n.Line), column: int32(n.Column), length: 1}
	if bare(n) {
		e.length = int32(max(1, len(n.Value)))
	}
	c.table = append(c.table, e)
}

// value writes n. Of an alias, which was refused, nothing is left.
func (c *converter) value(n *yaml.Node, p *plan.Node) {
	c.features(n)
	c.mark(n)
	switch n.Kind {
	case yaml.MappingNode:
		c.mapping(n, p)
	case yaml.SequenceNode:
		c.sequence(n, p)
	case yaml.ScalarNode:
		c.scalar(n, p)
	}
}

// features refuses anchors, aliases and tags, and reports whether there is one.
func (c *converter) features(n *yaml.Node) bool {
	switch {
	case n.Kind == yaml.AliasNode:
		c.refuse(n, "an alias, *"+n.Value, "write the value out")
	case n.Anchor != "":
		c.refuse(n, "an anchor, &"+n.Anchor, "take it out, and write the value out where it is used")
	case n.Style&yaml.TaggedStyle != 0 || n.Tag == "!":
		c.refuse(n, "a tag, "+n.Tag, "take it out; text that looks like something else goes in quotes")
	default:
		return false
	}
	return true
}

func (c *converter) sequence(n *yaml.Node, p *plan.Node) {
	c.buf = append(c.buf, '[')
	c.path = append(c.path, scan.Segment{List: true})
	for i, item := range n.Content {
		if i > 0 {
			c.buf = append(c.buf, ',')
		}
		c.path[len(c.path)-1].Index = i
		c.value(item, p.Item())
	}
	c.path = c.path[:len(c.path)-1]
	c.buf = append(c.buf, ']')
}

func (c *converter) mapping(n *yaml.Node, p *plan.Node) {
	c.buf = append(c.buf, '{')
	c.path = append(c.path, scan.Segment{})
	wrote := false
	for i := 0; i < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		c.path[len(c.path)-1].Name = key.Value
		field := p.Field(key.Value)
		if field == nil && p.Names() != nil && cutByComma(n, key, value) {
			c.cutText(n, i)
			continue
		}
		c.key(key)
		if wrote {
			c.buf = append(c.buf, ',')
		}
		wrote = true
		c.mark(key)
		c.text(key)
		c.buf = append(c.buf, ':')
		if implicitNull(value) {
			c.mark(key) // there is nothing else to point at
		}
		c.value(value, field)
	}
	c.path = c.path[:len(c.path)-1]
	c.buf = append(c.buf, '}')
}

// key refuses names of fields that are not text.
func (c *converter) key(key *yaml.Node) {
	switch {
	case c.features(key):
	case key.Tag == "!!merge":
		c.refuse(key, "a merge key, <<", "write the fields out")
	case key.Kind != yaml.ScalarNode:
		c.refuse(key, "the name of a field is a list or an object", "it has to be text")
	case key.Style == 0 && key.Tag != "!!str":
		c.refuse(key, "the name of a field is not text: "+key.Value, `put it in quotes: "`+key.Value+`"`)
	}
}

// bare reports whether n is text and nothing else: no quotes, no anchor, no tag.
func bare(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Style == 0 && n.Anchor == "" && n.Tag != "!"
}

// implicitNull reports whether nothing at all was written.
func implicitNull(n *yaml.Node) bool { return bare(n) && n.Value == "" }

// cutByComma reports whether a key is the rest of a text that a comma cut off: in braces, with not
// even a colon behind it.
func cutByComma(in, key, value *yaml.Node) bool {
	return in.Style&yaml.FlowStyle != 0 && bare(key) && implicitNull(value) &&
		(value.Line > key.Line || value.Column == key.Column+utf8.RuneCountInString(key.Value))
}

// cutText words such a key, the one at i, with the text that it belongs to.
func (c *converter) cutText(n *yaml.Node, i int) {
	rest := n.Content[i].Value
	f := plan.Fault{Rule: rule.Type, Lost: true, Len: len(rest), Message: "a comma cuts a text in two: " + quoted(rest) + " reads as a field without a value",
		Hint: "put the whole text in quotes"}
	if i >= 2 && n.Content[i-1].Value != "" {
		before := n.Content[i-1].Value
		f.Hint += `: "` + before + ", " + rest + `"`
		if whole, isNumber := number(before + "." + rest); isNumber && n.Content[i-1].Style == 0 {
			f.Message = "a comma cuts a number in two: " + quoted(rest) + " reads as a field without a value"
			f.Hint = "write a dot for the decimal comma: " + whole
		}
	}
	c.fault(n.Content[i], f)
	c.buf = append(c.buf, ' ') // so that the next key has a place of its own
}

func quoted(s string) string { return `"` + s + `"` }

// scalar writes a text, or what a plain scalar stands for.
func (c *converter) scalar(n *yaml.Node, p *plan.Node) {
	if n.Style&^yaml.TaggedStyle != 0 || n.Tag != "!!null" && p.WantsText() {
		c.text(n)
		return
	}
	switch word, isNumber := number(n.Value); {
	case n.Tag == "!!null":
		c.buf = append(c.buf, "null"...)
	case isNumber:
		c.buf = append(c.buf, word...)
	case n.Tag == "!!bool" && !p.TakesText():
		c.buf = append(c.buf, strings.ToLower(n.Value)...)
	default:
		c.text(n)
	}
}

func (c *converter) text(n *yaml.Node) {
	c.buf = scan.AppendText(c.buf, n.Value)
}
