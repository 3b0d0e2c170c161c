package outcome

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/stretchr/testify/assert"
)

// A tidy pathway is judged without a graph, and has to be judged as the graph would.
func TestTidyPathwaysAgreeWithTheGraph(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	tidy, gaps := 0, 0
	c := &check{} // one for all, as for the pathways of a map
	for range 20_000 {
		m := randomPathway(r)
		p := &m.Pathways[0]
		if i := r.IntN(5); i < len(p.Steps) && len(p.Steps[i].Stones) > 1 { // two steps in one column
			s := &p.Steps[i]
			second := pathway.Step{Column: s.Column, Stones: s.Stones[1:]}
			s.Stones = s.Stones[:1]
			p.Steps = slices.Insert(p.Steps, i+1, second)
		}
		c.m = m
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
	assert.Greater(t, tidy, 4_000)
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
			if r.IntN(16) == 0 {
				ends = append(ends, id) // in the pathway or not
			}
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

// Something can be said of a link where evidence on it holds something up: package evidence finds the links
// that it is on.
func TestLinkSetsAgreeWithEvidence(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	has, lacks := 0, 0
	for range 2_000 {
		m := randomPathway(r)
		p := &m.Pathways[0]
		var ids []string
		for _, step := range p.Steps {
			ids = append(append(ids, step.Column), step.Stones...)
		}
		body := &evidence.Body{}
		for _, from := range ids {
			for _, to := range ids {
				body.Items = append(body.Items, evidence.Item{ID: from + " " + to, Bears: []evidence.Bearing{
					{About: pathway.Target{Pathway: "p", From: from, To: to}, Direction: evidence.Supports}}})
			}
		}
		holds := map[string]bool{}
		for _, l := range evidence.Score(m.Pathways, body)[0].Structure.Links {
			for _, cited := range l.Citations {
				holds[cited.Item] = true
			}
		}
		c := &check{m: m, linkSets: map[int]*linkSet{}}
		for _, from := range ids {
			for _, to := range ids {
				if from == to {
					continue // of which is told in another way
				}
				want := holds[from+" "+to]
				assert.Equal(t, want, c.links(0).has(from, to), "%s -> %s in %+v", from, to, p)
				if want {
					has++
				} else {
					lacks++
				}
			}
		}
	}
	assert.Greater(t, has, 5_000)
	assert.Greater(t, lacks, 5_000)
}

// Whatever stands in a list of the model has a kind, by which a change is told; texts belong to the thing
// that has the list.
func TestEveryElementHasAKind(t *testing.T) {
	kinds := map[string]reflect.Type{}
	var walk func(reflect.Type)
	walk = func(model reflect.Type) {
		switch model.Kind() {
		case reflect.Pointer:
			walk(model.Elem())
		case reflect.Struct:
			for i := range model.NumField() {
				walk(model.Field(i).Type)
			}
		case reflect.Slice:
			element := model.Elem()
			if element.Kind() != reflect.Struct {
				return
			}
			thing, _, _ := identify(reflect.Zero(element).Interface())
			if other := kinds[thing]; element != reflect.TypeFor[Stone]() { // which is told by its home
				assert.NotEqual(t, "entry", thing, "%v", element)
				assert.True(t, other == nil || other == element, "%q is %v and %v", thing, other, element)
				kinds[thing] = element
			}
			walk(element)
		}
	}
	walk(reflect.TypeFor[Map]())
	assert.Len(t, kinds, 21)
}

func TestNormal(t *testing.T) {
	for _, text := range []string{"", " ", "a", " A  b\t\nC ", "É  x", "a\u00a0b", "x\vy\fz", "ÀB", "AZaz@[`{", "\u2028a", "a\rb\v", "İx", "a "} {
		assert.Equal(t, strings.Join(strings.Fields(strings.ToLower(text)), " "), string(normal(nil, text)), "%q", text)
	}
}
