package pathway

import "slices"

// Stones returns the pathway's stones in the order of its steps, each once. Costs its stones.
func (p *Pathway) Stones() []string {
	var stones []string
	if p != nil {
		for _, s := range newIndex(p).stones {
			stones = append(stones, s...)
		}
	}
	return stones
}

// Overlap returns the stones that two pathways share, in the order of a's steps. Costs their stones.
func Overlap(a, b *Pathway) []string {
	inB := make(map[string]bool)
	for _, id := range b.Stones() {
		inB[id] = true
	}
	return slices.DeleteFunc(a.Stones(), func(id string) bool { return !inB[id] })
}

// SkippedColumns returns the columns that lie between the first and the last of the pathway's
// steps, in the given order of the map's columns, and that no step of it is in. Steps in columns
// that are not given count for nothing. Costs columns plus steps.
func (p *Pathway) SkippedColumns(columns []string) []string {
	if p == nil {
		return nil
	}
	stepIn := make(map[string]bool)
	for _, s := range p.Steps {
		stepIn[s.Column] = true
	}
	var skipped, since []string
	begun := false
	for _, c := range columns {
		switch {
		case stepIn[c]:
			skipped = append(skipped, since...)
			since, begun = nil, true
		case begun:
			since = append(since, c)
		}
	}
	return skipped
}

// Coverage says how the pathways of a map share out its stones. Lists are in the order of the map's
// stones, but for Unknown, which is in that of the pathways.
type Coverage struct {
	Held    int      // stones of the map that are in a pathway
	Loose   []string // those that are in none
	Shared  []string // those that are in two or more
	Unknown []string // stones of pathways that the map does not have
}

// Cover compares a map's stones with those of its pathways. A stone that is given twice counts
// once. Costs the stones of the map plus those of the pathways.
func Cover(stones []string, pathways []Pathway) Coverage {
	times := make(map[string]int)
	var named []string
	for i := range pathways {
		for _, id := range pathways[i].Stones() {
			if times[id]++; times[id] == 1 {
				named = append(named, id)
			}
		}
	}
	var c Coverage
	seen := make(map[string]bool)
	for _, id := range stones {
		if seen[id] {
			continue
		}
		seen[id] = true
		switch n := times[id]; {
		case n == 0:
			c.Loose = append(c.Loose, id)
		case n > 1:
			c.Shared = append(c.Shared, id)
		}
		c.Held += min(times[id], 1)
	}
	for _, id := range named {
		if !seen[id] {
			c.Unknown = append(c.Unknown, id)
		}
	}
	return c
}
