package render_test

import (
	"math"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/outcomemap/outcomemap/render"
)

func palettes() map[string]render.Palette {
	return map[string]render.Palette{
		"light": render.Light().Screen, "dark": render.Dark().Screen, "print": render.Printed().Screen,
		"auto, dark": *render.Auto().Dark, "auto, print": *render.Auto().Print,
	}
}

// WCAG 2.2 wants 4.5:1 for text (1.4.3) and 3:1 for graphics that carry meaning (1.4.11).
func TestContrast(t *testing.T) {
	for name, p := range palettes() {
		text := func(what, fore, back string) {
			assert.GreaterOrEqual(t, contrast(t, fore, back), 4.5, "%s: %s, %s on %s", name, what, fore, back)
		}
		sign := func(what, fore, back string) {
			assert.GreaterOrEqual(t, contrast(t, fore, back), 3.0, "%s: %s, %s on %s", name, what, fore, back)
		}
		for _, ground := range []string{p.Page, p.Card, p.Lane} {
			text("text", p.Ink, ground)
			text("muted text", p.Muted, ground)
			sign("border of a card", p.Border, ground)
			for i, c := range p.Progress {
				sign("progress "+strconv.Itoa(i), c, ground)
			}
			sign("unrated", p.Unrated, ground)
			for i, c := range p.Pathways {
				sign("pathway "+strconv.Itoa(i), c, ground)
			}
		}
		for i, c := range p.Header {
			text("heading "+strconv.Itoa(i), p.HeaderInk, c)
		}
		for i, c := range p.Pathways {
			text("letter on pathway "+strconv.Itoa(i), p.BadgeInk, c)
		}
	}
}

// A distance of 18 in CIE76 is far above what can just be told apart (2.3, Mahy et al. 1994). Colour
// vision is simulated after Machado, Oliveira and Fernandes (2009), severity 1.
func TestColoursOfPathwaysCanBeToldApart(t *testing.T) {
	for name, p := range palettes() {
		for eye, m := range vision {
			for i, a := range p.Pathways {
				for _, b := range p.Pathways[:i] {
					assert.GreaterOrEqual(t, distance(lab(t, a, m), lab(t, b, m)), 18.0, "%s, %s: %s and %s", name, eye, a, b)
				}
			}
		}
	}
}

type matrix [3][3]float64

var vision = map[string]matrix{
	"normal": {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protan": {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deutan": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritan": {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

// linear returns the linear light of a colour #RRGGBB (IEC 61966-2-1).
func linear(t *testing.T, hex string) (v [3]float64) {
	t.Helper()
	require.Len(t, hex, 7)
	for i := range v {
		n, err := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		require.NoError(t, err)
		c := float64(n) / 255
		if v[i] = c / 12.92; c > 0.04045 {
			v[i] = math.Pow((c+0.055)/1.055, 2.4)
		}
	}
	return v
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	luminance := func(hex string) float64 {
		v := linear(t, hex)
		return 0.2126*v[0] + 0.7152*v[1] + 0.0722*v[2]
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func (m matrix) times(v [3]float64) (w [3]float64) {
	for i := range w {
		for k := range v {
			w[i] += m[i][k] * v[k]
		}
	}
	return w
}

// lab returns a colour in CIELAB (D65) as an eye sees it.
func lab(t *testing.T, hex string, eye matrix) [3]float64 {
	t.Helper()
	v := eye.times(linear(t, hex))
	for i := range v {
		v[i] = min(max(v[i], 0), 1)
	}
	xyz := matrix{{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}.times(v)
	f := func(x float64) float64 {
		if x > 216.0/24389 {
			return math.Cbrt(x)
		}
		return (24389.0/27*x + 16) / 116
	}
	x, y, z := f(xyz[0]/0.95047), f(xyz[1]), f(xyz[2]/1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func distance(a, b [3]float64) float64 {
	return math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
}

func TestThemesAreChecked(t *testing.T) {
	m := readMap(t, "board.json")
	for _, tt := range []struct {
		why    string
		change func(*render.Palette)
		want   string
	}{
		{"a colour that would end the style sheet", func(p *render.Palette) { p.Ink = "</style>" }, `colour "</style>" is not`},
		{"a name is no colour here", func(p *render.Palette) { p.Pathways = []string{"red"} }, `colour "red" is not`},
		{"no colour left", func(p *render.Palette) { p.Pathways = nil }, "at least one colour"},
		{"no heading colour", func(p *render.Palette) { p.Header = nil }, "at least one colour"},
	} {
		theme := render.Auto()
		tt.change(theme.Dark)
		_, err := render.Layout(m, render.WithTheme(theme))
		require.ErrorContains(t, err, tt.want, tt.why)
	}
}

// What one caller does to a theme is not seen by the next.
func TestThemesAreCopies(t *testing.T) {
	render.Light().Screen.Pathways[0] = "#000000"
	assert.NotEqual(t, "#000000", render.Light().Screen.Pathways[0])
}
