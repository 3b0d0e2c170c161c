package report

import (
	"html/template"
	"math"
	"strconv"
	"strings"

	"github.com/outcomemap/outcomemap/evidence/bayes"
)

// Charts that stand in a row of a table are SVG without a view box, placed by percentages: they grow
// with their cell and nothing in them is squeezed. They hold numbers alone, and are hidden from screen
// readers, as the figures stand beside them.

type chart struct{ b strings.Builder }

func newChart(class string) *chart {
	c := &chart{}
	c.raw(`<svg class="`, class, `" aria-hidden="true" direction="ltr">`)
	return c
}

func (c *chart) raw(parts ...string) {
	for _, s := range parts {
		c.b.WriteString(s)
	}
}

func (c *chart) html() template.HTML {
	c.raw(`</svg>`)
	return template.HTML(c.b.String()) //nolint:gosec // numbers and fixed text alone
}

func (c *chart) line(class string, x1, y1, x2, y2 float64) {
	c.raw(`<line class="`, class, `" x1="`, pc(x1), `" x2="`, pc(x2), `" y1="`, px(y1), `" y2="`, px(y2), `"/>`)
}

func (c *chart) rect(class string, x1, x2, y, height float64) {
	c.raw(`<rect class="`, class, `" x="`, pc(x1), `" width="`, pc(max(x2-x1, 0.004)), `" y="`, px(y), `" height="`, px(height), `"/>`)
}

func (c *chart) circle(class string, x, y, r float64) {
	c.raw(`<circle class="`, class, `" cx="`, pc(x), `" cy="`, px(y), `" r="`, px(r), `"/>`)
}

// text writes a label; it is escaped, as words may come from the caller.
func (c *chart) text(s string) { c.raw(template.HTMLEscapeString(s), `</text>`) }

// pc writes a share of the width as a percentage.
func pc(x float64) string { return trim(min(max(x, 0), 1)*100) + "%" }

// px writes a length.
func px(x float64) string { return trim(x) }

func trim(x float64) string {
	if math.IsNaN(x) {
		x = 0
	}
	return strconv.FormatFloat(math.Round(min(max(x, -1e7), 1e7)*100)/100, 'f', -1, 64)
}

// The axis of chances is one of log-odds, so that equal distances are equal weights of evidence. It
// runs from 2 to 98 in 100; what lies outside is at its end, with an arrow.
const axisEnd = 0.98

// axisTicks are where the words for chances change.
var axisTicks = [...]float64{0.10, 0.33, 0.66, 0.90}

// offAxis reports whether a chance lies below the axis.
func offAxis(p float64) bool { return p < 1-axisEnd }

func onAxis(p float64) float64 {
	p = min(max(p, 1-axisEnd), axisEnd)
	end := math.Log(axisEnd / (1 - axisEnd))
	return (math.Log(p/(1-p)) + end) / (2 * end)
}

// band draws the chances of one claim: the range as a bar, its middle as a tick, the prior as a pale bar
// below. A nil estimate is a dashed line: unknown, and not nil.
func band(post *bayes.Estimate, prior *[2]float64, open bool) template.HTML {
	c := newChart("ch")
	for _, t := range axisTicks {
		c.line("gl", onAxis(t), 0, onAxis(t), 24)
	}
	if post == nil {
		c.line("unk", 0, 12, 1, 12)
		return c.html()
	}
	class := "band"
	if open {
		class = "band open"
	}
	c.rect(class, onAxis(post.Low), onAxis(post.High), 7, 9)
	if prior != nil {
		from, to := onAxis(prior[0]), onAxis(prior[1])
		half := max(to-from, 0.014) / 2
		c.rect("prior", (from+to)/2-half, (from+to)/2+half, 19, 4)
	}
	c.line("mid", onAxis(post.Mid), 3, onAxis(post.Mid), 20)
	return c.html()
}

// whole draws the chances that a whole chain holds: the bar if its claims are independent, the thin line
// from the least that is possible to the most.
func whole(lowest, product, most bayes.Estimate, open bool) template.HTML {
	c := newChart("ch")
	for _, t := range axisTicks {
		c.line("gl", onAxis(t), 0, onAxis(t), 24)
	}
	c.line("reach", onAxis(lowest.Low), 12, onAxis(most.High), 12)
	if offAxis(lowest.Low) {
		c.raw(`<path class="off" d="M6 8L1 12L6 16"/>`)
	} else {
		c.line("reach", onAxis(lowest.Low), 8, onAxis(lowest.Low), 16)
	}
	c.line("reach", onAxis(most.High), 8, onAxis(most.High), 16)
	class := "band"
	if open {
		class = "band open"
	}
	c.rect(class, onAxis(product.Low), onAxis(product.High), 7, 10)
	c.line("mid", onAxis(product.Mid), 3, onAxis(product.Mid), 21)
	return c.html()
}

// chanceAxis labels the axis of chances.
func (w Words) chanceAxis() template.HTML {
	c := newChart("ax")
	for _, t := range axisTicks {
		c.raw(`<text x="`, pc(onAxis(t)), `" y="11">`)
		c.text(w.chance(t))
	}
	c.raw(`<text class="u" x="100%" y="11">`)
	c.text(w.word("number.in100.short"))
	return c.html()
}

// maxWeight is where the axis of weights ends, in decibels.
const maxWeight = 12

func onWeights(db float64) float64 {
	return 0.5 + min(max(db, -maxWeight), maxWeight)/(2*maxWeight)
}

// weight draws a weight of evidence left of zero against the claim and right of it for the claim: the
// range as a pale bar, the middle as a dot, hollow where the evidence is absent.
func weight(e bayes.Estimate, found bool) template.HTML {
	c := weightChart()
	side := side(e.Mid)
	if e.High-e.Low > 0.05 {
		c.rect("iv "+side, onWeights(e.Low), onWeights(e.High), 8, 8)
	}
	c.line("st "+side, 0.5, 12, onWeights(e.Mid), 12)
	dot := "dot "
	if !found {
		dot = "ring "
	}
	c.circle(dot+side, onWeights(e.Mid), 12, 4.5)
	return c.html()
}

// plans draws what planned evidence would weigh, found and absent.
func plans(found, absent bayes.Estimate) template.HTML {
	c := weightChart()
	c.line("pl", onWeights(absent.Mid), 12, onWeights(found.Mid), 12)
	c.circle("plc", onWeights(absent.Mid), 12, 4)
	c.circle("plc", onWeights(found.Mid), 12, 4)
	return c.html()
}

func weightChart() *chart {
	c := newChart("ch")
	for _, t := range [...]float64{-10, -5, 5, 10} {
		c.line("gl", onWeights(t), 0, onWeights(t), 24)
	}
	c.line("zero", 0.5, 0, 0.5, 24)
	return c
}

func side(db float64) string {
	if db < 0 {
		return "against"
	}
	return "for"
}

// weightAxis labels the axis of weights.
func (w Words) weightAxis() template.HTML {
	c := newChart("ax")
	for _, t := range [...]float64{-10, -5, 0, 5, 10} {
		c.raw(`<text x="`, pc(onWeights(t)), `" y="11">`)
		c.text(strings.TrimSuffix(w.decibels(t), w.word("number.decimal")+"0"))
	}
	return c.html()
}

// bar draws a share of one.
func bar(share float64) template.HTML {
	c := newChart("ch low")
	c.rect("track", 0, 1, 2, 8)
	c.rect("fill", 0, share, 2, 8)
	return c.html()
}
