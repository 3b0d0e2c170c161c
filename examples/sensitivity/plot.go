package main

import (
	"fmt"
	"html"
	"io"
	"slices"
	"strings"
)

const width, height, left, top = 480.0, 300.0, 60.0, 60.0

// plot draws the curve with its range, and the band that the likelihood was judged to lie in.
func (s *study) plot(w io.Writer, curve []point) error {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	line(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %g %g" font-family="Arial, sans-serif" font-size="12" role="img" aria-label="%s">`,
		left+width+30, top+height+50, html.EscapeString(s.title()))
	line(`<rect width="100%%" height="100%%" fill="#fff"/>`)
	line(`<text x="%g" y="20" font-size="14" font-weight="bold">%s</text>`, left, html.EscapeString(s.name))
	line(`<text x="%g" y="40">%s</text>`, left, html.EscapeString(s.title()))

	low, high := x(s.judged.Low), x(s.judged.High)
	line(`<rect x="%.1f" y="%g" width="%.1f" height="%g" fill="#f3d9a4"/>`, low-1, top, high-low+2, height)
	for _, part := range parts(curve) {
		line(`<polygon points="%s" fill="#1d63d8" fill-opacity="0.15"/>`, outline(part))
		line(`<polyline points="%s" fill="none" stroke="#1d63d8" stroke-width="2"/>`, middle(part))
	}
	for i := 0; i <= 4; i++ {
		tick := float64(i) / 4
		line(`<path d="M%.1f %gv5M%g %.1fh-5" stroke="#333"/>`, x(tick), top+height, left, y(tick))
		line(`<text x="%.1f" y="%g" text-anchor="middle">%g</text>`, x(tick), top+height+18, tick)
		line(`<text x="%g" y="%.1f" text-anchor="end">%g</text>`, left-8, y(tick)+4, tick)
	}
	line(`<path d="M%g %gv%gh%g" fill="none" stroke="#333"/>`, left, top, height, width)
	line(`<text x="%g" y="%g" text-anchor="middle">%s of %s</text>`, left+width/2, top+height+38, s.vary, html.EscapeString(s.item))
	line(`<text transform="translate(18 %g) rotate(-90)" text-anchor="middle">chance of the claim</text>`, top+height/2)
	line(`</svg>`)
	_, err := io.WriteString(w, b.String())
	return err
}

func (s *study) title() string {
	return fmt.Sprintf("The chance of the claim as the %s of %s goes from 0 to 1 (judged: %s)", s.vary, s.item, s.judged)
}

func x(at float64) float64     { return left + float64(width*at) }
func y(chance float64) float64 { return top + float64(height*(1-chance)) }

// parts cuts the curve where nothing can be scored.
func parts(curve []point) (all [][]point) {
	var part []point
	for _, p := range append(curve[:len(curve):len(curve)], point{}) {
		switch {
		case p.posterior != nil:
			part = append(part, p)
		case part != nil:
			all, part = append(all, part), nil
		}
	}
	return all
}

func middle(part []point) string {
	var line []string
	for _, p := range part {
		line = append(line, at(p.at, p.posterior.Mid))
	}
	return strings.Join(line, " ")
}

// outline goes along the low ends and back along the high ones.
func outline(part []point) string {
	var line []string
	for _, p := range part {
		line = append(line, at(p.at, p.posterior.Low))
	}
	for _, p := range slices.Backward(part) {
		line = append(line, at(p.at, p.posterior.High))
	}
	return strings.Join(line, " ")
}

func at(value, chance float64) string { return fmt.Sprintf("%.1f,%.1f", x(value), y(chance)) }
