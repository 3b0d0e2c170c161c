package report

import (
	"html/template"
	"strconv"
	"strings"

	"github.com/outcomemap/outcomemap/render"
)

// colours turns a theme into the custom properties of the page, so that page and map go together. Text
// colours of ratings are those of their signs, darkened or lightened in the style sheet where small text
// needs more contrast.
func colours(t render.Theme) string {
	css := ":root{" + properties(&t.Screen) + "}\n"
	if t.Dark != nil {
		css += "@media screen and (prefers-color-scheme:dark){:root{" + properties(t.Dark) + "}}\n"
	}
	if t.Print != nil {
		css += "@media print{:root{" + properties(t.Print) + "}}\n"
	}
	for i := range t.Screen.Pathways {
		n := strconv.Itoa(i)
		css += ".p" + n + "{--c:var(--p" + n + ")}"
	}
	return css + "\n"
}

// scheme says which colour schemes the page has.
func scheme(t render.Theme) string {
	switch {
	case luminance(t.Screen.Page) < 0.2:
		return "dark"
	case t.Dark == nil:
		return "light"
	}
	return "light dark"
}

func properties(p *render.Palette) string {
	var b strings.Builder
	add := func(name, colour string) { b.WriteString("--" + name + ":" + colour + ";") }
	dark := luminance(p.Page) < 0.2
	add("paper", p.Page)
	add("wash", mix(p.Page, "#2F6FA3", 0.065))
	add("hair", mix(p.Page, p.Ink, 0.15))
	add("rule", p.Border)
	add("ink", p.Ink)
	add("mute", p.Muted)
	add("on", p.BadgeInk)
	for i, c := range p.Pathways {
		add("p"+strconv.Itoa(i), readable(c, p.Page))
	}
	for i, c := range p.Progress {
		add("q"+strconv.Itoa(i), readable(c, p.Page))
	}
	add("qu", readable(p.Unrated, p.Page))
	head := p.Header
	add("head0", head[0])
	add("head1", head[len(head)/2])
	add("head2", head[len(head)-1])
	for _, a := range accents {
		if dark {
			add(a.name, readable(a.dark, p.Page))
		} else {
			add(a.name, readable(a.light, p.Page))
		}
	}
	return b.String()
}

// accents are the colours of the page that no picture has.
var accents = [...]struct{ name, light, dark string }{
	{"link", "#0B4F6C", "#8CCBE6"},
	{"k0", "#566A87", "#8FA6C6"}, {"k1", "#345C8C", "#A3C4F2"}, {"k2", "#14335A", "#D6E5FF"},
	{"for", "#0B5D7A", "#6CC5E0"}, {"against", "#9A3F12", "#F0A070"},
	{"band", "#2B5C7E", "#6FA9CF"}, {"prior", "#6F8599", "#7C93AA"}, {"focus", "#1565E0", "#8CCBE6"},
}

// signs defines every sign of the page once, to be used by name.
func (t *teller) signs() template.HTML {
	c := &chart{}
	symbol := func(id string) { c.raw(`<symbol id="`, id, `" viewBox="0 0 11 11">`) }
	done := func() { c.raw(`</symbol>`) }
	for n := 0; n <= 8; n++ {
		symbol("q" + strconv.Itoa(n))
		disc(c, n)
		done()
	}
	symbol("qu")
	c.raw(`<path d="M1.5 5.5h8" fill="none" stroke="currentColor" stroke-width="1.8"/>`)
	done()
	for n := 0; n <= t.confidence.bars(); n++ {
		symbol("k" + strconv.Itoa(n))
		if t.rtl { // as on the map
			c.raw(`<g transform="matrix(-1 0 0 1 11 0)">`)
		}
		bars(c, n, t.confidence.bars())
		if t.rtl {
			c.raw(`</g>`)
		}
		done()
	}
	for _, s := range fixedSigns {
		symbol(s.id)
		c.raw(s.shape)
		done()
	}
	return template.HTML(c.b.String()) //nolint:gosec // numbers and fixed text alone
}

// fixedSigns are those that do not depend on a scale.
var fixedSigns = [...]struct{ id, shape string }{
	{"v2", `<path d="M1.5 6l2.8 2.8L9.5 2.5" fill="none" stroke="currentColor" stroke-width="1.9"/>`},
	{"v1", `<path d="M1 6.8C2.6 3 4.2 3.2 5.5 5.5S8.6 8 10 4.2" fill="none" stroke="currentColor" stroke-width="1.9"/>`},
	{"v0", `<path d="M2 2l7 7M9 2L2 9" fill="none" stroke="currentColor" stroke-width="1.9"/>`},
	{"vu", `<path d="M3 3.6C3 1 8 .8 8 3.6 8 5.4 5.5 5.2 5.5 7.2" fill="none" stroke="currentColor" stroke-width="1.7"/><circle cx="5.5" cy="9.6" r="1.1" fill="currentColor"/>`},
	{"e-for", `<path d="M5.5 1L10 9.5H1z" fill="currentColor"/>`},
	{"e-against", `<path d="M5.5 10L10 1.5H1z" fill="currentColor"/>`},
	{"e-mixed", `<path d="M5.5 .5L10.5 5.5 5.5 10.5.5 5.5z" fill="none" stroke="currentColor" stroke-width="1.6"/>`},
	{"e-absent", `<circle cx="5.5" cy="5.5" r="4.2" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M2.4 8.6l6.2-6.2" stroke="currentColor" stroke-width="1.6"/>`},
	{"e-planned", `<circle cx="5.5" cy="5.5" r="4.2" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.2 2.2"/>`},
	{"e-found", `<circle cx="5.5" cy="5.5" r="4.4" fill="currentColor"/>`},
	{"cut", `<path d="M1.5 10.5L5 .5M6 10.5L9.5 .5" fill="none" stroke="currentColor" stroke-width="1.8"/>`},
}

// disc draws a circle filled in eighths, clockwise from the top.
func disc(c *chart, eighths int) {
	if eighths == 8 {
		c.raw(`<circle cx="5.5" cy="5.5" r="5" fill="currentColor"/>`)
		return
	}
	c.raw(`<circle cx="5.5" cy="5.5" r="4.4" fill="none" stroke="currentColor" stroke-width="1.6"/>`)
	if eighths > 0 {
		const r, k = 4.4, 3.11 // k = r/√2
		ends := [...][2]float64{{0, -r}, {k, -k}, {r, 0}, {k, k}, {0, r}, {-k, k}, {-r, 0}, {-k, -k}}
		large := "0"
		if eighths > 4 {
			large = "1"
		}
		c.raw(`<path fill="currentColor" d="M5.5 5.5V1.1A4.4 4.4 0 `, large, ` 1 `, px(5.5+ends[eighths][0]), " ", px(5.5+ends[eighths][1]), `z"/>`)
	}
}

// bars draws rising bars, so many of them filled.
func bars(c *chart, filled, all int) {
	wide := 10.4/float64(all) - 0.9
	for i := range all {
		high := 3.2 + float64(7.3*float64(i))/float64(max(all-1, 1))
		x := 0.3 + float64(float64(i)*(wide+0.9))
		if i < filled {
			c.raw(`<rect fill="currentColor" x="`, px(x), `" y="`, px(10.8-high), `" width="`, px(wide), `" height="`, px(high), `"/>`)
		} else {
			c.raw(`<rect fill="none" stroke="currentColor" stroke-width=".7" x="`, px(x+.35), `" y="`, px(11.15-high), `" width="`, px(wide-.7), `" height="`, px(high-.7), `"/>`)
		}
	}
}
