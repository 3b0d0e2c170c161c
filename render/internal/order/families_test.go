package order

import (
	"math"
	"math/rand/v2"
)

// The three families of made-up maps in six columns: boxes are dealt to the columns in turn.

// links is a graph before New.
type links struct {
	layers int
	layer  []int
	edges  [][2]int
}

func boxes(n int) links {
	m := links{layers: 6, layer: make([]int, n)}
	for i := range m.layer {
		m.layer[i] = i % m.layers
	}
	return m
}

func (m *links) add(seen map[[2]int]bool, a, b int) {
	if e := [2]int{a, b}; !seen[e] {
		seen[e] = true
		m.edges = append(m.edges, e)
	}
}

// further returns the layer a link from layer l leads to: a tenth skip one, a tenth of these two.
func (m *links) further(r *rand.Rand, l int) int {
	for l++; l+1 < m.layers && r.IntN(10) == 0; l++ {
	}
	return l
}

// inLayer returns how many boxes a layer has.
func (m *links) inLayer(l int) int { return (len(m.layer) - l + m.layers - 1) / m.layers }

// randMap: every box leads to one to three boxes at random.
func randMap(n int, seed uint64) links {
	r := rand.New(rand.NewPCG(seed, 1))
	m, seen := boxes(n), map[[2]int]bool{}
	for i, l := range m.layer {
		if l+1 == m.layers {
			continue
		}
		for range 1 + r.IntN(3) {
			to := m.further(r, l)
			m.add(seen, i, to+m.layers*r.IntN(m.inLayer(to)))
		}
	}
	return m
}

// plantMap: links lead to boxes at about the same height of a hidden order, one in twenty anywhere.
func plantMap(n int, seed uint64) links {
	r := rand.New(rand.NewPCG(seed, 2))
	m, seen := boxes(n), map[[2]int]bool{}
	height := make([]int, n)  // of each box
	boxAt := make([][]int, 6) // at each height
	for l := range boxAt {
		boxAt[l] = r.Perm(m.inLayer(l))
		for h, k := range boxAt[l] {
			height[l+m.layers*k] = h
		}
	}
	for i, l := range m.layer {
		if l+1 == m.layers {
			continue
		}
		for range 1 + r.IntN(3) {
			to := m.further(r, l)
			w := float64(m.inLayer(to))
			h := float64(height[i]) + math.Round(r.NormFloat64()*3)
			if r.IntN(20) == 0 {
				h = float64(r.IntN(int(w)))
			}
			m.add(seen, i, to+m.layers*boxAt[to][int(min(max(h, 0), w-1))])
		}
	}
	return m
}

// pwMap: a pathway for every ten boxes, one to four boxes a step, every step all-to-all with the next.
func pwMap(n int, seed uint64) links {
	r := rand.New(rand.NewPCG(seed, 3))
	m, seen := boxes(n), map[[2]int]bool{}
	for range n / 10 {
		var before []int
		for l := range m.layers {
			step := r.Perm(m.inLayer(l))[:1+r.IntN(4)]
			for i, k := range step {
				step[i] = l + m.layers*k
			}
			for _, a := range before {
				for _, b := range step {
					m.add(seen, a, b)
				}
			}
			before = step
		}
	}
	return m
}

// boardMap is the Programme Board map, its stones in the order of the published report: three
// pathways, every step all-to-all with the next, 84 links.
func boardMap() links {
	m, seen := links{layers: 6}, map[[2]int]bool{}
	for l, n := range []int{7, 7, 8, 8, 6, 4} {
		for range n {
			m.layer = append(m.layer, l)
		}
	}
	first := []int{0, 7, 14, 22, 30, 36} // box of each column
	for _, steps := range [][][]int{
		{{5}, {2}, {3, 6, 7}, {2, 6, 7}, {4, 5}, {0, 2, 3}}, // relationships
		{{3, 4, 6}, {1, 4}, {0, 1, 2}, {0, 1, 3}, {0, 1, 2}, {2}},
		{{0, 1, 2}, {0, 3, 6}, {4, 5}, {4, 5, 6}, {2}, {0, 1}}, // employers
	} {
		for l := range m.layers - 1 {
			for _, a := range steps[l] {
				for _, b := range steps[l+1] {
					m.add(seen, first[l]+a, first[l+1]+b)
				}
			}
		}
	}
	return m
}
