package plan

import "reflect"

// chunk is how many entries are gathered in one piece of memory.
const chunk = 256

// gathering collects the entries of a list before their number is known, in chunks that are used
// again for the next list of the same kind. So a list costs one allocation of its exact size, and
// a long one is copied once rather than again and again as it grows.
type gathering struct {
	chunks []reflect.Value // slices; all but the last one in use are full
	count  int
	busy   bool
}

// next returns the place for one more entry, which is zero.
func (g *gathering) next(n *Node) reflect.Value {
	c, i := g.count/chunk, g.count%chunk
	if c == len(g.chunks) {
		g.chunks = append(g.chunks, reflect.New(n.typ).Elem())
		if c > 0 {
			g.chunks[c].Grow(chunk)
		}
	}
	in := g.chunks[c]
	if i >= in.Cap() {
		in.Grow(1)
	}
	if i >= in.Len() {
		in.SetLen(i + 1)
	}
	g.count++
	return in.Index(i)
}

// into sets v to what was gathered, and makes ready for the next list.
func (g *gathering) into(v reflect.Value) {
	if g.count > 0 {
		v.Grow(g.count) // without the header that reflect.MakeSlice allocates
		v.SetLen(g.count)
		for i, c := range g.chunks {
			if i*chunk >= g.count {
				break
			}
			reflect.Copy(v.Slice(i*chunk, g.count), c)
			c.Clear()
			c.SetLen(0)
		}
	}
	g.count, g.busy = 0, false
}

// gather returns where the entries of a list are collected. No type of the model holds itself, so
// that no list is begun again before it has ended; were there one, it would get memory of its own.
func (d *decoder) gather(n *Node) *gathering {
	g := &d.gathered[n.list]
	if g.busy {
		g = new(gathering)
	}
	g.busy = true
	return g
}
