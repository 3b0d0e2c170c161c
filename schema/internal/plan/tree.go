package plan

import (
	"bytes"
	"encoding/json"
	"math/big"
	"net/url"
	"reflect"
	"regexp"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// Tree reads a JSON Schema into the structs that jsonschema would make of it, fit to compile a plan
// from and not to judge by: see [Plan.JudgeBy]. It takes a twentieth of the time, as nothing is checked
// against the schema of schemas. It reports false for a schema that is not complete in itself, or that
// has a keyword it does not know: then only jsonschema knows what is meant.
func Tree(src []byte, id string) (*jsonschema.Schema, bool) {
	dec := json.NewDecoder(bytes.NewReader(src))
	dec.UseNumber()
	t := &tree{id: id, made: map[string]*jsonschema.Schema{}}
	if err := dec.Decode(&t.doc); err != nil {
		return nil, false
	}
	root := t.node("#", t.doc)
	return root, !t.strange
}

type tree struct {
	id      string
	doc     any
	made    map[string]*jsonschema.Schema // by location in the document
	strange bool
}

// node makes the schema at a location, once.
func (t *tree) node(at string, doc any) *jsonschema.Schema {
	if s := t.made[at]; s != nil {
		return s
	}
	s := &jsonschema.Schema{
		Location: t.id + at, Draft: jsonschema.Draft2020, ContainsEval: true,
		MinProperties: -1, MaxProperties: -1, MinItems: -1, MaxItems: -1, MinContains: 1, MaxContains: -1, MinLength: -1, MaxLength: -1,
	}
	t.made[at] = s
	members, ok := doc.(map[string]any)
	if !ok {
		t.strange = true
		return s
	}
	for _, key := range sorted(members) {
		t.keyword(s, key, at+"/"+url.PathEscape(key), members[key])
	}
	return s
}

// keyword takes over one member of a schema.
func (t *tree) keyword(s *jsonschema.Schema, key, at string, v any) {
	switch key {
	case "$schema":
		t.strange = t.strange || v != "https://json-schema.org/draft/2020-12/schema"
	case "$id":
		t.strange = t.strange || v != t.id
	case "$defs": // made where something refers to them
	case "$ref":
		s.Ref = t.ref(v)
	case "type":
		s.Types = t.types(v)
	case "const":
		s.Constant = []any{v}
	case "enum", "examples":
		*map[string]*[]any{"enum": &s.Enum, "examples": &s.Examples}[key] = as[[]any](t, v)
	case "title", "description", "$comment":
		*map[string]*string{"title": &s.Title, "description": &s.Description, "$comment": &s.Comment}[key] = as[string](t, v)
	case "not", "if", "then", "else", "items":
		*map[string]**jsonschema.Schema{"not": &s.Not, "if": &s.If, "then": &s.Then, "else": &s.Else, "items": &s.Items2020}[key] = t.node(at, v)
	case "properties":
		s.Properties = map[string]*jsonschema.Schema{}
		members := as[map[string]any](t, v)
		for _, name := range sorted(members) {
			s.Properties[name] = t.node(at+"/"+url.PathEscape(name), members[name])
		}
	case "additionalProperties":
		s.AdditionalProperties = v
		if _, closed := v.(bool); !closed {
			s.AdditionalProperties = t.node(at, v)
		}
	case "required":
		s.Required = t.texts(v)
	case "dependentRequired":
		s.DependentRequired = map[string][]string{}
		for name, needs := range as[map[string]any](t, v) {
			s.DependentRequired[name] = t.texts(needs)
		}
	case "pattern":
		s.Pattern = t.pattern(v)
	case "minimum", "maximum":
		*map[string]**big.Rat{"minimum": &s.Minimum, "maximum": &s.Maximum}[key] = t.rat(v)
	default:
		t.count(s, key, v)
	}
}

// count takes over a keyword that is a whole number.
func (t *tree) count(s *jsonschema.Schema, key string, v any) {
	to := map[string]*int{
		"minLength": &s.MinLength, "maxLength": &s.MaxLength, "minItems": &s.MinItems, "maxItems": &s.MaxItems,
		"minProperties": &s.MinProperties, "maxProperties": &s.MaxProperties,
	}[key]
	n, err := as[json.Number](t, v).Int64()
	if to == nil || err != nil {
		t.strange = true
		return
	}
	*to = int(n)
}

// as takes v for a T; what is none makes the schema a strange one.
func as[T any](t *tree, v any) T {
	got, ok := v.(T)
	t.strange = t.strange || !ok
	return got
}

// ref follows a reference to a definition of the same document.
func (t *tree) ref(v any) *jsonschema.Schema {
	name, ok := strings.CutPrefix(as[string](t, v), "#/$defs/")
	defs, _ := as[map[string]any](t, t.doc)["$defs"].(map[string]any)
	def := defs[name]
	if !ok || def == nil || url.PathEscape(name) != name {
		t.strange = true
		return nil
	}
	return t.node("#/$defs/"+name, def)
}

func (t *tree) types(v any) []string {
	if one, ok := v.(string); ok {
		return []string{one}
	}
	return t.texts(v)
}

func (t *tree) texts(v any) []string {
	var all []string
	for _, one := range as[[]any](t, v) {
		all = append(all, as[string](t, one))
	}
	return all
}

func (t *tree) pattern(v any) *regexp.Regexp {
	re, err := regexp.Compile(as[string](t, v))
	t.strange = t.strange || err != nil
	return re
}

func (t *tree) rat(v any) *big.Rat {
	r, ok := new(big.Rat).SetString(as[json.Number](t, v).String())
	t.strange = t.strange || !ok
	return r
}

// JudgeBy has all doubts put to the schema that compile returns in place of the one that the plan was
// made from, which has to say the same. It is called once, on the first doubt: most files raise none.
func (p *Plan) JudgeBy(compile func() (*jsonschema.Schema, error)) {
	p.judge = sync.OnceValue(func() map[string]*jsonschema.Schema {
		at := map[string]*jsonschema.Schema{}
		if root, err := compile(); err == nil {
			byLocation(reflect.ValueOf(root), at)
		}
		return at
	})
}

// judgeOf returns the schema that judges in place of s.
func (p *Plan) judgeOf(s *jsonschema.Schema) *jsonschema.Schema {
	if p.judge != nil {
		if judge := p.judge()[s.Location]; judge != nil {
			return judge
		}
	}
	return s
}

// byLocation collects a schema and all that it uses.
func byLocation(v reflect.Value, at map[string]*jsonschema.Schema) {
	switch v.Kind() {
	case reflect.Pointer:
		s, ok := v.Interface().(*jsonschema.Schema)
		if ok && s != nil && at[s.Location] == nil {
			at[s.Location] = s
			byLocation(v.Elem(), at)
		}
	case reflect.Interface:
		if !v.IsNil() {
			byLocation(v.Elem(), at)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[jsonschema.Schema]() {
			for _, f := range deciding() {
				byLocation(v.Field(f.Index[0]), at)
			}
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			byLocation(v.MapIndex(key), at)
		}
	}
}
