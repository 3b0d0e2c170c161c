package outcome

import (
	"fmt"
	"strconv"

	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/pathway"
)

// pathways checks each pathway on its own.
func (c *check) pathways() {
	for i := range c.m.Pathways {
		if c.stopped {
			return
		}
		p := &c.m.Pathways[i]
		c.steps(i, p)
		for j, l := range p.Links {
			c.link(i, l, func() string { return at("pathways", i, "links", j) })
		}
		for j, a := range p.Assumptions {
			c.target(a.About, func() string { return at("pathways", i, "assumptions", j) }, "/about", i)
		}
		if !c.muddled[i] {
			c.reach(i, p)
			c.shape(i, p)
		}
	}
}

// steps checks that each step is a column, in the map's order, with stones of that column.
func (c *check) steps(i int, p *pathway.Pathway) {
	before, wrong := -1, c.misplaced(p)
	for j, step := range p.Steps {
		here := func() string { return at("pathways", i, "steps", j) }
		column := -1
		if n, ok := c.known.nodes[step.Column]; ok && n.stone < 0 {
			column = n.column
		} else if step.Column != "" {
			c.columnIn(-1, step.Column, here, "/column")
		}
		if column < 0 || wrong[j] && c.on(rule.StepOrder) {
			c.muddled[i] = true
		}
		switch {
		case column < 0:
		case !wrong[j]:
			before = column
		case column == before && c.on(rule.StepOrder) && c.said(i, step):
			c.find(rule.StepOrder, here()+"/column", fmt.Sprintf("two steps in column %q, and the second has no stones of its own", step.Column), "remove it")
			continue
		case column == before:
			c.find(rule.StepOrder, here()+"/column", fmt.Sprintf("two steps in column %q", step.Column), "put their stones into one step")
		case column < before:
			c.find(rule.StepOrder, here()+"/column", fmt.Sprintf("step in column %q comes after a step in a later column", step.Column), "order the steps as the columns are")
		default:
			c.find(rule.StepOrder, here()+"/column", fmt.Sprintf("step in column %q comes before a step in an earlier column", step.Column), "order the steps as the columns are")
		}
		c.stepStones(i, here, step, column)
	}
}

// said reports whether earlier steps of a pathway name each stone of a step.
func (c *check) said(i int, step pathway.Step) bool {
	for _, id := range step.Stones {
		n, ok := c.known.nodes[id]
		if !ok || c.known.passed[n.number].pathway != i+1 {
			return false
		}
	}
	return true
}

func (c *check) stepStones(i int, here place, step pathway.Step, column int) {
	for k, id := range step.Stones {
		n, ok := c.known.nodes[id]
		if !ok || n.stone < 0 {
			c.stoneIn(-1, id, func() string { return at(here(), "stones", k) }, "")
			c.muddled[i] = true
			continue
		}
		if column >= 0 && n.column != column {
			c.muddled[i] = c.muddled[i] || c.on(rule.WrongColumn)
			c.find(rule.WrongColumn, at(here(), "stones", k),
				fmt.Sprintf("stone %q is in column %q, not in %q", id, c.m.Columns[n.column].ID, step.Column), "move it to the step of its column")
			continue
		}
		if c.known.again(i, n) == 2 {
			c.find(rule.StoneTwice, at(here(), "stones", k), "stone "+strconv.Quote(id)+" stands twice in the pathway", "remove one of the two")
		}
	}
}

func (c *check) link(i int, l pathway.Link, here place) {
	if l.From != "" && l.From == l.To {
		c.find(rule.SelfLink, here(), fmt.Sprintf("%q leads to itself", l.From), "a loop needs another stone in it")
		return
	}
	if l.From != "" {
		c.endIn(i, l.From, here, "/from")
	}
	if l.To != "" {
		c.endIn(i, l.To, here, "/to")
	}
}

// pasted reports whether a column has the id of one before it, which is told of already.
func (c *check) pasted(column int) bool {
	id := c.m.Columns[column].ID
	first := c.known.nodes[id]
	return id != "" && first.stone < 0 && first.column != column && c.on(rule.DuplicateID)
}

// reach checks which columns a pathway passes, all of which the map has.
func (c *check) reach(i int, p *pathway.Pathway) {
	if len(p.Steps) == 0 {
		return
	}
	last := -1
	for j, step := range p.Steps {
		n := c.known.nodes[step.Column]
		for last >= 0 && last+1 < n.column && c.pasted(last+1) {
			last++
		}
		if last >= 0 && n.column > last+1 && c.on(rule.SkippedColumn) {
			c.find(rule.SkippedColumn, at("pathways", i, "steps", j),
				fmt.Sprintf("pathway %q passes over column %q", p.ID, c.m.Columns[last+1].ID), "say what happens there, or leave it")
		}
		last = max(last, n.column)
	}
	end := len(c.m.Columns) - 1
	for end > last && c.pasted(end) {
		end--
	}
	if last < end {
		c.find(rule.ShortPathway, at("pathways", i), fmt.Sprintf("pathway %q does not reach the last column, %q", p.ID, c.m.Columns[end].ID),
			"say what difference it makes")
	}
}
