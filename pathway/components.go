package pathway

// components returns the strongly connected components of a graph, each after all that it leads to
// (Tarjan 1972). Costs nodes plus edges.
func components(out [][]int) [][]int {
	n := len(out)
	t := tarjan{
		out: out, num: make([]int, n), low: make([]int, n), at: make([]int, n),
		held: make([]bool, n), done: make([]int, 0, n), found: make([][]int, 0, n),
	}
	for v := range out {
		if t.num[v] == 0 {
			t.search(v)
		}
	}
	return t.found
}

type tarjan struct {
	out      [][]int
	count    int
	num, low []int  // when a node was seen, and the earliest node that it leads back to
	at       []int  // how many of a node's successors have been looked at
	held     []bool // on the stack
	stack    []int  // seen, but not in a component yet
	done     []int  // in a component: the block that they are slices of
	found    [][]int
}

func (t *tarjan) search(root int) {
	path := []int{root}
	t.enter(root)
	for len(path) > 0 {
		v := path[len(path)-1]
		if t.at[v] == len(t.out[v]) {
			path = path[:len(path)-1]
			if len(path) > 0 {
				t.low[path[len(path)-1]] = min(t.low[path[len(path)-1]], t.low[v])
			}
			t.leave(v)
			continue
		}
		w := t.out[v][t.at[v]]
		t.at[v]++
		switch {
		case t.num[w] == 0:
			t.enter(w)
			path = append(path, w)
		case t.held[w]:
			t.low[v] = min(t.low[v], t.num[w])
		}
	}
}

func (t *tarjan) enter(v int) {
	t.count++
	t.num[v], t.low[v] = t.count, t.count
	t.stack = append(t.stack, v)
	t.held[v] = true
}

// leave closes the component whose earliest node is v.
func (t *tarjan) leave(v int) {
	if t.low[v] != t.num[v] {
		return
	}
	i := len(t.stack) - 1
	for t.stack[i] != v {
		i--
	}
	first := len(t.done)
	t.done = append(t.done, t.stack[i:]...)
	c := t.done[first:len(t.done):len(t.done)]
	t.stack = t.stack[:i]
	for _, w := range c {
		t.held[w] = false
	}
	t.found = append(t.found, c)
}
