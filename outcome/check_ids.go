package outcome

import (
	"fmt"
	"slices"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/pathway"
)

// known is every id of the map, by kind: the first thing that bears it.
type known struct {
	nodes      map[string]node // columns and stones
	mixed      map[string]bool // ids of a column and of a stone, which stand for either as long as that is told
	pathways   map[string]int
	sources    map[string]int
	items      map[string]int
	groups     map[string]int
	criteria   map[string]int
	rounds     map[string]int
	progress   map[string]int
	confidence map[string]int

	through     [][]int // pathways by number of the stone or column, in order
	single      []int   // to take lists of one from
	passed      []passed
	rivals      map[owned]int
	assumptions map[owned]int
}

// node is a column, or a stone in it.
type node struct {
	column, stone int // stone is -1 for the column itself
	number        int // from 0, in the order of the map
}

// passed is the pathway, from 1, whose steps named a stone last, and how often they did.
type passed struct{ pathway, times int }

// owned is a rival or an assumption of one pathway, or, with pathway -1, of any.
type owned struct {
	pathway int
	id      string
}

// ids books every id and finds those that stand twice.
func (c *check) ids() {
	k := &c.known
	c.nodeIDs()
	body := &c.m.Evidence
	k.pathways = uniqueIDs(c, "pathway", "/pathways", c.m.Pathways, func(p *pathway.Pathway) string { return p.ID })
	k.sources = uniqueIDs(c, "source", "/evidence/sources", body.Sources, func(s *evidence.Source) string { return s.ID })
	k.items = uniqueIDs(c, "item", "/evidence/items", body.Items, func(i *evidence.Item) string { return i.ID })
	k.groups = uniqueIDs(c, "group", "/evidence/groups", body.Groups, func(g *evidence.Group) string { return g.ID })
	k.criteria = uniqueIDs(c, "criterion", "/evidence/criteria", body.Criteria, func(k *evidence.Criterion) string { return k.ID })
	k.rounds = uniqueIDs(c, "round", "/evidence/rounds", body.Rounds, func(r *evidence.Round) string { return r.ID })
	uniqueIDs(c, "indicator", "/evidence/indicators", body.Indicators, func(i *evidence.Indicator) string { return i.ID })
	levelID := func(l *evidence.Level) string { return l.ID }
	const progress, confidence = "/evidence/standard/progress", "/evidence/standard/confidence"
	uniqueIDs(c, "progress level", progress, body.Standard.Progress, levelID)
	uniqueIDs(c, "confidence level", confidence, body.Standard.Confidence, levelID)
	std := body.EffectiveStandard() // has each level once
	k.progress = uniqueIDs(c, "progress level", progress, std.Progress, levelID)
	k.confidence = uniqueIDs(c, "confidence level", confidence, std.Confidence, levelID)
	c.ownedIDs()
}

func uniqueIDs[T any](c *check, kind, list string, of []T, id func(*T) string) map[string]int {
	first := make(map[string]int, len(of))
	for i := range of {
		id := id(&of[i])
		if id == "" {
			continue
		}
		if j, taken := first[id]; taken {
			c.twice(kind, id, at(list, i, "id"), at(list, j, "id"))
			continue
		}
		first[id] = i
	}
	return first
}

func (c *check) twice(kind, id, here, first string) {
	c.find(rule.DuplicateID, here, fmt.Sprintf("%s %q stands twice", kind, id), "give one of the two another id", first)
}

func (c *check) nodeIDs() {
	size := len(c.m.Columns)
	for i := range c.m.Columns {
		size += len(c.m.Columns[i].Stones)
	}
	nodes := make(map[string]node, size)
	c.known.nodes, c.known.mixed = nodes, map[string]bool{}
	for i := range c.m.Columns {
		col := &c.m.Columns[i]
		c.nodeID(nodes, col.ID, node{column: i, stone: -1})
		pasted, twin := c.pasted(i), nodes[col.ID].column
		for j := range col.Stones {
			if first, taken := nodes[col.Stones[j].ID]; pasted && taken && first.column == twin {
				continue // the whole column stands twice, which is told of already
			}
			c.nodeID(nodes, col.Stones[j].ID, node{column: i, stone: j})
		}
	}
}

func (c *check) nodeID(nodes map[string]node, id string, n node) {
	if id == "" {
		return
	}
	if first, taken := nodes[id]; taken {
		kind := "stone"
		switch {
		case n.stone < 0 && first.stone < 0:
			kind = "column"
		case n.stone < 0 || first.stone < 0:
			kind = "the id of a column and a stone,"
			c.known.mixed[id] = true
		}
		c.twice(kind, id, n.pointer(), first.pointer())
		return
	}
	n.number = len(nodes)
	nodes[id] = n
}

func (n node) pointer() string {
	if n.stone < 0 {
		return at("columns", n.column, "id")
	}
	return at("columns", n.column, "stones", n.stone, "id")
}

// ownedIDs books what has its id within a pathway.
func (c *check) ownedIDs() {
	k := &c.known
	k.through, k.passed = make([][]int, len(k.nodes)), make([]passed, len(k.nodes))
	k.rivals, k.assumptions = map[owned]int{}, map[owned]int{}
	for i := range c.m.Pathways {
		p := &c.m.Pathways[i]
		for j := range p.Steps {
			c.joinStep(i, &p.Steps[j])
		}
		for j, r := range p.Rivals {
			c.ownedID("rival", "rivals", k.rivals, owned{i, r.ID}, j)
		}
		for j, a := range p.Assumptions {
			c.ownedID("assumption", "assumptions", k.assumptions, owned{i, a.ID}, j)
		}
	}
}

// joinStep books what is in a step of a pathway. An id that is misspelt there is told at its place;
// what was meant counts as being there, and the column of a step as that of its stones, so that
// nothing else is told of it.
func (c *check) joinStep(i int, step *pathway.Step) {
	column := c.known.join(i, step.Column)
	for _, id := range step.Stones {
		if c.known.join(i, id) {
			if n := c.known.nodes[id]; !column && n.stone >= 0 {
				column = c.known.join(i, c.m.Columns[n.column].ID)
			}
			continue
		}
		if c.on(rule.Dangling) {
			c.known.join(i, c.meant("stone", id, c.stoneIDs))
		}
	}
	if !column && step.Column != "" && c.on(rule.Dangling) {
		c.known.join(i, c.meant("column", step.Column, c.columnIDs))
	}
}

// join books that a stone or a column is in a pathway, if there is one. Pathways are booked one
// after the other.
func (k *known) join(i int, id string) bool {
	node, ok := k.nodes[id]
	if !ok {
		return false
	}
	in := k.through[node.number]
	switch n := len(in); {
	case n == 0:
		if len(k.single) == 0 {
			k.single = make([]int, 512)
		}
		k.single[0] = i
		in, k.single = k.single[:1:1], k.single[1:] // most stones are in one pathway
	case in[n-1] == i:
		return true
	default:
		in = append(in, i)
	}
	k.through[node.number] = in
	return true
}

// again counts how often the steps of a pathway name a stone. Pathways are gone through one after the other.
func (k *known) again(i int, n node) int {
	p := &k.passed[n.number]
	if p.pathway != i+1 {
		*p = passed{pathway: i + 1}
	}
	p.times++
	return p.times
}

// inside reports whether a stone or a column is in a pathway.
func (k *known) inside(i int, n node) bool {
	_, found := slices.BinarySearch(k.through[n.number], i)
	return found
}

func (c *check) ownedID(kind, list string, book map[owned]int, key owned, j int) {
	if key.id == "" {
		return
	}
	if first, taken := book[key]; taken {
		c.twice(kind, key.id, at("pathways", key.pathway, list, j, "id"), at("pathways", key.pathway, list, first, "id"))
		return
	}
	book[key] = j
	setFirst(book, owned{-1, key.id}, j)
}
