package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/internal/needtool"
	"github.com/outcomemap/outcomemap/render/report"
	"github.com/outcomemap/outcomemap/schema"
	"github.com/outcomemap/outcomemap/schema/schematest"
)

// screens are the pictures of a report that the README leads with, with the flags that a browser takes for each.
var screens = map[string][]string{"report-light.png": nil, "report-dark.png": {"--blink-settings=preferredColorScheme=0"}}

const screenWide, screenHigh = 1200, 965

// The commands that docs/pictures.md names make the screens of the README: of the window that they name, not too large
// to fetch, one light and one dark, and both of the same page.
func TestScreensInTheReadme(t *testing.T) {
	doc, err := os.ReadFile("../../docs/pictures.md")
	require.NoError(t, err)
	shown := map[string]image.Image{}
	for file, flags := range screens {
		command := fmt.Sprintf("--window-size=%d,%d %s", screenWide, screenHigh, strings.Join(append(flags, "--screenshot="+file), " "))
		assert.Contains(t, string(doc), command)
		b, err := os.ReadFile("../../docs/images/" + file)
		require.NoError(t, err)
		assert.Less(t, len(b), 400_000, file)
		shown[file] = decoded(t, b)
	}
	light, dark := shown["report-light.png"], shown["report-dark.png"]
	isLight(t, light, true)
	isLight(t, dark, false)
	assert.Greater(t, alike(light, dark), 0.999, "the two were not made of the same page")
}

// A browser makes the screens as the README needs them. Its letters are those of the machine, so that nothing is
// compared; GOLDEN_UPDATE=1 keeps what it made.
func TestMakeScreens(t *testing.T) {
	const file = "../maps/programme-board-rated.yaml"
	src, err := os.ReadFile(file)
	require.NoError(t, err)
	m, err := schema.ReadFile(file)
	require.NoError(t, err)
	var page bytes.Buffer
	require.NoError(t, report.Write(&page, m, report.File(fmt.Sprintf("sha256:%x", sha256.Sum256(src)))))
	for name, flags := range screens {
		made := needtool.Shown(t, page.String(), fmt.Sprintf("%d,%d", screenWide, screenHigh), flags...)
		isLight(t, decoded(t, made), name == "report-light.png")
		if os.Getenv("GOLDEN_UPDATE") == "1" {
			schematest.Golden(t, "../../../docs/images/"+name, made)
		}
	}
}

func decoded(t *testing.T, b []byte) image.Image {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(b))
	require.NoError(t, err)
	require.Equal(t, image.Rect(0, 0, screenWide, screenHigh), img.Bounds())
	return img
}

// ground is the colour that a picture has most of.
func ground(img image.Image) color.Color {
	counts, most := map[color.Color]int{}, color.Color(nil)
	for y := 0; y < screenHigh; y += 5 {
		for x := 0; x < screenWide; x += 5 {
			at := img.At(x, y)
			if counts[at]++; most == nil || counts[at] > counts[most] {
				most = at
			}
		}
	}
	return most
}

func isLight(t *testing.T, img image.Image, want bool) {
	t.Helper()
	assert.Equal(t, want, color.GrayModel.Convert(ground(img)).(color.Gray).Y > 127)
}

// alike is the share of small squares that are bare in both of two pictures, or in neither.
func alike(a, b image.Image) float64 {
	const side = 8
	same, all := 0, 0
	onA, onB := ground(a), ground(b)
	bare := func(img image.Image, on color.Color, x, y int) bool {
		for i := range side * side {
			if img.At(x+i%side, y+i/side) != on {
				return false
			}
		}
		return true
	}
	for y := 0; y+side <= screenHigh; y += side {
		for x := 0; x+side <= screenWide; x += side {
			all++
			if bare(a, onA, x, y) == bare(b, onB, x, y) {
				same++
			}
		}
	}
	return float64(same) / float64(all)
}
