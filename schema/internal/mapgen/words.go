package mapgen

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/pathway"
)

var vocabulary = strings.Fields(`people families carers employers councils schools nurses learn feel know share trust plan meet ask help
	skills support advice training budgets better sooner together safely with for about more Übung façade 学ぶ помощь naïve "quoted" a&b 100% it's`)

// words returns a plain text of so many words that says one thing.
func (g *gen) words(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = pick(g, vocabulary...)
	}
	text := strings.Join(words, " ")
	r, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[size:]
}

// prose returns a text in CommonMark, or none.
func (g *gen) prose() string {
	if g.half() {
		return ""
	}
	switch g.IntN(4) {
	case 0:
		return g.words(8) + "."
	case 1:
		return "# " + g.words(2) + "\n\n" + g.words(5) + ":\n\n- *" + g.words(3) + "*\n- [a link](https://example.org/?a=1&b=2)\n"
	}
	return pick(g, "Two lines,\n  one of them indented: \\ \t 'quoted' {braces} [brackets] 😀", "no", "2021", "- ", ": #", " leading and trailing ")
}

func (g *gen) url() string {
	return maybe(g, "https://example.org/a?b=c#d", "http://example.org/", "mailto:a@example.org", "./a.yaml", "../maps/%20b.json")
}

func (g *gen) date() evidence.Date {
	return evidence.Date(maybe(g, "2019", "2021-11", "2024-02-29", fmt.Sprintf("20%02d-%02d-%02d", g.IntN(30), 1+g.IntN(12), 1+g.IntN(28))))
}

func (g *gen) tags() []string {
	if !g.rarely() {
		return nil
	}
	return []string{"funding", "ein Wort"}[:1+g.IntN(2)]
}

func (g *gen) refs() []pathway.Ref {
	if !g.rarely() {
		return nil
	}
	return []pathway.Ref{{Scheme: "sdg", Code: maybe(g, "10.2", "3"), URL: g.url(), Extra: g.extra()}}
}

func (g *gen) extra() pathway.Extra {
	if !g.rarely() {
		return nil
	}
	return pathway.Extra(pick(g, `{"workshop":3}`, `{"b":[1,2.50,{"c":null}],"a":"é"}`, `{"deep":{"er":{"est":[[true]]}}}`))
}
