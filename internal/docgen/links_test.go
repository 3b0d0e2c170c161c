package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var (
	link    = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	heading = regexp.MustCompile(`(?m)^#+ (.+)$`)
	fence   = regexp.MustCompile("(?ms)^```.*?^```")
)

// Every link between the project's own pages leads to a file that is there, and to a heading in it.
func TestLinksLeadSomewhere(t *testing.T) {
	root := filepath.Join("..", "..")
	checked := 0
	require.NoError(t, filepath.WalkDir(root, func(page string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && strings.HasPrefix(d.Name(), ".git") || d.Name() == "node_modules" {
			return fs.SkipDir
		}
		if filepath.Ext(page) != ".md" || strings.Contains(page, "testdata") {
			return nil
		}
		text, err := os.ReadFile(page)
		require.NoError(t, err)
		for _, m := range link.FindAllStringSubmatch(fence.ReplaceAllString(string(text), ""), -1) {
			if strings.Contains(m[1], "://") || strings.HasPrefix(m[1], "mailto:") {
				continue
			}
			checked++
			leads(t, page, m[1])
		}
		return nil
	}))
	assert.Positive(t, checked, "no links found: is the pattern still right?")
}

func leads(t *testing.T, page, target string) {
	file, anchor, _ := strings.Cut(target, "#")
	where := page
	if file != "" {
		where = filepath.Join(filepath.Dir(page), filepath.FromSlash(file))
	}
	text, err := os.ReadFile(where)
	if info, statErr := os.Stat(where); statErr == nil && info.IsDir() && anchor == "" {
		return
	}
	if !assert.NoError(t, err, "%s links to %s", page, target) || anchor == "" {
		return
	}
	for _, h := range heading.FindAllStringSubmatch(string(text), -1) {
		if slug(h[1]) == anchor {
			return
		}
	}
	assert.Fail(t, "no such heading", "%s links to %s", page, target)
}
