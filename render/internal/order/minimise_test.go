package order

import (
	"bufio"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/outcomemap/outcomemap/internal/needtool"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// load reads one of the graphs of testdata: layers and boxes, then a line for each box with the boxes
// that it leads to.
func load(t testing.TB, name string) (links, *Graph) {
	t.Helper()
	if name == "board" {
		m := boardMap()
		return m, m.graph(t)
	}
	file, err := os.Open(filepath.Join("testdata", name+".txt"))
	require.NoError(t, err)
	defer file.Close()
	lines := bufio.NewScanner(file)
	numbers := func() (ns []int) {
		for _, word := range strings.Fields(lines.Text()) {
			n, err := strconv.Atoi(word)
			require.NoError(t, err)
			ns = append(ns, n)
		}
		return ns
	}
	require.True(t, lines.Scan())
	m := links{layers: numbers()[0]}
	m.layer = make([]int, numbers()[1])
	for i := range m.layer {
		m.layer[i] = i % m.layers
	}
	for lines.Scan() {
		ns := numbers()
		for _, to := range ns[1:] {
			m.edges = append(m.edges, [2]int{ns[0], to})
		}
	}
	return m, m.graph(t)
}

func (m links) graph(t testing.TB) *Graph {
	t.Helper()
	g, err := New(m.layers, m.layer, m.edges)
	require.NoError(t, err)
	return g
}

func crossings(t testing.TB, g *Graph, o Order) int64 {
	t.Helper()
	n, err := Crossings(g, o)
	require.NoError(t, err)
	return n
}

// measured is what others make of the graphs of testdata: the fewest crossings of Graphviz dot 2.43,
// dagre 0.8.5 and 3.1.3 and elkjs 0.12.1, each with every box held in its column, and of a plain trial
// of sifting.
var measured = []struct {
	graph        string
	peers, trial int64
}{
	{"board", 58, 58}, {"pw-60", 472, 471}, {"rand-60", 100, 98}, {"plant-60", 104, 106},
	{"pw-300", 19979, 20242}, {"rand-300", 4529, 4246}, {"plant-300", 1356, 1238},
	{"rand-1000", 50379, 44569}, {"plant-1000", 17205, 14223}, {"rand-3000", 465322, 392400},
}

func TestFewerCrossingsThanOthers(t *testing.T) {
	for _, tt := range measured {
		_, g := load(t, tt.graph)
		got := crossings(t, g, Minimise(g))
		t.Logf("%-10s %6d; peers %6d, trial %6d", tt.graph, got, tt.peers, tt.trial)
		assert.LessOrEqual(t, got, tt.peers, "%s: the best of the peers", tt.graph)
		assert.LessOrEqual(t, got, tt.trial, "%s: a trial", tt.graph)
	}
}

// On graphs that nobody tuned anything for, dot is never better.
func TestNeverWorseThanDot(t *testing.T) {
	path := needtool.Path(t, "dot")
	for _, n := range []int{30, 60, 120, 300, 1000} {
		for seed := range uint64(4) {
			if seed > 0 && (testing.Short() || n == 1000) {
				continue // dot takes most of the time
			}
			for _, family := range []struct {
				name string
				make func(int, uint64) links
			}{{"rand", randMap}, {"plant", plantMap}, {"pw", pwMap}} {
				m := family.make(n, 100+seed)
				g := m.graph(t)
				y, _ := m.dot(t, g, path)
				dot := newCounter(g).count(byHeight(g, y))
				got := crossings(t, g, Minimise(g))
				assert.LessOrEqual(t, got, dot, "%s of %d boxes, seed %d", family.name, n, seed)
			}
		}
	}
}

func TestMinimiseIsNeverWorseThanTheCallersOrder(t *testing.T) {
	for seed := range uint64(60) {
		m := randMap(int(6+seed), seed)
		g := m.graph(t)
		own := newStraight(g)
		assert.LessOrEqual(t, crossings(t, g, Minimise(g)), crossings(t, g, own.order()), "seed %d", seed)
	}
}

// On graphs small enough to try every order, the fewest crossings of all are found.
func TestMinimiseAgainstBruteForce(t *testing.T) {
	for seed := range uint64(25) {
		m := links{layers: 3, layer: []int{0, 1, 2, 0, 1, 2, 0, 1, 2, 1}}
		r := newRandom(seed)
		for range 12 {
			a, b := r.below(len(m.layer)), r.below(len(m.layer))
			if m.layer[a] != m.layer[b] {
				m.edges = append(m.edges, [2]int{a, b})
			}
		}
		g := m.graph(t)
		if g.Len() > 13 {
			continue
		}
		assert.Equal(t, fewest(g), crossings(t, g, Minimise(g)), "seed %d", seed)
	}
}

// fewest tries every order of every layer.
func fewest(g *Graph) int64 {
	s, c := newState(g), newCounter(g)
	least := c.count(s)
	var layer func(l int)
	var permute func(l, k int)
	layer = func(l int) {
		if l == s.Layers() {
			least = min(least, c.count(s))
			return
		}
		permute(l, 0)
	}
	permute = func(l, k int) {
		row := s.row(l)
		if k >= len(row)-1 {
			layer(l + 1)
			return
		}
		for i := k; i < len(row); i++ {
			swapPlaces(s, l, k, i)
			permute(l, k+1)
			swapPlaces(s, l, k, i)
		}
	}
	layer(0)
	return least
}

func swapPlaces(s *state, l, i, j int) {
	a, b := s.row(l)[i], s.row(l)[j]
	s.put(l, i, b)
	s.put(l, j, a)
}

func TestSameOrderAtAnyNumberOfProcessors(t *testing.T) {
	for _, name := range []string{"pw-60", "rand-300"} {
		_, g := load(t, name)
		want := Minimise(g)
		before := runtime.GOMAXPROCS(1)
		got := Minimise(g)
		runtime.GOMAXPROCS(before)
		assert.Equal(t, want, got, name)
	}
}

// The board's own order has 182 crossings, as render counts them too.
func TestBoardAsTheCallerHasIt(t *testing.T) {
	_, g := load(t, "board")
	assert.Equal(t, int64(182), newCounter(g).count(newStraight(g)))
}

func TestMinimiseOfLittle(t *testing.T) {
	for _, m := range []links{
		{}, {layers: 3}, {layers: 1, layer: []int{0, 0}}, {layers: 2, layer: []int{0, 1}, edges: [][2]int{{1, 0}, {1, 0}}},
		{layers: 1, layer: []int{0, 0}, edges: [][2]int{{0, 1}, {1, 1}}},
	} {
		g := m.graph(t)
		assert.Zero(t, crossings(t, g, Minimise(g)))
	}
}
