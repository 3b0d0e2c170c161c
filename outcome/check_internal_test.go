package outcome

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/outcomemap/outcomemap/pathway"
	"github.com/stretchr/testify/assert"
)

// A tidy pathway is judged without a graph, and has to be judged as the graph would.
func TestTidyPathwaysAgreeWithTheGraph(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	tidy, gaps := 0, 0
	for range 20_000 {
		m := randomPathway(r)
		p := &m.Pathways[0]
		c := &check{m: m}
		c.nodeIDs()
		l, ok := c.tidy(p)
		if !ok || len(p.Steps) < 2 {
			continue
		}
		tidy++
		connected := l.connected(p.Links != nil && len(p.Links) == 0)
		if !connected {
			gaps++
		}
		assert.Equal(t, p.Gaps().Connected, connected, "%+v", p)
		assert.Empty(t, p.Loops(), "%+v", p)
	}
	assert.Greater(t, tidy, 5_000)
	assert.Greater(t, gaps, 500)
}

// randomPathway makes a pathway through up to five columns, most often tidy.
func randomPathway(r *rand.Rand) *Map {
	p := pathway.Pathway{ID: "p"}
	m := &Map{}
	var ends []string
	for i := range 1 + r.IntN(5) {
		col := Column{ID: fmt.Sprintf("c%d", i)}
		step := pathway.Step{Column: col.ID}
		for j := range r.IntN(4) {
			id := fmt.Sprintf("s%d%d", i, j)
			col.Stones = append(col.Stones, Stone{ID: id})
			if r.IntN(4) > 0 {
				step.Stones = append(step.Stones, id)
				ends = append(ends, id)
			}
		}
		m.Columns = append(m.Columns, col)
		if r.IntN(6) > 0 {
			p.Steps = append(p.Steps, step)
			ends = append(ends, col.ID)
		}
	}
	if r.IntN(4) == 0 {
		p.Links = []pathway.Link{}
	}
	for range r.IntN(5) {
		if len(ends) < 2 {
			break
		}
		i, j := r.IntN(len(ends)), r.IntN(len(ends))
		if r.IntN(8) > 0 && i > j {
			i, j = j, i
		}
		p.Links = append(p.Links, pathway.Link{From: ends[i], To: ends[j]})
	}
	m.Pathways = []pathway.Pathway{p}
	return m
}

func TestNormal(t *testing.T) {
	for _, text := range []string{"", " ", "a", " A  b\t\nC ", "É  x", "a\u00a0b", "x\vy\fz", "ÀB", "\u2028a", "İx", "a "} {
		assert.Equal(t, strings.Join(strings.Fields(strings.ToLower(text)), " "), string(normal(nil, text)), "%q", text)
	}
}
