package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/outcomemap/outcomemap/schema"
)

// formatPage writes the reference of the map file, made from its JSON Schema.
func formatPage() []byte {
	root, err := ordered(json.NewDecoder(bytes.NewReader(schema.JSONSchema())))
	if err != nil {
		panic(err) // the schema is part of the program
	}
	var b bytes.Buffer
	b.WriteString("# The map file\n\n" +
		"Made from the [JSON Schema](../schema/outcomemap.schema.json) by `go generate`; do not edit.\n\n" +
		"A map file is JSON or YAML; both carry the same data under the same names. Point an editor at the schema and it\n" +
		"completes and explains every field. *Prose* is CommonMark without HTML; all other text is plain. A field marked **!** has to be there.\n\n" +
		"In YAML, an unquoted word where text is wanted is that text (`2021`, `no`). Anchors, aliases, tags and several documents in one file\n" +
		"are refused.\n\n## The file\n\n")
	fields(&b, root)
	defs := root.get("$defs")
	for _, name := range defs.keys {
		def := defs.get(name)
		if !def.has("properties") {
			continue
		}
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n", name, about(def))
		fields(&b, def)
	}
	b.WriteString("\n## Simple values\n\n| value | what it is |\n| --- | --- |\n")
	for _, name := range defs.keys {
		if def := defs.get(name); !def.has("properties") {
			fmt.Fprintf(&b, "| %s | %s |\n", name, cell(about(def)))
		}
	}
	return b.Bytes()
}

// about says what a definition is. Where fields that refer to it say what they are, that is its comment:
// an editor would show its description in place of theirs.
func about(def *object) string { return def.text("description") + def.text("$comment") }

func fields(b *bytes.Buffer, def *object) {
	required := def.list("required")
	b.WriteString("| field | holds | meaning |\n| --- | --- | --- |\n")
	props := def.get("properties")
	for _, name := range props.keys {
		p := props.get(name)
		mark := ""
		if slices.Contains(required, name) {
			mark = " **!**"
		}
		fmt.Fprintf(b, "| `%s`%s | %s | %s |\n", name, mark, holds(p), cell(p.text("description")))
	}
}

// holds words the type of a field.
func holds(p *object) string {
	switch {
	case p.has("$ref"):
		return strings.TrimPrefix(p.text("$ref"), "#/$defs/")
	case p.has("enum"):
		return "`" + strings.Join(p.list("enum"), "` `") + "`"
	case p.has("items") && p.text("type") == "array":
		return "list of " + holds(p.get("items"))
	case p.has("then"):
		return holds(p.get("else")) + " or " + holds(p.get("then"))
	}
	if types := p.list("type"); len(types) > 0 {
		return strings.Join(types, " or ")
	}
	return p.text("type")
}

func cell(text string) string { return strings.ReplaceAll(text, "|", "\\|") }

// object is a JSON object in the order of its file.
type object struct {
	keys   []string
	values map[string]any
}

func (o *object) has(key string) bool { return o != nil && o.values[key] != nil }

func (o *object) get(key string) *object {
	v, _ := o.values[key].(*object)
	if v == nil {
		return &object{}
	}
	return v
}

func (o *object) text(key string) string {
	s, _ := o.values[key].(string)
	return s
}

func (o *object) list(key string) []string {
	var texts []string
	all, _ := o.values[key].([]any)
	for _, v := range all {
		texts = append(texts, fmt.Sprint(v))
	}
	return texts
}

// ordered reads the object that the decoder stands before.
func ordered(dec *json.Decoder) (*object, error) {
	v, err := value(dec)
	o, _ := v.(*object)
	return o, err
}

func value(dec *json.Decoder) (any, error) {
	tok, err := dec.Token()
	if err != nil {
		return nil, err
	}
	switch tok {
	case json.Delim('['):
		list := []any{}
		for dec.More() {
			v, err := value(dec)
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		}
		_, err = dec.Token()
		return list, err
	case json.Delim('{'):
		o := &object{values: map[string]any{}}
		for dec.More() {
			key, err := dec.Token()
			if err != nil {
				return nil, err
			}
			name := fmt.Sprint(key)
			o.keys = append(o.keys, name)
			if o.values[name], err = value(dec); err != nil {
				return nil, err
			}
		}
		_, err = dec.Token()
		return o, err
	}
	return tok, nil
}
