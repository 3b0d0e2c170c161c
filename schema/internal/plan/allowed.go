package plan

import (
	"fmt"
	"strings"

	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/internal/suggest"
)

// anyOf words the values that there are.
func (d *decoder) anyOf(enum []any, at place) string {
	var allowed []string
	for _, v := range enum {
		if s, ok := v.(string); ok {
			allowed = append(allowed, s)
		}
	}
	word := strings.Trim(d.source(at), `"`)
	list := "want " + strings.Join(allowed, ", ")
	if i := strings.LastIndex(list, ", "); i >= 0 {
		list = list[:i] + " or " + list[i+2:]
	}
	for _, a := range allowed {
		if strings.EqualFold(a, word) {
			return fmt.Sprintf("did you mean %q?", a)
		}
	}
	if near := suggest.Hint(word, allowed); near != "" {
		return near
	}
	return list
}

// badText words a text that does not have the form of its kind.
func (d *decoder) badText(n *note, what string, at place) (id, message, hint string) {
	text := d.source(at)
	switch n.def {
	case "id":
		plain, _ := textAt(d.Src, at.spot.Start)
		return rule.BadID, fmt.Sprintf("%s is no id", text), idHint(plain)
	case "date":
		return rule.BadDate, fmt.Sprintf("%s is no date", text), "write YYYY, YYYY-MM or YYYY-MM-DD, such as 2022-05-09"
	case "url":
		return rule.BadURL, fmt.Sprintf("%s is no address that a map may have", text), "http, https, mailto or relative, without blanks"
	}
	hint = ""
	if strings.HasSuffix(n.schema.Location, "/language") {
		hint = `a language tag is like "en" or "en-GB"`
	}
	return rule.BadValue, fmt.Sprintf("%s cannot be %s", what, text), hint
}

// idHint proposes an id made of the same letters.
func idHint(text string) string {
	const form = "letters, digits, dot, hyphen and underscore, a letter or digit first and last"
	var b strings.Builder
	for i := 0; i < len(text) && b.Len() < 40; i++ {
		switch c := text[i]; {
		case isAlnum(c), c == '.', c == '_', c == '-':
			b.WriteByte(c)
		case c == ' ' || c == '/':
			b.WriteByte('-')
		}
	}
	if id := strings.Trim(b.String(), "._-"); IsID(id) && id != text {
		return fmt.Sprintf("%s, such as %q", form, id)
	}
	return form
}
