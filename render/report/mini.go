package report

import (
	"html/template"
	"strconv"
)

// A miniStep is one column of the small map of a pathway.
type miniStep struct {
	Stones []miniStone
	Break  bool // the story breaks behind it
	Here   bool // the story breaks at it
}

type miniStone struct{ progress, confidence level }

const (
	miniW, miniH   = 33.0, 17.0
	miniX, miniY   = 44.0, 21.0
	miniMost       = 5 // stones of a step that are drawn; a mark stands for the rest
	miniMostSteps  = 12
	miniPad        = 2.0
	miniBreakWidth = 12.0
)

// mini draws a pathway small: a box a stone with the signs of its progress and its confidence, and two
// strokes where the story breaks. All of it is said in words beside it.
func mini(steps []miniStep, class string, rtl bool) template.HTML {
	steps = steps[:min(len(steps), miniMostSteps)]
	if len(steps) == 0 {
		return ""
	}
	most, wide := 1, 2*miniPad
	at := make([]float64, len(steps))
	for i, s := range steps {
		most = max(most, min(len(s.Stones), miniMost+1))
		at[i] = wide - 2*miniPad
		wide += miniX
		if s.Break && i < len(steps)-1 {
			wide += miniBreakWidth
		}
	}
	wide -= miniX - miniW
	if last := steps[len(steps)-1]; last.Break || last.Here {
		wide += miniBreakWidth
	}
	high := float64(most)*miniY - (miniY - miniH) + 2*miniPad
	c := &chart{}
	c.raw(`<svg class="mini `, class, `" aria-hidden="true" direction="ltr" width="`, px(wide), `" height="`, px(high), `" viewBox="0 0 `, px(wide), ` `, px(high), `">`)
	d := miniDrawing{c, at, wide, high, rtl}
	d.links(steps)
	for i, s := range steps {
		d.step(i, s)
	}
	for i, s := range steps {
		if s.Break || s.Here {
			d.cut(i)
		}
	}
	return c.html()
}

type miniDrawing struct {
	*chart
	at         []float64
	wide, high float64
	rtl        bool
}

// x mirrors a place where the language runs from right to left.
func (d *miniDrawing) x(x, width float64) float64 {
	if d.rtl {
		return d.wide - x - width
	}
	return x
}

// top is the upper edge of stone k of n.
func (d *miniDrawing) top(k, n int) float64 {
	n = min(n, miniMost+1)
	return d.high/2 + (float64(k)-float64(n)/2)*miniY + (miniY-miniH)/2
}

func (d *miniDrawing) links(steps []miniStep) {
	d.raw(`<path class="ml" d="`)
	for i := 0; i+1 < len(steps); i++ {
		a, b := steps[i].Stones, steps[i+1].Stones
		for k := range a[:min(len(a), miniMost)] {
			for l := range b[:min(len(b), miniMost)] {
				d.raw("M", px(d.x(d.at[i]+miniW+miniPad, 0)), " ", px(d.top(k, len(a))+miniH/2),
					"L", px(d.x(d.at[i+1]+miniPad, 0)), " ", px(d.top(l, len(b))+miniH/2))
			}
		}
	}
	d.raw(`"/>`)
}

func (d *miniDrawing) step(i int, s miniStep) {
	x := d.x(d.at[i]+miniPad, miniW)
	for k, stone := range s.Stones[:min(len(s.Stones), miniMost)] {
		y := d.top(k, len(s.Stones))
		d.raw(`<rect class="bx" x="`, px(x), `" y="`, px(y), `" width="`, px(miniW), `" height="`, px(miniH), `" rx="3"/>`)
		d.use(stone.progress, x+4, y+3)
		if stone.progress.Rank > 0 || stone.confidence.Rank > 0 {
			d.use(stone.confidence, x+18, y+3)
		}
	}
	if more := len(s.Stones) - miniMost; more > 0 {
		d.raw(`<text class="more" x="`, px(x+miniW/2), `" y="`, px(d.top(miniMost, len(s.Stones))+12), `">+`, strconv.Itoa(more), `</text>`)
	}
}

func (d *miniDrawing) use(l level, x, y float64) {
	d.raw(`<use class="`, l.Class, `" href="#`, l.Icons[0], `" x="`, px(x), `" y="`, px(y), `" width="11" height="11"/>`)
}

// cut draws the two strokes of the break behind step i.
func (d *miniDrawing) cut(i int) {
	x := d.at[i] + miniPad + miniW + (miniX-miniW+miniBreakWidth)/2
	if i == len(d.at)-1 {
		x = d.wide - 5
	}
	x = d.x(x, 0)
	h := d.high
	d.raw(`<path class="cutgap" d="M`, px(x-3), " ", px(h), "L", px(x+3), ` 0"/>`)
	d.raw(`<path class="cut" d="M`, px(x-5), " ", px(h), "L", px(x+1), " 0M", px(x-1), " ", px(h), "L", px(x+5), ` 0"/>`)
}
