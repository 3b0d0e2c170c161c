package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPagesAreUpToDate(t *testing.T) {
	for name, page := range pages {
		got, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(name)))
		require.NoError(t, err)
		want := strings.Split(string(page()), "\n")
		for i, line := range strings.Split(string(got), "\n") {
			if i >= len(want) || line != want[i] {
				assert.Fail(t, "not as the code makes it: run go generate ./...", "%s:%d: %s", name, i+1, line)
				break
			}
		}
		assert.Equal(t, len(page()), len(got), "%s: run go generate ./...", name)
	}
}

// A reader can only copy what names all that it uses: an example keeps its helpers in its own file
// and imports the package under its name.
func TestExamplesStandByThemselves(t *testing.T) {
	titles := map[string]bool{}
	for _, dir := range kitchens {
		for _, e := range examplesIn(dir) {
			title := e.title(dir)
			assert.NotNil(t, e.Play, "%s: keep what it uses in its own file, and import packages under their names", title)
			assert.NotEmpty(t, e.Doc, "%s: say in a sentence what it shows", title)
			assert.False(t, titles[title], "%s stands twice", title)
			titles[title] = true
		}
	}
	assert.NotEmpty(t, titles)
}
