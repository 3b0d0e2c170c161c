package report

import (
	"html/template"

	"github.com/outcomemap/outcomemap/outcome"
)

// A factorGroup is the context of one sphere.
type factorGroup struct {
	Name               string
	Enablers, Barriers []template.HTML
}

// back tells context, background, conclusions, sources, legend and provenance.
func (t *teller) back(p *page) {
	m := t.m
	p.Factors = t.factors()
	b := &m.Background
	for _, f := range []struct{ key, text string }{{"background.map", m.Description}, {"background.about", b.About}, {"background.aims", b.Aims}, {"background.context", b.Context}, {"background.method", b.Method}} {
		if text := prose(f.text); text != "" {
			p.Background = append(p.Background, fact{t.Words[f.key], text})
		}
	}
	p.Concluded = prose(m.Conclusions)
	seen := map[*source]bool{}
	for i := range m.Evidence.Sources {
		if s := t.sources[m.Evidence.Sources[i].ID]; s != nil && !seen[s] {
			seen[s] = true
			p.Sources = append(p.Sources, s)
		}
	}
	told := map[*item]bool{}
	for i := range m.Evidence.Items {
		it := t.items[m.Evidence.Items[i].ID]
		if it == nil || told[it] {
			continue
		}
		told[it] = true
		it.Bears = t.bears(it)
		if it.Source == nil {
			p.Sourceless = append(p.Sourceless, it)
		}
	}
	if p.Rated || p.Claimed || len(t.items) > 0 || len(t.paths) > 0 {
		p.Legend = t.legend(p)
	}
	p.Provenance = t.provenance(p)
}

func (t *teller) factors() []factorGroup {
	var all []factorGroup
	for _, sphere := range [...]outcome.Sphere{outcome.Individual, outcome.Social, outcome.Material, ""} {
		g := factorGroup{Name: t.Words["sphere."+string(sphere)]}
		for _, f := range t.m.Factors {
			known := f.Sphere == outcome.Individual || f.Sphere == outcome.Social || f.Sphere == outcome.Material
			if f.Sphere != sphere && (sphere != "" || known) {
				continue
			}
			if f.Kind == outcome.Barrier {
				g.Barriers = append(g.Barriers, prose(f.Text))
			} else {
				g.Enablers = append(g.Enablers, prose(f.Text))
			}
		}
		if len(g.Enablers)+len(g.Barriers) > 0 {
			all = append(all, g)
		}
	}
	return all
}

func (t *teller) provenance(p *page) []fact {
	m, pr := t.m, &t.m.Provenance
	var all []fact
	add := func(key, text string) {
		if text = plain(text); text != "" {
			all = append(all, fact{t.Words[key], template.HTML(template.HTMLEscapeString(text))}) //nolint:gosec // escaped
		}
	}
	add("provenance.publisher", pr.Publisher)
	add("provenance.date", t.date(pr.Date))
	add("provenance.people", t.joined(tidy(pr.People)))
	add("provenance.licence", t.firstOf(plain(pr.Licence), t.word("provenance.nolicence")))
	if to := safeURL(pr.URL); to != "" {
		all = append(all, fact{t.word("provenance.address"), template.HTML(`<a href="` + template.HTMLEscapeString(to) + `">` + template.HTMLEscapeString(to) + `</a>`)}) //nolint:gosec // escaped and checked
	}
	add("provenance.id", m.ID)
	add("provenance.language", m.Language)
	add("provenance.file", t.file)
	parent := &m.Parent
	add("provenance.parent", t.joinedBy(" · ", plain(parent.ID), plain(parent.URL), plain(parent.Digest)))
	if p.Rated {
		add("provenance.standard", t.index.Standard().ID)
	}
	return append(all, t.refs(m.Refs)...)
}
