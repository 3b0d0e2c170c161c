package report

import "strconv"

// anchors gives the things of a page ids of their own. An id that may stand in an address is kept, so
// that links to a report stay good when the map grows; any other, or a second of the same, gets a number.
type anchors struct {
	taken map[string]bool
	last  map[string]int // the highest number given in a kind
}

// next returns the anchor of something of a kind. Kinds are letters alone, so that no two can meet.
func (a *anchors) next(kind, id string) string {
	if a.taken == nil {
		a.taken, a.last = map[string]bool{}, map[string]int{}
	}
	name := kind + "-" + id
	if !isID(id) || a.taken[name] {
		a.last[kind]++
		name = kind + "--" + strconv.Itoa(a.last[kind]) // no id starts with a hyphen
	}
	a.taken[name] = true
	return name
}

// isID reports whether an id is of the form that the format asks for.
func isID(id string) bool {
	if id == "" || len(id) > 300 {
		return false
	}
	for i := range len(id) {
		c := id[i] | 0x20
		letter := c >= 'a' && c <= 'z' || id[i] >= '0' && id[i] <= '9'
		if inner := i > 0 && i < len(id)-1; !letter && !(inner && (id[i] == '.' || id[i] == '-' || id[i] == '_')) {
			return false
		}
	}
	return true
}
