package plan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/internal/suggest"
	"github.com/outcomemap/outcomemap/outcome"
	"github.com/outcomemap/outcomemap/schema/internal/scan"
	"github.com/santhosh-tekuri/jsonschema/v5"
)

// subject names the value at a pointer: the field, or an entry of it.
func subject(pointer string) string {
	parts := scan.Split(pointer)
	if len(parts) == 0 {
		return "a map file"
	}
	last := parts[len(parts)-1]
	if _, err := strconv.Atoi(last); err == nil && len(parts) > 1 {
		return fmt.Sprintf("an entry of %s", quote(parts[len(parts)-2]))
	}
	return quote(last)
}

// quote returns text in quotes, cut where it is long.
func quote(text string) string {
	const most = 60
	if utf8.RuneCountInString(text) > most {
		text = string([]rune(text)[:most-1]) + "…"
	}
	return strconv.QuoteToGraphic(text)
}

// an puts the article before a noun.
func an(noun string) string {
	if noun != "" && strings.IndexByte("aeiou", noun[0]) >= 0 {
		return "an " + noun
	}
	return "a " + noun
}

// source returns what stands at a place, cut where it is long.
func (d *decoder) source(at place) string {
	s := scan.New(d.Src, d.opts.Depth)
	s.Pos = at.spot.Start
	switch d.Src[s.Pos] {
	case '"':
		text, _ := s.Text()
		return quote(text)
	case '{':
		return "an object"
	case '[':
		return "a list"
	}
	return d.Src[s.Pos:min(at.spot.End, s.Pos+scan.MaxNumber)]
}

// typeName names the type of what stands at a place.
func (d *decoder) typeName(at place) string {
	switch c := d.Src[at.spot.Start]; c {
	case '"':
		return "text"
	case '{', '[', 'n', 't', 'f':
		return d.source(at)
	default:
		return "the number " + d.source(at)
	}
}

// valueFault words one fault of a value.
func (d *decoder) valueFault(l leaf, at place) {
	f := Fault{Pointer: at.pointer, At: at.spot.Start, Len: at.spot.End - at.spot.Start}
	what, s := subject(at.pointer), l.note.schema
	switch l.keyword {
	case "type":
		d.wrongType(l, at, f)
		return
	case "const":
		if at.pointer == "/outcomeMap" {
			d.otherVersion(at, f)
			return
		}
		f.Rule, f.Message = rule.BadValue, fmt.Sprintf("%s cannot be %s", what, d.source(at))
	case "enum":
		f.Rule = rule.BadValue
		if l.note.def == "level" {
			f.Rule = rule.UnknownLevel
		}
		f.Message = fmt.Sprintf("%s cannot be %s", what, d.source(at))
		f.Hint = d.anyOf(s.Enum, at)
	case "pattern":
		f.Rule, f.Message, f.Hint = d.badText(l.note, what, at)
	case "minLength":
		if l.note.def == "id" {
			f.Rule, f.Message, f.Hint = d.badText(l.note, what, at)
			break
		}
		f.Rule, f.Message, f.Hint = rule.Length, what+" is empty", "say something, or leave the field out where it need not be there"
	case "maxLength":
		s := scan.New(d.Src, d.opts.Depth)
		s.Pos = at.spot.Start
		text, _ := s.Text()
		f.Rule = rule.Length
		if l.note.def == "id" {
			f.Rule = rule.BadID
		}
		f.Message = fmt.Sprintf("%s has %d characters, and %d at most are allowed", what, utf8.RuneCountInString(text), l.note.schema.MaxLength)
	case "minItems", "maxItems":
		f.Rule, f.Lost = rule.Length, true
		f.Message = fmt.Sprintf("%s has %d entries", what, d.count(at.spot.Start, 1<<30))
		if f.Hint = "want " + l.note.want; s.MaxItems < 0 {
			f.Hint = fmt.Sprintf("at least %d are wanted", s.MinItems)
		}
	case "minimum", "maximum":
		f.Rule, f.Message, f.Hint = rule.OutOfRange, fmt.Sprintf("%s is %s", what, d.source(at)), between(l.note)
	default:
		f.Rule, f.Message, f.Lost = rule.BadValue, fmt.Sprintf("%s is not right: %s", what, l.text), true
	}
	d.add(f)
}

// between words the bounds of a number.
func between(n *note) string {
	s := n.schema
	switch {
	case s.Minimum != nil && s.Maximum != nil:
		return fmt.Sprintf("it has to lie between %s and %s", s.Minimum.RatString(), s.Maximum.RatString())
	case s.Minimum != nil:
		return fmt.Sprintf("it cannot be below %s", s.Minimum.RatString())
	case s.Maximum != nil:
		return fmt.Sprintf("it cannot be above %s", s.Maximum.RatString())
	}
	return ""
}

func (d *decoder) wrongType(l leaf, at place, f Fault) {
	f.Rule, f.Lost = rule.Type, true
	f.Message = fmt.Sprintf("%s has to be %s, not %s", subject(at.pointer), l.note.want, d.typeName(at))
	switch c := d.Src[at.spot.Start]; {
	case c == 'n':
		f.Hint = "leave the field out where there is nothing to say"
	case l.note.want == "text" && c != '{' && c != '[':
		f.Hint = fmt.Sprintf("put it in quotes: %q", d.source(at))
	case l.note.want == "a list" && c == '"' && wantsTexts(l.note.schema):
		f.Hint = fmt.Sprintf("a list of one is written [%s]", d.source(at))
	}
	if at.pointer == "/outcomeMap" && '0' <= d.Src[at.spot.Start] && d.Src[at.spot.Start] <= '9' {
		if d.source(at) != outcome.FormatVersion {
			d.otherVersion(at, f)
			return
		}
	}
	if at.pointer == "" {
		d.only(f)
		return
	}
	d.add(f)
}

// wantsTexts reports whether s is a list of texts.
func wantsTexts(s *jsonschema.Schema) bool {
	return s.Items2020 != nil && slices.Equal(deref(s.Items2020).Types, []string{"string"})
}

// otherVersion words a file of a version that is not this library's. Nothing else is said of it.
func (d *decoder) otherVersion(at place, f Fault) {
	f.Rule, f.Lost = rule.Version, true
	version := strings.Trim(d.source(at), `"`)
	f.Message = fmt.Sprintf("no version %q of the map file is known, only %q", version, outcome.FormatVersion)
	if newer(version) {
		f.Message = fmt.Sprintf("the file is of version %q, newer than %q, the newest that this library reads", version, outcome.FormatVersion)
		f.Hint = "update the library, or save the file in the older version"
	}
	d.only(f)
}

// newer reports whether a version such as "2" or "1.1" comes after the one that is read here.
func newer(version string) bool {
	x, ok := scan.Float(version)
	own, _ := scan.Float(outcome.FormatVersion)
	return ok && x > own
}

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
		s := scan.New(d.Src, d.opts.Depth)
		s.Pos = at.spot.Start
		plain, _ := s.Text()
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

// describe says what a field is for, in the words of the schema.
func (n *note) describe(name string) string {
	p := n.schema.Properties[name]
	if p == nil {
		return ""
	}
	first, _, _ := strings.Cut(p.Description, ". ")
	return strings.TrimSuffix(strings.TrimSuffix(first, "."), " (CommonMark)")
}

// objectAt is an object as it stands in the text, compared with the schema that has fault with it.
type objectAt struct {
	note    *note
	id      string
	members []member
	unknown []string        // names that the schema lacks
	strange map[string]bool // the same
	missing []string        // names that have to be there
	absent  []string        // names that could be there
	present []string        // names of the schema that are there
}

func newObjectAt(src string, open int, n *note) objectAt {
	o := objectAt{note: n, members: membersOf(src, open), strange: make(map[string]bool)}
	names := make(map[string]bool)
	for _, m := range o.members {
		names[m.name] = true
		if n.schema.Properties[m.name] == nil {
			o.unknown, o.strange[m.name] = append(o.unknown, m.name), true
		} else {
			o.present = append(o.present, m.name)
		}
		if m.name == "id" && src[m.start] == '"' {
			s := scan.New(src, 1)
			s.Pos = m.start
			o.id, _ = s.Text()
		}
	}
	for _, name := range n.schema.Required {
		if !names[name] {
			o.missing = append(o.missing, name)
		}
	}
	for _, name := range sorted(n.schema.Properties) {
		if !names[name] && !slices.Contains(o.missing, name) {
			o.absent = append(o.absent, name)
		}
	}
	return o
}

func (o objectAt) a() string { return an(o.note.noun) }

func (o objectAt) name() string {
	if o.id != "" {
		return o.note.noun + " " + quote(o.id)
	}
	return o.a()
}

// meant pairs unknown names with those that they may be misspellings of: first the missing ones,
// then those that are merely absent, each at most once.
func meant(unknown, missing, absent []string) map[string]string {
	const most = 64 // names looked at: no one misspells more in one object
	out := make(map[string]string)
	taken := make(map[string]bool)
	for _, candidates := range [][]string{missing, absent} {
		for _, name := range unknown[:min(len(unknown), most)] {
			if out[name] != "" {
				continue
			}
			free := slices.DeleteFunc(slices.Clone(candidates), func(c string) bool { return taken[c] })
			if near := closest(name, free); near != "" {
				out[name], taken[near] = near, true
			}
		}
	}
	return out
}

// closest forgives case, hyphens and underscores before it counts letters.
func closest(name string, candidates []string) string {
	plain := func(s string) string {
		return strings.ToLower(strings.NewReplacer("-", "", "_", "", " ", "").Replace(s))
	}
	for _, c := range candidates {
		if plain(c) == plain(name) {
			return c
		}
	}
	return suggest.Closest(name, candidates)
}

// meant is the same as seen from a plan: the index of the field that each name stands for.
func (n *Node) meant(unknown []string, seen uint64) map[string]int {
	var missing, absent []string
	for _, i := range n.alphabetic() {
		switch {
		case seen&(1<<i) != 0:
		case slices.Contains(n.schema.Required, n.fields[i].name):
		default:
			absent = append(absent, n.fields[i].name)
		}
	}
	for _, name := range n.schema.Required {
		if i := n.find(name, 0); i >= 0 && seen&(1<<i) == 0 {
			missing = append(missing, name)
		}
	}
	out := make(map[string]int)
	for name, target := range meant(unknown, missing, absent) {
		out[name] = n.find(target, 0)
	}
	return out
}

// alphabetic lists the fields by name, as jsonschema's side of the pairing sees them.
func (n *Node) alphabetic() []int {
	order := make([]int, len(n.fields))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(n.fields[a].name, n.fields[b].name) })
	return order
}
