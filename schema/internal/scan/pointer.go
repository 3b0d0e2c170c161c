package scan

import (
	"strconv"
	"strings"
)

var escapePart = strings.NewReplacer("~", "~0", "/", "~1")

// Pointer returns the JSON Pointer (RFC 6901) of the value that Path leads to.
func (s *Scanner) Pointer() string {
	var b strings.Builder
	for _, seg := range s.Path {
		b.WriteByte('/')
		if seg.List {
			b.WriteString(strconv.Itoa(seg.Index))
		} else {
			escapePart.WriteString(&b, seg.Name)
		}
	}
	return b.String()
}

// Join returns the pointer of the member name of the object at pointer.
func Join(pointer, name string) string { return pointer + "/" + escapePart.Replace(name) }

var unescapePart = strings.NewReplacer("~1", "/", "~0", "~")

// Split returns the parts of a JSON Pointer, unescaped.
func Split(pointer string) []string {
	if pointer == "" {
		return nil
	}
	parts := strings.Split(strings.TrimPrefix(pointer, "/"), "/")
	for i, part := range parts {
		if strings.Contains(part, "~") {
			parts[i] = unescapePart.Replace(part)
		}
	}
	return parts
}
