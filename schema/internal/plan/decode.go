package plan

import (
	"reflect"
	"slices"

	"github.com/outcomemap/outcomemap/schema/internal/scan"
)

// Options bound a reading.
type Options struct {
	Depth  int
	Stones int
	Links  int
	Faults int  // most faults kept
	Mend   bool // read a misspelt field as the one that was meant, to look further
	Judge  bool // put the whole file to jsonschema, whatever the plan is certain of
}

// A Reading is what Read made of a text.
type Reading struct {
	Faults []Fault
	Fatal  bool // the text could not be read to its end, or says that it is something else
	Asked  int  // questions put to jsonschema
}

// Read reads src into *into, a pointer to the type that the plan was made for. What is sound is
// read even where something else is not.
func (p *Plan) Read(src string, into any, opts Options) Reading {
	d := &decoder{Scanner: *scan.New(src, opts.Depth), plan: p, opts: opts, left: [...]int{stones: opts.Stones, links: opts.Links}}
	d.MaxDups = opts.Faults
	d.room, d.gathered = 1<<20+sparseness*int64(len(src)), make([]gathering, p.lists)
	root := reflect.ValueOf(into).Elem()
	d.Peek()
	start := d.Pos
	if opts.Judge {
		d.silent++
	}
	d.read(p.root, root, true)
	if opts.Judge && d.Err == nil {
		d.silent--
		d.judgeAll(p.root, start, "")
	}
	if d.Err == nil {
		d.End()
	}
	return d.reading()
}

// sparseness is how many bytes of memory the entries of lists may take for a byte of text. The
// shortest assessment that says anything takes 10; a list of empty objects would take 100.
const sparseness = 16

type decoder struct {
	scan.Scanner
	plan     *Plan
	opts     Options
	left     [3]int // of each limit
	silent   int    // above 0: jsonschema will judge a value around this one
	faults   []Fault
	fatal    bool
	asked    int
	room     int64       // bytes that entries of lists may still take
	gathered []gathering // by list

	firsts map[int]map[string]int // of an object with a key twice: the first place of each
}

// ShortColumn stands in Step.Column where a pathway names its stones without steps. No file can
// have it there.
const ShortColumn = "\x00"

// read reads the value at Pos into v. An empty list stays nil unless keepEmpty is set.
func (d *decoder) read(n *Node, v reflect.Value, keepEmpty bool) {
	if n.unsure && d.silent == 0 {
		start, pointer := d.Pos, d.Pointer()
		d.silent++
		d.byKind(n, v, keepEmpty)
		d.silent--
		if d.Err == nil {
			d.judgeAll(n, start, pointer)
		}
		return
	}
	d.byKind(n, v, keepEmpty)
}

func (d *decoder) byKind(n *Node, v reflect.Value, keepEmpty bool) {
	switch n.kind {
	case object:
		d.object(n, v)
	case list:
		d.list(n, v, keepEmpty)
	case text:
		d.text(n, v)
	case number:
		d.number(n, v)
	case flag:
		d.flag(n, v)
	case chance:
		d.chance(n, v)
	case value:
		d.value(n, v)
	case oneOrMany:
		d.oneOrMany(n, v)
	case words:
		d.words(n, v)
	case raw:
		d.raw(n, v)
	case ignored:
		d.text(n, reflect.ValueOf(new(string)).Elem())
	case shorthand:
		d.shorthand(n, v)
	}
}

func (d *decoder) oneOrMany(n *Node, v reflect.Value) {
	switch d.Peek() {
	case '[':
		d.list(n.elem, v, false)
	case '{':
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		d.read(n.elem.elem, v.Index(0), false)
	default:
		d.mismatch(n)
	}
}

func (d *decoder) raw(n *Node, v reflect.Value) {
	if d.Peek() != '{' {
		d.mismatch(n)
		return
	}
	if text := d.Compact(nil); d.Err == nil && len(text) > len("{}") {
		v.SetBytes(slices.Clip(text))
	}
}

func (d *decoder) shorthand(n *Node, v reflect.Value) {
	if d.Peek() != '[' {
		d.mismatch(n)
		return
	}
	ids := reflect.ValueOf(new([]string)).Elem()
	d.list(n.elem, ids, true)
	if d.Err == nil && v.IsNil() {
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		v.Index(0).FieldByName("Column").SetString(ShortColumn)
		v.Index(0).FieldByName("Stones").Set(ids)
	}
}

func (d *decoder) words(n *Node, v reflect.Value) {
	open := d.Pos
	if d.Peek() != '{' {
		d.mismatch(n)
		return
	}
	if !d.Enter(false) {
		return
	}
	out := reflect.MakeMap(v.Type())
	entry := reflect.New(v.Type().Elem()).Elem()
	first := make(map[string]int)
	for start := true; d.More(open, '}', start); start = false {
		at := d.Pos
		name, ok := d.Key(open)
		if !ok {
			return
		}
		d.Path[len(d.Path)-1].Name = name
		if before, twice := first[name]; twice {
			d.Twice(at, before)
			d.Skip()
			continue
		}
		first[name] = at
		entry.SetZero()
		d.read(n.elem, entry, false)
		out.SetMapIndex(reflect.ValueOf(name), entry)
	}
	if d.Err != nil {
		return
	}
	d.Leave()
	if out.Len() > 0 {
		v.Set(out)
	}
}
