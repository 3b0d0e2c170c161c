package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPagesAreUpToDate(t *testing.T) {
	for name, page := range pages {
		got, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(name)))
		require.NoError(t, err)
		assert.Equal(t, string(page()), string(got), "%s: run go generate ./...", name)
	}
}
