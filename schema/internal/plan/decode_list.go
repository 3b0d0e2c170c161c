package plan

import (
	"fmt"
	"reflect"

	"github.com/outcomemap/outcomemap/internal/rule"
)

func (d *decoder) list(n *Node, v reflect.Value, keepEmpty bool) {
	open := d.Pos
	if d.Peek() != '[' {
		d.mismatch(n)
		return
	}
	if !d.Enter(true) {
		return
	}
	entries, top := d.gather(n), len(d.Path)-1
	size := int64(v.Type().Elem().Size())
	for first := true; d.More(open, ']', first); first = false {
		d.Path[top].Index = entries.count
		if d.spend(n, size); d.Err != nil {
			return
		}
		d.read(n.elem, entries.next(v.Type()), false)
	}
	if d.Err != nil {
		return
	}
	d.Leave()
	count := entries.count
	entries.into(v)
	if count == 0 && keepEmpty {
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	}
	if count < n.min || n.max >= 0 && count > n.max {
		d.doubt(n, open, nil)
	}
}

// spend counts one entry of so many bytes against the limits, and stops the reading at one that is reached.
func (d *decoder) spend(n *Node, size int64) {
	l := n.limit
	if d.room -= size; d.room < 0 {
		d.stop(Fault{Rule: rule.Limit, Pointer: d.Pointer(), At: d.Pos, Len: 1,
			Message: "far more entries than there is text for", Hint: "entries that say nothing can be left out"})
		return
	}
	if l == unlimited {
		return
	}
	if d.left[l]--; d.left[l] >= 0 {
		return
	}
	most, what := d.opts.Stones, "stepping stones"
	if l == links {
		most, what = d.opts.Links, "links"
	}
	d.stop(Fault{Rule: rule.Limit, Pointer: d.Pointer(), At: d.Pos, Len: 1,
		Message: fmt.Sprintf("more than %d %s", most, what), Hint: RaiseLimit})
}
