package report

import (
	"html/template"
	"strings"
)

func (t *teller) title() string { return t.firstOf(plain(t.m.Title), t.word("map.untitled")) }

// front tells what stands at the top.
func (t *teller) front(p *page) {
	m := t.m
	p.Kicker = t.newest()
	p.Standfirst = prose(m.Summary)
	if p.Standfirst == "" {
		p.Standfirst = prose(m.Description)
	}
	p.Description = clipped(t.firstOf(bare(m.Summary), bare(m.Description), t.word("page.about")), 300)
	pr := &m.Provenance
	add := func(key string, text template.HTML) {
		if text != "" {
			p.Facts = append(p.Facts, fact{t.Words[key], text})
		}
	}
	escape := func(s string) template.HTML { return template.HTML(template.HTMLEscapeString(s)) } //nolint:gosec // escaped
	add("front.map", escape(t.joinedBy(", ", plain(pr.Publisher), t.date(pr.Date))))
	if p.Rated {
		rated, all := 0, 0
		for _, path := range t.paths {
			rated, all = rated+path.card.Ratings.Rated, all+path.card.Ratings.Stones
		}
		add("front.ratings", t.html("front.ratings.says", "n", itoa(rated), "of", itoa(all)))
	}
	if len(t.items) > 0 {
		add("front.evidence", escape(t.evidenceCount()))
	}
	add("front.file", escape(clipped(plain(t.file), 24)))
	if len(pr.Licence) <= 40 { // a longer one stands at the end, and so does that there is none
		add("front.licence", escape(plain(pr.Licence)))
	}
	p.PrintLeft = t.joinedBy(" · ", t.title(), p.Notice)
}

func (t *teller) joinedBy(sep string, parts ...string) string {
	var all []string
	for _, s := range parts {
		if s != "" {
			all = append(all, s)
		}
	}
	return strings.Join(all, sep)
}

// newest names the newest round, or the day asked for.
func (t *teller) newest() string {
	if t.asOf != "" {
		return t.say("front.asof", "date", t.date(t.asOf))
	}
	if n := len(t.m.Evidence.Rounds); n > 0 {
		r := &t.m.Evidence.Rounds[n-1]
		return t.firstOf(plain(r.Title), t.date(r.Date), plain(r.ID))
	}
	return t.date(t.m.Provenance.Date)
}

func (t *teller) evidenceCount() string {
	found, planned := 0, 0
	for _, i := range t.items {
		if i.Status == "planned" {
			planned++
		} else {
			found++
		}
	}
	s := t.say("front.evidence.says", "items", t.count("count.items", found), "sources", t.count("count.sources", len(t.m.Evidence.Sources)))
	if planned > 0 {
		s = t.say("front.planned", "text", s, "n", itoa(planned))
	}
	return s
}
