package report

import (
	"math"
	"strconv"
)

// A colour of a theme may be fit for a picture and too faint for small text. What follows keeps every
// text on the page at a contrast of 4.5:1 with its ground (WCAG 2.2, 1.4.3), whatever the theme.

const textContrast = 4.9 // a little more than is asked for, as some text stands on a tinted ground

// readable returns c, moved towards black or white as far as it takes to read it on ground.
func readable(c, ground string) string {
	to := "#000000"
	if luminance(ground) < 0.2 {
		to = "#FFFFFF"
	}
	shade := c
	for step := 1; step <= 20 && contrast(shade, ground) < textContrast; step++ {
		shade = mix(c, to, float64(step)/20)
	}
	return shade
}

// mix returns a colour so far on the way from a to b.
func mix(a, b string, share float64) string {
	x, y := rgb(a), rgb(b)
	out := "#"
	for i := range x {
		v := int(math.Round(x[i] + float64((y[i]-x[i])*share)))
		s := strconv.FormatInt(int64(v), 16)
		if len(s) < 2 {
			s = "0" + s
		}
		out += s
	}
	return out
}

func rgb(c string) [3]float64 {
	var all [3]float64
	for i := range all {
		if len(c) == 7 {
			v, _ := strconv.ParseInt(c[1+2*i:3+2*i], 16, 32)
			all[i] = float64(v)
		}
	}
	return all
}

// luminance is the relative luminance of WCAG 2.2.
func luminance(c string) float64 {
	v := rgb(c)
	for i := range v {
		if v[i] /= 255; v[i] <= 0.04045 {
			v[i] /= 12.92
		} else {
			v[i] = math.Pow((v[i]+0.055)/1.055, 2.4)
		}
	}
	return float64(0.2126*v[0]) + float64(0.7152*v[1]) + float64(0.0722*v[2])
}

// contrast is the contrast ratio of WCAG 2.2.
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}
