package render_test

import (
	"fmt"
	"regexp"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/internal/needtool"
	"github.com/outcomemap/outcomemap/render"
)

// sheets prints a file in a browser and returns how large its sheets are, in pixels.
func sheets(t *testing.T, name, content string) (sizes [][2]float64) {
	t.Helper()
	for _, box := range regexp.MustCompile(`/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]`).FindAllSubmatch(needtool.Printed(t, name, content), -1) {
		width, err := strconv.ParseFloat(string(box[1]), 64)
		require.NoError(t, err)
		height, err := strconv.ParseFloat(string(box[2]), 64)
		require.NoError(t, err)
		sizes = append(sizes, [2]float64{width / 0.75, height / 0.75}) // a point is 4/3 of a pixel
	}
	return sizes
}

// A map is wider than a sheet of paper, and a browser cuts what does not fit.
func TestAMapIsPrintedOnOneSheetOfItsSize(t *testing.T) {
	m := readMap(t, "board.json")
	g, picture := layout(t, m), svg(t, m)
	assert.Contains(t, picture, fmt.Sprintf("@page om-sheet{size:%vpx %vpx;margin:0}svg:root{page:om-sheet}", g.Width, g.Height))
	assert.NotContains(t, svg(t, m, render.Bare(true)), "@page")
	printed := sheets(t, "map.svg", picture)
	require.Len(t, printed, 1)
	assert.InDelta(t, g.Width, printed[0][0], 2)
	assert.InDelta(t, g.Height, printed[0][1], 2)
	const page = "<!doctype html><title>A page</title><p>Around a map</p>"
	assert.Equal(t, sheets(t, "page.html", page)[0], sheets(t, "page.html", page+picture)[0], "inside a page it changes no sheet")
}
