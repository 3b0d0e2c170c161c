package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/render"
	"github.com/outcomemap/outcomemap/schema"
	"github.com/outcomemap/outcomemap/schema/schematest"
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
		for _, file := range []string{"whole.svg", "dark.svg", "print.svg", "overview.svg", "report.html", "text.txt", "markdown.md", "chart.mmd", "graph.dot"} {
			drawn, err := os.ReadFile(filepath.Join(out, name+"-"+file))
			require.NoError(t, err)
			assert.NotEmpty(t, drawn)
			assert.Contains(t, string(page), name+"-"+file)
		}
	}
	for _, file := range []string{"since.svg", "crossings.svg", "rows.svg", "pathway-employers.svg", "focus-employers.svg"} {
		assert.FileExists(t, filepath.Join(out, "programme-board-rated-"+file))
	}
	index := string(page)
	assert.Less(t, strings.Index(index, `<iframe src="programme-board-rated-report.html"`), strings.Index(index, `src="programme-board-rated-crossings.svg"`), "the report stands first")
	assert.Less(t, strings.Index(index, `src="programme-board-rated-crossings.svg"`), strings.Index(index, `src="programme-board-rated-whole.svg"`), "the clearest picture leads")
	assert.Regexp(t, `<img src="ten-stones-whole.svg" alt="[^"]*" width="\d+" height="\d+">`, index, "its place is kept")
	assert.Equal(t, strings.Count(index, "<img "), strings.Count(index, ` height="`), "and that of each")
	for _, file := range []string{"ten-stones-crossings.svg", "community-garden-rows.svg", "community-garden-focus-company.svg"} {
		assert.NoFileExists(t, filepath.Join(out, file), "shows no more than the whole map")
		assert.NotContains(t, string(page), file)
	}
	assert.Less(t, strings.Index(string(page), "programme-board-rated-whole.svg"), strings.Index(string(page), "community-garden-whole.svg"), "the richest map stands first")
}

func TestNoMaps(t *testing.T) {
	require.ErrorContains(t, run([]string{"-maps", t.TempDir(), "-o", t.TempDir()}, new(bytes.Buffer)), "no map files")
	require.Error(t, run([]string{"-maps", filepath.Join(t.TempDir(), "nowhere"), "-o", t.TempDir()}, new(bytes.Buffer)))
}

// The pictures of the README and of docs/pictures.md are drawn from sample maps: this test holds them to
// these, and makes them anew with GOLDEN_UPDATE=1.
func TestPicturesInTheDocs(t *testing.T) {
	read := func(name string) *outcome.Map {
		m, err := schema.ReadFile("../maps/" + name)
		require.NoError(t, err)
		return m
	}
	m := read("programme-board-rated.yaml")
	var whole, one, counts, small bytes.Buffer
	unseen := map[string]bool{"map.svg": true, "pathway.svg": true, "overview.svg": true, "garden.svg": true, "report-light.png": true, "report-dark.png": true}
	require.NoError(t, render.SVG(&whole, m, render.FewestCrossings(true)))
	require.NoError(t, render.SVG(&one, m, render.Pathway("relationships")))
	require.NoError(t, render.Overview(&counts, m))
	require.NoError(t, render.SVG(&small, read("community-garden.yaml"), render.CardWidth(150)))
	for file, drawn := range map[string][]byte{"map.svg": whole.Bytes(), "pathway.svg": one.Bytes(), "overview.svg": counts.Bytes(), "garden.svg": small.Bytes()} {
		schematest.Golden(t, "../../../docs/images/"+file, drawn)
	}
	for _, doc := range []string{"../../README.md", "../../docs/pictures.md"} {
		text, err := os.ReadFile(doc)
		require.NoError(t, err)
		for file := range unseen {
			if strings.Contains(string(text), "images/"+file) {
				delete(unseen, file)
			}
		}
	}
	assert.Empty(t, unseen, "drawn and shown nowhere")
}
