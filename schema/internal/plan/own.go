package plan

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/outcomemap/outcomemap/evidence"
	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/schema/internal/scan"
)

// own is what the reader itself looks for in a text, as no JSON Schema can say it.
type own int8

const (
	nothing  own = iota
	realDate     // a day that exists
	notBlank     // more than white space
)

// A problem is something that a JSON Schema cannot say. Its message has one %s, for the field.
type problem struct {
	rule, message, hint string
	lost                bool
}

// certain reports whether jsonschema would surely accept s.
func (n *Node) certain(s string) bool {
	if n.max >= 0 && len(s) > n.max && utf8.RuneCountInString(s) > n.max {
		return false
	}
	if n.min > 0 && len(s) < utf8.UTFMax*n.min && utf8.RuneCountInString(s) < n.min {
		return false
	}
	if !n.form.matches(s) {
		return false
	}
	return n.enum == nil || slices.Contains(n.enum, s)
}

// problem looks for what the node wants looked for.
func (o own) problem(s string) *problem {
	switch o {
	case realDate:
		return noSuchDay(s)
	case notBlank:
		return blank(s)
	}
	return nil
}

// noSuchDay finds days such as 30 February in what has the form of a date.
func noSuchDay(s string) *problem {
	if len(s) < len("2006-01-02") || s[8] < '2' || !isDate(s) || evidence.Date(s).Valid() {
		return nil // the form is jsonschema's, and every month has 19 days
	}
	return &problem{rule: rule.BadDate, message: "%s names a day that does not exist", hint: fmt.Sprintf("%s has no day %s", s[:7], s[8:])}
}

// blank finds texts that have to say something and hold nothing but white space.
func blank(s string) *problem {
	if s == "" || s[0] > ' ' && s[0] < utf8.RuneSelf || strings.TrimSpace(s) != "" {
		return nil
	}
	return &problem{rule: rule.Length, message: "%s is blank", hint: "say something"}
}

// tooLarge words a number that is not read.
func tooLarge(source string) *problem {
	if len(source) > scan.MaxNumber {
		return &problem{rule: rule.Limit, message: "%s is a number of " + fmt.Sprint(len(source)) + " characters",
			hint: fmt.Sprintf("%d are read at most", scan.MaxNumber), lost: true}
	}
	return &problem{rule: rule.OutOfRange, message: "%s is a number too large to be read", hint: "no figure is larger than 1.7e308", lost: true}
}

// wordObject words what is wrong with which fields an object has, other than unknown or missing ones.
func wordObject(l leaf, o objectAt, at place) Fault {
	f := Fault{Pointer: at.pointer, At: at.spot.Start, Len: 1}
	switch l.keyword {
	case "minProperties":
		f.Rule, f.Message, f.Hint = rule.Target, "nothing is named that this is about", "name one thing, such as {stone: …}"
	case "dependentRequired":
		f.Rule, f.Message, f.Hint = rule.Target, `a link is named by both "from" and "to"`, ""
	case "not":
		var both []string
		if not := l.note.schema.Not; not != nil {
			both = not.Required
		}
		if len(both) < 2 {
			f.Rule, f.Message = rule.BadValue, o.name()+" has fields that cannot stand together"
			break
		}
		f.Rule, f.Message = rule.DuplicateKey, fmt.Sprintf("%s has both %q and %q", o.name(), both[0], both[len(both)-1])
		f.Hint = "they say the same: keep one of the two"
		for _, m := range o.members {
			if m.name == both[len(both)-1] {
				f.Pointer, f.At, f.Len = scan.Join(at.pointer, m.name), m.at, len(m.name)+2
			}
		}
	default:
		f.Rule, f.Message = rule.BadValue, fmt.Sprintf("%s is not right: %s", o.name(), l.text)
	}
	return f
}

// syntax words what stops a text from being JSON.
func syntax(e *scan.Fault) Fault {
	f := Fault{Rule: rule.Syntax, Message: e.Message, Hint: e.Hint, At: e.Offset, Len: 1, Lost: true}
	switch e.Kind {
	case scan.TooDeep:
		f.Rule, f.Message, f.Hint = rule.Limit, "too many lists and objects inside one another", "a map file needs eight levels; "+RaiseLimit
	case scan.LoneSurrogate:
		f.Rule, f.Message, f.Len = rule.Encoding, `half of a character: a surrogate without its other half`, len(`\u0000`)
		f.Hint = `write the character itself, or both halves, as in \ud83d\ude00`
	}
	if e.Opened >= 0 {
		f.FirstAt, f.FirstLen = e.Opened, 1
	}
	return f
}
