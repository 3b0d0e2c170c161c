package plan

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/outcomemap/outcomemap/internal/rule"
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
	start := at.spot.Start
	switch d.Src[start] {
	case '"':
		text, _ := textAt(d.Src, start)
		return quote(text)
	case '{':
		return "an object"
	case '[':
		return "a list"
	}
	return d.Src[start:min(at.spot.End, start+scan.MaxNumber)]
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
		text, _ := textAt(d.Src, at.spot.Start)
		f.Rule = rule.Length
		if l.note.def == "id" {
			f.Rule = rule.BadID
		}
		f.Message = fmt.Sprintf("%s has %d characters, and %d at most are allowed", what, utf8.RuneCountInString(text), l.note.schema.MaxLength)
	case "minItems", "maxItems":
		f.Rule, f.Lost = rule.Length, true
		f.Message = what + " has " + entries(d.count(at.spot.Start, math.MaxInt))
		if f.Hint = "want " + l.note.want; s.MaxItems < 0 {
			f.Hint = fmt.Sprintf("it takes at least %d", s.MinItems)
		}
	case "minimum", "maximum":
		f.Rule, f.Message, f.Hint = rule.OutOfRange, fmt.Sprintf("%s is %s", what, d.source(at)), between(l.note)
		switch {
		case isChance(s):
			f.Hint += percent(d.source(at))
		case l.note.def == "correlation":
			f.Hint += ": 0 where one says nothing about the other, 1 where it repeats it"
		}
	default:
		f.Rule, f.Message, f.Lost = rule.BadValue, fmt.Sprintf("%s is not right: %s", what, l.text), true
	}
	d.add(f)
}

func entries(n int) string {
	switch n {
	case 0:
		return "no entries"
	case 1:
		return "1 entry"
	}
	return fmt.Sprintf("%d entries", n)
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

// isChance reports whether s is a number from 0 to 1.
func isChance(s *jsonschema.Schema) bool {
	return s.Minimum != nil && s.Minimum.Sign() == 0 && s.Maximum != nil && s.Maximum.RatString() == "1"
}

// percent says what a chance is that may have been given in percent, or in quotes, or nothing.
func percent(text string) string {
	bare := strings.Trim(text, `"`)
	share, signed := strings.CutSuffix(bare, "%")
	n, err := strconv.ParseFloat(strings.TrimSpace(share), 64)
	switch {
	case err != nil || !(n >= 0 && n <= 100):
		return ""
	case signed || n > 1:
		return fmt.Sprintf("; %s percent is %s", figure(n), strconv.FormatFloat(n/100, 'g', 6, 64))
	case bare != text:
		return "; " + bareNumber(n)
	}
	return ""
}

func figure(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// unquoted says how a number that stands in quotes is written, or nothing.
func unquoted(text string) string {
	n, err := strconv.ParseFloat(strings.TrimSpace(strings.Trim(text, `"`)), 64)
	if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
		return ""
	}
	return bareNumber(n)
}

// bareNumber says how a number is written that does not belong in quotes.
func bareNumber(n float64) string { return "write " + figure(n) + " without quotes" }

// leaveOut says what to do about a value that is null.
func leaveOut(pointer string) string {
	switch {
	case pointer == "":
		return "a map file starts with outcomeMap: \"1\""
	case isEntry(pointer):
		return "leave the entry out"
	}
	return "leave the field out, unless it has to be there"
}

func (d *decoder) wrongType(l leaf, at place, f Fault) {
	f.Rule, f.Lost = rule.Type, true
	f.Message = fmt.Sprintf("%s has to be %s, not %s", subject(at.pointer), l.note.want, d.typeName(at))
	switch c := d.Src[at.spot.Start]; {
	case c == 'n':
		f.Hint = leaveOut(at.pointer)
	case l.note.want == "text" && c != '{' && c != '[':
		f.Hint = fmt.Sprintf("put it in quotes: %q", d.source(at))
	case c == '"' && (l.note.def == "target" || l.note.def == "innerTarget"):
		f.Hint = "name one thing, such as {stone: " + strings.Trim(d.source(at), `"`) + "}"
	case l.note.want == wantChance && c == '"':
		f.Hint = "a chance is a number from 0 to 1, such as 0.8, or [0.7, 0.9]" + percent(d.source(at))
	case isChance(l.note.schema) && c == '"':
		f.Hint = "a chance is a number from 0 to 1, such as 0.8" + percent(d.source(at))
	case l.note.want == "a number" && c == '"':
		f.Hint = unquoted(d.source(at))
	case l.note.want == "an object" && (c == '"' || c == '-' || c >= '0' && c <= '9'):
		f.Hint = d.asObject(l.note, at)
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

// asObject says how a bare value is written where an object is wanted, or nothing where the field that
// it is meant for would not take it. What else has to be there is left open.
func (d *decoder) asObject(n *note, at place) string {
	name, kind := mainField(n.def), "number"
	if d.Src[at.spot.Start] == '"' {
		kind = "string"
	}
	p := n.schema.Properties[name]
	if p == nil {
		return ""
	}
	if types := deref(p).Types; len(types) > 0 && !slices.Contains(types, kind) {
		return ""
	}
	var fields []string
	for _, other := range n.schema.Required {
		if other != name {
			fields = append(fields, other+": …")
		}
	}
	fields = append(fields, name+": "+d.source(at))
	return "write {" + strings.Join(fields, ", ") + "}"
}

// mainField names the field of an object that a bare value is most likely meant for.
func mainField(def string) string {
	switch def {
	case "assumption", "criterion", "factor", "item", "rival", "stone":
		return "text"
	case "indicator", "pathway", "round", "source":
		return "title"
	case "levelOfStandard", "parent", "standard":
		return "id"
	case "background":
		return "about"
	case "baseline":
		return "value"
	case "collection":
		return "method"
	case "column":
		return "heading"
	case "period":
		return "actual"
	case "provenance":
		return "publisher"
	case "ref":
		return "code"
	case "rho":
		return "ifTrue"
	}
	return ""
}

// wantsTexts reports whether s is a list of texts.
func wantsTexts(s *jsonschema.Schema) bool {
	return s.Items2020 != nil && slices.Equal(deref(s.Items2020).Types, []string{"string"})
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
