package plan

import (
	"fmt"
	"math/bits"
	"reflect"
	"slices"

	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/schema/internal/scan"
)

// mostOdd is how many fields that are not known are looked at in one object.
const mostOdd = 1000

// odds are the fields of one object that its schema does not know.
type odds struct {
	list  []odd
	first map[string]int // place of each name
}

type odd struct {
	name       string
	start, end int // of the value
}

func (d *decoder) object(n *Node, v reflect.Value) {
	open := d.Pos
	if d.Peek() != '{' {
		d.mismatch(n)
		return
	}
	if !d.Enter(false) {
		return
	}
	if n.pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	var seen uint64
	var odds odds
	next, top := 0, len(d.Path)-1
	for first := true; d.More(open, '}', first); first = false {
		at := d.Pos
		name, ok := d.Key(open)
		if !ok {
			return
		}
		d.Path[top].Name = name
		i := n.find(name, next)
		if i < 0 {
			d.odd(&odds, name, at)
			continue
		}
		f := &n.fields[i]
		next = i + 1
		if seen&(1<<i) != 0 {
			d.again(open, at, name)
			continue
		}
		seen |= 1 << i
		if f.index < 0 {
			d.read(f.node, reflect.Value{}, false)
		} else {
			d.read(f.node, v.Field(f.index), f.keepEmpty)
		}
	}
	if d.Err != nil {
		return
	}
	if odds.list != nil {
		d.settle(n, v, seen, odds.list)
	}
	d.Leave()
	if !n.whole(seen) || odds.list != nil {
		d.doubt(n, open, nil)
	}
}

// whole reports whether the set of fields is one that the schema certainly allows.
func (n *Node) whole(seen uint64) bool {
	if seen&n.required != n.required || bits.OnesCount64(seen) < n.least {
		return false
	}
	for _, never := range n.never {
		if seen&never == never {
			return false
		}
	}
	for _, need := range n.needs {
		if seen&need[0] != 0 && seen&need[1] != need[1] {
			return false
		}
	}
	return true
}

// again steps over a field whose name its object, which begins at open, had before.
func (d *decoder) again(open, at int, name string) {
	if len(d.Dups) < d.MaxDups {
		if d.firsts == nil {
			d.firsts = make(map[int]map[string]int)
		}
		if _, known := d.firsts[open][name]; !known {
			d.firsts[open] = make(map[string]int)
			for _, m := range membersOf(d.Src[:at], open) {
				d.firsts[open][m.name] = m.at
			}
		}
		d.Twice(at, d.firsts[open][name])
	}
	d.Skip()
}

// odd steps over the value of a field that is not known.
func (d *decoder) odd(odds *odds, name string, at int) {
	if before, twice := odds.first[name]; twice {
		d.Twice(at, before)
		d.Skip()
		return
	}
	if odds.first == nil {
		odds.first = make(map[string]int)
	}
	if len(odds.list) >= mostOdd {
		d.stop(Fault{Rule: rule.Limit, Pointer: d.Pointer(), At: at, Len: d.keyLen(at),
			Message: fmt.Sprintf("more than %d fields that are not known; what follows was not looked at", mostOdd)})
		return
	}
	odds.first[name] = at
	o := odd{name: name, start: d.Pos}
	d.Skip()
	o.end = d.Pos
	odds.list = append(odds.list, o)
}

// settle finds a place for the fields that are not known: the field that was meant, where it is
// clear and may be mended; else extra, where the object has it.
func (d *decoder) settle(n *Node, v reflect.Value, seen uint64, odds []odd) {
	var keep []odd
	meant := n.meant(names(odds), seen)
	for _, o := range odds {
		target, sure := meant[o.name]
		if !sure || !d.opts.Mend || n.fields[target].index < 0 {
			keep = append(keep, o)
			continue
		}
		d.mend(&n.fields[target], v.Field(n.fields[target].index), o)
	}
	if n.extra >= 0 && len(keep) > 0 {
		field := v.Field(n.extra)
		field.SetBytes(d.withOdds(field.Bytes(), keep))
	}
}

// mend reads the value of a misspelt field into the one that was meant, so that nothing follows from
// the slip. What else is wrong with it will be told when the name is right.
func (d *decoder) mend(f *field, v reflect.Value, o odd) {
	after, faults, dups := d.Pos, len(d.faults), len(d.Dups)
	d.Pos = o.start
	d.Path[len(d.Path)-1].Name = o.name
	d.silent++
	d.read(f.node, v, f.keepEmpty)
	d.silent--
	if !d.fatal {
		d.Pos, d.faults, d.Dups = after, d.faults[:faults], d.Dups[:dups]
	}
}

// withOdds returns extra with the fields added that it does not have yet.
func (d *decoder) withOdds(extra pathway.Extra, odds []odd) []byte {
	out := []byte{'{'}
	had := make(map[string]bool)
	if len(extra) > 0 {
		out = append(out, extra[:len(extra)-1]...)[1:]
		for _, m := range membersOf(string(extra), 0) {
			had[m.name] = true
		}
	}
	for _, o := range odds {
		if had[o.name] {
			continue
		}
		if len(out) > 1 {
			out = append(out, ',')
		}
		out = append(scan.AppendText(out, o.name), ':')
		value := scan.New(d.Src[:o.end], d.opts.Depth)
		value.Pos = o.start
		out = value.Compact(out)
	}
	return append(out, '}')
}

func names(odds []odd) []string {
	out := make([]string, len(odds))
	for i, o := range odds {
		out[i] = o.name
	}
	return out
}

// a member is one field of an object as it stands in the text.
type member struct {
	name  string
	at    int // of the name
	start int // of the value
}

// membersOf lists the fields of the well-formed object at open, each name once.
func membersOf(src string, open int) []member {
	var out []member
	s := scan.Scanner{Src: src, Pos: open + 1}
	seen := make(map[string]bool)
	for first := true; s.More(open, '}', first); first = false {
		m := member{at: s.Pos}
		m.name, _ = s.Key(open)
		m.start = s.Pos
		s.SkipValid()
		if !seen[m.name] {
			seen[m.name] = true
			out = append(out, m)
		}
	}
	return slices.Clip(out)
}
