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

// ask puts a value to jsonschema, by the schema at a location.
func (d *decoder) ask(at string, v any) []leaf {
	d.asked++
	j, err := d.plan.judges()
	if err == nil {
		err = j.validate(at, v)
	}
	if err == nil {
		return nil
	}
	var fault *jsonschema.ValidationError
	if !errors.As(err, &fault) {
		return []leaf{{note: j.noteAt(at), text: err.Error()}}
	}
	return j.leaves(nil, fault)
}

func (j *judges) leaves(out []leaf, fault *jsonschema.ValidationError) []leaf {
	for _, cause := range fault.Causes {
		out = j.leaves(out, cause)
	}
	if len(fault.Causes) > 0 {
		return out
	}
	n, keyword := j.split(fault.AbsoluteKeywordLocation)
	return append(out, leaf{unescape(fault.InstanceLocation), n, keyword, fault.Message})
}

// split parts the location of a keyword into the schema that has it and the keyword.
func (j *judges) split(location string) (*note, string) {
	for at := len(location); at > 0; at = strings.LastIndexByte(location[:at], '/') {
		if n := j.notes[location[:at]]; n != nil {
			keyword, _, _ := strings.Cut(strings.TrimPrefix(location[at:], "/"), "/")
			return n, keyword
		}
	}
	return j.noteAt(location), ""
}

// unescape turns a location as jsonschema writes it, escaped as part of a URL, into a JSON Pointer.
func unescape(location string) string {
	if plain, err := url.PathUnescape(location); err == nil {
		return plain
	}
	return location
}

// mismatch steps over a value of another type than n reads, and asks about it. Where the plan is sure of the
// one type that there may be, null is as wrong as the value itself, whatever that holds.
func (d *decoder) mismatch(n *Node) {
	start := d.Pos
	if !d.Skip() || d.silent > 0 {
		return
	}
	d.report(d.ask(n.at, nil), start, d.Pos, d.Pointer())
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
	leaves := d.ask(n.at, v)
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
	s := scan.Scanner{Src: d.Src, Pos: start + 1}
	n := 0
	for ; n < upTo && s.More(start, ']', n == 0); n++ {
		s.SkipValid()
	}
	return n
}

// judgeAll puts the whole value from start to Pos to jsonschema.
func (d *decoder) judgeAll(n *Node, start int, pointer string) {
	s := scan.New(d.Src, d.opts.Depth)
	s.Pos = start
	leaves := d.ask(n.at, s.Any(0))
	d.report(leaves, start, d.Pos, pointer)
}
