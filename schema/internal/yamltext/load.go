package yamltext

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/outcomemap/outcomemap/internal/rule"
	"github.com/outcomemap/outcomemap/schema/internal/plan"
	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// load parses the one document of src. Where it cannot, it notes why and returns nil.
func (c *converter) load(src string) *yaml.Node {
	if atMost := nodesAtMost(src); atMost > c.opts.Nodes {
		c.stop(yaml.Mark{}, plan.Fault{Rule: rule.Limit,
			Message: fmt.Sprintf("the YAML may hold more than %d values", c.opts.Nodes),
			Hint:    "write it as JSON, which takes less memory; a caller who trusts the file can raise the limit"})
		return nil
	}
	if at := strings.IndexFunc(src, isControl); at >= 0 {
		r, _ := utf8.DecodeRuneInString(src[at:])
		c.stop(yaml.Mark{Index: at}, plan.Fault{Rule: rule.Syntax, Message: fmt.Sprintf("a control character, %U", r),
			Hint: "take it out, or write it as an escape in double quotes"})
		return nil
	}
	deep := false
	limits := loaderlimits.New(loaderlimits.DepthFunc(func(depth int, _ *loaderlimits.DepthContext) error {
		if depth > c.opts.Depth {
			deep = true
			return errors.New("too deep")
		}
		return nil
	}))
	var doc *yaml.Node
	l, err := yaml.NewLoader(strings.NewReader(src), yaml.WithPlugin(limits))
	if err == nil {
		doc, err = next(l.Load)
	}
	switch {
	case errors.Is(err, io.EOF):
		c.stop(yaml.Mark{}, plan.Fault{Rule: rule.Syntax, Message: "the file is empty but for comments",
			Hint: `a map file starts with outcomeMap: "1"`})
		return nil
	case err != nil:
		c.broken(err, deep)
		return nil
	}
	more, err := next(l.Load)
	switch {
	case err == nil:
		c.stop(yaml.Mark{Line: more.Line, Column: more.Column}, plan.Fault{Rule: rule.YAML,
			Message: "a second document begins", Hint: "a file holds one map: give each its own"})
		return nil
	case !errors.Is(err, io.EOF):
		c.broken(err, deep)
		return nil
	}
	return doc.Content[0]
}

// next reads a document with something in it. A panic of the YAML reader is an error like any other:
// files come from strangers.
func next(load func(any) error) (doc *yaml.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the YAML cannot be read: %v", r)
		}
	}()
	doc = new(yaml.Node)
	if err = load(doc); err == nil && len(doc.Content) == 0 {
		err = io.EOF
	}
	return doc, err
}

// stop notes the one fault that ends the reading.
func (c *converter) stop(at yaml.Mark, f plan.Fault) {
	c.fatal = true
	c.table = append(c.table, entry{line: int32(at.Line), column: int32(at.Column), index: at.Index, length: 1})
	c.faults = append(c.faults, f)
}

// broken words an error of the YAML reader.
func (c *converter) broken(err error, deep bool) {
	at, began, message := yaml.Mark{}, yaml.Mark{}, err.Error()
	var fault *yaml.LoadError
	if errors.As(err, &fault) {
		at, began, message = fault.Mark, fault.ContextMark, fault.Message
		if fault.ContextMsg != "" && began != at {
			message += fmt.Sprintf(", %s that began in line %d", strings.TrimPrefix(fault.ContextMsg, "while "), began.Line)
		}
	}
	f := plan.Fault{Rule: rule.Syntax, Message: message, Hint: hintFor(message)}
	switch {
	case strings.HasPrefix(message, "unknown anchor"):
		f.Rule, f.Hint = rule.YAML, "a map file has no aliases: write the value out, or put text that begins with * in quotes"
	case strings.Contains(message, "directive"), strings.Contains(message, "incompatible YAML document"):
		f.Rule, f.Message, f.Hint = rule.YAML, "a directive, a line that begins with %", "take the line out"
	}
	if deep {
		f.Rule, f.Message = rule.Limit, "too many lists and objects inside one another"
		f.Hint = "a map file needs eight levels; a caller who trusts the file can raise the limit"
	}
	c.stop(at, f)
}

// hintFor says what usually brings an error about.
func hintFor(message string) string {
	switch {
	case strings.Contains(message, "mapping values are not allowed"):
		return `a text that holds ": " has to be in quotes; or the line is indented by too much, or a brace before it is not closed`
	case strings.Contains(message, "found a tab character"):
		return "indent with blanks: YAML takes no tabs there"
	case strings.Contains(message, "cannot start any token"):
		return "lines are indented with blanks, not tabs; a text that begins with @, ` or % has to be in quotes"
	case strings.Contains(message, "did not find expected key"), strings.Contains(message, "expected '-'"):
		return "lines of one list or object begin in the same column"
	case strings.Contains(message, "expected ','"):
		return "a comma or the closing bracket is missing"
	case strings.Contains(message, "could not find expected ':'"):
		return "a colon and a blank are missing behind the name of a field"
	case strings.Contains(message, "unknown escape character"):
		return `a backslash in double quotes is written \\; in single quotes it stands for itself`
	case strings.Contains(message, "invalid Unicode character escape code"):
		return "write the character itself, or \\U and its eight digits"
	case strings.Contains(message, "end of stream"):
		return "the closing quote is missing"
	}
	return ""
}

// nodesAtMost returns a bound on the values and keys in src, without parsing it.
func nodesAtMost(src string) int {
	n := 2
	for i := range len(src) {
		switch src[i] {
		case ',':
			n += 2 // in braces a name without a value has null for one
		case '\n', ':', '[', '{', '?':
			n++
		case '-':
			if i+1 < len(src) && src[i+1] == ' ' {
				n++
			}
		}
	}
	return n
}

// isControl reports whether YAML does not allow a character.
func isControl(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff
}
