package pathway

import "slices"

// cutter loses sources and looks for the routes that are left.
type cutter struct {
	s       *support
	web     *web
	sources []source
	holders [][]int         // per group, its sources
	holds   map[[2]int]bool // a source and a group
	live    []int           // per group, those of them that are not lost
	kept    []int           // per group, how many branches rely on it not to be lost
	lost    []bool          // per source
	count   int             // of sources that are lost
	effort  int             // arcs that may still be looked at
}

func newCutter(s *support, sources []source, effort int) *cutter {
	c := &cutter{
		s: s, web: newWeb(s), sources: sources, effort: effort,
		holders: make([][]int, len(s.groups)),
		holds:   make(map[[2]int]bool, len(s.of)),
		live:    make([]int, len(s.groups)),
		kept:    make([]int, len(s.groups)),
		lost:    make([]bool, len(sources)),
	}
	for i, src := range sources {
		for _, k := range src.groups {
			c.holds[[2]int{i, k}] = true
			c.holders[k] = append(c.holders[k], i)
			c.live[k]++
		}
	}
	return c
}

// ofFlow returns the sources in a minimum cut by links, and its size: each group weighs its sources,
// but for those that hold up its links by a larger group as well.
func (c *cutter) ofFlow() (sources []int, size int) {
	weights := make([]int64, len(c.s.groups))
	for k, gr := range c.s.groups {
		larger := c.s.larger(gr.key)
		for _, i := range c.holders[k] {
			if !slices.ContainsFunc(larger, func(l int) bool { return c.holds[[2]int{i, l}] }) {
				weights[k]++
			}
		}
	}
	groups, _, _ := c.s.lightest(weights)
	in := make([]bool, len(c.sources))
	for _, k := range groups {
		size += int(weights[k])
		for _, i := range c.holders[k] {
			in[i] = true
		}
	}
	for i := range in {
		if in[i] {
			sources = append(sources, i)
		}
	}
	return sources, size
}

// larger returns the groups that hold up all links of a key and more: those of whole steps.
func (s *support) larger(key [2]int) []int {
	from, to := s.g.whole(key[0]), s.g.whole(key[1])
	var groups []int
	for _, k := range [...][2]int{{from, key[1]}, {key[0], to}, {from, to}} {
		if i, ok := s.at[k]; ok && k != key && i != noGroup {
			groups = append(groups, i)
		}
	}
	return groups
}

// whole is the key of the step that a key belongs to: its own where there is none.
func (g *graph) whole(end int) int {
	if end < 0 {
		return end
	}
	if step := g.stepOf[end]; step >= 0 {
		return -1 - step
	}
	return end
}

// lose takes a source away, and reports whether that spares every group that has to be kept.
func (c *cutter) lose(source int) bool {
	c.lost[source] = true
	c.count++
	spared := true
	for _, k := range c.sources[source].groups {
		c.live[k]--
		spared = spared && (c.live[k] > 0 || c.kept[k] == 0)
	}
	return spared
}

func (c *cutter) regain(source int) {
	c.lost[source] = false
	c.count--
	for _, k := range c.sources[source].groups {
		c.live[k]++
	}
}

func (c *cutter) lostNow() []int {
	var now []int
	for i, lost := range c.lost {
		if lost {
			now = append(now, i)
		}
	}
	return now
}

// route returns a route that is left, or nil.
func (c *cutter) route() []int {
	var alive []int
	for k, n := range c.live {
		if n > 0 {
			alive = append(alive, k)
			c.effort -= c.s.groups[k].size()
		}
	}
	c.effort--
	return c.web.route(alive)
}

func (c *cutter) broken() bool { return c.route() == nil }

// thinned returns as few of the sources as break every route without any one of them to spare. It
// leaves the cutter as it was.
func (c *cutter) thinned(sources []int) []int {
	var spare []int // those that may be given back
	for _, i := range sources {
		if !c.lost[i] {
			c.lose(i)
			spare = append(spare, i)
		}
	}
	for _, i := range spare {
		if c.effort > 0 {
			if c.regain(i); !c.broken() {
				c.lose(i)
			}
		}
	}
	thin := c.lostNow()
	for _, i := range spare {
		if c.lost[i] {
			c.regain(i)
		}
	}
	return thin
}
