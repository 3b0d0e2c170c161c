package plan

import "reflect"

// chunk is how many entries the largest piece of memory holds in which a list is gathered; the
// first ones hold less, so that a short list takes little.
const firstChunk, chunk = 4, 256

// gathering collects the entries of a list before their number is known, in pieces of memory that
// are used again for the next list of the same kind. So a list costs one allocation of its exact
// size, and a long one is copied once rather than again and again as it grows.
type gathering struct {
	chunks []reflect.Value // slices of full length; what is behind used entries is zero
	used   int             // chunks in use
	in     int             // entries in the last of them
	count  int
	busy   bool
}

// next returns the place for one more entry, which is zero.
func (g *gathering) next(list reflect.Type) reflect.Value {
	if g.used == 0 || g.in == g.chunks[g.used-1].Len() {
		if g.used == len(g.chunks) {
			g.chunks = append(g.chunks, newChunk(list, min(max(g.count, firstChunk), chunk)))
		}
		g.used++
		g.in = 0
	}
	g.in++
	g.count++
	return g.chunks[g.used-1].Index(g.in - 1)
}

// newChunk returns an empty list of a length.
func newChunk(list reflect.Type, n int) reflect.Value {
	c := reflect.New(list).Elem()
	c.Grow(n)
	c.SetLen(n)
	return c
}

// into sets v to what was gathered, and makes ready for the next list.
func (g *gathering) into(v reflect.Value) {
	v.Grow(g.count) // without the header that reflect.MakeSlice allocates
	v.SetLen(g.count)
	rest := v
	for _, c := range g.chunks[:g.used] {
		n := min(c.Len(), rest.Len())
		reflect.Copy(rest, c)
		c.Clear()
		rest = rest.Slice(n, rest.Len())
	}
	g.used, g.count, g.busy = 0, 0, false
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
