package schematest

import (
	"strings"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/pathway"
	"github.com/outcomemap/outcomemap/schema"
)

// fileFaults are those that only a file can have.
var fileFaults = []Fault{
	{Name: "file that ends too soon", Rule: rule.Syntax, file: func(b *breaker) (string, string) {
		return "", strings.TrimRight(b.write(), "}\n")
	}},
	{Name: "comma at the end of an object", Rule: rule.Syntax, file: func(b *breaker) (string, string) {
		return "", strings.TrimRight(b.write(), "}\n") + ",\n}\n"
	}},
	{Name: "byte that is no UTF-8", Rule: rule.Encoding, file: func(b *breaker) (string, string) {
		b.m.Description = ""
		return "", b.with(`"description": "` + "\xff" + `"`)
	}},
	{Name: "NUL byte", Rule: rule.Encoding, file: func(b *breaker) (string, string) {
		return "", b.write() + "\x00"
	}},
	{Name: "lists a hundred deep", Rule: rule.Limit, file: func(b *breaker) (string, string) {
		b.m.Extra = nil
		return "", b.with(`"extra": {"deep": ` + strings.Repeat("[", 100) + strings.Repeat("]", 100) + `}`)
	}},
	{Name: "YAML anchor", Rule: rule.YAML, file: func(b *breaker) (string, string) {
		b.m.Description, b.format = "", schema.YAML
		return "/description", b.write() + "description: &anchor text\n"
	}},
	{Name: "version of the future", Rule: rule.Version, file: func(b *breaker) (string, string) {
		b.m.Version = "99"
		return "/outcomeMap", b.write()
	}},
	{Name: "key twice", Rule: rule.DuplicateKey, file: func(b *breaker) (string, string) {
		return "/title", b.with(`"title": "The other title"`)
	}},
	{Name: "number for a text", Rule: rule.Type, file: func(b *breaker) (string, string) {
		b.m.Description = ""
		return "/description", b.with(`"description": 5`)
	}},
	{Name: "null for a text", Rule: rule.Type, file: func(b *breaker) (string, string) {
		b.m.Description = ""
		return "/description", b.with(`"description": null`)
	}},
	{Name: "missing text of a factor", Rule: rule.Missing, file: func(b *breaker) (string, string) {
		b.m.Factors = nil
		return "/factors/0", b.with(`"factors": [{"kind": "barrier"}]`)
	}},
	{Name: "misspelt field", Rule: rule.Unknown, file: func(b *breaker) (string, string) {
		return "/desciption", b.with(`"desciption": "text"`)
	}},
	{Name: "byte order mark", Rule: rule.ByteMark, file: func(b *breaker) (string, string) {
		return "", "\ufeff" + b.write()
	}},
}

// with writes the map with one more member at the end.
func (b *breaker) with(member string) string {
	return strings.TrimSuffix(strings.TrimRight(b.write(), "\n"), "\n}") + ",\n  " + member + "\n}\n"
}

// structureFaults are wrong values that fit the model all the same.
var structureFaults = []Fault{
	{Name: "blank in an id", Rule: rule.BadID, model: func(b *breaker) string {
		return add(&b.m.Evidence.Rounds, "/evidence/rounds", evidence.Round{ID: "round one"}) + "/id"
	}},
	{Name: "month thirteen", Rule: rule.BadDate, model: func(b *breaker) string {
		b.m.Provenance.Date = "2021-13"
		return "/provenance/date"
	}},
	{Name: "script for a URL", Rule: rule.BadURL, model: func(b *breaker) string {
		b.m.Provenance.URL = "javascript:alert(1)"
		return "/provenance/url"
	}},
	{Name: "factor of no kind", Rule: rule.BadValue, model: func(b *breaker) string {
		return add(&b.m.Factors, "/factors", outcome.Factor{Kind: "neutral", Text: "Made to be broken"}) + "/kind"
	}},
	{Name: "cost below nothing", Rule: rule.OutOfRange, model: func(b *breaker) string {
		f := b.pathway(1)
		at := b.item(evidence.Bearing{About: f.about(f.stones[0])})
		cost := -1.0
		items := b.m.Evidence.Items
		items[len(items)-1].Cost = &cost
		return at + "/cost"
	}},
	{Name: "percentage for a chance", Rule: rule.OutOfRange, model: func(b *breaker) string {
		f := b.pathway(1)
		return b.item(evidence.Bearing{About: f.about(f.stones[0]), Sensitivity: evidence.Exactly(.5), TypeIError: &evidence.Range{Low: .9, High: .2}, Because: "counted"}) +
			"/bears/0/typeIError"
	}},
	{Name: "empty title", Rule: rule.Length, model: func(b *breaker) string {
		b.m.Title = ""
		return "/title"
	}},
	{Name: "target of two kinds", Rule: rule.Target, model: func(b *breaker) string {
		return b.criterion(pathway.Target{From: "a", Criterion: "b", To: "c"}) + "/about"
	}},
	{Name: "target with half a link", Rule: rule.Target, model: func(b *breaker) string {
		f := b.pathway(1)
		return b.criterion(pathway.Target{Pathway: f.ID, From: f.stones[0]}) + "/about"
	}},
}

// criterion adds a criterion of something.
func (b *breaker) criterion(about pathway.Target) string {
	k := evidence.Criterion{ID: b.id("criterion"), Text: "Made to be broken", About: about}
	return add(&b.m.Evidence.Criteria, "/evidence/criteria", k)
}
