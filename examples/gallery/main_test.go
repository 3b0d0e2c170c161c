package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestGallery(t *testing.T) {
	out := t.TempDir()
	var said bytes.Buffer
	require.NoError(t, run([]string{"-maps", "../maps", "-o", out}, &said))
	maps, err := filepath.Glob("../maps/*.yaml")
	require.NoError(t, err)
	assert.Equal(t, len(maps), strings.Count(said.String(), "\n"))
	page, err := os.ReadFile(filepath.Join(out, "index.html"))
	require.NoError(t, err)
	for _, m := range maps {
		name := strings.TrimSuffix(filepath.Base(m), ".yaml")
		for _, file := range []string{"whole.svg", "crossings.svg", "dark.svg", "print.svg", "overview.svg", "report.html", "text.txt", "markdown.md", "chart.mmd", "graph.dot"} {
			drawn, err := os.ReadFile(filepath.Join(out, name+"-"+file))
			require.NoError(t, err)
			assert.NotEmpty(t, drawn)
			assert.Contains(t, string(page), name+"-"+file)
		}
	}
	assert.FileExists(t, filepath.Join(out, "programme-board-rated-since.svg"))
}

func TestNoMaps(t *testing.T) {
	require.ErrorContains(t, run([]string{"-maps", t.TempDir(), "-o", t.TempDir()}, new(bytes.Buffer)), "no map files")
	require.Error(t, run([]string{"-maps", filepath.Join(t.TempDir(), "nowhere"), "-o", t.TempDir()}, new(bytes.Buffer)))
}
