package report

import (
	"strings"
	"unicode/utf8"

	"github.com/outcomemap/outcomemap/render/internal/text"
)

// plain makes a plain text of a map safe to set in a line.
func plain(s string) string { return text.Clean(s) }

// tame replaces what no page may hold in prose, and keeps its lines.
func tame(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return r
		case text.Turns(r):
			return -1
		case !text.Legal(r):
			return utf8.RuneError
		}
		return r
	}, s)
}

// safeURL returns an address that may be linked to, or "". One inside the map file is none.
func safeURL(s string) string {
	if strings.HasPrefix(s, "#") {
		return "" // a place in the map file, and not in this page
	}
	return text.SafeURL(s)
}

// tidy makes a list of plain texts safe, without those that say nothing.
func tidy(all []string) []string {
	var told []string
	for _, s := range all {
		if s = plain(s); s != "" {
			told = append(told, s)
		}
	}
	return told
}

// clipped bounds a text that only points at a longer one.
func clipped(s string, most int) string {
	for i := range s {
		if most--; most < 0 {
			return strings.TrimRight(s[:i], " ,;:") + "…"
		}
	}
	return s
}
