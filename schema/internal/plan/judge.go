package plan

import (
	"errors"
	"net/url"
	"strings"

	"github.com/outcomemap/outcomemap/schema/internal/scan"
	"github.com/santhosh-tekuri/jsonschema/v5"
)

// A leaf is one thing that jsonschema has to say, by the keyword that says it.
type leaf struct {
	pointer string // below the value that was asked about
	note    *note
	keyword string
	text    string // in jsonschema's words
}

// ask puts a value to jsonschema.
func (d *decoder) ask(s *jsonschema.Schema, v any) []leaf {
	d.asked++
	p := d.plan
	err := p.judgeOf(s).Validate(v)
	if err == nil {
		return nil
	}
	var fault *jsonschema.ValidationError
	if !errors.As(err, &fault) {
		return []leaf{{note: p.noteAt(s.Location), text: err.Error()}}
	}
	return p.leaves(nil, fault)
}

func (p *Plan) leaves(out []leaf, fault *jsonschema.ValidationError) []leaf {
	for _, cause := range fault.Causes {
		out = p.leaves(out, cause)
	}
	if len(fault.Causes) > 0 {
		return out
	}
	n, keyword := p.split(fault.AbsoluteKeywordLocation)
	return append(out, leaf{unescape(fault.InstanceLocation), n, keyword, fault.Message})
}

// split parts the location of a keyword into the schema that has it and the keyword.
func (p *Plan) split(location string) (*note, string) {
	for at := len(location); at > 0; at = strings.LastIndexByte(location[:at], '/') {
		if n := p.index[location[:at]]; n != nil {
			keyword, _, _ := strings.Cut(strings.TrimPrefix(location[at:], "/"), "/")
			return n, keyword
		}
	}
	return p.noteAt(location), ""
}

// noteAt never returns nil.
func (p *Plan) noteAt(location string) *note {
	if n := p.index[location]; n != nil {
		return n
	}
	return &note{schema: p.root.schema, want: "something else", noun: "value"}
}

// unescape turns a location as jsonschema writes it, escaped as part of a URL, into a JSON Pointer.
func unescape(location string) string {
	if plain, err := url.PathUnescape(location); err == nil {
		return plain
	}
	return location
}

// mismatch steps over a value of another type than n reads, and asks about it.
func (d *decoder) mismatch(n *Node) {
	start := d.Pos
	c := d.Peek()
	if !d.Skip() || d.silent > 0 {
		return
	}
	d.report(d.ask(n.schema, emptyOf(c)), start, d.Pos, d.Pointer())
}

// emptyOf returns a value of the type that begins with c: which value it is makes no difference
// where the type is wrong already.
func emptyOf(c byte) any {
	switch c {
	case '{':
		return map[string]any{}
	case '[':
		return []any{}
	case '"':
		return ""
	case 't', 'f':
		return c == 't'
	case 'n':
		return nil
	}
	return 0.0
}

// doubt asks about the value from start to Pos. Of a container only its own size and names are
// put to jsonschema: what it holds is asked about on its own.
func (d *decoder) doubt(n *Node, start int, v any) {
	if d.silent > 0 {
		return
	}
	whole := n.kind == chance
	switch n.kind {
	case object:
		members := make(map[string]any)
		for _, m := range membersOf(d.Src, start) {
			members[m.name] = nil
		}
		v = members
	case list, shorthand:
		v = make([]any, d.count(start, n.max+1))
	case chance:
		s := scan.New(d.Src, d.opts.Depth)
		s.Pos = start
		v = s.Any(3)
	}
	leaves := d.ask(n.schema, v)
	if !whole {
		kept := leaves[:0]
		for _, l := range leaves {
			if l.pointer == "" {
				kept = append(kept, l)
			}
		}
		leaves = kept
	}
	d.report(leaves, start, d.Pos, d.Pointer())
}

// count returns how many entries the list at start has, at most upTo.
func (d *decoder) count(start, upTo int) int {
	s := scan.New(d.Src, d.opts.Depth)
	s.Pos = start + 1
	n := 0
	for first := true; n < upTo && s.More(start, ']', first); first = false {
		s.SkipValid()
		n++
	}
	return n
}

// judgeAll puts the whole value from start to Pos to jsonschema.
func (d *decoder) judgeAll(n *Node, start int, pointer string) {
	if d.silent > 0 {
		return
	}
	s := scan.New(d.Src, d.opts.Depth)
	s.Pos = start
	leaves := d.ask(n.schema, s.Any(0))
	d.report(leaves, start, d.Pos, pointer)
}
