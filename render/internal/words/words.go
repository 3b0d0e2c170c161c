// Package words replaces the fixed words of pictures and of reports. Both keep a table of words by key, in
// which {name} stands for what they fill in.
package words

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/outcomemap/outcomemap/render/internal/text"
)

// Over returns a table with other words in place of its own. A key that the table lacks, and a sentence
// that names other things than the one it replaces, are errors: what is drawn would not say what it
// should.
func Over(table, other map[string]string) (map[string]string, error) {
	all := maps.Clone(table)
	for _, key := range slices.Sorted(maps.Keys(other)) {
		mine, known := table[key]
		if !known {
			return nil, fmt.Errorf("no word has the key %q", key)
		}
		if want, got := names(mine), names(other[key]); !slices.Equal(want, got) {
			return nil, fmt.Errorf("the words of %q name %v, not %v", key, got, want)
		}
		all[key] = clean(other[key])
	}
	return all, nil
}

// clean makes words safe to set on a line, and keeps a space at either end: it may stand between two.
func clean(s string) string {
	inner := text.Clean(s)
	if inner == "" {
		return ""
	}
	if strings.HasPrefix(s, " ") {
		inner = " " + inner
	}
	if strings.HasSuffix(s, " ") {
		inner += " "
	}
	return inner
}

// names lists what a sentence has filled in, sorted and each once.
func names(sentence string) []string {
	var all []string
	for _, part := range strings.Split(sentence, "{")[1:] {
		if name, _, ok := strings.Cut(part, "}"); ok {
			all = append(all, name)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
