package text

import (
	"strings"

	"github.com/rivo/uniseg"
)

// Clip returns s if it is at most room wide, else as much of its start as leaves room for an ellipsis, and that. A
// grapheme cluster is not taken apart. Costs are linear in s.
func (f Face) Clip(s string, room float64) string {
	if f.Width(s) <= room {
		return s
	}
	const ellipsis = "…"
	left := room - f.Width(ellipsis)
	rest, state := s, -1
	for rest != "" {
		cluster, after, _, next := uniseg.FirstGraphemeClusterInString(rest, state)
		if left -= f.Width(cluster); !(left >= 0) {
			break
		}
		rest, state = after, next
	}
	return strings.TrimRight(s[:len(s)-len(rest)], " ") + ellipsis
}
