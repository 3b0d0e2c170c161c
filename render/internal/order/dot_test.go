package order

import (
	"bytes"
	"fmt"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// dotSource writes the graph for Graphviz, every box held in its column by an invisible spine.
func (m *links) dotSource() []byte {
	var b bytes.Buffer
	b.WriteString("digraph{rankdir=LR;node[shape=box,fixedsize=true,width=2,height=0.5,label=\"\"];edge[dir=none];\n")
	for l := range m.layers {
		fmt.Fprintf(&b, "{rank=same;c%d[style=invis];", l)
		for i, at := range m.layer {
			if at == l {
				fmt.Fprintf(&b, "n%d;", i)
			}
		}
		b.WriteString("}\n")
		if l > 0 {
			fmt.Fprintf(&b, "c%d->c%d[style=invis];\n", l-1, l)
		}
	}
	for _, e := range m.edges {
		fmt.Fprintf(&b, "n%d->n%d;\n", e[0], e[1])
	}
	b.WriteString("}\n")
	return b.Bytes()
}

// dot draws the map with Graphviz and returns the heights of all items, with what it took.
func (m *links) dot(t testing.TB, g *Graph, path string) ([]float64, time.Duration) {
	t.Helper()
	cmd := exec.Command(path, "-Tplain")
	cmd.Stdin = bytes.NewReader(m.dotSource())
	out, err := cmd.Output()
	require.NoError(t, err)
	x, y := make([]float64, m.layers), make([]float64, g.Len())
	num := func(s string) float64 {
		f, err := strconv.ParseFloat(s, 64)
		require.NoError(t, err)
		return f
	}
	edges := map[[2]int][]float64{}
	for line := range strings.Lines(string(out)) {
		f := strings.Fields(line)
		switch {
		case f[0] == "node" && f[1][0] == 'n':
			i, err := strconv.Atoi(f[1][1:])
			require.NoError(t, err)
			y[i], x[m.layer[i]] = num(f[3]), num(f[2])
		case f[0] == "edge" && f[1][0] == 'n':
			a, _ := strconv.Atoi(f[1][1:])
			b, _ := strconv.Atoi(f[2][1:])
			n, _ := strconv.Atoi(f[3])
			pts := make([]float64, 2*n)
			for k := range pts {
				pts[k] = num(f[4+k])
			}
			edges[[2]int{a, b}] = pts
		}
	}
	for i, e := range m.edges {
		from, to := g.Chain(i)
		for d := from; d < to; d++ {
			y[d] = splineAt(edges[e], x[g.Layer(d)])
		}
	}
	return y, cmd.ProcessState.UserTime()
}

// splineAt returns the height of a chain of cubic curves at x.
func splineAt(p []float64, x float64) float64 {
	for ; len(p) >= 8; p = p[6:] {
		if x > p[6] && len(p) > 8 {
			continue
		}
		lo, hi := 0.0, 1.0
		for range 50 {
			mid := (lo + hi) / 2
			if bezier(mid, p[0], p[2], p[4], p[6]) < x {
				lo = mid
			} else {
				hi = mid
			}
		}
		return bezier(lo, p[1], p[3], p[5], p[7])
	}
	return 0
}

func bezier(t, a, b, c, d float64) float64 {
	u := 1 - t
	return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d
}

// byHeight orders every layer from top to bottom.
func byHeight(g *Graph, y []float64) *state {
	s := newState(g)
	for l := range g.Layers() {
		slices.SortStableFunc(s.row(l), func(a, b int32) int {
			return -cmpf(y[g.item[a]], y[g.item[b]])
		})
		for i, v := range s.row(l) {
			s.pos[v] = int32(i)
		}
	}
	return s
}

func cmpf(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
