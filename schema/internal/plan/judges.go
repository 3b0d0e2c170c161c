package plan

import (
	"reflect"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// said is what a plan says of the schema at a location, in words.
type said struct{ at, want, noun string }

// judges are the compiled schemas, and what is known of each.
type judges struct {
	schemas map[string]*jsonschema.Schema // by location
	notes   map[string]*note              // by location
}

// note is what is known of a schema, to word what jsonschema finds by it.
type note struct {
	schema *jsonschema.Schema
	def    string // its name under $defs, or ""
	want   string
	noun   string
}

// judgeBy pairs what the plan says with the schemas that it says it of.
func (p *Plan) judgeBy(schemas map[string]*jsonschema.Schema) *judges {
	j := &judges{schemas: schemas, notes: make(map[string]*note, len(p.said))}
	for _, words := range p.said {
		j.note(words)
	}
	return j
}

// note keeps what is said of a schema, and of the branches where it is a choice.
func (j *judges) note(words said) {
	s := j.schemas[words.at]
	_, def, _ := strings.Cut(words.at, "#/$defs/")
	if strings.Contains(def, "/") {
		def = ""
	}
	j.notes[words.at] = &note{schema: s, def: def, want: words.want, noun: words.noun}
	for _, branch := range []*jsonschema.Schema{s.If, s.Then, s.Else} {
		if branch != nil && branch.Ref == nil {
			j.notes[branch.Location] = &note{schema: branch, want: words.want, noun: words.noun}
		}
	}
}

// noteAt never returns nil.
func (j *judges) noteAt(location string) *note {
	if n := j.notes[location]; n != nil {
		return n
	}
	return &note{schema: new(jsonschema.Schema), want: "something else", noun: "value"}
}

// validate has a value judged by the schema at a location.
func (j *judges) validate(at string, v any) error {
	return j.schemas[at].Validate(v)
}

// byLocation collects a schema and all that it uses.
func byLocation(root *jsonschema.Schema) map[string]*jsonschema.Schema {
	all := make(map[string]*jsonschema.Schema)
	collect(reflect.ValueOf(root), all)
	return all
}

func collect(v reflect.Value, into map[string]*jsonschema.Schema) {
	switch v.Kind() {
	case reflect.Pointer:
		s, ok := v.Interface().(*jsonschema.Schema)
		if ok && s != nil && into[s.Location] == nil {
			into[s.Location] = s
			collect(v.Elem(), into)
		}
	case reflect.Interface:
		if !v.IsNil() {
			collect(v.Elem(), into)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[jsonschema.Schema]() { // and no number or regular expression
			for _, f := range deciding() {
				collect(v.Field(f.Index[0]), into)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			collect(v.Index(i), into)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			collect(v.MapIndex(key), into)
		}
	}
}

// dynamic reports whether a schema has a reference that is looked up on the way.
func dynamic(s *jsonschema.Schema) bool { return s.DynamicRef != nil || s.RecursiveRef != nil }
