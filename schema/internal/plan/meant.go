package plan

import (
	"slices"
	"strings"

	"github.com/outcomemap/outcomemap/internal/suggest"
)

// meant pairs unknown names with those that they may be misspellings of: first the missing ones,
// then those that are merely absent, each at most once.
func meant(unknown, missing, absent []string) map[string]string {
	const most = 64 // names looked at: no one misspells more in one object
	out := make(map[string]string)
	taken := make(map[string]bool)
	for _, candidates := range [][]string{missing, absent} {
		for _, name := range unknown[:min(len(unknown), most)] {
			if out[name] != "" {
				continue
			}
			free := slices.DeleteFunc(slices.Clone(candidates), func(c string) bool { return taken[c] })
			if near := closest(name, free); near != "" {
				out[name], taken[near] = near, true
			}
		}
	}
	return out
}

// otherWord has names that people give to fields out of habit. YAML 1.1 reads "on" as true, which is
// why it is not the name of a field.
var otherWord = map[string]string{"on": "about", "name": "title", "type": "kind"}

// closest forgives case, hyphens and underscores before it counts letters.
func closest(name string, candidates []string) string {
	plain := func(s string) string {
		return strings.ToLower(strings.NewReplacer("-", "", "_", "", " ", "").Replace(s))
	}
	for _, c := range candidates {
		if plain(c) == plain(name) || c == otherWord[name] {
			return c
		}
	}
	return suggest.Closest(name, candidates)
}

// meant is the same as seen from a plan: the index of the field that each name stands for.
func (n *Node) meant(unknown []string, seen uint64) map[string]int {
	var missing, absent []string
	for _, i := range n.alphabetic() {
		switch {
		case seen&(1<<i) != 0:
		case n.required&(1<<i) != 0:
			missing = append(missing, n.fields[i].name)
		default:
			absent = append(absent, n.fields[i].name)
		}
	}
	out := make(map[string]int)
	for name, target := range meant(unknown, missing, absent) {
		out[name] = n.find(target, 0)
	}
	return out
}

// alphabetic lists the fields by name, as jsonschema's side of the pairing sees them.
func (n *Node) alphabetic() []int {
	order := make([]int, len(n.fields))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(n.fields[a].name, n.fields[b].name) })
	return order
}
