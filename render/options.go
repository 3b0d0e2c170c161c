package render

import (
	"fmt"
	"slices"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/outcome"
)

// An Option changes what is drawn or how. Without any, the whole map is drawn in the author's order,
// ratings are shown where there are any, and the colours follow the reader's light or dark setting.
type Option func(*config)

// A Measurer returns the width of a text on one line, in pixels, set in a type of the given size.
type Measurer func(s string, size float64, bold bool) float64

type config struct {
	pathway   string
	focus     []string
	byPathway bool
	asOf      evidence.Date
	since     evidence.Date
	fewest    bool
	theme     Theme
	measure   Measurer
	prefix    string
	ratings   *bool
	cardWidth float64
	textWidth int
	words     wording
	inWords   Words // of the caller
	bare      bool
	stoneLink func(stone string) string
}

// Pathway draws one pathway alone: its stones and links, under all the columns of the map.
func Pathway(id string) Option { return func(c *config) { c.pathway = id } }

// Focus draws the whole map with the named pathways in full and all others faint.
func Focus(pathways ...string) Option {
	return func(c *config) { c.focus = slices.Concat(c.focus, pathways) }
}

// ByPathway draws a row for each pathway, with its stones and links alone, under columns that stand in
// the same place in all rows and have their headings once, on top; stones in no pathway come last. It keeps a map readable that has more than
// about four pathways or eighty stones. A stone in several pathways has a card in each of their rows.
func ByPathway(on bool) Option { return func(c *config) { c.byPathway = on } }

// AsOf shows the ratings as they stood on a day: what is newer is left out.
func AsOf(d evidence.Date) Option { return func(c *config) { c.asOf = d } }

// Since shows what moved after a day: ratings that changed are drawn with what they were before, cards
// without any are faint, and the legend counts both. With [AsOf] it compares two days.
func Since(d evidence.Date) Option { return func(c *config) { c.since = d } }

// FewestCrossings lets stones change places inside their column so that fewer links cross. Off unless
// asked for: the author's order may mean something. With [ByPathway] each row is ordered by itself.
func FewestCrossings(on bool) Option { return func(c *config) { c.fewest = on } }

// WithTheme draws in the colours of t instead of [Auto].
func WithTheme(t Theme) Option { return func(c *config) { c.theme = t } }

// WithMeasurer breaks text into lines by the measure of another font than Arial. A width that is
// negative or no number is ignored in favour of the built-in one.
func WithMeasurer(measure Measurer) Option { return func(c *config) { c.measure = measure } }

// IDPrefix starts every id and class name in the SVG, so that several maps share a page. It is a
// letter followed by letters, digits, hyphens and underscores; "om-" unless set.
func IDPrefix(prefix string) Option { return func(c *config) { c.prefix = prefix } }

// Ratings shows progress and confidence even where nothing is rated yet, or hides them.
func Ratings(on bool) Option { return func(c *config) { c.ratings = &on } }

// CardWidth sets the usual width of a card in pixels, 120 to 600. A column whose words need more gets
// more. 208 unless set, and wider where a map has few columns.
func CardWidth(px float64) Option { return func(c *config) { c.cardWidth = px } }

// TextWidth sets how many cells wide the lines of [Text] may be, 20 to 1000; 80 unless set.
func TextWidth(cells int) Option { return func(c *config) { c.textWidth = cells } }

// WithWords puts other words in the place of the English ones, for another language or another house.
// Those that are left out stay English; a key that [English] lacks is an error, and so is a sentence that
// names other things than the English one.
func WithWords(w Words) Option { return func(c *config) { c.inWords = w } }

// Bare leaves out title, legend, source and the margin around them, for a page that has its own.
func Bare(on bool) Option { return func(c *config) { c.bare = on } }

// StoneLinks makes each card a link to the address that is returned for its stone, such as "#stone-7";
// cards with "" stay as they are. An address that is neither http, https, mailto nor relative is
// ignored. Programs other than browsers may not follow links in a picture.
func StoneLinks(address func(stone string) string) Option {
	return func(c *config) { c.stoneLink = address }
}

// A NotFoundError says that an option names something that the map does not have.
type NotFoundError struct{ Kind, ID string }

// Error names the kind of thing and its id.
func (e *NotFoundError) Error() string {
	return fmt.Sprintf("render: the map has no %s %q", e.Kind, e.ID)
}

// configure applies the options and refuses those that the map or the picture cannot follow.
func configure(m *outcome.Map, opts []Option) (*config, error) {
	if m == nil {
		return nil, fmt.Errorf("render: no map")
	}
	c := &config{theme: Auto(), prefix: "om-", words: english(), textWidth: 80}
	for _, opt := range opts {
		if opt != nil {
			opt(c)
		}
	}
	if err := c.words.replace(c.inWords); err != nil {
		return nil, err
	}
	ids := c.focus
	if c.pathway != "" {
		ids = append(slices.Clip(ids), c.pathway)
	}
	for _, id := range ids {
		if !hasPathway(m, id) {
			return nil, &NotFoundError{Kind: "pathway", ID: id}
		}
	}
	for _, d := range []evidence.Date{c.asOf, c.since} {
		if _, _, err := d.Span(); d != "" && err != nil {
			return nil, fmt.Errorf("render: %w", err)
		}
	}
	if c.cardWidth != 0 && !(c.cardWidth >= 120 && c.cardWidth <= 600) {
		return nil, fmt.Errorf("render: a card %v pixels wide is not between 120 and 600", c.cardWidth)
	}
	if c.textWidth < 20 || c.textWidth > 1000 {
		return nil, fmt.Errorf("render: text %d cells wide is not between 20 and 1000", c.textWidth)
	}
	if !isName(c.prefix) {
		return nil, fmt.Errorf("render: id prefix %q is not a letter followed by letters, digits, - and _", c.prefix)
	}
	return c, c.theme.check()
}

func hasPathway(m *outcome.Map, id string) bool {
	for i := range m.Pathways {
		if m.Pathways[i].ID == id {
			return true
		}
	}
	return false
}

func isName(s string) bool {
	for i := range len(s) {
		letter := s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z'
		if !letter && (i == 0 || s[i] != '-' && s[i] != '_' && (s[i] < '0' || s[i] > '9')) {
			return false
		}
	}
	return s != "" && len(s) <= 64
}
