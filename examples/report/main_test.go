package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReport(t *testing.T) {
	file := filepath.Join(t.TempDir(), "report.html")
	require.NoError(t, run([]string{"-o", file, "../maps/programme-board-rated.yaml"}, new(bytes.Buffer)))
	page, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Contains(t, string(page), "sha256:", "which state of the map it was made from")

	var out bytes.Buffer
	require.NoError(t, run([]string{"-notice", "A draft of ours", "../maps/ten-stones.yaml"}, &out))
	assert.Contains(t, out.String(), "A draft of ours")
}

func TestRefuses(t *testing.T) {
	require.ErrorContains(t, run(nil, new(bytes.Buffer)), "want one map file")
	require.ErrorContains(t, run([]string{"-on", "spring", "../maps/ten-stones.yaml"}, new(bytes.Buffer)), `-on "spring" is no date`)
	require.Error(t, run([]string{"nowhere.yaml"}, new(bytes.Buffer)))
}
