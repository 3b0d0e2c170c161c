package evidence

import "github.com/outcomemap/outcomemap/pathway"

// chapter is all that is said of one pathway, or of no certain one, by what it is said of.
type chapter struct {
	single [kinds]map[string]*entry // by kind and id
	links  map[[2]string]*entry     // by both ends
	ahead  map[string][]string      // where links lead, by where they start, in the order of the body
}

// kind is what a target is.
type kind byte

const (
	wholeKind kind = iota
	stoneKind
	stepKind
	rivalKind
	assumptionKind
	criterionKind
	linkKind

	kinds = linkKind
)

// key is a target in fewer words.
type key struct {
	pathway, a, b string // b: where a link leads to
	kind          kind
}

// keyOf returns the key of a target, and false for what is none.
func keyOf(t *pathway.Target) (key, bool) {
	k, forms := key{pathway: t.Pathway}, 0
	for _, form := range [...]struct {
		id   string
		kind kind
	}{
		{t.Stone, stoneKind}, {t.Column, stepKind}, {t.From, linkKind},
		{t.Rival, rivalKind}, {t.Assumption, assumptionKind}, {t.Criterion, criterionKind},
	} {
		if form.id != "" {
			k.a, k.kind = form.id, form.kind
			forms++
		}
	}
	if (t.From == "") != (t.To == "") || forms > 1 {
		return key{}, false
	}
	k.b = t.To
	return k, forms == 1 || k.pathway != ""
}

// find returns the entry of a key, nil where there is none. A nil chapter has none.
func (c *chapter) find(k key) *entry {
	switch {
	case c == nil:
		return nil
	case k.kind == linkKind:
		return c.links[[2]string{k.a, k.b}]
	}
	return c.single[k.kind][k.a]
}

// count returns the number of links that something is said of.
func (c *chapter) count() int {
	if c == nil {
		return 0
	}
	return len(c.links)
}

// leading returns where links lead that start at an id.
func (c *chapter) leading(from string) []string {
	if c == nil {
		return nil
	}
	return c.ahead[from]
}

// put adds the entry of a key that has none.
func (c *chapter) put(k key, e *entry) {
	if k.kind == linkKind {
		if c.links == nil {
			c.links, c.ahead = map[[2]string]*entry{}, map[string][]string{}
		}
		c.links[[2]string{k.a, k.b}] = e
		c.ahead[k.a] = append(c.ahead[k.a], k.b)
		return
	}
	if c.single[k.kind] == nil {
		c.single[k.kind] = map[string]*entry{}
	}
	c.single[k.kind][k.a] = e
}

// entries yields what is said of each target, in no order.
func (c *chapter) entries(yield func(*entry) bool) {
	for _, e := range c.links {
		if !yield(e) {
			return
		}
	}
	for _, of := range c.single {
		for _, e := range of {
			if !yield(e) {
				return
			}
		}
	}
}
