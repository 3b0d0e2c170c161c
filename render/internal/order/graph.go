package order

import "fmt"

// Graph is a layered graph in which every link joins neighbouring layers: New splits a longer link
// with a dummy in each layer between. Items are numbered 0 to Len-1: first the caller's nodes, then
// the dummies. A Graph is never changed once made, and may be shared.
type Graph struct {
	nodes  int
	layer  []int32 // of each item
	chains []int32 // first dummy of each edge, one more entry at the end

	first []int32 // first slot of each layer; a slot is an item's place in the caller's order
	item  []int32 // item in each slot
	slot  []int32 // slot of each item
	left  lists   // slots of the neighbours of each slot, one layer to the left
	right lists   // and one to the right
}

// lists holds a list for each slot, one behind the other.
type lists struct{ off, to []int32 }

func (l *lists) of(s int32) []int32 { return l.to[l.off[s]:l.off[s+1]] }

// New makes a graph of the given number of layers. layer holds the layer of each node; the order of
// the nodes in a layer is the caller's order. A link may run either way and over any number of
// layers; one inside a layer crosses nothing that is counted here and has no part in the graph.
// Layers and ends that do not exist are an error, as are more than 16 million layers or items. Costs
// are linear in nodes, links and dummies.
func New(layers int, layer []int, edges [][2]int) (*Graph, error) {
	if err := check(layers, layer, edges); err != nil {
		return nil, err
	}
	g := &Graph{nodes: len(layer), chains: make([]int32, len(edges)+1)}
	dummies := int32(0)
	for i, e := range edges {
		g.chains[i] = int32(len(layer)) + dummies
		a, b := span(layer, e)
		dummies += int32(max(layer[b]-layer[a]-1, 0))
	}
	g.chains[len(edges)] = int32(len(layer)) + dummies
	g.layer = make([]int32, len(layer)+int(dummies))
	for i, l := range layer {
		g.layer[i] = int32(l)
	}
	for i, e := range edges {
		a, _ := span(layer, e)
		for d := g.chains[i]; d < g.chains[i+1]; d++ {
			g.layer[d] = int32(layer[a]) + 1 + d - g.chains[i]
		}
	}
	g.fill(layers)
	g.link(layer, edges)
	return g, nil
}

// most bounds layers and items: a link from the first of very many layers to the last has that many
// dummies, and an item takes about a hundred bytes.
const most = 1 << 24

// items counts the nodes and the dummies that links need.
func items(layer []int, edges [][2]int) int64 {
	n := int64(len(layer))
	for _, e := range edges {
		a, b := span(layer, e)
		n += int64(max(layer[b]-layer[a]-1, 0))
	}
	return n
}

func check(layers int, layer []int, edges [][2]int) error {
	if layers < 0 || layers > most {
		return fmt.Errorf("order: %d layers, more than %d or fewer than none", layers, most)
	}
	for i, l := range layer {
		if l < 0 || l >= layers {
			return fmt.Errorf("order: node %d is in layer %d of %d", i, l, layers)
		}
	}
	for i, e := range edges {
		if min(e[0], e[1]) < 0 || max(e[0], e[1]) >= len(layer) {
			return fmt.Errorf("order: link %d joins %d and %d, but there are %d nodes", i, e[0], e[1], len(layer))
		}
	}
	if items := items(layer, edges); items > most {
		return fmt.Errorf("order: %d nodes and dummies, more than %d", items, most)
	}
	return nil
}

// span returns the ends of a link from left to right.
func span(layer []int, e [2]int) (a, b int) {
	if layer[e[0]] > layer[e[1]] {
		return e[1], e[0]
	}
	return e[0], e[1]
}

// fill gives every item its slot: layer by layer, in each by number.
func (g *Graph) fill(layers int) {
	g.first = make([]int32, layers+1)
	for _, l := range g.layer {
		g.first[l+1]++
	}
	for l := range layers {
		g.first[l+1] += g.first[l]
	}
	g.item = make([]int32, len(g.layer))
	g.slot = make([]int32, len(g.layer))
	next := append([]int32(nil), g.first...)
	for i, l := range g.layer {
		g.slot[i], g.item[next[l]] = next[l], int32(i)
		next[l]++
	}
}

// link stores every piece of every link at both of its ends.
func (g *Graph) link(layer []int, edges [][2]int) {
	g.left.off = make([]int32, len(g.layer)+1)
	g.right.off = make([]int32, len(g.layer)+1)
	g.pieces(layer, edges, func(a, b int32) {
		g.right.off[a+1]++
		g.left.off[b+1]++
	})
	for s := range g.layer {
		g.left.off[s+1] += g.left.off[s]
		g.right.off[s+1] += g.right.off[s]
	}
	g.left.to = make([]int32, g.left.off[len(g.layer)])
	g.right.to = make([]int32, g.right.off[len(g.layer)])
	l, r := append([]int32(nil), g.left.off...), append([]int32(nil), g.right.off...)
	g.pieces(layer, edges, func(a, b int32) {
		g.right.to[r[a]], g.left.to[l[b]] = b, a
		r[a]++
		l[b]++
	})
}

// pieces calls f with the slots of both ends of each piece of each link, left end first.
func (g *Graph) pieces(layer []int, edges [][2]int, f func(a, b int32)) {
	for i, e := range edges {
		a, b := span(layer, e)
		if layer[a] == layer[b] {
			continue
		}
		from := g.slot[a]
		for d := g.chains[i]; d < g.chains[i+1]; d++ {
			f(from, g.slot[d])
			from = g.slot[d]
		}
		f(from, g.slot[b])
	}
}

// Layers returns the number of layers.
func (g *Graph) Layers() int { return len(g.first) - 1 }

// Len returns the number of items: nodes and dummies.
func (g *Graph) Len() int { return len(g.layer) }

// links returns how many pieces of links a slot has.
func (g *Graph) links(v int32) int { return len(g.left.of(v)) + len(g.right.of(v)) }

// Nodes returns the number of nodes. Items from this number on are dummies.
func (g *Graph) Nodes() int { return g.nodes }

// Layer returns the layer of an item.
func (g *Graph) Layer(item int) int { return int(g.layer[item]) }

// Chain returns the dummies that split a link, as the half-open range [from, to) of items, one for
// each layer between its ends from left to right: a link that runs back is passed from its end.
func (g *Graph) Chain(edge int) (from, to int) {
	return int(g.chains[edge]), int(g.chains[edge+1])
}
