package render

import "strconv"

// styles is the style sheet: what a reader's dark setting and paper change. All else is written as
// attributes, so that programs without style sheets draw it too.
func (d *drawing) styles() string {
	p := pen{prefix: d.prefix, b: make([]byte, 0, 4096)}
	if !d.bare {
		p.sheet(d.frame())
	}
	if d.theme.Dark != nil {
		p.raw("@media screen and (prefers-color-scheme:dark){")
		p.rules(d.theme.Dark, len(d.ink.Header), len(d.ink.Pathways))
		p.raw("}")
	}
	if d.theme.Print != nil {
		p.raw("@media print{")
		p.rules(d.theme.Print, len(d.ink.Header), len(d.ink.Pathways))
		p.raw("}")
	}
	return string(p.b)
}

// sheet makes a browser print the picture on a sheet of its own size, where it would cut it at the edge of the
// usual one. A picture inside a web page is not the root and does not touch the sheets of the page.
func (p *pen) sheet(_, _, width, height float64) {
	p.raw("@page ", p.prefix, "sheet{size:")
	p.num(width)
	p.raw("px ")
	p.num(height)
	p.raw("px;margin:0}svg:root{page:", p.prefix, "sheet}")
}

// rules writes the colours of a palette for all classes of a picture that was drawn in one with as many
// colours for headings and pathways as given.
func (p *pen) rules(c *Palette, headers, pathways int) {
	p.rule("bg", "fill", c.Page)
	p.rule("ln", "fill", c.Lane)
	p.rule("cd", "fill", c.Card)
	p.rule("cd", "stroke", c.Border)
	p.rule("cf", "fill", c.Lane)
	p.rule("cf", "stroke", c.Border)
	p.rule("tx", "fill", c.Ink)
	p.rule("mu", "fill", c.Muted)
	p.rule("om", "stroke", c.Muted)
	p.rule("hi", "fill", c.HeaderInk)
	p.rule("bt", "fill", c.BadgeInk)
	for i := range headers {
		p.rule("h"+strconv.Itoa(i), "fill", c.Header[i%len(c.Header)])
	}
	for i := range pathways {
		p.rule("p"+strconv.Itoa(i), "stroke", c.Pathways[i%len(c.Pathways)])
		p.rule("f"+strconv.Itoa(i), "fill", c.Pathways[i%len(c.Pathways)])
	}
	for i, colour := range [...]string{c.Unrated, c.Progress[0], c.Progress[1], c.Progress[2]} {
		p.rule("r"+strconv.Itoa(i), "fill", colour)
		p.rule("o"+strconv.Itoa(i), "stroke", colour)
	}
}

func (p *pen) rule(class, property, colour string) {
	p.raw(".", p.prefix, class, "{", property, ":", colour, "}")
}
