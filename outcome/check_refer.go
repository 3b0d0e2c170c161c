package outcome

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/internal/suggest"
)

// asked is how many suggestions one check makes: a file that is all wrong needs no more.
const asked = 100

// meant returns the id of its kind that a misspelt one is nearest to, or "". The candidates of a kind
// are made once.
func (c *check) meant(kind, id string, candidates func() []string) string {
	key := kindAndID{kind, id}
	near, known := c.near[key]
	if known || len(c.near) >= asked {
		return near
	}
	if _, made := c.candidates[kind]; !made {
		c.candidates[kind] = candidates()
	}
	near = suggest.Closest(id, c.candidates[kind])
	c.near[key] = near
	if near != "" {
		c.blamed[kindAndID{class(kind), near}] = true
	}
	return near
}

type kindAndID struct{ kind, id string }

// class is one word for kinds whose ids are unique together.
func class(kind string) string {
	if strings.HasPrefix(kind, "stone") || strings.HasSuffix(kind, "column") {
		return "node"
	}
	return kind
}

// dangling finds an id that nothing of its kind bears. Where says in what it should be, or is empty.
func (c *check) dangling(kind, id, where, pointer string, candidates func() []string) {
	if !c.on(rule.Dangling) {
		return
	}
	hint := ""
	if near := c.meant(kind+where, id, candidates); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	c.once(rule.Dangling, kindAndID{class(kind) + where, id}, pointer, "no "+kind+" "+strconv.Quote(id)+where, hint)
}

// refer finds a reference to an id that is not in the book. An empty one refers to nothing.
func refer[V any](c *check, kind string, book map[string]V, id string, p place, field string) bool {
	if id == "" {
		return true
	}
	if _, ok := book[id]; ok {
		return true
	}
	c.dangling(kind, id, "", p()+field, func() []string { return sortedKeys(book) })
	return false
}

// repeated is one fault with all the places at which it shows.
type repeated struct {
	Finding
	count int
}

const (
	mostRelated  = 20     // places that are told with a finding
	mostRepeated = 10_000 // faults that are held back until all their places are known
)

// once notes a fault that may show in many places, such as an id that was changed: it is one finding,
// at the first of them. The rule is on.
func (c *check) once(id string, key kindAndID, pointer, message, hint string) {
	key.kind = id + key.kind
	if r := c.repeated[key]; r != nil {
		if r.count++; len(r.Related) < mostRelated {
			r.Related = append(r.Related, Place{Pointer: pointer})
		}
		return
	}
	if len(c.repeats) >= mostRepeated {
		c.find(id, pointer, message, hint)
		return
	}
	r := &repeated{Finding{Rule: id, Place: Place{Pointer: pointer}, Message: message, Hint: hint}, 1}
	c.repeated[key], c.repeats = r, append(c.repeats, r)
}

// references yields what was held back.
func (c *check) references() {
	for _, r := range c.repeats {
		if r.count > 1 {
			r.Message += fmt.Sprintf(", in %d places", r.count)
		}
		c.yieldOne(r.Finding)
	}
}
