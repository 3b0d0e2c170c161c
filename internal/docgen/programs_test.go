package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var goBlock = regexp.MustCompile("(?ms)^```go\n(package main\n.*?)^```")

// A whole program on a page is what a newcomer copies first: it draws the sample map.
func TestProgramsOnPagesRun(t *testing.T) {
	top, err := repository()
	require.NoError(t, err)
	pages, err := filepath.Glob(filepath.Join(top, "docs", "*.md"))
	require.NoError(t, err)
	ran := 0
	for _, page := range append(pages, filepath.Join(top, "README.md")) {
		text, err := os.ReadFile(page)
		require.NoError(t, err)
		for _, m := range goBlock.FindAllStringSubmatch(string(text), -1) {
			dir := t.TempDir()
			sample := filepath.Join(top, "examples", "maps", "ten-stones.yaml")
			code := strings.ReplaceAll(m[1], `"map.yaml"`, "`"+sample+"`")
			program := filepath.Join(dir, "main.go")
			require.NoError(t, os.WriteFile(program, []byte(code), 0o600))
			cmd := exec.CommandContext(t.Context(), "go", "run", program)
			cmd.Dir = top // so that the module is this one
			out, err := cmd.Output()
			require.NoError(t, err, "%s", page)
			assert.Contains(t, string(out), "<svg", "%s", page)
			ran++
		}
	}
	assert.Positive(t, ran, "no program found: is the pattern still right?")
}
