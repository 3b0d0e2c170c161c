package plan

import (
	"reflect"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema/internal/scan"
)

func (d *decoder) text(n *Node, v reflect.Value) {
	if d.Peek() != '"' {
		d.mismatch(n)
		return
	}
	s, ok := d.quoted(n)
	if !ok {
		return
	}
	if n.parsed {
		// what does not parse is not in the enum either, and has been reported
		_ = v.Addr().Interface().(*outcome.Severity).UnmarshalText([]byte(s))
		return
	}
	v.SetString(s)
}

// quoted reads a text, and says what is wrong with it. It is false where it is no text of JSON.
func (d *decoder) quoted(n *Node) (s string, ok bool) {
	start := d.Pos
	if s, ok = d.Text(); !ok {
		return "", false
	}
	if !n.certain(s) {
		d.doubt(n, start, s)
	}
	d.own(n.own.problem(s), start)
	return s, true
}

func (d *decoder) number(n *Node, v reflect.Value) {
	x, ok := d.float(n)
	if !ok {
		return
	}
	if n.pointer {
		v.Set(reflect.ValueOf(&x))
		return
	}
	v.SetFloat(x)
}

// float reads a number. It is false where there is none that can be kept.
func (d *decoder) float(n *Node) (x float64, ok bool) {
	start := d.Pos
	if c := d.Peek(); c != '-' && (c < '0' || c > '9') {
		d.mismatch(n)
		return 0, false
	}
	source, ok := d.Number()
	if !ok {
		return 0, false
	}
	x, ok = scan.Float(source)
	if !ok {
		d.own(tooLarge(source), start)
		return 0, false
	}
	if x < n.low || x > n.high {
		d.doubt(n, start, x)
	}
	return x, true
}

func (d *decoder) flag(n *Node, v reflect.Value) {
	if c := d.Peek(); c != 't' && c != 'f' {
		d.mismatch(n)
		return
	}
	word, _ := d.Word()
	v.SetBool(word == "true")
}

func (d *decoder) chance(n *Node, v reflect.Value) {
	start := d.Pos
	if d.Peek() != '[' {
		if x, ok := d.float(n); ok {
			v.Set(reflect.ValueOf(&evidence.Range{Low: x, High: x}))
		}
		return
	}
	r, count := new(evidence.Range), 0
	if !d.Enter(true) {
		return
	}
	whole, top := true, len(d.Path)-1
	d.silent++
	for first := true; d.More(start, ']', first); first = false {
		d.Path[top].Index = count
		x, ok := d.float(n.elem)
		whole = whole && ok && n.elem.low <= x && x <= n.elem.high
		if count == 0 {
			r.Low = x
		}
		r.High = x
		count++
	}
	d.silent--
	if d.Err != nil {
		return
	}
	d.Leave()
	if count != 2 || !whole {
		d.doubt(n, start, nil)
		return
	}
	v.Set(reflect.ValueOf(r))
}

func (d *decoder) value(n *Node, v reflect.Value) {
	if d.Peek() == '"' {
		if s, ok := d.quoted(n); ok {
			v.Set(reflect.ValueOf(evidence.Text(s)))
		}
		return
	}
	if x, ok := d.float(n); ok {
		v.Set(reflect.ValueOf(evidence.Number(x)))
	}
}
