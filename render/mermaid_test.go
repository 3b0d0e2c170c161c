package render_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/internal/needtool"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render"
	"github.com/outcomemap/outcomemap/schema/schematest"
)

func mermaid(t testing.TB, m *outcome.Map, opts ...render.Option) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, render.Mermaid(&b, m, opts...))
	return b.String()
}

func TestMermaidGoldens(t *testing.T) {
	schematest.Golden(t, "small.mmd", []byte(mermaid(t, small())))
	schematest.Golden(t, "board.mmd", []byte(mermaid(t, readMap(t, "board.json"))))
}

// Mermaid's own parser reads what was written: every stone, column and link, whatever the text. It is a
// package of npm, so the test runs where NODE_MODULES says that it is installed; .ci/pictures does that.
func TestMermaidParses(t *testing.T) {
	modules := os.Getenv("NODE_MODULES")
	if modules == "" {
		t.Skip("NODE_MODULES names no folder with the npm packages mermaid and jsdom")
	}
	r := rand.New(rand.NewPCG(3, 3))
	maps := []*outcome.Map{small(), readMap(t, "board.json"), {}}
	for _, s := range hostile {
		maps = append(maps, poison(s))
	}
	for range 30 {
		maps = append(maps, randomMap(r))
	}
	args := []string{filepath.Join("testdata", "mermaid.mjs")}
	for i, m := range maps {
		file := filepath.Join(t.TempDir(), fmt.Sprintf("%d.mmd", i))
		require.NoError(t, os.WriteFile(file, []byte(mermaid(t, m)), 0o600))
		args = append(args, file)
	}
	cmd := exec.Command(needtool.Path(t, "node"), args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	require.NoError(t, err, "%s", stderr.String())
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	require.Len(t, lines, len(maps))
	for i, m := range maps {
		var got struct {
			Vertices         []string
			Edges, Subgraphs int
			Title            string
		}
		require.NoError(t, json.Unmarshal([]byte(lines[i]), &got))
		g := layout(t, m)
		assert.Len(t, got.Vertices, len(g.Cards))
		assert.Equal(t, len(g.Links)+max(0, len(m.Columns)-1), got.Edges, "and the chain of columns")
		assert.Equal(t, len(m.Columns), got.Subgraphs)
		assert.NotEmpty(t, got.Title)
	}
}

func FuzzMermaid(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		lines := strings.Split(mermaid(t, poison(s)), "\n")
		require.Equal(t, strings.Count(mermaid(t, poison("x")), "\n")+1, len(lines), "no text starts a line")
		for _, line := range lines {
			require.NotContains(t, line, "<")
			require.Zero(t, strings.Count(line, `"`)%2, "%q", line)
		}
	})
}
