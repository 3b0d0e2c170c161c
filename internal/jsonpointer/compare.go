// Package jsonpointer puts JSON Pointers (RFC 6901) in the order in which a reader meets what they lead to.
package jsonpointer

import (
	"cmp"
	"strings"
)

// Compare orders pointers part by part: what holds a thing before the thing, places in a list by
// their number and before names, so that /columns/9 comes before /columns/10. It is a total order.
func Compare(a, b string) int {
	for a != "" && b != "" {
		var x, y string
		x, a = next(a)
		y, b = next(b)
		if c := compareParts(x, y); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(a), len(b))
}

func compareParts(x, y string) int {
	switch isIndex(x) - isIndex(y) {
	case 1:
		return -1
	case -1:
		return 1
	}
	if isIndex(x) == 1 && len(x) != len(y) {
		return cmp.Compare(len(x), len(y))
	}
	return strings.Compare(x, y)
}

func next(pointer string) (part, rest string) {
	pointer = strings.TrimPrefix(pointer, "/")
	if i := strings.IndexByte(pointer, '/'); i >= 0 {
		return pointer[:i], pointer[i:]
	}
	return pointer, ""
}

// isIndex is 1 for a run of digits, else 0.
func isIndex(part string) int {
	if part != "" && strings.Trim(part, "0123456789") == "" {
		return 1
	}
	return 0
}
