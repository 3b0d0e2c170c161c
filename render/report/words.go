package report

import (
	"fmt"
	"html/template"
	"maps"
	"strconv"
	"strings"

	"github.com/outcomemap/outcomemap/render/internal/words"
)

// Words are the fixed words of a report by their key. {name} stands for what the page fills in; a
// sentence keeps all of these, in any order. A key that ends in .one is the form for one thing, .other
// the form for any other number. They also word the picture in it, by the keys
// that [render.Words] has too, so that those are not asked.
//
// What keeps one of Mayne's conditions from being met stands under "mayne.why." and the reason of its
// outcome.OpenPoint, why evidence was refused under "refusal."; a refusal in other words leaves out the
// figure that is at fault.
type Words map[string]string

// English returns the words that are used unless [WithWords] replaces them: the list to translate. It
// is the caller's to change.
func English() Words { return maps.Clone(english) }

// over returns the words with those of other in place of their own.
func (w Words) over(other Words) (Words, error) {
	all, err := words.Over(w, other)
	if err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	return all, nil
}

// turned are the words for a page that runs from right to left: an arrow points on, and the algorithm that puts words in
// order does not turn it round.
func (w Words) turned() Words {
	all := make(Words, len(w))
	for key, sentence := range w {
		all[key] = strings.ReplaceAll(sentence, "→", "←")
	}
	return all
}

// say fills a sentence in: names and what stands for them, in turn.
func (w Words) say(key string, fill ...any) string {
	return strings.NewReplacer(pairs(fill, func(v any) string { return fmt.Sprint(v) })...).Replace(w[key])
}

// html fills a sentence in for a page. What is not HTML already is escaped, and so is the sentence.
func (w Words) html(key string, fill ...any) template.HTML {
	parts := pairs(fill, func(v any) string {
		if h, ok := v.(template.HTML); ok {
			return string(h)
		}
		return template.HTMLEscapeString(fmt.Sprint(v))
	})
	return template.HTML(strings.NewReplacer(parts...).Replace(template.HTMLEscapeString(w[key]))) //nolint:gosec // every part is escaped
}

// pairs turns names and values into what strings.NewReplacer takes.
func pairs(fill []any, text func(any) string) []string {
	var all []string
	for i := 0; i+1 < len(fill); i += 2 {
		all = append(all, "{"+fmt.Sprint(fill[i])+"}", text(fill[i+1]))
	}
	return all
}

// word returns one that has nothing filled in.
func (w Words) word(key string) string { return w[key] }

// count puts a number into the form that suits it; the key is without its .one or .other.
func (w Words) count(key string, n int) string {
	if n == 1 {
		return w.say(key+".one", "n", "1")
	}
	return w.say(key+".other", "n", strconv.Itoa(n))
}

// list joins texts: "a, b and c".
func (w Words) list(all []string) string {
	switch n := len(all); n {
	case 0:
		return ""
	case 1:
		return all[0]
	default:
		return strings.Join(all[:n-1], w.word("list.comma")) + w.word("list.and") + all[n-1]
	}
}

// A lexicon lets templates ask for words.
type lexicon struct{ words Words }

func (l lexicon) Word(key string) string             { return l.words.word(key) }
func (l lexicon) Say(key string, fill ...any) string { return l.words.say(key, fill...) }
func (l lexicon) Count(key string, n int) string     { return l.words.count(key, n) }
