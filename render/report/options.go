package report

import (
	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/render"
)

// An Option changes what a report says or how it looks.
type Option func(*config)

type config struct {
	words  Words
	theme  render.Theme
	score  []evidence.Option
	asOf   evidence.Date
	notice string
	file   string
}

// WithWords puts other words in the place of the English ones, for another language or another house.
// Those that are left out stay English; a key that [English] lacks is an error of [Write], and so is a
// sentence that names other things than the English one.
func WithWords(w Words) Option { return func(c *config) { c.words = w } }

// Theme takes the colours of t, which are also those of the map, instead of [render.Auto]. A page
// whose theme has no dark palette stays light.
func Theme(t render.Theme) Option { return func(c *config) { c.theme = t } }

// AsOf tells the story as it stood on a day: ratings and evidence that are newer are left out.
func AsOf(d evidence.Date) Option {
	return func(c *config) {
		if c.asOf = ""; d.Valid() {
			c.asOf = d
		}
	}
}

// Scoring sets how scores are worked out, by options of [evidence.Score] such as [evidence.Aim].
func Scoring(opts ...evidence.Option) Option {
	return func(c *config) { c.score = append(c.score, opts...) }
}

// Notice puts a line of plain text on top of the page and of each printed sheet, such as "Draft".
func Notice(text string) Option { return func(c *config) { c.notice = text } }

// File names the map file that the report was made from, such as its address or "sha256:…", so that a
// reader can tell one state of a map from another.
func File(name string) Option { return func(c *config) { c.file = name } }
