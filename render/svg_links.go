package render

import "github.com/outcomemap/outcomemap/internal/grouped"

// dashes tell pathways apart without colour: each pathway has the dash of its place.
var dashes = [...]string{"", "8 4", "2 3", "11 4 2 4", "5 3", "14 4 5 4"}

// colourOf and dashOf give a pathway its looks: colours repeat before dashes do, so that no two of the
// first 36 look the same.
func (d *drawing) colourOf(p int) int { return d.paths[p].number % len(d.ink.Pathways) }

func (d *drawing) dashOf(p int) string {
	n := d.paths[p].number
	return dashes[(n+n/len(d.ink.Pathways))%len(dashes)]
}

// faintLine is how a pathway out of focus is drawn.
const faintLine = ` opacity=".25" stroke-width="1"`

// drawLinks draws what runs between the cards, a group a pathway. Screen readers skip it: the cards
// say what they lead to.
func (d *drawing) drawLinks() {
	d.heads = d.arriving()
	d.raw(`<g fill="none" stroke-width="1.6" aria-hidden="true">`, "\n")
	for first := 0; first < len(d.strokes); {
		last := first
		for last < len(d.strokes) && d.strokes[last].path == d.strokes[first].path {
			last++
		}
		d.drawPathway(first, last)
		first = last
	}
	d.raw("</g>\n")
}

func (d *drawing) drawPathway(first, last int) {
	p := int(d.strokes[first].path)
	n := d.colourOf(p)
	d.raw(`<g`)
	d.class("p", n)
	d.attr("data-pathway", d.paths[p].ID)
	d.raw(` stroke="`, d.ink.Pathways[n], `"`)
	if d.paths[p].faint {
		d.raw(faintLine)
	}
	d.raw(">")
	d.raw(`<g`)
	d.dash(p)
	d.raw(">")
	for i := first; i < last; {
		d.spill()
		if h, ok := d.isHub(max(d.strokes[i].from, d.strokes[i].to)); ok {
			i = d.drawHub(i, h)
		} else {
			d.drawLink(link{from: d.strokes[i].from, to: d.strokes[i].to, strokes: [3]int32{int32(i)}, n: 1})
			i++
		}
	}
	d.raw("</g>")
	d.solids(p, n, first, last)
	d.raw("</g>\n")
}

func (d *drawing) dash(p int) {
	if dash := d.dashOf(p); dash != "" {
		d.raw(` stroke-dasharray="`, dash, `"`)
	}
}

// drawHub draws all strokes of a hub as one path, and without a line the links that they stand for. It
// returns the stroke behind them.
func (d *drawing) drawHub(i int, h *hub) int {
	end := i + h.strokes()
	d.raw(`<path data-hub="" d="`)
	for k := i; k < end; k++ {
		d.way(d.strokePoints(int32(k)), d.headRoom(int32(k)))
	}
	d.raw(`"/>`)
	if d.links > maxPairs {
		return end
	}
	d.raw(`<g stroke="none">`)
	d.hubLinks(i, h, d.drawLink)
	d.raw(`</g>`)
	return end
}

func (d *drawing) drawLink(l link) {
	d.spill()
	d.raw(`<path`)
	d.attr("data-from", d.cards[l.from].stone.ID)
	d.attr("data-to", d.cards[l.to].stone.ID)
	d.attr("data-pathway", d.paths[d.strokes[l.strokes[0]].path].ID)
	if e := d.strokes[l.strokes[0]].effect; e != unstated {
		d.attr("data-effect", e.String())
	}
	d.raw(` d="`)
	if l.n == 1 && d.inside(&d.strokes[l.strokes[0]]) {
		d.bowed(d.strokePoints(l.strokes[0]), d.headRoom(l.strokes[0]))
	} else {
		var room [8]Point
		d.way(d.pointsOf(room[:0], l), d.headRoom(l.strokes[l.n-1]))
	}
	d.raw(`"/>`)
}

func (d *drawing) strokePoints(k int32) []Point {
	return d.points[d.strokes[k].first:d.strokes[k].last]
}

// headRoom is what the line of a stroke leaves to its head: 0 where it ends at a hub.
func (d *drawing) headRoom(k int32) float64 {
	switch {
	case d.strokes[k].toPort < 0:
		return 0
	case d.strokes[k].effect == negative:
		return barGap + barHead - 0.5
	}
	return arrowSize - 1
}

// way writes the curve through some points, but for the room at its end.
func (d *drawing) way(points []Point, room float64) {
	from := points[0]
	d.xy('M', from[0], from[1])
	for i, to := range points[1:] {
		if i == len(points)-2 {
			to[0] -= sign(to[0]-from[0]) * room
		}
		d.curve(from, to)
		from = to
	}
}

// curve writes one piece, level at both ends.
func (d *drawing) curve(from, to Point) {
	if dy := to[1] - from[1]; dy < 0.1 && dy > -0.1 {
		d.xy('L', to[0], to[1])
		return
	}
	half := (to[0] - from[0]) / 2
	d.xy('C', from[0]+half, from[1])
	d.xy(' ', to[0]-half, to[1])
	d.xy(' ', to[0], to[1])
}

// bowed writes a link inside a column.
func (d *drawing) bowed(points []Point, room float64) {
	a, apex, b := points[0], points[1], points[2]
	out := (apex[0] - a[0]) / 0.75
	d.xy('M', a[0], a[1])
	d.xy('C', a[0]+out, a[1])
	d.xy(' ', b[0]+out, b[1])
	d.xy(' ', b[0]+sign(out)*room, b[1])
}

func sign(x float64) float64 {
	if x < 0 {
		return -1
	}
	return 1
}

// arriving sorts the ports where links arrive by their pathways.
func (d *drawing) arriving() grouped.Groups {
	return grouped.By(len(d.ports), len(d.paths), func(i int) int {
		if p := &d.ports[i]; p.in {
			return int(p.path)
		}
		return -1
	})
}

// solids draws the arrow heads and hubs of a pathway.
func (d *drawing) solids(p, n, first, last int) {
	d.raw(`<g`)
	d.class("f", n)
	d.raw(` stroke="none" fill="`, d.ink.Pathways[n], `">`)
	seen := int32(-1)
	for i := first; i < last; i++ {
		for _, node := range [2]int32{d.strokes[i].from, d.strokes[i].to} {
			if h, ok := d.isHub(node); ok && node > seen {
				seen = node
				d.raw(`<circle`)
				d.size("cx", h.x)
				d.size("cy", h.y)
				d.raw(` r="3.5"/>`)
			}
		}
	}
	for _, i := range d.heads.In(p) {
		d.spill()
		d.arrow(&d.ports[i])
	}
	d.raw("</g>")
}

// arrow draws the head of the links that arrive at a port: a triangle, or a bar where the one makes
// less of the other.
func (d *drawing) arrow(p *port) {
	c := &d.cards[p.card]
	x, out := c.x, -1.0
	if p.right != d.rtl {
		x, out = c.x+c.width, 1.0
	}
	d.raw(`<path d="`)
	if p.minus {
		d.bar(x, p.y, out)
	} else {
		d.xy('M', x, p.y)
		d.xy('l', out*arrowSize, -arrowSize/2)
		d.raw("v8")
	}
	d.raw(`z"/>`)
}

// bar writes the head of a link that makes less of what it leads to: upright, across the end of the line,
// and clear of the card at x.
func (d *drawing) bar(x, y, out float64) {
	d.xy('M', x+out*barGap, y-barHeight/2)
	d.to('h', out*barHead)
	d.to('v', barHeight)
	d.to('h', -out*barHead)
}
